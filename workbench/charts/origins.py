"""Figures → who says what: a row for each origin beside the figure that was made of them; nothing is drawn here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.charts.background import Background
from workbench.charts.origin_rows import Accounts, OriginGroup, spread
from workbench.charts.phrases import Phrases, english
from workbench.charts.table import PROVENANCE, Table, provenance
from workbench.charts.wording import about_line, twice_line
from workbench.model.actor import Side
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure, Reckoning
from workbench.reckoning.totals import Amount
from workbench.reckoning.voices import Group, Voice
from workbench.spreadsheet import Cell

_WHO = ("incident", "figure", "effect", "side_id", "origin", "interest", "outlets", "counts")
COLUMNS = (*_WHO, "low", "best", "high", "open", "unquantified", "label", "note", *PROVENANCE)
#: So many figures are shown at once of a whole case: the ones whose accounts lie furthest apart.
MOST = 12

#: From an incident to who speaks of it.
Voices = Callable[[int], Sequence[Voice]]


@dataclass(frozen=True, slots=True)
class OriginSeries:
    """A chart of who says what: a group of rows for each figure, and the lines beneath."""

    title: str
    groups: tuple[OriginGroup, ...]
    caption: tuple[str, ...]
    convention: str = "default"
    phrases: Phrases = field(default_factory=english, compare=False)

    @property
    def description(self) -> str:
        """What the chart shows, in sentences for those who do not see it."""
        return " ".join([f"{self.title}.", *map(_described, self.groups), *(f"{line}." for line in self.caption)])

    def table(self) -> Table:
        """Return one row for each account, in people, and one for the figure that was made of them."""
        rows = (row for group in self.groups for row in _rows(group, self.convention))
        return Table(COLUMNS, tuple(rows))


def by_origin(
    reckoning: Reckoning,
    voices: Voices,
    sides: Iterable[Side],
    effects: Sequence[Effect],
    incident: int | None = None,
    background: Background | None = None,
) -> OriginSeries:
    """Return who says what of the `effects`: of one incident everything, of the whole case where several speak.

    Of the whole case the `MOST` figures are shown whose accounts lie furthest apart; the caption says how many more
    there are.
    """
    background = background or Background()
    figures = _events(reckoning.figures, effects, incident)
    accounts = Accounts(background, {side.id: side for side in sides}, reckoning.reasons)
    heard = {i: voices(i) for i in heard_of(reckoning, effects, incident, background)}
    several = [(i, group) for i in heard for group in accounts.groups(heard[i], effects)]
    if incident is None:
        several = _furthest(several, heard)
    chosen = several if incident is not None else _by_incident(several[:MOST])
    shown = [accounts.rows(i, group, figures[i], heard[i]) for i, group in chosen]
    lines = _lines(shown, len(several), figures, incident, background)
    title = background.phrases("who_says")
    return OriginSeries(title, tuple(shown), lines, background.convention, background.phrases)


def heard_of(
    reckoning: Reckoning, effects: Collection[Effect], incident: int | None, background: Background
) -> list[int]:
    """Return the incidents of which voices are asked for: one, or of the whole case those of which several speak."""
    figures, told_by = _events(reckoning.figures, effects, incident), _told_by(background)
    return [i for i in figures if incident is not None or len(told_by.get(i, ())) > 1]


def _events(figures: Iterable[Figure], effects: Collection[Effect], incident: int | None) -> Mapping[int, list[Figure]]:
    """Return by incident the figures of events that are asked for."""
    found: dict[int, list[Figure]] = {}
    for f in figures:
        if f.scope is Scope.EVENT and f.effect in effects and incident in (None, f.incident):
            found.setdefault(f.incident, []).append(f)
    return found


def _told_by(background: Background) -> Mapping[int, Collection[str]]:
    """Return by incident the origins that its claims name, an article standing for itself where it names none."""
    found: dict[int, set[str]] = {}
    for claim in background.claims.values():
        if claim.incident_id is not None:
            found.setdefault(claim.incident_id, set()).add(claim.origin or f"article {claim.article_id}")
    return found


#: A group of people in an incident.
_Told = tuple[int, Group]


def _furthest(told: Iterable[_Told], heard: Mapping[int, Sequence[Voice]]) -> list[_Told]:
    """Return the groups of several accounts, those that lie furthest apart first."""
    apart = [(-spread(group, heard[i]), i, number, group) for number, (i, group) in enumerate(told)]
    return [(i, group) for less, i, _, group in sorted(apart, key=lambda one: one[:3]) if less <= 0]


def _by_incident(told: Sequence[_Told]) -> list[_Told]:
    """Put the groups of one incident and effect side by side, those that lie furthest apart still first."""
    first: dict[tuple[int, Effect], int] = {}
    for number, (incident, group) in enumerate(told):
        first.setdefault((incident, group.effect), number)
    return sorted(told, key=lambda one: first[one[0], one[1].effect])


def _lines(
    shown: Sequence[OriginGroup],
    there: int,
    figures: Mapping[int, Sequence[Figure]],
    incident: int | None,
    background: Background,
) -> tuple[str, ...]:
    """Return the lines beneath: what the case's charts always say, then how to read it and what is not shown."""
    phrases, keys = background.phrases, {(group.incident, group.effect) for group in shown}
    drawn = [f for group in figures.values() for f in group if (f.incident, f.effect) in keys]
    events = [figure for figure in drawn if figure.scope is Scope.EVENT]
    used = {claim for figure in events for claim in figure.used}
    where = {figure.incident for figure in events} | ({incident} if incident else set())
    about = tuple(filter(None, (twice_line(drawn, background), about_line(where, used, background))))
    if incident is not None:
        return (*about, phrases("read_origins"))
    cut = phrases("furthest", shown=len(shown), count=there) if len(shown) < there else phrases("single_not_shown")
    return (*about, phrases("read_origins"), cut)


def _described(group: OriginGroup) -> str:
    rows = "; ".join(f"{row.name}: {', '.join(filter(None, (row.label, row.state)))}" for row in group.rows)
    about = ", ".join(filter(None, (group.name, group.about, group.when)))
    return f"{about}: {group.label}. {rows}."


def _rows(group: OriginGroup, convention: str) -> Iterable[tuple[Cell, ...]]:
    figure: tuple[Cell, ...] = (group.incident, group.name, group.effect.value, group.side or "")
    names = tuple(row.name for row in group.counting)
    if group.amount:
        behind = provenance(group.used, names, group.not_used, convention)
        yield *figure, "", "", "", None, *_numbers(group.amount), group.label, group.rests, *behind
    for row in group.rows:
        who: tuple[Cell, ...] = (row.name, row.interest, "; ".join(row.outlets), row.counts)
        said = ", ".join(filter(None, (row.note, row.state)))
        behind = provenance(row.used, (row.name,), row.not_used, convention)
        yield *figure, *who, *_numbers(row.amount), row.label, said, *behind


def _numbers(amount: Amount) -> tuple[Cell, ...]:
    return amount.low, amount.best, amount.high, amount.open, amount.unquantified
