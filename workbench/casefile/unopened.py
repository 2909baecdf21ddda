"""Why a passphrase does not open an encrypted file: it is another's, or the file is damaged where it begins."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from workbench.casefile import cipher
from workbench.casefile.backups import Backup, backups_in, folder_of
from workbench.casefile.cipher import Key
from workbench.errors import NotACaseFile, WorkbenchError, WrongPassphrase
from workbench.version import called

#: So many of the newest backups are tried: they may be damaged, too.
_TRIED = 3
#: A salt that shares so many bytes with another was that one, and was damaged: by chance none does.
_SHARED = 6


def proven(path: Path, key: Key | None) -> Key | None:
    """Return `key` where it opens an encrypted file, None where the file is plain; else as `cipher.proven`.

    NotACaseFile where the key is the right one and the file damaged. Neither it nor its backups are open in this
    process.
    """
    try:
        return cipher.proven(path, key)
    except WrongPassphrase as wrong:
        if key is None:
            raise
        raise not_opened(path, key) from wrong


def key_of(path: Path, passphrase: str) -> Key:
    """Return the key that a passphrase gives for an encrypted file, whether it opens it or not.

    NotACaseFile where the file cannot be read, or where it has lost the salt it begins with and the passphrase opens a
    backup. Neither is open in this process.
    """
    key = cipher.key_of(path, passphrase)
    for backup in _copies_of(path):
        salt = _salt_of(backup)
        if salt != key.salt and _are_near(salt, key.salt) and _opens(cipher.derived(passphrase, salt), backup):
            raise _damaged(path, backup)
    return key


def _salt_of(backup: Backup) -> bytes:
    try:
        return cipher.salt_of(backup.path)
    except NotACaseFile:
        return b""


def _are_near(one: bytes, other: bytes) -> bool:
    return sum(a == b for a, b in zip(one, other, strict=False)) >= _SHARED


def not_opened(path: Path, key: Key) -> WorkbenchError:
    """Return what says why; a key that opens a backup with the same salt is the right one.

    The backups are not open in this process.
    """
    for backup in _copies_of(path):
        if _opens(key, backup):
            return _damaged(path, backup)
    return cipher.wrong(path)


def _copies_of(path: Path) -> list[Backup]:
    """Return the newest backups of a case; of a backup those that lie beside it."""
    found = backups_in(folder_of(path)) or backups_in(path.parent)
    return [backup for backup in found if backup.path.name != path.name][:_TRIED]


def _opens(key: Key, backup: Backup) -> bool:
    with suppress(OSError, WorkbenchError):
        return cipher.fitting(backup.path, key) is not None and cipher.proven(backup.path, key) is not None
    return False


def _damaged(path: Path, backup: Backup) -> NotACaseFile:
    return NotACaseFile(
        f"{path.name} is damaged where it begins. The passphrase is right, for it opens the backup of "
        f"{backup.at:%Y-%m-%d %H:%M} UTC: restore that, by “Restore a backup…” or “{called()} restore”. "
        "The damaged file stays as it is."
    )
