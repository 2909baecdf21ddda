"""Which relations between two claims cannot be, and why in a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbench.model.claim import THINGS, Claim, Relation, RelationType
from workbench.reckoning import words
from workbench.reckoning.effects import may_be_among, may_be_one, may_hold
from workbench.reckoning.seen import Basis, see
from workbench.reckoning.standing import STANDS, Stand, Standing, agree
from workbench.wording import met_words, relation_sentence

_MIRRORED = {
    RelationType.SAME_AS: RelationType.SAME_AS,
    RelationType.RIVAL_OF: RelationType.RIVAL_OF,
    RelationType.DISJOINT_FROM: RelationType.DISJOINT_FROM,
    RelationType.TOTAL_OF: RelationType.COMPONENT_OF,
    RelationType.COMPONENT_OF: RelationType.TOTAL_OF,
}
_WHOLES = (RelationType.TOTAL_OF, RelationType.SUMMARY_OF)


def why_impossible(claim: Claim, relation: Relation, known: Mapping[int, Claim], basis: Basis) -> str | None:
    """Return the sentence that says why `claim` cannot carry `relation` as well; None where it can.

    `known` are the claims around both, by id; the relation itself is not among those they carry.
    """
    if relation.to == claim.id:
        return "A claim has no relation to itself. Choose another claim."
    other = known.get(relation.to)
    if other is None:
        return "The other claim is no longer in the case. Choose another claim."
    return (
        _drawn_already(claim, relation, other)
        or _other_things(claim, relation, other)
        or _too_many(claim, relation, other, basis)
        or _contradicted(claim, relation, other, known)
    )


def without(claim: Claim, relation: Relation) -> Claim:
    """Return a claim that does not carry a relation."""
    return replace(claim, relations=tuple(r for r in claim.relations if r != relation))


def carried(claim: Claim, relation: Relation, known: Mapping[int, Claim], basis: Basis) -> str | None:
    """Return why a relation that `claim` carries already cannot be; None where it can, or is known to lead nowhere."""
    bare = without(claim, relation)
    mirror = mirrored(relation.type)
    others = {**known, claim.id: bare}
    if mirror is not None and relation.to in known:
        others[relation.to] = without(known[relation.to], Relation(mirror, claim.id))
    return why_impossible(bare, relation, others, basis)


def mirrored(type_: RelationType) -> RelationType | None:
    """Return the relation that says the same from the other end, if there is one."""
    return _MIRRORED.get(type_)


def _drawn_already(claim: Claim, relation: Relation, other: Claim) -> str | None:
    """Refuse what is drawn already, from whichever end."""
    if relation in claim.relations:
        return f"{_said(claim, relation.type, other)} already. There is nothing to draw."
    mirror = _MIRRORED.get(relation.type)
    if mirror is None or Relation(mirror, claim.id) not in other.relations:
        return None
    return f"{_said(other, mirror, claim)} already, which says the same. There is nothing to draw."


def _other_things(claim: Claim, relation: Relation, other: Claim) -> str | None:
    """Refuse relations between people and things, and between effects that nobody can have met both."""
    one, two = claim.effect, other.effect
    if THINGS & {one, two}:
        possible = one is two
    elif relation.type in _WHOLES:
        possible = may_hold(one, two)
    elif relation.type is RelationType.COMPONENT_OF:
        possible = may_hold(two, one)
    elif relation.type is RelationType.SUBSET_OF:
        possible = may_be_among(one, two)
    elif relation.type in (RelationType.SAME_AS, RelationType.DELTA_OF, RelationType.ADDITIONAL_TO):
        possible = may_be_one(one, two)
    else:
        possible = True
    if possible:
        return None
    return (
        f"{words.quoted(claim)} tells of {met_words(one)} and {words.quoted(other)} of {met_words(two)}, so it "
        f"cannot be that {_said(claim, relation.type, other)}. Choose another relation, or correct an effect."
    )


def _too_many(claim: Claim, relation: Relation, other: Claim, basis: Basis) -> str | None:
    """Refuse a subset that at its lowest is larger than its parent at its highest."""
    if relation.type is not RelationType.SUBSET_OF:
        return None
    low, high = see(claim, basis).range.floor, see(other, basis).range.high
    if high is None or low <= high:
        return None
    return (
        f"{words.quoted(claim)} cannot be among {words.quoted(other)}: {low} are more than {high}. Correct a number, "
        f"or choose another relation."
    )


def _contradicted(claim: Claim, relation: Relation, other: Claim, known: Mapping[int, Claim]) -> str | None:
    """Refuse what other relations of the two, or a chain of them, rule out."""
    stand = STANDS[relation.type]
    standing = Standing({**known, claim.id: claim}.values())
    clash = [found for found in standing.of(claim.id, other.id) if not agree(found, stand)]
    if clash:
        return f"{_between(claim, other)}, so it cannot be that {_said(claim, relation.type, other)} as well. {_MEND}"
    if standing.closes_ring(claim.id, other.id, stand) or standing.closes_ring(other.id, claim.id, stand.turned):
        return (
            f"It cannot be that {_said(claim, relation.type, other)}: by way of other relations the reverse is drawn "
            f"already, and the two would close a ring. {_MEND}"
        )
    if _torn(claim.id, other.id, stand, standing):
        return (
            f"It cannot be that {_said(claim, relation.type, other)}: by way of other relations the two "
            f"{'count the same people' if stand in _APART else 'are kept apart'}. {_MEND}"
        )
    return None


_APART = (Stand.APART, Stand.ADDS)
_MEND = "Take the other relation away first, or change it."


def _torn(one: int, other: int, stand: Stand, standing: Standing) -> bool:
    """Tell whether a chain of relations keeps together what would be apart, or apart what would be together."""
    if stand in _APART:
        return standing.overlaps(one, other)
    ways = {Stand.INSIDE: [(one, other)], Stand.HOLDS: [(other, one)], Stand.SAME: [(one, other), (other, one)]}
    return any(standing.keeps_apart(low, high) for low, high in ways.get(stand, ()))


def _between(claim: Claim, other: Claim) -> str:
    """Say what two claims are to each other by the first relation drawn between them."""
    for one, two in ((claim, other), (other, claim)):
        for relation in one.relations:
            if relation.to == two.id:
                return _said(one, relation.type, two)
    return f"{words.quoted(claim)} and {words.quoted(other)} are related already"


def _said(claim: Claim, type_: RelationType, other: Claim) -> str:
    return relation_sentence(words.quoted(claim), type_, words.quoted(other))
