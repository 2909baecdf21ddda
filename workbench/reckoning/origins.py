"""What one origin says of one group of people: totals, parts, facets and additions (rules 3 to 6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from workbench.model.actor import Actor, lineage
from workbench.model.claim import Effect
from workbench.reckoning import words
from workbench.reckoning.account import Account, alone, together
from workbench.reckoning.links import Links
from workbench.reckoning.ranges import Range
from workbench.reckoning.seen import Seen
from workbench.reckoning.tellings import agree, tell
from workbench.reckoning.totals_and_parts import against

#: Parts claims into those that name one thing each (by that thing) and those that are more general.
Facet = Callable[[Sequence[Seen]], tuple[Mapping[Hashable, list[Seen]], list[Seen]]]

#: The key of people told apart from all others of their side.
_BESIDE = "beside the others"


def account_of(seen: Sequence[Seen], links: Links, actors: Mapping[str, Actor]) -> Account:
    """Return the account that one origin's claims on one group of people make."""
    ids = {s.id for s in seen}
    extras = [s for s in seen if _adds(s, ids, links)]
    told = [s for s in seen if not _adds(s, ids, links)]
    if not told:  # each adds to another in a ring: none of them can be what the others are added to
        told, extras = extras, []
    if not all(later_death(s, links) for s in told):
        extras += [s for s in told if later_death(s, links)]
        told = [s for s in told if not later_death(s, links)]
    totals, parts = _parted_by_totals(told, ids, links)
    facets = (_by_actor(actors), _by_category, _by_day)
    account = _faceted(parts or totals, facets, links)
    if parts and totals:
        account = against(_faceted(totals, facets, links), account)
    return _with_extras(account, extras)


def _parted_by_totals(told: Sequence[Seen], ids: AbstractSet[int], links: Links) -> tuple[list[Seen], list[Seen]]:
    """Tell totals, with what repeats one of them, from all else."""
    whole = [s for s in told if links.parts.get(s.id, frozenset()) & ids]
    known = {s.id for s in whole}
    drawn = {part for s in whole for part in links.parts[s.id]}
    again = {s.id for s in told if s.id not in drawn and any(agree(s, total) for total in whole)}
    return (
        [s for s in told if s.id in known | again],
        [s for s in told if s.id not in known | again],
    )


def _adds(seen: Seen, ids: AbstractSet[int], links: Links) -> bool:
    """Tell whether a claim adds to one of `ids`, and is not held in a total among them with what it adds to."""
    return bool(links.bases.get(seen.id, frozenset()) & ids) and not links.totals.get(seen.id, frozenset()) & ids


def later_death(seen: Seen, links: Links) -> bool:
    """Tell whether a claim counts people who were told of as wounded, missing or captured before they died."""
    return seen.id in links.fates and seen.claim.effect is Effect.KILLED


def _faceted(seen: Sequence[Seen], facets: Sequence[Facet], links: Links) -> Account:
    """Add what is told apart by actor, narrower category or day; hold what is more general against it."""
    if not facets:
        return tell(seen, links)
    special, general = _beside(*facets[0](seen), links)
    special = _with_rivals(special, links)
    if len(special) > 1 or (special and general):
        parts = together([_faceted(group, facets[1:], links) for _, group in sorted(special.items(), key=_first)])
        if not general:
            return parts
        total = _faceted(general, facets[1:], links)
        if len(special) > 1 or not all(agree(t, p) for t in total.used for p in parts.used):
            return against(total, parts)
    return _faceted(seen, facets[1:], links)


def _beside(
    special: Mapping[Hashable, list[Seen]], general: Sequence[Seen], links: Links
) -> tuple[Mapping[Hashable, list[Seen]], list[Seen]]:
    """Take what is said to be apart from all that is special out of the general, as one more group.

    An article says so of what it tells itself: a copy of it keeps its own apart, and cannot know of the original's.
    """
    told = [s for group in special.values() for s in group]
    ids = {s.id for s in told}
    near: dict[int, set[int]] = defaultdict(set)
    for s in told:
        near[s.claim.article_id].add(s.id)
    beside = [s for s in general if ids and near.get(s.claim.article_id, ids) <= links.apart.get(s.id, frozenset())]
    if not beside:
        return special, list(general)
    return {**special, _BESIDE: beside}, [s for s in general if s not in beside]


def _with_rivals(special: Mapping[Hashable, list[Seen]], links: Links) -> Mapping[Hashable, list[Seen]]:
    """Put groups together whose claims are rival accounts: they count the same people, whatever these are called."""
    joined: dict[Hashable, list[Seen]] = {}
    for key, group in sorted(special.items(), key=_first):
        rivals = {i for s in group for i in links.rivals.get(s.id, ())}
        homes = [home for home, others in joined.items() if rivals & {s.id for s in others}]
        merged = [s for home in homes for s in joined.pop(home)]
        joined[homes[0] if homes else key] = [*merged, *group]
    return joined


def _first(item: tuple[Hashable, list[Seen]]) -> tuple[object, ...]:
    """Order groups by their first claim in time and text."""
    return min(s.rank for s in item[1])


def _by_actor(actors: Mapping[str, Actor]) -> Facet:
    """Part claims by actor; those without one, or with one that stands above another, are general."""

    def part(seen: Sequence[Seen]) -> tuple[Mapping[Hashable, list[Seen]], list[Seen]]:
        named = {s.claim.actor for s in seen if s.claim.actor}
        above = {higher for actor in named for higher in lineage(actor, actors)[1:]}
        return _parted(seen, lambda s: None if s.claim.actor in above else s.claim.actor)

    return part


def _by_category(seen: Sequence[Seen]) -> tuple[Mapping[Hashable, list[Seen]], list[Seen]]:
    """Part claims by narrower category: children apart from women, both inside civilians."""
    return _parted(seen, lambda s: None if s.claim.category is s.claim.category.broad else s.claim.category)


def _by_day(seen: Sequence[Seen]) -> tuple[Mapping[Hashable, list[Seen]], list[Seen]]:
    """Part claims by the day they name themselves."""

    def day(s: Seen) -> Hashable:
        when = s.claim.when
        return None if when is None or when.inherited or when.start != when.end else when.start

    return _parted(seen, day)


def _parted(seen: Iterable[Seen], key: Callable[[Seen], Hashable]) -> tuple[dict[Hashable, list[Seen]], list[Seen]]:
    """Part claims by `key`; None is general."""
    special: dict[Hashable, list[Seen]] = defaultdict(list)
    general: list[Seen] = []
    for s in seen:
        found = key(s)
        (general if found is None else special[found]).append(s)
    return special, general


def _with_extras(account: Account, extras: Sequence[Seen]) -> Account:
    """Add "another 3" and "3 more" to what they add to (rule 5), unless a later telling holds them already."""
    kept, included = _fresh(extras, account)
    added = together([account, *(alone(s) for s in sorted(kept, key=lambda e: e.order))])
    return added.leaving(included, lambda s: f"{words.quoted(s.claim)} is held in {added.label} already.")


def _fresh(extras: Sequence[Seen], account: Account) -> tuple[list[Seen], list[Seen]]:
    """Part additions into those to be added and those that a later article, or a copy, holds already."""
    kept: list[Seen] = []
    included: list[Seen] = []
    later: set[Range] = set()
    articles = [list(group) for _, group in groupby(sorted(extras, key=lambda s: s.rank), key=lambda s: s.rank[:2])]
    for additions in sorted(articles, key=_added, reverse=True):
        for s in additions:
            fresh = s.day >= account.latest and s.range not in later
            (kept if fresh else included).append(s)
        later.update(s.range for s in additions)
    return kept, included


def _added(additions: Sequence[Seen]) -> tuple[object, ...]:
    """Order the additions of articles by day, those of one day by how much they add."""
    return additions[0].day, len(additions), sum(s.range.floor for s in additions), additions[0].order
