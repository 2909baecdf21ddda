"""What SQLite and a damaged file raise, said in sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from workbench.errors import CaseNotWritable, NotACaseFile, StaleChange


@contextmanager
def transaction(connection: sqlite3.Connection, name: str) -> Iterator[None]:
    """Carry out what is inside wholly or not at all; inside another one, as a part that can fail by itself.

    The file is taken for writing at once, so that another program that writes is waited for.
    """
    try:
        with _whole(connection, "inner" if connection.in_transaction else ""):
            yield
    except sqlite3.IntegrityError as error:
        raise StaleChange(_refused(error)) from error
    except sqlite3.Error as error:
        raise CaseNotWritable(_not_written(name, error)) from error


@contextmanager
def _whole(connection: sqlite3.Connection, point: str) -> Iterator[None]:
    connection.execute(f"SAVEPOINT {point}" if point else "BEGIN IMMEDIATE")
    done = False
    try:
        yield
        connection.execute(f"RELEASE {point}" if point else "COMMIT")
        done = True
    finally:
        if not done:
            _roll_back(connection, point)


def _roll_back(connection: sqlite3.Connection, point: str) -> None:
    if point and connection.in_transaction:
        connection.execute(f"ROLLBACK TO {point}")
        connection.execute(f"RELEASE {point}")
    elif not point:
        connection.rollback()


def _refused(error: sqlite3.IntegrityError) -> str:
    if "UNIQUE" in str(error):
        return "The case holds this already. Nothing was changed."
    return "Something else in the case still refers to this. Nothing was changed; take that away first."


def _not_written(name: str, error: sqlite3.Error) -> str:
    if getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return (
            f"{name} is being written by another window or program. Nothing of this change was kept; "
            "close the other one, or wait a moment, then repeat it."
        )
    return (
        f"{name} could not be written ({error}). Nothing of this change was kept; "
        "make room or reconnect the drive, then repeat it."
    )


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Say of a file that SQLite cannot read that it is damaged."""
    try:
        yield
    except sqlite3.Error as error:
        raise NotACaseFile(_damaged(name, error)) from error


@contextmanager
def decoding(what: str) -> Iterator[None]:
    """Say of a row that holds no value of ours that it is damaged."""
    try:
        yield
    except (ValueError, KeyError, TypeError) as error:
        raise NotACaseFile(_damaged(what, error)) from error


def _damaged(what: str, error: Exception) -> str:
    return f"{what} is damaged and cannot be read ({error}). Nothing was changed; go back to a copy of the case."
