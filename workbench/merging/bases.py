"""What two cases both knew last, row by row, and what was decided since: merges may have crossed.

Where each took in the other before it knew of the other's merge, no state of either holds all that both knew. What
both knew is then what a merge of these two states would have made; what it would have asked is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from workbench.changes import Value, Written, kind_of
from workbench.merging.fields import Version, groups, settled
from workbench.merging.numbers import decided_in, first_new
from workbench.merging.told import Key
from workbench.merging.trails import Touch, Trail, key_of
from workbench.model.merged import Merged

#: What is decided of a row as a whole: whether it is there.
ROW = "row"


def _by_nobody(_line: int, _key: Key, _name: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Base:
    """A row as both knew it last; `open` names its groups of fields that were decided differently before that."""

    value: Value | None
    open: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """Which parts of a row were decided in merges, and by whom last; the row may be as it was."""

    names: frozenset[str] = frozenset()
    last: Touch | None = None


#: What was decided, by row.
Decided = Mapping[Key, Decision]


@dataclass(frozen=True, slots=True)
class Known:
    """What one case knew of the other: in which of its lines it came to know the other's up to which."""

    shared: int
    records: tuple[tuple[int, int], ...] = ()

    @property
    def most(self) -> int:
        """The last line of the other that is known."""
        return max((known for _, known in self.records), default=self.shared)

    def at(self, line: int) -> int:
        """Return the last line of the other that was known after a line."""
        return max((known for added, known in self.records if added <= line), default=self.shared)

    def learned(self, line: int) -> int:
        """Return the first line after which the other was known up to one."""
        return min((added for added, known in self.records if known >= line), default=0)


class History:
    """One case's rows as they stood after any of its lines since those that both have."""

    def __init__(self, lines: Iterable[Written], now: Callable[[Key], Value | None]) -> None:
        """`now` returns a row as it stands."""
        self._now = now
        self._states: dict[Key, list[tuple[int, Value | None]]] = {}
        for line in lines:
            for edit in line.edits:
                states = self._states.setdefault(key_of(edit), [(0, edit.before)])
                states.append((line.number, edit.after))

    def at(self, key: Key, line: int) -> Value | None:
        """Return a row as it stood after a line."""
        states = self._states.get(key)
        if states is None:
            return self._now(key)
        return next(value for number, value in reversed(states) if number <= line)


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two cases of which neither's last state that the other knows holds the other's.

    `mine` and `theirs` return a row, by its key here, as it stood after a line of either journal.
    """

    mine: Callable[[Key, int], Value | None]
    theirs: Callable[[Key, int], Value | None]
    mine_knew: Known
    theirs_knew: Known

    def base(self, key: Key, mine: int, theirs: int) -> Base:
        """Return a row as a merge of both cases, as they stood after these lines, would have made it."""
        of_mine, of_theirs = self.theirs_knew.at(theirs), self.mine_knew.at(mine)
        if of_mine >= mine:
            return Base(self.theirs(key, theirs))
        if of_theirs >= theirs:
            return Base(self.mine(key, mine))
        return merged(self.base(key, of_mine, of_theirs), self.mine(key, mine), self.theirs(key, theirs))


def merged(base: Base, mine: Value | None, theirs: Value | None) -> Base:
    """Return what a merge makes of a row that both knew so; what it would ask is open."""
    if mine is not None and theirs is not None:
        of_mine, of_theirs = (Version(base.value, now, decided=base.open) for now in (mine, theirs))
        value, asked = settled(of_mine, of_theirs)
        return Base(value, frozenset(part.name for part in asked))
    if mine == theirs:
        return Base(None)
    if base.open or base.value not in (mine, theirs):
        return Base(mine or theirs, frozenset({ROW}))
    return Base(theirs if mine == base.value else mine)


def decided_since(
    found: Iterable[Trail], line: int, handed: Callable[[int, Key, str], bool] = _by_nobody
) -> dict[Key, Decision]:
    """Return what was decided of each row in the merges that a case noted from a line on, but for what was `handed`."""
    decided: dict[Key, Decision] = {}
    for trail in found:
        noted = decided_in(trail.now) if isinstance(trail.now, Merged) and trail.added >= line else ()
        own = [(key, name) for key, name in noted if not handed(trail.added, key, name)]
        for key, name in own:
            before = decided[key].names if key in decided else frozenset()
            decided[key] = Decision(before | {name}, trail.last)
    return decided


class Handed:
    """Tells what one case only took over from the other when it noted it as decided: it was asked nothing.

    It was not where it had done nothing about that part of the row since the lines that the other knew by then. Whether
    a row is there is decided for all rows of an article at once, and so nothing is told of that.
    """

    def __init__(
        self, found: Iterable[Trail], history: Callable[[], History], other: Callable[[int], str], knew: Known
    ) -> None:
        """`found` are the trails of the one, `other` returns hashes of the other's lines, which `knew` the one's."""
        self._notes = [(trail.added, trail.now) for trail in found if isinstance(trail.now, Merged)]
        own = ((added, note) for added, note in self._notes if first_new(note) is not None)  # others came with it
        self._merges = {added: note.line for added, note in own if other(note.line) == note.hash}
        self._history, self._knew = history, knew
        self._made: History | None = None

    def __call__(self, line: int, key: Key, name: str) -> bool:
        """Tell whether what is noted as decided in a line of the one was decided by the other."""
        if name == ROW or line not in self._merges:
            return False
        knew = self._knew.at(self._merges[line])
        if any((key, name) in decided_in(note) for added, note in self._notes if knew < added < line):
            return False
        self._made = self._made or self._history()
        then, before = self._made.at(key, knew), self._made.at(key, line - 1)
        return _part(then, name) == _part(before, name)


def _part(value: Value | None, name: str) -> object:
    """Return a part of a row as it stood, of which it can be told whether it has changed."""
    return None if value is None else [getattr(value, part) for part in groups(kind_of(value)).get(name, ())]
