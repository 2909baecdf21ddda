"""Figures → casualties by side, one bar for all that befell a side, parted by effect; nothing is drawn here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.charts.background import Background
from workbench.charts.parts import Segment
from workbench.charts.phrases import Phrases
from workbench.charts.series import Bar, Panel, SideSeries, bar_of, rows_of
from workbench.charts.wording import caption
from workbench.model.actor import Side
from workbench.model.claim import Effect
from workbench.model.figure import Reckoning
from workbench.reckoning.totals import Total, effects_of, totals

#: What can stand in one bar: nobody is in two of these but by a mistake, and none is an end that another led to.
STACKED = (
    Effect.KILLED,
    Effect.WOUNDED,
    Effect.KILLED_OR_WOUNDED,
    Effect.CAPTURED,
    Effect.ABDUCTED,
    Effect.MISSING,
    Effect.CASUALTIES_UNSPECIFIED,
)


def by_side_and_effect(
    reckoning: Reckoning, sides: Iterable[Side], incident: int | None = None, background: Background | None = None
) -> SideSeries:
    """Return the chart of all effects in `STACKED` by side, of one incident or (None) of the whole case.

    A bar's parts are its effects; its label names each, for their sum is no figure.
    """
    background = background or Background()
    phrases = background.phrases
    there = [f for f in reckoning.figures if incident in (None, f.incident)]
    wanted = [f for f in there if f.effect in STACKED]
    sums = totals(wanted)
    effects = effects_of(sums)
    told = {(t.side, t.effect): t for t in sums}
    rows = rows_of(phrases, sides, there)
    parts = [[bar_of(row, told[row[0], e], background) for e in effects if (row[0], e) in told] for row in rows]
    empty = [bar_of(row, Total(row[0], Effect.CASUALTIES_UNSPECIFIED, ()), background) for row in rows]
    bars = tuple(_joined(bars, phrases) if bars else none for bars, none in zip(parts, empty, strict=True))
    title = phrases("by_side_and_effect", effect=phrases("casualties"))
    apart = [one for one in reckoning.unused if background.concerns(one.claim, STACKED, incident)]
    lines = (*caption(wanted, apart, background, incident), phrases("stacked"))
    panel = Panel(
        Effect.CASUALTIES_UNSPECIFIED, title, " · ".join(map(phrases.title, effects)) or phrases("nobody_speaks"), bars
    )
    numbers = tuple(bar for bars in parts for bar in bars)
    return SideSeries(title, (panel,), lines, background.convention, phrases, numbers)


def _joined(bars: Sequence[Bar], phrases: Phrases) -> Bar:
    """Return one bar for several effects on one side, as long as its parts; bounds have the effects alone."""
    said = [phrases("happened", number=bar.label, effect=phrases.effect(bar.effect)) for bar in bars]
    parts = tuple(_part(bar, words, phrases) for bar, words in zip(bars, said, strict=True) if _counted(bar))
    drawn = sum(part.value for part in parts)
    return replace(
        bars[0],
        effect=Effect.CASUALTIES_UNSPECIFIED,
        low=drawn,
        best=drawn,
        high=drawn,
        known=drawn if parts else None,
        open=any(bar.open for bar in bars),
        unquantified=any(bar.unquantified for bar in bars),
        label=said[0],
        note=", ".join(said[1:]),
        words=phrases("mark", what=phrases.joined(said, "also"), whom=bars[0].name),
        segments=parts,
        used=tuple(dict.fromkeys(claim for bar in bars for claim in bar.used)),
        not_used=tuple(dict.fromkeys(unused for bar in bars for unused in bar.not_used)),
        origins=tuple(dict.fromkeys(origin for bar in bars for origin in bar.origins)),
    )


def _counted(bar: Bar) -> int:
    """Return how many people of a bar can be drawn to scale: those counted, else the least there are."""
    return bar.known or 0 if bar.unquantified else bar.low if bar.best is None else bar.best


def _part(bar: Bar, said: str, phrases: Phrases) -> Segment:
    words = phrases("mark", what=said, whom=bar.name)
    return Segment(
        phrases.effect(bar.effect),
        _counted(bar),
        bar.used,
        words=words,
        vague=bar.best is None and not bar.unquantified,
    )
