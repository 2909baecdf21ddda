"""What a claim is called in the cells of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ui.words import day_words
from workbench.model.actor import BOTH_SIDES, Actor, Side, Source
from workbench.model.article import Article
from workbench.model.claim import Claim, Effect, RelationType
from workbench.reckoning.sides import side_of

BOTH, UNKNOWN = "both sides", "unknown"
_RELATIONS = {
    RelationType.SUBSET_OF: "among",
    RelationType.COMPONENT_OF: "part of",
    RelationType.TOTAL_OF: "total of",
    RelationType.ADDITIONAL_TO: "in addition to",
    RelationType.SUPERSEDES: "replaces",
    RelationType.DELTA_OF: "change since",
    RelationType.SAME_AS: "the same as",
    RelationType.SUMMARY_OF: "summary of",
    RelationType.RIVAL_OF: "rival of",
    RelationType.DISJOINT_FROM: "apart from",
    RelationType.DENIES: "denies",
}


def effect_words(effect: Effect) -> str:
    """Return what happened in lower case words."""
    return effect.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Names:
    """The case's registers, and the claims and articles by id: what the ids in a claim are called."""

    actors: Mapping[str, Actor] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    sides: Mapping[str, Side] = field(default_factory=dict)
    articles: Mapping[int, Article] = field(default_factory=dict)

    def side_id(self, claim: Claim) -> str:
        """Return the side a claim counts for, or nothing."""
        return side_of(claim, self.actors) or ""

    def side(self, id_: str) -> str:
        """Return what a side is called."""
        if id_ == BOTH_SIDES:
            return BOTH
        return self.sides[id_].name if id_ in self.sides else id_ or UNKNOWN

    def who(self, claim: Claim) -> str:
        """Return the actor's name, else the victims' words."""
        if claim.actor in self.actors and claim.actor:
            return self.actors[claim.actor].name
        return claim.victims_text

    def said_by(self, claim: Claim) -> str:
        """Return whose figure it is, and through whom."""
        origin, relay = self._source(claim.origin) or claim.attribution_text, self._source(claim.relay)
        return f"{origin or UNKNOWN}, via {relay}" if relay and relay != origin else origin

    def _source(self, id_: str | None) -> str:
        return (self.sources[id_].name if id_ in self.sources else id_) if id_ else ""

    def article(self, claim: Claim) -> str:
        """Return the title of the claim's article."""
        found = self.articles.get(claim.article_id)
        return (found.title or found.file_name) if found else ""


def when_words(claim: Claim) -> str:
    """Return the claim's day or days in the locale's form."""
    if claim.when is None:
        return ""
    start, end = day_words(claim.when.start), day_words(claim.when.end)
    return start if start == end else f"{start} – {end}"


def relation_words(claim: Claim, claims: Mapping[int, Claim]) -> str:
    """Return what a claim is to others: part of «fast 100»."""
    return "; ".join(f"{_RELATIONS[r.type]} «{_short(claims.get(r.to))}»" for r in claim.relations)


def _short(claim: Claim | None) -> str:
    return (claim.number_text or claim.victims_text or effect_words(claim.effect)) if claim else "…"
