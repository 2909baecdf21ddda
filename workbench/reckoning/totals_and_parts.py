"""Rule 3 inside one group of people: a total and its parts by the same origin."""

from __future__ import annotations

from dataclasses import replace

from workbench.reckoning import checks, ranges, words
from workbench.reckoning.account import Account, beside
from workbench.reckoning.seen import Seen


def against(total: Account, parts: Account) -> Account:
    """Hold a total against its parts and return what stands, with the other side's claims left out."""
    if total.unquantified or not total.range.bounded:
        return _parts_stand(total, parts, "names no number and only bounds")
    found = [checks.total_and_parts(s, parts.terms, parts.used) for s in total.used]
    how = checks.fit(total.range, parts.range)
    if how == 0:
        return _both_stand(total, parts).with_checks(*found)
    if how < 0:
        return _total_stands(total, parts).with_checks(*found)
    if total.day > parts.day:
        return _replaced(total, parts)
    if total.day < parts.day:
        return _parts_stand(total, parts, "was replaced by the later")
    return _parts_stand(total, parts, "is exceeded by its parts").with_checks(*found)


def _parts_stand(total: Account, parts: Account, how: str) -> Account:
    """Let the parts count; the total only bounds, corroborates or fails them."""
    standing = parts.leaving(total.used, lambda s: f"{words.quoted(s.claim)} {how} {parts.label}.")
    return beside(standing, total)


def _both_stand(total: Account, parts: Account) -> Account:
    """Let the parts count, and where they are vaguer than the total let it narrow them."""
    shared = ranges.meet(parts.range, total.range) or parts.range
    if parts.range.high is None or shared.width >= parts.range.width:
        return _parts_stand(total, parts, "is a total that corroborates")
    return beside(replace(parts, range=shared, used=(*parts.used, *total.used)), total)


def _total_stands(total: Account, parts: Account) -> Account:
    """Let the total count: its parts, and a rest that is in no part."""
    rest = ranges.rest(total.range, parts.range)
    whole = ranges.meet(total.range, ranges.Range(parts.range.floor, None, None)) or total.range
    used = (*parts.used, *total.used)
    return beside(replace(parts, range=whole, used=used, terms=(*parts.terms, rest)), total)


def _replaced(total: Account, parts: Account) -> Account:
    """Let a later total take the place of the parts it corrects."""
    standing = total.leaving(parts.used, lambda s: _why_replaced(s, total))
    return beside(standing, parts)


def _why_replaced(seen: Seen, total: Account) -> str:
    """Say why a part is not used any more."""
    return f"{words.quoted(seen.claim)} was replaced by the same origin's later {total.label}."
