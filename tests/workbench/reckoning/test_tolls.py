"""Tolls: what one origin told again and again stays a series beside the figures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.workbench.reckoning.making import TABLE, WOUNDED, claim, fighters, reckoned, soldiers, table, texts
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim, Effect, Scope
from workbench.model.figure import Reckoning
from workbench.model.toll import Toll
from workbench.reckoning import conventions as c

DAYS = {1: 0, 2: 1, 3: 2}
YEAR = date(2011, 1, 1)


def running(number: int, quantity: Any, **more: Any) -> Claim:
    """Make a claim of a running toll since 2011, told in an article and an incident of its own."""
    values = {"scope": Scope.CUMULATIVE, "when": When(YEAR, date(2024, 11, 26 + number), 5)}
    return claim(number, quantity, **{**values, "article_id": number, "incident_id": number, **more})


def told(reckoning: Reckoning) -> list[list[tuple[int, int | None, int | None]]]:
    """The numbers of each toll."""
    return [[(t.low, t.best, t.high) for t in toll.tellings] for toll in reckoning.tolls]


def test_a_running_toll_is_one_series_through_all_incidents() -> None:
    found = reckoned(running(2, 507), running(1, 500), running(3, c.at_least(510)), days=DAYS)
    (toll,) = found.tolls
    assert (toll.origin, toll.scope, toll.incident, toll.since) == ("sohr", Scope.CUMULATIVE, None, YEAR)
    assert told(found) == [[(500, 500, 500), (507, 507, 507), (510, 510, None)]]
    assert [t.day for t in toll.tellings] == [date(2024, 11, 27), date(2024, 11, 28), date(2024, 11, 29)]
    assert [t.used for t in toll.tellings] == [(1,), (2,), (3,)]
    assert not texts(found, "toll_falls")


@pytest.mark.parametrize(
    "other",
    [
        {"origin": "un"},
        {"effect": WOUNDED},
        {"side": "government"},
        {"when": When(date(2024, 1, 1), date(2024, 11, 28), 5)},
        {"where": Where("SY-ID", "Idlib", 4)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_tolls_of_other_people_days_places_or_origins_stay_apart(other: dict[str, Any]) -> None:
    assert len(reckoned(running(1, 500), running(2, 507, **other), days=DAYS).tolls) == 2


def test_a_place_taken_over_from_the_article_tells_no_tolls_apart() -> None:
    here = Where("SY", "Syria", 6, inherited=True)
    assert len(reckoned(running(1, 500), running(2, 507, where=here), days=DAYS).tolls) == 1


def test_a_running_toll_that_falls_is_a_check_that_fails() -> None:
    found = reckoned(running(1, 500), running(2, 480), days=DAYS)
    ((holds, text),) = texts(found, "toll_falls")
    assert not holds
    assert text == (
        "480 of 2024-11-28 is less than the same origin's 500 of 2024-11-27: it was corrected, or counts other people"
    )
    assert found.checks[0].claims == (1, 2)


def test_what_an_origin_told_of_an_event_is_kept_though_the_figure_is_its_last_word() -> None:
    found = reckoned(
        soldiers(1, 20),
        soldiers(2, 3, to={"additional_to": 1}),
        soldiers(3, 31, article_id=2),
        soldiers(4, 29, article_id=3),
        soldiers(5, 25, article_id=2, origin="un"),
        days=DAYS,
    )
    assert table(found) == {("government", "killed"): (25, 29, 29)}
    assert told(found) == [[(23, 23, 23), (31, 31, 31), (29, 29, 29)]]
    assert found.tolls[0].incident == 1
    assert found.tolls[0].since is None
    assert [holds for holds, _ in texts(found, "toll_falls")] == [False]


def test_an_addition_in_a_later_article_is_added_to_what_was_told_before() -> None:
    found = reckoned(soldiers(1, 20), soldiers(2, 3, article_id=2, to={"additional_to": 1}), days=DAYS)
    assert told(found) == [[(20, 20, 20), (23, 23, 23)]]


def test_wounded_who_died_are_added_to_the_dead_told_before() -> None:
    hurt = soldiers(2, 40, effect=WOUNDED)
    found = reckoned(soldiers(1, 20), hurt, soldiers(3, 3, article_id=2, to={"subset_of": 2}), days=DAYS)
    assert told(found) == [[(20, 20, 20), (23, 23, 23)]]


def test_a_number_that_another_replaced_is_told_and_a_subset_or_summary_is_not() -> None:
    found = reckoned(
        soldiers(1, 20),
        soldiers(2, 4, to={"subset_of": 1}),
        soldiers(3, 31, article_id=2, to={"supersedes": 1}),
        claim(4, c.vague("dozens", TABLE), article_id=2, side="both", to={"summary_of": 3}),
        days=DAYS,
    )
    assert told(found) == [[(20, 20, 20), (31, 31, 31)]]


def test_parts_of_a_side_are_told_as_one() -> None:
    found = reckoned(
        fighters(1, 44, actor="hts"), fighters(2, 16, actor="allies"), fighters(3, 70, article_id=2), days=DAYS
    )
    assert told(found) == [[(60, 60, 60), (70, 70, 70)]]


def test_what_one_article_alone_tells_of_an_event_is_no_toll() -> None:
    assert not reckoned(soldiers(1, 20), soldiers(2, c.at_least(10)), days=DAYS).tolls
    assert not reckoned(soldiers(1, 20), soldiers(2, 30, article_id=2, origin="un"), days=DAYS).tolls


@pytest.mark.parametrize("effect", [Effect.CAPTURED, Effect.MISSING, Effect.DISPLACED])
def test_prisoners_and_missing_people_may_become_fewer(effect: Effect) -> None:
    found = reckoned(soldiers(1, 20, effect=effect), soldiers(2, 10, article_id=2, effect=effect), days=DAYS)
    assert told(found) == [[(20, 20, 20), (10, 10, 10)]]
    assert not texts(found, "toll_falls")


def test_ranges_that_meet_do_not_fall_and_nobody_knows_the_order_of_one_day() -> None:
    assert not texts(reckoned(soldiers(1, c.approx(30)), soldiers(2, 29, article_id=2), days=DAYS), "toll_falls")
    assert not texts(reckoned(soldiers(1, 30), soldiers(2, 20, article_id=2), days={1: 1, 2: 1}), "toll_falls")
    assert not texts(reckoned(soldiers(1, 30), soldiers(2, c.bare_plural(), article_id=2), days=DAYS), "toll_falls")


def test_a_day_nobody_knows_is_none_and_comes_first() -> None:
    (toll,) = reckoned(soldiers(1, 20), soldiers(2, 30, article_id=2), days={1: 1}).tolls
    assert [(t.day, t.low) for t in toll.tellings] == [(None, 30), (date(2024, 11, 28), 20)]


def test_the_order_of_claims_and_incidents_changes_no_toll() -> None:
    claims: list[Claim] = [running(1, 500), running(2, 507), running(3, 490, origin="un")]
    tolls: tuple[Toll, ...] = reckoned(*claims, days=DAYS).tolls
    assert reckoned(*reversed(claims), days=DAYS).tolls == tolls
