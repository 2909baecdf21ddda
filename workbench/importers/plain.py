"""Plain text: the bytes decoded, nothing else changed."""

from __future__ import annotations

from workbench.errors import UnreadableArticle
from workbench.importers.dateline import dateline
from workbench.importers.encoding import decode
from workbench.importers.headline import headline
from workbench.importers.imported import Imported, document_of
from workbench.importers.language import language_of


def read(content: bytes, file_name: str) -> Imported:
    """Return the article that the bytes of a text file hold."""
    text, encoding = decode(content, file_name)
    if not text.strip():
        raise UnreadableArticle(f"{file_name} holds nothing but blanks. Choose a file that holds the article's text.")
    document = document_of(content, text, encoding)
    return Imported(document, headline(text), language_of(text), "", dateline(text), "text/plain", file_name)
