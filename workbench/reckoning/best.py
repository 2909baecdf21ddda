"""Which of several origins' numbers becomes best: the case's policy (rule 7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from workbench.errors import BadResource
from workbench.reckoning.account import Account
from workbench.reckoning.seen import Basis, interest_of

#: How far an origin's interest speaks against it; a stranger stands between.
_DISTANCE = MappingProxyType({"neutral": 0, "": 1, "aligned": 2, "belligerent": 3, "perpetrator": 3})


def best_of(accounts: Sequence[Account], basis: Basis) -> int | None:
    """Return the best of several origins' accounts by the case's policy; None where none gives one."""
    policy = basis.method.policy
    if policy not in POLICIES:
        known = ", ".join(POLICIES)
        raise BadResource(f"There is no policy “{policy}” for the best number; choose one of {known}.")
    stated = [a for a in accounts if a.range.best is not None]
    if policy == "most_reliable":
        stated = _nearest(stated, basis)
    return POLICIES[policy](stated) if stated else None


def _most_recent(accounts: Sequence[Account]) -> int:
    """Take the most recent, among those the number most give, among those the lowest (GTD)."""
    latest = max(a.day for a in accounts)
    recent = {_number(a) for a in accounts if a.day == latest}
    given = Counter(_number(a) for a in accounts)
    most = max(given[n] for n in recent)
    return min(n for n in recent if given[n] == most)


def _nearest(accounts: Sequence[Account], basis: Basis) -> list[Account]:
    """Keep the accounts whose origins' interest speaks least against them: neutral, strangers, aligned, belligerent."""
    nearest = min((_distance(a, basis) for a in accounts), default=0)
    return [a for a in accounts if _distance(a, basis) == nearest]


def _lowest(accounts: Sequence[Account]) -> int:
    """Take the lowest (ACLED)."""
    return min(_number(a) for a in accounts)


def _number(account: Account) -> int:
    """Return the best of an account that has one."""
    return account.range.best or 0


def _distance(account: Account, basis: Basis) -> int:
    """Return how far the interest of an account's origin speaks against it."""
    interest, _ = interest_of(account.used[0].claim.origin or "", basis)
    return _DISTANCE.get(interest, 1)


#: The policies by name; the most reliable (UCDP) is the most recent of the nearest origins.
POLICIES: Mapping[str, Callable[[Sequence[Account]], int]] = MappingProxyType(
    {"most_recent": _most_recent, "most_reliable": _most_recent, "lowest": _lowest}
)
