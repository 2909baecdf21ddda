"""Why a key does not open an encrypted file: it is of another passphrase, or the file is damaged where it begins."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from workbench.casefile import cipher
from workbench.casefile.backups import backups_in, folder_of
from workbench.casefile.cipher import Key
from workbench.errors import NotACaseFile, WorkbenchError
from workbench.version import called

#: So many of the newest backups are tried: they may be damaged, too.
_TRIED = 3


def not_opened(path: Path, key: Key) -> WorkbenchError:
    """Return what says why; a key that opens a backup beside the case with the same salt is the right one.

    The backups are not open in this process.
    """
    for backup in backups_in(folder_of(path))[:_TRIED]:
        with suppress(OSError, WorkbenchError):
            if cipher.fitting(backup.path, key) is not None and cipher.proven(backup.path, key) is not None:
                return NotACaseFile(
                    f"{path.name} is damaged where it begins. The passphrase is right, for it opens the backup of "
                    f"{backup.at:%Y-%m-%d %H:%M} UTC: restore that, by “Restore a backup…” or “{called()} restore”. "
                    "The damaged file stays as it is."
                )
    return cipher.wrong(path)
