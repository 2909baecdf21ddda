"""The wrong answers that the reference article invites, each by its cause, from its text to its figures.

Each cause is carried out here and gives its wrong number; the test then says which reading keeps it away.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from workbench.commands.asked import Asked
from workbench.commands.reading import reader_of
from workbench.exporters.extraction import Reading
from workbench.importers import pasted
from workbench.model.claim import THINGS, Claim, Effect, RelationType, Unit
from workbench.reckoning.totals import totals

pytestmark = pytest.mark.reference


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    return (shared / "data" / "reference" / "aleppo.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reading(text: str, resources: Path) -> Reading:
    asked = Asked(language="de", published=date(2024, 11, 28))
    return reader_of(resources).read(pasted.read(text).document, asked, with_text=False)


def stated(claims: Iterable[Claim]) -> list[int]:
    """The numbers as they are stated; a vague one as its low end."""
    return [c.quantity.low or 0 if c.quantity.value is None else c.quantity.value for c in claims]


def killed(reading: Reading) -> list[Claim]:
    """The claims of people killed that state a number, in the order of the text."""
    found = (c for c in reading.findings.claims if c.effect is Effect.KILLED and c.number is not None)
    return sorted(found, key=lambda c: c.evidence.start + (c.number.start if c.number else 0))


def numbers(reading: Reading) -> set[int | None]:
    """Every number of every figure, and of every sum of figures."""
    figures = reading.reckoning.figures
    amounts = [total.amount for total in totals(figures)]
    single = {n for f in figures for n in (f.low, f.best, f.high)}
    return single | {n for a in amounts for n in (a.low, a.best, a.high)}


def used(reading: Reading) -> list[Claim]:
    """The claims behind all figures."""
    by_id = {c.id: c for c in reading.findings.claims}
    return [by_id[id_] for figure in reading.reckoning.figures for id_ in figure.used]


def why(reading: Reading, claim: Claim) -> str:
    """Why a claim is in no figure."""
    return " ".join(reading.reckoning.reasons[claim.id])


def test_249_counts_every_number_wherever_it_is_told(reading: Reading) -> None:
    """Kept away by: one event told three times is counted once, a subset and a rival never."""
    told = stated(killed(reading))
    assert (told, sum(told)) == ([24, 100, 44, 16, 37, 4, 24], 249)
    assert 249 not in numbers(reading)
    assert [c.number_text for c in used(reading) if c.effect is Effect.KILLED and c.number] == ["37", "44", "16"]


def test_197_adds_the_total_to_its_parts(reading: Reading) -> None:
    """Kept away by: the total is drawn to its parts, and is held against their sum."""
    total = next(c for c in killed(reading) if c.number_text == "fast 100")
    parts = [c for c in killed(reading) if c.id in total.related(RelationType.TOTAL_OF)]
    assert (stated(parts), sum(stated([total, *parts]))) == ([44, 16, 37], 197)
    assert 197 not in numbers(reading)
    assert "is a total, never added to its parts: 44 + 16 + 37 = 97" in why(reading, total)


def test_150_gives_the_nearest_number_to_the_nearest_word(reading: Reading, text: str) -> None:
    """ "getötet und fünf Mitglieder gefangen genommen": five stand nearer to the killed than to the captured.

    Kept away by: an effect is said of the group its clause is about, so the five are captured.
    """
    five = next(c for c in reading.findings.claims if c.number_text == "fünf" and c.number)
    start = five.number.start if five.number else 0
    before, after = text.rindex("getötet", 0, start) + len("getötet"), text.index("gefangen", start)
    assert start - before < after - start
    taken = [c for c in killed(reading) if c.number_text not in ("fast 100", "mindestens vier")]
    assert sum(stated([*taken, five])) == 150
    assert 150 not in numbers(reading)
    assert five.effect is Effect.CAPTURED
    sides = {c.number_text: reading.sides[c.id] for c in used(reading) if c.number}
    assert sides == {"37": "government", "44": "opposition", "16": "opposition", "fünf": "government"}


def test_200_shells_are_fired_and_not_killed(reading: Reading) -> None:
    """Kept away by: what is counted are munitions."""
    shells = next(c for c in reading.findings.claims if c.unit is Unit.MUNITIONS)
    assert stated([shells]) == [200]
    assert shells.effect in THINGS
    assert not any(shells.id in check.claims for check in reading.reckoning.checks)


def test_hundreds_of_families_are_households_and_never_multiplied(reading: Reading) -> None:
    """Kept away by: households count no persons, and these fled."""
    families = next(c for c in reading.findings.claims if c.unit is Unit.HOUSEHOLDS)
    assert (families.effect, stated([families])) == (Effect.DISPLACED, [200])
    assert "counts households, not persons, and is never multiplied" in why(reading, families)


@pytest.mark.parametrize("words", ["10 km", "6 Meilen", "2015"])
def test_distances_and_years_make_no_claim(reading: Reading, text: str, words: str) -> None:
    """Kept away by: a number with a measure, or one that is a year, counts nobody."""
    place = text.index(words)
    assert not [c for c in reading.findings.claims if c.number and c.number.start <= place < c.number.end]


def test_no_figure_holds_any_of_these(reading: Reading) -> None:
    assert not {249, 197, 150, 200, 10, 6, 2015, 100, 24} & numbers(reading)
    assert all(c.unit is Unit.PERSONS and c.effect not in THINGS for c in used(reading))


def test_the_dozens_of_the_websites_are_a_rival_with_a_reason(reading: Reading) -> None:
    rival = next(c for c in reading.findings.claims if c.related(RelationType.RIVAL_OF))
    assert rival.number_text == "Dutzende"
    assert "is a belligerent side's claim of its enemy's losses, and is vague: it stays a rival" in why(reading, rival)
