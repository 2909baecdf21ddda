"""Figures → casualties over time, by side: what each day, week or month saw; nothing is drawn here.

A figure belongs to the days of its incident. Where these lie in one step its people count there. Where they reach over
several, nobody knows how many fell on which, so the figure is kept whole beside the steps and never divided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.charts.background import Background
from workbench.charts.calendar import Days, Step, days_words, fitting, spread, step_of
from workbench.charts.phrases import Phrases, english
from workbench.charts.series import COLUMNS, Bar, Row, bar_of, numbers_of, rows_of
from workbench.charts.table import PROVENANCE, Table, provenance
from workbench.charts.wording import caption, people_words
from workbench.model.actor import Side
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure, Reckoning
from workbench.reckoning.totals import Total, totals
from workbench.spreadsheet import Cell

_COLUMNS = ("from", "to", "step", *(column for column in COLUMNS if column not in PROVENANCE), *PROVENANCE)


@dataclass(frozen=True, slots=True)
class Column:
    """What one side suffered in some days.

    `step` None says that they are more than one step, `days` None that nobody knows when.
    """

    days: Days | None
    step: Step | None
    bar: Bar


@dataclass(frozen=True, slots=True)
class Lane:
    """One side over time: `steps` in their order, `spans` over several of them, and what has no date."""

    side: str | None
    name: str
    colour: str
    label: str
    steps: tuple[Column, ...]
    spans: tuple[Column, ...]
    undated: Column | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """All that is drawn, in the order in which it is walked."""
        return (*self.steps, *self.spans, *((self.undated,) if self.undated else ()))


@dataclass(frozen=True, slots=True)
class TimePanel:
    """One effect: a lane for every side that suffered it."""

    effect: Effect
    title: str
    subtitle: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class TimeSeries:
    """A chart of casualties over time; `days` is what its axis spans, None where nothing is dated."""

    title: str
    panels: tuple[TimePanel, ...]
    caption: tuple[str, ...]
    step: Step
    days: Days | None
    convention: str = "default"
    phrases: Phrases = field(default_factory=english, compare=False)

    @property
    def description(self) -> str:
        """What the chart shows, in sentences for those who do not see it."""
        told = (_described(panel) for panel in self.panels)
        return " ".join([f"{self.title}.", *filter(None, told), *(f"{line}." for line in self.caption)])

    def table(self) -> Table:
        """Return one row for each side and step, in people; days are ISO dates."""
        columns = (column for panel in self.panels for lane in panel.lanes for column in lane.columns)
        return Table(_COLUMNS, tuple(_row(column, self.convention) for column in columns))


def over_time(
    reckoning: Reckoning,
    sides: Iterable[Side],
    effects: Sequence[Effect],
    incident: int | None = None,
    background: Background | None = None,
    step: Step | None = None,
) -> TimeSeries:
    """Return the chart of `effects` over time, of one incident or (None) of the whole case.

    Only figures of events are drawn. `step` None takes the finest step that stays legible.
    """
    background = background or Background()
    there = [f for f in reckoning.figures if incident in (None, f.incident)]
    wanted = [f for f in there if f.effect in effects]
    events = [f for f in wanted if f.scope is Scope.EVENT]
    days = _days_of(events, background)
    step = step or fitting(days.values())
    maker = _Maker(background, step, days, rows_of(background.phrases, sides, there))
    panels = tuple(maker.panel(effect, [f for f in events if f.effect is effect]) for effect in effects)
    apart = [one for one in reckoning.unused if background.concerns(one.claim, effects, incident)]
    lines = (*caption(wanted, apart, background, incident), *maker.notes(panels))
    told = [step_of(day, step) for one in days.values() for day in (one.start, one.end)]
    reach = Days(min(told).start, max(one.end for one in told)) if told else None
    return TimeSeries(maker.title(effects), panels, lines, step, reach, background.convention, background.phrases)


def _days_of(figures: Iterable[Figure], background: Background) -> dict[int, Days]:
    """Return when the incidents of figures happened, where that is known."""
    known = (background.incidents.get(id_) for id_ in {figure.incident for figure in figures})
    return {incident.id: spread(incident.when) for incident in known if incident and incident.when}


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the panels: when each incident was, and which sides there are."""

    background: Background
    step: Step
    days: Mapping[int, Days]
    rows: Sequence[Row]

    def title(self, effects: Sequence[Effect]) -> str:
        """Return the heading of the chart."""
        phrases = self.background.phrases
        what = phrases.title(effects[0]) if len(effects) == 1 else phrases("casualties")
        return phrases(f"over_time.{self.step.value}", effect=what)

    def panel(self, effect: Effect, figures: Sequence[Figure]) -> TimePanel:
        """Return one effect: the lanes of the sides that suffered it."""
        by_side: dict[str | None, list[Figure]] = defaultdict(list)
        for figure in figures:
            by_side[figure.side].append(figure)
        lanes = tuple(self._lane(row, effect, by_side[row[0]]) for row in self.rows if row[0] in by_side)
        return TimePanel(effect, self.title([effect]), people_words(figures, self.background.phrases), lanes)

    def _lane(self, row: Row, effect: Effect, figures: Sequence[Figure]) -> Lane:
        steps: dict[Days, list[Figure]] = defaultdict(list)
        spans: dict[Days, list[Figure]] = defaultdict(list)
        undated: list[Figure] = []
        for figure in figures:
            days = self.days.get(figure.incident)
            if days is None:
                undated.append(figure)
            elif (one := step_of(days.start, self.step)).end >= days.end:
                steps[one].append(figure)
            else:
                spans[days].append(figure)
        [whole] = totals(figures)
        return Lane(
            *row,
            self.background.phrases.amount(whole.amount),
            tuple(self._column(row, effect, days, self.step, steps[days]) for days in sorted(steps)),
            tuple(self._column(row, effect, days, None, spans[days]) for days in sorted(spans)),
            self._column(row, effect, None, None, undated) if undated else None,
        )

    def _column(
        self, row: Row, effect: Effect, days: Days | None, step: Step | None, figures: Sequence[Figure]
    ) -> Column:
        phrases = self.background.phrases
        bar = bar_of(row, Total(row[0], effect, tuple(figures)), self.background, None)
        when = days_words(days, step, phrases) if days else phrases("date_unknown")
        return Column(days, step, replace(bar, words=phrases("mark", what=bar.words, whom=when)))

    def notes(self, panels: Iterable[TimePanel]) -> list[str]:
        """Say what the bands beneath the bars and the column without a date are, where there are any."""
        lanes = [lane for panel in panels for lane in panel.lanes]
        keys = ("time_spans", any(lane.spans for lane in lanes)), ("time_undated", any(lane.undated for lane in lanes))
        said = [self.background.phrases(key) for key, there in keys if there]
        return [" · ".join(said)] if said else []


def _row(column: Column, convention: str) -> tuple[Cell, ...]:
    days, bar = column.days, column.bar
    return (
        days.start.isoformat() if days else None,
        days.end.isoformat() if days else None,
        column.step.value if column.step else None,
        *numbers_of(bar),
        *provenance(bar.used, bar.origins, bar.not_used, convention),
    )


def _described(panel: TimePanel) -> str:
    columns = "; ".join(column.bar.words for lane in panel.lanes for column in lane.columns)
    return f"{columns}." if columns else ""
