"""One origin's claims on one group of people, as one account (rules 4, 5 and 6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from workbench.reckoning import checks, ranges, words
from workbench.reckoning.account import Account, alone, beside, together
from workbench.reckoning.links import Links
from workbench.reckoning.ranges import Range
from workbench.reckoning.seen import Seen


def tell(seen: Sequence[Seen], links: Links) -> Account:
    """Return the account of the latest day; what it repeats or replaces is left out of it."""
    ordered = sorted(seen, key=lambda s: s.rank)
    articles = [list(group) for _, group in groupby(ordered, key=lambda s: s.rank[:2])]
    firm = [a for a in articles if not all(s.vague for s in a)] or articles
    latest = [a for a in firm if a[0].day == firm[-1][0].day]
    account = _of_one_day([together([_slot(members) for members in _slots(a, links)]) for a in latest])
    gone = [s for a in articles if not any(a is one for one in latest) for s in a]
    if not gone:
        return account
    return _without(account, gone, _first_day(account, firm))


def _of_one_day(accounts: Sequence[Account]) -> Account:
    """Take of one day's articles, whose order nobody knows, the one that tells most: tolls rise.

    Where another cannot agree with it, low is that of the lowest.
    """
    standing = min(reversed(accounts), key=lambda a: (-a.range.floor, a.range.width, -len(a.terms)))
    others = [a for a in accounts if a is not standing]
    rivals = [a for a in others if not _tells_again(a, standing)]
    again = [s for a in others if not any(a is r for r in rivals) for s in a.used]
    account = _spanning(standing, rivals) if rivals else standing
    for other in others:
        account = beside(account, other)
    return account.leaving(again, lambda s: _why_replaced(s, standing))


def _tells_again(other: Account, standing: Account) -> bool:
    """Tell whether an article tells what another of its day tells, or a part of it."""
    if not Counter(other.terms) - Counter(standing.terms):
        return True
    return agreeing(other.range, standing.range, lenient=other.vague or standing.vague)


def _spanning(standing: Account, rivals: Sequence[Account]) -> Account:
    """Span what the articles of one day tell; best stays that of the one that tells most."""
    all_ = [standing, *rivals]
    used = tuple(sorted((s for a in all_ for s in a.used), key=lambda s: s.rank))
    span = ranges.hull([a.range for a in all_], standing.range.best)
    account = replace(standing, range=span, used=used, terms=(span,))
    return account.with_checks(checks.contradiction_of_a_day([a.label for a in all_], used))


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
    return agreeing(one.range, other.range, lenient=one.vague or other.vague)


def agreeing(one: Range, other: Range, *, lenient: bool) -> bool:
    """Tell whether two ranges can mean one number; a vague one is held leniently to what it may mean."""
    if ranges.meet(one, other) is None:
        return False
    low, high = sorted((one.floor, other.floor))
    is_open = None in (one.high, other.high)
    return lenient or not is_open or high <= 2 * low


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
