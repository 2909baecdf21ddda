"""What a search finds, in what narrows it down, whatever is typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbench.values import article, claim, document, mention
from workbench import acts
from workbench.case import Case
from workbench.casefile import asking
from workbench.changes import Change, adding
from workbench.model.actor import Actor, Side
from workbench.model.article import ReviewState
from workbench.model.mention import Status
from workbench.model.search import Found, Place, Sought

#: Title, text, outlet, language, day, state.
ARTICLES = (
    ("Kämpfe bei München", "Drei Soldaten starben.", "Bote", "de", date(2024, 11, 1), ReviewState.NEW),
    ("Ruhe", "In Muenchen starb niemand, sagten Soldaten.", "Bote", "de", date(2024, 11, 28), ReviewState.REVIEWED),
    ("Fighting", "Three soldiers were killed near Munich.", "Herald", "en", None, ReviewState.NEW),
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case = Case.create(tmp_path / "a.case", "Ana")
    case.apply(
        acts.add_values("add", [Side("gov", "Government", "#0072B2", 1), Actor("army", "Army", "state", side="gov")])
    )
    for id_, (title, text, outlet, language, day, state) in enumerate(ARTICLES, 1):
        told = replace(article(id_, text), title=title, outlet=outlet, language=language, published=day, state=state)
        case.apply(acts.import_article(told, document(text)))
    case.apply(
        acts.add_values(
            "found",
            [
                replace(mention(10), article_id=1, actor="army", status=Status.PROPOSED),
                replace(mention(11), article_id=2, actor="army", status=Status.REJECTED),
                replace(claim(12), article_id=2, actor="army", side=None),
                replace(claim(13), article_id=3, actor=None, side="gov"),
            ],
        )
    )
    yield case
    case.close()


def ids(found: Found) -> list[int]:
    return [hit.article.id for hit in found.hits if hit.place is Place.ARTICLE]


def test_a_title_weighs_more_than_a_text(case: Case) -> None:
    found = case.search(Sought("muenchen"))
    assert (ids(found), found.articles, found.ranked) == ([1, 2], 2, True)
    assert [mark.of(found.hits[0].title.words) for mark in found.hits[0].title.marks] == ["München"]
    assert found.hits[0].span is None


@pytest.mark.parametrize(
    ("wanted", "articles"),
    [
        (Sought("sold", outlet="Herald"), [3]),
        (Sought("sold", language="de"), [1, 2]),
        (Sought("sold", state=ReviewState.REVIEWED), [2]),
        (Sought("sold", since=date(2024, 11, 2)), [2]),
        (Sought("sold", until=date(2024, 11, 1)), [1]),
        (Sought("sold", since=date(2024, 11, 1), until=date(2024, 11, 28)), [1, 2]),
        (Sought("sold", actor="army"), [1, 2]),
        (Sought("sold", side="gov"), [2, 3]),
        (Sought("sold", side="gov", language="de"), [2]),
        (Sought("sold", actor="nobody"), []),
    ],
)
def test_what_narrows_it_down(case: Case, wanted: Sought, articles: list[int]) -> None:
    found = case.search(wanted)
    assert sorted(ids(found)) == articles
    assert found.articles == len(articles)


def test_without_words_the_last_published_come_first(case: Case) -> None:
    assert ids(case.search(Sought(outlet="Bote"))) == [2, 1]
    assert ids(case.search(Sought(state=ReviewState.NEW))) == [1, 3]
    assert case.search(Sought(" ")) == Found()


def test_notes_are_narrowed_by_their_article(case: Case) -> None:
    case.apply(acts.edit_note(case.claim(13), "geprüft"))
    assert [hit.claim for hit in case.search(Sought("geprueft")).hits] == [13]
    assert case.search(Sought("geprueft", language="en")).notes == 1
    assert case.search(Sought("geprueft", language="de")) == Found((), 0, 0, asking.RANKED)


def test_of_very_many_the_last_to_come_in_are_shown(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "RANKED", 1)
    monkeypatch.setattr(asking, "SHOWN", 1)
    monkeypatch.setattr(asking, "_COUNTED", asking._COUNTED.replace("2001", "2"))  # noqa: SLF001 - the same limit
    found = case.search(Sought("soldaten"))
    assert (ids(found), found.articles, found.ranked) == ([2], 2, False)


@pytest.mark.parametrize(
    "typed",
    [
        *('"', '""', "*", "-", "NEAR(a b)", "a NEAR b", "AND", "OR OR", "title:x", "{a b}:c", "^a", "a+b", "((((("),
        *("'; DROP TABLE claim; --", "\x00", "a\x00b", "‹›", "🪖", "\ud800", "%_", "\\", "a" * 5000, "x " * 500),
    ],
)
def test_whatever_is_typed_is_harmless(case: Case, typed: str) -> None:
    assert isinstance(case.search(Sought(typed)), Found)
    assert case.consistent()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=40))
def test_nothing_typed_is_an_error(case: Case, typed: str) -> None:
    assert isinstance(case.search(Sought(typed)), Found)


def test_a_row_that_goes_is_found_no_more(case: Case) -> None:
    case.apply(acts.edit_note(case.claim(13), "geprüft"))
    case.apply(Change("gone", adding([])))
    case.undo()
    case.undo()
    assert case.search(Sought("geprueft")).hits == ()
