"""The table of the analyst's own convention: every cell a change, nothing unreadable kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot

from ui.dialogs.own_convention import OwnConvention
from ui.session import Session
from workbench.model.convention import OwnReading

LOW, BEST, HIGH, READ = 2, 3, 4, 5


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> OwnConvention:
    dialog = OwnConvention(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def item(dialog: OwnConvention, words: str, column: int) -> QTableWidgetItem:
    (row,) = (r for r in range(dialog.table.rowCount()) if _text(dialog, r, 0).startswith(f"{words} ("))
    found = dialog.table.item(row, column)
    assert found is not None
    return found


def _text(dialog: OwnConvention, row: int, column: int) -> str:
    found = dialog.table.item(row, column)
    return found.text() if found else ""


def test_each_row_has_its_words_and_what_the_default_reads(dialog: OwnConvention) -> None:
    assert item(dialog, "dozens", 1).text() == "24–99"
    assert item(dialog, "about 50", 1).text() == "45–55, best 50"
    assert item(dialog, "dozens", READ).text() == "as the default"
    assert not item(dialog, "dozens", 1).flags() & Qt.ItemFlag.ItemIsEditable
    assert item(dialog, "dozens", LOW).flags() & Qt.ItemFlag.ItemIsEditable


def test_a_cell_is_a_change_and_an_empty_one_is_as_the_default(dialog: OwnConvention, session: Session) -> None:
    item(dialog, "dozens", HIGH).setText(" 60 ")
    assert session.own_readings() == {"dozens": OwnReading("dozens", "=", "60", "=")}
    assert item(dialog, "dozens", READ).text() == "24–60"
    item(dialog, "dozens", BEST).setText("40")
    assert item(dialog, "dozens", READ).text() == "24–60, best 40"
    assert session.undo_about() == ("read_own", "dozens (Dutzende)")
    session.undo()
    assert item(dialog, "dozens", BEST).text() == "="
    item(dialog, "dozens", HIGH).setText("")
    assert session.own_readings() == {}
    assert item(dialog, "dozens", READ).text() == "as the default"


def test_a_formula_is_shown_at_work(dialog: OwnConvention) -> None:
    item(dialog, "about 50", LOW).setText("N-10")
    assert item(dialog, "about 50", READ).text() == "40–55, best 50"


@pytest.mark.parametrize(
    ("words", "column", "cell", "says"),
    [
        ("dozens", LOW, "a few", "“a few” is no low for dozens"),
        ("dozens", LOW, "120", "dozens (Dutzende) would be read as 120 – 99"),
        ("about 50", HIGH, "N-20", "does not rise"),
    ],
)
def test_what_cannot_be_read_is_said_and_not_kept(
    dialog: OwnConvention, session: Session, words: str, column: int, cell: str, says: str
) -> None:
    item(dialog, words, column).setText(cell)
    assert says in dialog.problem.text()
    assert session.own_readings() == {}
    assert item(dialog, words, column).text() == "="
    item(dialog, "several", HIGH).setText("12")
    assert dialog.problem.text() == ""


def test_a_row_goes_back_to_the_default(dialog: OwnConvention, session: Session) -> None:
    item(dialog, "dozens", HIGH).setText("60")
    dialog.table.setCurrentItem(item(dialog, "dozens", HIGH))
    dialog.reset.click()
    assert session.own_readings() == {}
    dialog.table.setCurrentCell(-1, -1)
    dialog.reset.click()


def test_a_shipped_convention_is_taken_over_in_one_change(dialog: OwnConvention, session: Session) -> None:
    item(dialog, "dozens", HIGH).setText("60")
    menu = dialog.take_over.menu()
    assert menu is not None
    (acled,) = (action for action in menu.actions() if action.text() == "ACLED")
    menu.triggered.emit(acled)
    own = session.own_readings()
    assert own["dozens"] == OwnReading("dozens", "12", "12", "12")
    assert "scores" not in own
    table = session.conventions
    for key, reading in own.items():
        row = table.term(key).readings["acled"]
        assert (reading.low, reading.high, reading.best) == (row.low, row.high, row.best)
    session.undo()
    assert session.own_readings() == {"dozens": OwnReading("dozens", "=", "60", "=")}


def test_it_goes_with_the_case(dialog: OwnConvention, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.finished):
        session.close_case()
