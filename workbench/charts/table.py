"""The numbers of a chart as rows, each with what it rests on; and as comma-separated values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench import spreadsheet
from workbench.model.figure import Unused
from workbench.spreadsheet import Cell

#: The last columns of every chart's table: what a number rests on.
PROVENANCE = ("claims", "origins", "not_used", "convention")
#: A figure in a chart's table: its number, what is to be known of it, and what it rests on.
FIGURE = (
    *("low", "best", "high", "open", "unquantified", "label", "note", "set_by_hand", "only_claimed"),
    *PROVENANCE,
)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under the names of their columns; None is not known, which is not 0."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def to_csv(self, between: str = ",") -> str:
        """Return the rows as text, cells set apart by `between`."""
        return spreadsheet.to_csv(self.columns, self.rows, between)


def provenance(
    claims: Iterable[int], origins: Sequence[str], not_used: Iterable[Unused], convention: str
) -> tuple[Cell, ...]:
    """Return the cells under `PROVENANCE`: ids set apart by spaces, each claim left out with its reason."""
    return (
        " ".join(map(str, claims)),
        "; ".join(origins),
        "; ".join(f"{unused.claim}: {unused.why}" for unused in not_used),
        convention,
    )
