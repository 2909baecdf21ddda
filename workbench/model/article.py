"""An article, and the document it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ReviewState(StrEnum):
    """How far an analyst has come with an article."""

    NEW = "new"
    IN_REVIEW = "in_review"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Document:
    """What was handed in: the bytes untouched, and the text read from them; it never changes.

    `sha256` is the hexadecimal digest of `content`; all spans of the case point into `text`.
    """

    sha256: str
    content: bytes
    text: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of one article; `document` is the SHA-256 of the Document that holds its text.

    `copy_of` is the id of the article it is a copy of (syndicated, or reprinted with small changes). An id that no
    article has any more says nothing.
    """

    id: int
    document: str
    title: str
    language: str
    outlet: str = ""
    published: date | None = None
    file_name: str = ""
    media_type: str = "text/plain"
    imported_at: str = ""
    state: ReviewState = ReviewState.NEW
    copy_of: int | None = None
