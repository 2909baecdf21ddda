"""How far two analysts agree on the articles both have worked on."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from workbench.merging.kappa import Kappa, kappa
from workbench.merging.matching import MENTIONS, Candidate, Says, matched
from workbench.model.actor import Actor, side_of_actor
from workbench.model.article import Article, ReviewState
from workbench.model.claim import Claim, Quantity
from workbench.model.mention import Mention, Status

T = TypeVar("T", Mention, Claim)
Pair = tuple[T | None, T | None]

#: The category of what a coder rejected, or did not mark at all.
NONE = "none"
#: Claims are the same statement where they stand on the same number, or without one on the same words.
_CLAIMS: tuple[Says[Claim], ...] = (
    lambda row: (row.number or row.evidence, row.number is None, row.effect),
    lambda row: (row.number or row.evidence, row.number is None),
    lambda row: row.number and row.number.end,
    lambda row: row.victims,
)


class Coded(Protocol):
    """What is compared of a case."""

    def articles(self) -> list[Article]:
        """Return all articles."""

    def mentions(self, article_id: int) -> list[Mention]:
        """Return an article's mentions."""

    def claims(self, article_id: int) -> list[Claim]:
        """Return an article's claims."""

    def actors(self) -> dict[str, Actor]:
        """Return the actors by id."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Of so many claims that both hold, how many have the same property."""

    units: int
    same: int

    @property
    def share(self) -> float | None:
        """The share, from 0 to 1; None where there is no claim."""
        return self.same / self.units if self.units else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two analysts agree: on `articles` that both have begun, of `common` that are in both cases.

    In `labels` and `effects` what one marked and the other did not, or rejected, counts as “none”; in `…_of_both` only
    what both hold does. `open` are mentions and claims left out since one of the two has not decided on them.
    """

    articles: int
    common: int
    labels: Kappa
    labels_of_both: Kappa
    effects: Kappa
    effects_of_both: Kappa
    sides: Kappa
    same_numbers: Shared
    within: Shared
    open: int


@dataclass(slots=True)
class _Found:
    """What is gone through, article by article."""

    mentions: list[Pair[Mention]] = field(default_factory=list)
    claims: list[Pair[Claim]] = field(default_factory=list)


def agreement(one: Coded, other: Coded) -> Agreement:
    """Return how two analysts agree, each in a case of her own; neither is taken for right."""
    there = {article.document: article for article in other.articles()}
    common = [(article, there[article.document]) for article in one.articles() if article.document in there]
    begun = [pair for pair in common if all(article.state is not ReviewState.NEW for article in pair)]
    found = _Found()
    for mine, theirs in begun:
        found.mentions += _pairs(one.mentions(mine.id), other.mentions(theirs.id), MENTIONS)
        found.claims += _pairs(one.claims(mine.id), other.claims(theirs.id), _CLAIMS)
    mentions, claims = _decided(found.mentions), _decided(found.claims)
    held = [(a, b) for a, b in claims if a is not None and b is not None and _kept(a) and _kept(b)]
    return Agreement(
        len(begun),
        len(common),
        kappa(_categories(mentions, _label)),
        kappa(_of_both(_categories(mentions, _label))),
        kappa(_categories(claims, _effect)),
        kappa(_of_both(_categories(claims, _effect))),
        kappa([(_side(a, one.actors()), _side(b, other.actors())) for a, b in held]),
        Shared(len(held), sum(_bounds(a.quantity) == _bounds(b.quantity) for a, b in held)),
        Shared(len(held), sum(_lies_within(a.quantity, b.quantity) for a, b in held)),
        len(found.mentions) + len(found.claims) - len(mentions) - len(claims),
    )


def _pairs(mine: Sequence[T], theirs: Sequence[T], says: Sequence[Says[T]]) -> Iterator[Pair[T]]:
    """Yield the rows of both, those of the same words together, those of one alone with None."""
    pairs = matched([Candidate(r.id, r, r) for r in mine], [Candidate(r.id, r, r) for r in theirs], says)
    yield from ((one.now, other.now) for one, other in pairs)
    known, there = {one.id for one, _ in pairs}, {other.id for _, other in pairs}
    yield from ((row, None) for row in mine if row.id not in known)
    yield from ((None, row) for row in theirs if row.id not in there)


def _decided(pairs: Iterable[Pair[T]]) -> list[Pair[T]]:
    return [pair for pair in pairs if all(row is None or row.status is not Status.PROPOSED for row in pair)]


def _kept(row: Mention | Claim | None) -> bool:
    return row is not None and row.status is not Status.REJECTED


def _categories(pairs: Iterable[Pair[T]], of: Callable[[T], Hashable]) -> list[tuple[Hashable, Hashable]]:
    return [(_category(one, of), _category(other, of)) for one, other in pairs]


def _category(row: T | None, of: Callable[[T], Hashable]) -> Hashable:
    return NONE if row is None or row.status is Status.REJECTED else of(row)


def _of_both(pairs: Iterable[tuple[Hashable, Hashable]]) -> list[tuple[Hashable, Hashable]]:
    return [pair for pair in pairs if NONE not in pair]


def _label(mention: Mention) -> Hashable:
    return mention.label


def _effect(claim: Claim) -> Hashable:
    return claim.effect


def _side(claim: Claim, actors: Mapping[str, Actor]) -> str:
    return claim.side or side_of_actor(claim.actor, actors) or "unknown"


def _bounds(quantity: Quantity) -> tuple[int | None, int | None]:
    return quantity.low, quantity.high


def _lies_within(one: Quantity, other: Quantity) -> bool:
    """Tell whether one range lies in the other; a bound that nobody gives is open."""
    ranges = [(q.low or 0, float("inf") if q.high is None else q.high) for q in (one, other)]
    (low, high), (lower, higher) = ranges
    return (lower <= low and high <= higher) or (low <= lower and higher <= high)
