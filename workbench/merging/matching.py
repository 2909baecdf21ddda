"""Which new row of one case says the same as which new row of the other: by the words it stands on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from workbench.model.claim import Claim
from workbench.model.mention import Mention

T = TypeVar("T", Mention, Claim)
Says = Callable[[T], Hashable | None]


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A row by its number in its own case: as the program read it (or an analyst made it), and as it is."""

    id: int
    first: T
    now: T


def matched(
    theirs: Sequence[Candidate[T]], mine: Sequence[Candidate[T]], says: Sequence[Says[T]]
) -> list[tuple[Candidate[T], Candidate[T]]]:
    """Return pairs of the same; each row is in one at most. `says` goes from the strictest to the loosest key."""
    pairs: list[tuple[Candidate[T], Candidate[T]]] = []
    for key in says:
        for of in (_first, _now):
            found = _paired(theirs, mine, of, key)
            pairs += found
            theirs = _without(theirs, {one.id for one, _ in found})
            mine = _without(mine, {other.id for _, other in found})
    return pairs


def _first(row: Candidate[T]) -> T:
    return row.first


def _now(row: Candidate[T]) -> T:
    return row.now


def _without(rows: Iterable[Candidate[T]], ids: set[int]) -> list[Candidate[T]]:
    return [row for row in rows if row.id not in ids]


def _paired(
    theirs: Iterable[Candidate[T]], mine: Iterable[Candidate[T]], of: Callable[[Candidate[T]], T], key: Says[T]
) -> list[tuple[Candidate[T], Candidate[T]]]:
    here = _by_key(mine, of, key)
    pairs: list[tuple[Candidate[T], Candidate[T]]] = []
    for said, rows in _by_key(theirs, of, key).items():
        pairs.extend(zip(rows, here.get(said, []), strict=False))
    return pairs


def _by_key(
    rows: Iterable[Candidate[T]], of: Callable[[Candidate[T]], T], key: Says[T]
) -> dict[Hashable, list[Candidate[T]]]:
    """Return rows by what they say, those that say the same in an order that no number decides."""
    found: dict[Hashable, list[Candidate[T]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (_unnumbered(row.first), _unnumbered(row.now))):
        said = key(of(row))
        if said is not None:
            found[said].append(row)
    return found


def _unnumbered(row: Mention | Claim) -> str:
    if isinstance(row, Claim):
        return repr(replace(row, id=0, article_id=0, incident_id=None, relations=()))
    return repr(replace(row, id=0, article_id=0))


#: Mentions are the same where they stand on the same words.
MENTIONS: tuple[Says[Mention], ...] = (lambda row: (row.span, row.label), lambda row: row.span)
#: Claims are the same where they count the same on the same words, then where they stand on the same number.
CLAIMS: tuple[Says[Claim], ...] = (
    lambda row: (row.effect, row.number, row.victims, row.evidence, row.quantity),
    lambda row: (row.effect, row.number, row.victims, row.evidence),
    lambda row: (row.effect, row.number or row.evidence, row.number is None),
    lambda row: row.number,
)


def homes(votes: Iterable[tuple[int | None, int | None, Hashable]]) -> dict[int, int]:
    """Return which incident is which, by pairs of incidents in which the same claim stands and where that is.

    The most claims decide, each incident is another's once; among equals what stands first.
    """
    counted: Counter[tuple[int, int]] = Counter()
    places: dict[tuple[int, int], str] = {}
    for there, here, where in votes:
        if there is not None and here is not None:
            counted[there, here] += 1
            places[there, here] = min(repr(where), places.get((there, here), repr(where)))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for there, here in sorted(counted, key=lambda pair: (-counted[pair], places[pair])):
        if there not in found and here not in taken:
            found[there] = here
            taken.add(here)
    return found
