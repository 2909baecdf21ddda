"""A connection that fails at a chosen statement, as a full disk or a drive that was pulled out would."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

Kinds = type[Exception] | tuple[type[Exception], ...]
NEVER = 10**9
MOST = 400


class FailingConnection(sqlite3.Connection):
    """Raises on the n-th statement, whatever it is, and on those after it while `stays` holds."""

    left = NEVER
    stays = False

    @staticmethod
    def count(sql: str) -> None:
        """Count a statement, and raise where it is the one that fails."""
        if sql.lstrip().upper().startswith("ROLLBACK"):
            return  # SQLite takes back what was not committed even where it can write no more
        FailingConnection.left -= 1
        if FailingConnection.left == 0 or (FailingConnection.left < 0 and FailingConnection.stays):
            raise full()

    def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
        self.count(sql)
        return super().execute(sql, parameters)  # type: ignore[arg-type]  # handed on as it came

    def executemany(self, sql: str, parameters: object, /) -> sqlite3.Cursor:
        self.count(sql)
        return super().executemany(sql, parameters)  # type: ignore[arg-type]  # handed on as it came

    def commit(self) -> None:
        self.count("COMMIT")
        super().commit()


class FailingEncrypted(sqlcipher.Connection):  # type: ignore[misc]  # it comes without types
    """Counts and raises as `FailingConnection` does, and with it."""

    def execute(self, sql: str, *parameters: Any) -> Any:
        FailingConnection.count(sql)
        return super().execute(sql, *parameters)

    def executemany(self, sql: str, parameters: Any) -> Any:
        FailingConnection.count(sql)
        return super().executemany(sql, parameters)

    def commit(self) -> None:
        FailingConnection.count("COMMIT")
        super().commit()


def full() -> sqlite3.OperationalError:
    """Return what SQLite raises where there is no room."""
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return error


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every connection from now on count its statements; none fails yet."""
    plain, encrypted = sqlite3.connect, sqlcipher.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: plain(*a, **k, factory=FailingConnection))
    monkeypatch.setattr(sqlcipher, "connect", lambda *a, **k: encrypted(*a, **k, factory=FailingEncrypted))
    monkeypatch.setattr(FailingConnection, "left", NEVER)
    monkeypatch.setattr(FailingConnection, "stays", False)


def at_every_statement(act: Callable[[], object], refused: Callable[[Exception], None], kinds: Kinds) -> int:
    """Do an act again and again, failing at its first statement, its second, …, until it comes through.

    `refused` is called with each refusal, with nothing failing any more; return how many there were.
    """
    for statement in range(1, MOST):
        FailingConnection.left = statement
        try:
            act()
        except kinds as error:
            FailingConnection.left = NEVER
            refused(error)
        else:
            if FailingConnection.left > 0:
                FailingConnection.left = NEVER
                return statement - 1
        finally:
            FailingConnection.left = NEVER
    raise AssertionError("the act never came through")


class FullDrive:
    """A drive that is full while `full` holds: what is read is read, and nothing that is written is kept."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        drive = self
        connect: Callable[..., sqlite3.Connection] = sqlite3.connect

        class Connection(sqlite3.Connection):
            def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
                if drive.full and sql == "COMMIT":
                    raise full()
                return super().execute(sql, parameters)  # type: ignore[arg-type]  # handed on as it came

        def on_drive(database: object, **how: Any) -> sqlite3.Connection:
            return connect(database, **how) if database == ":memory:" else connect(database, **how, factory=Connection)

        monkeypatch.setattr(sqlite3, "connect", on_drive)
