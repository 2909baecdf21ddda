"""An account: what one origin, or all of them, says of one group of people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.model.figure import Check, Unused
from workbench.reckoning import ranges, words
from workbench.reckoning.ranges import Range
from workbench.reckoning.seen import Seen


@dataclass(frozen=True, slots=True)
class Account:
    """A range with the claims it rests on.

    `terms` are the ranges of the different people added up; `day` is when the figure was first given; `bounding` are
    claims that only bound it and `unused` says why each claim left out was. `lost` tell of people who were taken off
    it.
    """

    range: Range
    used: tuple[Seen, ...]
    terms: tuple[Range, ...]
    day: date
    bounding: tuple[Seen, ...] = ()
    unused: tuple[Unused, ...] = ()
    checks: tuple[Check, ...] = ()
    notes: tuple[str, ...] = ()
    lost: tuple[Seen, ...] = ()

    @property
    def vague(self) -> bool:
        """Whether a vague claim is among those it rests on."""
        return any(s.vague for s in self.used)

    @property
    def unquantified(self) -> bool:
        """Whether people are named in it without a number."""
        return any(s.unquantified for s in self.used)

    @property
    def latest(self) -> date:
        """When the latest article it rests on was published."""
        return max(s.day for s in self.used)

    @property
    def label(self) -> str:
        """The words of its only claim, else its sum."""
        if len(self.used) == 1 and not self.lost:
            return words.number(self.used[0].claim)
        return words.equation(self.terms, self.range)

    def leaving(self, others: Iterable[Seen], why: Callable[[Seen], str]) -> Account:
        """Return the account with `others` left out of it, each for the reason `why` gives."""
        more = tuple(Unused(s.id, why(s)) for s in others)
        return replace(self, unused=self.unused + more) if more else self

    def with_checks(self, *checks: Check) -> Account:
        """Return the account with more checks."""
        return replace(self, checks=self.checks + checks) if checks else self


def alone(seen: Seen, day: date | None = None) -> Account:
    """Make the account of a single claim."""
    return Account(seen.range, (seen,), (seen.range,), seen.day if day is None else day)


def together(accounts: Sequence[Account]) -> Account:
    """Add accounts of different people."""
    if len(accounts) == 1:
        return accounts[0]
    return Account(
        range=ranges.add([a.range for a in accounts]),
        used=tuple(s for a in accounts for s in a.used),
        terms=tuple(t for a in accounts for t in a.terms),
        day=max(a.day for a in accounts),
        bounding=tuple(s for a in accounts for s in a.bounding),
        unused=tuple(u for a in accounts for u in a.unused),
        checks=tuple(c for a in accounts for c in a.checks),
        notes=tuple(n for a in accounts for n in a.notes),
        lost=tuple(s for a in accounts for s in a.lost),
    )


def beside(standing: Account, other: Account) -> Account:
    """Keep what `other` has left out and checked beside the `standing` account."""
    return replace(
        standing,
        bounding=standing.bounding + other.bounding,
        unused=standing.unused + other.unused,
        checks=standing.checks + other.checks,
    )
