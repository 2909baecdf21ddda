"""Which row of one case is which row of the other, by their numbers; new ones are given to what is new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.changes import Value
from workbench.model.article import Article
from workbench.model.assessment import About, Assessment
from workbench.model.claim import Claim
from workbench.model.declined import Declined
from workbench.model.mention import Mention
from workbench.model.merged import Merged
from workbench.model.override import Override


class Numbers:
    """The other case's numbers → this case's; below `shared` both have the same rows under the same numbers."""

    def __init__(self, first: int, shared: int = 1) -> None:
        """`first` is the first number that nothing in this case has or had."""
        self._next, self._shared = first, shared
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
        """Return all that is known, as a `Merged` keeps it."""
        pairs = {n: n for n in range(1, self._shared) if self.known(n) == n} | self._here
        return runs_of(pairs.items())


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
    """Return the pairs of numbers, there and here, of a case that was taken in."""
    pairs: list[tuple[int, int]] = []
    for run in merged.ids:
        there, here, count = map(int, run.split())
        pairs.extend((there + n, here + n) for n in range(count))
    return pairs


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
        case Assessment(about=About.CLAIM | About.INCIDENT):
            return replace(value, about_id=str(of(int(value.about_id))))
        case Override():
            return replace(value, incident=of(value.incident))
        case Declined():
            one, other = sorted((of(value.one), of(value.other)))
            return replace(value, one=one, other=other)
        case Merged():
            return replace(value, ids=runs_of((there, of(here)) for there, here in pairs_in(value)))
    return value
