"""The numbers of a chart as comma-separated values, each with what it rests on."""

from __future__ import annotations

import csv
import io

from workbench.charts.series import Bar, SideSeries

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
    out = io.StringIO()
    writer = csv.writer(out, delimiter=between, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(bar, series.convention) for bar in series.bars)
    return out.getvalue()


def _row(bar: Bar, convention: str) -> list[str]:
    return [
        bar.side or "",
        _harmless(bar.name),
        bar.effect.value,
        "" if bar.empty else str(bar.low),
        _cell(bar.best),
        _cell(bar.high),
        _yes(bar.open),
        _yes(bar.unquantified),
        _harmless(bar.label),
        _harmless(bar.note),
        " ".join(map(str, bar.used)),
        _harmless("; ".join(bar.origins)),
        _harmless("; ".join(f"{unused.claim}: {unused.why}" for unused in bar.not_used)),
        convention,
    ]


def _cell(number: int | None) -> str:
    return "" if number is None else str(number)


def _yes(flag: object) -> str:
    return "yes" if flag else "no"


def _harmless(words: str) -> str:
    """Keep a spreadsheet from taking words of an article for a formula."""
    return f"'{words}" if words[:1] in {"=", "+", "-", "@", "\t", "\r"} else words
