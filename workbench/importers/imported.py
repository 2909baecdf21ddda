"""What an importer hands back: a document, and what the file said about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from workbench.model.article import Document


@dataclass(frozen=True, slots=True)
class Imported:
    """An article read from bytes; `title`, `outlet` and `published` are empty where the bytes do not tell them."""

    document: Document
    title: str
    language: str
    outlet: str
    published: date | None
    media_type: str
    file_name: str


def document_of(content: bytes, text: str, encoding: str) -> Document:
    """Return the document of `content`, its SHA-256 taken over the bytes as they were read."""
    return Document(hashlib.sha256(content).hexdigest(), content, text, encoding)
