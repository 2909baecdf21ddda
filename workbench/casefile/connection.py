"""Opening and making the file itself."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from workbench.casefile.drives import stays
from workbench.casefile.schema import APPLICATION_ID, VERSION, steps
from workbench.errors import CaseNotWritable, NotACaseFile

_HEADER = b"SQLite format 3\x00"
#: What SQLite or this program lays beside a case.
BESIDE = ("-wal", "-shm", "-journal")


def create(path: Path) -> Database:
    """Make a new, empty case file; CaseNotWritable where one stands there already or the folder refuses."""
    if path.exists():
        raise CaseNotWritable(f"{path.name} is there already. Open it, or choose another name.")
    if not path.parent.is_dir():
        raise CaseNotWritable(f"The folder {path.parent} does not exist. Choose a folder that does.")
    db: Database | None = None
    try:
        db = _connect(path, _to_write)
        bring_up(db)
    except sqlite3.Error as error:
        _close(db)
        discard(path)
        raise CaseNotWritable(_cannot_write(path, error)) from error
    return db


def discard(path: Path) -> None:
    """Take a case away that could not be made in full, so that the next try meets nothing of it."""
    for suffix in ("", *BESIDE):
        with suppress(OSError):  # on a drive that has gone there is nothing to meet
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def open_existing(path: Path) -> Database:
    """Open a case file and bring it to this program's schema.

    NotACaseFile where it is none, is damaged, or a newer program made it; CaseNotWritable where it cannot be written.
    """
    db = _opened(path, _to_write)
    try:
        bring_up(db)
    except sqlite3.Error as error:
        db.close()
        raise _sentence(path, error) from error
    return db


def open_reading(path: Path) -> Database:
    """Open a case file that is only read, beside whoever writes to it; as `open_existing` where that fails.

    CaseNotWritable, too, where it is of an older schema and would have to be brought to this one.
    """
    db = _opened(path, _to_read)
    if version_of(db.conn) < VERSION:
        db.close()
        raise CaseNotWritable(
            f"{path.name} was made by an older version of this program and has to be brought up to this one, for which "
            "it must be written. Close it elsewhere, or copy it to a place that can be written, and open it again."
        )
    return db


def _opened(path: Path, prepare: Callable[[Path, sqlite3.Connection], None]) -> Database:
    check_header(path)
    db: Database | None = None
    try:
        db = _connect(path, prepare)
        check_identity(path, db.conn)
    except sqlite3.Error as error:
        _close(db)
        raise _sentence(path, error) from error
    except NotACaseFile:
        _close(db)
        raise
    return db


def bring_up(db: Database) -> None:
    """Bring a file to this program's schema, all steps or none, while no other program writes to it."""
    if not steps.pending(db):
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        steps.apply(db)
        db.conn.commit()
    finally:
        if db.conn.in_transaction:
            db.conn.rollback()


@contextmanager
def looked_into(path: Path) -> Iterator[sqlite3.Connection]:
    """Hold a case file open that is only read, of whatever schema, and leave nothing beside it.

    NotACaseFile where it is none.
    """
    check_header(path)
    connection = sqlite3.connect(_at_rest(path) or _uri(path, "mode=ro"), timeout=5, isolation_level=None, uri=True)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        check_identity(path, connection)
        yield connection
    except sqlite3.OperationalError as error:
        raise NotACaseFile(f"{path.name} cannot be read ({error}). See to its drive, and who may read it.") from error
    except sqlite3.DatabaseError as error:
        raise NotACaseFile(f"{path.name} is damaged and cannot be opened ({error}). Open a copy of it.") from error
    finally:
        connection.close()


def is_older(path: Path) -> bool:
    """Tell whether a case file is of an older schema; NotACaseFile where it is none."""
    with looked_into(path) as connection:
        return version_of(connection) < VERSION


def _at_rest(path: Path) -> str:
    """Return how a file that nobody has open is read as it lies there; nothing where somebody has it open.

    Read in the usual way, SQLite would put two files beside it and leave them.
    """
    open_ = any(path.with_name(path.name + suffix).exists() for suffix in BESIDE)
    return "" if open_ else _uri(path, "mode=ro&immutable=1")


def _uri(path: Path, how: str) -> str:
    return f"{path.absolute().as_uri()}?{how}"


def _close(db: Database | None) -> None:
    if db is not None:
        db.close()


def _connect(path: Path, prepare: Callable[[Path, sqlite3.Connection], None]) -> Database:
    where = str(path)
    if prepare is _to_read and not os.access(path.parent, os.W_OK):
        where = _at_rest(path) or _uri(path, "mode=ro")
    connection = sqlite3.connect(where, timeout=5, uri=where.startswith("file:"))
    db = Database(connection, execute_plugins=False)
    try:
        for pragma in ("foreign_keys = ON", "trusted_schema = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        prepare(path, connection)
    except sqlite3.Error:
        db.close()
        raise
    return db


def _to_write(path: Path, connection: sqlite3.Connection) -> None:
    """Have every commit on the disk when it returns, in the way that is safe on this drive."""
    if not stays(path.parent) or _journal_mode(connection, "WAL") != "wal":
        # A file that was written ahead elsewhere is taken over alone: there may be no memory to share on this drive.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        _journal_mode(connection, "DELETE")
        connection.execute("PRAGMA locking_mode = NORMAL")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # lets go of the lock
        connection.execute("PRAGMA synchronous = EXTRA")
    else:
        connection.execute("PRAGMA synchronous = FULL")
    # macOS hands writes over to a drive that may still lose them, unless asked to wait.
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA checkpoint_fullfsync = ON")


def _to_read(_path: Path, connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")


def _journal_mode(connection: sqlite3.Connection, mode: str) -> str:
    return str(connection.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0])


def check_header(path: Path) -> None:
    """Refuse what is no SQLite file before SQLite writes a thing beside it."""
    if not path.is_file():
        raise NotACaseFile(f"There is no file {path.name} in {path.parent}. Choose another, or make a new case.")
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError as error:
        raise NotACaseFile(f"{path.name} cannot be read ({error.strerror}). Check who may read it.") from error
    if header != _HEADER:
        raise NotACaseFile(f"{path.name} is not a case file. Choose a file that ends in .case.")


def check_identity(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse another program's file, and one of a newer program."""
    (identity,) = connection.execute("PRAGMA application_id").fetchone()
    if identity != APPLICATION_ID:
        raise NotACaseFile(f"{path.name} is a database of another program, not a case. Choose another file.")
    if version_of(connection) > VERSION:
        raise NotACaseFile(f"{path.name} was made by a newer version of this program. Update the program to open it.")


def version_of(connection: sqlite3.Connection) -> int:
    """Return the number of a file's schema."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _sentence(path: Path, error: sqlite3.Error) -> NotACaseFile | CaseNotWritable:
    if isinstance(error, sqlite3.OperationalError):
        return CaseNotWritable(_cannot_write(path, error))
    return NotACaseFile(f"{path.name} is damaged and cannot be opened ({error}). Open a copy of it.")


def _cannot_write(path: Path, error: sqlite3.Error) -> str:
    return f"{path.name} cannot be written ({error}). Check that the folder can be written to and has room."
