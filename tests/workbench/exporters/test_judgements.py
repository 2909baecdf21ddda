"""What an analyst judged, as a report, a table and JSON tell it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbench.exporters.material import FIGURES, MADE, RECKONING, Contents
from workbench.exporters.extraction import of_reckoning
from workbench.exporters.html import render
from workbench.exporters.judgements import ByHand, Judgement, by_about, by_hand, of_sources, readings_in_force
from workbench.exporters.report import build
from workbench.exporters.table import to_csv, to_text
from workbench.model.assessment import About, Assessment, Credibility, Grade, Likelihood, Reliability
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure
from workbench.model.override import Override

SOURCE = Assessment(20, About.SOURCE, "reuters", Reliability.USUALLY, note="<careful>")
CLAIM = Assessment(21, About.CLAIM, "11", credibility=Credibility.PROBABLY_TRUE)
INCIDENT = Assessment(22, About.INCIDENT, "1", grade=Grade.FAIR, likelihood=Likelihood.LIKELY, note="two sources")
STRANGER = Assessment(23, About.SOURCE, "a_stranger", Reliability.UNKNOWN)
JUDGED = (STRANGER, SOURCE, CLAIM, INCIDENT)
B_LAST = "B., 2024-12-01T09:40:00Z"
WHY = "Counted by <name> on the lists."


def set_by_hand(figure: Figure) -> Figure:
    override = Override(9, *figure.key, 15, 16, None, WHY)
    return replace(figure, low=15, best=16, high=None, open=True, override=override, reckoned=figure)


BY_HAND = set_by_hand(FIGURES[0])
ALONE = replace(set_by_hand(FIGURES[1]), used=(), reckoned=None)


@pytest.fixture
def page(resources: Path) -> str:
    contents = Contents(assessment_rows=JUDGED, convention="own")
    reckoning = replace(RECKONING, figures=(BY_HAND, ALONE))
    return render(build(contents, reckoning, MADE), resources / "templates")


def test_judgements_go_by_what_they_are_about_with_who_and_when() -> None:
    found = by_about(Contents(assessment_rows=JUDGED))
    assert found[About.CLAIM, "11"] == Judgement("2, probably true", "", B_LAST)
    assert found[About.INCIDENT, "1"] == Judgement("graded fair · likely (55–80 %)", "two sources", B_LAST)
    assert len(found) == len(JUDGED)


def test_graded_sources_stand_by_name_and_one_the_case_does_not_know_by_its_id() -> None:
    contents = Contents(assessment_rows=JUDGED)
    found = of_sources(contents, contents.actors(), contents.sources())
    assert [(judgement.about, judgement.words[:1]) for judgement in found] == [("a_stranger", "F"), ("Reuters", "B")]


def test_a_figure_set_by_hand_says_why_and_what_the_claims_give() -> None:
    assert by_hand(Contents(), FIGURES[0]) is None
    assert by_hand(Contents(), BY_HAND) == ByHand(WHY, "12", B_LAST)
    assert by_hand(Contents(), ALONE) == ByHand(WHY, "", B_LAST)


def test_own_readings_are_told_only_where_they_are_in_force() -> None:
    assert readings_in_force(Contents()) == ()
    assert readings_in_force(Contents(convention="own")) == ("dozens: low 24, best -, high 60",)


def test_the_page_says_all_of_it_and_escapes_it(page: str) -> None:
    text = " ".join(page.split())
    for words in (
        "<b>16 (at least 15), set by hand</b>",
        "<b>Set by hand:</b> Counted by &lt;name&gt; on the lists. The claims give 12.",
        "No claim bears on it.",
        "Assessed: graded fair · likely (55–80 %): two sources (B., 2024-12-01T09:40:00Z)",
        "Information: 2, probably true (B., 2024-12-01T09:40:00Z)",
        "<b>Reuters</b>: B, usually reliable: &lt;careful&gt;",
        '<a href="#sources">Sources</a>',
        "Number convention in force: <b>own</b>",
        "The own convention reads dozens: low 24, best -, high 60",
    ):
        assert words in text


def test_a_page_on_which_nothing_was_judged_says_nothing_of_it(resources: Path) -> None:
    page = render(build(Contents(), RECKONING, MADE), resources / "templates")
    for words in ("Set by hand", "Assessed", "Information:", "as graded", "own convention"):
        assert words not in page


def test_a_table_has_why_a_figure_was_set_and_what_the_claims_give() -> None:
    text = to_csv([BY_HAND, ALONE, FIGURES[1]], Contents().incidents(), Contents().sides(), JUDGED)
    hand, alone, reckoned = csv.DictReader(io.StringIO(text, newline=""))
    assert (hand["low"], hand["best"], hand["high"], hand["set_by_hand"]) == ("15", "16", "", WHY)
    assert (hand["reckoned_low"], hand["reckoned_best"], hand["reckoned_high"]) == ("12", "12", "12")
    assert (alone["set_by_hand"], alone["reckoned_low"]) == (WHY, "")
    assert (reckoned["set_by_hand"], reckoned["reckoned_low"], reckoned["grade"]) == ("", "", "fair")


def test_a_terminal_shows_it_too() -> None:
    assert to_text([BY_HAND], Contents().sides()).splitlines()[1].endswith("16 (at least 15), set by hand")


def test_json_has_it_only_where_it_is() -> None:
    figure = Figure(1, Scope.EVENT, None, None, Effect.KILLED, 0, 0, 0, False, False, (), ())
    hand, alone, reckoned = of_reckoning(replace(RECKONING, figures=(BY_HAND, ALONE, figure)))["figures"]
    assert hand["set_by_hand"] == {"rationale": WHY, "reckoned": {"low": 12, "best": 12, "high": 12}}
    assert alone["set_by_hand"] == {"rationale": WHY, "reckoned": None}
    assert "set_by_hand" not in reckoned
