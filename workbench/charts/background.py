"""What a chart needs beside its figures: whose claims, which actors and sources, when and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from workbench.charts.phrases import Phrases, english
from workbench.model.actor import Actor, Side, Source
from workbench.model.article import Article
from workbench.model.claim import Claim, Effect, RelationType
from workbench.model.incident import Incident
from workbench.reckoning.undecided import Pair
from workbench.wording import brief_words, incident_names

_LONG = 16
NOT_STATED = "origin not stated"


@dataclass(frozen=True, slots=True)
class Background:
    """Claims, actors, sources, incidents, articles and sides by id, the convention in force, the words' language.

    `undecided` are the pairs of incidents that may be one, so that people may be counted twice.
    """

    claims: Mapping[int, Claim] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    incidents: Mapping[int, Incident] = field(default_factory=dict)
    convention: str = "default"
    articles: Mapping[int, Article] = field(default_factory=dict)
    phrases: Phrases = field(default_factory=english)
    sides: Mapping[str, Side] = field(default_factory=dict)
    undecided: tuple[Pair, ...] = ()

    def origins(self, claims: Iterable[int]) -> tuple[str, ...]:
        """Return who stands behind claims, each origin once; an unnamed one is said to be not stated."""
        there = (self.claims[id_] for id_ in claims if id_ in self.claims)
        told = dict.fromkeys((claim.origin, "" if claim.origin else claim.attribution_text) for claim in there)
        return tuple(dict.fromkeys(self._origin(*one) for one in told))

    def origin(self, claim: Claim) -> str:
        """Return who says so, by the shortest name that is known."""
        return self._origin(claim.origin, claim.attribution_text)

    def _origin(self, origin: str | None, said: str) -> str:
        if not origin:
            return said or self.phrases("origin_not_stated")
        speaker = self.sources.get(origin) or self.actors.get(origin)
        return short_name(replace(speaker, name=self.phrases.name(speaker.name))) if speaker else origin

    def concerns(self, claim: int, effects: Collection[Effect], incident: int | None) -> bool:
        """Tell whether a claim is about one of the effects, in this incident (None: in any)."""
        found = self.claims.get(claim)
        return found is not None and found.effect in effects and incident in (None, found.incident_id)

    def is_part(self, claim: int, used: Collection[int]) -> bool:
        """Tell whether a claim is a subset of a used one."""
        found = self.claims.get(claim)
        return found is not None and any(whole in used for whole in found.related(RelationType.SUBSET_OF))

    def named(self, incident: int) -> str:
        """Return what an incident is called; one without a title by its number, several of one title too."""
        known = self.incidents.get(incident)
        if known is None or not known.title:
            return self.phrases("incident", id=incident)
        alike = (other for other in self.incidents.values() if other.title == known.title)
        return incident_names(alike)[incident]

    def words(self, claim: int) -> str:
        """Return the words by which an analyst knows a claim."""
        found = self.claims.get(claim)
        return brief_words(found) if found else self.phrases("claim", id=claim)


def short_name(named: Actor | Source) -> str:
    """Return an acronym where the name is long and there is one, else the name without what stands in brackets."""
    name = named.name.partition(" (")[0]
    if len(name) <= _LONG:
        return name
    return next((alias for alias in named.aliases if alias.isupper() and len(alias) <= 8), name)
