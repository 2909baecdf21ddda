"""Figures that an analyst set by hand, as the lines beneath a chart tell them."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.charts.background import Background
from workbench.model.figure import Figure
from workbench.reckoning.totals import add

#: So many are told with their rationale.
_MOST = 3


def by_hand_line(figures: Iterable[Figure], background: Background) -> str:
    """Return which of the figures drawn were set by hand, what the claims give instead, and why; nothing for none."""
    set_ = [figure for figure in figures if figure.override is not None]
    told = [_one(figure, background) for figure in set_[:_MOST]]
    if len(set_) > _MOST:
        told.append(background.phrases.counted("more", len(set_) - _MOST))
    return background.phrases("set_by_hand", figures="; ".join(told)) if told else ""


def _one(figure: Figure, background: Background) -> str:
    phrases = background.phrases
    why = figure.override.rationale.rstrip(".") if figure.override else ""
    given = phrases.amount(add([figure.reckoned])) if figure.reckoned else phrases("none")
    return phrases(
        "set_by_hand_one",
        what=f"{phrases.side(figure.side, background.sides)}, {phrases.effect(figure.effect)}",
        number=phrases.bounds(figure.low, figure.high) if figure.best is None else phrases.people(figure.best),
        given=given,
        why=why,
    )
