"""docs/accuracy.md, written by a command and never by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.accuracy.table import HEADER, Row, summary
from tests.conftest import ROOT

_FIELDS = """A field of the phrases is measured over the claims of the list that tell it, in constructions and traps; a
relation has to lead to the right claim.
"""
PAPER = ROOT / "docs" / "accuracy.md"
_HEAD = """# Accuracy

Written by `python -m tests.accuracy --write` (`make accuracy` prints the same table) and never by hand.

How often the reading is right, on texts that lie beside the project and are no part of it: a list of German and
English constructions and traps written for the purpose, German news passages labelled by hand, English press releases
(ISAF) and news messages (MUC-3 and MUC-4) with outside coders' numbers; for names, parts of open corpora (GermEval,
Universal NER, Wikigold, re3d) that the pipelines were neither trained nor tuned on, and an article read mention by
mention. Right is what the benchmark's own scorer says; for the list of phrases, what the list expects; for names, span
and label exactly as labelled. A share of 1.000 is all of them; *n* is how many there are.

**Texts that nobody has seen will score lower.** These texts were at hand while the rules were written. No rule stands
for one sentence, but a construction that none of these texts holds may still be missing, and unseen news is the way to
find it. A figure on a chart is therefore a proposal until an analyst has looked at its sentence.
"""


def paper(rows: Sequence[Row]) -> str:
    """Return the page: what is measured, the table, what each measure means."""
    head = ("measure", "value", "goal", "n", "")
    table = [_row(head), _row(["---"] * len(HEADER)), *(_row(row.cells()) for row in rows)]
    meanings = [f"* **{row.name}**: {row.meaning}." for row in rows if row.meaning]
    return "\n".join(
        (_HEAD, *table, "", f"{summary(rows)}.", "", "## What each measure means", "", _FIELDS, *meanings, "")
    )


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def names_in(page: str) -> list[str]:
    """Return the measures that a page has rows for."""
    rows = [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")]
    return rows[2:]


def write(rows: Sequence[Row], to: Path = PAPER) -> None:
    """Write the page."""
    to.write_text(paper(rows), encoding="utf-8")
