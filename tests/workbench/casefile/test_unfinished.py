"""A case that was cut off in the midst of a change, where nothing is written ahead, is as it was before that."""

from __future__ import annotations

import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.workbench.casefile.conftest import KEY
from tests.workbench.casefile.lines import fill, write
from workbench import acts
from workbench.casefile import cipher
from workbench.casefile.cipher import Key
from workbench.casefile.rekeying import rekey
from workbench.casefile.store import Store
from workbench.casefile.verifying import verify
from workbench.errors import NotACaseFile
from workbench.model.claim import Claim

#: On plain and on encrypted cases.
ENCRYPTED_TOO = True

MAGIC = bytes.fromhex("d9d505f920a163d7")


def cut_off(path: Path, key: Key | None, script: str) -> Path:
    """Return a file, with what lies beside it, as it is where the power fails while a change is half in it."""
    target = path.parent / "cut" / path.name
    target.parent.mkdir()
    with closing(cipher.connect(path, key, isolation_level=None)) as connection:
        for pragma in ("journal_mode = DELETE", "cache_size = 1", "cache_spill = 1"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(script)
        for end in ("", "-journal"):
            shutil.copyfile(f"{path}{end}", f"{target}{end}")
        connection.execute("ROLLBACK")
    assert target.read_bytes() != path.read_bytes()
    return target


@pytest.fixture
def cut(store: Store, key: Key | None) -> Path:
    fill(store)
    store.close()
    return cut_off(store.path, key, f"UPDATE claim SET note = '{'x' * 90_000}'")


def test_it_opens_as_it_was_and_takes_changes(cut: Path, key: Key | None) -> None:
    again = Store.open(cut, "Ana", key=key)
    assert not again.refusal
    assert [claim.note for claim in again.select(Claim) if isinstance(claim, Claim)] == ["", ""]
    found = again.get(Claim, 3)
    assert isinstance(found, Claim)
    write(again, acts.accept(found))
    again.close()
    assert verify(cut, key=key).faults == ()
    assert list(cut.parent.iterdir()) == [cut]


def test_who_only_looks_is_told_and_changes_nothing(cut: Path, key: Key | None) -> None:
    before = cut.read_bytes()
    with pytest.raises(NotACaseFile, match=r"a\.case was left in the midst of a change.*open it once"):
        verify(cut, key=key)
    assert cut.read_bytes() == before
    assert len(list(cut.parent.iterdir())) == 2


def test_it_gets_another_passphrase(cut: Path, key: Key | None) -> None:
    new = Key(KEY.salt[::-1], KEY.secret[::-1])
    rekey(cut, key, new)
    assert verify(cut, key=new).faults == ()
    assert list(cut.parent.iterdir()) == [cut]


def test_what_names_another_file_is_refused_and_that_file_stays(cut: Path, key: Key | None, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("of others")
    name = str(other).encode()
    page = 4096
    with (cut.parent / "a.case-journal").open("r+b") as journal:
        count = -(-cut.stat().st_size // page)
        journal.write((MAGIC + struct.pack(">5I", 0, 1, count, 512, page)).ljust(512, b"\0"))
        journal.write(struct.pack(">I", (1 << 30) // page + 1) + name)
        journal.write(struct.pack(">2I", len(name), sum(name)) + MAGIC)
        journal.truncate()
    before = cut.read_bytes()
    acts: tuple[Callable[[], object], ...] = (
        lambda: Store.open(cut, key=key),
        lambda: Store.open_reading(cut, "", key),
        lambda: verify(cut, key=key),
        lambda: rekey(cut, key, None),
    )
    for act in acts:
        with pytest.raises(NotACaseFile, match="would have another file deleted"):
            act()
    assert other.read_text() == "of others"
    assert cut.read_bytes() == before


def test_another_programs_file_is_left_as_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE t (x)")
        other.execute("INSERT INTO t VALUES (zeroblob(90000))")
        other.commit()
    cut = cut_off(path, None, f"UPDATE t SET x = '{'x' * 90_000}'")
    before = {found.name: found.read_bytes() for found in cut.parent.iterdir()}
    with pytest.raises(NotACaseFile, match="database of another program"):
        Store.open(cut)
    assert {found.name: found.read_bytes() for found in cut.parent.iterdir()} == before
