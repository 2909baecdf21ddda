from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.window import opened
from ui.dialogs.about import About
from ui.dialogs.passphrase import Passphrase
from ui.main_window import MainWindow
from ui.problems import Problems
from ui.selftest import walk as walk_
from ui.selftest.walk import Answers, SelfTestFailed, Walk


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Walk]:
    with opened(monkeypatch, tmp_path / "own") as desk:
        yield Walk(desk.window, tmp_path)


def test_the_painted_window_is_seen(walk: Walk) -> None:
    assert not walk.is_painted
    walk.window.show()
    walk.wait("it is painted", lambda: walk.is_painted)


def test_what_never_comes_is_a_sentence(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk_, "_PATIENCE", 0)
    with pytest.raises(SelfTestFailed, match="This was waited for 0 seconds: rain"):
        walk.wait("rain", lambda: False)


def test_what_the_program_tells_ends_the_waiting(walk: Walk) -> None:
    QTimer.singleShot(0, walk, lambda: walk.session.problem.emit("The disk is full."))
    with pytest.raises(SelfTestFailed, match="The program said: The disk is full"):
        walk.wait("rain", lambda: False)


def test_a_fault_is_told_too(walk: Walk) -> None:
    walk.find(Problems).report(KeyError("x"))
    with pytest.raises(SelfTestFailed, match="report on a fault"):
        walk.refuse_problems()


def test_what_is_not_there_or_not_offered_is_named(walk: Walk) -> None:
    with pytest.raises(SelfTestFailed, match=r"The window has no moon\."):
        walk.find(MainWindow, "moon")
    for id_ in ("fly", "report"):
        with pytest.raises(SelfTestFailed, match=f"does not offer the action {id_}"):
            walk.do(id_)


def test_articles_are_waited_for(walk: Walk) -> None:
    walk.wait_read(lambda: walk.do("sample_case"))
    assert walk.session.articles()


def test_a_dialog_is_filled_in(walk: Walk) -> None:
    walk.do("sample_case")
    walk.window.show()
    walk.do("passphrase")
    dialog = walk.dialog(Passphrase)
    walk.type_into(dialog, newPassphrase="a", samePassphrase="a")
    assert {field.text() for field in dialog.findChildren(QLineEdit)} == {"a", ""}
    with pytest.raises(SelfTestFailed, match="does not offer rewriteCase"):
        walk.press(dialog, "rewriteCase")
    with pytest.raises(SelfTestFailed, match="has no field moon"):
        walk.type_into(dialog, moon="")
    dialog.reject()


def test_a_dialog_that_does_not_come_is_named(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk_, "_PATIENCE", 0)
    with pytest.raises(SelfTestFailed, match="the dialog About is shown"):
        walk.dialog(About)


def test_every_question_for_a_file_is_answered_inside_the_folder(walk: Walk, tmp_path: Path) -> None:
    answers = Answers(walk.window, tmp_path)
    elsewhere = Path("elsewhere")
    assert answers.new_case(elsewhere) == tmp_path / "New.case"
    assert answers.report(elsewhere / "a.html") == tmp_path / "a.html"
    assert answers.table(elsewhere / "a.csv") == tmp_path / "a.csv"
    assert answers.case(elsewhere) is answers.folder(elsewhere) is None
    assert answers.articles(elsewhere) == []
