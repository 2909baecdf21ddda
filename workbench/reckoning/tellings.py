"""One origin's claims on one group of people, as one account (rules 4, 5 and 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from workbench.reckoning import checks, ranges, words
from workbench.reckoning.account import Account, alone, together
from workbench.reckoning.links import Links
from workbench.reckoning.seen import Seen


def tell(seen: Sequence[Seen], links: Links) -> Account:
    """Return the account of the latest article; what it repeats or replaces is left out of it."""
    ordered = sorted(seen, key=lambda s: s.rank)
    articles = [list(group) for _, group in groupby(ordered, key=lambda s: s.rank[:2])]
    firm = [a for a in articles if not all(s.vague for s in a)] or articles
    standing = firm[-1]
    account = together([_slot(members) for members in _slots(standing, links)])
    gone = [s for article in articles if article is not standing for s in article]
    if not gone:
        return account
    return _without(account, gone, _first_day(account, firm))


def _slots(article: Sequence[Seen], links: Links) -> list[list[Seen]]:
    """Part one article's claims into groups that tell of the same people."""
    slots: list[list[Seen]] = []
    for s in article:
        home = next((slot for slot in slots if not any(_apart(s, other, links) for other in slot)), None)
        if home is None:
            slots.append([s])
        else:
            home.append(s)
    return slots


def _apart(one: Seen, other: Seen, links: Links) -> bool:
    """Tell whether two claims of one article are about different people."""
    siblings = links.totals.get(one.id, frozenset()) & links.totals.get(other.id, frozenset())
    return bool(siblings) or other.id in links.apart.get(one.id, ()) or _other_place(one, other)


def _other_place(one: Seen, other: Seen) -> bool:
    """Tell whether two claims name two exact places, each in its own words."""
    here, there = one.claim.where, other.claim.where
    if here is None or there is None or here.inherited or there.inherited:
        return False
    return max(here.precision, there.precision) <= 2 and bool(here.place) and here.place != there.place


def _slot(members: Sequence[Seen]) -> Account:
    """Take the sharpest of one article's tellings of the same people, or span those that cannot agree."""
    firm = [s for s in members if not s.vague] or list(members)
    best = min(firm, key=lambda s: (s.vague, s.range.width, s.rank))
    rivals = [s for s in firm if not agree(s, best)]
    account = _spanned([best, *rivals]) if rivals else alone(best)
    used = {s.id for s in account.used}
    return bounded(account, [s for s in members if s.id not in used])


def agree(one: Seen, other: Seen) -> bool:
    """Tell whether two numbers can be one: their ranges meet, and "at least 28" is not held to mean 1,200."""
    if ranges.meet(one.range, other.range) is None:
        return False
    low, high = sorted((one.range.floor, other.range.floor))
    is_open = None in (one.range.high, other.range.high)
    return one.vague or other.vague or not is_open or high <= 2 * low


def _spanned(members: list[Seen]) -> Account:
    """Span tellings of one origin that contradict each other; no best can be defended."""
    ordered = sorted(members, key=lambda s: s.rank)
    span = ranges.hull([s.range for s in ordered], None)
    return Account(span, tuple(ordered), (span,), ordered[0].day, checks=(checks.contradiction(ordered),))


def bounded(account: Account, others: Sequence[Seen]) -> Account:
    """Leave `others` out of an account of the same people; the vague among them are checked against it."""
    if not others:
        return account
    vague = tuple(s for s in others if s.vague)
    found = [checks.bound(s, account.label, account.range, account.used) for s in vague]
    left = replace(account, bounding=account.bounding + vague)
    left = left.leaving(others, lambda s: _why_repeated(s, account))
    return left.with_checks(*(c for c in found if c is not None))


def _why_repeated(seen: Seen, account: Account) -> str:
    """Say why a telling of the same people in the same article is not used."""
    if seen.vague:
        return f"{words.quoted(seen.claim)} is vague and only bounds {account.label}."
    return f"{words.quoted(seen.claim)} tells of the same people as {account.label}."


def _without(account: Account, gone: Sequence[Seen], first: date) -> Account:
    """Leave out what other articles of the same origin say, and date the account by its first telling."""
    vague = [s for s in gone if s.vague]
    left = bounded(account, vague)
    left = left.leaving([s for s in gone if not s.vague], lambda s: _why_replaced(s, account))
    return replace(left, day=first)


def _why_replaced(seen: Seen, account: Account) -> str:
    """Say why an earlier telling of the same origin is not used (rule 6)."""
    if any(seen.range == s.range for s in account.used):
        return f"{words.quoted(seen.claim)} is the same observation by the same origin, told again."
    return f"{words.quoted(seen.claim)} was replaced by the same origin's later {account.label}."


def _first_day(account: Account, articles: Sequence[Sequence[Seen]]) -> date:
    """Return when the figure was first given in the unbroken run of articles that repeat it."""
    said = {s.range for s in account.used}
    first = account.day
    for article in reversed(articles):
        if not said <= {s.range for s in article}:
            break
        first = article[0].day
    return first
