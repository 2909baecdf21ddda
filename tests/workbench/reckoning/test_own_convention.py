"""The analyst's own convention beside the shipped ones."""

from __future__ import annotations

import pytest

from tests.workbench.reckoning.making import TABLE, numbers, reckoned, soldiers
from workbench.errors import BadResource
from workbench.model.claim import Modifier, Quantity
from workbench.model.convention import OWN, OwnReading
from workbench.reckoning import conventions as c
from workbench.reckoning.judged import Judged

DOZENS = c.vague("dozens", TABLE)


def own(*readings: OwnReading) -> c.Conventions:
    return TABLE.with_own({reading.id: reading for reading in readings})


def test_it_stands_beside_the_shipped_ones_once() -> None:
    assert own().names() == (*TABLE.names(), OWN)
    assert own().with_own({}).names() == (*TABLE.names(), OWN)
    assert own().keys() == TABLE.keys()


def test_what_it_does_not_read_is_as_the_default() -> None:
    keys = TABLE.keys()
    for key in keys:
        if TABLE.term(key).readings["default"].low.isdigit() and key not in {"negated", "plural"}:
            assert own().bounds(c.vague(key, TABLE), OWN) == c.vague(key, TABLE)
    typed = Quantity(100, 80, 130, 100, Modifier.APPROX)
    assert own().bounds(typed, OWN) == typed


@pytest.mark.parametrize(
    ("reading", "stated", "bounds"),
    [
        (OwnReading("dozens", "30", "60", "40"), DOZENS, (30, 40, 60)),
        (OwnReading("dozens", "=", "60", "-"), DOZENS, (24, None, 60)),
        (OwnReading("dozens", "30", "-", "="), DOZENS, (30, None, None)),
        (OwnReading("approx", "N-5", "N+5", "N"), c.approx(50), (45, 50, 55)),
        (OwnReading("nearly", "N-tenth", "N", "N"), c.nearly(100), (90, 100, 100)),
        (OwnReading("dozens", "some", "60", "-"), DOZENS, (24, None, 99)),
    ],
)
def test_its_rows_are_read_as_those_of_the_table(
    reading: OwnReading, stated: Quantity, bounds: tuple[int, int | None, int | None]
) -> None:
    read = own(reading).bounds(stated, OWN)
    assert (read.low, read.best, read.high) == bounds
    assert own(reading).bounds(stated, "acled") == TABLE.bounds(stated, "acled")


def test_figures_follow_it_and_come_back() -> None:
    judged = Judged(readings={"dozens": OwnReading("dozens", "30", "60", "40")})
    told = soldiers(1, DOZENS)
    (default,) = reckoned(told, judged=judged).figures
    (mine,) = reckoned(told, convention=OWN, judged=judged).figures
    assert (numbers(default), numbers(mine)) == ((24, None, 99), (30, 40, 60))
    (unread,) = reckoned(told, convention=OWN).figures
    assert unread == default


def test_without_a_case_there_is_no_own_convention() -> None:
    with pytest.raises(BadResource, match="no number convention “own”"):
        TABLE.bounds(DOZENS, OWN)
