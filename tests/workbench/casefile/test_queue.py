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
    assert case.queue().ids_after(2, limit=2) == [3, 4]
    assert case.queue().claims_between(1, 3) == case.claims(2)
    assert case.queue().claims_between(1, 5) == case.claims()


@pytest.mark.parametrize(("after", "following"), [(0, 2), (2, 4), (4, 5), (5, None)])
def test_the_next_that_is_not_reviewed(case: Case, after: int, following: int | None) -> None:
    assert case.queue().unreviewed_after(after) == following


def test_what_is_printed_around_articles(case: Case) -> None:
    assert dict(case.queue().named())[2].splitlines()[0] == "Titel 2"
    assert case.queue().titles([2, 5, 99]) == {2: "Titel 2", 5: "Titel 5"}
    assert case.queue().days() == [date(2024, 11, 1), date(2024, 11, 2), date(2024, 11, 3)]
