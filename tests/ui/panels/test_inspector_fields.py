import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.panels.inspector_fields import Choice, ChoiceField, WordsField

CHOICES = [Choice("Syrian Army", "sy_army", "#0072b2"), Choice("HTS", "sy_hts"), Choice("Army of the North", "north")]


@pytest.fixture
def field(qtbot: QtBot) -> ChoiceField:
    field = ChoiceField("Who", search=True)
    qtbot.addWidget(field)
    field.offer(CHOICES)
    field.show()
    return field


def test_it_shows_what_stands_for_a_value(field: ChoiceField) -> None:
    field.show_value("sy_hts")
    assert (field.currentText(), field.value) == ("HTS", "sy_hts")
    field.show_value("gone")
    assert (field.currentText(), field.value) == ("", None)


@pytest.mark.parametrize(("typed", "value"), [("hts", "sy_hts"), ("north", "north"), ("syrian army", "sy_army")])
def test_enter_chooses_what_holds_the_words(qtbot: QtBot, field: ChoiceField, typed: str, value: str) -> None:
    field.setEditText(typed)
    with qtbot.waitSignal(field.chosen) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == [value]


def test_enter_on_nothing_known_chooses_nothing(qtbot: QtBot, field: ChoiceField) -> None:
    field.setEditText("nobody at all")
    with qtbot.assertNotEmitted(field.chosen):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_escape_leaves(qtbot: QtBot, field: ChoiceField) -> None:
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)


def test_the_wheel_changes_nothing(field: ChoiceField) -> None:
    field.show_value("sy_army")
    down = QPoint(0, -120)
    none = Qt.KeyboardModifier.NoModifier
    field.wheelEvent(
        QWheelEvent(
            QPointF(), QPointF(), down, down, Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
        )
    )
    assert field.value == "sy_army"


def test_a_line_is_entered_or_left_as_it_was(qtbot: QtBot) -> None:
    line = WordsField("Note")
    qtbot.addWidget(line)
    line.show_words("seen")
    line.begin()
    QTest.keyClicks(line, "typed")
    with qtbot.waitSignal(line.entered) as entered:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert "typed" in entered.args[0]
    with qtbot.waitSignal(line.left):
        QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "seen"
