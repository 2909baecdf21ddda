"""Checks that hold what origins tell against each other and against the day they tell it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.workbench.reckoning.making import fighters, reckoned, soldiers, texts
from workbench.model.circumstance import When
from workbench.model.claim import Quantity
from workbench.reckoning import conventions as c


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        (c.exact(31), c.at_least(25), "31 and 25 (at least 25), told by 2 origins, can be the same"),
        (c.exact(31), c.exact(31), "31, told by 2 origins, can be the same"),
        (c.approx(30), c.exact(31), "30 (27–33) and 31, told by 2 origins, can be the same"),
    ],
)
def test_origins_that_agree_bear_each_other_out(one: Quantity, other: Quantity, text: str) -> None:
    found = reckoned(soldiers(1, one), soldiers(2, other, article_id=2, origin="un"))
    assert texts(found, "origins") == [(True, text)]


def test_origins_that_cannot_agree_are_shown() -> None:
    found = reckoned(
        soldiers(1, 31), soldiers(2, 12, article_id=2, origin="un"), soldiers(3, 31, article_id=3, origin=None)
    )
    assert texts(found, "origins") == [
        (False, "31 and 12, told by 3 origins, cannot both be right, and the figure spans them")
    ]
    assert [check.claims for check in found.checks] == [(1, 2, 3)]


def test_one_origin_people_without_a_number_and_rivals_are_not_held_against_each_other() -> None:
    assert not texts(reckoned(soldiers(1, 31), soldiers(2, 31, article_id=2)), "origins")
    assert not texts(reckoned(soldiers(1, 31), soldiers(2, c.bare_plural(), article_id=2, origin="un")), "origins")
    assert not texts(reckoned(fighters(1, 31), fighters(2, 90, article_id=2, origin="ministry")), "origins")


def told_for(day: int, **more: Any) -> list[tuple[bool, str]]:
    """The checks on a claim told for a day of November in an article of the 28th."""
    when = When(date(2024, 11, day), date(2024, 11, day), 1, **more)
    return texts(reckoned(soldiers(1, 31, when=when), days={1: 1}), "future")


def test_a_claim_told_for_a_day_after_its_article_has_a_wrong_date() -> None:
    assert told_for(30) == [
        (False, "“31 Soldaten” is told for 2024-11-30, but its article was published on 2024-11-28")
    ]
    assert not told_for(28)
    assert not told_for(30, inherited=True)


def test_where_the_day_of_the_article_is_not_known_nothing_is_in_the_future() -> None:
    when = When(date(2024, 11, 30), date(2024, 11, 30), 1)
    assert not texts(reckoned(soldiers(1, 31, when=when)), "future")
