"""Which incidents may be one (rule 14): the program proposes with its reasons, the analyst decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from workbench.model.actor import Actor, lineage
from workbench.model.circumstance import When, Where
from workbench.model.claim import THINGS, Claim, Effect
from workbench.model.incident import Incident
from workbench.model.mention import Status
from workbench.reckoning import ranges, words
from workbench.wording import effect_words

#: By how many days a date of each precision may be off: the day, two to six days, a week, a month, longer.
_SLACK = {1: 0, 2: 3, 3: 7, 4: 31, 5: 365}
#: Where precision says more than a place can: the line or region, the country, open.
_WIDE_PLACE = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two incidents that may be one, and the reasons in words; `strength` counts the kinds of reason, 2 to 5."""

    one: int
    other: int
    reasons: tuple[str, ...]

    @property
    def strength(self) -> int:
        """How many kinds of reason speak for it."""
        return len(self.reasons)


def same_incident(
    one: tuple[Incident, Sequence[Claim]],
    other: tuple[Incident, Sequence[Claim]],
    actors: Mapping[str, Actor],
    inside: Mapping[str, Collection[str]] | None = None,
) -> Proposal | None:
    """Return why two incidents, each with its claims, may be one; None where something speaks against it.

    `inside` names, for a place, the places that contain it. Same effect and meeting dates are required; a place or
    date that is not known speaks neither way.
    """
    here, there = _counting(one[1]), _counting(other[1])
    effects = {c.effect for c in here} & {c.effect for c in there}
    dates = _dates(one[0].when, other[0].when)
    places = _places(one[0].where, other[0].where, inside or {})
    if not effects or dates is None or places is None:
        return None
    reasons = [_effects(effects), *dates, *places, *_actors(here, there, actors), *_numbers(here, there)]
    return Proposal(one[0].id, other[0].id, tuple(reasons)) if len(reasons) > 1 else None


def proposals(
    incidents: Iterable[Incident],
    claims: Iterable[Claim],
    actors: Mapping[str, Actor],
    inside: Mapping[str, Collection[str]] | None = None,
) -> Iterator[Proposal]:
    """Propose pairs of incidents; dated ones are compared with those whose days come near theirs only."""
    by_incident: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.incident_id is not None:
            by_incident.setdefault(claim.incident_id, []).append(claim)
    dated = sorted(((_reach(i.when), i) for i in incidents if i.when is not None), key=lambda d: (d[0], d[1].id))
    near: list[tuple[tuple[int, int], Incident]] = []
    for days, incident in dated:
        near = [(reach, earlier) for reach, earlier in near if reach[1] >= days[0]]
        for _, earlier in near:
            pair = sorted((earlier, incident), key=lambda i: i.id)
            one, other = ((i, by_incident.get(i.id, [])) for i in pair)
            found = same_incident(one, other, actors, inside)
            if found is not None:
                yield found
        near.append((days, incident))


def _counting(claims: Iterable[Claim]) -> list[Claim]:
    """Keep the claims about people that were not rejected."""
    return [c for c in claims if c.effect not in THINGS and c.status is not Status.REJECTED]


def _reach(when: When) -> tuple[int, int]:
    """Return the first and last day, as ordinals, that a date may mean at its precision."""
    slack = _SLACK.get(when.precision, 365)
    return when.start.toordinal() - slack, when.end.toordinal() + slack


def _dates(one: When | None, other: When | None) -> list[str] | None:
    """Say that two dates meet; nothing where one is unknown, None where they cannot be the same."""
    if one is None or other is None:
        return []
    if one.start <= other.end and other.start <= one.end:
        return [f"both may be on {max(one.start, other.start)}"]
    (first, last), (start, end) = _reach(one), _reach(other)
    near_one = first <= other.end.toordinal() and other.start.toordinal() <= last
    near_other = start <= one.end.toordinal() and one.start.toordinal() <= end
    return [f"{one.start} and {other.start} are as near as their dates are exact"] if near_one or near_other else None


def _places(one: Where | None, other: Where | None, inside: Mapping[str, Collection[str]]) -> list[str] | None:
    """Say that two places are one or lie in each other; nothing where one is open, None where they lie apart."""
    if one is None or other is None or not one.place or not other.place:
        return []
    if one.place == other.place:
        return [f"both are in {one.name}"]
    for inner, outer in ((one, other), (other, one)):
        if outer.place in inside.get(inner.place, ()):
            return [f"{inner.name} lies in {outer.name}"]
    return [] if max(one.precision, other.precision) >= _WIDE_PLACE or not inside else None


def _effects(effects: Iterable[Effect]) -> str:
    """Name the effects both tell of."""
    return "both tell of people " + ", ".join(sorted(effect_words(e) for e in effects))


def _actors(here: Iterable[Claim], there: Iterable[Claim], actors: Mapping[str, Actor]) -> list[str]:
    """Say which actors both name, themselves or by one that stands above."""
    lines = [{a for c in claims for a in lineage(c.actor, actors)} for claims in (here, there)]
    named = sorted(actors[a].name for a in lines[0] & lines[1])
    return ["both name " + ", ".join(named)] if named else []


def _numbers(here: Iterable[Claim], there: Iterable[Claim]) -> list[str]:
    """Say which numbers for one effect meet; a bare plural meets everything and says nothing."""
    pairs = product(_numbered(here), _numbered(there))
    same = ((one, other) for one, other in pairs if one.effect is other.effect)
    met = ((a, b) for a, b in same if ranges.meet(ranges.of(a.quantity), ranges.of(b.quantity)) is not None)
    return [f"{words.quoted(one)} and {words.quoted(other)} can be the same people" for one, other in islice(met, 1)]


def _numbered(claims: Iterable[Claim]) -> list[Claim]:
    """Keep the claims that name a number, by id."""
    return sorted((c for c in claims if not c.quantity.unquantified), key=lambda c: c.id)
