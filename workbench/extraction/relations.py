"""How the claims of an article stand to each other, where the text says or clearly implies it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.extraction.drafts import Draft
from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE
from workbench.model.claim import THINGS, Category, Claim, Epistemic, Modifier, Relation, RelationType, Scope

#: So many claims back and ahead a claim is compared with others: reading time grows with length alone.
_WINDOW = 100
_OUT = frozenset((Epistemic.DENIED, Epistemic.HYPOTHETICAL, Epistemic.THREAT))
_FIGHTERS = (Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.COMBATANT_MIXED)


class Links:
    """Claims with the relations found so far; `sides` gives each claim's side."""

    def __init__(self, claims: Sequence[Claim], drafts: Sequence[Draft], sides: Sequence[str | None]) -> None:
        """Take claims and the drafts they were made of, in the same order."""
        self.claims = list(claims)
        self.drafts = list(drafts)
        self.sides = list(sides)
        self._of_draft = {id(draft): index for index, draft in enumerate(drafts)}

    def before(self, index: int) -> range:
        """Return the claims before one that it is compared with."""
        return range(max(0, index - _WINDOW), index)

    def around(self, index: int) -> range:
        """Return the claims that one is compared with, itself among them."""
        return range(max(0, index - _WINDOW), min(len(self.claims), index + _WINDOW + 1))

    def index(self, draft: Draft) -> int | None:
        """Return where a draft stands, None where it became no claim."""
        return self._of_draft.get(id(draft))

    def relate(self, one: int, kind: RelationType, two: int) -> None:
        """Let claim `one` stand in a relation to claim `two`; said twice it counts once."""
        relation = Relation(kind, self.claims[two].id)
        claim = self.claims[one]
        if one != two and relation not in claim.relations:
            self.claims[one] = replace(claim, relations=(*claim.relations, relation))

    def alike(self, one: int, two: int) -> bool:
        """Tell whether two claims are of one effect and scope, and both stand."""
        a, b = self.claims[one], self.claims[two]
        return a.effect is b.effect and a.scope is b.scope and a.epistemic not in _OUT and b.epistemic not in _OUT

    def part(self, index: int) -> bool:
        """Tell whether a claim is a part of another."""
        return self.drafts[index].subset or bool(self.claims[index].related(RelationType.SUBSET_OF))


def relate(
    claims: Sequence[Claim], drafts: Sequence[Draft], sides: Sequence[str | None], openers: Sequence[bool]
) -> list[Claim]:
    """Return the claims with their relations; `openers` tell which sentences add to what was told before."""
    links = Links(claims, drafts, sides)
    _said(links)
    _roles(links)
    _additions(links, openers)
    _totals(links)
    _summaries(links)
    _rivals(links)
    _disjoint(links)
    return links.claims


def _said(links: Links) -> None:
    """Take over what the grammar linked: parts of wholes."""
    for index, draft in enumerate(links.drafts):
        for kind, to in draft.links:
            target = links.index(to)
            if target is not None:
                links.relate(index, kind, target)


def _roles(links: Links) -> None:
    """Link updates, corrections, deltas and another's numbers."""
    for index, draft in enumerate(links.drafts):
        before = [k for k in links.before(index) if links.alike(k, index) and not links.part(k)]
        older = [k for k in before if "delta" not in links.drafts[k].roles]
        if "update" in draft.roles and older:
            links.relate(index, RelationType.SUPERSEDES, older[-1])
        same = [k for k in older if draft.group.definite and links.claims[k].quantity == links.claims[index].quantity]
        if same and links.claims[index].quantity.value is not None:
            links.relate(index, RelationType.SAME_AS, same[-1])
        if "rival" in draft.roles and before:
            links.relate(index, RelationType.RIVAL_OF, before[-1])
        if "superseded" in draft.roles and older and links.drafts[older[-1]].sentence != draft.sentence:
            links.relate(older[-1], RelationType.SUPERSEDES, index)
        _within(links, index)


def _within(links: Links, index: int) -> None:
    """Link the numbers of one toll: von 23 auf 19, um drei auf 45."""
    draft = links.drafts[index]
    same = [k for k in links.around(index) if links.drafts[k].sentence == draft.sentence and k != index]
    for k in same:
        roles = links.drafts[k].roles
        if "superseded" in draft.roles and roles & {"update", "total"} and links.alike(k, index):
            links.relate(k, RelationType.SUPERSEDES, index)
        if "delta" in draft.roles and "update" in roles:
            links.relate(index, RelationType.DELTA_OF, k)


def _additions(links: Links, openers: Sequence[bool]) -> None:
    """Link ``weitere`` to the last claim of its effect, ``darüber hinaus`` to those of the sentence before."""
    for index, draft in enumerate(links.drafts):
        before = [k for k in links.before(index) if _may_be_added_to(links, k, index)]
        if not before or links.part(index):
            continue
        last = [k for k in before if links.drafts[k].sentence == links.drafts[before[-1]].sentence]
        if "additional" in draft.roles:
            last = (
                []
                if _after_another(links, index)
                else ([k for k in before if _alike_people(links, k, index)] or before)[-1:]
            )
        elif not (openers[index] or "beside" in draft.roles) or links.drafts[last[0]].sentence == draft.sentence:
            last = []
        for k in last:
            links.relate(index, RelationType.ADDITIONAL_TO, k)


def _after_another(links: Links, index: int) -> bool:
    """Tell whether ``weitere`` adds to people of another effect: zwei getötet, drei weitere verletzt."""
    draft = links.drafts[index]
    same = [k for k in links.before(index) if links.drafts[k].sentence == draft.sentence and not links.part(k)]
    return draft.group.elliptic and bool(same) and not any(links.alike(k, index) for k in same)


def _alike_people(links: Links, one: int, two: int) -> bool:
    """Tell whether two claims may be of the same kind of people, so that one adds to the other."""
    a, b = links.claims[one], links.claims[two]
    fighters = a.category.broad in _FIGHTERS, b.category.broad in _FIGHTERS
    return links.sides[one] == links.sides[two] or (fighters[0] == fighters[1] and None in (a.actor, b.actor))


def _may_be_added_to(links: Links, one: int, two: int) -> bool:
    """Tell whether claim `two` may add to claim `one`: same effect, same unit, and no part."""
    same = links.alike(one, two) and links.claims[one].unit is links.claims[two].unit
    return same and not links.part(one) and "superseded" not in links.drafts[one].roles


def _numbered(claim: Claim) -> bool:
    """Tell whether a claim states one number."""
    return claim.quantity.value is not None and claim.quantity.modifier not in (
        Modifier.NEGATED,
        Modifier.UP_TO,
        Modifier.LESS_THAN,
    )


def _totals(links: Links) -> None:
    """Link a number over both sides to the numbers of its sides, where they fit."""
    for total, claim in enumerate(links.claims):
        if links.sides[total] != BOTH_SIDES or not _numbered(claim) or links.part(total):
            continue
        parts = [k for k in links.around(total) if _is_part_of(links, k, total)]
        value = sum(links.claims[k].quantity.value or 0 for k in parts)
        high = claim.quantity.high
        if len(parts) < 2 or (high is not None and value > high):
            continue
        for k in parts:
            links.relate(k, RelationType.COMPONENT_OF, total)
            links.relate(total, RelationType.TOTAL_OF, k)


def _is_part_of(links: Links, part: int, total: int) -> bool:
    """Tell whether a claim counts the fighters of one side of a total over both."""
    claim = links.claims[part]
    if part == total or not links.alike(part, total) or not _numbered(claim) or links.part(part):
        return False
    rival = (
        claim.origin is not None
        and links.claims[total].origin is not None
        and claim.origin != links.claims[total].origin
    )
    return not rival and claim.category.broad in _FIGHTERS and links.sides[part] not in (BOTH_SIDES, CIVILIAN_SIDE)


def _summaries(links: Links) -> None:
    """Link a vague number to the numbers told elsewhere that lie in its bounds."""
    for vague, claim in enumerate(links.claims):
        if claim.quantity.modifier is not Modifier.VAGUE or links.part(vague) or claim.effect in THINGS:
            continue
        told = [k for k in links.around(vague) if _summed_up(links, k, vague)]
        whole = [k for k in told if not links.claims[k].related(RelationType.TOTAL_OF)]
        value = sum(links.claims[k].quantity.value or 0 for k in whole)
        high = claim.quantity.high
        if not whole or (high is not None and value > high) or value < (claim.quantity.low or 0):
            continue
        for k in told:
            links.relate(vague, RelationType.SUMMARY_OF, k)


def _summed_up(links: Links, number: int, vague: int) -> bool:
    """Tell whether a number may be what a vague number told elsewhere in the article sums up."""
    claim, other = links.claims[number], links.claims[vague]
    if not links.alike(number, vague) or not _numbered(claim) or links.part(number):
        return False
    if links.drafts[number].sentence == links.drafts[vague].sentence or links.drafts[number].roles & {
        "delta",
        "superseded",
    }:
        return False
    rival = claim.origin is not None and other.origin is not None and claim.origin != other.origin
    return not rival and _same_people(links, number, vague)


def _same_people(links: Links, one: int, two: int) -> bool:
    """Tell whether two claims may be of the same people: one side, or one of them over both."""
    sides = {links.sides[one], links.sides[two]}
    if BOTH_SIDES in sides:
        return CIVILIAN_SIDE not in sides and None not in sides
    return len(sides) == 1 and links.claims[one].category is links.claims[two].category


def _rivals(links: Links) -> None:
    """Link claims of one effect and side that different origins make, each with its own number."""
    for two in range(len(links.claims)):
        for one in links.before(two):
            if _rival(links, one, two):
                links.relate(two, RelationType.RIVAL_OF, one)


def _rival(links: Links, one: int, two: int) -> bool:
    """Tell whether two claims differ in origin and are of the same side's people."""
    a, b = links.claims[one], links.claims[two]
    if a.origin is None or b.origin is None or a.origin == b.origin or not links.alike(one, two):
        return False
    if a.scope is not Scope.EVENT or links.part(one) or links.part(two) or a.effect in THINGS:
        return False
    if a.quantity.unquantified or b.quantity.unquantified or b.related(RelationType.ADDITIONAL_TO):
        return False
    side = links.sides[one]
    return side == links.sides[two] and (side is not None or a.category is b.category)


def _disjoint(links: Links) -> None:
    """Keep civilians apart from a number over the fighters of both sides."""
    for index in range(len(links.claims)):
        if links.sides[index] != CIVILIAN_SIDE or links.part(index):
            continue
        for total in links.around(index):
            if links.sides[total] == BOTH_SIDES and links.alike(index, total) and _numbered(links.claims[total]):
                links.relate(index, RelationType.DISJOINT_FROM, total)


def connected(claims: Sequence[Claim]) -> dict[int, set[int]]:
    """Return for each claim id the ids it is linked to, either way."""
    found: dict[int, set[int]] = {claim.id: set() for claim in claims}
    for claim in claims:
        for relation in claim.relations:
            found[claim.id].add(relation.to)
            found[relation.to].add(claim.id)
    return found
