"""A look from another thread sees what is on disk, can be stopped, and lets go."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.workbench.casefile.conftest import KEY
from tests.workbench.values import article, document
from workbench import acts
from workbench.case import Case
from workbench.casefile import asking
from workbench.casefile.lookup import Lookup
from workbench.errors import NotACaseFile
from workbench.model.search import Found, Sought


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case = Case.create(tmp_path / "a.case", "Ana")
    yield case
    case.close()


def searched(case: Case, words: str) -> Found | None:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(case.lookup().search, Sought(words)).result()


def test_what_is_on_disk_is_found_from_any_thread(case: Case) -> None:
    assert searched(case, "soldaten") == Found((), 0, 0, asking.RANKED)
    case.apply(acts.import_article(article(case.reserve(1)), document()))
    found = searched(case, "soldaten")
    assert found == case.search(Sought("soldaten"))
    assert found is not None
    assert found.articles == 1
    assert case.lookup() is case.lookup()


def test_an_encrypted_case_is_searched_as_a_plain_one_is(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "b.case", "Ana", key=KEY)
    case.apply(acts.import_article(article(case.reserve(1)), document()))
    found = searched(case, "soldaten")
    assert found == case.search(Sought("soldaten"))
    assert found is not None
    assert found.articles == 1
    case.close()


def test_what_is_not_committed_is_not_seen_and_holds_nothing_up(case: Case) -> None:
    with case.together():
        case.apply(acts.import_article(article(case.reserve(1)), document()))
        found = searched(case, "soldaten")
        assert found is not None
        assert found.articles == 0
    found = searched(case, "soldaten")
    assert found is not None
    assert found.articles == 1


def test_a_search_that_was_stopped_finds_nothing(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    lookup = case.lookup()

    def endless(connection: sqlite3.Connection, _: Sought) -> Found:
        connection.set_progress_handler(lookup.stop, 1000)
        connection.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
        raise AssertionError("it went on")

    monkeypatch.setattr(asking, "search", endless)
    assert lookup.search(Sought("x")) is None


def test_what_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Found:
        raise sqlite3.DatabaseError("file is not a database")

    monkeypatch.setattr(asking, "search", fail)
    with pytest.raises(NotACaseFile, match=r"a\.case is damaged"):
        Lookup("a.case", lambda: sqlite3.connect(":memory:")).search(Sought("x"))


def test_a_closed_case_is_let_go(case: Case) -> None:
    lookup = case.lookup()
    lookup.stop()
    assert lookup.search(Sought("x")) is not None
    case.close()
    assert lookup.search(Sought("x")) is None
