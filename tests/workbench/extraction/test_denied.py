from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Epistemic

DENIED, ATTRIBUTED, OWN = Epistemic.DENIED, Epistemic.ATTRIBUTED, Epistemic.OWN_VOICE


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Die Armee bestritt, dass neun Bauern getötet wurden.", [DENIED]),
        ("Die Armee wies Berichte zurück, wonach neun Bauern getötet wurden.", [DENIED]),
        ("Berichte, wonach neun Bauern getötet wurden, wies die Armee zurück.", [DENIED]),
        ("Berichte über neun tote Bauern dementierte die Armee.", [DENIED]),
        ("Dass neun Bauern getötet worden seien, bestritt die Armee.", [DENIED]),
        ("Die Armee stellte in Abrede, dass neun Bauern getötet wurden.", [DENIED]),
        ("Die Armee stellte klar, dass neun Bauern getötet wurden.", [ATTRIBUTED]),
        ("Neun Bauern wurden laut Ärzten getötet, was die Armee bestritt.", [ATTRIBUTED]),
        ("Die Armee dementierte neun Tote; Ärzte sprachen von zwölf Toten.", [DENIED, ATTRIBUTED]),
        ("Die Armee bestritt, dass neun Bauern starben, Ärzte meldeten jedoch zwölf Tote.", [DENIED, ATTRIBUTED]),
        ("Die Armee bestritt eine Beteiligung an dem Angriff, bei dem neun Bauern getötet wurden.", [OWN]),
        ("Die Armee bestritt das und sagte, neun Soldaten seien getötet worden.", [ATTRIBUTED]),
        ("Die Miliz bestritt jede Verantwortung für den Tod von neun Bauern.", [OWN]),
    ],
)
def test_german_denials(extractor: Extractor, text: str, statuses: list[Epistemic]) -> None:
    assert [claim.epistemic for claim in claims(extractor, text)] == statuses


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army denied that nine farmers were killed.", DENIED),
        ("The army denied reports that nine farmers were killed.", DENIED),
        ("The army denied the report and said that nine farmers were killed.", ATTRIBUTED),
        ("The army denied responsibility for the attack that killed nine farmers.", OWN),
    ],
)
def test_english_denials(extractor: Extractor, text: str, status: Epistemic) -> None:
    assert [claim.epistemic for claim in claims(extractor, text, "en")] == [status]


def test_who_denies_something_else_is_no_source(extractor: Extractor) -> None:
    text = "Die Armee bestritt eine Beteiligung an dem Angriff, bei dem neun Bauern getötet wurden."
    assert [claim.attribution_text for claim in claims(extractor, text)] == [""]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Two pilots who had been reported dead turned out to be alive.", [DENIED]),
        ("Four sailors had been reported dead but were found alive a week later.", [DENIED]),
        ("Six divers believed drowned were found alive.", [DENIED]),
        ("Four sailors were reported dead.", [ATTRIBUTED]),
        ("Four sailors drowned, but the captain is alive.", [OWN]),
    ],
)
def test_who_was_taken_for_dead_and_lives(extractor: Extractor, text: str, statuses: list[Epistemic]) -> None:
    assert [claim.epistemic for claim in claims(extractor, text, "en")] == statuses


def test_the_dead_who_are_feared_are_unconfirmed_beside_those_known(extractor: Extractor) -> None:
    found = claims(extractor, "The storm claimed 21 lives in the north, with nine more people feared dead.", "en")
    assert [(c.quantity.low, c.epistemic) for c in found] == [(21, OWN), (9, Epistemic.UNCONFIRMED)]


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        ("Bei der Razzia wurden zwei Männer nicht getötet.", "de", DENIED),
        ("Die Armee nahm zwei Männer nicht fest.", "de", DENIED),
        ("Neun Bauern wurden nicht nur getötet, das Dorf brannte ab.", "de", OWN),
        ("The army did not kill 40 farmers.", "en", DENIED),
        ("They did not kill tens of thousands of people.", "en", DENIED),
        ("Nine farmers were not injured.", "en", DENIED),
        ("Nine farmers were not only killed but robbed.", "en", OWN),
        ("Nine farmers were not killed by the blast but by the fire.", "en", OWN),
    ],
)
def test_a_verb_that_not_stands_before(extractor: Extractor, text: str, language: str, status: Epistemic) -> None:
    assert [claim.epistemic for claim in claims(extractor, text, language)] == [status]


def test_who_denies_and_says_something_else_is_its_source(extractor: Extractor) -> None:
    text = "Die Armee bestritt das und sagte, nur neun Soldaten seien gefallen."
    assert [claim.attribution_text for claim in claims(extractor, text)] == ["Die Armee"]
