"""What a claim is called in the cells of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ui.words import days_words
from workbench.model.actor import Actor, Side, Source
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.reckoning.sides import side_of
from workbench.wording import article_words, said_by, side_words


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
        return side_words(id_, self.sides)

    def who(self, claim: Claim) -> str:
        """Return the actor's name, else the victims' words."""
        if claim.actor in self.actors and claim.actor:
            return self.actors[claim.actor].name
        return claim.victims_text

    def said_by(self, claim: Claim) -> str:
        """Return whose figure it is, and through whom."""
        return said_by(claim, self.sources, self.actors)

    def article(self, claim: Claim) -> str:
        """Return the title of the claim's article."""
        found = self.articles.get(claim.article_id)
        return article_words(found) if found else ""


def when_words(claim: Claim) -> str:
    """Return the claim's day or days in the locale's form."""
    return days_words(claim.when) if claim.when else ""
