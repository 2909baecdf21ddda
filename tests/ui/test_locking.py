"""Passphrases in the window, from the menu to the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.window import Opened, opened
from tests.workbench.casefile.killing import make
from ui import locking
from ui.dialogs.conflict_choice import ConflictChoice
from ui.dialogs.fault import FaultDialog
from ui.dialogs.merge_case import MergeCase
from ui.dialogs.passphrase import Passphrase
from ui.dialogs.passphrase_asked import PassphraseAsked
from ui.dialogs.passphrase_backups import PassphraseBackups
from ui.dialogs.passphrase_of_new_case import PassphraseOfNewCase
from ui.dialogs.restore import Restore
from workbench.case import Key, backups, cipher, rekeying, verify
from workbench.errors import CaseNotWritable

ONE, OTHER = "ofen tal sieben", "brot bach nebel"
KEYS = {ONE: Key(b"salt of this one", bytes(32)), OTHER: Key(b"and of the other", bytes(range(32)))}


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a case; keys of the passphrases above are known at once, others are made as ever."""
    monkeypatch.setattr(cipher, "new_key", lambda words, make=cipher.new_key: KEYS.get(words) or make(words))
    monkeypatch.setattr(cipher, "derived", lambda words, _salt: KEYS.get(words, Key(bytes(16), bytes(32))))
    path = tmp_path / "Aleppo.case"
    make(path)
    return path


@pytest.fixture
def desk(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    with opened(monkeypatch, tmp_path / "own", path) as desk:
        desk.window.show()
        yield desk


def dialog_of(desk: Opened, type_: type[QDialog]) -> QDialog | None:
    """Return the dialog that is shown, if one is."""
    found = [dialog for dialog in desk.window.findChildren(type_) if dialog.isVisible()]
    return found[-1] if found else None


def choose(desk: Opened, new: str = "", present: str = "") -> Passphrase:
    """Set, change or take away the passphrase by its dialog."""
    desk.do("passphrase")
    dialog = dialog_of(desk, Passphrase)
    assert isinstance(dialog, Passphrase)
    for field, words in (("presentPassphrase", present), ("newPassphrase", new), ("samePassphrase", new)):
        child(dialog, QLineEdit, field).setText(words)
    (child(dialog, QCheckBox, "notedPassphrase") if new else child(dialog, QRadioButton, "removePassphrase")).click()
    child(dialog, QPushButton, "rewriteCase").click()
    return dialog


def answer(desk: Opened, words: str) -> PassphraseAsked:
    dialog = dialog_of(desk, PassphraseAsked)
    assert isinstance(dialog, PassphraseAsked)
    dialog.field.setText(words)
    child(dialog, QPushButton, "openEncrypted").click()
    return dialog


def problem(dialog: QObject) -> str:
    return child(dialog, QLabel, "passphraseProblem").text()


def answer_backups(desk: Opened, button: str) -> None:
    dialog = dialog_of(desk, PassphraseBackups)
    assert isinstance(dialog, PassphraseBackups)
    child(dialog, QPushButton, button).click()


def test_a_passphrase_is_set_changed_and_taken_away(desk: Opened, path: Path) -> None:
    shown = child(desk.window, QLabel, "encrypted")
    assert not shown.isVisible()
    assert not choose(desk, ONE).isVisible()
    assert cipher.is_encrypted(path)
    assert shown.isVisible()
    assert desk.session.key == KEYS[ONE]
    assert "Aleppo.case is encrypted" in desk.window.message.sentence
    answer_backups(desk, "convertBackups")
    folder = backups.folder_of(path)
    assert rekeying.otherwise(folder, KEYS[ONE]) == []
    refused = choose(desk, OTHER, present="ganz falsch")
    assert "not the present passphrase" in problem(refused)
    refused.reject()
    assert desk.session.key == KEYS[ONE]
    choose(desk, OTHER, present=ONE)
    assert desk.session.key == KEYS[OTHER]
    answer_backups(desk, "deleteBackups")
    assert backups.backups_in(folder) == []
    choose(desk, present=OTHER)
    assert "has no passphrase any longer" in desk.window.message.sentence
    assert not shown.isVisible()
    assert dialog_of(desk, PassphraseBackups) is None
    desk.do("close_case")
    assert verify(path).faults == ()


def test_a_weak_one_is_refused_in_the_dialog(desk: Opened, path: Path) -> None:
    dialog = choose(desk, "kurz")
    assert "at least 8" in problem(dialog)
    dialog.reject()
    assert not cipher.is_encrypted(path)
    assert desk.session.path == path


def test_where_it_cannot_be_written_the_case_is_open_as_before(
    desk: Opened, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bool:
        raise CaseNotWritable("There is no room.")

    monkeypatch.setattr(rekeying, "rekey", refuse)
    dialog = choose(desk, ONE)
    assert problem(dialog) == "There is no room."
    assert desk.session.path == path
    assert desk.session.key is None
    dialog.reject()


def test_a_fault_is_reported_and_holds_no_passphrase(
    desk: Opened, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bool:
        raise RuntimeError(f"at {ONE} {KEYS[ONE].words}")

    monkeypatch.setattr(rekeying, "rekey", fail)
    choose(desk, ONE)
    dialog = dialog_of(desk, FaultDialog)
    assert isinstance(dialog, FaultDialog)
    dialog.close()
    (report,) = (tmp_path / "own" / "reports").iterdir()
    assert ONE not in report.read_text(encoding="utf-8")
    assert KEYS[ONE].secret.hex() not in report.read_text(encoding="utf-8")
    assert desk.session.path == path


def test_an_encrypted_case_is_opened_with_its_passphrase_only(desk: Opened, path: Path) -> None:
    desk.do("close_case")
    rekeying.rekey(path, None, KEYS[ONE])
    desk.desk.open_path(path)
    assert not desk.session.is_open
    assert dialog_of(desk, Restore) is None, "it is not damaged"
    wrong = answer(desk, "ganz falsch")
    assert "does not open Aleppo.case" in problem(wrong)
    assert not desk.session.is_open
    assert not answer(desk, ONE).isVisible()
    assert desk.session.path == path
    assert desk.session.articles()
    desk.desk.open_path(path)
    assert dialog_of(desk, PassphraseAsked) is None, "it is open, and known"
    desk.do("close_case")
    desk.desk.open_path(path)
    left = dialog_of(desk, PassphraseAsked)
    assert isinstance(left, PassphraseAsked)
    left.reject()
    assert not desk.session.is_open
    desk.desk.open_path(path)
    answer(desk, ONE)
    assert desk.session.is_open


def test_a_backup_of_another_passphrase_asks_for_that(desk: Opened, path: Path, tmp_path: Path) -> None:
    desk.do("close_case")
    folder = backups.folder_of(path)
    (plain,) = backups.backups_in(folder)
    rekeying.rekey(path, None, KEYS[ONE])
    rekeying.take_along([plain], None, KEYS[OTHER])
    desk.session.open(path, KEYS[ONE])
    assert desk.session.restore(path, plain.path)
    answer(desk, OTHER)
    assert desk.session.path == tmp_path / "Aleppo restored.case"
    assert desk.session.key == KEYS[OTHER]


def test_backups_are_encrypted_as_their_case_is(desk: Opened, path: Path) -> None:
    choose(desk, ONE)
    answer_backups(desk, "deleteBackups")
    assert desk.session.undo()
    desk.do("close_case")
    desk.session.open(path, KEYS[ONE])
    (made,) = backups.backups_in(backups.folder_of(path))
    assert cipher.is_encrypted(made.path)
    with pytest.raises(sqlite3.DatabaseError), sqlite3.connect(made.path) as other:
        other.execute("SELECT * FROM journal")
    other.close()


def test_another_case_that_is_encrypted_is_merged_with_its_passphrase(desk: Opened, path: Path, tmp_path: Path) -> None:
    other = tmp_path / "Ben.case"
    make(other)
    rekeying.rekey(other, None, KEYS[OTHER])
    choose(desk, ONE)
    answer_backups(desk, "leaveBackups")
    desk.answers.case_path = other
    desk.do("merge_case")
    assert "does not open Ben.case" in problem(answer(desk, "ganz falsch"))
    assert not answer(desk, OTHER).isVisible()
    dialog = dialog_of(desk, MergeCase)
    assert dialog is not None
    dialog.reject()
    assert desk.session.path == path


def test_a_report_of_an_encrypted_case_says_that_it_is_plain(desk: Opened, tmp_path: Path) -> None:
    choose(desk, ONE)
    answer_backups(desk, "leaveBackups")
    desk.answers.case_path = tmp_path / "report.html"
    desk.do("report")
    assert (tmp_path / "report.html").exists()
    assert "It is not encrypted, though the case is." in desk.window.status.currentMessage()


def test_nothing_is_rewritten_while_articles_are_read(desk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.intake.Intake.is_busy", True)
    desk.do("passphrase")
    assert dialog_of(desk, Passphrase) is None
    assert desk.window.message.sentence == locking.BUSY


def test_nothing_that_is_kept_holds_a_passphrase(desk: Opened, path: Path, tmp_path: Path) -> None:
    choose(desk, ONE)
    answer_backups(desk, "leaveBackups")
    desk.window.close()
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert str(path).encode() in kept, "the case is among the recent ones"
    assert ONE.encode() not in kept
    assert datetime.now(UTC).strftime("%Y").encode() in kept


def begin_case(desk: Opened, path: Path, words: str) -> PassphraseOfNewCase:
    """Ask for a new case, and type its passphrase."""
    desk.answers.case_path = path
    actions = {action.objectName(): action for action in desk.window.actions()}
    actions["new_case"].trigger()
    dialog = dialog_of(desk, PassphraseOfNewCase)
    assert isinstance(dialog, PassphraseOfNewCase)
    child(dialog, QCheckBox, "encryptCase").click()
    for name in ("newPassphrase", "samePassphrase"):
        child(dialog, QLineEdit, name).setText(words)
    child(dialog, QCheckBox, "notedPassphrase").click()
    child(dialog, QPushButton, "makeCase").click()
    return dialog


def test_a_new_case_is_encrypted_from_its_first_byte(desk: Opened, tmp_path: Path) -> None:
    path = tmp_path / "Idlib.case"
    dialog = begin_case(desk, path, ONE)
    assert not dialog.isVisible()
    assert desk.session.path == path
    assert desk.session.key == KEYS[ONE]
    assert cipher.is_encrypted(path)
    assert dialog_of(desk, ConflictChoice) is not None
    desk.do("close_case")
    assert verify(path, key=KEYS[ONE]).faults == ()


def test_a_passphrase_that_protects_nothing_makes_no_case(desk: Opened, path: Path, tmp_path: Path) -> None:
    dialog = begin_case(desk, tmp_path / "Idlib.case", "kurz")
    assert dialog.isVisible()
    assert "at least 8 characters" in problem(dialog)
    dialog.reject()
    assert not (tmp_path / "Idlib.case").exists()
    assert desk.session.path == path


def test_a_chart_of_an_encrypted_case_is_said_to_be_plain(desk: Opened, tmp_path: Path) -> None:
    begin_case(desk, tmp_path / "Idlib.case", ONE)
    desk.desk.tell_written("chart", tmp_path / "chart.png")
    assert desk.window.status.currentMessage().endswith("chart.png. It is not encrypted, though the case is.")
    desk.do("close_case")
    desk.session.create(tmp_path / "plain.case")
    desk.desk.tell_written("chart", tmp_path / "chart.png")
    assert "not encrypted" not in desk.window.status.currentMessage()
