"""A claim as the reckoning sees it: read under the case's convention, with its side, origin and time settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE, Actor, Source, side_of_actor
from workbench.model.claim import Category, Claim, Epistemic, Modifier
from workbench.model.method import Method
from workbench.reckoning import ranges
from workbench.reckoning.conventions import Conventions
from workbench.reckoning.judged import Judged
from workbench.reckoning.origin_keys import of_article
from workbench.reckoning.printed import NOTHING, Printed
from workbench.reckoning.ranges import Range
from workbench.reckoning.sides import side_of

#: Kinds of actors that observe a war they have troops in: their counts are no belligerent's.
_OBSERVERS = frozenset({"un_force"})
_VAGUE = frozenset({Modifier.VAGUE, Modifier.BARE_PLURAL, Modifier.NONE})


@dataclass(frozen=True, slots=True)
class Basis:
    """What claims are read by: the registers, the case's method, what is known of the articles, what was judged."""

    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    method: Method
    conventions: Conventions
    articles: Printed = NOTHING
    judged: Judged = field(default_factory=Judged)


@dataclass(frozen=True, slots=True)
class Seen:
    """One claim, ready to be reckoned.

    `origin` is who says so, or the article itself (of a copy its original, as in `rank`); `partisan` marks a
    belligerent's claim of the enemy's losses; `rank` orders tellings: publication date (unknown first), article, place
    in the text; `party` is the side of who says so.
    """

    claim: Claim
    range: Range
    side: str | None
    origin: str
    partisan: bool
    rank: tuple[date, int, int, int]
    party: str | None = None

    @property
    def id(self) -> int:
        """The claim's id."""
        return self.claim.id

    @property
    def vague(self) -> bool:
        """Whether the words hold no number that could stand against another."""
        return self.claim.quantity.modifier in _VAGUE and self.range.best is None

    @property
    def unquantified(self) -> bool:
        """Whether people are named without any number, or with one the convention leaves blank."""
        return self.claim.quantity.unquantified or not self.range.bounded

    @property
    def article(self) -> int:
        """The article it stands in; of a copy the original."""
        return self.rank[1]

    @property
    def order(self) -> tuple[date, int, int, tuple[date, int, int, int]]:
        """An order of telling that goes by what is told; only between equals by what was imported first."""
        return self.rank[0], self.rank[2], self.range.floor, self.rank

    @property
    def day(self) -> date:
        """When its article was published; the earliest date there is where nobody knows."""
        return self.rank[0]


def see(claim: Claim, basis: Basis) -> Seen:
    """Read one claim under the case's convention."""
    side = side_of(claim, basis.actors)
    quantity = basis.conventions.bounds(claim.quantity, basis.method.convention)
    published = basis.articles.published.get(claim.article_id) or date.min
    article = basis.articles.originals.get(claim.article_id, claim.article_id)
    start = (claim.number or claim.evidence).start
    interest, party = interest_of(claim.origin or "", basis)
    return Seen(
        claim=claim,
        range=ranges.of(quantity),
        side=side,
        origin=claim.origin or of_article(article),
        partisan=_partisan(claim, side, basis),
        rank=(published, article, start, claim.id),
        party=None if interest == "neutral" else party,
    )


def interest_of(origin: str, basis: Basis) -> tuple[str, str | None]:
    """Return an origin's interest and side.

    An actor that speaks is a belligerent, but for a mission of the United Nations; a stranger has no interest.
    """
    source = basis.sources.get(origin)
    if source is not None:
        return source.interest, source.side
    if origin in basis.actors:
        interest = "neutral" if basis.actors[origin].kind in _OBSERVERS else "belligerent"
        return interest, side_of_actor(origin, basis.actors)
    return "", None


def _partisan(claim: Claim, side: str | None, basis: Basis) -> bool:
    """Tell whether a belligerent, or a source on its side, claims the enemy's losses."""
    interest, own_side = interest_of(claim.origin or "", basis)
    if side is not None and side == own_side:
        return False
    if claim.epistemic is Epistemic.SELF_CLAIM:
        return True
    enemy = side not in (None, BOTH_SIDES, CIVILIAN_SIDE) and claim.category.broad is not Category.CIVILIAN
    return enemy and interest in ("belligerent", "aligned", "perpetrator")
