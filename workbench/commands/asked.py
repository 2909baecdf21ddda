"""What a caller tells about an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Asked:
    """What is told about an article from outside; None and empty are not told.

    `pipelines` names installed ones to find names with.
    """

    language: str | None = None
    published: date | None = None
    title: str = ""
    convention: str = "default"
    pipelines: tuple[str, ...] = ()
