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


def test_a_line_confirmed_as_it_was_is_left(qtbot: QtBot) -> None:
    line = WordsField("Note")
    qtbot.addWidget(line)
    line.show_words("seen")
    with qtbot.assertNotEmitted(line.entered), qtbot.waitSignal(line.left):
        QTest.keyClick(line, Qt.Key.Key_Return)


def test_the_same_again_is_kept(qtbot: QtBot, field: ChoiceField) -> None:
    field.show_value("sy_hts")
    field.setEditText("hts")
    with qtbot.assertNotEmitted(field.chosen), qtbot.waitSignal(field.kept):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.currentText() == "HTS"


@pytest.fixture
def closed(qtbot: QtBot) -> ChoiceField:
    field = ChoiceField("Side")
    qtbot.addWidget(field)
    field.offer([Choice("Opposition (follows from who)", None, "#d55e00", "Opposition"), Choice("Government", "gov")])
    field.show_value(None)
    field.resize(120, 30)
    field.show()
    return field


def test_a_closed_box_says_it_in_brief(closed: ChoiceField) -> None:
    assert (closed.brief, closed.currentText()) == ("Opposition", "Opposition (follows from who)")
    closed.show_value("gov")
    assert closed.brief == "Government"
    closed.setPlaceholderText("nobody yet")
    closed.show_value("gone")
    assert closed.brief == "nobody yet"


def test_too_narrow_for_its_words_it_draws_dots(closed: ChoiceField) -> None:
    wide = closed.grab().toImage()
    closed.offer([Choice("Opposition " * 20, None)])
    closed.show_value(None)
    narrow = closed.grab().toImage()
    arrow = closed.width() - 24
    assert wide.size() == narrow.size()
    assert len({narrow.pixel(x, 15) for x in range(arrow - 3, arrow)}) == 1, "no letter is cut at the arrow"


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_ctrl_return_confirms_nothing_in_an_open_list(qtbot: QtBot, closed: ChoiceField) -> None:
    closed.showPopup()
    closed.view().setCurrentIndex(closed.model().index(1, 0))
    with qtbot.assertNotEmitted(closed.chosen):
        QTest.keyClick(closed.view(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert closed.view().isVisible()
    with qtbot.waitSignal(closed.chosen) as chosen:
        QTest.keyClick(closed.view(), Qt.Key.Key_Return)
    assert chosen.args == ["gov"]


def test_ctrl_return_confirms_nothing_that_is_typed(qtbot: QtBot, field: ChoiceField) -> None:
    field.setEditText("hts")
    with qtbot.assertNotEmitted(field.chosen):
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_an_open_list_is_as_wide_as_its_words(closed: ChoiceField) -> None:
    closed.showPopup()
    assert closed.view().width() > closed.width()
    closed.hidePopup()
