"""Why two incidents may be one (rule 14): the program proposes with its reasons, the analyst decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, product
from types import MappingProxyType

from workbench.model.actor import Actor, lineage
from workbench.model.circumstance import When
from workbench.model.claim import THINGS, Claim, Effect
from workbench.model.incident import Incident
from workbench.model.mention import Status
from workbench.reckoning import nearness, ranges, words
from workbench.reckoning.ranges import Range
from workbench.reckoning.sides import side_of
from workbench.wording import effect_words

#: By how many days a date of each precision may be off: the day, two to six days, a week, a month, longer.
_SLACK = {1: 0, 2: 3, 3: 7, 4: 31, 5: 365}
#: Effects that one report may tell and another leave out, of the same event.
_CLASSES = (
    frozenset({Effect.KILLED, Effect.WOUNDED, Effect.KILLED_OR_WOUNDED, Effect.CASUALTIES_UNSPECIFIED}),
    frozenset({Effect.KILLED, Effect.BODIES_RECOVERED}),
    frozenset({Effect.CAPTURED, Effect.ABDUCTED, Effect.MISSING}),
)
#: From here on an equal number is no matter of course.
_TELLING = 5
#: So many claims of each of two incidents are held against each other by their ranges.
_MOST_RANGES = 8


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two incidents that may be one, and the reasons in words; `strength` counts the kinds of reason, 2 to 6."""

    one: int
    other: int
    reasons: tuple[str, ...]

    @property
    def strength(self) -> int:
        """How many kinds of reason speak for it."""
        return len(self.reasons)


@dataclass(frozen=True, slots=True)
class Ground:
    """What incidents are compared by: actors by id, for a place those that contain it, for a copy its original."""

    actors: Mapping[str, Actor] = field(default_factory=lambda: MappingProxyType({}))
    inside: Mapping[str, Collection[str]] = field(default_factory=lambda: MappingProxyType({}))
    originals: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Profile:
    """An incident with the claims about people that nobody rejected."""

    incident: Incident
    claims: Sequence[Claim]
    ground: Ground

    @property
    def id(self) -> int:
        """The incident's id."""
        return self.incident.id

    @cached_property
    def effects(self) -> frozenset[Effect]:
        """What happened in it."""
        return frozenset(c.effect for c in self.claims)

    @cached_property
    def classes(self) -> frozenset[object]:
        """The effects, and the classes they belong to."""
        return self.effects | {n for n, alike in enumerate(_CLASSES) if self.effects & alike}

    @cached_property
    def actors(self) -> frozenset[str]:
        """Whose people are counted, and those that stand above them."""
        own = {c.actor for c in self.claims if c.actor}
        return frozenset(above for actor in own for above in lineage(actor, self.ground.actors))

    @cached_property
    def reach(self) -> tuple[int, int] | None:
        """The first and last day, as ordinals, that its date may mean at its precision."""
        return None if self.incident.when is None else _reach(self.incident.when)

    @cached_property
    def counts(self) -> Mapping[tuple[Effect, int], Claim]:
        """Its first claims by effect and number; small numbers are none by which to know an event."""
        found: dict[tuple[Effect, int], Claim] = {}
        for claim in self.numbered:
            if claim.quantity.value is not None and claim.quantity.value >= _TELLING:
                found.setdefault((claim.effect, claim.quantity.value), claim)
        return found

    @cached_property
    def numbered(self) -> Sequence[Claim]:
        """Its claims that name a number, by id."""
        return sorted((c for c in self.claims if not c.quantity.unquantified), key=lambda c: c.id)

    @cached_property
    def ranges(self) -> Sequence[tuple[Claim, Range]]:
        """Its first claims with their ranges as stored."""
        return [(claim, ranges.of(claim.quantity)) for claim in self.numbered[:_MOST_RANGES]]

    @cached_property
    def articles(self) -> Mapping[int, frozenset[int]]:
        """The articles that tell of it, by the text they are."""
        found: dict[int, frozenset[int]] = {}
        for article in {c.article_id for c in self.claims}:
            text = self.ground.originals.get(article, article)
            found[text] = found.get(text, frozenset()) | {article}
        return found

    def side_of(self, claim: Claim) -> str | None:
        """Return whose people a claim of it counts."""
        return side_of(claim, self.ground.actors)


def profile(incident: Incident, claims: Iterable[Claim], ground: Ground) -> Profile:
    """Return an incident as it is compared with others."""
    kept = [c for c in claims if c.effect not in THINGS and c.status is not Status.REJECTED]
    return Profile(incident, kept, ground)


def same_incident(one: Profile, other: Profile) -> Proposal | None:
    """Return why two incidents may be one; None where something speaks against it, or too little for it.

    They share a class of effects, their dates meet and their places do not lie apart; what is not known speaks neither
    way. Beside that a place, an equal number of one side (small ones are everywhere) or a text must tie them, and where
    a date is not known something more: an actor, or numbers that meet.
    """
    if not _can_meet(one, other):
        return None
    places = nearness.places(one.incident.where, other.incident.where, one.ground.inside)
    if places is None:
        return None
    equal, texts = _equal(one, other), _texts(one, other)
    dates = _dates(one, other) if places or equal or texts else None
    if dates is None:
        return None
    more = (*dates, *places, *_actors(one, other), *(equal or _meeting(one, other)), *texts)
    return Proposal(one.id, other.id, (_effects(one.effects, other.effects), *more)) if len(more) > 1 else None


def _can_meet(one: Profile, other: Profile) -> bool:
    """Tell whether effects and dates allow that two incidents are one; it is asked of very many pairs."""
    if one.reach and other.reach and not (one.reach[0] <= other.reach[1] and other.reach[0] <= one.reach[1]):
        return False
    return not one.classes.isdisjoint(other.classes)


def _reach(when: When) -> tuple[int, int]:
    slack = _SLACK.get(when.precision, 365)
    return when.start.toordinal() - slack, when.end.toordinal() + slack


def _effects(one: frozenset[Effect], other: frozenset[Effect]) -> str:
    """Say what both tell of; of effects that are merely of one class, what each of them tells."""
    if one & other:
        return "both tell of people " + _named(one & other)
    return f"one tells of people {_named(one)}, the other of people {_named(other)}"


def _named(effects: Iterable[Effect]) -> str:
    return ", ".join(sorted(effect_words(effect) for effect in effects))


def _dates(one: Profile, other: Profile) -> list[str] | None:
    """Say that two dates meet; nothing where one is unknown, None where they cannot be the same."""
    here, there = one.incident.when, other.incident.when
    if here is None or there is None or one.reach is None or other.reach is None:
        return []
    if here.start <= there.end and there.start <= here.end:
        return [f"both may be on {max(here.start, there.start)}"]
    (first, last), (start, end) = one.reach, other.reach
    near_one = first <= there.end.toordinal() and there.start.toordinal() <= last
    near_other = start <= here.end.toordinal() and here.start.toordinal() <= end
    return [f"{here.start} and {there.start} are as near as their dates are exact"] if near_one or near_other else None


def _actors(one: Profile, other: Profile) -> list[str]:
    """Say which actors both name, themselves or by one that stands above."""
    named = sorted(one.ground.actors[actor].name for actor in one.actors & other.actors)
    return ["both name " + ", ".join(named)] if named else []


def _equal(one: Profile, other: Profile) -> list[str]:
    """Say which numbers of one effect and side are the same."""
    keys = one.counts.keys() & other.counts.keys()
    return _same_people(((one.counts[key], other.counts[key]) for key in sorted(keys)), one, other)


def _meeting(one: Profile, other: Profile) -> list[str]:
    """Say which numbers of one effect and side meet; a bare plural says nothing."""
    near = product(one.ranges, other.ranges)
    return _same_people(
        ((a, b) for (a, r), (b, s) in near if a.effect is b.effect and ranges.meet(r, s) is not None), one, other
    )


def _same_people(pairs: Iterable[tuple[Claim, Claim]], one: Profile, other: Profile) -> list[str]:
    alike = ((a, b) for a, b in pairs if _of_one_side(one.side_of(a), other.side_of(b)))
    return [f"{words.quoted(a)} and {words.quoted(b)} can be the same people" for a, b in islice(alike, 1)]


def _of_one_side(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _texts(one: Profile, other: Profile) -> list[str]:
    """Say that articles of both are one text."""
    shared = (one.articles[text] | other.articles[text] for text in one.articles if text in other.articles)
    return ["articles of both are copies of one text"] if any(len(articles) > 1 for articles in shared) else []
