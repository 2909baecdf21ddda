"""Rule 10: a number told for days or places as a whole loses what single events inside them explain."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from workbench.model.actor import BOTH_SIDES
from workbench.model.claim import Category, Scope
from workbench.model.figure import Check, Figure, Reckoning, Tie, Unused
from workbench.model.incident import Incident
from workbench.reckoning import checks, ranges, words
from workbench.reckoning.cells import Cell, breadth, covers
from workbench.reckoning.ranges import Range
from workbench.reckoning.rivals import PARTISAN_NOTE

#: The ids of what a place lies in, the smallest first.
Around = Callable[[str], tuple[str, ...]]

_GENERAL = frozenset({None, Category.UNSPECIFIED, Category.COMBATANT_MIXED})


def nowhere(_place: str) -> tuple[str, ...]:
    """Know of no place what it lies in."""
    return ()


def without_components(
    parts: Mapping[int, Reckoning], incidents: Iterable[Incident], around: Around
) -> dict[int, Reckoning]:
    """Return, of `parts`, the incidents told as a whole less what events inside them explain."""
    return Wholes(incidents, around).less(parts)


class Wholes:
    """The incidents of a case as they lie in one another; what a whole has left is kept while nothing in it changes."""

    def __init__(self, incidents: Iterable[Incident], around: Around) -> None:
        """Put the incidents in order, and look up once which of them lie inside which."""
        self._incidents = {incident.id: incident for incident in incidents}
        self._around = around
        inside = _Inside(self._incidents.values(), around)
        self._lying = {i.id: frozenset(inside.of(i)) for i in self._incidents.values() if i.aggregate}
        self._ties: _Ties | None = None
        self._kept: dict[int, tuple[tuple[Reckoning, ...], Reckoning]] = {}

    def less(self, parts: Mapping[int, Reckoning]) -> dict[int, Reckoning]:
        """Return the incidents told as a whole less what events inside them explain; narrow ones first.

        An event lies inside where its days and its place do; or where a relation says that its claim is a part. What
        a relation says to be apart explains nothing.
        """
        ties = self._tied(parts)
        found: dict[int, Reckoning] = {}
        for whole in self._told_as_wholes(parts, ties):
            inside = self._lying.get(whole.id, frozenset()) | ties.parts_of(whole.id)
            told = (found.get(i, parts[i]) for i in sorted(inside) if i in parts)
            found[whole.id] = self._left(whole.id, ties, (parts[whole.id], *told))
        return found

    def _tied(self, parts: Mapping[int, Reckoning]) -> _Ties:
        """Return the relations between incidents; where they changed nothing that was kept holds any more."""
        ties = _Ties(parts)
        if self._ties is None or ties.drawn != self._ties.drawn:
            self._kept.clear()
        self._ties = ties
        return ties

    def _told_as_wholes(self, parts: Mapping[int, Reckoning], ties: _Ties) -> list[Incident]:
        """Return the incidents that events are taken off, the narrowest first."""
        ids = [i for i in {*self._lying, *ties.wholes} if i in parts and _tells_events(parts[i])]
        wholes = [self._incidents[i] for i in ids]
        return sorted(wholes, key=lambda i: (_days(i), -len(_places(i, self._around)), i.id))

    def _left(self, whole: int, ties: _Ties, told: tuple[Reckoning, ...]) -> Reckoning:
        """Return what is left of a whole, the first of `told`; what was found for the very same is not sought again."""
        before, left = self._kept.get(whole, ((), None))
        if left is None or len(before) != len(told) or any(a is not b for a, b in zip(before, told, strict=True)):
            events = [f for part in told[1:] for f in part.figures]
            left = _Whole(told[0], self._lying.get(whole, frozenset()), ties).less(events)
            self._kept[whole] = told, left
        return left


def _tells_events(part: Reckoning) -> bool:
    """Tell whether an incident has figures of events; a running toll is no aggregate of them."""
    return any(f.scope is Scope.EVENT for f in part.figures)


def _days(incident: Incident) -> float:
    """Return how many days an incident may span; one without a date any number."""
    return (incident.when.end - incident.when.start).days if incident.when else float("inf")


def _places(incident: Incident, around: Around) -> tuple[str, ...]:
    """Return the place of an incident and what it lies in."""
    place = incident.where.place if incident.where else ""
    return (place, *around(place)) if place else ()


class _Inside:
    """Incidents by the places they lie in, in the order of their days."""

    def __init__(self, incidents: Iterable[Incident], around: Around) -> None:
        """Put each dated and placed incident down for its place and every place around it."""
        remembered: dict[str, tuple[str, ...]] = {}
        lists: dict[str, list[tuple[date, int, Incident]]] = defaultdict(list)
        for incident in incidents:
            if incident.when is not None and incident.where is not None:
                place = incident.where.place
                if place not in remembered:
                    remembered[place] = _places(incident, around)
                for each in remembered[place]:
                    lists[each].append((incident.when.start, incident.id, incident))
        self._lists = {place: sorted(found, key=lambda f: f[:2]) for place, found in lists.items()}

    def of(self, whole: Incident) -> Iterator[int]:
        """Yield the incidents whose days and place lie inside those of `whole`, and are not the same."""
        if whole.when is None or whole.where is None:
            return
        there = self._lists.get(whole.where.place, [])
        first = bisect_left(there, whole.when.start, key=lambda f: f[0])
        last = bisect_right(there, whole.when.end, key=lambda f: f[0])
        for _, id_, incident in there[first:last]:
            if incident.when is not None and incident.when.end <= whole.when.end and _is_narrower(incident, whole):
                yield id_


def _is_narrower(incident: Incident, whole: Incident) -> bool:
    """Tell whether what lies inside is told of fewer days or a smaller place: else the two may be one."""
    other_place = incident.where is not None and whole.where is not None and incident.where.place != whole.where.place
    return other_place or _days(incident) < _days(whole)


class _Ties:
    """The relations between claims of different incidents, by the figures that the claims bear on."""

    def __init__(self, parts: Mapping[int, Reckoning]) -> None:
        """Collect the relations that lead out of each incident."""
        self.drawn = frozenset(tie for part in parts.values() for tie in part.ties)
        tied = {claim for tie in self.drawn for claim in (tie.part, tie.whole)}
        home = {claim: i for i, part in parts.items() for claim in _told_in(part, tied)} if tied else {}
        self._parts: dict[int, set[int]] = defaultdict(set)
        self._apart: dict[int, set[int]] = defaultdict(set)
        self.wholes: dict[int, set[int]] = defaultdict(set)
        for tie in self.drawn:
            self._add(tie, home)

    def _add(self, tie: Tie, home: Mapping[int, int]) -> None:
        """Put one relation down; what is apart is so both ways."""
        if tie.apart:
            self._apart[tie.part].add(tie.whole)
            self._apart[tie.whole].add(tie.part)
        elif home.get(tie.part) != home.get(tie.whole) and {tie.part, tie.whole} <= home.keys():
            self._parts[tie.whole].add(tie.part)
            self.wholes[home[tie.whole]].add(home[tie.part])

    def parts_of(self, incident: int) -> set[int]:
        """Return the incidents whose claims are drawn as parts of the incident's."""
        return self.wholes.get(incident, set())

    def is_part(self, event: Figure, whole: Figure) -> bool:
        """Tell whether a claim an event rests on is drawn as a part of one that bears on the whole."""
        told = (*whole.used, *(u.claim for u in whole.not_used)) if self._parts else ()
        return any(not self._parts.get(claim, set()).isdisjoint(event.used) for claim in told)

    def is_apart(self, event: Figure, whole: Figure) -> bool:
        """Tell whether a claim that the one rests on is drawn as apart from one of the other."""
        return bool(self._apart) and any(not self._apart.get(c, set()).isdisjoint(event.used) for c in whole.used)


def _told_in(part: Reckoning, wanted: Container[int]) -> Iterator[int]:
    """Yield the claims among `wanted` that bear on an incident's figures."""
    for f in part.figures:
        yield from (c for c in (*f.used, *(u.claim for u in f.not_used)) if c in wanted)


@dataclass(slots=True)
class _Whole:
    """One incident told as a whole, with the incidents that lie inside it."""

    told: Reckoning
    lying: frozenset[int]
    ties: _Ties

    def less(self, events: Sequence[Figure]) -> Reckoning:
        """Return its figures less the events; each event is taken off once, from the narrowest figure that holds it."""
        left = [f for f in events if f.scope is Scope.EVENT]
        results: dict[int, _Result] = {}
        order = sorted(range(len(self.told.figures)), key=lambda n: breadth(_cell(self.told.figures[n])))
        for n in order:
            figure = self.told.figures[n]
            mine = [f for f in left if self._holds(figure, f)]
            left = [f for f in left if not any(f is one for one in mine)]
            results[n] = _reduced(figure, mine)
        found = [results[n] for n in range(len(self.told.figures))]
        return replace(
            self.told,
            figures=tuple(r.figure for r in found if r.figure is not None),
            checks=(*self.told.checks, *(check for r in found for check in r.checks)),
            unused=(*self.told.unused, *chain.from_iterable(r.unused for r in found)),
        )

    def _holds(self, figure: Figure, event: Figure) -> bool:
        """Tell whether the people of an event are among those of a figure."""
        if self.ties.is_part(event, figure):
            return event.effect is figure.effect
        inside = event.incident in self.lying and _covers(figure, event) and not self.ties.is_apart(event, figure)
        return inside and (PARTISAN_NOTE not in event.notes or PARTISAN_NOTE in figure.notes)


@dataclass(frozen=True, slots=True)
class _Result:
    """What is left of a figure: nothing where the events explain all of it."""

    figure: Figure | None
    checks: tuple[Check, ...] = ()
    unused: tuple[Unused, ...] = ()


def _cell(figure: Figure) -> Cell:
    """Return the group of people a figure counts; combatants of no single side are those of both."""
    both = figure.side is None and figure.category is Category.COMBATANT_MIXED
    category = figure.category or Category.UNSPECIFIED
    return Cell(figure.scope, figure.effect, BOTH_SIDES if both else figure.side, category)


def _covers(figure: Figure, event: Figure) -> bool:
    """Tell whether an event's people are of the kind a figure counts."""
    wide, cell = _cell(figure), _cell(event)
    if figure.scope is event.scope and figure.effect is event.effect and figure.side == event.side:
        return figure.category == event.category or not _GENERAL.isdisjoint({figure.category, event.category})
    return covers(wide, cell)


def _reduced(figure: Figure, events: Sequence[Figure]) -> _Result:
    """Take events off a figure; one set by hand, or without a number, stands as it is."""
    counted = [f for f in events if not f.unquantified]
    if not counted or figure.override is not None or figure.unquantified:
        return _Result(figure)
    total, terms = _range(figure), [_range(f) for f in counted]
    summed = ranges.add(terms)
    sums = words.equation(terms, summed) if len(terms) <= _SHOWN else f"{words.term(summed)} in {len(terms)} events"
    how = checks.fit(total, summed)
    check = checks.aggregate(total, summed, sums, _claims(figure, counted))
    if how < 0:
        return _Result(_rest(figure, total, summed, sums), (check,))
    why = (
        "is exceeded by the events inside it" if how > 0 else "is told as a whole, never added to the events inside it"
    )
    gone = (*(Unused(c, f"{words.bounds(total)} {why}: {sums}.") for c in figure.used), *figure.not_used)
    return _Result(None, (check,), gone)


#: Sums of more events than this are told by their number.
_SHOWN = 5


def _rest(figure: Figure, total: Range, events: Range, sums: str) -> Figure:
    """Return what events leave of a figure."""
    left = ranges.rest(total, events)
    note = f"what events inside leave of {words.bounds(total)}: {sums}"
    low, best, high = left.floor, left.best, left.high
    claimed = low if figure.claimed == figure.low else min(low, figure.claimed)
    notes = (note, *figure.notes)
    return replace(figure, low=low, best=best, high=high, open=high is None, notes=notes, claimed=claimed)


def _claims(figure: Figure, events: Iterable[Figure]) -> tuple[int, ...]:
    """Return the claims that a figure and the events inside it rest on, each once."""
    return tuple(dict.fromkeys((*figure.used, *(c for f in events for c in f.used))))


def _range(figure: Figure) -> Range:
    """Return the bounds of a figure."""
    return Range(figure.low, figure.best, figure.high)
