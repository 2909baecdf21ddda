"""Where two cases last knew of each other: what the other has done since is what it brings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from workbench.changes import Value
from workbench.merging.bases import Base, Crossing, Decided, Decision, Handed, History, Known, decided_since
from workbench.merging.numbers import Numbers, carried, first_new, pairs_in
from workbench.merging.told import Into, Key, Told
from workbench.merging.trails import Trail, smallest_new, trails
from workbench.model.merged import Merged


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two cases and where they meet.

    `shared` is the last line that both journals hold (0: the cases are unrelated). `since` is the other's line after
    which all is new here. `given` are the hashes of the lines of this case up to which the other took it in; `known`
    are the rows of this case since the last of them, where that is what both knew last, and `crossing` tells what they
    knew where merges crossed. `news` is what the other did to its rows, `own` what was done here since `shared`;
    `decided` says, by rows as they are called here, what merges decided since both last knew of each other, here and
    there.
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
    crossing: Callable[[Key], Base] | None = None
    decided: tuple[Decided, Decided] = ({}, {})

    def here(self, key: Key) -> Key:
        """Return under which key a row of the other stands here."""
        kind, id_ = key
        return kind, self.numbers.of(id_) if isinstance(id_, int) else id_

    def base(self, key: Key, trail: Trail) -> Base:
        """Return a row (by its key here) as both knew it last."""
        if self.crossing is not None:
            return self.crossing(key)
        if self.known is None:
            return Base(None if trail.before is None else carried(trail.before, self.numbers))
        before = self.known.get(key)
        return Base(self.rows.row(*key) if before is None else before.before)


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
    for one in sorted(taken, key=_trust):
        _put(numbers, pairs_in(one))
    for one in sorted((one for _, one in given), key=_trust):
        _put(numbers, [(there, here) for here, there in pairs_in(one)])
    for pairs in _by_a_third(rows.merged(), news.values()):
        # What the two know of each other goes before: a third's row may have gone before one of them took that in.
        _put(numbers, [(a, b) for a, b in pairs if numbers.known(a) is None and numbers.owner(b) is None])
    hashes = frozenset(one.hash for _, one in given)
    met = Meeting(rows, theirs, shared, shared, numbers, news, own, hashes)
    knew = Known(shared, tuple(_taken(own.values(), theirs))), Known(shared, tuple((at, one.line) for at, one in given))
    return _judged(_based(met, mine, *knew), mine, news, *knew)


def _based(met: Meeting, mine: Told, mine_knew: Known, theirs_knew: Known) -> Meeting:
    """Say what both knew last: the other as it was taken in last, or this case likewise; where merges crossed, both."""
    there, back = mine_knew.most, theirs_knew.most
    if theirs_knew.at(there) >= back:
        news = met.news if there == met.shared else trails(met.theirs.since(there))
        return replace(met, since=there, news=news)
    if mine_knew.at(back) >= there:
        return replace(met, known=trails(mine.since(back)))
    here = History(mine.since(met.shared), lambda key: met.rows.row(*key))
    other = History(met.theirs.since(met.shared), lambda key: met.theirs.row(*key))

    def of_theirs(key: Key, line: int) -> Value | None:
        kind, id_ = key
        owner = met.numbers.owner(id_) if isinstance(id_, int) else id_
        found = None if owner is None else other.at((kind, owner), line)
        return None if found is None else carried(found, met.numbers)

    crossing = Crossing(here.at, of_theirs, mine_knew, theirs_knew)
    return replace(met, crossing=lambda key: crossing.base(key, back, there))


def _judged(met: Meeting, mine: Told, full: Mapping[Key, Trail], mine_knew: Known, theirs_knew: Known) -> Meeting:
    """Say what merges decided since both last knew of each other; a row that was decided on there is news.

    A decision leaves no trace in a row that stays as it was, and is one all the same. `full` is what the other did
    since `shared`.
    """
    there, back = mine_knew.most, theirs_knew.most
    own, theirs, shared = met.own.values(), met.theirs, met.shared
    of_mine = Handed(own, lambda: History(mine.since(shared), lambda k: met.rows.row(*k)), theirs.hash_at, theirs_knew)
    of_theirs = Handed(
        full.values(), lambda: History(theirs.since(shared), lambda k: theirs.row(*k)), mine.hash_at, mine_knew
    )
    here = decided_since(own, back + 1, of_mine)
    found = decided_since(full.values(), there + 1, of_theirs)
    other, news = {}, dict(met.news)
    for (kind, id_), decision in found.items():
        known = met.numbers.known(id_) if isinstance(id_, int) else id_
        if known is not None:
            other[kind, known] = decision
            standing = _standing(met.theirs.row(kind, id_), full.get((kind, id_)), decision)
            if standing.any is not None:
                news.setdefault((kind, id_), standing)
    return replace(met, decided=(here, other), news=news)


def _standing(row: Value | None, trail: Trail | None, decision: Decision) -> Trail:
    """Return the trail of a row that a merge left as it was."""
    return Trail(row, row, row, 0, last=decision.last, any=row or (trail.any if trail else None))


def _trust(one: Merged) -> tuple[bool, int]:
    """Return by what is known of numbers is ordered, the surest last: noted by the merge itself, and late."""
    return first_new(one) is not None, one.line


def _taken(found: Iterable[Trail], theirs: Told) -> Iterator[tuple[int, int]]:
    """Yield in which lines this case took the other in, each with the other's line up to which it did."""
    for trail in found:
        if isinstance(trail.now, Merged) and theirs.hash_at(trail.now.line) == trail.now.hash:
            yield trail.added, trail.now.line


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
