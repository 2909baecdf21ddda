"""Opening and making the file itself."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import sleep

from sqlite_utils import Database

from workbench.casefile import cipher, journal, unfinished
from workbench.casefile.cipher import Key
from workbench.casefile.drives import real, stays
from workbench.casefile.guards import UNREADABLE, is_damage, sort_of
from workbench.casefile.holding import LOCK
from workbench.casefile.layout import harden, refuse_foreign, refuse_incomplete
from workbench.casefile.schema import APPLICATION_ID, VERSION, steps
from workbench.casefile.waiting import NOBODY, RAISING, Waiting
from workbench.errors import CaseNotWritable, NotACaseFile, WorkbenchError

#: So many KiB of a case are kept in memory.
_CACHE = 32_768
#: What SQLite or this program lays beside a case.
BESIDE = ("-wal", "-shm", "-journal")
#: So many bytes processes share at least about a file that is written ahead; less is left where there is no room.
_SHARED = 32_768
#: So often a file that looks damaged is looked at, so many seconds apart.
_LOOKS, _APART = 5, 0.05
#: How a file that nobody writes to is read as it lies there.
_AT_REST = "mode=ro&immutable=1"


def create(path: Path, key: Key | None = None) -> Database:
    """Make a new, empty case file, encrypted where there is a key.

    CaseNotWritable where one stands there already or the folder refuses.
    """
    if path.exists():
        raise CaseNotWritable(f"{path.name} is there already. Open it, or choose another name.")
    if not path.parent.is_dir():
        raise CaseNotWritable(f"The folder {path.parent} does not exist. Choose a folder that does.")
    db: Database | None = None
    try:
        db = _connect(path, key, reading=False)
        _set_journal(path, db.conn)
        bring_up(db)
    except UNREADABLE as error:
        _close(db)
        discard(path)
        raise CaseNotWritable(_cannot_write(path, error)) from error
    return db


def discard(path: Path) -> None:
    """Take a case away that could not be made in full, so that the next try meets nothing of it."""
    for suffix in ("", *BESIDE):
        with suppress(OSError):  # on a drive that has gone there is nothing to meet
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def open_existing(path: Path, key: Key | None = None, waiting: Waiting = NOBODY) -> Database:
    """Open a case file and bring it to this program's schema.

    NotACaseFile where it is none, is damaged, or a newer program made it; CaseNotWritable where it cannot be written;
    PassphraseNeeded where it is encrypted and the key does not open it; Stopped where that was wanted.
    """
    db = _opened(path, key, reading=False)
    try:
        bring_up(db, waiting)
    except UNREADABLE as error:
        db.close()
        raise _sentence(path, error) from error
    return db


def open_reading(path: Path, key: Key | None = None) -> Database:
    """Open a case file that is only read, beside whoever writes to it; as `open_existing` where that fails.

    CaseNotWritable, too, where it is of an older schema and would have to be brought to this one.
    """
    db = _opened(path, key, reading=True)
    if version_of(db.conn) < VERSION:
        db.close()
        raise CaseNotWritable(
            f"{path.name} was made by an older version of this program and has to be brought up to this one, for which "
            "it must be written. Close it elsewhere, or copy it to a place that can be written, and open it again."
        )
    return db


def _opened(path: Path, key: Key | None, *, reading: bool, at_rest: bool = False) -> Database:
    check_header(path, key)
    db: Database | None = None
    try:
        db = _connect(path, key, reading=reading, at_rest=at_rest)
        # Whose file this is, and whether all in it is ours, is settled before anything is written to it.
        check_identity(path, db.conn)
        refuse_foreign(path, db.conn, version_of(db.conn))
        refuse_incomplete(path, db.conn, version_of(db.conn))
        if not reading:
            _set_journal(path, db.conn)
    except UNREADABLE as error:
        _close(db)
        if reading and not at_rest and not is_damage(error) and _at_rest(path):
            return _opened(path, key, reading=True, at_rest=True)  # a full drive takes not even what readers share
        raise _sentence(path, error, key) from error
    except NotACaseFile:
        _close(db)
        raise
    return db


def bring_up(db: Database, waiting: Waiting = NOBODY) -> None:
    """Bring a file to this program's schema, all steps or none, while no other program writes to it."""
    names = [step.name for step in steps.pending(db)]
    if not names:
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        with waiting.heeded_by(db.conn):
            for done, following in enumerate((*names[1:], None)):
                waiting.told(RAISING, done, len(names))
                steps.apply(db, stop_before=following)
        db.conn.commit()
    finally:
        if db.conn.in_transaction:
            db.conn.rollback()


@contextmanager
def looked_into(path: Path, key: Key | None = None, *, held: bool = False) -> Iterator[sqlite3.Connection]:
    """Hold a case file open that is only read, of whatever schema, and leave nothing beside it.

    `held`: this process alone may write to it, and does not meanwhile. As `open_existing` where that fails.
    """
    path = real(path)
    check_header(path, key)
    where = _at_rest(path, held=held) or _uri(path, "mode=ro")
    try:
        with closing(cipher.connect(where, key, timeout=5, isolation_level=None, uri=True)) as connection:
            harden(connection)
            check_identity(path, connection)
            refuse_foreign(path, connection, version_of(connection))
            yield connection
    except UNREADABLE as error:
        if sort_of(error) == sqlite3.SQLITE_READONLY and unfinished.is_left(path):
            raise unfinished.untaken(path) from error
        if is_damage(error):
            raise _sentence(path, error, key) from error
        raise NotACaseFile(f"{path.name} cannot be read ({error}). See to its drive, and who may read it.") from error


def take_back(path: Path, key: Key | None = None) -> None:
    """Have SQLite take back a change that was cut off in a case that this process holds.

    Where nothing is written ahead, it lies beside the case, and who only reads cannot see the case before. As
    `open_existing` where the file is none of ours, or cannot be written.
    """
    if not unfinished.is_left(path):
        return
    check_header(path, key)
    try:
        with closing(cipher.connect(_uri(path, _AT_REST), key, uri=True)) as connection:
            check_identity(path, connection)
    except UNREADABLE as error:
        if key is not None or not is_damage(error):
            raise _sentence(path, error, key) from error
    try:
        with closing(cipher.connect(path, key, timeout=5, isolation_level=None)) as connection:
            harden(connection)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except UNREADABLE as error:
        raise _sentence(path, error, key) from error


def is_older(path: Path, key: Key | None = None) -> bool:
    """Tell whether a case file that this process holds is of an older schema; NotACaseFile where it is none."""
    with looked_into(path, key, held=True) as connection:
        return version_of(connection) < VERSION


def _at_rest(path: Path, *, held: bool = False) -> str:
    """Return how a file that nobody writes to is read as it lies there; nothing where somebody may write to it.

    Read in the usual way, SQLite would put two files beside it and leave them. `held`: this process may write, and does
    not while it reads.
    """
    ends = BESIDE if held else (*BESIDE, LOCK)
    least = {"-shm": _SHARED, "-wal": 1}
    open_ = any(_size(path.with_name(path.name + end)) >= least.get(end, 0) for end in ends)
    return "" if open_ else _uri(path, _AT_REST)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _uri(path: Path, how: str) -> str:
    return f"{path.absolute().as_uri()}?{how}"


def _close(db: Database | None) -> None:
    if db is not None:
        db.close()


def _connect(path: Path, key: Key | None, *, reading: bool, at_rest: bool = False) -> Database:
    where: str | Path = path
    if reading and (at_rest or not os.access(path.parent, os.W_OK)):
        where = _at_rest(path) or _uri(path, "mode=ro")
    # What is only read may be read on another thread than the one that writes.
    own = not reading
    connection = cipher.connect(where, key, timeout=5, uri=isinstance(where, str), check_same_thread=own)
    try:
        harden(connection)
        # Indexes are written all over the file: with SQLite's own 2 MB an import reads its pages again and again.
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        if reading:
            connection.execute("PRAGMA query_only = ON")
        elif not stays(path.parent):
            # A file that was written ahead elsewhere is taken over alone: this drive may have no memory to share.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    except UNREADABLE:
        connection.close()
        raise
    return Database(connection, execute_plugins=False)


def _set_journal(path: Path, connection: sqlite3.Connection) -> None:
    """Have every commit on the disk when it returns, in the way that is safe on this drive."""
    if not stays(path.parent) or _journal_mode(connection, "WAL") != "wal":
        _journal_mode(connection, "DELETE")
        connection.execute("PRAGMA locking_mode = NORMAL")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # lets go of the lock
        connection.execute("PRAGMA synchronous = EXTRA")
    else:
        connection.execute("PRAGMA synchronous = FULL")
    # macOS hands writes over to a drive that may still lose them, unless asked to wait.
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA checkpoint_fullfsync = ON")


def settle(path: Path, key: Key | None) -> tuple[int, str]:
    """Bring all that was written ahead into the file itself, which can then be replaced alone; return its last line.

    CaseNotWritable where somebody reads it meanwhile; as `open_existing` where it is none of ours.
    """
    take_back(path, key)
    with looked_into(path, key, held=True):
        pass  # which says why not
    with closing(cipher.connect(path, key, timeout=5, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        alone = _journal_mode(connection, "DELETE") == "delete"
        head = journal.head(connection)
    if alone:  # then nobody shares this memory any longer; who read the file before may have left it
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    if not alone or any(path.with_name(path.name + end).exists() for end in BESIDE):
        raise CaseNotWritable(f"{path.name} is being read by another window or program. Close it there first.")
    return head


def _journal_mode(connection: sqlite3.Connection, mode: str) -> str:
    return str(connection.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0])


def check_header(path: Path, key: Key | None = None) -> None:
    """Refuse what is no SQLite file before SQLite writes a thing beside it; with a key, opening it tells."""
    if not path.is_file():
        raise NotACaseFile(f"There is no file {path.name} in {path.parent}. Choose another, or make a new case.")
    unfinished.refuse_naming(path)
    if key is not None:
        return
    try:
        if not path.stat().st_size:
            raise NotACaseFile(f"{path.name} is empty. Go back to a backup of the case, or choose another file.")
        _look_at_header(path)
    except (OSError, *UNREADABLE) as error:
        if isinstance(error, OSError) or not is_damage(error):
            raise NotACaseFile(f"{path.name} cannot be read ({error}). Check who may read it.") from error
        if cipher.is_encrypted(path):
            raise cipher.needed(path) from error
        if sort_of(error) == sqlite3.SQLITE_NOTADB:
            raise NotACaseFile(f"{path.name} is not a case file. Choose a file that ends in .case.") from error
        if not _has_more_beside(path):
            raise NotACaseFile(_damaged(path, error)) from error


def _has_more_beside(path: Path) -> bool:
    """Tell whether a file that may be half written lies beside what makes it whole, which SQLite has not looked at.

    A process that was killed, or a full drive, may stop SQLite while it brings in what was written ahead.
    """
    beside = [path.with_name(path.name + end) for end in ("-wal", "-journal")]
    return any(each.is_file() and each.stat().st_size for each in beside)


def _look_at_header(path: Path) -> None:
    """Have SQLite look at a file, which may be open in this process already.

    Opened and closed by anyone else, it would lose the locks of this process on it, as POSIX has it: another program
    that closes it then takes itself for the last, and deletes what was written ahead.
    """
    for left in reversed(range(_LOOKS)):
        try:
            with closing(sqlite3.connect(_uri(path, _AT_REST), uri=True)) as connection:
                connection.execute("PRAGMA schema_version").fetchone()
                return
        except sqlite3.DatabaseError as error:
            if not left or sort_of(error) != sqlite3.SQLITE_CORRUPT:
                raise
            sleep(_APART)  # another program may be writing just now: it is looked at without asking for its turn


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


def _sentence(path: Path, error: Exception, key: Key | None = None) -> WorkbenchError:
    if key is not None and sort_of(error) == sqlite3.SQLITE_NOTADB:
        from workbench.casefile.unopened import not_opened  # it looks at backups, which are opened from here

        return not_opened(path, key)
    if is_damage(error):
        return NotACaseFile(_damaged(path, error))
    return CaseNotWritable(_cannot_write(path, error))


def _damaged(path: Path, error: Exception) -> str:
    return f"{path.name} is damaged and cannot be opened ({error}). Go back to a backup of the case."


def _cannot_write(path: Path, error: Exception) -> str:
    return f"{path.name} cannot be written ({error}). Check that the folder can be written to and has room."
