"""Edits as they are carried out and journalled: those that follow one another and do the same, together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby

from workbench.casefile.codec import Cell, spread
from workbench.changes import NAMES, Edit, Value
from workbench.model.claim import Claim
from workbench.model.mention import Mention


class How(Enum):
    """What edits do to their rows."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Batch:
    """Edits that do the same to rows of one kind, and of one article where they are of any.

    Of rows that are added, `values` are themselves, and `columns` those in which they hold anything, with their cells.
    """

    kind: str
    how: How
    edits: Sequence[Edit]
    values: Sequence[Value] = ()
    columns: Mapping[str, Sequence[Cell]] = field(default_factory=dict)


def batches(edits: Iterable[Edit]) -> list[Batch]:
    """Return edits in batches, in their order."""
    found = []
    for (kind, how, _), group in groupby(edits, key=_sort):
        together = list(group)
        values = [edit.after for edit in together if edit.after is not None] if how is How.ADD else []
        found.append(Batch(kind, how, together, values, spread(kind, values) if values else {}))
    return found


def _sort(edit: Edit) -> tuple[str, How, int]:
    """Return what the edits of a batch have in common: kind, what they do, and the article."""
    value = edit.after
    if value is None:
        return edit.kind, How.REMOVE, 0
    of = value.article_id if isinstance(value, Mention) or isinstance(value, Claim) else 0  # noqa: SIM101 - faster so
    return NAMES[type(value)], How.ADD if edit.before is None else How.CHANGE, of
