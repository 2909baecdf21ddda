from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from workbench.casefile.waiting import NOBODY, Waiting
from workbench.errors import NotACaseFile, Stopped

LONG = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 5000000) SELECT count(*) FROM n"


def test_nobody_stops_nothing() -> None:
    NOBODY.look()
    with NOBODY.heeded():
        pass


def test_sqlite_gives_up_what_is_stopped_and_can_be_used_again() -> None:
    asked = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > 1

    with closing(sqlite3.connect(":memory:")) as connection:
        with Waiting(stopped).heeded_by(connection), pytest.raises(sqlite3.OperationalError, match="interrupted"):
            connection.execute(LONG).fetchone()
        assert len(asked) == 2
        assert connection.execute("SELECT 7").fetchone() == (7,)


def test_what_is_cut_off_looks_stopped_and_not_damaged() -> None:
    answers = iter([False, True])
    with pytest.raises(Stopped), Waiting(lambda: next(answers)).heeded():
        raise NotACaseFile("It cannot be read to its end.")


def test_a_fault_stays_one_where_nobody_stops() -> None:
    with pytest.raises(NotACaseFile, match="damaged"), NOBODY.heeded():
        raise NotACaseFile("It is damaged.")


def test_what_is_stopped_before_it_begins_does_not_begin() -> None:
    begun = []
    with pytest.raises(Stopped), Waiting(lambda: True).heeded():
        begun.append(1)
    assert not begun
