"""Whose losses are put at how many."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, short
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Category, Scope

PUT = [
    ("en", "The RSF put army losses at 60 dead.", [("killed 60", "sd_saf")]),
    ("en", "The RSF put army losses at 60 dead and 120 wounded.", [("killed 60", "sd_saf"), ("wounded 120", "sd_saf")]),
    ("en", "Hamas estimated Israeli losses at 12 soldiers.", [("casualties_unspecified 12", "idf")]),
    (
        "en",
        "Russian losses in a day – 900 soldiers, 6 tanks",
        [("casualties_unspecified 900", "ru_forces"), ("equipment_lost 6", None)],
    ),
    ("en", "The Russian army's losses amount to 900 troops.", [("casualties_unspecified 900", "ru_forces")]),
    ("de", "Die RSF bezifferte die Verluste der Armee auf 60 Tote.", [("killed 60", "sd_saf")]),
    (
        "de",
        "Verluste der Russen am Tag – 900 Soldaten, 6 Panzer",
        [("casualties_unspecified 900", "ru_forces"), ("equipment_lost 6", None)],
    ),
    ("de", "Die Verluste der russischen Armee betragen 900 Mann.", [("casualties_unspecified 900", "ru_forces")]),
    (
        "de",
        "Das ukrainische Militär schätzte die russischen Verluste auf 900 Mann.",
        [("casualties_unspecified 900", "ru_forces")],
    ),
    (
        "de",
        "Er bezifferte die russischen Verluste auf 900 Tote und Verwundete.",
        [("killed_or_wounded 900", "ru_forces")],
    ),
]
NONE = [
    ("en", "The company's losses amount to 12 employees."),
    ("en", "After losses in three matches, the army team beat 12 rivals."),
    ("de", "Die Verluste der Bank belaufen sich auf 40 Millionen Euro."),
    ("de", "Die Verluste des Vereins betragen 12 Punkte."),
]


@pytest.mark.parametrize(("language", "text", "expected"), PUT)
def test_losses_are_those_of_who_is_named_with_them(
    extractor: Extractor, language: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(short(claim), claim.actor) for claim in claims(extractor, text, language)] == expected


@pytest.mark.parametrize(("language", "text"), NONE)
def test_other_losses_count_nobody(extractor: Extractor, language: str, text: str) -> None:
    assert claims(extractor, text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Insgesamt belaufen sich die Verluste der russischen Armee seit dem 24. Februar 2022 auf 900.000 Mann."),
        ("en", "In total, losses of the Russian army since February 2022 amount to 900,000 men."),
    ],
)
def test_losses_since_a_day_are_a_running_toll(extractor: Extractor, language: str, text: str) -> None:
    (claim,) = claims(extractor, text, language)
    assert (claim.scope, claim.actor, claim.quantity.value) == (Scope.CUMULATIVE, "ru_forces", 900_000)


def test_losses_do_not_speak(extractor: Extractor) -> None:
    found = claims(extractor, "Die russischen Verluste bezifferte er auf 900 Tote.")
    assert [claim.attribution_text for claim in found] == [""]


def test_men_are_what_an_army_loses(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Das Ministerium bezifferte die russischen Verluste auf 70 Mann.")
    assert (claim.actor, claim.quantity.value) == ("ru_forces", 70)


def test_men_are_counted_without_a_word_of_war(extractor: Extractor) -> None:
    assert [short(c) for c in claims(extractor, "Er bezifferte die Verluste auf 70 Mann.")] == [
        "casualties_unspecified 70"
    ]
    assert not claims(extractor, "Er bezifferte die Verluste auf 70 Kunden.")


@pytest.mark.parametrize(
    ("text", "expected", "category"),
    [
        ("He put Russian casualties at 900 killed and wounded.", "killed_or_wounded 900", Category.COMBATANT_STATE),
        ("He put Russian casualties at 900.", "casualties_unspecified 900", Category.COMBATANT_STATE),
        ("Civilian casualties amount to 90, the UN says.", "casualties_unspecified 90", Category.CIVILIAN),
        ("He put casualties at 90 dead.", "killed 90", Category.UNSPECIFIED),
    ],
)
def test_casualties_are_put_at_a_number_as_losses_are(
    extractor: Extractor, text: str, expected: str, category: Category
) -> None:
    (claim,) = claims(extractor, text, "en")
    assert (short(claim), claim.category) == (expected, category)
