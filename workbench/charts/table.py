"""The numbers of a chart as comma-separated values, each with what it rests on."""

from __future__ import annotations

from workbench import spreadsheet
from workbench.charts.series import Bar, SideSeries
from workbench.spreadsheet import Cell

COLUMNS = (
    "side_id",
    "side",
    "effect",
    "low",
    "best",
    "high",
    "open",
    "unquantified",
    "label",
    "note",
    "claims",
    "origins",
    "not_used",
    "convention",
)


def to_csv(series: SideSeries, between: str = ",") -> str:
    """Return one row a bar, in people; a cell is empty where nothing is known, which is not 0.

    Cells are set apart by `between`. Claims are ids set apart by spaces; `not_used` gives each claim left out with
    its reason.
    """
    return spreadsheet.to_csv(COLUMNS, (_row(bar, series.convention) for bar in series.bars), between)


def _row(bar: Bar, convention: str) -> list[Cell]:
    return [
        bar.side or "",
        bar.name,
        bar.effect.value,
        None if bar.empty else bar.low,
        bar.best,
        bar.high,
        bar.open,
        bar.unquantified,
        bar.label,
        bar.note,
        " ".join(map(str, bar.used)),
        "; ".join(bar.origins),
        "; ".join(f"{unused.claim}: {unused.why}" for unused in bar.not_used),
        convention,
    ]
