"""The sentences of the reckoning, in English with the claims' own words."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model.claim import Category, Claim, Modifier
from workbench.reckoning.ranges import Range
from workbench.reckoning.totals import Amount
from workbench.wording import (
    UNQUANTIFIED,
    bounds_words,
    category_words,
    claim_words,
    effect_words,
    people,
    quantity_words,
    reading_words,
    single_words,
)

#: Groups too broad to be called a part: they are known by the article's words.
_BROAD = {Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.COMBATANT_MIXED, Category.UNSPECIFIED}

BY_HAND, PARTLY_BY_HAND = "set by hand", "in part set by hand"


def bounds(r: Range) -> str:
    """Write a range: ``90–99``, ``37``, ``at least 24``, ``up to 40``."""
    return bounds_words(r.floor if r.high is None else r.low, r.high)


def term(r: Range) -> str:
    """Write a range as a term of a sum: an open one by its low end and a plus sign."""
    return f"{people(r.floor)}+" if r.high is None else bounds(Range(r.floor, r.best, r.high))


def equation(terms: Sequence[Range], total: Range) -> str:
    """Write ``44 + 16 + 37 = 97``, or the one number alone."""
    if len(terms) < 2:
        return term(total)
    return f"{' + '.join(term(t) for t in terms)} = {term(total)}"


def amount_words(amount: Amount) -> str:
    """Write a figure or a sum of figures: ``37``, ``at least 4``, ``60 (44–60)``, ``97 + unquantified``.

    "8 claimed" is a number that nobody but a belligerent gives, of its enemy's losses. What an analyst set by hand says
    so.
    """
    if not amount.by_hand:
        return _amount(amount)
    return f"{_amount(amount)}, {BY_HAND if amount.by_hand == amount.figures else PARTLY_BY_HAND}"


def _amount(amount: Amount) -> str:
    return _number(amount) if amount.claimed is None else _claimed(amount, amount.claimed)


def _claimed(amount: Amount, claimed: int) -> str:
    """Say of a number that nobody but a belligerent gives it, or how much of it."""
    if amount.only_claimed:
        return f"{_number(amount)} claimed"
    return f"{_number(amount)}, {people(claimed) if claimed else 'some'} only claimed"


def _number(amount: Amount) -> str:
    if amount.unquantified:
        return UNQUANTIFIED if amount.known is None else f"{people(amount.known)} + {UNQUANTIFIED}"
    bounds = bounds_words(amount.low, amount.high)
    if amount.best is None or amount.low == amount.high or (amount.high is None and amount.low == amount.best):
        return bounds
    return f"{people(amount.best)} ({bounds})"


def number(claim: Claim) -> str:
    """Return the words of the number, else the number in words of ours, else the people named."""
    if claim.number_text:
        return claim.number_text
    vague = claim.quantity.value is None and claim.quantity.modifier is not Modifier.NEGATED
    return claim.victims_text if vague and claim.victims_text else quantity_words(claim.quantity)


def quoted(claim: Claim) -> str:
    """Quote the number and the people as the article words them."""
    return f"“{claim_words(claim)}”"


def held(claim: Claim, r: Range) -> str:
    """Name a number with what it spans, where its words do not say that: ``fast 100 (90–99)``, ``40``."""
    said, spanned = number(claim), bounds(r)
    return said if said.casefold() == spanned.casefold() else f"{said} ({spanned})"


def among(claim: Claim) -> str:
    """Say what a subset adds: ``at least 4 of them officers``, ``1 of them a child``, ``children among them``."""
    noun = _told_apart(claim) if claim.category in _BROAD else category_words(claim.category)
    q = claim.quantity
    if q.unquantified:
        return f"{noun} among them"
    if q.modifier is Modifier.NEGATED:
        return f"no {noun} among them"
    return of_them(reading_words(q) if q.value is None else quantity_words(q), noun)


def of_them(many: str, noun: str) -> str:
    """Say how many of a figure's people are, say, ``children``: of a single one, ``1 of them a child``."""
    return f"{many} of them {single_words(noun) if many.rsplit(maxsplit=1)[-1] == '1' else noun}"


def became(claim: Claim) -> str:
    """Say what became of some of a figure's people: ``5 of them released``."""
    q = claim.quantity
    many = "some" if q.unquantified else reading_words(q) if q.value is None else quantity_words(q)
    return f"{many} of them {effect_words(claim.effect)}"


def _told_apart(claim: Claim) -> str:
    return f"“{claim.victims_text}”" if claim.victims_text else "a part told apart"
