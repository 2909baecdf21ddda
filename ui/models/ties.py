"""What a claim is to others, in words: each relation as seen from the claim that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ui.words import quoted
from workbench.model.claim import Claim, RelationType
from workbench.model.figure import Check
from workbench.relating import Drawn, Relating
from workbench.wording import claim_words, relation_words, turned_relation_words

#: The checks that say whether the arithmetic of a relation holds.
_CHECKS = {
    RelationType.SUBSET_OF: "subset",
    RelationType.COMPONENT_OF: "total_and_parts",
    RelationType.TOTAL_OF: "total_and_parts",
    RelationType.SUMMARY_OF: "total_and_parts",
    RelationType.RIVAL_OF: "bound",
}
#: What is drawn from one end under one name and from the other under another, and has no type of its own for that.
_ONE_WAY = tuple(
    type_
    for type_ in RelationType
    if relation_words(type_) != turned_relation_words(type_)
    and type_ not in (RelationType.TOTAL_OF, RelationType.COMPONENT_OF)
)


_ORDER = tuple(RelationType)


@dataclass(frozen=True, slots=True)
class Kind:
    """A relation as seen from the claim that is looked at: `turned` where the other claim carries it."""

    type: RelationType
    turned: bool = False

    @property
    def words(self) -> str:
        """What stands before the other claim: part of, includes."""
        return turned_relation_words(self.type) if self.turned else relation_words(self.type)

    def between(self, claim: int, other: int) -> Drawn:
        """Return the relation that it is between the claim looked at and another."""
        return Drawn(other, self.type, claim) if self.turned else Drawn(claim, self.type, other)


#: Everything that one claim can be to another.
KINDS = (*(Kind(type_) for type_ in RelationType), *(Kind(type_, turned=True) for type_ in _ONE_WAY))


def listed(kind: Kind) -> Kind:
    """Return what is offered for a relation: one that reads alike from both ends is offered once."""
    return next(known for known in KINDS if known.words == kind.words)


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation of the claim looked at: the other claim in words, whether its arithmetic holds, what is wrong."""

    kind: Kind
    drawn: Drawn
    other: int
    named: str
    holds: bool | None = None
    flaws: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The relation in words: part of «fast 100»."""
        return f"{self.kind.words} {self.named}"

    @property
    def sign(self) -> str:
        """A sign for what holds and what does not; nothing where nothing is reckoned."""
        if self.flaws or self.holds is False:
            return "⚠ "
        return "✓ " if self.holds else ""


def ties(claim: Claim, relating: Relating, checks: Sequence[Check], titles: Callable[[Claim], str]) -> list[Tie]:
    """Return the relations of a claim, those it carries before those that lead to it, parts and wholes first.

    `titles` names claims of other articles.
    """
    own = [(Kind(r.type), Drawn(claim.id, r.type, r.to), r.to) for r in claim.relations]
    seen = {(kind.words, other) for kind, _, other in own}
    leading = [
        (Kind(r.type, turned=True), Drawn(c.id, r.type, claim.id), c.id)
        for c in sorted(relating.claims.values(), key=in_order)
        for r in c.relations
        if r.to == claim.id and c.id != claim.id
    ]
    found = own + [tie for tie in leading if (tie[0].words, tie[2]) not in seen]
    found.sort(key=lambda tie: _ORDER.index(tie[0].type))
    return [_tie(kind, drawn, other, relating, checks, titles) for kind, drawn, other in found]


def _tie(
    kind: Kind, drawn: Drawn, other: int, relating: Relating, checks: Sequence[Check], titles: Callable[[Claim], str]
) -> Tie:
    claim = relating.claims.get(other)
    if claim is None:
        return Tie(kind, drawn, other, "a claim that has gone", flaws=("The other claim is no longer in the case.",))
    return Tie(kind, drawn, other, named(claim, titles), _holds(drawn, checks), relating.flaws(drawn))


def named(claim: Claim, titles: Callable[[Claim], str]) -> str:
    """Return the words by which a claim is known beside others: «fast 100 Kämpfer» · Article's title."""
    title = titles(claim)
    words = quoted(claim_words(claim))
    return f"{words} · {title}" if title else words


def in_order(claim: Claim) -> tuple[int, int, int]:
    """Order claims by article and by their place in it."""
    return claim.article_id, claim.evidence.start, claim.id


def _holds(drawn: Drawn, checks: Iterable[Check]) -> bool | None:
    """Tell whether the checks of a relation hold; None where there is none."""
    kind = _CHECKS.get(drawn.type)
    found = [c.holds for c in checks if c.kind == kind and {drawn.one, drawn.other} <= set(c.claims)]
    return all(found) if found else None
