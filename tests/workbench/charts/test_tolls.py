from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

from tests.workbench.charts.reference import SIDES, background
from workbench.charts.tolls import MOST, MOST_LINES, TollSeries, over_articles
from workbench.model.claim import Category, Effect, Scope
from workbench.model.figure import Reckoning
from workbench.model.toll import Telling, Toll

START = date(2024, 11, 20)
TOLL = Toll("sohr", False, Scope.CUMULATIVE, None, date(2011, 3, 15), "", None, None, Effect.KILLED, ())
EVENT = replace(TOLL, scope=Scope.EVENT, incident=1, since=None, side="government", category=Category.COMBATANT_STATE)


def told(
    number: int | None, low: int, best: int | None = None, high: int | None = None, used: tuple[int, ...] = (5,)
) -> Telling:
    """Return what was told on a day; `number` None has no date. Exact where only `low` is given."""
    exact = best is None and high is None
    day = None if number is None else START + timedelta(number)
    return Telling(day, 10 + (number or 0), low, low if exact else best, low if exact else high, False, used)


def chart(*tolls: Toll, incident: int | None = None, language: str = "en") -> TollSeries:
    reckoning = Reckoning((), (), (), tolls)
    return over_articles(reckoning, SIDES, (Effect.KILLED,), incident, background(language=language))


def test_tolls_of_the_same_people_stand_together() -> None:
    other = replace(TOLL, origin="web", tellings=(told(1, 90),))
    made = chart(replace(TOLL, tellings=(told(0, 100), told(3, 120))), other, replace(EVENT, tellings=(told(0, 5),)))
    assert [(group.title, [line.name for line in group.lines]) for group in made.groups] == [
        ("Side unknown", ["SOHR", "pro-government websites"]),
        ("Government", ["SOHR"]),
    ]
    assert made.groups[0].about == "killed · since 15 March 2011"
    assert made.groups[1].about == "killed · state forces · Aleppo"


def test_what_is_less_than_before_falls() -> None:
    [group] = chart(replace(EVENT, tellings=(told(0, 20), told(1, 31), told(2, 29)))).groups
    assert [point.falls for point in group.lines[0].points] == [False, False, True]


def test_a_number_that_can_still_be_the_same_does_not_fall() -> None:
    [group] = chart(replace(EVENT, tellings=(told(0, 20, 25, 30), told(1, 22)))).groups
    assert not any(point.falls for point in group.lines[0].points)


def test_points_say_number_origin_and_day() -> None:
    [group] = chart(replace(EVENT, tellings=(told(0, 20, 25, 30), told(1, 1200, 1200, None)))).groups
    first, second = group.lines[0].points
    assert first.words == "25 (20–30) killed, SOHR, 20 November 2024"
    assert (second.label, second.height) == ("at least 1,200", 1200)
    assert group.lines[0].used == (5,)


def test_a_number_that_nobody_can_defend_is_drawn_at_its_least() -> None:
    [group] = chart(replace(EVENT, tellings=(told(0, 24, None, 99),))).groups
    [point] = group.lines[0].points
    assert (point.best, point.height, point.label) == (None, 24, "24–99")


def test_tellings_without_a_day_are_counted_in_the_caption() -> None:
    made = chart(replace(EVENT, tellings=(told(None, 3), told(0, 20))))
    assert [point.low for point in made.groups[0].lines[0].points] == [20]
    assert "one telling without a date is not drawn" in made.caption
    assert chart(replace(EVENT, tellings=(told(None, 3),))).groups == ()


def test_of_a_whole_case_the_events_told_most_often_are_shown() -> None:
    events = [
        replace(EVENT, incident=n, tellings=tuple(told(day, 20) for day in range(2 + n % 3))) for n in range(1, 12)
    ]
    made = chart(*events, replace(TOLL, tellings=(told(0, 100),)))
    assert len(made.groups) == MOST
    assert made.groups[0].toll.scope is Scope.CUMULATIVE
    assert [sum(len(line.points) for line in group.lines) for group in made.groups[1:4]] == [4, 4, 4]
    assert any("4 more groups" in line for line in made.caption)


def test_of_many_origins_those_that_told_most_often_are_drawn_and_the_table_holds_all() -> None:
    rare = [replace(EVENT, origin=f"rare {n}", tellings=(told(n, 20 + n),)) for n in range(MOST_LINES)]
    often = replace(EVENT, origin="often", tellings=(told(0, 20), told(1, 31)))
    made = chart(*rare, often)
    [group] = made.groups
    assert [line.origin for line in group.drawn] == ["often", *(f"rare {n}" for n in range(1, MOST_LINES))]
    assert len(made.table().rows) == MOST_LINES + 2
    assert "one series of an origin that told less often is not drawn; the table (CSV) holds it" in made.caption
    assert group.days.count == MOST_LINES


def test_of_one_incident_only_what_was_told_there() -> None:
    merged = replace(TOLL, tellings=(told(0, 100),))
    apart = replace(TOLL, since=date(2020, 1, 1), tellings=(told(0, 7, used=(99,)),))
    made = chart(merged, apart, replace(EVENT, tellings=(told(0, 5),)), incident=1)
    assert [group.toll.since for group in made.groups] == [date(2011, 3, 15), None]
    assert chart(replace(EVENT, tellings=(told(0, 5),)), incident=2).groups == ()


def test_other_effects_are_left_out() -> None:
    assert chart(replace(TOLL, effect=Effect.WOUNDED, tellings=(told(0, 5),))).groups == ()


def test_the_table_gives_every_telling_with_its_claims() -> None:
    made = chart(replace(EVENT, tellings=(told(0, 31), told(2, 29, used=(5, 6)))))
    rows = list(csv.DictReader(io.StringIO(made.table().to_csv())))
    assert [(row["day"], row["best"], row["falls"], row["claims"]) for row in rows] == [
        ("2024-11-20", "31", "no", "5"),
        ("2024-11-22", "29", "yes", "5 6"),
    ]
    assert (rows[0]["scope"], rows[0]["since"], rows[0]["origins"]) == ("event", "", "SOHR")


def test_belligerents_are_told_apart_and_the_caption_says_how() -> None:
    made = chart(replace(EVENT, tellings=(told(0, 5),)), replace(EVENT, partisan=True, tellings=(told(0, 50),)))
    assert [line.partisan for line in made.groups[0].lines] == [False, True]
    assert any("dashed" in line for line in made.caption)


def test_an_origin_without_a_name_is_called_by_what_the_article_says() -> None:
    [group] = chart(replace(EVENT, origin="article 1", tellings=(told(0, 5, used=(1,)),))).groups
    assert group.lines[0].name == "origin not stated"
    [group] = chart(replace(EVENT, origin="army", tellings=(told(0, 5),))).groups
    assert group.lines[0].name == "Syrian army"


def test_it_speaks_german() -> None:
    made = chart(replace(TOLL, tellings=(told(0, 1200, 1200, None),)), language="de")
    assert made.title == "Getötete: Angaben im Zeitverlauf"
    assert made.groups[0].about == "getötet · seit 15. März 2011"
    assert made.groups[0].lines[0].points[0].words == "mindestens 1.200 getötet, SOHR, 20. November 2024"
    assert "SOHR mindestens 1.200 (2024-11-20)" in made.description
