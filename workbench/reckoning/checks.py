"""The checks and their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from workbench.model.figure import Check
from workbench.reckoning import ranges, words
from workbench.reckoning.ranges import Range
from workbench.reckoning.seen import Seen

TOTAL_AND_PARTS = "total_and_parts"
SUBSET = "subset"
BOUND = "bound"
SAME_ORIGIN = "same_origin"
PARTISAN_ALONE = "partisan_alone"
NO_INCIDENT = "no_incident"
TOLL_FALLS = "toll_falls"
MOVED = "moved"
SAME_STATEMENT = "same_statement"
DENIED = "denied"
TWO_FIGURES = "two_figures"
AGGREGATE = "aggregate"
ORIGINS = "origins"
FUTURE = "future"


def fit(total: Range, parts: Range) -> int:
    """Return 0 where the parts meet the total, -1 where they stay below, 1 where they exceed it."""
    taken = ranges.closed(parts)
    if total.high is not None and taken.floor > total.high:
        return 1
    return -1 if (taken.high or 0) < (total.low or 0) else 0


def total_and_parts(total: Seen, terms: Sequence[Range], parts: Iterable[Seen]) -> Check:
    """Hold one total against the sum of its parts (rule 3)."""
    summed = ranges.add(list(terms))
    equation = words.equation(terms, summed)
    held = words.held(total.claim, total.range)
    left = words.bounds(ranges.rest(total.range, summed))
    how = fit(total.range, summed)
    sentence = {
        0: f"{equation} lies in {held}",
        -1: f"{equation} stays below {held}: {left} more have no side or part of their own",
        1: f"{equation} exceeds {held}: one of these numbers is wrong, or they tell of different events",
    }[how]
    return Check(TOTAL_AND_PARTS, how <= 0, sentence, (total.id, *(s.id for s in parts)))


def subset(child: Seen, parent: Seen) -> Check | None:
    """Hold a subset against its parent (rule 2); None where one of the two names no number."""
    if child.unquantified or parent.range.high is None:
        return None
    holds = child.range.floor <= parent.range.high
    sign, ending = ("≤", "lies within") if holds else (">", "cannot be part of")
    sentence = (
        f"{child.range.floor} {sign} {parent.range.high}: "
        f"{words.quoted(child.claim)} {ending} {words.quoted(parent.claim)}"
    )
    return Check(SUBSET, holds, sentence, (child.id, parent.id))


def bound(vague: Seen, label: str, exact: Range, used: Iterable[Seen]) -> Check | None:
    """Hold a vague claim against the exact one it bounds (rule 4); None where it has no bounds."""
    if not vague.range.bounded:
        return None
    holds = ranges.meet(vague.range, exact) is not None
    where = "lies in" if holds else "lies outside"
    sentence = f"{label} {where} {words.held(vague.claim, vague.range)}"
    return Check(BOUND, holds, sentence, (vague.id, *(s.id for s in used)))


def one_statement(left: Seen, kept: Seen) -> Check | None:
    """Hold a claim against the one it is said to be the same as; None where one of the two has no bounds."""
    if left.range == kept.range or not left.range.bounded or not kept.range.bounded:
        return None
    holds = ranges.meet(left.range, kept.range) is not None
    ending = "can be one number" if holds else "are said to be one statement and cannot be one number"
    sentence = f"{_read(left)} and {_read(kept)} {ending}"
    return Check(SAME_STATEMENT, holds, sentence, (left.id, kept.id))


def _read(seen: Seen) -> str:
    """Name a number with what it spans, where that says more: ``fast 100 (90–99)``, ``37``."""
    return words.number(seen.claim) if seen.range.low == seen.range.high else words.held(seen.claim, seen.range)


def denied(denial: Seen, claim: Seen) -> Check:
    """Say that somebody denies what counts: the figure is contested."""
    sentence = f"{words.quoted(denial.claim)} denies {words.quoted(claim.claim)}, which counts: the figure is contested"
    return Check(DENIED, False, sentence, (denial.id, claim.id))


def two_figures(one: Seen, other: Seen) -> Check:
    """Say that rival accounts of the same people stand in two figures, so that these are counted twice."""
    sentence = (
        f"{words.quoted(one.claim)} and {words.quoted(other.claim)} are rival accounts of the same people and stand in "
        f"two figures: correct a side or category, or reject one"
    )
    return Check(TWO_FIGURES, False, sentence, (one.id, other.id))


def contradiction(members: Sequence[Seen]) -> Check:
    """Say that one origin gives numbers in one article that cannot be the same."""
    numbers = " and ".join(dict.fromkeys(words.quoted(s.claim) for s in members))
    sentence = f"{numbers} come from the same origin in one article and cannot both be right"
    return Check(SAME_ORIGIN, False, sentence, tuple(s.id for s in members))


def contradiction_of_a_day(labels: Iterable[str], members: Iterable[Seen]) -> Check:
    """Say that one origin gives numbers on one day that cannot be the same."""
    numbers = " and ".join(sorted(dict.fromkeys(labels)))
    sentence = f"{numbers} come from the same origin, and nobody knows which is the later: best is the higher"
    return Check(SAME_ORIGIN, False, sentence, tuple(s.id for s in members))


def partisan_alone(used: Sequence[Seen]) -> Check:
    """Say that nobody but a belligerent gives this figure (rule 8)."""
    numbers = " and ".join(words.quoted(s.claim) for s in used)
    rest = "rests" if len(used) == 1 else "rest"
    sentence = f"{numbers} {rest} on a belligerent's claim of the enemy's losses alone"
    return Check(PARTISAN_ALONE, False, sentence, tuple(s.id for s in used))


def no_incident(seen: Seen) -> Check:
    """Say that a claim belongs to no incident and so is in no figure."""
    sentence = f"{words.quoted(seen.claim)} belongs to no incident, so it is in no figure"
    return Check(NO_INCIDENT, False, sentence, (seen.id,))


def fallen(before: tuple[Range, date | None], after: tuple[Range, date | None], claims: tuple[int, ...]) -> Check:
    """Say that an origin's later number is less than its earlier one: the dead and wounded only grow more."""
    earlier, later = (words.bounds(r) + (f" of {day}" if day else "") for r, day in (before, after))
    sentence = f"{later} is less than the same origin's {earlier}: it was corrected, or counts other people"
    return Check(TOLL_FALLS, False, sentence, claims)


def moved(told: tuple[Range, Sequence[Seen]], gone: tuple[Range, Sequence[Seen]], left: Range, became: str) -> Check:
    """Hold those who died later, or were found dead, against those they were counted among (rule 11)."""
    (before, early), (less, late) = told, gone
    holds = fit(before, less) <= 0
    who = " and ".join(words.quoted(s.claim) for s in late)
    sums = f"{words.term(before)} − {words.term(less)} = {words.term(left)}: {who} {became}"
    sentence = sums if holds else f"{words.term(less)} > {words.term(before)}: {who} cannot be among them"
    return Check(MOVED, holds, sentence, tuple(s.id for s in (*late, *early)))


def aggregate(total: Range, events: Range, sums: str, claims: tuple[int, ...]) -> Check:
    """Hold a number told for days or places as a whole against the events inside them (rule 10)."""
    how = fit(total, events)
    whole, left = f"{words.bounds(total)}, told as a whole", words.bounds(ranges.rest(total, events))
    sentence = {
        0: f"{sums} lies in {whole}",
        -1: f"{sums} stays below {whole}: {left} more are told of no single event",
        1: f"{sums} exceeds {whole}: one of these numbers is wrong, or an event lies outside",
    }[how]
    return Check(AGGREGATE, how <= 0, sentence, claims)


def origins(told: Sequence[tuple[str, Range]], used: Iterable[Seen], *, agree: bool) -> Check:
    """Say whether the numbers of different origins on the same people can be one (Every Casualty's second step)."""
    labels = [f"{label} ({words.bounds(r)})" if words.bounds(r) != label else label for label, r in told]
    ending = "can be the same" if agree else "cannot both be right, and the figure spans them"
    sentence = f"{' and '.join(dict.fromkeys(labels))}, told by {len(told)} origins, {ending}"
    return Check(ORIGINS, agree, sentence, tuple(s.id for s in used))


def future(seen: Seen, start: date) -> Check:
    """Say that a claim is told for a day after its article was printed: one of the two dates is wrong."""
    sentence = f"{words.quoted(seen.claim)} is told for {start}, but its article was published on {seen.day}"
    return Check(FUTURE, False, sentence, (seen.id,))
