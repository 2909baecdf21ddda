"""An open case that others look at, in this process and in another, while it is written to."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from tests.workbench.casefile.conftest import KEY
from tests.workbench.values import article, document
from workbench.case import Case, backups, verify
from workbench.casefile import cipher, connection, drives, rows
from workbench.casefile.cipher import Key
from workbench.casefile.rekeying import rekey
from workbench.changes import Change, adding
from workbench.errors import CaseNotWritable, NotACaseFile, WorkbenchError
from workbench.importers.read import read
from workbench.saving import save

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files that are open cannot go there")

LINES = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM journal").fetchone()[0])
connection.close()
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case.create(tmp_path / "a.case", "Ana")


def lines_for_others(path: Path) -> int:
    """Return how many lines another program finds, which opens the case and closes it again."""
    done = subprocess.run([sys.executable, "-c", LINES, str(path)], capture_output=True, check=True)
    return int(done.stdout)


def bring(case: Case, text: str = "Zwölf Soldaten") -> None:
    case.apply(Change("x", adding([article(case.reserve(1), text)]), documents=(document(text),)))


def ahead(case: Case) -> Path:
    return case.path.with_name("a.case-wal")


@pytest.mark.parametrize(
    "look",
    [
        lambda path: Case.open_reading(path).close(),
        lambda path: Case.open(path, "Ben").close(),
        verify,
        lambda path: backups.back_up(path, backups.folder_of(path), datetime.now(UTC)),
        read,
        lambda path: save(b"<html>", path, "report"),
        lambda path: save(b"<html>", ahead_of(path), "report"),
    ],
    ids=["read", "opened twice", "verified", "backed up", "imported", "written over", "written over beside"],
)
def test_no_look_at_an_open_case_loses_its_locks(case: Case, look: Callable[[Path], object]) -> None:
    bring(case)
    with suppress(WorkbenchError):
        look(case.path)
    assert lines_for_others(case.path) == 2
    assert ahead(case).exists(), "the other program took itself for the last and deleted what was written ahead"
    case.close()


def ahead_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def test_what_was_written_ahead_and_has_gone_is_begun_anew(case: Case) -> None:
    bring(case)
    case.path.open("rb").close()  # as a file dialog may, and with it go the locks
    lines_for_others(case.path)
    assert not ahead(case).exists()
    bring(case, "Noch zwölf Soldaten")
    assert lines_for_others(case.path) == 3
    assert ahead(case).exists()
    case.close()
    assert verify(case.path).faults == ()


def test_a_change_written_into_what_has_gone_is_not_acknowledged(case: Case) -> None:
    bring(case)

    def lose() -> None:
        with case.together():
            bring(case, "Noch zwölf Soldaten")
            ahead(case).unlink()

    with pytest.raises(CaseNotWritable, match="Whether it was kept is not sure"):
        lose()
    case.close()
    again = Case.open(case.path, "Ana")
    assert again.consistent()
    again.close()


def no_room(*_: object) -> None:
    raise CaseNotWritable("There is no room.")


def test_a_full_drive_still_shows_the_case(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(case)
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL

    def full(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(rows, "write", full)
        patch.setattr(connection, "open_existing", no_room)
        with pytest.raises(CaseNotWritable, match="make room"):
            bring(case, "Noch zwölf Soldaten")
        assert len(case.log()) == 2
    bring(case, "Noch zwölf Soldaten")
    assert len(case.log()) == 3
    case.close()


def test_a_case_that_cannot_be_opened_again_says_why_until_it_can(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(case)
    case.path.open("rb").close()
    lines_for_others(case.path)
    with monkeypatch.context() as patch:
        patch.setattr(connection, "open_existing", no_room)
        for act in (case.undo, case.log):
            with pytest.raises(WorkbenchError, match="no room"):
                act()
    assert len(case.log()) == 2
    bring(case, "Noch zwölf Soldaten")
    case.close()
    assert verify(case.path).lines == 3


def test_a_drive_that_numbers_its_files_anew_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "stays", lambda _: False)
    case = Case.create(tmp_path / "b.case", "Ana")
    numbers = count()
    monkeypatch.setattr(drives, "file_at", lambda path: (0, next(numbers)) if path.exists() else None)
    bring(case)
    bring(case, "Noch zwölf Soldaten")
    assert len(case.log()) == 3
    case.close()
    assert verify(case.path).lines == 3


def test_a_case_is_one_by_whatever_link_it_is_opened(case: Case, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "b.case"
    link.symlink_to(case.path)
    bring(case)
    other = Case.open(link, "Ben")
    assert "has a.case open" in other.refusal
    assert (other.path, verify(link).lines) == (case.path, 2)
    other.close()
    made = backups.back_up(link, backups.folder_of(link), datetime.now(UTC))
    case.close()
    assert made is not None
    assert made.path.parent == backups.folder_of(case.path)
    assert backups.restore(link, made.path).parent == tmp_path
    rekey(link, None, KEY)
    assert link.is_symlink()
    assert verify(case.path, key=KEY).faults == ()
    assert [path.name for path in link.parent.iterdir()] == ["b.case"]


def test_a_name_that_means_something_to_sqlite_is_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (":memory:", "file:a.case"):
        case = Case.create(Path(name), "Ana")
        bring(case)
        case.close()
        assert verify(Path(name)).lines == 2
        assert rekey(Path(name), None, KEY)
        Case.open(Path(name), key=KEY).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [":memory:", "file:a.case"]


def test_a_file_of_two_names_is_only_read(case: Case, tmp_path: Path) -> None:
    case.close()
    os.link(case.path, tmp_path / "b.case")
    for name in ("a.case", "b.case"):
        other = Case.open(tmp_path / name, "Ben")
        assert "hard link" in other.refusal
        assert other.log()
        other.close()
    (tmp_path / "b.case").unlink()
    again = Case.open(case.path, "Ana")
    assert not again.refusal
    again.close()


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@pytest.mark.parametrize("kept", [1, 7])
def test_a_case_half_of_which_is_in_place_is_whole(tmp_path: Path, key: Key | None, kept: int) -> None:
    """As a full drive or a kill leaves it that stops SQLite while it brings in what was written ahead."""
    path, other = tmp_path / "a.case", tmp_path / "b.case"
    case = Case.create(path, "Ana", key=key)
    bring(case, "Zwölf Soldaten " * 2000)
    other.with_name("b.case-wal").write_bytes(ahead(case).read_bytes())
    case.close()
    other.write_bytes(path.read_bytes()[: kept * 4096])
    assert verify(other, key=key).faults == ()
    again = Case.open(other, "Ana", key=cipher.proven(other, key))
    assert len(again.log()) == 2
    again.close()
    other.write_bytes(path.read_bytes()[: kept * 4096])
    with pytest.raises(NotACaseFile, match="damaged"):
        Case.open(other, "Ana", key=key)


def test_links_laid_beside_a_case_lead_to_nothing_that_is_written(case: Case, tmp_path: Path) -> None:
    case.close()
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    for name in ("a.case-lock", ".a.case.replaced", ".a.case.anew", "a.case.part", ".x.html.part"):
        (tmp_path / name).symlink_to(mine)
    shown = Case.open(case.path)
    assert "Nothing can be written beside" in shown.refusal
    shown.close()
    (tmp_path / "a.case-lock").unlink()
    Case.open(case.path).close()
    backups.restore(case.path, case.path)
    save(b"x", tmp_path / "x.html", "report")
    assert mine.read_text() == "mine"
    assert not (tmp_path / ".a.case.replaced").is_symlink()
