"""What the analyst judged, as figures are reckoned with it: grades, figures set by hand, own readings of numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from workbench.model.assessment import About, Assessment, Credibility, Reliability
from workbench.model.convention import OwnReading
from workbench.model.override import Override


@dataclass(frozen=True, slots=True)
class Judged:
    """Sources' reliability by id, claims' credibility by id as text, overrides by incident, own readings by term."""

    reliability: Mapping[str, Reliability] = field(default_factory=lambda: MappingProxyType({}))
    credibility: Mapping[str, Credibility] = field(default_factory=lambda: MappingProxyType({}))
    overrides: Mapping[int, tuple[Override, ...]] = field(default_factory=lambda: MappingProxyType({}))
    readings: Mapping[str, OwnReading] = field(default_factory=lambda: MappingProxyType({}))


class Judging(Protocol):
    """What holds judgements; an open case does."""

    def assessments(self) -> list[Assessment]:
        """Return all assessments."""

    def overrides(self) -> list[Override]:
        """Return all figures set by hand."""

    def own_readings(self) -> dict[str, OwnReading]:
        """Return the rows of the analyst's own convention by term."""


def judged_in(case: Judging) -> Judged:
    """Return what was judged in a case."""
    assessments = case.assessments()
    reliability = {a.about_id: a.reliability for a in assessments if a.about is About.SOURCE and a.reliability}
    credibility = {a.about_id: a.credibility for a in assessments if a.about is About.CLAIM and a.credibility}
    return Judged(reliability, credibility, by_incident(case.overrides()), case.own_readings())


def by_incident(overrides: Iterable[Override]) -> dict[int, tuple[Override, ...]]:
    """Return overrides by the incident whose figures they set."""
    found: dict[int, list[Override]] = defaultdict(list)
    for override in overrides:
        found[override.incident].append(override)
    return {incident: tuple(group) for incident, group in found.items()}
