"""Opening an article in the reader, against Qt's own text field with formats."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import count
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
#: The longest text that is read: letters and highlights.
LETTERS, HIGHLIGHTS = 1_600_000, 20_000
#: Seconds a frame may take while the text is scrolled.
FRAME = 0.016


def measures(_folder: Path) -> Iterator[Measure]:
    """Yield the measures of opening an article (text and highlights set and painted), and of scrolling a long one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    view, plain = ArticleView(), QPlainTextEdit()
    plain.setReadOnly(True)
    for widget in (view, plain):
        widget.resize(800, 900)
        widget.show()
    app.processEvents()
    yield opened(view, plain)
    yield from long(view, plain)
    for widget in (view, plain):
        widget.close()


def opened(view: ArticleView, plain: QPlainTextEdit) -> Measure:
    """Return the measure of opening an article of news, and what was put off done."""
    text = text_of(WORDS, 1)
    rows = rows_in(text, MENTIONS, CLAIMS)

    def show_ours() -> None:
        view.show_article(text, rows)
        view.viewport().repaint()
        QApplication.processEvents()

    def show_plain() -> None:
        plain.setPlainText(text)
        highlight(plain, spans_of(rows))
        plain.viewport().repaint()
        QApplication.processEvents()

    return Measure(
        f"opening an article of {WORDS:,} words, {len(rows)} highlights",
        "QPlainTextEdit: setPlainText, setFormats of each block, painted",
        "s",
        3,
        lambda: seconds(show_ours),
        lambda: seconds(show_plain),
        15,
    )


def long(view: ArticleView, plain: QPlainTextEdit) -> Iterator[Measure]:
    """Yield the measures of the longest text: its highlights set anew and painted, and a frame of scrolling it."""
    text = text_of(LETTERS // 7, 2)[:LETTERS]
    rows = rows_in(text, HIGHLIGHTS - CLAIMS, CLAIMS)
    view.show_article(text, rows)
    plain.setPlainText(text)
    QApplication.processEvents()
    pages = count()

    def set_ours() -> None:
        view.show_article(text, rows)
        view.viewport().repaint()

    def set_plain() -> None:
        plain.setPlainText(text)
        highlight(plain, spans_of(rows))
        plain.viewport().repaint()

    def scroll(widget: QPlainTextEdit) -> None:
        bar = widget.verticalScrollBar()
        bar.setValue((next(pages) * bar.pageStep() * 7) % max(1, bar.maximum()))
        widget.viewport().repaint()

    name = f"{len(rows):,} highlights in {len(text) / 1e6:.1f} MB"
    floor = "QPlainTextEdit: setPlainText, setFormats of each block, painted"
    yield Measure(f"{name}, opened", floor, "s", 3, lambda: seconds(set_ours), lambda: seconds(set_plain))
    yield Measure(
        f"{name}, a frame of scrolling",
        "QPlainTextEdit with the same formats",
        "s",
        FRAME,
        lambda: seconds(lambda: scroll(view)),
        lambda: seconds(lambda: scroll(plain)),
        40,
        absolute=True,
    )


def rows_in(text: str, mentions: int, claims: int) -> list[Mention | Claim]:
    """Return as many mentions and claims of a text."""
    findings = findings_of(text, mentions, claims)
    return [*findings.mentions, *findings.claims]


def spans_of(rows: Sequence[Mention | Claim]) -> list[Span]:
    """Return the words that are highlighted."""
    return [row.evidence if isinstance(row, Claim) else row.span for row in rows]


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
