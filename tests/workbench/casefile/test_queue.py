"""The queue is read a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.workbench.values import article, claim, document
from workbench import acts
from workbench.case import Case
from workbench.casefile import queue
from workbench.model.article import ReviewState


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case = Case.create(tmp_path / "a.case", "Ana")
    for id_ in range(1, 6):
        state = ReviewState.REVIEWED if id_ in (1, 3) else ReviewState.NEW
        day = date(2024, 11, id_) if id_ < 4 else None
        told = replace(article(id_, f"Text {id_}"), title=f"Titel {id_}", state=state, published=day)
        case.apply(acts.import_article(told, document(f"Text {id_}")))
    case.apply(acts.add_values("found", [replace(claim(10 + n), article_id=n) for n in (2, 4)]))
    yield case
    case.close()


def test_ids_come_in_order(case: Case) -> None:
    assert case.queue().ids() == [1, 2, 3, 4, 5]
    assert case.queue().in_states([ReviewState.REVIEWED]) == [1, 3]
    assert case.queue().in_states([]) == []


def test_a_piece_is_read(case: Case) -> None:
    assert case.queue().between(2, 4) == case.articles()[1:4]
    assert case.queue().open_between(1, 3) == {2: 1}
    assert case.queue().open_between(1, 5) == case.counts()


def test_all_claims_are_read_with_their_articles_those_that_come_meanwhile_too(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "_PIECE", 2)
    found = []
    for piece in case.queue().pieces():
        found.append(piece)
        if len(found) == 1:
            case.apply(acts.import_article(article(6, "Text 6"), document("Text 6")))
    assert [[one.id for one in articles] for articles, _ in found] == [[1, 2], [3, 4], [5, 6]]
    assert [claims for _, claims in found] == [case.claims(2), case.claims(4), []]


@pytest.mark.parametrize(("after", "following"), [(0, 2), (2, 4), (4, 5), (5, None)])
def test_the_next_that_is_not_reviewed(case: Case, after: int, following: int | None) -> None:
    assert case.queue().unreviewed_after(after) == following


def test_what_is_printed_around_articles(case: Case) -> None:
    assert dict(case.queue().named())[2].splitlines()[0] == "Titel 2"
    assert case.queue().titles([2, 5, 99]) == {2: "Titel 2", 5: "Titel 5"}
    assert case.queue().days() == [date(2024, 11, 1), date(2024, 11, 2), date(2024, 11, 3)]
