"""Figures → who says what: a row for each origin beside the figure that was made of them; nothing is drawn here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from workbench.charts.background import NOT_STATED, Background, short_name
from workbench.charts.wording import caption, when_words
from workbench.colours import NEUTRAL
from workbench.model.actor import Side
from workbench.model.claim import Category, Effect, Scope
from workbench.model.figure import Figure, Reckoning, Unused
from workbench.reckoning.rivals import PARTISAN_NOTE
from workbench.reckoning.sides import in_order
from workbench.reckoning.totals import Amount, add
from workbench.reckoning.voices import Group, Voice, people_of
from workbench.reckoning.words import amount_words
from workbench.wording import BOTH, category_words, effect_words, incident_words, side_words

T = TypeVar("T")

_READ = "filled: counts in the figure; hollow: does not, and why; band: the figure from low to high, its line the best"
#: So many figures are shown at once of a whole case: the ones whose accounts lie furthest apart.
MOST = 12
_OPEN = 1 << 40


@dataclass(frozen=True, slots=True)
class OriginRow:
    """What one origin says of a figure's people, as its claims alone would be reckoned.

    `counts` tells whether the figure rests on it; where it does not, `why` says so in sentences. `outlets` carried
    it. `not_used` are claims of the same origin that its own account leaves out, its earlier ones among them.
    """

    origin: str
    name: str
    interest: str
    outlets: tuple[str, ...]
    amount: Amount
    label: str
    counts: bool
    why: tuple[str, ...] = ()
    note: str = ""
    used: tuple[int, ...] = ()
    not_used: tuple[Unused, ...] = ()

    @property
    def state(self) -> str:
        """Whether the figure rests on it, and if not, why."""
        return "" if self.counts else "not used: " + " ".join(self.why) if self.why else "not used"


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """One figure of one incident and the accounts of it; `amount` None where no account counts."""

    incident: int
    effect: Effect
    side: str | None
    name: str
    about: str
    colour: str
    amount: Amount | None
    label: str
    note: str
    rows: tuple[OriginRow, ...]
    used: tuple[int, ...] = ()
    not_used: tuple[Unused, ...] = ()

    @property
    def counting(self) -> tuple[OriginRow, ...]:
        """The accounts that the figure rests on."""
        return tuple(row for row in self.rows if row.counts)

    @property
    def spread(self) -> int:
        """How far the accounts lie apart, in people; one whose end is open goes furthest."""
        ends = [row.amount.low if row.amount.open else row.amount.high or 0 for row in self.rows]
        apart = max(ends, default=0) - min((row.amount.low for row in self.rows), default=0)
        return apart + _OPEN * any(row.amount.open for row in self.rows) if len(self.rows) > 1 else -1


@dataclass(frozen=True, slots=True)
class OriginSeries:
    """A chart of who says what: a group of rows for each figure, and the lines beneath."""

    title: str
    groups: tuple[OriginGroup, ...]
    caption: tuple[str, ...]
    convention: str = "default"

    @property
    def description(self) -> str:
        """What the chart shows, in sentences for those who do not see it."""
        return " ".join([*map(_described, self.groups), *(f"{line}." for line in self.caption)])


#: From an incident to who speaks of it.
Voices = Callable[[int], Sequence[Voice]]


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
    of_events = [f for f in reckoning.figures if f.scope is Scope.EVENT and f.effect in effects]
    by_incident: dict[int, list[Figure]] = {}
    for figure in of_events:
        if incident in (None, figure.incident):
            by_incident.setdefault(figure.incident, []).append(figure)
    told_by = _told_by(background)
    asked = [i for i in by_incident if incident is not None or len(told_by.get(i, ())) > 1]
    maker = _Maker(background, {side.id: side for side in sides}, reckoning.reasons)
    groups = [g for i in asked for g in maker.groups(i, by_incident[i], voices(i), effects)]
    several = groups if incident is not None else _furthest(groups)
    shown = several if incident is not None else several[:MOST]
    lines = _lines(shown, len(several), of_events, incident, background)
    return OriginSeries("Who says what", tuple(shown), lines, background.convention)


def _furthest(groups: Iterable[OriginGroup]) -> list[OriginGroup]:
    """Return the groups of several accounts, those that lie furthest apart first."""
    several = [group for group in groups if len(group.rows) > 1]
    return sorted(several, key=lambda g: (-g.spread, g.incident, list(Effect).index(g.effect), g.name))


def _told_by(background: Background) -> Mapping[int, Collection[str]]:
    """Return by incident the origins that its claims name, an article standing for itself where it names none."""
    found: dict[int, set[str]] = {}
    for claim in background.claims.values():
        if claim.incident_id is not None:
            found.setdefault(claim.incident_id, set()).add(claim.origin or f"article {claim.article_id}")
    return found


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes groups and rows of what origins say: with names, sides, and the reasons of what is not used."""

    background: Background
    sides: Mapping[str, Side]
    reasons: Mapping[int, tuple[str, ...]]

    def groups(
        self, incident: int, figures: Sequence[Figure], voices: Sequence[Voice], effects: Collection[Effect]
    ) -> list[OriginGroup]:
        """Return the groups of one incident, by effect and side in the case's order."""
        there = {g for v in voices for g in v.groups if g.scope is Scope.EVENT and g.effect in effects}
        told = [g for g in there if g.side is not None or _is_of_its_own(g, voices)]
        sides = in_order({g.side for g in told}, self.sides.values())
        order = {effect: number for number, effect in enumerate(effects)}
        told.sort(key=lambda g: (order[g.effect], sides.index(g.side), g.category or ""))
        return [self._group(incident, g, figures, voices) for g in told]

    def _group(self, incident: int, group: Group, figures: Sequence[Figure], voices: Sequence[Voice]) -> OriginGroup:
        people = people_of(group, figures)
        used = _once(claim for figure in people for claim in figure.used)
        rows = [self._row(v, people_of(group, v.figures), used) for v in voices if group in v.groups]
        rows.sort(key=lambda row: (not row.counts, -row.amount.low, row.name, row.origin))
        side = self.sides.get(group.side or "")
        amount = add(people) if people else None
        return OriginGroup(
            incident,
            group.effect,
            group.side,
            self._name(group),
            self._about(incident),
            side.colour if side else NEUTRAL,
            amount,
            amount_words(amount) if amount else "no figure",
            ", ".join(_once(note for figure in people if figure.side == group.side for note in figure.notes)),
            tuple(rows),
            used,
            tuple(dict.fromkeys(unused for figure in people for unused in figure.not_used)),
        )

    def _name(self, group: Group) -> str:
        if group.side is not None:
            whose = side_words(group.side, self.sides)
        elif group.category is Category.COMBATANT_MIXED:
            whose = BOTH
        else:
            whose = category_words(group.category or Category.UNSPECIFIED).capitalize() + ", of any side"
        return f"{whose}: {effect_words(group.effect)}"

    def _about(self, incident: int) -> str:
        known = self.background.incidents.get(incident)
        if known is None:
            return f"incident {incident}"
        return " · ".join(filter(None, (incident_words(known), when_words(known.when) if known.when else "")))

    def _row(self, voice: Voice, figures: Sequence[Figure], counted: Collection[int]) -> OriginRow:
        amount = add(figures)
        used = _once(claim for figure in figures for claim in figure.used)
        unused = tuple(dict.fromkeys(one for figure in figures for one in figure.not_used))
        counts = any(claim in counted for claim in used)
        why = () if counts else _once(reason for claim in used for reason in self.reasons.get(claim, ()))
        behind = (*used, *(one.claim for one in unused))
        return OriginRow(
            voice.origin,
            self._origin(voice.origin, behind),
            self._interest(voice),
            self._outlets(behind),
            amount,
            amount_words(amount),
            counts,
            why,
            ", ".join(
                _once(note for figure in figures if figure.side for note in figure.notes if note != PARTISAN_NOTE)
            ),
            used,
            unused,
        )

    def _origin(self, key: str, claims: Iterable[int]) -> str:
        """Return what an origin is called; one without a name by the article's words for it, else by its outlet."""
        known = self.background.sources.get(key) or self.background.actors.get(key)
        if known:
            return short_name(known)
        there = [self.background.claims[id_] for id_ in claims if id_ in self.background.claims]
        if any(claim.origin for claim in there):
            return key
        words = next((" ".join(claim.attribution_text.split()) for claim in there if claim.attribution_text), "")
        outlet = next(iter(self._outlets(claims)), "")
        return words or (f"{outlet}, {NOT_STATED}" if outlet else NOT_STATED)

    def _interest(self, voice: Voice) -> str:
        if not voice.interest:
            return "interest unknown"
        return f"{voice.interest}: {side_words(voice.side, self.sides)}" if voice.side else voice.interest

    def _outlets(self, claims: Iterable[int]) -> tuple[str, ...]:
        there = (self.background.claims[id_] for id_ in claims if id_ in self.background.claims)
        articles = (self.background.articles.get(claim.article_id) for claim in there)
        return tuple(sorted({article.outlet for article in articles if article and article.outlet}))


def _is_of_its_own(group: Group, voices: Iterable[Voice]) -> bool:
    """Tell whether a number over several sides says more than its parts: it is not told of each, or by several."""
    giving = [voice for voice in voices if group in voice.groups]
    return len(giving) > 1 or any(Group(f.scope, f.effect, None, f.category) == group for f in _sideless(giving))


def _sideless(voices: Iterable[Voice]) -> list[Figure]:
    return [figure for voice in voices for figure in voice.figures if figure.side is None]


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _lines(
    shown: Sequence[OriginGroup],
    there: int,
    figures: Iterable[Figure],
    incident: int | None,
    background: Background,
) -> tuple[str, ...]:
    """Return the lines beneath: what the case's charts always say, then how to read it and what is not shown."""
    keys = {(group.incident, group.effect) for group in shown}
    drawn = [figure for figure in figures if (figure.incident, figure.effect) in keys]
    about = caption(drawn, (), background, incident)[:1] if drawn else (f"convention: {background.convention}",)
    return (*about, _READ, *_hidden(len(shown), there, whole=incident is None))


def _hidden(shown: int, there: int, *, whole: bool) -> tuple[str, ...]:
    if not whole:
        return ()
    if shown < there:
        return (f"{shown} of {there} figures of which several origins speak, the furthest apart first",)
    return ("figures of which only one origin speaks are not shown here",)


def _described(group: OriginGroup) -> str:
    rows = "; ".join(f"{row.name}: {', '.join(filter(None, (row.label, row.state)))}" for row in group.rows)
    return f"{group.name}, {group.about}: {group.label}. {rows}."
