"""Rows of cells as text that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

#: A spreadsheet takes a cell that begins with one of these for a formula; the wide signs are those of East Asia.
_FORMULA = ("=", "+", "-", "@", "\t", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

Cell = str | int | float | bool | None


def to_csv(head: Sequence[str], rows: Iterable[Sequence[Cell]], between: str = ",") -> str:
    """Return a line of headings and one a row; None is an empty cell, which is not 0.

    Cells are set apart by `between`. Words, such as an article's, are never taken for a formula.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=between, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue()


def _written(cell: Cell) -> str | int | float:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case str():
            words = cell.replace("\r", " ")  # csv does not quote it, and it would tear the row
            return f"'{words}" if words.startswith(_FORMULA) else words
    return cell
