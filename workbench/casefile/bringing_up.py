"""A case of an older schema, brought to this one after a backup of it was made."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.casefile import backups
from workbench.casefile.cipher import Key
from workbench.casefile.waiting import Waiting
from workbench.errors import OlderCase

if TYPE_CHECKING:
    from sqlite_utils import Database


def opened(path: Path, backups_in: str, key: Key | None, waiting: Waiting | None) -> Database:
    """Return a case that this process holds, opened for writing and of this schema.

    OlderCase where it is of an older one and nobody is `waiting`; Stopped where that was wanted, and then the case is
    as it was. As `open_existing` and `back_up` where those fail.
    """
    from workbench.casefile import connection as files  # sqlite_utils, slow to import, waits for the first case

    if not files.is_older(path, key):
        return files.open_existing(path, key)
    if waiting is None:
        raise OlderCase(path)
    with waiting.heeded():
        folder = backups.folder_of(path, backups_in)
        backups.back_up(path, folder, datetime.now(UTC), key, to_migrate=True, waiting=waiting)
        return files.open_existing(path, key, waiting)
