"""Our own people are the speaker's, and the enemy is its one opponent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.extraction.reads import PUBLISHED, claims
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Category
from workbench.registers import Registers

OWN = [
    ("en", "The RSF said seven of its own men were killed.", "sd_rsf"),
    ("en", "The RSF put army losses at 60 dead and said seven of its own men were killed.", "sd_rsf"),
    ("en", "Hezbollah acknowledged the loss of nine fighters.", "hezbollah"),
    ("en", "Hezbollah said its fighters held the hill, for the loss of three of its own men.", "hezbollah"),
    ("de", "Die RSF erklärten, man habe vier eigene Leute verloren und 30 Soldaten der Armee getötet.", "sd_rsf"),
    ("de", "Die Hisbollah räumte den Verlust von neun Kämpfern ein.", "hezbollah"),
    ("de", "Die Hisbollah meldete, ihre Verluste lägen bei 30 Kämpfern.", "hezbollah"),
]
ENEMIES = [
    ("en", "Russian forces attacked. The Ukrainian army said 40 invaders were killed.", "ru_forces"),
    ("en", "Israeli forces advanced. Hezbollah said it killed six enemy soldiers.", "idf"),
    ("en", "Ukrainian forces attacked. The Russian defence ministry said the enemy lost 300 soldiers.", "ua_forces"),
    ("de", "Russische Truppen griffen an. Der ukrainische Generalstab meldete 90 getötete Besatzer.", "ru_forces"),
    (
        "de",
        "Ukrainische Truppen griffen an. Das russische Verteidigungsministerium sagte, der Gegner verlor 90 Mann.",
        "ua_forces",
    ),
    (
        "de",
        "Israelische Soldaten rückten vor. Die Hisbollah tötete nach eigenen Angaben sechs feindliche Soldaten.",
        "idf",
    ),
]
ENEMIES += [
    ("en", "Israeli forces struck two nurses. Hezbollah said it killed six enemy soldiers.", "idf"),
]
OPEN = [
    ("en", "Ukrainian forces advanced. The Houthis said they killed six enemy soldiers."),
    ("en", "The Observatory said 40 invaders were killed. Russian forces advanced."),
    ("de", "Der ukrainische Generalstab meldete 90 getötete Besatzer."),
    ("de", "Die Hisbollah meldete 40 getötete Gegner des Regimes. Israelische Truppen rückten vor."),
]


@pytest.mark.parametrize(("language", "text", "actor"), [*OWN, *ENEMIES])
def test_own_people_and_enemies_are_linked_by_who_speaks(
    extractor: Extractor, language: str, text: str, actor: str
) -> None:
    assert actor in [claim.actor for claim in claims(extractor, text, language)]


@pytest.mark.parametrize(("language", "text"), OPEN)
def test_an_enemy_of_nobody_known_stays_open(extractor: Extractor, language: str, text: str) -> None:
    (claim,) = claims(extractor, text, language)
    assert (claim.actor, claim.side) == (None, None)
    assert claim.category is not Category.COMBATANT_MIXED


def test_a_part_of_the_enemy_is_the_enemys(extractor: Extractor) -> None:
    text = (
        "Russische Truppen griffen an. Der ukrainische Generalstab meldete 90 getötete Besatzer, darunter 4 Offiziere."
    )
    assert [claim.actor for claim in claims(extractor, text)] == ["ru_forces", "ru_forces"]


def test_it_says_that_it_was_inferred(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Israeli forces advanced. Hezbollah said it killed six enemy soldiers.", "en")
    assert any("the speaker's enemy, inferred" in rule for rule in claim.rules)


def test_the_cases_conflict_tells_the_enemy_where_the_article_names_none(
    extractor: Extractor, known: Registers
) -> None:
    registers = replace(known, foes={"ukraine": "ru_forces"})
    text = "Der ukrainische Generalstab meldete 90 getötete Besatzer."
    found = extractor.read(text, language="de", published=PUBLISHED, registers=registers)
    assert [claim.actor for claim in found.claims] == ["ru_forces"]


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "Forty Russians were killed in the fighting.", "ru_forces"),
        ("en", "The Ukrainians lost 40 soldiers.", "ua_forces"),
        ("en", "Forty Russians were killed in a plane crash.", None),
        ("de", "Bei den Kämpfen wurden 30 Russen getötet.", "ru_forces"),
        ("de", "Die Russen hätten 200 Mann verloren.", "ru_forces"),
        ("de", "Bei einem Busunglück wurden 30 Russen getötet.", None),
    ],
)
def test_a_people_stands_for_its_forces_in_a_fight(
    extractor: Extractor, language: str, text: str, actor: str | None
) -> None:
    assert [claim.actor for claim in claims(extractor, text, language)] == [actor]
