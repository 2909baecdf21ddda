from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.workbench.casefile.conftest import KEY
from tests.workbench.casefile.failing import at_every_statement, install
from tests.workbench.casefile.lines import fill, spoil
from workbench.casefile import cipher, rekeying
from workbench.casefile.backups import back_up, backups_in, folder_of
from workbench.casefile.cipher import Key, connect, is_encrypted
from workbench.casefile.rekeying import delete, otherwise, rekey, sweep, take_along, wiped
from workbench.casefile.schema import VERSION
from workbench.casefile.store import Store
from workbench.casefile.verifying import verify
from workbench.errors import CaseNotWritable, NotACaseFile, WorkbenchError, WrongPassphrase

OTHER = Key(b"another salt, 16", b"another secret of exactly 32 byt")
NOW = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)
STEPS = [(None, KEY), (KEY, OTHER), (KEY, None)]
NAMES = ["set", "change", "remove"]


def made(path: Path, key: Key | None) -> dict[tuple[str, str], object]:
    """Make a case and return its rows."""
    store = Store.create(path, key=key)
    fill(store)
    rows = store.tables()
    store.close()
    return rows


def rows_of(path: Path, key: Key | None) -> dict[tuple[str, str], object]:
    store = Store.open(path, key=key)
    assert not store.refusal
    rows = store.tables()
    assert rows == store.folded()
    store.close()
    return rows


@pytest.mark.parametrize(("old", "new"), STEPS, ids=NAMES)
def test_a_case_is_the_same_with_another_passphrase(tmp_path: Path, old: Key | None, new: Key | None) -> None:
    path = tmp_path / "a ü.case"
    rows = made(path, old)
    head = verify(path, key=old).head
    assert rekey(path, old, new) is True
    assert list(tmp_path.iterdir()) == [path]
    assert is_encrypted(path) is (new is not None)
    assert verify(path, key=new).faults == ()
    assert verify(path, key=new).head == head
    assert rows_of(path, new) == rows
    if old is not None:
        with pytest.raises(WorkbenchError):
            Store.open(path, key=old)


@pytest.mark.parametrize(("old", "new"), STEPS, ids=NAMES)
def test_what_was_written_ahead_goes_with_it(tmp_path: Path, old: Key | None, new: Key | None) -> None:
    path, killed = tmp_path / "a.case", tmp_path / "killed.case"
    store = Store.create(path, key=old)
    fill(store)
    for end in ("", "-wal"):  # as a process that was killed leaves them
        shutil.copyfile(f"{path}{end}", f"{killed}{end}")
    rows = store.tables()
    store.close()
    assert killed.with_name("killed.case-wal").stat().st_size
    rekey(killed, old, new)
    assert not killed.with_name("killed.case-wal").exists(), "SQLite would write it into the new file"
    assert rows_of(killed, new) == rows


@pytest.mark.parametrize(("old", "new"), STEPS, ids=NAMES)
@pytest.mark.parametrize("stays", [False, True])
def test_at_whatever_statement_it_fails_the_case_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: Key | None, new: Key | None, stays: bool
) -> None:
    install(monkeypatch)
    path = tmp_path / "a.case"
    rows = made(path, old)
    sound: set[bytes] = set()
    monkeypatch.setattr("tests.workbench.casefile.failing.FailingConnection.stays", stays)

    def refused(error: Exception) -> None:
        assert "full" in str(error)
        assert list(tmp_path.iterdir()) == [path]
        if path.read_bytes() not in sound:  # the same bytes verify the same
            assert verify(path, key=old).faults == ()
            sound.add(path.read_bytes())

    kinds = (CaseNotWritable, NotACaseFile)
    assert at_every_statement(lambda: rekey(path, old, new), refused, kinds) >= 20
    assert rows_of(path, new) == rows


@pytest.mark.parametrize("step", ["replace", "flush", "_flush_folder", "_examine"])
def test_where_the_system_refuses_the_case_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.case"
    rows = made(path, None)
    place: object = Path if step == "replace" else rekeying
    monkeypatch.setattr(place, step, refuse)
    with pytest.raises(CaseNotWritable, match=r"could not be written anew .*No space left"):
        rekey(path, None, KEY)
    monkeypatch.undo()
    in_place = step == "_flush_folder"  # what comes after the one step that counts
    assert rows_of(path, KEY if in_place else None) == rows
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_process_that_died_left_is_swept_away_and_the_case_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    rows = made(path, KEY)
    part, aside = tmp_path / ".a.case.anew", tmp_path / ".a.case.replaced"
    part.write_bytes(b"half of it")
    os.link(path, aside)  # it died before the new file was put in place: this is the case itself
    assert rows_of(path, KEY) == rows
    assert list(tmp_path.iterdir()) == [path]
    aside.write_bytes(b"all of it, plain")  # it died after that
    (tmp_path / ".a.case.restoring").write_bytes(b"half of a backup, plain")
    sweep(path)
    assert list(tmp_path.iterdir()) == [path]
    assert rows_of(path, KEY) == rows


def test_old_bytes_are_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, kept = tmp_path / "plain", tmp_path / "kept"
    path.write_bytes(b"Soldaten" * 300_000)
    file = None if sys.platform == "win32" else path.open("rb")  # Windows deletes no file that is open
    assert wiped(path)
    assert not path.exists()
    if file is not None:
        with file:
            assert set(file.read()) <= {0}, "who has it open still sees what is left"
    path.write_bytes(b"Soldaten")
    os.link(path, kept)
    assert not wiped(path)
    assert kept.read_bytes() == b"Soldaten"
    monkeypatch.setattr(os, "link", no_link)
    made(tmp_path / "a.case", None)
    assert rekey(tmp_path / "a.case", None, KEY) is False, "said, where a drive knows no second name"


def no_link(*_: object) -> None:
    raise OSError(95, "Operation not supported")


def test_a_case_that_is_open_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # How long somebody else is waited for proves nothing here: it is five seconds.
    monkeypatch.setattr(cipher, "connect", lambda where, key, **how: connect(where, key, **how | {"timeout": 0}))
    path = tmp_path / "a.case"
    made(path, None)
    store = Store.open(path, "Ana")
    with pytest.raises(CaseNotWritable, match=r"Ana.* has a\.case open"):
        rekey(path, None, KEY)
    store.close()
    with closing(connect(path, None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM journal").fetchone()
        with pytest.raises(CaseNotWritable, match=r"a\.case is being read by another"):
            rekey(path, None, KEY)
    assert verify(path).faults == ()


def test_a_wrong_passphrase_and_a_damaged_case_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    made(path, KEY)
    with pytest.raises(WrongPassphrase):
        rekey(path, OTHER, None)
    spoil(path, "UPDATE claim SET low = 99", KEY)
    faults = verify(path, key=KEY).faults
    with pytest.raises(NotACaseFile, match="does not verify, and stays as it is: claim"):
        rekey(path, KEY, None)
    assert verify(path, key=KEY).faults == faults
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("schema", range(1, VERSION + 1))
def test_a_case_of_any_schema_can_be_encrypted_and_then_brought_up(tmp_path: Path, schema: int) -> None:
    path, plain = tmp_path / "a.case", tmp_path / "plain.case"
    for copy in (path, plain):
        shutil.copyfile(ROOT / "tests" / "casefiles" / f"schema-{schema}.case", copy)
    rekey(path, None, KEY)
    assert rows_of(path, KEY) == rows_of(plain, None)
    kept = backups_in(folder_of(path))
    assert len(kept) == (schema < VERSION), "the backup before it was brought up"
    assert all(is_encrypted(backup.path) for backup in kept)


def test_backups_made_before_are_found_taken_along_or_deleted(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.case", folder_of(tmp_path / "a.case")
    made(path, None)
    plain = back_up(path, folder, NOW)
    assert plain is not None
    assert otherwise(folder, None) == []
    rekey(path, None, KEY)
    assert otherwise(folder, KEY) == [plain]
    assert take_along([plain], None, KEY) == []
    assert otherwise(folder, KEY) == []
    assert verify(plain.path, key=KEY).lines == 2
    assert otherwise(folder, OTHER) == otherwise(folder, None) == [plain]
    (problem,) = take_along([plain], OTHER, None)
    assert "opens with its passphrase" in problem
    delete([plain])
    assert list(folder.iterdir()) == []
