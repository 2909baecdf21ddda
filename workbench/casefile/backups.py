"""Copies of a case as it stood: made by SQLite, examined, thinned out, and restored beside what they replace."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from workbench.casefile import cipher, journal
from workbench.casefile.cipher import Key
from workbench.casefile.drives import real
from workbench.casefile.guards import UNREADABLE, is_damage
from workbench.casefile.verifying import verify
from workbench.casefile.waiting import COPYING, EXAMINING, NOBODY, Waiting
from workbench.errors import CaseNotWritable, NotACaseFile, PassphraseNeeded

_OPENS, _DAYS, _WEEKS = 10, 7, 4
#: So many pages are copied before somebody can stop it.
_PAGES = 2_000
_NAME = re.compile(
    r"(?P<at>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?: no (?P<nth>\d{1,9}))?"
    r" line (?P<line>\d{1,18}) (?P<hash>[0-9a-f]{12})\.case",
    re.ASCII,
)
#: A name has at most so many bytes before words are added to it.
_NAMED = 220
_AT = "%Y-%m-%dT%H-%M-%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a case: when it was made (UTC), and the number and the first of the hash of its last line.

    `nth` counts the backups of a folder as they are made, from 1; 0 where an older program made it.
    """

    path: Path
    at: datetime
    line: int
    hash: str
    nth: int = 0


def folder_of(case: Path, chosen: str = "") -> Path:
    """Return where the backups of a case lie: beside it, or in a folder of its own below the one chosen."""
    if not chosen:
        return real(case).with_name(f"{real(case).stem} backups")
    which = hashlib.sha256(str(case.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return Path(chosen) / f"{case.stem} {which}"


def backups_in(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the one made last first; none where there is no such folder.

    A clock may be set back, and a case go back to an older state: so their count orders them, and of those that bear
    none the journal's length; the clock comes last.
    """
    try:
        found = [_backup(path) for path in folder.iterdir()]
    except OSError:
        return []
    return sorted((one for one in found if one), key=lambda one: (one.nth, one.line, one.at), reverse=True)


def _backup(path: Path) -> Backup | None:
    told = _NAME.fullmatch(path.name)
    if told is None:
        return None
    with suppress(ValueError):
        at = datetime.strptime(told["at"], _AT).replace(tzinfo=UTC)
        return Backup(path, at, int(told["line"]), told["hash"], int(told["nth"] or 0))
    return None


def back_up(
    case: Path,
    folder: Path,
    now: datetime,
    key: Key | None = None,
    *,
    to_migrate: bool = False,
    waiting: Waiting = NOBODY,
) -> Backup | None:
    """Copy a case that may be open meanwhile, examine the copy, and thin out the older ones; encrypted, as the case is.

    None where nothing was written since the newest backup. NotACaseFile where the copy does not verify: then it is not
    kept, and no older one goes. `to_migrate`: nobody writes meanwhile, and a copy that does not verify is kept too,
    beside all older ones. CaseNotWritable where the folder takes no copy, Stopped where that was wanted.
    """
    from workbench.casefile.connection import looked_into  # sqlite_utils, slow to import, waits for the first case

    part = folder / "backup.part"
    try:
        waiting.look()
        folder.mkdir(parents=True, exist_ok=True)
        with looked_into(case, key, held=to_migrate) as source:
            source.execute("BEGIN")  # its name is that of the state which is copied, whoever writes meanwhile
            number, digest = journal.head(source)
            known = backups_in(folder)
            own = [backup for backup in known if _is_of(backup, source)]
            if own and (own[0].line, own[0].hash) == (number, digest[:12]):
                return None
            copy(source, part, key, waiting)
        waiting.told(EXAMINING, 0, 0)
        faults = verify(part, key=key, waiting=waiting).faults
        if faults and not to_migrate:
            raise NotACaseFile(_damaged(case, faults, known))
        nth = 1 + (known[0].nth if known else 0)
        name = f"{now.strftime(_AT)} no {nth} line {number} {digest[:12]}.case"
        made = Backup(folder / name, now, number, digest[:12], nth)
        part.replace(made.path)
        if not faults:
            _thin_out([made, *own])
    except (OSError, *UNREADABLE) as error:
        raise CaseNotWritable(_not_made(case, folder, error)) from error
    finally:
        with suppress(OSError):
            discard_part(part)
    return made


def _is_of(backup: Backup, source: sqlite3.Connection) -> bool:
    """Tell whether a backup is of a state that this case was in: another's, or one given up for an older, stays."""
    found = source.execute("SELECT substr(hash, 1, 12) FROM journal WHERE number = ?", (backup.line,)).fetchone()
    return (found[0] if found else "") == backup.hash


def discard_part(part: Path) -> None:
    """Take a copy away that was not made to its end."""
    from workbench.casefile.connection import BESIDE  # as above

    for suffix in ("", *BESIDE):
        part.with_name(part.name + suffix).unlink(missing_ok=True)


def copy(source: sqlite3.Connection, part: Path, key: Key | None, waiting: Waiting = NOBODY) -> None:
    """Copy a case into a file of its own, which is on the disk when this returns; OSError where that takes no copy."""
    discard_part(part)
    try:
        if not source.in_transaction:
            source.execute("BEGIN")
        source.execute(
            "SELECT 1 FROM sqlite_master LIMIT 1"
        ).fetchone()  # one state is copied, whoever writes meanwhile
        with closing(cipher.connect(part, key, isolation_level=None)) as target:
            source.backup(target, pages=_PAGES, progress=partial(_tell, waiting))
            # A case that is written ahead says so in the copy too; read, the copy would get files beside it.
            target.execute("PRAGMA journal_mode = DELETE")
    except UNREADABLE as error:
        if is_damage(error):
            raise
        raise OSError(str(error)) from error
    flush(part)


def _tell(waiting: Waiting, _status: int, left: int, pages: int) -> None:
    waiting.look()
    waiting.told(COPYING, pages - left, pages)


def flush(path: Path) -> None:
    """Have a file on the disk when this returns."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _thin_out(newest_first: list[Backup]) -> None:
    kept = set(kept_of(newest_first))
    for backup in newest_first:
        if backup not in kept:
            with suppress(OSError):  # it goes the next time
                backup.path.unlink()


def kept_of(newest_first: list[Backup]) -> list[Backup]:
    """Return the backups that stay: the last ten, the last of each of seven days and of each of four weeks."""
    days = _last_of_each(newest_first, lambda backup: backup.at.date(), _DAYS)
    weeks = _last_of_each(newest_first, lambda backup: backup.at.date() - timedelta(backup.at.weekday()), _WEEKS)
    stay = {*newest_first[:_OPENS], *days, *weeks}
    return [backup for backup in newest_first if backup in stay]


def _last_of_each(newest_first: Iterable[Backup], when: Callable[[Backup], object], most: int) -> list[Backup]:
    """Return the newest of each day or week that has one, for as many such."""
    last: dict[object, Backup] = {}
    for backup in newest_first:
        last.setdefault(when(backup), backup)
    return list(last.values())[:most]


def _unkeyed(_: Path) -> None:
    """Return no key: nobody was asked yet."""


def restore(case: Path, backup: Path, key: Key | None = None) -> Path:
    """Put a backup beside the case under a name of its own, and return that; what is there is never written over.

    NotACaseFile where the backup does not verify, CaseNotWritable where the folder takes no file.
    """
    from workbench.casefile.connection import looked_into  # as above

    case, key = real(case), cipher.fitting(backup, key)
    faults = verify(backup, key=key).faults
    if faults:
        raise NotACaseFile(f"The backup {backup.name} is damaged: {faults[0]} Restore an older one.")
    part = restoring(case)
    try:
        with looked_into(backup, key) as source:
            copy(source, part, key)
        return _put(part, case)
    except (OSError, *UNREADABLE) as error:
        raise CaseNotWritable(
            f"{backup.name} could not be restored into {case.parent} ({error}). Make room there, and see who may write."
        ) from error
    finally:
        with suppress(OSError):
            discard_part(part)


def restoring(case: Path) -> Path:
    """Return where a backup of a case is put together before it gets its name: no other program calls a file so."""
    return case.with_name(f".{_fitting(case.name)}.restoring")


def _fitting(stem: str) -> str:
    """Return the beginning of a name to which a few words more can be added: systems take 255 bytes."""
    while len(os.fsencode(stem)) > _NAMED:
        stem = stem[:-1]
    return stem


def _put(part: Path, case: Path) -> Path:
    """Give a file the first name that nothing has, or an empty file that keeps the name only."""
    for number in count(1):
        path = case.with_name(f"{_fitting(case.stem)} restored{f' {number}' if number > 1 else ''}.case")
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except FileExistsError:
            if not path.is_file() or path.is_symlink() or path.stat().st_size:
                continue
        try:
            part.replace(path)
        except OSError:
            path.unlink(missing_ok=True)  # it only kept the name
            raise
        return path
    raise AssertionError  # there is always a next number


@dataclass(frozen=True, slots=True)
class Restored:
    """Which backup was restored, where that lies, and the newer ones that were passed over, each with why."""

    backup: Backup
    path: Path
    passed: tuple[tuple[Backup, str], ...] = ()


def restore_newest(case: Path, folder: Path, key_to: Callable[[Path], Key | None] = _unkeyed) -> Restored:
    """Restore the newest backup that verifies; NotACaseFile where there is none, PassphraseNeeded where none opens.

    `key_to` returns what a passphrase gives for a file: where one was damaged in the salt it begins with, none but
    the older ones open, by other keys.
    """
    closed: PassphraseNeeded | None = None
    passed: list[tuple[Backup, str]] = []
    for backup in backups_in(folder):
        try:
            return Restored(backup, restore(case, backup.path, key_to(backup.path)), tuple(passed))
        except PassphraseNeeded as needed:
            closed = closed or needed
            passed.append((backup, "it has another passphrase, or is damaged where it begins"))
        except NotACaseFile as damaged:
            passed.append((backup, str(damaged)))
    if closed is not None:
        raise closed
    raise NotACaseFile(f"There is no backup of {case.name} in {folder} that can be restored. Say where they lie.")


def _damaged(case: Path, faults: tuple[str, ...], known: list[Backup]) -> str:
    last = f"The last one is of {known[0].at:%Y-%m-%d %H:%M} UTC" if known else "There is none yet"
    return (
        f"{case.name} does not verify, so that no backup was made of it: {faults[0]} {last}; “verify” tells more, and "
        "“restore” puts the backup beside the case."
    )


def _not_made(case: Path, folder: Path, error: Exception) -> str:
    return (
        f"No backup of {case.name} could be made in {folder} ({error}). The case itself is saved. Make room there, or "
        "choose another folder for backups in the settings."
    )
