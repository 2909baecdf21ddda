"""How the claims of an article stand to each other, where the text says or clearly implies it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extraction import retold, wholes
from workbench.extraction.circumstances import Setting
from workbench.extraction.drafts import Draft
from workbench.extraction.links import FIGHTERS, Links
from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE
from workbench.model.claim import THINGS, Category, Claim, RelationType, Scope

#: Provinces and what is smaller tell two events apart.
_PROVINCE = 4
#: What makes a number speak of one told before.
_BACK = frozenset(("update", "rival", "superseded"))
_ADDED = frozenset(("additional", "late", "superseded", "rival", "headline"))
#: A toll that a later one replaces is no smaller and no larger than so many times that.
_MOST_TIMES = 3


def relate(
    claims: Sequence[Claim],
    drafts: Sequence[Draft],
    sides: Sequence[str | None],
    settings: Sequence[Setting],
    openers: Sequence[bool],
) -> list[Claim]:
    """Return the claims with their relations; `openers` tell which sentences add to what was told before."""
    links = Links(claims, drafts, sides, settings)
    wholes.inside(links)
    wholes.sums(links)
    _enumerated(links)
    wholes.outside(links)
    wholes.still(links)
    wholes.by_place(links)
    _roles(links)
    _additions(links, openers)
    _singles(links)
    _totals(links)
    retold.summaries(links)
    retold.headlines(links)
    _rivals(links)
    _tolls(links)
    retold.denials(links)
    _disjoint(links)
    return links.claims


def _enumerated(links: Links) -> None:
    """Keep apart the people that one verb is said of in one enumeration: a doctor and two nurses died."""
    for index, draft in enumerate(links.drafts):
        if draft.hit is None or links.part(index):
            continue
        before = links.sentence(index)
        told = (k for k in before if k < index and links.drafts[k].hit is draft.hit and _two_groups(links, k, index))
        others = (k for k in told if k not in links.family(index))
        links.relate(index, RelationType.DISJOINT_FROM, *others, why="told beside one another")


def _two_groups(links: Links, one: int, two: int) -> bool:
    """Tell whether two claims of one verb count different people: both stand, and neither is a part or none."""
    a, b = links.claims[one], links.claims[two]
    none = links.none(one) or links.none(two)
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
    toll = _toll(links, index, older)
    if "update" in draft.roles and toll is not None and not _in_one(links, index, "superseded"):
        links.relate(index, RelationType.SUPERSEDES, toll, why="the toll moved on")
    same = [k for k in older if draft.group.definite and links.claims[k].quantity == links.claims[index].quantity]
    if same and links.claims[index].quantity.value is not None:
        links.relate(index, RelationType.SAME_AS, same[-1], why="the number again with an article")
    if "rival" in draft.roles and before:
        links.relate(index, RelationType.RIVAL_OF, before[-1], why="another speaks of it")
    if "superseded" in draft.roles and toll is not None and not links.together(toll, index):
        _told_first(links, index, toll)


def _told_first(links: Links, first: int, toll: int) -> None:
    """Link an earlier toll to the one that stands: replaced by it, or another source's rival to it."""
    if _in_one(links, first, "update"):
        return
    if links.other_voice(first, toll):
        links.relate(first, RelationType.RIVAL_OF, toll, why="another's older toll is remembered")
    else:
        links.relate(toll, RelationType.SUPERSEDES, first, why="an older toll is remembered")


def _in_one(links: Links, index: int, role: str) -> bool:
    """Tell whether a number of the same toll in the same sentence has a role: zunächst 31, später auf 28 korrigiert."""
    same = (k for k in links.sentence(index) if links.alike(k, index))
    return any(role in links.drafts[k].roles for k in same)


def _toll(links: Links, index: int, older: Sequence[int]) -> int | None:
    """Return the number told before that a new toll of the same event takes the place of.

    Not the last number of a list or a single late death, rather the last one by the same source, of like size.
    """
    able = [k for k in older if not links.component(k) and not _ADDED & links.drafts[k].roles]
    able = [k for k in able if not links.single(k) and not _elsewhere(links, k, index) and links.kin(index, k)]
    said, late = links.voice(index), "late" in links.drafts[index].roles
    return max(
        able,
        key=lambda k: (
            links.same_kind(k, index),
            links.claims[k].quantity.value or 0 if late else 0,
            links.voice(k) == said,
            _of_like_size(links, k, index),
            k,
        ),
        default=None,
    )


def _elsewhere(links: Links, older: int, toll: int) -> bool:
    """Tell whether an older number is of another event than a toll: of another place, or a later day than it."""
    moved = "update" in links.drafts[toll].roles and links.later(toll, older)
    return links.other_place(older, toll) if moved else links.elsewhere(older, toll)


def _of_like_size(links: Links, one: int, two: int) -> bool:
    """Tell whether two numbers may be tolls of one event: neither is many times the other."""
    values = [links.claims[k].quantity.value for k in (one, two)]
    known = [value for value in values if value]
    return len(known) < 2 or max(known) <= _MOST_TIMES * min(known)


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
        if not (openers[index] or draft.roles & {"additional", "beside", "late"}) or links.part(index):
            continue
        totals = links.to(index, RelationType.COMPONENT_OF)
        before = [k for k in links.before(index) if _may_be_added_to(links, k, index) and k not in totals]
        if before:
            added = _added_to(links, index, before)
            links.relate(index, RelationType.ADDITIONAL_TO, *added, why="more than was told before")


def _added_to(links: Links, index: int, before: Sequence[int]) -> Sequence[int]:
    """Return the claims that a claim's people come in addition to."""
    draft = links.drafts[index]
    if "additional" in draft.roles:
        if links.after_another(index):
            return []
        # In Homs starb einer, vier weitere wurden verletzt: more than one, and not more than were hurt in Hama.
        here = [k for k in before if not (links.beside(index) and links.elsewhere(k, index))]
        text = [k for k in here if "headline" not in links.drafts[k].roles] or here
        return ([k for k in text if _alike_people(links, k, index)] or text)[-1:]
    if "late" in draft.roles:
        toll = _toll(links, index, [k for k in before if not links.together(k, index)])
        return [] if toll is None else [toll]
    if "headline" in links.drafts[before[-1]].roles and "headline" not in draft.roles:
        return []
    last = [k for k in before if links.together(k, before[-1])]
    return [] if links.together(last[0], index) else last


def _alike_people(links: Links, one: int, two: int) -> bool:
    """Tell whether two claims may be of the same kind of people, so that one adds to the other."""
    a, b = links.claims[one], links.claims[two]
    fighters = a.category.broad in FIGHTERS, b.category.broad in FIGHTERS
    return links.sides[one] == links.sides[two] or (fighters[0] == fighters[1] and None in (a.actor, b.actor))


def _may_be_added_to(links: Links, one: int, two: int) -> bool:
    """Tell whether claim `two` may add to claim `one`, which is like it: same unit, and no part."""
    same = links.claims[one].unit is links.claims[two].unit
    whole = not links.part(one) or links.component(one)
    return same and whole and "superseded" not in links.drafts[one].roles


def _may_hold(links: Links, whole: int, part: int) -> bool:
    """Tell whether a claim's people may be among those of another, by their kind."""
    kind, narrow = links.claims[whole].category.broad, links.claims[part].category.broad
    if kind is Category.UNSPECIFIED or kind is narrow:
        return True
    return kind in FIGHTERS and narrow in (Category.UNSPECIFIED, Category.PERPETRATOR)


def _singles(links: Links) -> None:
    """Take a leader who is named apart from any number as one of those counted elsewhere: killed 15 rebels."""
    for index, draft in enumerate(links.drafts):
        if not draft.group.unsaid or links.part(index) or links.claims[index].relations:
            continue
        others = [k for k in links.around(index) if k != index and _counts_more(links, k, index)]
        if others:
            links.relate(index, RelationType.SUBSET_OF, others[0], why="one named of those counted")


def _counts_more(links: Links, one: int, single: int) -> bool:
    """Tell whether a claim counts several people, in another sentence, that a single one may be among."""
    claim = links.claims[one]
    if not links.numbered(one) or (claim.quantity.value or 0) <= 1 or links.part(one):
        return False
    joined = claim.related(RelationType.DISJOINT_FROM) or claim.related(RelationType.COMPONENT_OF)
    apart = links.drafts[one].sentence != links.drafts[single].sentence
    return apart and not joined and _may_hold(links, one, single)


def _totals(links: Links) -> None:
    """Link a number over both sides to the numbers of its sides, where they fit."""
    for total, claim in enumerate(links.claims):
        if links.sides[total] != BOTH_SIDES or not links.numbered(total) or links.part(total):
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
    if part == total or not links.numbered(part) or links.part(part):
        return False
    rival = (
        claim.origin is not None
        and links.claims[total].origin is not None
        and claim.origin != links.claims[total].origin
    )
    return not rival and claim.category.broad in FIGHTERS and links.sides[part] not in (BOTH_SIDES, CIVILIAN_SIDE)


def _rivals(links: Links) -> None:
    """Link claims of one effect and side that different origins make, each with its own number."""
    for two, claim in enumerate(links.claims):
        if not _may_have_rivals(links, two) or claim.related(RelationType.ADDITIONAL_TO):
            continue
        found = [one for one in links.before(two) if _rival(links, one, two)]
        sure = [one for one in found if links.known_voices(one, two)]
        links.relate(two, RelationType.RIVAL_OF, *(sure or found[-1:]), why="another origin")


def _may_have_rivals(links: Links, index: int) -> bool:
    """Tell whether a claim gives someone's own number of an event's people."""
    claim = links.claims[index]
    if not links.voice(index) or claim.scope is not Scope.EVENT or claim.effect in THINGS:
        return False
    told = not claim.quantity.unquantified and not links.part(index) and not links.single(index)
    return told and "headline" not in links.drafts[index].roles


def _rival(links: Links, one: int, two: int) -> bool:
    """Tell whether two claims that are alike come from two sources and are of the same side's people."""
    a, b, side = links.claims[one], links.claims[two], links.sides[one]
    if side != links.sides[two] or (side is None and a.category is not b.category):
        return False
    if not _may_have_rivals(links, one) or not links.other_voice(one, two) or links.apart(one, two):
        return False
    return links.known_voices(one, two) or _rival_numbers(links, one, two)


def _rival_numbers(links: Links, one: int, two: int) -> bool:
    """Tell whether two sources, of which one is not registered, count the same people and differ."""
    a, b = links.claims[one], links.claims[two]
    if links.component(one) or links.component(two) or _may_agree(a, b) or "update" in links.drafts[two].roles:
        return False
    known = a.category is not Category.UNSPECIFIED or _of_like_size(links, one, two)
    words = sorted((a.victims_text.lower(), b.victims_text.lower()), key=len)
    return known and words[1].endswith(words[0])


def _may_agree(one: Claim, two: Claim) -> bool:
    """Tell whether two numbers can be one: 28 and "at least 20"."""
    a, b = one.quantity, two.quantity
    return (a.low or 0) <= (b.high if b.high is not None else a.low or 0) and (b.low or 0) <= (
        a.high if a.high is not None else b.low or 0
    )


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
    told = known and links.voice(one) != links.voice(toll) and not links.part(one)
    return told and not _in_another_town(links, one, toll)


def _in_another_town(links: Links, one: int, toll: int) -> bool:
    """Tell whether a claim names another town than a toll's, which may be the article's: a toll goes back to that."""
    here, there = links.own_place(one), links.claims[toll].where
    if here is None or there is None or max(here.precision, there.precision) > _PROVINCE:
        return False
    return here.place != there.place and not links.inside(one, toll)


def _disjoint(links: Links) -> None:
    """Keep civilians apart from a number over the fighters of both sides."""
    for index in range(len(links.claims)):
        if links.sides[index] != CIVILIAN_SIDE or links.part(index):
            continue
        both = (k for k in links.around(index) if links.sides[k] == BOTH_SIDES and links.numbered(k))
        links.relate(index, RelationType.DISJOINT_FROM, *both, why="civilians beside fighters")


def connected(claims: Sequence[Claim]) -> dict[int, set[int]]:
    """Return for each claim id the ids it is linked to, either way, but for those whose people are others."""
    found: dict[int, set[int]] = {claim.id: set() for claim in claims}
    for claim in claims:
        for relation in (each for each in claim.relations if each.type is not RelationType.DISJOINT_FROM):
            found[claim.id].add(relation.to)
            found[relation.to].add(claim.id)
    return found
