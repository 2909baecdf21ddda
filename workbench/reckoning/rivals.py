"""Several origins on one group of people: ranges, rivals and best (rules 4, 7 and 8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from workbench.model.figure import Check
from workbench.reckoning import checks, ranges, words
from workbench.reckoning.account import Account, beside, together
from workbench.reckoning.best import BY_HAND, best_of
from workbench.reckoning.links import Links
from workbench.reckoning.origins import account_of, later_death
from workbench.reckoning.ranges import Range
from workbench.reckoning.seen import Basis, Seen
from workbench.reckoning.tellings import agree, agreeing
from workbench.reckoning.told_apart import told_apart
from workbench.reckoning.totals_and_parts import against
from workbench.wording import people

PARTISAN_NOTE = "claimed by their enemy's side alone, so there is no best"


def weigh(seen: Sequence[Seen], links: Links, basis: Basis) -> Account:
    """Return what all origins together say of one group of people."""
    groups, general = told_apart(spoken(seen, links), links)
    if not groups:
        return _weigh(general, links, basis)
    parts = together([_weigh(group, links, basis) for group in groups])
    return against(_weigh(general, links, basis), parts) if general else parts


def _weigh(seen: Sequence[Seen], links: Links, basis: Basis) -> Account:
    """Return what all origins say of people that nothing tells apart."""
    voices: dict[tuple[bool, str], list[Seen]] = defaultdict(list)
    for s in seen:
        voices[s.partisan, s.origin].append(s)
    accounts = [account_of(claims, links, basis.actors) for claims in voices.values()]
    accounts.sort(key=lambda a: a.used[0].rank)
    died: list[Account] = []
    told: list[Account] = []
    for account in accounts:
        (died if all(later_death(s, links) for s in account.used) else told).append(account)
    if not told or not died:
        return _weighed(accounts, basis)
    return _with_later_deaths(_weighed(told, basis), _weighed(died, basis))


def _with_later_deaths(standing: Account, died: Account) -> Account:
    """Add the wounded who died later to the dead, unless a later article holds them or only their enemy says so."""
    if died.latest >= standing.latest and not died.used[0].partisan:
        return together([standing, died])
    why = "stays a rival to" if died.used[0].partisan else "is held in"
    return beside(standing.leaving(died.used, lambda s: f"{words.quoted(s.claim)} {why} {standing.label}."), died)


def spoken(seen: Sequence[Seen], links: Links) -> list[Seen]:
    """Return the claims on one group of people, each with the origin that it is told by (rule 6)."""
    return list(_with_their_total(list(_with_their_base(list(_adopted(seen)), links)), links))


def _weighed(accounts: Sequence[Account], basis: Basis) -> Account:
    """Let neutral, exact accounts set the range; the others are left out, each with its reason."""
    neutral = [a for a in accounts if not a.used[0].partisan]
    if not neutral:
        return _partisans_only(accounts)
    firm = [a for a in neutral if not a.vague] or neutral
    standing = _undecided(_spanned(firm, best_of(firm, basis)), firm, basis).with_checks(*_agreement(firm))
    for account in accounts:
        if not any(account is one for one in firm):
            standing = _rival(standing, account)
    return standing


def _agreement(accounts: Sequence[Account]) -> tuple[Check, ...]:
    """Hold the numbers of different origins against each other; people without a number agree with all."""
    told = [a for a in accounts if not a.unquantified]
    if len(told) < 2:
        return ()
    agree_ = all(agreeing(a.range, b.range, lenient=a.vague or b.vague) for a, b in combinations(told, 2))
    used = [s for a in told for s in a.used]
    return (checks.origins([(a.label, a.range) for a in told], used, agree=agree_),)


def _spanned(accounts: Sequence[Account], best: int | None) -> Account:
    """Span the accounts of different origins on the same people (rule 7)."""
    if len(accounts) == 1:
        return accounts[0]
    span = ranges.hull([a.range for a in accounts], best)
    return replace(together(accounts), range=span, terms=(span,), day=max(a.day for a in accounts))


def _undecided(standing: Account, accounts: Sequence[Account], basis: Basis) -> Account:
    """Say that the analyst is to choose between the numbers of several origins, where the policy leaves it to them."""
    numbers = sorted({a.range.best for a in accounts if a.range.best is not None})
    if basis.method.policy != BY_HAND or len(numbers) < 2:
        return standing
    note = f"origins differ ({', '.join(map(people, numbers))}), so best is to be set by hand"
    return replace(standing, notes=(*standing.notes, note))


def _partisans_only(accounts: Sequence[Account]) -> Account:
    """Give the range that is claimed, without a best (rule 8)."""
    standing = _spanned(accounts, None)
    unsure = replace(standing, range=Range(standing.range.low, None, standing.range.high))
    return replace(unsure, notes=(*unsure.notes, PARTISAN_NOTE)).with_checks(checks.partisan_alone(unsure.used))


def _rival(standing: Account, rival: Account) -> Account:
    """Leave a rival out, checked against what stands where it is vague."""
    left = standing.leaving(rival.used, lambda s: _why_rival(s, standing))
    found = _bound(rival, standing)
    kept = beside(left.with_checks(*([found] if found else [])), rival)
    return replace(kept, bounding=(*kept.bounding, *rival.used))


def _bound(rival: Account, standing: Account) -> Check | None:
    """Hold what stands against a single vague rival."""
    if len(rival.used) != 1 or not rival.vague:
        return None
    return checks.bound(rival.used[0], standing.label, standing.range, standing.used)


def _why_rival(seen: Seen, standing: Account) -> str:
    """Say why a rival is not used."""
    if seen.partisan:
        vague = ", and is vague" if seen.vague else ""
        return (
            f"{words.quoted(seen.claim)} is a belligerent side's claim of its enemy's losses{vague}: "
            f"it stays a rival to {standing.label} and sets nothing."
        )
    return f"{words.quoted(seen.claim)} is vague and only bounds {standing.label}."


def _adopted(seen: Sequence[Seen]) -> Iterable[Seen]:
    """Give the article's own words the origin it names for the same people, where their numbers meet (rule 6)."""
    named: dict[int, list[Seen]] = defaultdict(list)
    for s in sorted(seen, key=lambda one: one.rank):
        if s.claim.origin and not s.partisan:
            named[s.article].append(s)
    for s in seen:
        voices = () if s.claim.origin else named.get(s.article, ())
        origin = next((v.origin for v in voices if agree(v, s)), s.origin)
        yield replace(s, origin=origin) if origin != s.origin else s


def _with_their_base(seen: Sequence[Seen], links: Links) -> Iterable[Seen]:
    """Give an addition in the article's own words the origin of what it adds to."""
    by_id = {s.id: s for s in seen}
    for s in sorted(seen, key=lambda one: one.order):
        bases = (by_id[i] for i in links.bases.get(s.id, ()) if i in by_id)
        base = min(bases, key=lambda b: b.order, default=None)
        if base is not None and not s.claim.origin:
            by_id[s.id] = replace(s, origin=base.origin, partisan=base.partisan, party=base.party)
    return [by_id[s.id] for s in seen]


def _with_their_total(seen: Sequence[Seen], links: Links) -> Iterable[Seen]:
    """Give a part the origin of its total among these people: the parts of a total are no rivals to it."""
    by_id = {s.id: s for s in seen}
    for s in seen:
        totals = (by_id[i] for i in links.totals.get(s.id, ()) if i in by_id)
        total = min(totals, key=lambda t: t.order, default=None)
        yield s if total is None else replace(s, origin=total.origin, partisan=total.partisan, party=total.party)
