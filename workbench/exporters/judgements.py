"""What an analyst judged, as a report tells it: grades with their notes, figures set by hand, own readings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from workbench.changes import Value
from workbench.model.actor import Actor, Source
from workbench.model.assessment import About, Assessment
from workbench.model.convention import OWN, OwnReading
from workbench.model.figure import Figure
from workbench.model.method import Method
from workbench.reckoning.totals import add
from workbench.reckoning.words import amount_words
from workbench.wording import assessment_words


class Act(Protocol):
    """A line of the journal as a report names it."""

    @property
    def act(self) -> str:
        """The key of the act."""

    @property
    def analyst(self) -> str:
        """Who did it."""

    @property
    def at(self) -> str:
        """When, UTC, ISO 8601."""


class Judging(Protocol):
    """What judgements are read from; an open case is that."""

    def assessments(self) -> list[Assessment]:
        """Return all assessments."""

    def own_readings(self) -> dict[str, OwnReading]:
        """Return the rows of the analyst's own convention by term."""

    def method(self) -> Method:
        """Return the convention and the policy in force."""

    def log_of(self, row: Value) -> Iterable[Act]:
        """Return the lines in which an analyst changed a row, oldest first."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judgement in words, the note beside it, and who made it when; `about` names what it is about, if need be."""

    words: str
    note: str
    made: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class ByHand:
    """Why a figure was set by hand, what the claims give instead (empty: nothing), and who set it when."""

    rationale: str
    reckoned: str
    made: str


def by_about(case: Judging) -> dict[tuple[About, str], Judgement]:
    """Return the judgements of a case by what they are about."""
    return {(a.about, a.about_id): _judgement(a, case) for a in case.assessments()}


def of_sources(case: Judging, *registers: Mapping[str, Actor | Source]) -> tuple[Judgement, ...]:
    """Return the judgements of sources, by the sources' names."""
    names = {id_: known.name for register in registers for id_, known in register.items()}
    graded = [a for a in case.assessments() if a.about is About.SOURCE]
    found = [_judgement(a, case, names.get(a.about_id, a.about_id)) for a in graded]
    return tuple(sorted(found, key=lambda judgement: judgement.about.casefold()))


def by_hand(case: Judging, figure: Figure) -> ByHand | None:
    """Return why a figure was set by hand; None where it was not."""
    if figure.override is None:
        return None
    reckoned = amount_words(add([figure.reckoned])) if figure.reckoned else ""
    return ByHand(figure.override.rationale, reckoned, _made(case.log_of(figure.override)))


def readings_in_force(case: Judging) -> tuple[str, ...]:
    """Return how the analyst's own convention reads numbers, where it is in force: ``dozens: 24, 60, -``."""
    if case.method().convention != OWN:
        return ()
    own = case.own_readings()
    return tuple(
        f"{key.replace('_', ' ')}: low {own[key].low}, best {own[key].best}, high {own[key].high}"
        for key in sorted(own)
    )


def _judgement(assessment: Assessment, case: Judging, about: str = "") -> Judgement:
    return Judgement(assessment_words(assessment), assessment.note, _made(case.log_of(assessment)), about)


def _made(lines: Iterable[Act]) -> str:
    last = list(lines)[-1:]
    return "".join(f"{line.analyst or 'an analyst without a name'}, {line.at}" for line in last)
