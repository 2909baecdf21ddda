"""Which row of one case is which row of the other, by their numbers; new ones are given to what is new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.changes import KINDS, Value
from workbench.errors import NotACaseFile
from workbench.merging.told import Key
from workbench.model.article import Article
from workbench.model.assessment import About, Assessment
from workbench.model.claim import Claim
from workbench.model.declined import Declined
from workbench.model.mention import Mention
from workbench.model.merged import Merged
from workbench.model.override import Override

#: More rows than this no case has; a file that says so would only have the program count for hours.
_MOST = 50_000_000
#: No row has so high a number; SQLite takes none that is much higher.
_HIGHEST = 10**18
_NUMBER = re.compile("[0-9]{1,18}")
#: The kinds of row whose ids are numbers.
_NUMBERED = frozenset({"article", "incident", "mention", "claim", "assessment", "override", "declined", "merged"})
_DAMAGED = "What a case notes of merging {} is damaged. Restore a backup of it, then take that."


class Numbers:
    """The other case's numbers → this case's; below `shared` both have the same rows under the same numbers."""

    def __init__(self, first: int, shared: int = 1) -> None:
        """`first` is the first number that nothing in this case has or had."""
        self._first, self._next, self._shared = first, first, shared
        self._here: dict[int, int] = {}
        self._there: dict[int, int] = {}
        self._forgotten: set[int] = set()

    def put(self, there: int, here: int) -> None:
        """Note that two numbers are the same row; what was noted of either before is forgotten."""
        self._there.pop(self._here.pop(there, 0), None)
        self._here.pop(self._there.pop(here, 0), None)
        self._here[there], self._there[here] = here, there

    def known(self, there: int) -> int | None:
        """Return this case's number of a row of the other, or None where nobody knows one."""
        if there in self._here:
            return self._here[there]
        if there in self._forgotten:
            return None
        return there if there < self._shared and there not in self._there else None

    def owner(self, here: int) -> int | None:
        """Return the other case's number of a row of this one, or None."""
        if here in self._there:
            return self._there[here]
        return here if here < self._shared and here not in self._here and here not in self._forgotten else None

    def forget(self, there: int) -> None:
        """Let a row of the other be none of this case's."""
        self._there.pop(self._here.pop(there, 0), None)
        self._forgotten.add(there)

    def of(self, there: int) -> int:
        """Return this case's number of a row of the other; one that nobody knows is given a new one."""
        known = self.known(there)
        if known is None:
            known = self._next
            self._next += 1
            self.put(there, known)
        return known

    @property
    def end(self) -> int:
        """The first number that is still free."""
        return self._next

    def runs(self) -> tuple[str, ...]:
        """Return all that is known, as a `Merged` keeps it; first, as a run of none, which numbers were free."""
        others = sorted(n for n in {*self._here, *self._there, *self._forgotten} if n < self._shared)
        kept = zip([0, *others], [*others, self._shared], strict=True)
        same = (f"{n + 1} {n + 1} {end - n - 1}" for n, end in kept if end - n > 1)
        return (f"0 {self._first} 0", *same, *runs_of(self._here.items()))


def runs_of(pairs: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Return pairs of numbers as runs: where they begin there and here, and how long they are."""
    runs: list[list[int]] = []
    for there, here in sorted(pairs):
        if runs and (there, here) == (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]):
            runs[-1][2] += 1
        else:
            runs.append([there, here, 1])
    return tuple(" ".join(map(str, run)) for run in runs)


def pairs_in(merged: Merged) -> list[tuple[int, int]]:
    """Return the pairs of numbers, there and here, of a case that was taken in; NotACaseFile where they are none."""
    runs = _runs(merged)
    if sum(abs(count) for _, _, count in runs) > _MOST:
        raise NotACaseFile(_DAMAGED.format(merged.name))
    return [(there + n, here + n) for there, here, count in runs for n in range(count)]


def _runs(merged: Merged) -> list[tuple[int, int, int]]:
    try:
        runs = [(int(there), int(here), int(count)) for there, here, count in (run.split() for run in merged.ids)]
    except ValueError as error:
        raise NotACaseFile(_DAMAGED.format(merged.name)) from error
    if any(abs(number) > _HIGHEST for run in runs for number in run):
        raise NotACaseFile(_DAMAGED.format(merged.name))
    return runs


def decision(key: Key, name: str) -> str:
    """Return the words in which a `Merged` keeps that a part of a row was decided."""
    kind, id_ = key
    return f"{kind} {name}: {id_}"


def decided_in(merged: Merged) -> Iterator[tuple[Key, str]]:
    """Yield what was decided in a merge: the row, and which part of it; NotACaseFile where that is none."""
    for words in merged.decided:
        kind, _, rest = words.partition(" ")
        name, found, id_ = rest.partition(": ")
        numbered = kind in _NUMBERED
        if not found or kind not in KINDS or (numbered and not _NUMBER.fullmatch(id_)):
            raise NotACaseFile(_DAMAGED.format(merged.name))
        yield (kind, int(id_) if numbered else id_), name


def together(mine: Merged, theirs: Merged) -> Merged:
    """Return what both note of the same case that was taken in, under this case's numbers."""
    known = pairs_in(mine)
    taken = {n for n, _ in known}, {n for _, n in known}
    more = [(there, here) for there, here in pairs_in(theirs) if there not in taken[0] and here not in taken[1]]
    decided = tuple(sorted({*mine.decided, *theirs.decided}))
    return replace(mine, ids=(*mine.ids, *runs_of(more)), decided=decided)


def first_new(merged: Merged) -> int | None:
    """Return the first number that the merge gave out itself, where it says so: other rows it brought back."""
    return next((here for there, here, count in _runs(merged) if (there, count) == (0, 0)), None)


def carried(value: Value, numbers: Numbers) -> Value:
    """Return a row of the other case as it stands here: under its own number, pointing where it points there."""
    if isinstance(value.id, str):
        return value
    pointed = _pointing(value, numbers)
    return replace(pointed, id=numbers.of(value.id))  # type: ignore[arg-type]  # those whose ids are numbers


def _pointing(value: Value, numbers: Numbers) -> Value:
    of = numbers.of
    match value:
        case Article(copy_of=int(original)):
            return replace(value, copy_of=of(original))
        case Mention():
            return replace(value, article_id=of(value.article_id))
        case Claim():
            relations = tuple(replace(relation, to=of(relation.to)) for relation in value.relations)
            incident = None if value.incident_id is None else of(value.incident_id)
            return replace(value, article_id=of(value.article_id), incident_id=incident, relations=relations)
        case Assessment(about=About.CLAIM | About.INCIDENT) if value.about_id.isdecimal():
            return replace(value, about_id=str(of(int(value.about_id))))
        case Override():
            return replace(value, incident=of(value.incident))
        case Declined():
            one, other = sorted((of(value.one), of(value.other)))
            return replace(value, one=one, other=other)
        case Merged():
            decided = sorted(
                decision((kind, of(id_) if isinstance(id_, int) else id_), name)
                for (kind, id_), name in decided_in(value)
            )
            ids = runs_of((there, of(here)) for there, here in pairs_in(value))
            return replace(value, ids=ids, decided=tuple(decided))
    return value
