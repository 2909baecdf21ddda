from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.exporters.material import (
    CLAIMS,
    FIGURES,
    MADE,
    RECKONING,
    SHA,
    SOLDIERS,
    TANKS,
    Contents,
    Line,
    figure,
)
from workbench.changes import Value
from workbench.errors import NotACaseFile
from workbench.exporters.judgements import Act
from workbench.exporters.report import Report, build
from workbench.model.actor import Side
from workbench.model.claim import Claim
from workbench.model.figure import Reckoning, Unused
from workbench.model.mention import Status


def made(contents: Contents | None = None) -> Report:
    return build(contents or Contents(), RECKONING, MADE, "<svg/>")


def test_the_table_has_a_line_a_side_and_links_to_its_figures() -> None:
    report = made()
    assert report.effects == ("killed",)
    assert [(row.side, row.colour, row.cells[0] and row.cells[0].words) for row in report.rows] == [
        ("Government", "#0072B2", "12"),
        ("Civilians", "#009E73", "unquantified"),
    ]
    assert [cell.anchors for row in report.rows for cell in row.cells if cell] == [("f1",), ("f2",)]


def test_a_figure_rests_on_its_sentences() -> None:
    [event] = made().events
    first = event.blocks[0]
    assert (event.title, event.when, event.where) == ("Homs, 27 November", "2024-11-27", "Homs")
    assert [quote.claim for quote in first.used] == [11]
    assert [(row.quote.claim, row.why) for row in first.left] == [(13, "a belligerent’s count of its enemy")]
    assert first.notes == ("4 officers among them",)


def test_claims_that_no_figure_uses_are_listed_once_with_the_reason() -> None:
    rejected = replace(CLAIMS[1], status=Status.REJECTED)
    report = build(Contents((SOLDIERS, rejected, CLAIMS[2], TANKS)), Reckoning(FIGURES[:1], ()), MADE)
    assert {row.quote.claim: row.why for row in report.left} == {
        12: "rejected by the analyst",
        13: "a belligerent’s count of its enemy",
        14: "is about things or places, not about people",
    }


def test_a_claim_without_a_figure_says_so() -> None:
    report = build(Contents((SOLDIERS,)), Reckoning((), ()), MADE)
    assert [row.why for row in report.left] == ["belongs to no incident with figures"]
    assert report.events == ()


def test_a_reason_does_not_say_the_claims_words_again() -> None:
    told = "“Dutzende Rebellen” is vague and only bounds 12."
    report = build(Contents(), Reckoning((), (), (Unused(13, told),)), MADE)
    assert {row.why for row in report.left if row.quote.claim == 13} == {"is vague and only bounds 12."}


def test_a_belligerent_who_speaks_is_named() -> None:
    [event] = made().events
    assert event.blocks[0].used[0].said_by == "Syrian army, through Reuters"


def test_says_who_corrected_what() -> None:
    [event] = made().events
    assert event.blocks[0].used[0].corrections == ("accepted by A. Analyst, 2024-12-01T09:00:00Z",)
    assert event.blocks[1].used[0].corrections == ()


def test_an_article_lists_the_sentences_taken_from_it() -> None:
    [article] = made().articles
    assert (article.sha256, article.encoding, article.published) == (SHA, "utf-8", "2024-11-28")
    assert [anchor for anchor, _ in article.anchors] == ["f1-c11", "f2-c12", "u13", "u14"]
    assert made().article(1) == article


def test_a_colour_that_is_none_never_reaches_the_page() -> None:
    report = made(Contents(side_rows=(Side("government", "Government", "red;background:url(http://x.example)"),)))
    assert {row.colour for row in report.rows} == {"#8a8f94"}


def test_a_claim_used_twice_has_two_places() -> None:
    twice = Reckoning((FIGURES[0], figure(None, SOLDIERS)), ())
    [article] = build(Contents(), twice, MADE).articles
    assert {"f1-c11", "f2-c11"} <= {anchor for anchor, _ in article.anchors}


def test_a_claim_whose_words_are_not_in_its_article_is_no_evidence() -> None:
    with pytest.raises(NotACaseFile, match="“12 Soldaten” is not where its article is said to have it"):
        made(Contents(texts={1: "xx"}))


def test_says_who_taught_a_proposal() -> None:
    class Taught(Contents):
        def log_of(self, row: Value) -> list[Act]:
            assert isinstance(row, Claim)
            assert row.status is Status.PROPOSED
            return [Line("teach", "A. Analyst", "2024-12-01T09:00:00Z")]

    rows = tuple(replace(c, status=Status.PROPOSED, rules=("victims: taught, «Armee»",)) for c in CLAIMS)
    [event] = build(Taught(rows), RECKONING, MADE).events
    told = "corrected as the same words elsewhere by A. Analyst, 2024-12-01T09:00:00Z"
    assert event.blocks[0].used[0].corrections == (told,)
