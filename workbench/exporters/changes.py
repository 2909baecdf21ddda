"""What another method changes, as aligned text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workbench.model.actor import Side
from workbench.model.claim import Scope
from workbench.model.incident import Incident
from workbench.reckoning.differences import Difference
from workbench.wording import category_words, effect_words, incident_names, scope_words, side_words

_HEAD = ("where", "side", "who", "effect", "now", "then")


def cells_of(
    difference: Difference, sides: Mapping[str, Side], incidents: Mapping[int, str]
) -> tuple[str, str, str, str, str, str]:
    """Return where, whose, who, what, and the figure before and after, in words; `incidents` are their names by id."""
    where = "All incidents"
    if difference.incident is not None:
        where = incidents.get(difference.incident, f"Incident {difference.incident}")
    scope = "" if difference.scope is Scope.EVENT else f" ({scope_words(difference.scope)})"
    return (
        where + scope,
        side_words(difference.side, sides),
        category_words(difference.category) if difference.category else "",
        effect_words(difference.effect),
        difference.before,
        difference.after,
    )


def to_text(found: Sequence[Difference], sides: Mapping[str, Side], incidents: Iterable[Incident]) -> str:
    """Return the differences in columns; one sentence where there are none."""
    if not found:
        return "No figure would change."
    names = incident_names(incidents)
    return aligned([_HEAD, *(cells_of(difference, sides, names) for difference in found)])


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as lines whose columns stand under each other; breaks in a cell are spaces."""
    rows = [[" ".join(cell.split("\n")) for cell in row] for row in rows]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines)
