"""Word: the paragraphs and tables of a document as Word and LibreOffice write it (.docx).

python-docx is imported with the first file.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from workbench.errors import UnreadableArticle
from workbench.importers.dateline import dateline
from workbench.importers.headline import headline
from workbench.importers.imported import Imported, document_of
from workbench.importers.language import language_of

if TYPE_CHECKING:
    from docx.document import Document

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BODY = "word/document.xml"
#: Bytes that a file may unpack to: what is packed tighter was made to fill the memory.
UNPACKED = 200_000_000


#: What zipfile says of archives that are cut off, spoilt, locked, or packed in a way it does not know.
_SPOILT = (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)


def is_document(content: bytes) -> bool:
    """Tell whether the bytes of a ZIP archive are a Word document."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _BODY in archive.namelist()
    except _SPOILT:
        return False


def read(content: bytes, file_name: str) -> Imported:
    """Return the article of a Word document. Its date is its dateline's: Word tells when it was written."""
    text, title, told = _words(content, file_name)
    if not any(char.isalnum() for char in text):
        raise UnreadableArticle(f"{file_name} holds no text. Choose a file that holds the article's text.")
    language = language_of(text, told)
    return Imported(
        document_of(content, text, "DOCX"), headline(text) or title, language, "", dateline(text), MEDIA_TYPE, file_name
    )


def _words(content: bytes, file_name: str) -> tuple[str, str, str]:
    """Return the text of a document, its title and its language; the last two empty where it does not tell them."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    _refuse_bomb(content, file_name)
    try:
        document = docx.Document(BytesIO(content))
        about = document.core_properties
        title = " ".join((about.title or "").split())
        return "\n".join(_paragraphs(document)), title, about.language or ""
    # python-docx looks for what a sound document has, and trips where a damaged one lacks it.
    except (*_SPOILT, OpcError, LxmlError, LookupError, AttributeError, TypeError) as error:
        raise _damaged(file_name, error) from error


def _refuse_bomb(content: bytes, file_name: str) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except _SPOILT as error:
        raise _damaged(file_name, error) from error
    if unpacked > UNPACKED:
        raise UnreadableArticle(
            f"{file_name} unpacks to more than {UNPACKED / 1e6:.0f} MB. Save the article as text, and import that."
        )


def _damaged(file_name: str, error: Exception) -> UnreadableArticle:
    return UnreadableArticle(
        f"{file_name} is damaged ({error}). Open it in Word, save it anew or copy its text, and import that."
    )


def _paragraphs(document: Document) -> Iterator[str]:
    """Yield what the body holds in its order: a paragraph a line, a row of a table a line."""
    from docx.table import Table

    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)
        elif line := part.text.replace("\x0b", "\n").strip():
            yield line
