"""One analyst's way with the keyboard: accept, reject, relabel, edit, undo, close, reopen; and all of it is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.window import Opened, opened
from ui.session import Focus
from workbench.case import Case
from workbench.model.claim import Claim
from workbench.model.mention import Label, Status

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Hands:
    """Press keys wherever the focus is, as hands do."""

    def __init__(self, desk: Opened) -> None:
        self.desk, self.session = desk, desk.session

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.desk.window, key, keys)

    def write(self, words: str) -> None:
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keySequence(field, "Ctrl+A")
        QTest.keyClicks(field, words)

    def read(self) -> None:
        child(self.desk.window, QWidget, "reader").setFocus()

    def to_claim(self, number: int) -> Claim:
        claim = self.session.claims()[number]
        self.session.focus(Focus(claim.article_id, "claim", claim.id))
        self.read()
        return claim

    def about(self) -> str:
        return child(self.desk.window, QLabel, "undoAbout").text()


@contextmanager
def at_the_desk(patch: pytest.MonkeyPatch, folder: Path, case: Path | None, qtbot: QtBot) -> Iterator[Hands]:
    with opened(patch, folder / "own", case) as desk:
        with qtbot.waitExposed(desk.window):
            desk.window.show()
        desk.window.activateWindow()
        hands = Hands(desk)
        hands.read()
        yield hands


def test_a_review_survives_closing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    with at_the_desk(monkeypatch, tmp_path, None, qtbot) as hands:
        hands.desk.do("sample_case")
        path = hands.session.path
        assert path is not None
        accepted = hands.to_claim(0)
        hands.press(Qt.Key.Key_A)
        rejected = hands.to_claim(1)
        hands.press(Qt.Key.Key_X)
        mention = hands.session.mentions(accepted.article_id)[0]
        hands.session.focus(Focus(mention.article_id, "mention", mention.id))
        hands.read()
        hands.press(Qt.Key.Key_6)
        assert hands.session.mention(mention.id).label is Label.GPE
        assert hands.about().startswith("Undo: label of «")
        hands.press(Qt.Key.Key_Z, CONTROL)
        assert hands.session.mention(mention.id) == mention
        hands.press(Qt.Key.Key_Z, CONTROL | SHIFT)
        assert hands.session.mention(mention.id).label is Label.GPE
        hands.press(Qt.Key.Key_Z, CONTROL)
        assert hands.about().startswith("Undo: reject «")

    with at_the_desk(monkeypatch, tmp_path, path, qtbot) as hands:
        assert hands.session.claim(accepted.id).status is Status.ACCEPTED
        assert hands.session.claim(rejected.id).status is Status.REJECTED
        assert hands.session.mention(mention.id) == mention
        assert hands.about().startswith("Undo: reject «")
        hands.press(Qt.Key.Key_Z, CONTROL)
        assert hands.session.claim(rejected.id) == rejected
        hands.press(Qt.Key.Key_Return, CONTROL)
        focus = hands.session.focus_now
        assert focus is not None
        assert focus.article_id != accepted.article_id

    held = Case.open(path)
    try:
        assert held.consistent()
        assert [line.step.value for line in held.log(limit=2)] == ["do", "undo"]
    finally:
        held.close()


def test_the_number_is_edited_from_the_keyboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    with at_the_desk(monkeypatch, tmp_path, None, qtbot) as hands:
        hands.desk.do("sample_case")
        claim = hands.to_claim(0)
        hands.press(Qt.Key.Key_E)
        hands.write("41")
        assert hands.session.claim(claim.id) == claim
        hands.press(Qt.Key.Key_Return)
        assert hands.session.claim(claim.id).quantity.best == 41
        assert hands.session.claim(claim.id).status is Status.EDITED
        hands.press(Qt.Key.Key_Z, CONTROL)
        if hands.session.claim(claim.id) != claim:
            hands.read()
            hands.press(Qt.Key.Key_Z, CONTROL)
        assert hands.session.claim(claim.id) == claim


def test_a_claim_of_the_table_opens_in_the_review(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with at_the_desk(monkeypatch, tmp_path, None, qtbot) as hands:
        hands.desk.do("sample_case")
        hands.desk.do("show_casualties")
        claim = hands.session.claims()[3]
        hands.session.focus(Focus(claim.article_id, "claim", claim.id, claim.evidence, asker="claimTable"))
        assert hands.desk.window.workspace == 0
