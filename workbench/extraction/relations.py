"""How the claims of an article stand to each other, where the text says or clearly implies it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from workbench.extraction.drafts import Draft
from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE
from workbench.model.claim import THINGS, Category, Claim, Effect, Epistemic, Modifier, Relation, RelationType, Scope

#: So many claims back and ahead a claim is compared with others: reading time grows with length alone.
_WINDOW = 100
_OUT = frozenset((Epistemic.DENIED, Epistemic.HYPOTHETICAL, Epistemic.THREAT))
#: What makes a number speak of one told before.
_BACK = frozenset(("update", "rival", "superseded"))
_FIGHTERS = (Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.COMBATANT_MIXED)


class Links:
    """Claims with the relations found so far; `sides` gives each claim's side."""

    def __init__(self, claims: Sequence[Claim], drafts: Sequence[Draft], sides: Sequence[str | None]) -> None:
        """Take claims and the drafts they were made of, in the same order."""
        self.claims = list(claims)
        self.drafts = list(drafts)
        self.sides = list(sides)
        self._of_draft = {id(draft): index for index, draft in enumerate(drafts)}
        self._kin: dict[tuple[Effect, Scope], list[int]] = {}
        for index, claim in enumerate(claims):
            if claim.epistemic not in _OUT:
                self._kin.setdefault((claim.effect, claim.scope), []).append(index)

    def before(self, index: int) -> list[int]:
        """Return the claims before one that it is compared with: those like it, the nearest of them last."""
        return self._like(index, max(0, index - _WINDOW), index)

    def around(self, index: int) -> list[int]:
        """Return the claims that one is compared with, those like it, itself among them where it stands."""
        return self._like(index, max(0, index - _WINDOW), index + _WINDOW + 1)

    def _like(self, index: int, first: int, stop: int) -> list[int]:
        """Return the claims in [first, stop) that are `alike` one."""
        claim = self.claims[index]
        if claim.epistemic in _OUT:
            return []
        kin = self._kin[claim.effect, claim.scope]
        return kin[bisect_left(kin, first) : bisect_left(kin, stop)]

    def sentence(self, index: int) -> list[int]:
        """Return the other claims of a claim's sentence; they stand beside it."""
        own, first, stop = self.drafts[index].sentence, index, index + 1
        least, most = max(0, index - _WINDOW), min(len(self.drafts), index + _WINDOW + 1)
        while first > least and self.drafts[first - 1].sentence == own:
            first -= 1
        while stop < most and self.drafts[stop].sentence == own:
            stop += 1
        return [k for k in range(first, stop) if k != index]

    def index(self, draft: Draft) -> int | None:
        """Return where a draft stands, None where it became no claim."""
        return self._of_draft.get(id(draft))

    def relate(self, one: int, kind: RelationType, *others: int, why: str) -> None:
        """Let claim `one` stand in a relation to other claims, and say why; said twice it counts once."""
        claim = self.claims[one]
        told = dict.fromkeys(claim.relations)
        told.update(dict.fromkeys(Relation(kind, self.claims[two].id) for two in others if two != one))
        if len(told) > len(claim.relations):
            rule = f"relation: {kind.value.replace('_', ' ')}, {why}"
            rules = claim.rules if rule in claim.rules else (*claim.rules, rule)
            self.claims[one] = replace(claim, relations=tuple(told), rules=rules)

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
    _enumerated(links)
    _roles(links)
    _additions(links, openers)
    _totals(links)
    _summaries(links)
    _rivals(links)
    _tolls(links)
    _disjoint(links)
    return links.claims


def _said(links: Links) -> None:
    """Take over what the grammar linked: parts of wholes."""
    for index, draft in enumerate(links.drafts):
        for kind, to in draft.links:
            target = links.index(to)
            if target is not None:
                links.relate(index, kind, target, why=draft.because)


def _enumerated(links: Links) -> None:
    """Keep apart the people that one verb is said of in one enumeration: a doctor and two nurses died."""
    for index, draft in enumerate(links.drafts):
        if draft.hit is None or links.part(index):
            continue
        before = links.sentence(index)
        told = (k for k in before if k < index and links.drafts[k].hit is draft.hit and _two_groups(links, k, index))
        links.relate(index, RelationType.DISJOINT_FROM, *told, why="told beside one another")


def _two_groups(links: Links, one: int, two: int) -> bool:
    """Tell whether two claims of one verb count different people: both stand, and neither is a part or none."""
    a, b = links.claims[one], links.claims[two]
    none = Modifier.NEGATED in (a.quantity.modifier, b.quantity.modifier)
    same = links.drafts[one].group is links.drafts[two].group
    return links.alike(one, two) and a.unit is b.unit and not (none or same or links.part(one))


def _roles(links: Links) -> None:
    """Link updates, corrections, deltas and another's numbers."""
    for index, draft in enumerate(links.drafts):
        if draft.roles & _BACK or draft.group.definite:
            _back(links, index)
        _within(links, index)


def _back(links: Links, index: int) -> None:
    """Link a number that speaks of one told before."""
    draft = links.drafts[index]
    before = [k for k in links.before(index) if not links.part(k)]
    older = [k for k in before if "delta" not in links.drafts[k].roles]
    if "update" in draft.roles and older:
        links.relate(index, RelationType.SUPERSEDES, older[-1], why="the toll moved on")
    same = [k for k in older if draft.group.definite and links.claims[k].quantity == links.claims[index].quantity]
    if same and links.claims[index].quantity.value is not None:
        links.relate(index, RelationType.SAME_AS, same[-1], why="the number again with an article")
    if "rival" in draft.roles and before:
        links.relate(index, RelationType.RIVAL_OF, before[-1], why="another speaks of it")
    if "superseded" in draft.roles and older and links.drafts[older[-1]].sentence != draft.sentence:
        links.relate(older[-1], RelationType.SUPERSEDES, index, why="an older toll is remembered")


def _within(links: Links, index: int) -> None:
    """Link the numbers of one toll: von 23 auf 19, um drei auf 45."""
    draft = links.drafts[index]
    if not draft.roles & {"superseded", "delta"}:
        return
    for k in links.sentence(index):
        roles = links.drafts[k].roles
        if "superseded" in draft.roles and roles & {"update", "total"} and links.alike(k, index):
            links.relate(k, RelationType.SUPERSEDES, index, why="from one toll to the other")
        if "delta" in draft.roles and "update" in roles:
            links.relate(index, RelationType.DELTA_OF, k, why="the toll moved by so many")


def _additions(links: Links, openers: Sequence[bool]) -> None:
    """Link ``weitere`` to the last claim of its effect, ``darüber hinaus`` to those of the sentence before."""
    for index, draft in enumerate(links.drafts):
        if not (openers[index] or draft.roles & {"additional", "beside"}):
            continue
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
        elif links.drafts[last[0]].sentence == draft.sentence:
            last = []
        links.relate(index, RelationType.ADDITIONAL_TO, *last, why="more than was told before")


def _after_another(links: Links, index: int) -> bool:
    """Tell whether ``weitere`` adds to people of another effect: zwei getötet, drei weitere verletzt."""
    draft = links.drafts[index]
    same = [k for k in links.sentence(index) if k < index and not links.part(k)]
    return draft.group.elliptic and bool(same) and not any(links.alike(k, index) for k in same)


def _alike_people(links: Links, one: int, two: int) -> bool:
    """Tell whether two claims may be of the same kind of people, so that one adds to the other."""
    a, b = links.claims[one], links.claims[two]
    fighters = a.category.broad in _FIGHTERS, b.category.broad in _FIGHTERS
    return links.sides[one] == links.sides[two] or (fighters[0] == fighters[1] and None in (a.actor, b.actor))


def _may_be_added_to(links: Links, one: int, two: int) -> bool:
    """Tell whether claim `two` may add to claim `one`, which is like it: same unit, and no part."""
    same = links.claims[one].unit is links.claims[two].unit
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
            links.relate(k, RelationType.COMPONENT_OF, total, why="the sides fit into the total")
        links.relate(total, RelationType.TOTAL_OF, *parts, why="the sides fit into the total")


def _is_part_of(links: Links, part: int, total: int) -> bool:
    """Tell whether a claim counts the fighters of one side of a total over both."""
    claim = links.claims[part]
    if part == total or not _numbered(claim) or links.part(part):
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
        links.relate(vague, RelationType.SUMMARY_OF, *told, why="the numbers lie in its bounds")


def _summed_up(links: Links, number: int, vague: int) -> bool:
    """Tell whether a number may be what a vague number told elsewhere in the article sums up."""
    claim, other = links.claims[number], links.claims[vague]
    if not _numbered(claim) or links.part(number):
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
    for two, claim in enumerate(links.claims):
        if _may_have_rivals(links, two) and not claim.related(RelationType.ADDITIONAL_TO):
            told = (one for one in links.before(two) if _rival(links, one, two))
            links.relate(two, RelationType.RIVAL_OF, *told, why="another origin")


def _may_have_rivals(links: Links, index: int) -> bool:
    """Tell whether a claim gives someone's own number of an event's people."""
    claim = links.claims[index]
    if claim.origin is None or claim.scope is not Scope.EVENT or claim.effect in THINGS:
        return False
    return not claim.quantity.unquantified and not links.part(index)


def _rival(links: Links, one: int, two: int) -> bool:
    """Tell whether two claims that are alike differ in origin and are of the same side's people."""
    a, b, side = links.claims[one], links.claims[two], links.sides[one]
    if a.origin == b.origin or side != links.sides[two] or (side is None and a.category is not b.category):
        return False
    return _may_have_rivals(links, one)


def _tolls(links: Links) -> None:
    """Link a source's toll of nobody in particular to the civilians that another voice counts: both mean the same."""
    for toll, claim in enumerate(links.claims):
        if not claim.attribution_text or not _of_nobody(links, toll):
            continue
        others = [k for k in links.around(toll) if _counted_by_another(links, k, toll)]
        if others and {links.sides[k] for k in others} == {CIVILIAN_SIDE}:
            links.relate(toll, RelationType.RIVAL_OF, others[0], why="another's toll of the same people")


def _of_nobody(links: Links, index: int) -> bool:
    """Tell whether a claim numbers the dead or hurt without a word of who they were, and has no parts told."""
    claim, draft = links.claims[index], links.drafts[index]
    named = draft.victims is not None and draft.group.noun is None
    if named or claim.category is not Category.UNSPECIFIED or links.sides[index] is not None:
        return False
    if claim.quantity.value is None or claim.scope is not Scope.EVENT or links.part(index):
        return False
    loose = (RelationType.ADDITIONAL_TO, RelationType.SUPERSEDES, RelationType.DELTA_OF, RelationType.TOTAL_OF)
    parts = any(claim.id in links.claims[k].related(RelationType.SUBSET_OF) for k in links.around(index))
    return not parts and not any(claim.related(kind) for kind in loose)


def _counted_by_another(links: Links, one: int, toll: int) -> bool:
    """Tell whether a claim counts people of some kind in another voice than a toll."""
    claim = links.claims[one]
    known = links.sides[one] is not None or claim.category is not Category.UNSPECIFIED
    voices = claim.origin or claim.attribution_text, links.claims[toll].origin or links.claims[toll].attribution_text
    return known and voices[0] != voices[1] and not links.part(one)


def _disjoint(links: Links) -> None:
    """Keep civilians apart from a number over the fighters of both sides."""
    for index in range(len(links.claims)):
        if links.sides[index] != CIVILIAN_SIDE or links.part(index):
            continue
        both = (k for k in links.around(index) if links.sides[k] == BOTH_SIDES and _numbered(links.claims[k]))
        links.relate(index, RelationType.DISJOINT_FROM, *both, why="civilians beside fighters")


def connected(claims: Sequence[Claim]) -> dict[int, set[int]]:
    """Return for each claim id the ids it is linked to, either way."""
    found: dict[int, set[int]] = {claim.id: set() for claim in claims}
    for claim in claims:
        for relation in claim.relations:
            found[claim.id].add(relation.to)
            found[relation.to].add(claim.id)
    return found
