"""Which of several origins' numbers becomes best: the case's policy (rule 7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from workbench.errors import BadResource
from workbench.model.assessment import Credibility, Reliability
from workbench.reckoning.account import Account
from workbench.reckoning.seen import Basis, interest_of

BY_HAND = "by_hand"
MOST_RELIABLE = "most_reliable"
#: How far each grade of the Admiralty code stands from a source to rely on.
_GRADED = MappingProxyType(
    {
        Reliability.COMPLETELY: 1.0,
        Reliability.USUALLY: 2.0,
        Reliability.FAIRLY: 3.0,
        Reliability.NOT_USUALLY: 4.0,
        Reliability.UNRELIABLE: 5.0,
    }
)
#: What stands in for a grade that nobody gave, or that is F: the origin's interest; a stranger stands between.
_BY_INTEREST = MappingProxyType({"neutral": 3.0, "": 3.5, "aligned": 4.0, "belligerent": 5.0, "perpetrator": 5.0})
#: An information whose truth cannot be judged stands with what is possibly true.
_UNJUDGED = int(Credibility.POSSIBLY_TRUE)


def best_of(accounts: Sequence[Account], basis: Basis) -> int | None:
    """Return the best of several origins' accounts by the case's policy; None where none gives one."""
    policy = basis.method.policy
    if policy not in POLICIES:
        known = ", ".join(POLICIES)
        raise BadResource(f"There is no policy “{policy}” for the best number; choose one of {known}.")
    stated = [a for a in accounts if a.range.best is not None]
    if policy == MOST_RELIABLE:
        stated = _most_reliable(stated, basis)
    return POLICIES[policy](stated) if stated else None


def _most_recent(accounts: Sequence[Account]) -> int:
    """Take the most recent, among those the number most give, among those the lowest (GTD)."""
    latest = max(a.day for a in accounts)
    recent = {_number(a) for a in accounts if a.day == latest}
    given = Counter(_number(a) for a in accounts)
    most = max(given[n] for n in recent)
    return min(n for n in recent if given[n] == most)


def _most_reliable(accounts: Sequence[Account], basis: Basis) -> list[Account]:
    """Keep the accounts whose origin, and then whose information, is graded best."""
    graded = [(_grade(account, basis), account) for account in accounts]
    best = min((grade for grade, _ in graded), default=None)
    return [account for grade, account in graded if grade == best]


def _lowest(accounts: Sequence[Account]) -> int:
    """Take the lowest (ACLED)."""
    return min(_number(a) for a in accounts)


def _by_hand(accounts: Sequence[Account]) -> int | None:
    """Take the number that all give; where they differ the analyst sets the figure."""
    numbers = {_number(a) for a in accounts}
    return numbers.pop() if len(numbers) == 1 else None


def _number(account: Account) -> int:
    """Return the best of an account that has one."""
    return account.range.best or 0


def _grade(account: Account, basis: Basis) -> tuple[float, int]:
    """Return how far an account's origin, and the least credible of its claims, stand from what can be relied on."""
    judged, origin = basis.judged, account.used[0].origin
    interest, _ = interest_of(origin, basis)
    by_interest = _BY_INTEREST.get(interest, _BY_INTEREST[""])
    reliability = judged.reliability.get(origin, Reliability.UNKNOWN)
    given = (judged.credibility.get(str(s.id), Credibility.UNKNOWN) for s in account.used)
    credible = [_UNJUDGED if grade is Credibility.UNKNOWN else int(grade) for grade in given]
    return _GRADED.get(reliability, by_interest), max(credible)


#: The policies by name; the most reliable (UCDP) is the most recent of the best graded origins.
POLICIES: Mapping[str, Callable[[Sequence[Account]], int | None]] = MappingProxyType(
    {"most_recent": _most_recent, MOST_RELIABLE: _most_recent, "lowest": _lowest, BY_HAND: _by_hand}
)
