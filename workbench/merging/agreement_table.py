"""The agreement of two analysts as rows: for the command line, for a window, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from workbench import spreadsheet
from workbench.merging.agreement import Agreement, Shared
from workbench.merging.kappa import Kappa

HEAD = ("What", "Units", "Agreed", "Observed", "By chance", "Cohen's kappa")

Row = tuple[str, int, int, float | None, float | None, float | None]


def rows(found: Agreement) -> list[Row]:
    """Return a row a measure: what, units, those agreed on, share agreed, share by chance, kappa; None is undefined."""
    return [
        _kappa("label of mentions, unmatched as “none”", found.labels),
        _kappa("label of mentions both hold", found.labels_of_both),
        _kappa("effect of claims, unmatched as “none”", found.effects),
        _kappa("effect of claims both hold", found.effects_of_both),
        _kappa("side of claims both hold", found.sides),
        _shared("same low and high", found.same_numbers),
        _shared("one range within the other", found.within),
    ]


def _kappa(what: str, found: Kappa) -> Row:
    return what, found.units, found.agreed, found.observed, found.expected, found.value


def _shared(what: str, found: Shared) -> Row:
    return what, found.units, found.same, found.share, None, None


def cells(row: Row) -> tuple[str, ...]:
    """Return a row in words; what is undefined is a dash."""
    return row[0], str(row[1]), str(row[2]), *("–" if number is None else f"{number:.2f}" for number in row[3:])


def told(found: Agreement) -> str:
    """Return what was compared, in a sentence or two."""
    if not found.common:
        return "The two cases have no article in common."
    if not found.articles:
        return f"Of {found.common} common articles none was begun by both analysts, so that nothing can be compared."
    left = (
        f" {found.open} mentions and claims that one of the two has not decided on are left out." if found.open else ""
    )
    return f"{found.articles} of {found.common} common articles were begun by both analysts.{left}"


def to_text(found: Agreement) -> str:
    """Return the table as plain text."""
    table = [HEAD, *(cells(row) for row in rows(found))]
    widths = [max(len(line[column]) for line in table) for column in range(len(HEAD))]
    return "\n".join([told(found), "", *(_line(line, widths) for line in table)])


def _line(line: Sequence[str], widths: Sequence[int]) -> str:
    first, *numbers = line
    cells_ = (f"{cell:>{width}}" for cell, width in zip(numbers, widths[1:], strict=True))
    return "  ".join((f"{first:<{widths[0]}}", *cells_))


def to_csv(found: Agreement) -> str:
    """Return the table for a spreadsheet, shares to four places."""
    return spreadsheet.to_csv(
        ("what", "units", "agreed", "observed", "expected", "kappa"),
        ((*row[:3], *(None if number is None else round(number, 4) for number in row[3:])) for row in rows(found)),
    )
