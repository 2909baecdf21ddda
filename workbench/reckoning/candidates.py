"""Finds the incidents that may be one without comparing all with all, and follows a case change by change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import chain, product

from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.reckoning.proposals import Ground, Profile, Proposal, profile, same_incident

#: Days that are looked at together; a date reaches into as many of these stretches as its precision asks for.
_STRETCH = 16
#: A date that reaches further is no date to compare by.
_MOST_STRETCHES = 30
#: What so many incidents of one stretch share (the capital of a country at war) ties no two of them.
_COMMON = 200

Key = tuple[Hashable, Hashable]
#: In place of a stretch of days: incidents with and without a date.
_DATED, _UNDATED = "dated", "undated"


class Candidates:
    """Incidents by what may tie them: place, number or text, in a stretch of days."""

    def __init__(self, ground: Ground) -> None:
        """Compare by `ground`."""
        self._ground = ground
        self._profiles: dict[int, Profile] = {}
        self._shelves: dict[Key, dict[int, Profile]] = defaultdict(dict)

    def put(self, incident: Incident, claims: Iterable[Claim]) -> None:
        """Take in an incident with its claims, as it is now."""
        self.drop(incident.id)
        made = profile(incident, claims, self._ground)
        if made.claims:
            self._profiles[incident.id] = made
            for key in _kept_under(made):
                self._shelves[key][incident.id] = made

    def drop(self, incident: int) -> None:
        """Forget an incident."""
        known = self._profiles.pop(incident, None)
        for key in _kept_under(known) if known else ():
            self._shelves[key].pop(incident, None)

    def about(self, incident: int) -> Iterator[Proposal]:
        """Yield the proposals about one incident, by the other's id."""
        if incident in self._profiles:
            asked = self._profiles[incident]
            found = self._near(asked)
            pairs = ((asked, found[id_]) if incident < id_ else (found[id_], asked) for id_ in sorted(found))
            yield from _proposed(pairs)

    def all(self) -> Iterator[Proposal]:
        """Yield every proposal once."""
        return chain.from_iterable(self.each())

    def each(self) -> Iterator[list[Proposal]]:
        """Yield, incident by incident, the proposals with those that came after it."""
        for id_, asked in sorted(self._profiles.items()):
            found = self._near(asked)
            yield list(_proposed((asked, found[other]) for other in sorted(found) if other > id_))

    def _near(self, asked: Profile) -> dict[int, Profile]:
        """Return what something may tie to an incident, by id."""
        found: dict[int, Profile] = {}
        for key in _looked_up(asked):
            shelf = self._shelves.get(key)
            if shelf and len(shelf) <= _COMMON:
                found.update(shelf)
        found.pop(asked.id, None)
        return found


def _proposed(pairs: Iterable[tuple[Profile, Profile]]) -> Iterator[Proposal]:
    return (proposal for one, other in pairs if (proposal := same_incident(one, other)) is not None)


def proposals(incidents: Iterable[Incident], claims: Iterable[Claim], ground: Ground) -> list[Proposal]:
    """Return the pairs of incidents that may be one, the best founded first."""
    by_incident: dict[int | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_incident[claim.incident_id].append(claim)
    found = Candidates(ground)
    for incident in incidents:
        found.put(incident, by_incident[incident.id])
    return best_first(found.all())


def best_first(found: Iterable[Proposal]) -> list[Proposal]:
    """Put the proposals for which most speaks first."""
    return sorted(found, key=lambda p: (-p.strength, p.one, p.other))


def _kept_under(made: Profile) -> Iterator[Key]:
    """Yield where an incident is kept."""
    stretches = _stretches(made)
    places = list(_place(made))
    yield from product((*places, *_others(made)), stretches)
    yield from product(places, (_DATED if stretches else _UNDATED,))


def _looked_up(made: Profile) -> Iterator[Key]:
    """Yield where the incidents are kept that may be one with an incident; by place alone where a date is missing."""
    stretches = _stretches(made)
    places = list(_places_around(made))
    yield from product((*places, *_others(made)), stretches)
    yield from product(places, (_UNDATED,) if stretches else (_DATED, _UNDATED))


def _stretches(made: Profile) -> range:
    """Return the stretches of days that an incident may fall into; none where that is not known."""
    if made.reach is None:
        return range(0)
    first, last = (day // _STRETCH for day in made.reach)
    return range(first, last + 1) if last - first < _MOST_STRETCHES else range(0)


def _place(made: Profile) -> Iterator[Hashable]:
    """Yield an incident's place, what contains it, and the square it lies in."""
    where = made.incident.where
    if where is not None and where.place:
        yield "place", where.place
        yield from (("inside", outer) for outer in made.ground.inside.get(where.place, ()))
        yield from (("square", *square) for square in _squares(made, 0))


def _places_around(made: Profile) -> Iterator[Hashable]:
    """Yield an incident's place, what contains it and lies in it, and the squares around."""
    where = made.incident.where
    if where is not None and where.place:
        yield from (("place", where.place), ("inside", where.place))
        yield from (("place", outer) for outer in made.ground.inside.get(where.place, ()))
        yield from (("square", *square) for square in _squares(made, 1))


def _squares(made: Profile, around: int) -> Iterator[tuple[int, int]]:
    """Yield the square of an exact place, with so many `around` it on every side."""
    where = made.incident.where
    if where is None or where.precision > 2 or where.latitude is None or where.longitude is None:
        return
    steps = range(-around, around + 1)
    north, east = int(where.latitude // 1), int(where.longitude // 1)
    yield from ((north + up, (east + across) % 360) for up, across in product(steps, steps))


def _others(made: Profile) -> Iterator[Hashable]:
    """Yield the numbers and texts of an incident."""
    yield from (("number", count) for count in made.counts)
    yield from (("text", text) for text in made.articles)
