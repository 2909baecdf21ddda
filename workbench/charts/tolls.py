"""Tolls → how numbers were told over time, by origin; nothing is drawn here.

A running toll counts since a day and is never added to events. What an origin told of one event again and again is
such a series too. Tolls of the same people stand in one group, so that origins can be compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from workbench.charts.background import Background, short_name
from workbench.charts.calendar import Days
from workbench.charts.phrases import Phrases, english
from workbench.charts.table import PROVENANCE, Table, provenance
from workbench.charts.wording import about_line
from workbench.colours import NEUTRAL
from workbench.model.actor import Side
from workbench.model.claim import Category, Effect, Scope
from workbench.model.figure import Reckoning
from workbench.model.toll import Telling, Toll
from workbench.spreadsheet import Cell
from workbench.wording import UNQUANTIFIED, bounds_words, incident_words, people

#: So many groups are shown of the whole case: running tolls first, then the events told most often.
MOST = 8
#: So many origins of a group are drawn, those that told of it most often; the table holds all of them.
MOST_LINES = 7
_COLUMNS = (
    *("day", "article", "scope", "since", "place", "incident", "side_id", "side", "category", "effect"),
    *("low", "best", "high", "unquantified", "label", "falls", *PROVENANCE),
)


@dataclass(frozen=True, slots=True)
class Point:
    """What an origin gave on a day, in people; it `falls` where it is less than the number before could be."""

    day: date
    article: int
    low: int
    best: int | None
    high: int | None
    unquantified: bool
    falls: bool
    label: str
    words: str
    used: tuple[int, ...]

    @property
    def height(self) -> int:
        """Where it is drawn: at best, else at its low end."""
        return self.low if self.best is None else self.best


@dataclass(frozen=True, slots=True)
class TollLine:
    """What one origin told of the group's people; `partisan` marks a belligerent's claim of its enemy's losses."""

    origin: str
    name: str
    partisan: bool
    points: tuple[Point, ...]

    @property
    def used(self) -> tuple[int, ...]:
        """The claims behind all of its points."""
        return tuple(dict.fromkeys(claim for point in self.points for claim in point.used))


@dataclass(frozen=True, slots=True)
class TollGroup:
    """Tolls of the same people: since one day, for one place, or of one event."""

    toll: Toll
    title: str
    about: str
    colour: str
    place: str
    lines: tuple[TollLine, ...]

    @property
    def drawn(self) -> tuple[TollLine, ...]:
        """The lines there is room for: of those who told most often, the latest; in their order."""
        places = range(len(self.lines))
        often = sorted(places, key=lambda n: (-len(self.lines[n].points), -self.lines[n].points[-1].day.toordinal(), n))
        return tuple(self.lines[n] for n in sorted(often[:MOST_LINES]))

    @property
    def days(self) -> Days:
        """From the first telling that is drawn to the last."""
        told = [point.day for line in self.drawn for point in line.points]
        return Days(min(told), max(told))


@dataclass(frozen=True, slots=True)
class TollSeries:
    """A chart of tolls over time: groups, and the lines beneath."""

    title: str
    groups: tuple[TollGroup, ...]
    caption: tuple[str, ...]
    convention: str = "default"
    origins: tuple[str, ...] = ()
    phrases: Phrases = field(default_factory=english, compare=False)

    @property
    def description(self) -> str:
        """What the chart shows, in sentences for those who do not see it."""
        told = (f"{g.title}, {g.about}: {'; '.join(_told(line) for line in g.lines)}." for g in self.groups)
        return " ".join([f"{self.title}.", *told, *(f"{line}." for line in self.caption)])

    def table(self) -> Table:
        """Return one row a telling, in people; days are ISO dates."""
        rows = (_row(g, line, p, self.convention) for g in self.groups for line in g.lines for p in line.points)
        return Table(_COLUMNS, tuple(rows))


def over_articles(
    reckoning: Reckoning,
    sides: Iterable[Side],
    effects: Sequence[Effect],
    incident: int | None = None,
    background: Background | None = None,
) -> TollSeries:
    """Return the tolls of `effects`, of one incident or (None) of the whole case."""
    background = background or Background()
    maker = _Maker(background, {side.id: side for side in sides})
    wanted = [t for t in reckoning.tolls if t.effect in effects and maker.bears(t, incident)]
    groups = sorted(maker.groups(wanted), key=_weight)
    shown = groups if incident is not None else groups[:MOST]
    used = {claim for group in shown for line in group.lines for claim in line.used}
    about = about_line({incident} if incident else set(), used, background)
    lines = tuple(filter(None, (about, *maker.notes(wanted, shown, len(groups) - len(shown)))))
    title = background.phrases("tolls", effect=maker.title(effects))
    origins = background.origins(sorted(used))
    return TollSeries(title, tuple(shown), lines, background.convention, origins, background.phrases)


def _weight(group: TollGroup) -> tuple[object, ...]:
    """Order groups: running tolls first, then by how often they were told."""
    told = sum(len(line.points) for line in group.lines)
    return group.toll.scope is not Scope.CUMULATIVE, -told, group.title, group.about


@dataclass(frozen=True, slots=True)
class _Maker:
    background: Background
    sides: Mapping[str, Side]

    def title(self, effects: Sequence[Effect]) -> str:
        """Return what is charted."""
        return self.background.phrases.title(effects[0]) if len(effects) == 1 else self.background.phrases("casualties")

    def bears(self, toll: Toll, incident: int | None) -> bool:
        """Tell whether a toll is told in an incident (None: in any)."""
        if incident is None or toll.incident == incident:
            return True
        claims = (self.background.claims.get(id_) for telling in toll.tellings for id_ in telling.used)
        return any(claim is not None and claim.incident_id == incident for claim in claims)

    def groups(self, tolls: Iterable[Toll]) -> list[TollGroup]:
        """Return tolls by the people they are about; what has no day is on no line."""
        found: dict[tuple[object, ...], list[tuple[Toll, TollLine]]] = defaultdict(list)
        for toll in tolls:
            line = self._line(toll)
            if line.points:
                found[_people(toll)].append((toll, line))
        return [self._group(members) for members in found.values()]

    def _group(self, members: Sequence[tuple[Toll, TollLine]]) -> TollGroup:
        toll = members[0][0]
        side = self.background.phrases.side(toll.side, self.sides)
        colour = self.sides[toll.side].colour if toll.side and toll.side in self.sides else NEUTRAL
        lines = sorted((line for _, line in members), key=lambda line: (line.points[0].day, line.origin, line.partisan))
        return TollGroup(toll, side, self._about(toll), colour, self._place(toll), tuple(lines))

    def _about(self, toll: Toll) -> str:
        """Return what a toll counts beside its side: effect, category, since when, where, or in which event."""
        phrases = self.background.phrases
        event = self.background.incidents.get(toll.incident or 0) if toll.scope is Scope.EVENT else None
        narrow = toll.category not in (None, Category.UNSPECIFIED)
        parts = (
            phrases.effect(toll.effect),
            phrases.category(toll.category) if narrow and toll.category else "",
            phrases("since", day=phrases.day(toll.since)) if toll.since else "",
            self._place(toll),
            incident_words(event) if event else "",
        )
        return " · ".join(filter(None, parts))

    def _place(self, toll: Toll) -> str:
        """Return the name of the place a toll is told for, as the claims put it."""
        claims = (self.background.claims.get(id_) for telling in toll.tellings for id_ in telling.used)
        told = (claim.where for claim in claims if claim and claim.where)
        named = next((where.name for where in told if where.place == toll.place), toll.place) if toll.place else ""
        return self.background.phrases.place(named)

    def _line(self, toll: Toll) -> TollLine:
        name = self._name(toll)
        dated = [(telling, telling.day) for telling in toll.tellings if telling.day is not None]
        before = (None, *(telling for telling, _ in dated))
        points = (self._point(t, day, old, toll, name) for old, (t, day) in zip(before, dated, strict=False))
        return TollLine(toll.origin, name, toll.partisan, tuple(points))

    def _name(self, toll: Toll) -> str:
        background = self.background
        if toll.origin in background.sources:
            source = background.sources[toll.origin]
            return short_name(replace(source, name=background.phrases.name(source.name)))
        if toll.origin in background.actors:
            return short_name(background.actors[toll.origin])
        return next(iter(background.origins(toll.tellings[0].used)), background.phrases.said(toll.origin))

    def _point(self, telling: Telling, day: date, before: Telling | None, toll: Toll, name: str) -> Point:
        phrases = self.background.phrases
        label = phrases.said(_number(telling))
        what = phrases("happened", number=label, effect=phrases.effect(toll.effect))
        words = phrases("mark", what=phrases("mark", what=what, whom=name), whom=phrases.day(day))
        falls = before is not None and telling.high is not None and telling.high < before.low
        t = telling
        return Point(day, t.article, t.low, t.best, t.high, t.unquantified, falls, label, words, t.used)

    def notes(self, tolls: Sequence[Toll], shown: Sequence[TollGroup], more: int) -> list[str]:
        """Say what lines and signs mean, and what is not drawn."""
        phrases, lines = self.background.phrases, [line for group in shown for line in group.lines]
        undated = sum(telling.day is None for toll in tolls for telling in toll.tellings)
        keys = (
            phrases("toll_steps") if lines else "",
            phrases("toll_falls") if any(p.falls for line in lines for p in line.points) else "",
            phrases("toll_partisan") if any(line.partisan for line in lines) else "",
        )
        said = " · ".join(filter(None, keys))
        left = phrases.counted("toll_undated", undated) if undated else ""
        fewer = sum(len(group.lines) - len(group.drawn) for group in shown)
        rarer = phrases.counted("toll_rarer", fewer) if fewer else ""
        return [said, left, rarer, phrases.counted("toll_more", more) if more > 0 else ""]


def _people(toll: Toll) -> tuple[object, ...]:
    """Return what makes tolls comparable: whom they count, since when and where, or of which event."""
    event = toll.incident if toll.scope is Scope.EVENT else None
    return toll.scope, event, toll.since, toll.place, toll.side, toll.category, toll.effect


def _number(telling: Telling) -> str:
    if telling.unquantified:
        return UNQUANTIFIED
    bounds = bounds_words(telling.low, telling.high)
    plain = (
        telling.best is None or telling.low == telling.high or (telling.high is None and telling.low == telling.best)
    )
    return bounds if plain else f"{people(telling.best or 0)} ({bounds})"


def _told(line: TollLine) -> str:
    return f"{line.name} " + ", ".join(f"{point.label} ({point.day.isoformat()})" for point in line.points)


def _row(group: TollGroup, line: TollLine, point: Point, convention: str) -> tuple[Cell, ...]:
    toll = group.toll
    since = toll.since.isoformat() if toll.since else None
    category = toll.category.value if toll.category else ""
    return (
        *(point.day.isoformat(), point.article, toll.scope.value, since, group.place, toll.incident),
        *(toll.side or "", group.title, category, toll.effect.value),
        *(point.low, point.best, point.high, point.unquantified, point.label, point.falls),
        *provenance(point.used, (line.name,), (), convention),
    )
