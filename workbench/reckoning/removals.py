"""What relations take out of the count before anything is added: subsets, summaries, replaced and equal claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum, auto

from workbench.reckoning import words
from workbench.reckoning.links import Links
from workbench.reckoning.seen import Seen

#: Claim, the claim it hangs on, and why it does not count.
_Found = list[tuple[int, int, str]]


class How(Enum):
    """How a claim hangs on another."""

    SUBSET = auto()
    SUMMARY = auto()
    REPLACED = auto()
    EQUAL = auto()
    HELD = auto()


@dataclass(frozen=True, slots=True)
class Hanging:
    """A claim that does not count, the claim it hangs on, how, and why."""

    seen: Seen
    anchor: int
    how: How
    why: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The claims that count, and those that do not with the claim each of them hangs on and why."""

    live: tuple[Seen, ...]
    hanging: tuple[Hanging, ...]
    links: Links


@dataclass(frozen=True, slots=True)
class _Pool:
    """What a finder looks at: the claims, their relations, and what is out already."""

    by_id: Mapping[int, Seen]
    links: Links
    gone: frozenset[int]


def remove(seen: Sequence[Seen], links: Links) -> Counted:
    """Take out subsets (rule 2), summaries (rule 4), replaced claims (rule 5) and claims said to be the same."""
    by_id = {s.id: s for s in seen}
    hanging: list[Hanging] = []
    gone: set[int] = set()
    for how, find in _FINDERS:
        found = [Hanging(by_id[i], anchor, how, why) for i, anchor, why in find(_Pool(by_id, links, frozenset(gone)))]
        found = [h for h in found if h.seen.id not in gone and not _on_itself(h, hanging)]
        hanging += found
        gone |= {h.seen.id for h in found}
    moved = {h.seen.id: h.anchor for h in hanging if h.how in (How.REPLACED, How.EQUAL)}
    named = {h.anchor: h.seen for h in reversed(hanging) if h.how is How.EQUAL and _says_who(h.seen)}
    live = (_told_by(s, named.get(s.id)) for s in seen if s.id not in gone)
    return Counted(tuple(live), tuple(hanging), links.moved(moved))


def _says_who(seen: Seen) -> bool:
    """Tell whether a claim names its origin, and one that may lend its name: a belligerent's stays its own."""
    return bool(seen.claim.origin) and not seen.partisan


def _told_by(seen: Seen, named: Seen | None) -> Seen:
    """Give an article's own words the origin of the same statement, where that names one (rule 6)."""
    return seen if named is None or seen.claim.origin else replace(seen, origin=named.origin, party=named.party)


def _on_itself(found: Hanging, hanging: Sequence[Hanging]) -> bool:
    """Tell whether a claim would hang on one that hangs on it, so that neither counted."""
    anchors = {h.seen.id: h.anchor for h in hanging}
    here = found.anchor
    while here in anchors and here != found.seen.id:
        here = anchors[here]
    return here == found.seen.id


def _subsets(pool: _Pool) -> _Found:
    """Find the claims about some of the people of another claim."""
    found: _Found = []
    for child, parents in pool.links.parents.items():
        for parent in sorted(parents):
            s, of = pool.by_id[child], pool.by_id[parent]
            found.append(
                (child, parent, f"{words.quoted(s.claim)} is a part of {words.quoted(of.claim)}, never added.")
            )
    return found


def _summaries(pool: _Pool) -> _Found:
    """Find the claims that sum up what others detail."""
    return [
        (s.id, detail, f"{words.quoted(s.claim)} sums up what is told in detail, and is never added.")
        for s, details in ((pool.by_id[i], d) for i, d in pool.links.details.items())
        for detail in sorted(details)
    ]


def _replaced(pool: _Pool) -> _Found:
    """Find the claims that another says are replaced."""
    return [
        (old, new, f"{words.quoted(pool.by_id[old].claim)} was replaced by {words.quoted(pool.by_id[new].claim)}.")
        for new, olds in pool.links.replaced.items()
        if new not in pool.gone
        for old in sorted(olds)
    ]


def _held(pool: _Pool) -> _Found:
    """Find changes that led to the toll they are told with: "rose by three to 45" is 45, and not 48."""
    by_id, replaced_by = pool.by_id, {old: new for new, olds in pool.links.replaced.items() for old in olds}
    found: _Found = []
    for delta, bases in pool.links.deltas.items():
        s = by_id[delta]
        tolls = [by_id[i] for base in sorted(bases) for i in (base, replaced_by.get(base, base)) if i != delta]
        toll = next((t for t in tolls if _in_one_sentence(s, t) or _one_article_later(s, t, bases)), None)
        if toll is not None and toll.id not in pool.gone:
            why = f"{words.quoted(s.claim)} is the change that led to {words.quoted(toll.claim)}, which holds it."
            found.append((delta, toll.id, why))
    return found


def _in_one_sentence(one: Seen, other: Seen) -> bool:
    """Tell whether two claims are told in the same words of one article."""
    here, there = one.claim.evidence, other.claim.evidence
    return one.claim.article_id == other.claim.article_id and here.start < there.end and there.start < here.end


def _one_article_later(delta: Seen, toll: Seen, bases: AbstractSet[int]) -> bool:
    """Tell whether the article that tells a change also tells the toll that came of it."""
    return toll.id not in bases and toll.claim.article_id == delta.claim.article_id


def _left_behind(pool: _Pool) -> _Found:
    """Find additions to a claim that was replaced after they were made."""
    replaced_by = {old: new for new, olds in pool.links.replaced.items() if new not in pool.gone for old in olds}
    found: _Found = []
    for extra, bases in pool.links.bases.items():
        news = [replaced_by[base] for base in sorted(bases) if base in replaced_by]
        latest = max((pool.by_id[i] for i in news), key=lambda s: s.order, default=None)
        if latest and len(news) == len(bases) and extra not in news and _is_before(pool.by_id[extra], latest):
            s, new = pool.by_id[extra], latest
            found.append((extra, new.id, f"{words.quoted(s.claim)} is held in the later {words.quoted(new.claim)}."))
    return found


def _is_before(one: Seen, other: Seen) -> bool:
    """Tell whether one claim was told before another; of another article of the same day it may have been."""
    return one.rank < other.rank if one.article == other.article else one.day <= other.day


def _equals(pool: _Pool) -> _Found:
    """Find, of claims said to be the same, all but the sharpest, the first told among equals."""
    found: _Found = []
    done: set[int] = set()
    for start in sorted(pool.links.same):
        if start in done:
            continue
        group = _group(start, pool.links)
        done |= group
        live = [pool.by_id[i] for i in group if i not in pool.gone]
        if len(live) < 2:
            continue
        kept = min(live, key=lambda s: (s.vague, s.range.width, s.order))
        why = "is the same statement as"
        found += [
            (s.id, kept.id, f"{words.quoted(s.claim)} {why} {words.quoted(kept.claim)}.") for s in live if s is not kept
        ]
    return found


def _group(start: int, links: Links) -> set[int]:
    """Return all claims that are the same as `start`, through any number of steps."""
    group: set[int] = set()
    ahead = [start]
    while ahead:
        here = ahead.pop()
        if here not in group:
            group.add(here)
            ahead.extend(links.same.get(here, ()))
    return group


_FINDERS: tuple[tuple[How, Callable[[_Pool], _Found]], ...] = (
    (How.SUBSET, _subsets),
    (How.SUMMARY, _summaries),
    (How.REPLACED, _replaced),
    (How.HELD, _held),
    (How.REPLACED, _left_behind),
    (How.EQUAL, _equals),
)
