"""Another analyst's case is looked at and taken in from the menu."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.waits import Waits
from tests.ui.window import Opened, opened
from tests.workbench.values import article, document, findings
from ui.backing_up import BackingUp
from ui.dialogs.merge_case import MergeCase
from ui.joining import Joining
from workbench import acts, recording
from workbench.case import Case, Key, backups, cipher
from workbench.errors import CaseNotWritable
from workbench.model.article import ReviewState
from workbench.model.claim import Effect


def change(path: Path, analyst: str, effect: Effect) -> None:
    case = Case.open(path, analyst)
    case.apply(acts.edit_effect(case.claim(3), effect))
    case.apply(acts.set_state(case.article(1), ReviewState.IN_REVIEW))
    case.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the cases of Ana and Ben, who disagree on an effect."""
    case = Case.create(tmp_path / "ana.case", "Ana")
    case.apply(acts.import_article(article(), document()))
    case.apply(recording.record_findings(article(), findings(), 2, automatic=True))
    case.close()
    shutil.copyfile(tmp_path / "ana.case", tmp_path / "ben.case")
    change(tmp_path / "ana.case", "Ana", Effect.CAPTURED)
    change(tmp_path / "ben.case", "Ben", Effect.WOUNDED)
    return tmp_path


@pytest.fixture
def window(folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    with opened(monkeypatch, folder / "own", folder / "ana.case") as window:
        window.answers.case_path = folder / "ben.case"
        yield window


def test_a_case_is_merged_and_one_undo_takes_it_back(window: Opened, folder: Path) -> None:
    content = (folder / "ben.case").read_bytes()
    window.do("merge_case")
    dialog = child(window.window, MergeCase)
    assert dialog.isVisible()
    child(dialog, QPushButton, "all_theirs").click()
    child(dialog, QPushButton, "mergeNow").click()
    assert not dialog.isVisible()
    assert window.session.claim(3).effect is Effect.WOUNDED
    assert window.session.undo_about() == ("merge_case", "ben")
    assert (folder / "ben.case").read_bytes() == content
    assert len(backups.backups_in(backups.folder_of(folder / "ana.case"))) == 1
    window.do("undo")
    assert window.session.claim(3).effect is Effect.CAPTURED


@pytest.fixture
def waits(window: Opened, monkeypatch: pytest.MonkeyPatch) -> tuple[MergeCase, Waits]:
    """The dialog just after “Merge” was pressed, with the backup that is to be made first."""
    later = Waits()
    monkeypatch.setattr(child(window.window, BackingUp), "_aside", later)
    window.do("merge_case")
    dialog = child(window.window, MergeCase)
    child(dialog, QPushButton, "all_theirs").click()
    child(dialog, QPushButton, "mergeNow").click()
    return dialog, later


def test_it_is_merged_once_there_is_a_backup(window: Opened, waits: tuple[MergeCase, Waits], folder: Path) -> None:
    dialog, later = waits
    assert child(dialog, QLabel, "mergeWords").text().startswith("A backup of this case is made and examined first.")
    assert not child(dialog, QPushButton, "mergeNow").isEnabled()
    assert not dialog.table.isEnabled()
    assert window.session.claim(3).effect is Effect.CAPTURED
    later.do()
    assert not dialog.isVisible()
    assert window.session.claim(3).effect is Effect.WOUNDED
    assert [backup.line for backup in backups.backups_in(backups.folder_of(folder / "ana.case"))] == [5]


def test_a_stopped_backup_merges_nothing_and_keeps_the_answers(window: Opened, waits: tuple[MergeCase, Waits]) -> None:
    dialog, later = waits
    dialog.reject()
    assert dialog.isVisible()
    later.do()
    assert child(dialog, QLabel, "mergeWords").text() == "The backup was stopped, and nothing was merged."
    assert window.session.claim(3).effect is Effect.CAPTURED
    child(dialog, QPushButton, "mergeNow").click()
    later.do()
    assert window.session.claim(3).effect is Effect.WOUNDED


def test_without_a_backup_nothing_is_merged(
    window: Opened, waits: tuple[MergeCase, Waits], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog, later = waits
    monkeypatch.setattr(backups, "back_up", _full)
    with qtbot.waitSignal(window.session.problem) as told:
        later.do()
    assert told.args == ["The drive is full."]
    assert window.session.claim(3).effect is Effect.CAPTURED
    assert child(dialog, QPushButton, "mergeNow").isEnabled()
    dialog.reject()
    assert not dialog.isVisible()


def _full(*_: object, **_more: object) -> None:
    raise CaseNotWritable("The drive is full.")


def test_another_case_ends_it(window: Opened, waits: tuple[MergeCase, Waits], folder: Path) -> None:
    dialog, later = waits
    window.session.open(folder / "ben.case")
    assert not dialog.isVisible()
    later.do()
    assert window.session.claim(3).effect is Effect.WOUNDED
    assert window.session.undo_about() == ("set_state", "Gefechte")


def test_cancelled_nothing_is_changed(window: Opened) -> None:
    before = window.session.log(limit=1)
    window.do("merge_case")
    child(window.window, MergeCase).reject()
    assert window.session.log(limit=1) == before


def test_the_agreement_is_saved_as_a_table(window: Opened, folder: Path) -> None:
    window.do("merge_case")
    dialog = child(window.window, MergeCase)
    window.answers.case_path = folder / "agreement.csv"
    child(dialog, QPushButton, "saveAgreement").click()
    assert "effect of claims both hold,1,0,0.0,0.0,0.0" in (folder / "agreement.csv").read_text(encoding="utf-8")
    dialog.reject()


def test_what_cannot_be_merged_is_told(window: Opened, folder: Path, qtbot: QtBot) -> None:
    for name, why in (("ana.case", "ana.case is this very case."), ("none.case", "There is no file none.case")):
        window.answers.case_path = folder / name
        with qtbot.waitSignal(window.session.problem) as told:
            window.do("merge_case")
        assert told.args is not None
        assert told.args[0].startswith(why)


def test_a_copy_of_an_encrypted_case_asks_for_no_passphrase(
    folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    key = cipher.new_key("vier kurze Wörter hier")
    Case.create(folder / "eva.case", "Eva", key=key).close()
    shutil.copyfile(folder / "eva.case", folder / "copy.case")
    Case.create(folder / "other.case", "Eva", key=cipher.new_key("vier kurze Wörter hier")).close()
    with opened(monkeypatch, folder / "own") as window:
        assert window.session.open(folder / "eva.case", key)
        joining = child(window.window, Joining)
        with qtbot.assertNotEmitted(window.session.locked):
            joining.look_at(folder / "copy.case")
        child(window.window, MergeCase).reject()
        with qtbot.waitSignal(window.session.locked):
            joining.look_at(folder / "other.case")


def test_an_encrypted_case_is_no_fault(window: Opened, folder: Path, qtbot: QtBot) -> None:
    key = Key(b"salt of one file", b"the secret of 32 bytes of a case")
    Case.create(folder / "eva.case", "Eva", key=key).close()
    window.answers.case_path = folder / "eva.case"
    with qtbot.waitSignal(window.session.locked) as asked:
        window.do("merge_case")
    assert asked.args is not None
    assert str(asked.args[0]).startswith("eva.case is encrypted")
    with qtbot.waitSignal(window.session.problem) as told:
        child(window.window, Joining).look_at(folder / "eva.case", key)
    assert told.args == [
        "eva.case is encrypted and ana.case is not: what is in it would lie open. Give ana.case a passphrase first."
    ]
    assert window.window.findChild(MergeCase) is None


def test_a_damaged_case_is_told(window: Opened, folder: Path, qtbot: QtBot) -> None:
    content = (folder / "ben.case").read_bytes()
    (folder / "ben.case").write_bytes(content.replace(b'"act":"', b'"atc":"').replace(b"wounded", b"captured"[:7]))
    with qtbot.waitSignal(window.session.problem) as told:
        window.do("merge_case")
    assert told.args is not None
    assert "ben.case" in told.args[0]


def test_nothing_is_asked_where_no_file_was_chosen(window: Opened) -> None:
    window.answers.case_path = None
    window.do("merge_case")
    assert window.window.findChild(MergeCase) is None
