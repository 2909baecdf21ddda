"""Parts and wholes across the sentences of an article: numbers that add up, of whom some are, inside which place."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extraction.links import Links
from workbench.model.claim import Effect, Modifier, RelationType, Scope, Unit

#: So many numbers of one effect make up a total at most, and so many claims back a whole is looked for.
_MOST_PARTS = 12
_RECENT = 12
_ADD_UP = "the numbers add up to the total"
_UNPARTED = frozenset(("delta", "superseded", "update", "rival"))


def sums(links: Links) -> None:
    """Link a total to the numbers told right after it, or summed up by it, that add up to it."""
    for total in range(len(links.claims)):
        if not _may_be_total(links, total):
            continue
        later = range(total + 1, len(links.claims))
        parts = _adding_up(links, total, later, named=True) or _adding_up(links, total, later, named=False)
        if not parts and ("total" in links.drafts[total].roles or links.drafts[total].group.definite):
            parts = _adding_up(links, total, range(total - 1, -1, -1), named=False)
        for part in sorted(parts):
            links.relate(part, RelationType.COMPONENT_OF, total, why=_ADD_UP)
            links.relate(total, RelationType.TOTAL_OF, part, why=_ADD_UP)
            if links.together(part, total):
                links.relate(part, RelationType.SUBSET_OF, total, why=_ADD_UP)


def _may_be_total(links: Links, index: int) -> bool:
    """Tell whether a claim may be the total of others."""
    claim = links.claims[index]
    known = links.numbered(index) and claim.scope is Scope.EVENT and claim.unit is Unit.PERSONS
    modifier = claim.quantity.modifier
    exact = modifier in (Modifier.EXACT, Modifier.AT_LEAST)
    return known and exact and not links.component(index) and not _UNPARTED & links.drafts[index].roles


def _adding_up(links: Links, total: int, order: Sequence[int], *, named: bool) -> list[int]:
    """Return the run of numbers, in this order, that add up to a total; none where they do not.

    `named` takes in what the text calls a part of the total (22 of them), not only what stands beside it.
    """
    value, left = links.claims[total].quantity.value or 0, links.claims[total].quantity.value or 0
    run: list[int] = []
    for k in order[: 3 * _MOST_PARTS]:
        if not links.alike(k, total):
            continue
        of = links.to(k, RelationType.SUBSET_OF)
        if of and not (named and total in of):
            continue
        if not _may_be_part(links, k, total) or links.claims[k].quantity.value == value:
            return []
        run.append(k)
        left -= links.claims[k].quantity.value or 0
        if left <= 0 or len(run) == _MOST_PARTS:
            break
    whole = left == 0 and len(run) > 1 and _of_one_kind(links, run)
    return run if whole and not _goes_on(links, run, total) else []


def _goes_on(links: Links, run: Sequence[int], total: int) -> bool:
    """Tell whether the enumeration that a run ends in names more people: three, a farmer, two boys and a guard."""
    last, hit = max(run), links.drafts[max(run)].hit
    same = (k for k in links.sentence(last) if k > last and k != total and hit is not None)
    return any(links.drafts[k].hit is hit and links.alike(k, last) and not links.part(k) for k in same)


def _of_one_kind(links: Links, run: Sequence[int]) -> bool:
    """Tell whether numbers are all called parts, or none of them, or each is of a place of its own.

    Five more after 17, among them nine children and three women, are no part of the 17. A list of civilians in
    one sentence (five people, two women and three girls) only says who they were, one of fighters tells the sides.
    """
    called = {links.part(k) for k in run}
    if called == {True} and all(links.together(run[0], k) and not links.fighters(k) for k in run):
        return False
    places = [links.own_place(k) for k in run]
    return len(called) == 1 or len({where.place for where in places if where is not None}) == len(run)


def _may_be_part(links: Links, part: int, total: int) -> bool:
    """Tell whether a claim may be one of the numbers a total is made of."""
    if not links.numbered(part) or _UNPARTED & links.drafts[part].roles or links.component(part):
        return False
    claim = links.claims[part]
    exact = claim.quantity.modifier is Modifier.EXACT and claim.unit is Unit.PERSONS
    return exact and links.fits(part, total) and not links.elsewhere(part, total)


def inside(links: Links) -> None:
    """Link the parts that the grammar found inside a sentence to their wholes."""
    for index, draft in enumerate(links.drafts):
        for kind, to in draft.links:
            target = links.index(to)
            if target is not None and links.together(index, target):
                links.relate(index, kind, target, why=draft.because)


def outside(links: Links) -> None:
    """Link the parts of people told in earlier sentences to the whole that can hold them."""
    for index, draft in enumerate(links.drafts):
        told = [(kind, links.index(to)) for kind, to in draft.links if not links.none(index)]
        for kind, target in told:
            far = target is not None and not links.together(index, target)
            whole = _whole_of(links, index, target) if far and target is not None else None
            if whole is not None:
                links.relate(index, kind, whole, why=draft.because)


def _whole_of(links: Links, part: int, found: int) -> int | None:
    """Return the claim of an earlier sentence that a part belongs to: large enough, and of its place where it has one.

    A part of people told before belongs to the total, not to the last number of its list.
    """
    effect = links.claims[part].effect
    near = [k for k in range(part - 1, max(-1, part - _RECENT - 1), -1) if not links.together(k, part)]
    able = [k for k in near if _can_hold(links, k, part, effect) and not links.part(k)]
    placed = links.claims[part].where
    told = placed is not None and not placed.inherited
    here = [k for k in able if told and placed is not None and _at(links, k) == placed.place]
    choice = here or able
    whole = found if found in choice else next(iter(choice), None)
    if whole is not None and links.component(whole) and not here:
        whole = links.to(whole, RelationType.COMPONENT_OF)[0]
    return whole


def still(links: Links) -> None:
    """Link those who are still held or missing to the larger number told before of those who were taken."""
    for index, draft in enumerate(links.drafts):
        if "still" not in draft.roles or links.part(index) or not links.numbered(index):
            continue
        value = links.claims[index].quantity.value or 0
        able = (k for k in reversed(links.before(index)) if links.numbered(k) and not links.part(k))
        whole = next((k for k in able if (links.claims[k].quantity.value or 0) > value and links.fits(index, k)), None)
        if whole is not None and not links.elsewhere(index, whole):
            links.relate(index, RelationType.SUBSET_OF, whole, why="still so of those told before")


def _at(links: Links, index: int) -> str:
    """Return the place that a claim tells or goes on from."""
    where = links.own_place(index)
    return where.place if where is not None and "headline" not in links.drafts[index].roles else ""


def _can_hold(links: Links, whole: int, part: int, effect: Effect) -> bool:
    """Tell whether a claim's number is large enough to hold a part of another sentence."""
    claim, child = links.claims[whole], links.claims[part]
    if claim.effect is not effect or claim.scope is not child.scope:
        return False
    if {"superseded", "headline"} & links.drafts[whole].roles:
        return False
    if not links.alike(whole, part) and child.epistemic is not claim.epistemic:
        return False
    high, low = claim.quantity.high, child.quantity.low
    return high is None or low is None or low <= high


def by_place(links: Links) -> None:
    """Link a number for a place to the one told before for the country or province around it: in Hiroshima alone."""
    for part, draft in enumerate(links.drafts):
        added = "additional" in draft.roles and not links.after_another(part)
        if links.part(part) or links.component(part) or added or {"delta", "update"} & draft.roles:
            continue
        for whole in range(part - 1, max(-1, part - _RECENT - 1), -1):
            if _holds_place(links, whole, part):
                links.relate(part, RelationType.SUBSET_OF, whole, why="a place inside the other's")
                break


def _holds_place(links: Links, whole: int, part: int) -> bool:
    """Tell whether a claim counts the people of a larger place, or of all, and is the larger number."""
    a, b = links.claims[whole].quantity, links.claims[part].quantity
    if not links.alike(whole, part) or not a.value or not b.value or a.value <= b.value:
        return False
    if "headline" in links.drafts[whole].roles and "headline" not in links.drafts[part].roles:
        return False
    if links.part(whole) or links.component(whole) or not links.fits(part, whole) or links.other_voice(part, whole):
        return False
    if links.claims[whole].related(RelationType.TOTAL_OF):
        return False  # its parts are told already, and nobody is left
    alone = "alone" in links.drafts[part].roles
    return links.inside(part, whole) and not links.elsewhere(part, whole) if not alone else True
