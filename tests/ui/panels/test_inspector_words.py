from dataclasses import replace
from datetime import date

import pytest

from tests.ui.reader.rows import claim
from ui.panels import inspector_words as words
from workbench.model.circumstance import When, Where
from workbench.model.claim import Epistemic, Relation, RelationType, Scope
from workbench.model.figure import Check, Figure, Reckoning, Unused

TEXT = "fast 100 Kämpfer, 44 Mitglieder, Dutzende getötet"
TOTAL = claim(1, TEXT, "fast 100 Kämpfer", "fast 100", 100, victims_text="Kämpfer")
PART = claim(2, TEXT, "44 Mitglieder", "44", 44, relations=(Relation(RelationType.COMPONENT_OF, 1),))
RIVAL = claim(3, TEXT, "Dutzende", "Dutzende", 24, origin="web", relations=(Relation(RelationType.RIVAL_OF, 2),))
CLAIMS = (TOTAL, PART, RIVAL)


def cards(one: int, *checks: Check, figures: tuple[Figure, ...] = ()) -> list[words.Card]:
    return words.cards(CLAIMS[one - 1], CLAIMS, Reckoning(figures, checks), {"web": "Pro-government sites"})


def test_a_claim_knows_its_place() -> None:
    assert [words.number_of(c, CLAIMS) for c in CLAIMS] == ["claim 1 of 3", "claim 2 of 3", "claim 3 of 3"]


def test_what_does_not_hold_comes_first() -> None:
    found = cards(
        1,
        Check("subset", True, "4 ≤ 37: fits", (1, 2)),
        Check("total_and_parts", True, "44 + 16 + 37 = 97 lies in fast 100 (90–99)", (1, 2)),
        Check("same_origin", False, "two numbers", (1,)),
        Check("subset", True, "of others", (2, 3)),
    )
    assert [(c.look, c.heading) for c in found] == [
        ("warn", "The origin contradicts itself"),
        ("good", "The parts fit the total"),
        ("good", "The subset fits"),
    ]
    assert found[1].text == "44 + 16 + 37 = 97 lies in fast 100 (90–99)."
    assert [c.signed[0] for c in found] == ["⚠", "✓", "✓"]


def test_a_rest_is_a_warning_and_an_unknown_check_has_words() -> None:
    rest = Check("total_and_parts", True, "44 = 44 stays below fast 100: 46–55 more have no side", (1,))
    assert [c.heading for c in cards(1, rest, Check("new", False, "x", (1,)))] == [
        "The arithmetic does not hold",
        "The parts leave a rest",
    ]


def test_a_rival_and_a_claim_left_out_are_said() -> None:
    figure = Figure(1, Scope.EVENT, None, None, PART.effect, 0, None, None, False, False, (), (Unused(3, "a rival"),))
    assert [(c.heading, c.text) for c in cards(3, figures=(figure, figure))] == [
        ("A rival account stands apart", "Someone else: «44», 44"),
        ("Not counted in the figure", "A rival."),
    ]
    assert cards(3, figures=(figure,))[1].signed == "○ Not counted in the figure."
    assert cards(2)[0].text == "Pro-government sites: «Dutzende», 24"


@pytest.mark.parametrize(
    ("when", "where", "wanted"),
    [
        (None, None, "date unknown · place unknown"),
        (When(date(2024, 11, 27), date(2024, 11, 27), 1), Where("SY", "Aleppo", 4), "27 Nov 2024 · Aleppo"),
        (
            When(date(2024, 11, 27), date(2024, 11, 28), 2, inherited=True),
            Where("SY", "", 4),
            "27 Nov 2024 – 28 Nov 2024 · SY (from the context)",
        ),
    ],
)
def test_when_and_where(when: When | None, where: Where | None, wanted: str) -> None:
    assert words.circumstance_words(when, where) == wanted


def test_how_it_is_said() -> None:
    assert words.said_how(TOTAL) == ""
    assert words.said_how(replace(TOTAL, epistemic=Epistemic.QUOTED)) == "quoted"
    assert words.said_how(replace(TOTAL, epistemic=Epistemic.SELF_CLAIM)) == "own claim"
