"""Figures of several incidents together, by side and effect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.model.actor import BOTH_SIDES, Side
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Total:
    """The events' figures of one side and effect together.

    `low` and `high` are sums, apart (DOMAIN.md rule 13): one open `high` opens the sum (None). `best` sums what can
    be defended; None where nothing can. `unquantified` says that people are named beyond the numbers.
    """

    side: str | None
    effect: Effect
    low: int
    best: int | None
    high: int | None
    unquantified: bool
    figures: tuple[Figure, ...]


def totals(figures: Iterable[Figure]) -> tuple[Total, ...]:
    """Return one total a side and effect; running tolls and background are never added to events."""
    groups: dict[tuple[str | None, Effect], list[Figure]] = {}
    for figure in figures:
        if figure.scope is Scope.EVENT:
            groups.setdefault((figure.side, figure.effect), []).append(figure)
    return tuple(_total(side, effect, group) for (side, effect), group in groups.items())


def _total(side: str | None, effect: Effect, group: list[Figure]) -> Total:
    counted = [figure for figure in group if not (figure.unquantified and figure.best is None)]
    bests = [figure.best for figure in counted]
    highs = [figure.high for figure in group]
    return Total(
        side,
        effect,
        sum(figure.low for figure in counted or group),
        sum(best for best in bests if best is not None) if bests and None not in bests else None,
        sum(high for high in highs if high is not None) if None not in highs else None,
        any(figure.unquantified for figure in group),
        tuple(group),
    )


def effects_of(rows: Iterable[Total]) -> tuple[Effect, ...]:
    """Return the effects that occur, in the model's order."""
    present = {row.effect for row in rows}
    return tuple(effect for effect in Effect if effect in present)


def sides_of(rows: Iterable[Total], sides: Mapping[str, Side]) -> tuple[str | None, ...]:
    """Return the sides that occur, in the case's order; several in one number, and unknown, come last."""
    present = {row.side for row in rows}
    known = [side.id for side in sorted(sides.values(), key=lambda s: (s.position, s.id)) if side.id in present]
    strange = sorted(key for key in present if key and key not in sides and key != BOTH_SIDES)
    last = [key for key in (BOTH_SIDES, None) if key in present]
    return (*known, *strange, *last)
