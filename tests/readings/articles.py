"""The articles, a careful reading of each, and what the program finds in them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from workbench import registers
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Claim
from workbench.model.figure import Figure
from workbench.model.findings import Findings
from workbench.model.method import Method
from workbench.reckoning import conventions
from workbench.reckoning.figures import reckon
from workbench.reckoning.printed import Printed

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "tests" / "workbench" / "extraction" / "articles"


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its careful reading, what was found in it, and the figures that come of that."""

    name: str
    text: str
    reading: dict[str, Any]
    found: Findings
    figures: tuple[Figure, ...]

    @property
    def claims(self) -> list[dict[str, Any]]:
        """The claims of the careful reading."""
        listed: list[dict[str, Any]] = self.reading["claims"]
        return listed

    def claim_of(self, read: dict[str, Any]) -> Claim | None:
        """Return the claim that was found where a person read one: at the same number, of the same effect if any is."""
        start = self.text.index(read["in"]) + read["in"].index(read["number"])
        stop = start + len(read["number"])
        here = [c for c in self.found.claims if c.number is not None and c.number.start < stop and start < c.number.end]
        same = [c for c in here if c.effect.value == read["effect"]]
        return next(iter((*same, *here)), None)

    def place(self, name: str) -> str:
        """Return the place that a name stands for in the article, or the name where none is known."""
        known = {m.text.lower(): m.where.place for m in self.found.mentions if m.where is not None}
        starts = (place for text, place in known.items() if text.startswith(name.lower()))
        return known.get(name.lower()) or next(starts, name)


def names() -> list[str]:
    """Return the names of the articles."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def reader(root: Path = ROOT) -> Extractor:
    """Return the program's reader with the tables that ship."""
    resources = root / "resources"
    table = conventions.load(resources / "conventions" / "vague_numbers.tsv")
    return Extractor(registers.load(resources / "registers"), resources, table)


def load(name: str, extractor: Extractor) -> Article:
    """Return an article with its reading and what `extractor` finds in it."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    reading = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    day = date.fromisoformat(reading["published"])
    found = extractor.read(text, language=reading["language"], published=day)
    known = registers.load(ROOT / "resources" / "registers")
    table = conventions.load(ROOT / "resources" / "conventions" / "vague_numbers.tsv")
    printed = Printed({0: day})
    reckoned = reckon(found.claims, found.incidents, known.actors, known.sources, Method(), table, printed)
    return Article(name, text, reading, found, reckoned.figures)
