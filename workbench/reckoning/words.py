"""The sentences of the reckoning, in English with the claims' own words."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model.claim import Category, Claim, Modifier
from workbench.reckoning.ranges import Range

_NOUNS = {
    Category.OFFICER: "officers",
    Category.POLICE: "police",
    Category.UN: "UN personnel",
    Category.CHILD: "children",
    Category.WOMAN: "women",
    Category.JOURNALIST: "journalists",
    Category.AID: "aid workers",
    Category.HEALTH: "health workers",
    Category.CIVILIAN: "civilians",
    Category.PERPETRATOR: "perpetrators",
}
_STATED = {
    Modifier.APPROX: "about {}",
    Modifier.NEARLY: "nearly {}",
    Modifier.SLIGHTLY_OVER: "just over {}",
    Modifier.AT_LEAST: "at least {}",
    Modifier.MORE_THAN: "more than {}",
    Modifier.UP_TO: "up to {}",
    Modifier.LESS_THAN: "fewer than {}",
    Modifier.EXACT: "{}",
}


def bounds(r: Range) -> str:
    """Write a range: ``90–99``, ``37``, ``at least 24``, ``up to 40``."""
    if r.high is None:
        return f"at least {r.floor}"
    if r.low is None:
        return f"up to {r.high}"
    return str(r.low) if r.low == r.high else f"{r.low}–{r.high}"


def term(r: Range) -> str:
    """Write a range as a term of a sum: an open one by its low end and a plus sign."""
    return f"{r.floor}+" if r.high is None else bounds(Range(r.floor, r.best, r.high))


def equation(terms: Sequence[Range], total: Range) -> str:
    """Write ``44 + 16 + 37 = 97``, or the one number alone."""
    if len(terms) < 2:
        return term(total)
    return f"{' + '.join(term(t) for t in terms)} = {term(total)}"


def number(claim: Claim) -> str:
    """Return the words of the number, else the number in words of ours, else the people named."""
    q = claim.quantity
    if claim.number_text:
        return claim.number_text
    if q.value is not None and q.modifier in _STATED:
        return _STATED[q.modifier].format(q.value)
    if q.modifier is Modifier.NEGATED:
        return "none"
    return claim.victims_text or (q.term.replace("_", " ") if q.term else bounds(Range(q.low, q.best, q.high)))


def quoted(claim: Claim) -> str:
    """Quote the number and the people as the article words them."""
    people = claim.victims_text
    words = number(claim)
    if people and words not in people:
        words = f"{words} {people}"
    elif people:
        words = people
    return f"“{words}”"


def held(claim: Claim, r: Range) -> str:
    """Name a number with what it spans: ``fast 100 (90–99)``."""
    return f"{number(claim)} ({bounds(r)})"


def among(claim: Claim) -> str:
    """Say what a subset adds: ``at least 4 of them officers``, ``children among them``."""
    noun = _NOUNS.get(claim.category) or (f"“{claim.victims_text}”" if claim.victims_text else "a part told apart")
    q = claim.quantity
    if q.unquantified:
        return f"{noun} among them"
    if q.modifier is Modifier.NEGATED:
        return f"no {noun} among them"
    stated = _STATED.get(q.modifier)
    if stated is not None and q.value is not None:
        return f"{stated.format(q.value)} of them {noun}"
    return f"{bounds(Range(q.low, q.best, q.high))} of them {noun}"
