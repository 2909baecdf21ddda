"""A casualty claim: one statement in one article that so many people of some group came to some harm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from workbench.model.circumstance import When, Where
from workbench.model.mention import Maker, Status
from workbench.model.span import Span


class Effect(StrEnum):
    """What happened to them."""

    KILLED = "killed"
    WOUNDED = "wounded"
    KILLED_OR_WOUNDED = "killed_or_wounded"
    CAPTURED = "captured"
    ABDUCTED = "abducted"
    MISSING = "missing"
    RELEASED = "released"
    DISPLACED = "displaced"
    BODIES_RECOVERED = "bodies_recovered"
    CASUALTIES_UNSPECIFIED = "casualties_unspecified"
    EQUIPMENT_LOST = "equipment_lost"
    EQUIPMENT_CAPTURED = "equipment_captured"
    MUNITIONS_FIRED = "munitions_fired"
    TERRITORY = "territory"


#: Recorded beside people and never drawn in a casualty chart.
THINGS = frozenset({Effect.EQUIPMENT_LOST, Effect.EQUIPMENT_CAPTURED, Effect.MUNITIONS_FIRED, Effect.TERRITORY})


class Unit(StrEnum):
    """What is counted."""

    PERSONS = "persons"
    HOUSEHOLDS = "households"
    VEHICLES = "vehicles"
    MUNITIONS = "munitions"
    AREAS = "areas"


class Modifier(StrEnum):
    """How the number is stated."""

    EXACT = "exact"
    APPROX = "approx"
    NEARLY = "nearly"
    SLIGHTLY_OVER = "slightly_over"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    VAGUE = "vague"
    BARE_PLURAL = "bare_plural"
    NONE = "none"
    NEGATED = "negated"


class Category(StrEnum):
    """Who they were; a colon narrows the category before it."""

    COMBATANT_STATE = "combatant_state"
    OFFICER = "combatant_state:officer"
    POLICE = "combatant_state:police"
    UN = "combatant_state:un"
    COMBATANT_NONSTATE = "combatant_nonstate"
    COMBATANT_MIXED = "combatant_mixed"
    CIVILIAN = "civilian"
    CHILD = "civilian:child"
    WOMAN = "civilian:woman"
    JOURNALIST = "civilian:journalist"
    AID = "civilian:aid"
    HEALTH = "civilian:health"
    PERPETRATOR = "perpetrator"
    UNSPECIFIED = "unspecified"

    @cached_property
    def broad(self) -> Category:
        """The category without its narrowing: civilian:child is civilian."""
        return Category(self.value.partition(":")[0])


class Epistemic(StrEnum):
    """How the article vouches for it."""

    OWN_VOICE = "own_voice"
    ATTRIBUTED = "attributed"
    QUOTED = "quoted"
    ALLEGED = "alleged"
    SELF_CLAIM = "self_claim"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    THREAT = "threat"


class Scope(StrEnum):
    """Whether one event is told, a running toll, or something past."""

    EVENT = "event"
    CUMULATIVE = "cumulative"
    BACKGROUND = "background"


class RelationType(StrEnum):
    """What one claim is to another: the claim that carries the relation is its subject."""

    SUBSET_OF = "subset_of"
    COMPONENT_OF = "component_of"
    TOTAL_OF = "total_of"
    ADDITIONAL_TO = "additional_to"
    SUPERSEDES = "supersedes"
    DELTA_OF = "delta_of"
    SAME_AS = "same_as"
    SUMMARY_OF = "summary_of"
    RIVAL_OF = "rival_of"
    DISJOINT_FROM = "disjoint_from"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Relation:
    """`type` leads from the claim that carries it to the claim with id `to`."""

    type: RelationType
    to: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of `Unit`s as stated.

    `value` is the number in the words (None where they hold none), `low` and `high` bound it (inclusive; None is
    open), `best` is None where no single number can be defended. `term` names the row of the vague-number table
    (such as ``dozens``) whose bounds the case's convention sets; it is empty for numbers.
    """

    value: int | None
    low: int | None
    high: int | None
    best: int | None
    modifier: Modifier
    term: str = ""

    @property
    def unquantified(self) -> bool:
        """Whether the words name people without any number (a bare plural, or nothing at all)."""
        return self.modifier in (Modifier.BARE_PLURAL, Modifier.NONE)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim, its parts each with a span of its own.

    `number_text`, `victims_text` and `attribution_text` are always the words their spans cover. `side` is what was
    said or set for this claim; where it is None the side follows from the actor. `rules` says why it was made.
    """

    id: int
    article_id: int
    effect: Effect
    quantity: Quantity
    evidence: Span
    unit: Unit = Unit.PERSONS
    incident_id: int | None = None
    number: Span | None = None
    effect_span: Span | None = None
    victims: Span | None = None
    attribution: Span | None = None
    number_text: str = ""
    victims_text: str = ""
    attribution_text: str = ""
    actor: str | None = None
    side: str | None = None
    category: Category = Category.UNSPECIFIED
    origin: str | None = None
    relay: str | None = None
    epistemic: Epistemic = Epistemic.OWN_VOICE
    scope: Scope = Scope.EVENT
    when: When | None = None
    where: Where | None = None
    relations: tuple[Relation, ...] = ()
    rules: tuple[str, ...] = ()
    status: Status = Status.PROPOSED
    made_by: Maker = Maker.MACHINE
    note: str = ""

    def related(self, type_: RelationType) -> tuple[int, ...]:
        """Return the ids this claim stands in relation `type_` to."""
        return tuple(r.to for r in self.relations if r.type is type_)
