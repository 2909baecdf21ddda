"""A case written anew with a passphrase, with another or with none: wholly, examined, and then put in its place."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from workbench.casefile import cipher, holding
from workbench.casefile.backups import Backup, backups_in, discard_part, flush, restoring
from workbench.casefile.cipher import Key
from workbench.casefile.drives import real
from workbench.casefile.guards import UNREADABLE, is_taken
from workbench.casefile.holding import HeldError
from workbench.casefile.verifying import verify
from workbench.errors import CaseNotWritable, NotACaseFile, PassphraseNeeded, WorkbenchError

_CHUNK = 1 << 20


def rekey(case: Path, old: Key | None, new: Key | None, who: str = "", since: str = "") -> bool:
    """Write a case that nobody has open anew with another key, or plain; return whether its old bytes are written over.

    Where anything fails the case is as it was: CaseNotWritable where somebody has it open or there is no room,
    NotACaseFile where it does not verify, PassphraseNeeded where `old` does not open it.
    """
    case = real(case)
    try:
        held = holding.hold(case, who, since)
    except HeldError as error:
        raise CaseNotWritable(
            f"{error.holder.words} has {case.name} open. Close it there, then repeat this."
        ) from error
    except OSError as error:
        raise CaseNotWritable(_not_written(case, error)) from error
    try:
        return _rewrite(case, old, new)
    finally:
        held.release()


def _rewrite(path: Path, old: Key | None, new: Key | None) -> bool:
    from workbench.casefile.connection import settle  # sqlite_utils, slow to import, waits for the first case

    part = _part(path)
    try:
        sweep(path)
        head = settle(path, old)
        _export(path, old, part, new)
        flush(part)
        _examine(path, part, new, head)
        return _put_in_place(part, path)
    except (OSError, *UNREADABLE) as error:
        raise CaseNotWritable(_not_written(path, error)) from error
    finally:
        with suppress(OSError):  # what is left is swept away when the case is opened
            discard_part(part)


def _export(path: Path, old: Key | None, part: Path, new: Key | None) -> None:
    discard_part(part)
    with closing(cipher.converting(path, old, timeout=5, isolation_level=None)) as connection:
        # As bytes: on Linux a name may hold some that are no letters.
        connection.execute("ATTACH DATABASE ? AS anew KEY ?", (os.fsencode(part), new.words if new else ""))
        # Nobody waits for a half of it: it is flushed once, as a whole.
        connection.execute("PRAGMA anew.journal_mode = OFF")
        connection.execute("PRAGMA anew.synchronous = OFF")
        connection.execute("SELECT sqlcipher_export('anew')").fetchone()
        for number in ("application_id", "user_version"):
            (value,) = connection.execute(f"PRAGMA main.{number}").fetchone()
            connection.execute(f"PRAGMA anew.{number} = {int(value)}")
        connection.execute("DETACH DATABASE anew")


def _examine(path: Path, part: Path, key: Key | None, head: tuple[int, str]) -> None:
    """Raise NotACaseFile where the new file does not verify, or does not end as the old one does."""
    found = verify(part, key=key)
    last = (found.head.number, found.head.hash) if found.head else (0, "")
    if found.faults or last != head:
        why = found.faults[0] if found.faults else "The copy is not whole."
        raise NotACaseFile(f"{path.name} does not verify, and stays as it is: {why} Restore a backup of it first.")


def _put_in_place(part: Path, path: Path) -> bool:
    """Let the new file take the place of the old one in one step, then write over what the old one held."""
    aside = _aside(path)
    with suppress(OSError):  # a drive that knows no second name for a file lets the old bytes go as they are
        os.link(path, aside)
    part.replace(path)
    _flush_folder(path.parent)
    return wiped(aside)


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.anew")


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.replaced")


def drop_second_name(path: Path) -> None:
    """Take the second name off a case that a rewriting which was cut off gave it: Windows does not once it is open."""
    with suppress(OSError):
        if _aside(path).samefile(path):
            _aside(path).unlink()


def sweep(path: Path) -> None:
    """Take away what a rewriting or a restoring that was cut off left beside a case that this process holds."""
    for part in (_part(path), restoring(path)):
        if part.exists():
            with suppress(OSError):
                discard_part(part)
    aside = _aside(path)
    if aside.exists() or aside.is_symlink():
        wiped(aside)


def wiped(path: Path) -> bool:
    """Write over a file and delete it; return whether it was. One of another name, too, or a link, is only unlinked.

    Drives that write elsewhere than they are told (SSDs, copies on writing) may keep what was there for a while.
    """
    done = False
    with suppress(OSError):
        if not path.is_symlink() and path.stat().st_nlink == 1:
            _write_over(path)
            done = True
    with suppress(OSError):
        path.unlink(missing_ok=True)
    return done


def _write_over(path: Path) -> None:
    with path.open("rb+") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, _CHUNK)))
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Have the change of names on the disk; Windows has no such thing, and does so itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


# Backups made before


def otherwise(folder: Path, key: Key | None) -> list[Backup]:
    """Return the backups that are not encrypted with a key, or, where there is none, those that are encrypted."""
    return [backup for backup in backups_in(folder) if not _fits(backup.path, key)]


def _fits(path: Path, key: Key | None) -> bool:
    try:
        return cipher.fitting(path, key) == key
    except (PassphraseNeeded, OSError):
        return False


def take_along(backups: Iterable[Backup], old: Key | None, new: Key | None) -> list[str]:
    """Write backups anew with a key; return a sentence for each that stays as it was, under an older passphrase."""
    problems = []
    for backup in backups:
        try:
            _rewrite(backup.path, cipher.fitting(backup.path, old), new)
        except WorkbenchError as error:
            problems.append(str(error))
    return problems


def delete(backups: Iterable[Backup]) -> None:
    """Write over backups, and delete them."""
    for backup in backups:
        wiped(backup.path)


def _not_written(path: Path, error: Exception) -> str:
    if is_taken(error):
        return f"{path.name} is being read by another window or program. Close it there, then repeat this."
    return (
        f"{path.name} could not be written anew ({error}), and is as it was. Make room for a second one beside it, see "
        "who may write there, then repeat this."
    )
