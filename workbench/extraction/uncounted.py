"""The numbers of a text that made no claim, each with what it is instead: an age, a date, a count of things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.number import Kind, Number
from workbench.extraction.victims import Group
from workbench.extraction.words import Words
from workbench.model.claim import Modifier

_KINDS = {
    Kind.AGE: "an age",
    Kind.YEAR: "a year",
    Kind.DATE: "part of a date",
    Kind.CLOCK: "a time of day",
    Kind.ORDINAL: "an ordinal",
    Kind.DOCUMENT: "part of a name",
    Kind.DISTANCE: "a distance",
    Kind.MONEY: "money",
    Kind.SHARE: "a share",
    Kind.TIME: "a length of time",
    Kind.MEASURE: "a measure",
}


def uncounted(
    words: Words, numbers: Sequence[Number], sentences: Sequence[Sentence], drafts: Sequence[Draft]
) -> Iterator[tuple[Number, str]]:
    """Yield the numbers that no draft took, in order, with what they are; ein, eine and a are none."""
    taken = {draft.number.start for draft in drafts if draft.number is not None}
    groups = {g.number.start: g for s in sentences for g in s.groups if g.number is not None}
    for number in numbers:
        if number.start not in taken and not number.article:
            yield number, _what(words, number, groups.get(number.start))


def _what(words: Words, number: Number, group: Group | None) -> str:
    """Say what a number is that made no claim."""
    if number.kind is not Kind.COUNT:
        return _KINDS[number.kind]
    if group is None:
        return "counts nobody named beside it"
    if group.base:
        return f"a whole ({words.span(*group.victims or (group.start, group.end))}), of whom others came to harm"
    if group.victims is None:
        return "counts people or things named elsewhere, and no harm is said of them"
    if number.modifier is Modifier.NEGATED:
        return f"says that there are no {words.span(*group.victims)}, and no harm is said"
    return f"a count of {words.span(*group.victims)}, and no harm is said of them"
