"""Where two cases last knew of each other: what the other has done since is what it brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.changes import Value
from workbench.merging.numbers import Numbers, carried, pairs_in
from workbench.merging.told import Into, Key, Told
from workbench.merging.trails import Trail, smallest_new, trails
from workbench.model.merged import Merged


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two cases and where they meet.

    `shared` is the last line that both journals hold (0: the cases are unrelated). `since` is the other's line after
    which all is new here. `given` are the hashes of the lines of this case up to which the other took it in; `known`
    are the rows of this case since the last of them, where that is what both knew last. `news` is what the other did to
    its rows, `own` what was done here since `shared`.
    """

    rows: Into
    theirs: Told
    shared: int
    since: int
    numbers: Numbers
    news: Mapping[Key, Trail]
    own: Mapping[Key, Trail]
    given: frozenset[str]
    known: Mapping[Key, Trail] | None = None

    def here(self, key: Key) -> Key:
        """Return under which key a row of the other stands here."""
        kind, id_ = key
        return kind, self.numbers.of(id_) if isinstance(id_, int) else id_

    def base(self, key: Key, trail: Trail) -> Value | None:
        """Return a row (by its key here) as both knew it last."""
        if self.known is None:
            return None if trail.before is None else carried(trail.before, self.numbers)
        before = self.known.get(key)
        return self.rows.row(*key) if before is None else before.before


def common(mine: Told, theirs: Told) -> int:
    """Return the number of the last line that both journals hold; each line's hash stands for all before it."""
    low, high = 0, min(mine.head(), theirs.head())
    while low < high:
        middle = (low + high + 1) // 2
        if mine.hash_at(middle) == theirs.hash_at(middle):
            low = middle
        else:
            high = middle - 1
    return low


def meet(rows: Into, mine: Told, theirs: Told, first: int) -> Meeting:
    """Find where two cases meet; `first` is the first number that is free here."""
    shared = common(mine, theirs)
    own, news = trails(mine.since(shared)), trails(theirs.since(shared))
    taken = [one for one in rows.merged() if theirs.hash_at(one.line) == one.hash]
    given = list(_given(news.values(), mine))
    numbers = Numbers(first, _unshared(mine, theirs, shared, first))
    for one in taken:
        _put(numbers, pairs_in(one))
    for _, one in given:
        _put(numbers, [(there, here) for here, there in pairs_in(one)])
    for pairs in _by_a_third(rows.merged(), news.values()):
        # What the two know of each other goes before: a third's row may have gone before one of them took that in.
        _put(numbers, [(a, b) for a, b in pairs if numbers.known(a) is None and numbers.owner(b) is None])
    hashes = frozenset(one.hash for _, one in given)
    there = max((one.line for one in taken), default=0)
    back = max((line for line, _ in given), default=0)
    if shared >= max(there, back):
        return Meeting(rows, theirs, shared, shared, numbers, news, own, hashes)
    if there >= back:
        return Meeting(rows, theirs, shared, there, numbers, trails(theirs.since(there)), own, hashes)
    last = max(one.line for _, one in given)
    return Meeting(rows, theirs, shared, shared, numbers, news, own, hashes, known=trails(mine.since(last)))


def _given(found: Iterable[Trail], mine: Told) -> Iterator[tuple[int, Merged]]:
    """Yield where the other took this case in, with the line in which it did."""
    for trail in found:
        if isinstance(trail.now, Merged) and mine.hash_at(trail.now.line) == trail.now.hash:
            yield trail.added, trail.now


def _by_a_third(taken: Iterable[Merged], found: Iterable[Trail]) -> Iterator[list[tuple[int, int]]]:
    """Yield the numbers, there and here, of rows that both took over from the same third case."""
    known = {(one.line, one.hash): one for one in taken}
    for trail in found:
        theirs = trail.now if isinstance(trail.now, Merged) else None
        mine = known.get((theirs.line, theirs.hash)) if theirs else None
        if theirs is not None and mine is not None:
            here = dict(pairs_in(mine))
            yield [(there, here[third]) for third, there in pairs_in(theirs) if third in here]


def _unshared(mine: Told, theirs: Told, shared: int, first: int) -> int:
    """Return the number from which on the same one means different rows."""
    if not shared:
        return 1
    fresh = (smallest_new(mine.since(shared)), smallest_new(theirs.since(shared)))
    return min((number for number in fresh if number is not None), default=first)


def _put(numbers: Numbers, pairs: list[tuple[int, int]]) -> None:
    for there, here in pairs:
        if numbers.known(there) != here:
            numbers.put(there, here)
