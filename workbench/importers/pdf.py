"""PDF: the words of its pages, with the lines of a paragraph joined again and what frames each page left out.

pypdfium2 is imported with the first file; it is PDFium's parser, and opens nothing that a file links to. It
may be called from one thread at a time, and the window reads its files on one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.errors import UnreadableArticle
from workbench.importers.dateline import dateline
from workbench.importers.headline import headline
from workbench.importers.imported import Imported, document_of
from workbench.importers.language import language_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: More pages than an article of five million characters could fill.
PAGES = 5_000
_DIGITS = re.compile(r"\d+")
#: A line that fills less than this part of the page's width ends its paragraph, where it ends a sentence or is a title.
_FULL = 0.8
#: A line that stands first or last on so many pages frames them.
_FRAMES = 3
_ENDS = (".", "!", "?", ":", "“", "”", '"', "»", "«", ")", "…")
#: PDFium has a sign of its own for a hyphen at the end of a line, and leaves the line's end out.
_SIGNS = str.maketrans({"\x02": "-\n", "\ufffe": "-\n", "\u00ad": "-\n", "\x00": None})


def read(content: bytes, file_name: str) -> Imported:
    """Return the article of a PDF. Its date is its dateline's: a PDF tells when it was made, not published."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(content) as document:
            if len(document) > PAGES:
                raise UnreadableArticle(
                    f"{file_name} has {len(document):,} pages. Split it into one file an article, and import those."
                )
            title = " ".join(document.get_metadata_value("Title").split())
            pages = [_lines(document, number) for number in range(len(document))]
    except PdfiumError as error:
        locked = "password" in str(error).lower()
        why = "is locked with a password" if locked else f"is damaged ({error})"
        raise UnreadableArticle(
            f"{file_name} {why}. Open it elsewhere, copy the article's text and paste it."
        ) from error
    text = "\n".join(paragraphs(_unframed(pages)))
    if not any(char.isalnum() for char in text):
        raise UnreadableArticle(
            f"{file_name} holds pictures of its pages and no text. Let a program for text recognition (OCR) read it, "
            "and import what comes of it."
        )
    return Imported(
        document_of(content, text, "PDF"),
        headline(text) or title,
        language_of(text),
        "",
        dateline(text),
        "application/pdf",
        file_name,
    )


def _lines(document: PdfDocument, number: int) -> list[str]:
    page = document[number]
    try:
        words = page.get_textpage()
        try:
            text: str = words.get_text_bounded()
        finally:
            words.close()
    finally:
        page.close()
    whole = text.translate(_SIGNS).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return [line.strip() for line in whole.splitlines()]


def _unframed(pages: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Yield the lines of each page without those that stand above or beneath every page, such as its number."""
    whole = [[line for line in page if line] for page in pages]
    ends = Counter(key for page in whole for key in {_shape(line) for line in (*page[:1], *page[-1:])})
    for page in whole:
        kept = list(page)
        while kept and _frames(kept[0], ends):
            kept.pop(0)
        while kept and _frames(kept[-1], ends):
            kept.pop()
        yield kept


def _shape(line: str) -> str:
    """Return a line with any number for its numbers: page 3 frames as page 4 does."""
    return _DIGITS.sub("0", line)


def _frames(line: str, ends: Counter[str]) -> bool:
    return _shape(line) == "0" or ends[_shape(line)] >= _FRAMES


def paragraphs(pages: Iterator[list[str]]) -> Iterator[str]:
    """Yield the paragraphs of pages of lines: a hyphen at the end of a line joins a word, a short line ends it all."""
    begun = ""
    for lines in pages:
        width = max(map(len, lines), default=0) * _FULL
        for line in lines:
            begun = _joined(begun, line)
            if len(line) < width and (line.endswith(_ENDS) or len(begun) == len(line)):
                yield begun
                begun = ""
    if begun:
        yield begun


def _joined(begun: str, line: str) -> str:
    """Return a paragraph with its next line."""
    if not begun:
        return line
    if begun.endswith("-") and len(begun) > 1 and begun[-2].isalpha():
        return f"{begun[:-1]}{line}" if line[:1].islower() else f"{begun}{line}"
    return f"{begun} {line}"
