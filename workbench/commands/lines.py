"""JSON lines: one article in, one article out, each on its own."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from workbench.commands.asked import Asked
from workbench.commands.reading import reader_of
from workbench.exporters import extraction
from workbench.extraction.languages import languages
from workbench.importers.encoding import unusable
from workbench.importers.imported import document_of
from workbench.importers.language import language_of
from workbench.importers.read import TEXT_LIMIT
from workbench.resources import folder

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
LANGUAGES = languages(folder())


class BadLine(Exception):
    """A line that is not an article; the sentence says why, `id` is what it called itself."""

    def __init__(self, sentence: str, id_: str | None = None) -> None:
        super().__init__(sentence)
        self.id = id_


@dataclass(frozen=True, slots=True)
class Task:
    """How lines are read: where the resources lie, what holds for lines that say nothing, whether text is shown."""

    resources: Path
    asked: Asked
    with_text: bool


def read_line(task: Task, line: bytes) -> tuple[str, bool]:
    """Return the JSON of what one line's article holds, and whether the line could be read."""
    try:
        id_, text, asked = _parsed(line, task.asked)
    except BadLine as error:
        return _json(extraction.failure(error.id, str(error))), False
    document = document_of(text.encode("utf-8"), text, "utf-8")
    reading = reader_of(task.resources, asked.pipelines).read(document, asked, with_text=task.with_text)
    return _json(extraction.article("id", id_, reading)), True


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _parsed(line: bytes, asked: Asked) -> tuple[str, str, Asked]:
    """Return id, text and what the line tells; BadLine where it is not what the contract says."""
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadLine("The line is not JSON in UTF-8.") from error
    if not isinstance(row, dict):
        raise BadLine("The line is not a JSON object with id and text.")
    id_ = row.get("id")
    if not isinstance(id_, str) or unusable(id_):
        raise BadLine("The line has no id that is a text.")
    text = _text(row.get("text"), id_)
    language = _language(row.get("lang"), id_) or asked.language or language_of(text)
    published = _day(row.get("published"), id_) or asked.published
    title = row.get("title") or ""
    if not isinstance(title, str) or unusable(title):
        raise BadLine("The title is not a text.", id_)
    return id_, text, replace(asked, language=language, published=published, title=title)


def _text(text: object, id_: str) -> str:
    if not isinstance(text, str):
        raise BadLine("The line has no text.", id_)
    if not text.strip():
        raise BadLine("The text is empty.", id_)
    if unusable(text):
        raise BadLine(f"The text holds {unusable(text)}.", id_)
    if len(text) > TEXT_LIMIT:
        raise BadLine(f"The text is longer than {TEXT_LIMIT / 1e6:.0f} million characters; split it.", id_)
    return text


def _language(language: object, id_: str) -> str:
    if language in (None, *LANGUAGES):
        return str(language or "")
    raise BadLine(f"The language is {language!r}; it can be {' or '.join(LANGUAGES)}, or be left out.", id_)


def _day(day: object, id_: str) -> date | None:
    if day is None:
        return None
    try:
        if isinstance(day, str) and _DAY.fullmatch(day):
            return date.fromisoformat(day)
    except ValueError:
        pass  # said below
    raise BadLine(f"The publication date is {day!r}; write it as YYYY-MM-DD.", id_)
