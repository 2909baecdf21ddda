"""Whatever is wrong outside: a sentence, nothing lost, and the window goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from tests.ui.window import Opened, opened
from ui.dialogs.fault import FaultDialog
from ui.dialogs.import_details import ImportDetails
from ui.intake import Intake
from ui.problems import Problems
from workbench import acts
from workbench.casefile.store import Store
from workbench.errors import CaseNotWritable, StaleChange
from workbench.model.article import Article
from workbench.model.findings import Findings
from workbench.model.mention import Status


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    with opened(monkeypatch, tmp_path / "own") as desk:
        desk.session.create(tmp_path / "a.case")
        fill(desk.session)
        with qtbot.waitExposed(desk.window):
            desk.window.show()
        yield desk


def goes_on(desk: Opened) -> bool:
    """Decide on the next claim, as if nothing had happened."""
    claim = next(c for c in desk.session.claims() if c.status is Status.PROPOSED)
    return desk.session.apply(acts.accept(claim)) and desk.window.message.isHidden()


def import_anyway(desk: Opened) -> None:
    for dialog in desk.window.findChildren(ImportDetails):
        child(dialog, QRadioButton, "dateUnknown").click()
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Import").click()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("binary.txt", bytes(range(256)) * 50),
        ("huge.txt", b"Drei Soldaten wurden in Aleppo getoetet. " * 1_300_000),
    ],
)
def test_a_file_that_is_no_article(desk: Opened, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    before = desk.session.articles()
    desk.answers.files = [tmp_path / name]
    desk.do("add_files")
    assert desk.window.message.sentence.startswith(f"{name}: ")
    assert desk.session.articles() == before
    assert goes_on(desk)


def test_a_file_that_has_gone(desk: Opened, tmp_path: Path) -> None:
    desk.answers.files = [tmp_path / "gone.txt"]
    desk.do("add_files")
    assert desk.window.message.sentence.startswith("gone.txt: ")
    assert goes_on(desk)


def test_an_article_without_casualties_is_an_article(
    desk: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(_article: Article, _text: str) -> Findings:
        return Findings("de", (), (), ())

    monkeypatch.setattr(child(desk.window, Intake), "_find", nothing)
    (tmp_path / "talks.txt").write_text("Die Gespräche dauern an.\n\nEin Ende ist nicht in Sicht.", encoding="utf-8")
    desk.answers.files = [tmp_path / "talks.txt"]
    desk.do("add_files")
    import_anyway(desk)
    assert desk.session.articles()[-1].file_name == "talks.txt"
    assert desk.session.counts().get(desk.session.articles()[-1].id, 0) == 0


def test_a_full_disk(desk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> NoReturn:
        raise CaseNotWritable("The case could not be saved: the disk is full. Make room and try again.")

    claim = desk.session.claims()[0]
    with monkeypatch.context() as patch:
        patch.setattr(Store, "write", full)
        assert not desk.session.apply(acts.accept(claim))
    assert "the disk is full" in desk.window.message.sentence
    assert desk.session.claim(claim.id) == claim
    assert goes_on(desk)


def test_a_change_for_a_state_that_has_gone(desk: Opened) -> None:
    claim = desk.session.claims()[0]
    desk.session.apply(acts.reject(claim))
    assert not desk.session.apply(acts.accept(claim))
    assert desk.window.message.sentence
    desk.window.message.clear()
    assert goes_on(desk)


def test_another_case_that_is_none_leaves_this_one_open(desk: Opened, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.case") as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    desk.desk.open_path(tmp_path / "other.case")
    assert "other.case" in desk.window.message.sentence
    assert desk.session.path == tmp_path / "a.case"
    desk.window.message.clear()
    assert goes_on(desk)


def test_a_fault_of_ours_is_a_report_and_the_work_goes_on(desk: Opened, qtbot: QtBot) -> None:
    problems = child(desk.window, Problems)
    problems.handle(ValueError, ValueError("Drei Soldaten"))
    shown = child(desk.window, FaultDialog)
    assert shown.isVisible()
    assert "ValueError" in child(shown, QPlainTextEdit, "report").toPlainText()
    assert "Soldaten" not in child(shown, QPlainTextEdit, "report").toPlainText()
    assert goes_on(desk)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_a_sentence_nobody_caught_is_told(desk: Opened) -> None:
    child(desk.window, Problems).handle(StaleChange, StaleChange("This is no longer in the case."))
    assert desk.window.message.sentence == "This is no longer in the case."
