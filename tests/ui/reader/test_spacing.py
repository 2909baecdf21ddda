from itertools import pairwise

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from ui.reader.spacing import Room, SpacedLayout


def test_further_bands_take_further_room() -> None:
    room = Room.of_line(25)
    assert room.below(0) == room.below(1) == room.line
    assert room.below(3) == room.line + 2 * room.lane


def test_lines_stand_apart_and_further_where_bands_run(qtbot: QtBot) -> None:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    document = QTextDocument(edit)
    layout = SpacedLayout(document, lambda _paragraph, start, end: 3 if start <= 100 < end else 0)
    layout.room = Room.of_line(20)
    document.setDocumentLayout(layout)
    edit.setDocument(document)
    edit.setPlainText("Wort " * 60)
    edit.resize(300, 400)
    edit.show()
    block = document.firstBlock()
    height = edit.blockBoundingRect(block).height()
    lines = [block.layout().lineAt(n) for n in range(block.layout().lineCount())]
    gaps = [b.y() - a.y() - a.height() for a, b in pairwise(lines)]
    wide = next(n for n, line in enumerate(lines) if line.textStart() + line.textLength() > 100)
    assert lines[0].y() > 0
    assert gaps[wide] == layout.room.below(3)
    assert {gap for n, gap in enumerate(gaps) if n != wide} == {layout.room.line}
    assert height > lines[-1].y() + lines[-1].height()
    assert edit.blockBoundingRect(block).height() == height


def heights(text: str) -> tuple[list[float], Room]:
    edit = QPlainTextEdit()
    document = QTextDocument(edit)
    layout = SpacedLayout(document, lambda _paragraph, _start, _end: 0)
    layout.room = Room.of_line(20)
    document.setDocumentLayout(layout)
    edit.setDocument(document)
    edit.setPlainText(text)
    edit.resize(300, 400)
    blocks = [document.findBlockByNumber(n) for n in range(document.blockCount())]
    found = [layout.blockBoundingRect(block).height() for block in blocks], layout.room
    edit.deleteLater()
    return found


def test_a_blank_line_is_the_room_between_two_paragraphs(qtbot: QtBot) -> None:
    (first, blank, _), room = heights("Eins\n\nZwei")
    (close, _), _ = heights("Eins\nZwei")
    assert blank == room.paragraph
    assert first + blank == close


def test_a_line_of_spaces_is_blank_too(qtbot: QtBot) -> None:
    (_, blank, further, _), room = heights("Eins\n \u00a0\n\nZwei")
    assert blank == further == room.paragraph
