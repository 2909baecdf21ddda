from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.workbench.casefile.conftest import KEY
from tests.workbench.casefile.fuzzing import HOSTILE
from tests.workbench.casefile.lines import fill
from workbench.casefile.cipher import ERRORS, connect, derived, fitting, is_encrypted, key_of, new_key, proven
from workbench.casefile.connection import check_header, looked_into
from workbench.casefile.store import Store
from workbench.casefile.verifying import verify
from workbench.errors import CaseNotWritable, NotACaseFile, PassphraseNeeded, WeakPassphrase, WrongPassphrase

WORDS = "vier Wörter: Ofen Tal"


_NONE = ["", "1234567", " " * 8, "ab cd ef g     ", "aaaaaaaaaaaa", "Aa Bb Aa Bb Aa Bb"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.case"
    store = Store.create(path, key=KEY)
    fill(store)
    store.close()
    return path


def test_a_key_shows_nothing(path: Path) -> None:
    made = new_key(WORDS)
    shown = f"{made!r} {made} {[made]}"
    assert WORDS not in shown
    assert made.secret.hex() not in shown
    assert str(made.secret) not in shown


def test_the_key_is_the_one_that_sqlcipher_makes_of_the_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "b.case"
    made = new_key(WORDS)
    Store.create(path, key=made).close()
    assert key_of(path, WORDS) == made
    assert key_of(path, WORDS.replace("ö", "o\u0308")) == made, "however a keyboard writes its letters"
    assert derived(WORDS, os.urandom(16)) != made
    from sqlcipher3 import dbapi2 as sqlcipher

    with closing(sqlcipher.connect(str(path))) as other:
        other.execute("PRAGMA key = '" + WORDS + "'")
        assert other.execute("SELECT count(*) FROM journal").fetchone() == (0,)


@pytest.mark.parametrize("words", [*_NONE, "zwei\nZeilen sind es", "ein\tTabulator", "ein\0Nichts darin"])
def test_what_protects_nothing_is_no_passphrase(words: str) -> None:
    with pytest.raises(WeakPassphrase) as told:
        new_key(words)
    assert not words or words not in str(told.value)


def test_an_encrypted_file_holds_nothing_that_can_be_read(path: Path) -> None:
    content = path.read_bytes()
    assert is_encrypted(path)
    assert not content.startswith(b"SQLite")
    assert not [word for word in (b"Soldaten", b"CREATE TABLE", b"journal") if word in content]
    with closing(sqlite3.connect(path)) as other, pytest.raises(ERRORS, match="not a database"):
        other.execute("SELECT * FROM journal")


def test_without_a_key_the_passphrase_is_asked_for_and_nothing_is_written(path: Path) -> None:
    before = path.read_bytes()
    for act in (check_header, Store.open, verify):
        with pytest.raises(PassphraseNeeded, match="opens with its passphrase") as told:
            act(path)
        assert told.value.path == path
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_wrong_key_is_told_as_that(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    wrong = derived("ganz falsch", KEY.salt)
    for act in (lambda: Store.open(path, key=wrong), lambda: verify(path, key=wrong)):
        with pytest.raises(WrongPassphrase, match="try again") as told:
            act()
        assert told.value.path == path
    assert list(path.parent.iterdir()) == [path], "nobody holds it then"
    assert capfd.readouterr() == ("", ""), "SQLCipher would write of it to the terminal"


def test_what_is_damaged_behind_its_first_page_is_no_wrong_passphrase(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 + 77] ^= 1
    path.write_bytes(content)
    with pytest.raises(NotACaseFile, match="damaged"):
        Store.open(path, key=KEY)


def test_one_byte_that_was_changed_anywhere_is_found(path: Path) -> None:
    whole = path.read_bytes()
    for place in range(4096, len(whole), 4096 * 3):
        content = bytearray(whole)
        content[place + 1000] ^= 1
        path.write_bytes(content)
        faults: tuple[str, ...] = ()
        try:
            faults = verify(path, key=KEY).faults
        except NotACaseFile as error:
            faults = (str(error),)
        assert faults, f"byte {place + 1000}"


@pytest.mark.parametrize(
    "content", [b"", b"kurz", bytes(4096), "Drei Soldaten wurden getötet. ".encode() * 999, bytes(range(256)) * 32]
)
def test_what_is_not_encrypted_is_not_taken_for_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.case"
    path.write_bytes(content)
    assert not is_encrypted(path)
    assert not is_encrypted(tmp_path / "gone.case")
    with pytest.raises(NotACaseFile, match=r"is not a case file|is empty"):
        check_header(path)


def test_chance_in_no_whole_pages_is_a_case_only_where_its_name_says_so(tmp_path: Path) -> None:
    for name, size, is_one in (("a.case", 5000, True), ("a.jpg", 5000, False), ("a.jpg", 8192, True)):
        (tmp_path / name).write_bytes(os.urandom(size))
        assert is_encrypted(tmp_path / name) is is_one


def test_what_was_cut_off_asks_and_then_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50_000])
    with pytest.raises(PassphraseNeeded):
        Store.open(path)
    with pytest.raises(NotACaseFile, match="damaged"):
        Store.open(path, key=KEY)


def test_a_key_fits_by_its_salt(path: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.case"
    Store.create(plain).close()
    assert fitting(path, KEY) == KEY
    assert fitting(plain, KEY) is None
    for other in (None, new_key(WORDS)):
        with pytest.raises(PassphraseNeeded):
            fitting(path, other)


def test_a_key_is_proven_by_reading_with_it(path: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.case"
    Store.create(plain).close()
    assert proven(plain, None) is proven(plain, KEY) is None
    assert proven(path, KEY) == KEY
    with pytest.raises(WrongPassphrase):
        proven(path, derived("ganz falsch", KEY.salt))
    with pytest.raises(PassphraseNeeded, match="opens with its passphrase only"):
        proven(path, None)
    assert sorted(tmp_path.iterdir()) == [path, plain]


@pytest.mark.parametrize("statement", HOSTILE[:4])
def test_a_hostile_case_that_is_encrypted_is_refused_too(path: Path, statement: str) -> None:
    with closing(connect(path, KEY)) as other:
        other.execute(statement)
        other.commit()
    with pytest.raises(NotACaseFile, match="was changed by another program"):
        Store.open(path, key=KEY)


def test_on_a_drive_that_is_pulled_out_the_journal_is_encrypted_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.casefile.connection.stays", lambda _: False)
    store = Store.create(tmp_path / "a.case", key=KEY)
    fill(store)
    with store.transaction():
        store._connection.execute("UPDATE claim SET note = 'Soldaten'")  # noqa: SLF001 - to see it half way
        ahead = (tmp_path / "a.case-journal").read_bytes()
    assert ahead
    assert b"Soldaten" not in ahead
    assert not (tmp_path / "a.case-wal").exists()
    store.close()


def test_errors_and_connections_are_named_in_one_place() -> None:
    named = re.compile(r"sqlite3\.(\w*Error|connect)\b|\bsqlcipher\b")
    rooms = {path.name: named.findall(path.read_text("utf-8")) for path in (ROOT / "workbench/casefile").glob("*.py")}
    assert {name for name, found in rooms.items() if found} - {"cipher.py"} == {
        "connection.py",  # looks whether a file is a plain one
        "layout.py",  # lays a case out in memory
    }, "who names the errors of one driver only misses those of the other: cipher.ERRORS has both"


def test_temporary_tables_stay_in_memory(path: Path) -> None:
    with closing(connect(path, KEY)) as connection:
        assert connection.execute("PRAGMA temp_store").fetchone() == (2,)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotACaseFile, match="cannot be read"):
        key_of(tmp_path / "gone.case", WORDS)


def test_a_second_one_reads_an_encrypted_case_that_is_open(path: Path) -> None:
    one = Store.open(path, "Ana", key=KEY)
    other = Store.open(path, "Ben", key=KEY)
    assert "Ana" in other.refusal
    assert other.tables() == one.tables()
    with looked_into(path, KEY) as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone() == (2,)
    with pytest.raises(CaseNotWritable), other.transaction():
        pass
    other.close()
    one.close()
