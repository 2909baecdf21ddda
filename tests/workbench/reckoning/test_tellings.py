"""One origin's articles of one day, whose order nobody knows."""

from __future__ import annotations

from tests.workbench.reckoning.making import reckoned, soldiers, table, texts
from workbench.model.circumstance import Where
from workbench.reckoning import conventions as c

GOVERNMENT = ("government", "killed")


def test_of_two_articles_of_one_day_the_one_that_tells_most_stands() -> None:
    told = [soldiers(1, 31), soldiers(2, 20, article_id=2)]
    for days in ({1: 1, 2: 1}, {}):
        found = reckoned(*told, days=days)
        assert table(found) == {GOVERNMENT: (20, 31, 31)}
        assert texts(found, "same_origin") == [
            (False, "20 and 31 come from the same origin, and nobody knows which is the later: best is the higher")
        ]


def test_an_article_of_the_day_that_tells_a_part_of_it_contradicts_nothing() -> None:
    here, there = (Where(p, p, 1) for p in ("SY-HL-1", "SY-HL-2"))
    told = [soldiers(1, 31, where=here), soldiers(2, 20, where=there), soldiers(3, 20, article_id=2, where=there)]
    found = reckoned(*told, days={1: 1, 2: 1})
    assert table(found) == {GOVERNMENT: (51, 51, 51)}
    assert not texts(found, "same_origin")


def test_an_addition_of_one_day_is_made_once_however_many_tell_it() -> None:
    told = [
        soldiers(1, 20),
        soldiers(2, 3, to={"additional_to": 1}),
        soldiers(3, 3, article_id=2, to={"additional_to": 1}),
    ]
    assert table(reckoned(*told, days={1: 1, 2: 1})) == {GOVERNMENT: (23, 23, 23)}


def test_what_a_later_day_tells_replaces_all_of_an_earlier_one() -> None:
    told = [soldiers(1, 31), soldiers(2, 20, article_id=2), soldiers(3, 28, article_id=3)]
    assert table(reckoned(*told, days={1: 1, 2: 1, 3: 2})) == {GOVERNMENT: (28, 28, 28)}


def test_numbers_of_one_day_that_can_agree_are_one_and_the_sharper_stands() -> None:
    told = [soldiers(1, c.at_least(20)), soldiers(2, 23, article_id=2)]
    found = reckoned(*told, days={1: 1, 2: 1})
    assert table(found) == {GOVERNMENT: (23, 23, 23)}
    assert not texts(found, "same_origin")


def test_an_addition_to_what_a_later_number_of_the_day_replaced_went_with_it() -> None:
    told = [
        soldiers(1, 20),
        soldiers(2, 3, to={"additional_to": 1}),
        soldiers(3, 31, article_id=2, to={"supersedes": 1}),
    ]
    assert table(reckoned(*told, days={1: 1, 2: 1})) == {GOVERNMENT: (31, 31, 31)}
