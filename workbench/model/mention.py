"""A named thing where an article names it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.circumstance import When, Where
from workbench.model.span import Span


class Label(StrEnum):
    """What a mention names."""

    PERSON = "PERSON"
    ARMED_GROUP = "ARMED_GROUP"
    STATE_FORCE = "STATE_FORCE"
    ORG = "ORG"
    SOURCE = "SOURCE"
    GPE = "GPE"
    LOC = "LOC"
    FACILITY = "FACILITY"
    WEAPON = "WEAPON"
    EQUIPMENT = "EQUIPMENT"
    DATE = "DATE"
    NUMBER = "NUMBER"
    ROLE = "ROLE"
    EVENT = "EVENT"
    NORP = "NORP"


class Status(StrEnum):
    """What an analyst made of a proposal."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


class Maker(StrEnum):
    """Who found something first."""

    MACHINE = "machine"
    ANALYST = "analyst"


@dataclass(frozen=True, slots=True)
class Mention:
    """A labelled span; `actor` is a register id (of an actor or a source).

    `inferred` mentions name nobody themselves ("the group"): what they stand for follows from the text before them.
    """

    id: int
    article_id: int
    span: Span
    text: str
    label: Label
    actor: str | None = None
    where: Where | None = None
    when: When | None = None
    confidence: float | None = None
    status: Status = Status.PROPOSED
    made_by: Maker = Maker.MACHINE
    inferred: bool = False
