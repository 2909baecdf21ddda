"""Figures over all incidents, by side and effect (rule 13)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.model.claim import Category, Effect, Scope
from workbench.model.figure import Figure, Unused
from workbench.reckoning import ranges
from workbench.reckoning.ranges import Range


@dataclass(frozen=True, slots=True)
class Part:
    """One category's share of a total, in persons."""

    category: Category | None
    low: int
    best: int | None
    high: int | None
    unquantified: bool


@dataclass(frozen=True, slots=True)
class Total:
    """People of one side who met one effect, over all incidents, in persons.

    `best` is None where a figure in it has none; `known_best` sums the bests there are, for "97 + unquantified".
    `high` is None, and `open` true, as soon as one figure's is. `side` None is "side unknown".
    """

    side: str | None
    effect: Effect
    low: int
    best: int | None
    high: int | None
    open: bool
    unquantified: bool
    known_best: int | None
    incidents: tuple[int, ...]
    used: tuple[int, ...]
    not_used: tuple[Unused, ...]
    parts: tuple[Part, ...]


def totals(figures: Iterable[Figure], scope: Scope = Scope.EVENT) -> tuple[Total, ...]:
    """Sum figures of one scope by side and effect, low and high apart; tolls since a day never mix with events."""
    groups: dict[tuple[Effect, str | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.scope is scope:
            groups[figure.effect, figure.side].append(figure)
    return tuple(_total(groups[key]) for key in sorted(groups, key=_order))


def _order(key: tuple[Effect, str | None]) -> tuple[int, bool, str]:
    """Order totals by effect as DOMAIN lists them, then by side, unknown last."""
    effect, side = key
    return list(Effect).index(effect), side is None, side or ""


def _total(figures: Sequence[Figure]) -> Total:
    """Sum the figures of one side and effect."""
    summed = _sum(figures)
    bests = [f.best for f in figures if f.best is not None]
    return Total(
        side=figures[0].side,
        effect=figures[0].effect,
        low=summed.floor,
        best=summed.best,
        high=summed.high,
        open=summed.high is None,
        unquantified=any(f.unquantified for f in figures),
        known_best=sum(bests) if bests else None,
        incidents=tuple(dict.fromkeys(f.incident for f in figures)),
        used=tuple(dict.fromkeys(c for f in figures for c in f.used)),
        not_used=tuple(dict.fromkeys(u for f in figures for u in f.not_used)),
        parts=_parts(figures),
    )


def _parts(figures: Iterable[Figure]) -> tuple[Part, ...]:
    """Sum the figures category by category, in DOMAIN's order, those without a category last."""
    groups: dict[Category | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.category].append(figure)
    order: list[Category | None] = [*Category, None]
    return tuple(_part(category, groups[category]) for category in order if category in groups)


def _part(category: Category | None, figures: Sequence[Figure]) -> Part:
    """Sum the figures of one category."""
    summed = _sum(figures)
    return Part(category, summed.floor, summed.best, summed.high, any(f.unquantified for f in figures))


def _sum(figures: Sequence[Figure]) -> Range:
    """Sum the ranges of figures of different people."""
    return ranges.add([Range(f.low, f.best, f.high) for f in figures])
