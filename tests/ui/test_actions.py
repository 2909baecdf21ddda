"""The table of actions: complete, without clashes, and out of the way of typing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import ENTRIES, KEYED_LABELS, Actions
from ui.typing_guard import TypingGuard, is_typed_into, undo_typing
from workbench.model.mention import Label


class Everything(QObject):
    """Answers to every method, and remembers what was called."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, tuple[object, ...]]] = []

    def __getattr__(self, name: str) -> object:
        return lambda *arguments: self.calls.append((name, arguments))


class Desk:
    """A window with the actions, a field, a box and a read-only text."""

    def __init__(self, qtbot: QtBot, qapp: QApplication) -> None:
        self.window, self.target = QMainWindow(), Everything()
        qtbot.addWidget(self.window)
        targets = dict.fromkeys({entry.call.split(".")[0] for entry in ENTRIES}, self.target)
        self.actions = Actions(self.window, targets, lambda _name: QIcon())
        self.menus = self.actions.fill(self.window.menuBar())
        page = QWidget()
        layout = QVBoxLayout(page)
        self.field, self.box, self.text = QLineEdit(), QComboBox(), QPlainTextEdit(readOnly=True)
        self.plain = QWidget(focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.box.addItems(["Government", "Opposition"])
        for widget in (self.field, self.box, self.text, self.plain):
            layout.addWidget(widget)
        self.window.setCentralWidget(page)
        self.guard = TypingGuard(qapp)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    desk = Desk(qtbot, qapp)
    yield desk
    desk.guard.stop()
    desk.guard.deleteLater()


def test_no_key_is_used_twice() -> None:
    keys = Counter(QKeySequence.fromString(key).toString() for entry in ENTRIES for key in entry.keys)
    assert [key for key, times in keys.items() if times > 1 or not key] == []


def test_ids_and_words_are_unique() -> None:
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)
    assert len({(entry.menu, entry.words) for entry in ENTRIES}) == len(ENTRIES)


def test_a_letter_of_a_menu_means_one_thing() -> None:
    letters = Counter((e.menu, e.words[e.words.index("&") + 1].lower()) for e in ENTRIES if "&" in e.words)
    assert [letter for letter, times in letters.items() if times > 1] == []


def test_every_label_can_be_given() -> None:
    assert {entry.argument for entry in ENTRIES if entry.call == "reader.label"} == set(Label)
    assert len(KEYED_LABELS) == 9


def test_the_keys_of_the_review_loop_are_all_there() -> None:
    keys = {key for entry in ENTRIES for key in entry.keys}
    assert {*"JKAXNESWOR[]123456789", "Ctrl+Return", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+F", "Ctrl+K", "F1"} <= keys


def test_every_action_stands_in_its_menu(desk: Desk) -> None:
    for entry in ENTRIES:
        assert desk.actions[entry.id] in desk.menus[entry.menu].actions()


@pytest.mark.parametrize(("id_", "called"), [("next", ("next_proposal", ())), ("start_left", ("move_start", (-1,)))])
def test_an_action_calls_its_method(desk: Desk, id_: str, called: tuple[str, tuple[object, ...]]) -> None:
    desk.actions.trigger(id_)
    assert desk.target.calls == [called]


def test_a_switch_tells_how_it_stands(desk: Desk) -> None:
    desk.actions.trigger("show_rejected")
    desk.actions.trigger("show_rejected")
    assert desk.target.calls == [("show_rejected", (True,)), ("show_rejected", (False,))]


def test_without_a_case_only_what_needs_none_is_at_hand(desk: Desk) -> None:
    desk.actions.set_open(False)
    assert desk.actions["open_case"].isEnabled()
    assert not desk.actions["accept"].isEnabled()
    desk.actions.set_open(True)
    assert desk.actions["accept"].isEnabled()


def test_what_is_asked_for_before_there_is_anybody_to_do_it_is_done_later(qtbot: QtBot) -> None:
    window, target = QMainWindow(), Everything()
    qtbot.addWidget(window)
    targets: dict[str, QObject] = {}
    actions = Actions(window, targets, lambda _name: QIcon())
    for id_ in ("next", "show_rejected", "accept"):
        actions.trigger(id_)
    actions["accept"].setEnabled(False)
    targets["reader"] = target
    actions.go_on()
    actions.go_on()
    assert target.calls == [("next_proposal", ()), ("show_rejected", (True,))]


def test_icons_are_drawn_for_some_or_for_all(qtbot: QtBot) -> None:
    window, drawn = QMainWindow(), list[str]()
    qtbot.addWidget(window)

    def icon(name: str) -> QIcon:
        drawn.append(name)
        return QIcon()

    actions = Actions(window, {}, icon)
    assert drawn == []
    actions.draw_icons(("undo",))
    assert drawn == ["undo"]
    actions.draw_icons()
    assert sorted(drawn[1:]) == sorted(entry.icon for entry in ENTRIES if entry.icon)


def test_an_action_can_be_named_for_the_act(desk: Desk) -> None:
    desk.actions.name("undo", "Undo accept «37 Mitglieder»", True)
    assert desk.actions["undo"].text() == "Undo accept «37 Mitglieder»"


@pytest.mark.parametrize("key", [entry.keys[0] for entry in ENTRIES if entry.menu.startswith("Review") and entry.keys])
def test_keys_work_while_the_article_is_read(desk: Desk, key: str) -> None:
    for widget in (desk.plain, desk.text):
        desk.target.calls.clear()
        widget.setFocus()
        QTest.keySequence(widget, QKeySequence.fromString(key))
        assert len(desk.target.calls) == 1, widget


@pytest.mark.parametrize("key", list("jkaxneswor[]123456789{}"))
def test_letters_typed_into_a_field_stay_there(desk: Desk, key: str) -> None:
    desk.field.setFocus()
    QTest.keyClicks(desk.field, key)
    assert desk.field.text() == key
    assert desk.target.calls == []


def test_letters_typed_into_a_box_choose_in_it(desk: Desk) -> None:
    desk.box.setFocus()
    QTest.keyClicks(desk.box, "o")
    assert desk.box.currentText() == "Opposition"
    assert desk.target.calls == []


def test_undo_in_a_field_undoes_typing(desk: Desk) -> None:
    desk.field.setFocus()
    QTest.keyClicks(desk.field, "ab")
    QTest.keyClick(desk.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.field.text() == ""
    assert desk.target.calls == []
    desk.text.setFocus()
    QTest.keyClick(desk.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.target.calls == [("undo", ())]


def test_undo_typing_knows_its_fields(desk: Desk) -> None:
    QTest.keyClicks(desk.field, "ab")
    assert undo_typing(desk.field)
    assert desk.field.text() == ""
    assert undo_typing(desk.field, again=True)
    assert desk.field.text() == "ab"
    assert not undo_typing(desk.text)
    assert not undo_typing(desk.box)
    assert not undo_typing(None)
    assert not is_typed_into(desk.plain)


def test_signs_are_named_by_themselves_and_not_by_the_key_they_stand_on() -> None:
    """Shift+] and } are one press: an action with both keys hears of neither, for Qt cannot tell which was meant."""
    keys = [key.split("+") for entry in ENTRIES for key in entry.keys if not key.endswith("+")]
    assert not [parts for parts in keys if "Shift" in parts and not parts[-1].isalnum()]
