"""A file whose first page is damaged is told from a wrong passphrase where a backup shows that it is the right one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.workbench.casefile.conftest import KEY
from tests.workbench.casefile.lines import fill
from workbench.casefile import backups
from workbench.casefile.cipher import Key
from workbench.casefile.store import Store
from workbench.casefile.verifying import verify
from workbench.errors import NotACaseFile, WrongPassphrase

WRONG = Key(KEY.salt, b"the secret of some other file!!!")


@pytest.fixture
def key() -> Key:
    return KEY


@pytest.fixture
def path(store: Store) -> Path:
    """Return an encrypted case whose first page is damaged, with a backup from before."""
    fill(store)
    backups.back_up(store.path, backups.folder_of(store.path), datetime(2026, 1, 2, 3, 4, tzinfo=UTC), KEY)
    store.close()
    content = bytearray(store.path.read_bytes())
    content[1000] ^= 1
    store.path.write_bytes(content)
    return store.path


def test_the_right_passphrase_of_a_damaged_file_opens_its_backup(path: Path) -> None:
    for act in (Store.open, lambda case, key: verify(case, key=key)):
        with pytest.raises(NotACaseFile, match="damaged where it begins") as told:
            act(path, key=KEY)
        assert "the backup of 2026-01-02 03:04 UTC" in str(told.value)


def test_a_wrong_passphrase_stays_one_and_both_are_said(path: Path) -> None:
    with pytest.raises(WrongPassphrase, match="try again") as told:
        Store.open(path, key=WRONG)
    assert "damaged where it begins" in str(told.value)
    assert "main.py restore" in str(told.value)


def _otherwise(content: bytes, at: int) -> bytes:
    """Return bytes with another one at a place, whatever stands there: what is encrypted may hold any."""
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def test_backups_that_tell_nothing_are_passed_over(path: Path) -> None:
    (backup,) = backups.backups_in(backups.folder_of(path))
    content = backup.path.read_bytes()
    for spoilt in (_otherwise(content, 1000), _otherwise(content, 0), b"", b"SQLite format 3\x00"):
        backup.path.write_bytes(spoilt)
        with pytest.raises(WrongPassphrase):
            Store.open(path, key=KEY)
