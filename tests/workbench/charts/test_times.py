from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.workbench.charts.reference import SIDES, background, figure
from workbench.charts.calendar import Step
from workbench.charts.times import Lane, TimeSeries, over_time
from workbench.model.circumstance import When
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure, Reckoning, Unused
from workbench.model.incident import Incident

FIRST = date(2024, 11, 27)


def day(number: int) -> date:
    return FIRST + timedelta(number)


def on(id_: int, start: int | None, end: int | None = None, precision: int = 1) -> Incident:
    when = None if start is None else When(day(start), day(start if end is None else end), precision)
    return Incident(id_, f"incident {id_}", when)


INCIDENTS = (on(1, 0), on(2, 1), on(3, 1, 4, 2), on(4, None), on(5, 40), on(6, 0))


def chart(*figures: Figure, step: Step | None = None, incident: int | None = None, language: str = "en") -> TimeSeries:
    ground = replace(background(language=language), incidents={one.id: one for one in INCIDENTS})
    return over_time(Reckoning(figures, ()), SIDES, (Effect.KILLED,), incident, ground, step)


def lanes(made: TimeSeries) -> dict[str, Lane]:
    return {lane.name: lane for lane in made.panels[0].lanes}


def of(side: str | None, number: int | None, incident: int, **others: object) -> Figure:
    return figure(side, number, (incident,), incident=incident, **others)


def test_figures_of_one_day_are_one_bar_and_other_days_others() -> None:
    made = chart(of("government", 37, 1), of("government", 5, 6), of("government", 12, 2), step=Step.DAY)
    [lane] = made.panels[0].lanes
    assert [(column.days.start, column.bar.best) for column in lane.steps if column.days] == [
        (day(0), 42),
        (day(1), 12),
    ]
    assert lane.steps[0].bar.used == (1, 6)
    assert lane.label == "54"


def test_what_reaches_over_several_days_is_never_divided() -> None:
    made = chart(of("government", 60, 3, low=50, high=70), of("government", 12, 2), step=Step.DAY)
    [lane] = made.panels[0].lanes
    assert [column.bar.label for column in lane.steps] == ["12"]
    [span] = lane.spans
    assert span.days is not None
    assert (span.days.start, span.days.end, span.bar.label) == (day(1), day(4), "60 (50–70)")
    assert any("bands" in line for line in made.caption)


def test_what_lies_in_one_week_is_one_bar_there() -> None:
    made = chart(of("government", 60, 3), of("government", 12, 2), step=Step.WEEK)
    [lane] = made.panels[0].lanes
    assert [column.bar.best for column in lane.steps] == [72]
    assert not lane.spans


def test_what_has_no_date_stands_apart_and_the_caption_says_so() -> None:
    made = chart(of("government", 9, 4), of("government", 12, 2))
    [lane] = made.panels[0].lanes
    assert lane.undated is not None
    assert lane.undated.bar.words == "9 killed, Government, date unknown"
    assert any("without a date" in line for line in made.caption)
    assert lane.columns[-1] is lane.undated


def test_sides_have_lanes_in_their_order_and_others_none() -> None:
    made = chart(of(None, 3, 1), of("opposition", 5, 2), of("government", 7, 1))
    assert list(lanes(made)) == ["Government", "HTS and allies", "Side unknown"]


def test_unknown_stays_unknown() -> None:
    made = chart(of("civilian", None, 1), of("civilian", 0, 2), of("government", 24, 2, best=None, high=99))
    civilians = lanes(made)["Civilians"].steps
    assert (civilians[0].bar.best, civilians[0].bar.unquantified) == (None, True)
    assert (civilians[1].bar.best, civilians[1].bar.label) == (0, "0")
    assert lanes(made)["Government"].steps[0].bar.best is None


def test_running_tolls_are_no_events() -> None:
    made = chart(of("government", 5000, 1, scope=Scope.CUMULATIVE), of("government", 12, 2))
    assert [column.bar.best for column in made.panels[0].lanes[0].steps] == [12]
    assert any("kept apart" in line for line in made.caption)


def test_the_step_is_what_fits_unless_one_is_chosen() -> None:
    assert chart(of("government", 1, 1)).step is Step.DAY
    assert chart(of("government", 1, 1), step=Step.MONTH).step is Step.MONTH
    made = chart(of("government", 1, 1), of("government", 1, 5), step=Step.MONTH)
    assert made.days is not None
    assert (made.days.start, made.days.end) == (date(2024, 11, 1), date(2025, 1, 31))


def test_one_incident_can_be_charted_alone() -> None:
    made = chart(of("government", 1, 1), of("government", 5, 2), incident=2)
    assert [column.bar.best for column in made.panels[0].lanes[0].steps] == [5]


def test_without_figures_there_is_nothing_but_words() -> None:
    made = chart()
    assert (made.days, made.panels[0].lanes, made.panels[0].subtitle) == (None, (), "No claim speaks of it")
    assert made.description.startswith("Killed, day by day.")


def test_the_table_gives_days_and_what_numbers_rest_on() -> None:
    left = Unused(7, "of another day")
    made = chart(
        of("government", 60, 3, not_used=(left,)), of("government", 9, 4), of("government", 5, 1), step=Step.DAY
    )
    first, second, third = csv.DictReader(io.StringIO(made.table().to_csv()))
    assert (first["from"], first["to"], first["step"], first["best"]) == ("2024-11-27", "2024-11-27", "day", "5")
    assert (second["from"], second["to"], second["step"]) == ("2024-11-28", "2024-12-01", "")
    assert (second["claims"], second["not_used"]) == ("3", "7: of another day")
    assert (third["from"], third["best"]) == ("", "9")


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_figures_changes_nothing(order: int) -> None:
    figures = [of("government", 37, 1), of("opposition", 5, 6), of("government", 12, 2), of("government", 60, 3)]
    assert chart(*figures[::order]).table() == chart(*figures).table()


def test_it_speaks_german() -> None:
    made = chart(of("government", 12, 2), step=Step.WEEK, language="de")
    assert made.title == "Getötete nach Wochen"
    assert made.panels[0].lanes[0].steps[0].bar.words == "12 getötet, Government, Woche ab 25. November 2024"
