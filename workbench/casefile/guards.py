"""What SQLite and a damaged file raise, said in sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from workbench.casefile.cipher import ERRORS, INTEGRITY_ERRORS
from workbench.errors import CaseNotWritable, NotACaseFile, StaleChange, UnfitChange

#: What SQLite raises; the words it has for it, too, may quote bytes of a file that are no text.
UNREADABLE = (*ERRORS, UnicodeDecodeError)
#: What SQLite says of a file that is not what it should be.
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def transaction(connection: sqlite3.Connection, name: str, *, inner: bool = False) -> Iterator[None]:
    """Carry out what is inside wholly or not at all; inside another one, as a part that can fail by itself.

    The file is taken for writing at once, so that another program that writes is waited for.
    """
    try:
        with _whole(connection, "inner" if inner else ""):
            yield
    except INTEGRITY_ERRORS as error:
        raise StaleChange(_refused(error)) from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise UnfitChange(
            f"{name} cannot hold a number or a letter of this change ({error}). Nothing of it was kept; correct it, "
            "then repeat it."
        ) from error
    except UNREADABLE as error:
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


def _refused(error: Exception) -> str:
    if "UNIQUE" in str(error):
        return "The case holds this already. Nothing was changed."
    return "Something else in the case still refers to this. Nothing was changed; take that away first."


def _not_written(name: str, error: Exception) -> str:
    why, then = _reason(name, error)
    return f"{why} Nothing of this change was kept; {then}, then repeat it."


def _reason(name: str, error: Exception) -> tuple[str, str]:
    """Return what is wrong when a case is written, and what to do."""
    sort = sort_of(error)
    if is_taken(error):
        return f"{name} is being written by another window or program.", "close the other one, or wait a moment"
    if sort == sqlite3.SQLITE_FULL:
        return f"{name} could not be written: there is no room ({error}).", "make room on its drive"
    if sort in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return f"{name} may no longer be written ({error}).", "see who may write it and its folder"
    if sort in DAMAGED:
        return f"{name} is damaged ({error}).", "go back to a backup of the case"
    return f"{name} could not be written ({error}).", "make room or reconnect the drive"


def sort_of(error: Exception) -> int:
    """Return SQLite's code of an error, without what it adds for those who know its parts; 0 where there is none."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def is_taken(error: Exception) -> bool:
    """Tell whether an error only says that others write to the file, or read it."""
    return sort_of(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_passing(error: BaseException | None) -> bool:
    """Tell whether an error says nothing against the file: there is no room, or others write to it."""
    return isinstance(error, UNREADABLE) and (sort_of(error) == sqlite3.SQLITE_FULL or is_taken(error))


def is_damage(error: Exception) -> bool:
    """Tell whether an error lies in the file, and not in what it lies on or who may reach it."""
    return sort_of(error) in (0, sqlite3.SQLITE_ERROR, *DAMAGED)


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Say of a file that SQLite cannot read that it is damaged, or cannot be reached."""
    try:
        yield
    except (*UNREADABLE, OverflowError) as error:
        if not is_damage(error):
            raise NotACaseFile(f"{name} cannot be read ({error}). Reconnect its drive, then look again.") from error
        raise NotACaseFile(_damaged(name, error)) from error


@contextmanager
def decoding(what: str) -> Iterator[None]:
    """Say of a row that holds no value of ours that it is damaged."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise NotACaseFile(_damaged(what, error)) from error


def _damaged(what: str, error: Exception) -> str:
    return f"{what} is damaged and cannot be read ({error}). Nothing was changed; go back to a copy of the case."
