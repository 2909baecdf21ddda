"""Who says what, as a chart shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.workbench.reckoning.aleppo import aleppo
from tests.workbench.reckoning.making import ACTORS, DAYS, KILLED, SOURCES, basis, claim, fighters, reckoned, soldiers
from workbench.charts.background import Background
from workbench.charts.origin_rows import OriginGroup
from workbench.charts.origins import MOST, OriginSeries, by_origin
from workbench.charts.phrases import Phrases, english, load
from workbench.model.actor import Side
from workbench.model.article import Article
from workbench.model.circumstance import When
from workbench.model.claim import Category, Claim, Effect
from workbench.model.incident import Incident
from workbench.reckoning import conventions as c
from workbench.reckoning.voices import Voice, voices

SIDES = (Side("government", "Government", "#0072B2", 1), Side("opposition", "Opposition", "#D55E00", 2))
OUTLETS = {1: "Reuters", 2: "Tageblatt", 3: "The Courier"}
MIXED = Category.COMBATANT_MIXED


def chart(
    *claims: Claim,
    incident: int | None = 1,
    effects: Sequence[Effect] = (KILLED,),
    phrases: Phrases | None = None,
) -> OriginSeries:
    days = {article: article - 1 for article in OUTLETS}
    published: dict[int, date | None] = {article: DAYS[day] for article, day in days.items()}
    there = sorted({one.incident_id or 0 for one in claims})
    background = Background(
        {one.id: one for one in claims},
        ACTORS,
        SOURCES,
        {i: Incident(i, f"Battle {i}", When(DAYS[0], DAYS[0], 1)) for i in there},
        "default",
        {id_: Article(id_, "", "", "en", outlet) for id_, outlet in OUTLETS.items()},
        phrases or english(),
    )

    def heard(of: int) -> tuple[Voice, ...]:
        return voices(of, [one for one in claims if one.incident_id == of], basis(published=published))

    return by_origin(reckoned(*claims, days=days), heard, SIDES, effects, incident, background)


def only(series: OriginSeries) -> OriginGroup:
    [group] = series.groups
    return group


def test_each_origin_has_a_row_beside_the_figure() -> None:
    group = only(chart(soldiers(1, 31), soldiers(2, c.at_least(25), origin="un", article_id=2)))
    assert (group.name, group.about, group.when) == ("Government: killed", "Battle 1", "27 November 2024")
    assert (group.label, group.colour) == ("at least 25", "#0072B2")
    assert [(row.name, row.label, row.counts) for row in group.rows] == [
        ("SOHR", "31", True),
        ("UN", "at least 25", True),
    ]
    assert [row.used for row in group.rows] == [(1,), (2,)]
    assert group.used == (1, 2)


def test_a_belligerents_account_is_a_rival_with_its_interest_and_the_reason() -> None:
    group = only(chart(fighters(1, 60), fighters(2, 200, origin="ministry", article_id=2)))
    rival = group.rows[-1]
    assert (rival.name, rival.interest, rival.counts) == ("Ministry", "belligerent: Government", False)
    assert rival.state.startswith("not used: “200 Kämpfer” is a belligerent side's claim")
    assert rival.note == ""
    assert [row.name for row in group.counting] == ["SOHR"]


def test_a_belligerent_alone_counts_and_the_figure_says_so() -> None:
    group = only(chart(fighters(2, 200, origin="ministry")))
    assert group.rows[0].counts
    assert "claimed by their enemy's side alone" in group.rests
    assert group.label == "200 claimed"


def test_outlets_stand_beside_the_one_origin_they_carry() -> None:
    group = only(chart(soldiers(1, 30), soldiers(2, 30, article_id=2), soldiers(3, 31, article_id=3)))
    [row] = group.rows
    assert row.outlets == ("Reuters", "Tageblatt", "The Courier")
    assert row.used == (3,)
    assert [one.claim for one in row.not_used] == [1, 2]


def test_nobody_named_is_known_by_the_words_or_the_outlet() -> None:
    words = claim(1, 5, origin=None, side="government", attribution_text="ein\nArzt")
    bare = claim(2, 7, origin=None, side="government", article_id=2)
    strange = claim(3, 8, origin="radio", side="government", article_id=3)
    names = {row.used: (row.name, row.interest) for row in only(chart(words, bare, strange)).rows}
    assert names == {
        (1,): ("ein Arzt", "interest unknown"),
        (2,): ("Tageblatt, origin not stated", "interest unknown"),
        (3,): ("radio", "interest unknown"),
    }


def test_a_number_over_both_sides_is_held_against_all_that_are_told_of_each() -> None:
    total = claim(3, 60, origin="un", article_id=2, side="both", category=MIXED)
    series = chart(soldiers(1, 30), fighters(2, 20), total)
    group = series.groups[-1]
    assert group.name == "Both sides (not split): killed"
    assert (group.label, [row.label for row in group.rows]) == ("60", ["60"])
    assert [group.side for group in series.groups] == ["government", "opposition", None]


def test_a_total_that_one_origin_tells_in_parts_needs_no_row() -> None:
    series = chart(soldiers(1, 30), fighters(2, 20), claim(3, 50, side="both", category=MIXED))
    assert [group.side for group in series.groups] == ["government", "opposition"]


def test_people_of_any_side_are_named_by_what_they_are() -> None:
    group = only(chart(claim(1, 70, origin="un"), claim(2, 75)))
    assert group.name == "People, not specified, of any side: killed"
    assert group.label == "70 (70–75)"


def test_the_reference_article_shows_the_rival_account() -> None:
    series = chart(*aleppo(), effects=(KILLED, Effect.CAPTURED))
    shown = [(group.effect.value, group.side) for group in series.groups]
    assert shown == [
        ("killed", "government"),
        ("killed", "opposition"),
        ("killed", "civilian"),
        ("captured", "government"),
    ]
    opposition = next(g for g in series.groups if g.side == "opposition")
    assert [(row.name, row.label, row.counts) for row in opposition.rows] == [
        ("SOHR", "60", True),
        ("Websites", "24–99 claimed", False),
    ]


def test_of_the_whole_case_only_figures_with_several_accounts_are_shown_widest_first() -> None:
    claims = [
        soldiers(1, 10),
        soldiers(2, 12, origin="un", article_id=2),
        soldiers(3, 10, incident_id=2),
        soldiers(4, 50, origin="un", article_id=2, incident_id=2),
        soldiers(5, 5, incident_id=3),
    ]
    series = chart(*claims, incident=None)
    assert [group.incident for group in series.groups] == [2, 1]
    assert "figures of which only one origin speaks are not shown here" in series.caption


def test_of_very_many_the_widest_are_shown_and_the_rest_is_counted() -> None:
    claims = []
    for number in range(1, MOST + 4):
        claims.append(soldiers(2 * number, 10, incident_id=number))
        claims.append(soldiers(2 * number + 1, 10 + number, origin="un", article_id=2, incident_id=number))
    series = chart(*claims, incident=None)
    assert [group.incident for group in series.groups] == list(range(MOST + 3, 3, -1))
    assert any(f"{MOST} of {MOST + 3} figures" in line for line in series.caption)


def test_an_open_end_lies_furthest_apart_and_figures_of_one_incident_stay_together() -> None:
    claims = [
        soldiers(1, 10),
        soldiers(2, c.at_least(12), origin="un", article_id=2),
        fighters(3, 10),
        fighters(4, 11, origin="un", article_id=2),
        soldiers(5, 10, incident_id=2),
        soldiers(6, 900, origin="un", article_id=2, incident_id=2),
    ]
    series = chart(*claims, incident=None)
    assert [(group.incident, group.side) for group in series.groups] == [
        (1, "government"),
        (1, "opposition"),
        (2, "government"),
    ]


@pytest.mark.parametrize("incident", [None, 1])
def test_a_case_that_says_nothing_has_no_rows(incident: int | None) -> None:
    assert chart(incident=incident).groups == ()


def test_the_words_for_those_who_do_not_see_it_name_every_row() -> None:
    words = chart(fighters(1, 60), fighters(2, 200, origin="ministry", article_id=2)).description
    for part in ("Opposition: killed, Battle 1", "SOHR: 60", "Ministry: 200 claimed, not used", "convention: default"):
        assert part in words


def test_the_table_has_the_figure_and_every_account_of_it() -> None:
    table = chart(fighters(1, 60), fighters(2, 200, origin="ministry", article_id=2)).table()
    told = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(row["origin"], row["best"], row["high"], row["counts"], row["claims"]) for row in told] == [
        ("", 60, 60, None, "1"),
        ("SOHR", 60, 60, True, "1"),
        ("Ministry", None, 200, False, "2"),
    ]
    assert told[2]["interest"] == "belligerent: Government"
    assert told[2]["outlets"] == "Tageblatt"
    assert str(told[2]["note"]).startswith("not used: ")


def test_a_german_chart_speaks_german_throughout(resources: Path) -> None:
    claims = (
        fighters(1, 60),
        fighters(2, 200, origin="ministry", article_id=2),
        claim(3, 9, origin=None, article_id=3),
    )
    series = chart(*claims, phrases=load(resources, "de"))
    opposition = series.groups[0]
    assert (series.title, opposition.name) == ("Wer was sagt", "Opposition: getötet")
    assert opposition.when == "27. November 2024"
    assert opposition.rests == "beruht auf einem Ursprung"
    rival = opposition.rows[-1]
    assert (rival.label, rival.interest) == ("200 behauptet", "Kriegspartei: Government")
    assert rival.brief == "nicht verwendet: die Seite des Gegners behauptet sie"
    assert series.groups[-1].rows[0].name == "The Courier, Ursprung nicht genannt"
