"""Word: the paragraphs and tables of a document as Word and LibreOffice write it (.docx).

python-docx is imported with the first file.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from workbench.errors import UnreadableArticle
from workbench.importers.headline import headline
from workbench.importers.imported import Imported, document_of
from workbench.importers.language import language_of

if TYPE_CHECKING:
    from docx.document import Document

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BODY = "word/document.xml"
#: Bytes that a file may unpack to: what is packed tighter was made to fill the memory.
UNPACKED = 200_000_000


def is_document(content: bytes) -> bool:
    """Tell whether the bytes of a ZIP archive are a Word document."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _BODY in archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return False


def read(content: bytes, file_name: str) -> Imported:
    """Return the article of a Word document. Its date is unknown: Word tells when it was written, not published."""
    document = _opened(content, file_name)
    text = "\n".join(_paragraphs(document))
    if not any(char.isalnum() for char in text):
        raise UnreadableArticle(f"{file_name} holds no text. Choose a file that holds the article's text.")
    told = document.core_properties
    title = headline(text) or " ".join((told.title or "").split())
    language = language_of(text, told.language or "")
    return Imported(document_of(content, text, "DOCX"), title, language, "", None, MEDIA_TYPE, file_name)


def _opened(content: bytes, file_name: str) -> Document:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        with ZipFile(BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > UNPACKED:
                raise UnreadableArticle(
                    f"{file_name} unpacks to more than {UNPACKED / 1e6:.0f} MB. Save the article as plain text, and "
                    "import that."
                )
        return docx.Document(BytesIO(content))
    except (BadZipFile, OpcError, LxmlError, KeyError, ValueError, NotImplementedError) as error:
        raise UnreadableArticle(
            f"{file_name} is damaged ({error}). Open it in Word, save it anew or copy its text, and import that."
        ) from error


def _paragraphs(document: Document) -> Iterator[str]:
    """Yield what the body holds in its order: a paragraph a line, a row of a table a line."""
    from docx.table import Table

    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)
        elif line := part.text.replace("\x0b", "\n").strip():
            yield line
