"""Opening an article in the reader, against Qt's own text field with formats."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.bench.material import findings_of, text_of
from tests.bench.measure import Measure, seconds
from ui.reader.view import ArticleView
from workbench.model.claim import Claim
from workbench.model.mention import Mention
from workbench.model.span import Span

WORDS, MENTIONS, CLAIMS = 2000, 160, 40


def measures(_folder: Path) -> Iterator[Measure]:
    """Yield the measure of opening an article: text and highlights set and painted, and what was put off done."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    text = text_of(WORDS, 1)
    findings = findings_of(text, MENTIONS, CLAIMS)
    rows: list[Mention | Claim] = [*findings.mentions, *findings.claims]
    spans = [row.span for row in findings.mentions] + [row.evidence for row in findings.claims]
    view, plain = ArticleView(), QPlainTextEdit()
    plain.setReadOnly(True)
    for widget in (view, plain):
        widget.resize(800, 900)
        widget.show()
    app.processEvents()

    def show_ours() -> None:
        view.show_article(text, rows)
        view.viewport().repaint()
        app.processEvents()

    def show_plain() -> None:
        plain.setPlainText(text)
        highlight(plain, spans)
        plain.viewport().repaint()
        app.processEvents()

    yield Measure(
        f"opening an article of {WORDS:,} words, {len(rows)} highlights",
        "QPlainTextEdit: setPlainText, setFormats of each block, painted",
        "s",
        3,
        lambda: seconds(show_ours),
        lambda: seconds(show_plain),
        15,
    )
    for widget in (view, plain):
        widget.close()


def highlight(plain: QPlainTextEdit, spans: Sequence[Span]) -> None:
    """Give the words of `spans` a background, block by block (the text holds nothing beyond the basic plane)."""
    fill = QTextCharFormat()
    fill.setBackground(Qt.GlobalColor.yellow)
    formats: dict[int, list[QTextLayout.FormatRange]] = {}
    for span in spans:
        block = plain.document().findBlock(span.start)
        piece = QTextLayout.FormatRange()
        piece.start, piece.length, piece.format = span.start - block.position(), span.end - span.start, fill
        formats.setdefault(block.blockNumber(), []).append(piece)
    for number, pieces in formats.items():
        plain.document().findBlockByNumber(number).layout().setFormats(pieces)
