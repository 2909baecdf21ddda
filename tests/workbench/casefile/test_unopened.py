"""A file whose first page is damaged is told from a wrong passphrase where a backup shows that it is the right one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.workbench.casefile.conftest import KEY
from tests.workbench.casefile.lines import fill, write
from workbench import acts
from workbench.casefile import backups
from workbench.casefile.cipher import Key, derived
from workbench.casefile.store import Store
from workbench.casefile.unopened import key_of, proven
from workbench.casefile.verifying import verify
from workbench.errors import NotACaseFile, WrongPassphrase
from workbench.model.actor import Side

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


def test_it_is_told_so_wherever_a_key_is_proven(path: Path) -> None:
    with pytest.raises(NotACaseFile, match="damaged where it begins"):
        proven(path, KEY)
    with pytest.raises(WrongPassphrase):
        proven(path, WRONG)


def test_a_file_that_lost_its_salt_is_no_wrong_passphrase(tmp_path: Path) -> None:
    words = "vier Wörter: Ofen Tal"
    store = Store.create(tmp_path / "a.case", key=derived(words, KEY.salt))
    fill(store)
    for hour in (4, 5):
        backups.back_up(store.path, backups.folder_of(store.path), datetime(2026, 1, 2, hour, tzinfo=UTC), store.key)
        write(store, acts.add_values("copy_registers", [Side(f"side {hour}", "", "#000000", 1)]))
    store.close()
    newest, _ = backups.backups_in(backups.folder_of(store.path))
    for spoilt in (store.path, newest.path):
        spoilt.write_bytes(_otherwise(spoilt.read_bytes(), 3))
        with pytest.raises(NotACaseFile, match="damaged where it begins"):
            key_of(spoilt, words)
        assert key_of(spoilt, "andere Wörter") == derived("andere Wörter", spoilt.read_bytes()[:16])


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
