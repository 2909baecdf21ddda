"""When and where a claim happened: what its clause says, else what the article tells of its event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.extraction.attribution import Mark
from workbench.extraction.drafts import Draft, Sentence
from workbench.model.circumstance import When, Where
from workbench.model.mention import Label, Mention

_PLACES = frozenset((Label.GPE, Label.LOC, Label.FACILITY))
#: A coarser date (a month, a year) dates no event by itself.
_FINE = 3
#: Lines, regions and countries are too coarse to place an event while a finer place is told.
_COARSE = 5


@dataclass(frozen=True, slots=True)
class Setting:
    """Date and place of a claim; `own` tells whether its sentence gives them."""

    when: When | None
    where: Where | None
    own_when: bool = False
    own_where: bool = False


class SettingFinder:
    """Find the settings of the claims of one article."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        """Take the article's mentions."""
        self._dates = [m for m in mentions if m.label is Label.DATE and m.when is not None]
        places = [m for m in mentions if m.label in _PLACES and m.where is not None]
        self._places = [m for m in places if not any(o is not m and o.span.covers(m.span) for o in places)]

    def own(self, draft: Draft, sentence: Sentence, marks: Sequence[Mark]) -> Setting:
        """Return what a draft's sentence says of its date and place."""
        date = self._nearest(self._dates, draft, sentence, marks)
        place = self._nearest(self._places, draft, sentence, marks)
        when = date.when if date is not None else None
        where = place.where if place is not None else None
        return Setting(when, where, when is not None, where is not None and where.precision < _COARSE)

    def _nearest(
        self, mentions: Sequence[Mention], draft: Draft, sentence: Sentence, marks: Sequence[Mark]
    ) -> Mention | None:
        """Return the mention in the draft's clause that is nearest to it, outside the words for sources."""
        doc = sentence.words.doc
        clauses = {sentence.clauses.of(draft.group.start), sentence.clauses.of(draft.anchor[0])}
        found: list[tuple[int, Mention]] = []
        for mention in mentions:
            span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if span is None or span.start < sentence.start or span.end > sentence.end:
                continue
            said = any(mark.wide[0] <= span.start < mark.wide[1] for mark in marks)
            inside = draft.victims is not None and draft.victims[0] <= span.start < draft.victims[1]
            if sentence.clauses.of(span.start) in clauses and not said and not inside:
                found.append((abs(span.start - draft.anchor[0]), mention))
        return min(found, key=lambda pair: pair[0])[1] if found else None


def settled(own: Sequence[Setting], events: Sequence[bool]) -> list[Setting]:
    """Give each claim of an event the article's date and place where it has none of its own, marked as inherited.

    The article's are the first fine date and the first place finer than a region that its claims name.
    """
    told = [setting for setting, event in zip(own, events, strict=True) if event]
    dates = [s.when for s in told if s.when is not None and s.when.precision <= _FINE]
    places = [s.where for s in told if s.where is not None and s.where.precision < _COARSE]
    coarse = [s.where for s in told if s.where is not None]
    when = replace(dates[0], inherited=True) if dates else None
    where = replace((places or coarse)[0], inherited=True) if coarse else None
    return [
        Setting(s.when or when, s.where if s.own_where else where or s.where, s.own_when, s.own_where) if event else s
        for s, event in zip(own, events, strict=True)
    ]
