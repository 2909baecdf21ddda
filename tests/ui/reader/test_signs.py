from itertools import pairwise

from PySide6.QtGui import QFont, QTextDocument
from pytestqt.qtbot import QtBot

from tests.ui.reader.rows import claim
from ui.reader.highlights import Highlights
from ui.reader.offsets import Offsets
from ui.reader.signs import Signs, room_of
from workbench.model.claim import Effect

TEXT = "Es starben 37 Männe\u0301r, 😀 5 fielen."


def signs(qtbot: QtBot) -> Signs:
    return Signs(QFont("DejaVu Serif", 13))


def test_signs_at_one_end_stand_beside_each_other_the_innermost_first(qtbot: QtBot) -> None:
    rows = [
        claim(1, TEXT, "starben 37 Männe\u0301r", "37"),
        claim(2, TEXT, "37 Männe\u0301r", "37", effect=Effect.WOUNDED),
        claim(3, TEXT, "37 Männe\u0301r", "37", effect=Effect.CAPTURED),
    ]
    placed = Highlights(Offsets(TEXT), rows).in_paragraph(0)
    (row,) = signs(qtbot).by_end(placed).values()
    assert [sign.mark.row.id for sign in row] == [2, 3, 1]
    assert all(a.left + a.width < b.left for a, b in pairwise(row))
    assert room_of(row) > row[-1].left + row[-1].width
    assert room_of([]) == 0


def test_numbers_are_bold_and_the_last_letter_makes_room(qtbot: QtBot) -> None:
    document = QTextDocument(Offsets(TEXT).display)
    rows = [claim(1, TEXT, "37 Männe\u0301", "37"), claim(2, TEXT, "😀 5", "5", 5)]
    placed = Highlights(Offsets(TEXT), rows).in_paragraph(0)
    formats = signs(qtbot).formats(document.firstBlock(), placed)
    shown = [(document.toPlainText().encode("utf-16-le")[2 * f.start : 2 * (f.start + f.length)]) for f in formats]
    assert [piece.decode("utf-16-le") for piece in shown] == ["37", "5", "5", "e\u0301"]
    assert [f.format.fontWeight() == QFont.Weight.Bold for f in formats] == [True, True, False, False]
    assert all(f.format.fontLetterSpacing() > 8 for f in formats[2:])


def test_without_claims_nothing_is_formatted(qtbot: QtBot) -> None:
    assert signs(qtbot).formats(QTextDocument(TEXT).firstBlock(), []) == []
