"""Whose people a claim counts that says so only by its relation to another: "another 3", "rose to 45"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.model.actor import BOTH_SIDES
from workbench.model.claim import Category
from workbench.reckoning.links import Edges, Links
from workbench.reckoning.seen import Seen


def inherit(seen: Sequence[Seen], links: Links) -> list[Seen]:
    """Give claims that name nobody the side and category of the claim they add to, replace, equal or are a part of.

    A claim of people of any kind takes them from the rival it is said to be about the same people as.
    """
    by_id = {s.id: s for s in seen}
    for s in seen:  # in the order of telling, so that an addition to an addition finds its side too
        if s.side is None and s.claim.category is Category.UNSPECIFIED:
            edges = (links.bases, links.replaced, links.same, links.totals) if not s.claim.victims_text else ()
            by_id[s.id] = _settled(s, by_id, (*edges, links.rivals), links.fates.get(s.id, frozenset()))
    return [by_id[s.id] for s in seen]


def _settled(seen: Seen, by_id: Mapping[int, Seen], edges: Sequence[Edges], was: frozenset[int]) -> Seen:
    """Take side and category from the related claims of the same effect, or `was`, where these agree on one side.

    `was` are claims that counted the same people before another effect met them.
    """
    related = [by_id[i] for edge in edges for i in sorted(edge.get(seen.id, ()))]
    same = [r for r in related if r.claim.effect is seen.claim.effect]
    models = [r for r in (*same, *(by_id[i] for i in sorted(was))) if r.side not in (None, BOTH_SIDES)]
    if len({r.side for r in models}) != 1:
        return seen
    model = models[0]
    claim = replace(seen.claim, side=model.side, category=model.claim.category.broad)
    return replace(seen, claim=claim, side=model.side)
