"""A chart says which of its figures were set by hand, in its labels, beneath it and in its table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.charts.reference import SIDES, background, reckoning
from workbench.charts.atlas import Atlas
from workbench.charts.by_hand import by_hand_line
from workbench.charts.places import by_place
from workbench.charts.points import on_map
from workbench.charts.series import SideSeries, by_side
from workbench.model.circumstance import Where
from workbench.model.claim import Effect
from workbench.model.figure import Figure, Reckoning
from workbench.model.override import Override

WHY = "Counted by name, “all 40”."


def by_hand(figure: Figure) -> Figure:
    override = Override(90, *figure.key, 1234, 1250, None, WHY)
    return replace(figure, low=1234, best=1250, high=None, open=True, override=override, reckoned=figure)


def government() -> Figure:
    return next(f for f in reckoning().figures if f.side == "government" and f.effect is Effect.KILLED)


def chart(language: str = "en") -> SideSeries:
    figures = tuple(by_hand(f) if f == government() else f for f in reckoning().figures)
    return by_side(replace(reckoning(), figures=figures), SIDES, (Effect.KILLED,), None, background(language=language))


@pytest.mark.parametrize(
    ("language", "label", "line"),
    [
        (
            "en",
            "1,250 (at least 1,234), set by hand",
            "set by hand: Government, killed: 1,250, where the claims give 37 (Counted by name, “all 40”)",
        ),
        (
            "de",
            "1.250 (mindestens 1.234), von Hand gesetzt",
            "von Hand gesetzt: Government, getötet: 1.250, nach den Angaben 37 (Counted by name, “all 40”)",
        ),
    ],
)
def test_the_label_and_the_caption_say_so_in_the_chart_s_language(language: str, label: str, line: str) -> None:
    made = chart(language)
    (bar,) = (bar for bar in made.bars if bar.side == "government")
    assert bar.label == label
    assert made.caption[-1] == line


def test_the_table_has_the_rationale() -> None:
    table = chart().table()
    column = table.columns.index("set_by_hand")
    assert {row[0]: row[column] for row in table.rows}["government"] == WHY
    assert {row[column] for row in table.rows if row[0] != "government"} == {""}


def test_a_chart_without_such_figures_says_nothing() -> None:
    made = by_side(reckoning(), SIDES, (Effect.KILLED,), None, background())
    assert not any("by hand" in line for line in made.caption)
    assert by_hand_line(reckoning().figures, background()) == ""


def test_one_that_no_claim_bears_on_says_so_and_many_are_counted() -> None:
    alone = replace(by_hand(government()), best=None, reckoned=None)
    line = by_hand_line([alone] * 5, background())
    assert "Government, killed: at least 1,234, where the claims give none" in line
    assert line.endswith("; and 2 more")


def test_another_effect_s_figures_are_not_told() -> None:
    figures = (by_hand(government()), *reckoning().figures)
    made = by_side(replace(reckoning(), figures=figures), SIDES, (Effect.CAPTURED,), None, background())
    assert not any("by hand" in line for line in made.caption)


def test_tables_by_place_and_of_the_map_have_it_too() -> None:
    figures = tuple(by_hand(f) if f == government() else f for f in reckoning().figures)
    told, ground = replace(reckoning(), figures=figures), background()
    where = Where("SY-HL", "Aleppo province", 1, 36.2, 37.1)
    ground = replace(ground, incidents={1: replace(ground.incidents[1], where=where)})
    tables = (
        by_place(told, SIDES, (Effect.KILLED,), Atlas(()), None, ground).table(),
        on_map(told, SIDES, Effect.KILLED, Atlas(()), None, ground).table(),
    )
    for table in tables:
        column = table.columns.index("set_by_hand")
        assert WHY in {row[column] for row in table.rows}
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_what_only_an_enemy_claims_has_a_column() -> None:
    claimed = replace(government(), best=None, claimed=37)
    table = by_side(Reckoning((claimed,), ()), SIDES, (Effect.KILLED,)).table()
    column = table.columns.index("only_claimed")
    assert {row[0]: row[column] for row in table.rows}["government"] == 37
