"""Figures → the numbers and words of a chart of casualties by side; nothing is drawn here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from workbench.charts.background import Background
from workbench.charts.notes import notes_of
from workbench.charts.parts import Segment, Stack, segments
from workbench.charts.phrases import Phrases, english
from workbench.charts.table import FIGURE, Table, provenance
from workbench.charts.wording import caption, people_words
from workbench.colours import NEUTRAL
from workbench.model.actor import Side
from workbench.model.claim import THINGS, Effect
from workbench.model.figure import Figure, Reckoning, Unused
from workbench.reckoning.sides import in_order
from workbench.reckoning.totals import Total, effects_of, totals
from workbench.spreadsheet import Cell

#: What can be charted, in the order in which it is shown.
PEOPLE = tuple(effect for effect in Effect if effect not in THINGS)
#: A side's id, its name and its colour.
Row = tuple[str | None, str, str]
_NOTES = 4
#: What stands for the side of a row that names several sides.
NOBODY = "-"
COLUMNS = ("side_id", "side", "effect", *FIGURE)


@dataclass(frozen=True, slots=True)
class Bar:
    """What one side suffered of one effect, in people.

    `low`, `best` and `high` bound it (best None: none defensible, high None: open). `known` is what is counted in
    numbers, also where people without a number come on top; it is None where there is no number at all. `label` is
    the number in words, `note` what a subset adds, `words` what it shows in one line. `empty` says that
    no claim speaks of it, which is not 0; `by_hand` why figures in it were set by hand. Of its people
    nobody but a belligerent gives `claimed`.
    """

    side: str | None
    name: str
    colour: str
    effect: Effect
    low: int
    best: int | None
    high: int | None
    known: int | None
    open: bool
    unquantified: bool
    empty: bool
    label: str
    note: str = ""
    words: str = ""
    segments: tuple[Segment, ...] = ()
    used: tuple[int, ...] = ()
    not_used: tuple[Unused, ...] = ()
    origins: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    claimed: int = 0


@dataclass(frozen=True, slots=True)
class Panel:
    """One effect: a bar for every side, in the sides' order.

    Beside panels of other effects the sides that have no figure of this one share the last row.
    """

    effect: Effect
    title: str
    subtitle: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class SideSeries:
    """A chart of casualties by side: a panel for each effect, and the lines beneath.

    `numbers` are the bars of its table where those drawn stand for several.
    """

    title: str
    panels: tuple[Panel, ...]
    caption: tuple[str, ...]
    convention: str = "default"
    phrases: Phrases = field(default_factory=english, compare=False)
    numbers: tuple[Bar, ...] = ()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars, from the first panel's top to the last one's end."""
        return tuple(bar for panel in self.panels for bar in panel.bars)

    @property
    def description(self) -> str:
        """What the chart shows, in sentences for those who do not see it."""
        return " ".join([*(panel_words(panel) for panel in self.panels), *(f"{line}." for line in self.caption)])

    def table(self) -> Table:
        """Return one row for each side and effect, in people."""
        return Table(COLUMNS, tuple(_row(bar, self.convention) for bar in self.numbers or self.bars))


def by_side(
    reckoning: Reckoning,
    sides: Iterable[Side],
    effects: Sequence[Effect],
    incident: int | None = None,
    background: Background | None = None,
    stack: Stack = Stack.ACTOR,
) -> SideSeries:
    """Return the chart of `effects` by side, of one incident or (None) of the whole case.

    Only figures of events are drawn: a running toll or something past is named in the caption and never added.
    `background` lends names, dates and words; without it the chart still holds every number. `stack` says what the
    bars are parted by, one effect at a time.
    """
    background = background or Background()
    wanted = [f for f in reckoning.figures if f.effect in effects and incident in (None, f.incident)]
    sums = totals(wanted)
    rows = rows_of(background.phrases, sides, [f for f in reckoning.figures if incident in (None, f.incident)])
    panels = tuple(
        _panel(effect, rows, [t for t in sums if t.effect is effect], background, stack) for effect in effects
    )
    title = (
        panels[0].title if len(panels) == 1 else background.phrases("by_side", effect=background.phrases("casualties"))
    )
    apart = [one for one in reckoning.unused if background.concerns(one.claim, effects, incident)]
    lines = caption(wanted, apart, background, incident)
    numbers = tuple(bar for panel in panels for bar in panel.bars)
    if len(panels) > 1:
        panels = tuple(replace(panel, bars=_told(panel.bars, background.phrases)) for panel in panels)
    return SideSeries(title, panels, lines, background.convention, background.phrases, numbers)


def effects_in(reckoning: Reckoning, incident: int | None = None) -> tuple[Effect, ...]:
    """Return the effects on people that have figures of events, in the order in which they are shown."""
    return effects_of(totals(f for f in reckoning.figures if incident in (None, f.incident)))


def rows_of(phrases: Phrases, sides: Iterable[Side], figures: Iterable[Figure]) -> list[Row]:
    """Return id, name and colour of every side that has a figure of any effect; "side unknown" always stands last.

    So the rows are the same for each effect, and a side that only the register knows takes no room.
    """
    named = {side.id: side for side in sides}
    order = in_order({None, *(figure.side for figure in figures)}, named.values())
    return [(id_, phrases.side(id_, named), named[id_].colour if id_ in named else NEUTRAL) for id_ in order]


def _panel(effect: Effect, rows: Iterable[Row], sums: Sequence[Total], background: Background, stack: Stack) -> Panel:
    by_side = {total.side: total for total in sums}
    bars = tuple(bar_of(row, by_side.get(row[0], Total(row[0], effect, ())), background, stack) for row in rows)
    phrases = background.phrases
    title = phrases("by_side", effect=phrases.title(effect))
    return Panel(effect, title, people_words([f for t in sums for f in t.figures], phrases), bars)


def _told(bars: Sequence[Bar], phrases: Phrases) -> tuple[Bar, ...]:
    """Return the bars of sides that have a figure, one row that names the others, and "side unknown"."""
    empty = [bar for bar in bars if bar.empty and bar.side]
    if len(empty) < 2:
        return tuple(bars)
    names, none = ", ".join(bar.name for bar in empty), phrases("no_figure")
    said = phrases("mark", what=none, whom=names)
    gathered = replace(empty[0], side=NOBODY, name=none[0].upper() + none[1:], label=names, words=said)
    told = [bar for bar in bars if bar.side and not bar.empty]
    return (*told, gathered, *(bar for bar in bars if not bar.side))


def bar_of(row: Row, total: Total, background: Background, stack: Stack | None = Stack.ACTOR) -> Bar:
    """Return the bar of a side: what its figures of one effect are together, parted by `stack` (None: in one)."""
    amount, figures, phrases = total.amount, total.figures, background.phrases
    label = phrases.amount(amount) if figures else phrases("no_figure" if total.side else "none")
    notes = notes_of(figures)
    what = phrases("happened", number=label, effect=phrases.effect(total.effect))
    return Bar(
        *row,
        total.effect,
        amount.low,
        amount.best,
        amount.high,
        amount.known,
        amount.open,
        amount.unquantified,
        not figures,
        label,
        ", ".join(filter(None, (phrases("by_enemy") if amount.only_claimed else "", _notes(notes, phrases)))),
        phrases("mark", what=what, whom=row[1]),
        tuple(_named(part, total.effect, phrases) for part in segments(figures, amount, background, stack))
        if stack
        else (),
        total.used,
        total.not_used,
        background.origins(total.used),
        rationales_of(figures),
        amount.claimed or 0,
    )


def rationales_of(figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return why an analyst set figures by hand."""
    return tuple(figure.override.rationale for figure in figures if figure.override)


def _notes(notes: Sequence[str], phrases: Phrases) -> str:
    """Return notes in one line; of many figures only the first."""
    said = ", ".join(map(phrases.said, notes[:_NOTES]))
    return phrases.counted("and_more", len(notes) - _NOTES, some=said) if len(notes) > _NOTES else said


def _named(part: Segment, effect: Effect, phrases: Phrases) -> Segment:
    """Return a part with what it shows in one line."""
    what = phrases("happened", number=phrases.people(part.value), effect=phrases.effect(effect))
    return replace(part, words=phrases("mark", what=what, whom=part.label))


def panel_words(panel: Panel) -> str:
    """Return what a panel shows, for those who do not see it."""
    bars = "; ".join(f"{bar.name}: {', '.join(filter(None, (bar.label, bar.note)))}" for bar in panel.bars)
    return f"{panel.title}. {bars}."


def _row(bar: Bar, convention: str) -> tuple[Cell, ...]:
    return (*numbers_of(bar), *provenance(bar.used, bar.origins, bar.not_used, convention))


def numbers_of(bar: Bar) -> tuple[Cell, ...]:
    """Return the cells of a bar that stand before its provenance."""
    low = None if bar.empty else bar.low
    by_hand = "; ".join(bar.by_hand)
    side, name, effect = bar.side or "", bar.name, bar.effect.value
    return (
        side,
        name,
        effect,
        low,
        bar.best,
        bar.high,
        bar.open,
        bar.unquantified,
        bar.label,
        bar.note,
        by_hand,
        bar.claimed,
    )
