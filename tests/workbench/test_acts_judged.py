"""The analyst's judgements as changes, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench import acts_judged
from workbench.changes import Change, Edit
from workbench.errors import WorkbenchError
from workbench.model.assessment import About, Assessment, Grade, Reliability
from workbench.model.claim import Effect, Scope
from workbench.model.convention import OwnReading
from workbench.model.override import Override

SOHR = Assessment(1, About.SOURCE, "sohr", reliability=Reliability.USUALLY)
SET = Override(2, 9, Scope.EVENT, "government", None, Effect.KILLED, 30, 37, 40, "Counted on the lists of names.")
DOZENS = OwnReading("dozens", "24", "60", "-")


def test_an_assessment_is_added_changed_and_taken_away_when_nothing_is_left() -> None:
    assert acts_judged.assess(None, SOHR, "SOHR") == Change("assess", (Edit(None, SOHR),), "SOHR")
    graded = replace(SOHR, grade=Grade.FAIR)
    assert acts_judged.assess(SOHR, graded, "SOHR").edits == (Edit(SOHR, graded),)
    assert acts_judged.assess(SOHR, replace(SOHR, reliability=None, note=" "), "SOHR").edits == (Edit(SOHR, None),)


def test_judging_nothing_where_nothing_was_is_no_edit() -> None:
    assert acts_judged.assess(None, Assessment(1, About.CLAIM, "3"), "37").edits == ()
    assert acts_judged.assess(SOHR, replace(SOHR, note=" "), "SOHR").edits == ()


def test_a_figure_is_set_with_its_rationale_and_given_back() -> None:
    spaced = replace(SET, rationale=f"  {SET.rationale}\n")
    assert acts_judged.override(None, spaced, "Aleppo").edits == (Edit(None, SET),)
    assert acts_judged.withdraw_override(SET, "Aleppo").edits == (Edit(SET, None),)


@pytest.mark.parametrize("rationale", ["", " \n\t"])
def test_a_figure_without_a_rationale_is_refused(rationale: str) -> None:
    with pytest.raises(WorkbenchError, match="needs a rationale"):
        acts_judged.override(None, replace(SET, rationale=rationale), "Aleppo")


@pytest.mark.parametrize(
    ("low", "best", "high", "why"),
    [
        (-1, None, 3, "0 or more"),
        (40, None, 30, r"high end \(30\) is below the low end \(40\)"),
        (1, 0, 3, "outside the range"),
        (1, 4, 3, "outside the range"),
        (5, 4, None, "outside the range"),
    ],
)
def test_numbers_that_cannot_be_together_are_refused(low: int, best: int | None, high: int | None, why: str) -> None:
    with pytest.raises(WorkbenchError, match=why):
        acts_judged.override(None, replace(SET, low=low, best=best, high=high), "Aleppo")


def test_a_range_of_one_number_has_that_best() -> None:
    (edit,) = acts_judged.override(None, replace(SET, low=12, best=None, high=12), "Aleppo").edits
    assert edit.after == replace(SET, low=12, best=12, high=12)


def test_open_and_without_a_best_is_a_figure() -> None:
    acts_judged.refuse_override(replace(SET, low=0, best=None, high=None))


def test_a_reading_of_the_analyst_s_is_set_and_taken_back() -> None:
    assert acts_judged.read_own(None, DOZENS, "dozens").edits == (Edit(None, DOZENS),)
    assert acts_judged.read_own(DOZENS, None, "dozens").edits == (Edit(DOZENS, None),)


def test_rows_are_taken_over_from_another_convention_in_one_change() -> None:
    several, same = OwnReading("several", "3", "9", "-"), OwnReading("many", "10", "-", "-")
    before = {"dozens": DOZENS, "many": same}
    change = acts_judged.adopt_readings(before, {"several": several, "many": same}, "ACLED")
    assert change == Change("read_own", (Edit(DOZENS, None), Edit(None, several)), "ACLED")


@pytest.mark.parametrize("cells", [("", "60", "-"), ("24", "some", "-"), ("24", "60", "N*2")])
def test_a_cell_that_cannot_be_read_is_named(cells: tuple[str, str, str]) -> None:
    with pytest.raises(WorkbenchError, match=r"is no (low|high|best) for dozens\. Write a number"):
        acts_judged.read_own(None, OwnReading("dozens", *cells), "dozens")


def test_numbers_that_fall_are_refused() -> None:
    with pytest.raises(WorkbenchError, match="do not rise"):
        acts_judged.read_own(None, OwnReading("dozens", "60", "24", "-"), "dozens")
