"""Texts with decomposed letters (ü as u and a mark, as macOS and PDFs write it), read composed and quoted as stored.

Characters nobody sees (soft hyphens, zero-width blanks, marks of direction) are left out in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import merge

from workbench.model.claim import Claim
from workbench.model.findings import Findings, Uncounted
from workbench.model.mention import Mention
from workbench.model.span import Span

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True)
class Composed:
    """A stored text, and the composed text that is read in its place.

    `shorter` are the code points of `text` after which a letter lost marks, `lost` how many code points were lost up
    to there; both start with a zero.
    """

    stored: str
    text: str
    shorter: tuple[int, ...] = (0,)
    lost: tuple[int, ...] = (0,)

    def span(self, span: Span) -> Span:
        """Return where a span of the composed text lies in the stored one; a letter keeps its marks."""
        return Span(self._at(span.start), self._at(span.end))

    def findings(self, found: Findings) -> Findings:
        """Return what was read in the composed text with the spans and the words of the stored one."""
        if self.stored == self.text:
            return found
        mentions = tuple(self._mention(mention) for mention in found.mentions)
        claims = tuple(self._claim(claim) for claim in found.claims)
        numbers = tuple(self._number(number) for number in found.uncounted)
        return replace(found, mentions=mentions, claims=claims, uncounted=numbers)

    def _at(self, offset: int) -> int:
        """Return the stored code point of an offset between two composed letters."""
        return offset + self.lost[bisect_right(self.shorter, offset) - 1]

    def _mention(self, mention: Mention) -> Mention:
        """Put a mention back."""
        span = self.span(mention.span)
        return replace(mention, span=span, text=span.of(self.stored))

    def _number(self, number: Uncounted) -> Uncounted:
        """Put a number back."""
        span = self.span(number.span)
        return replace(number, span=span, text=span.of(self.stored))

    def _claim(self, claim: Claim) -> Claim:
        """Put a claim's parts back."""
        number, victims, attribution = map(self._known, (claim.number, claim.victims, claim.attribution))
        return replace(
            claim,
            evidence=self.span(claim.evidence),
            effect_span=self._known(claim.effect_span),
            number=number,
            victims=victims,
            attribution=attribution,
            number_text=number.of(self.stored) if number else "",
            victims_text=victims.of(self.stored) if victims else "",
            attribution_text=attribution.of(self.stored) if attribution else "",
        )

    def _known(self, span: Span | None) -> Span | None:
        """Put a span back that may not be there."""
        return None if span is None else self.span(span)


def compose(stored: str) -> Composed:
    """Return a text with every letter and its marks in one code point, where Unicode has one, and nothing unseen."""
    if unicodedata.is_normalized("NFC", stored) and _UNSEEN.search(stored) is None:
        return Composed(stored, stored)
    pieces: list[str] = []
    shorter, lost = [0], [0]
    done = length = 0
    unseen = ((found.start(), found.end(), "") for found in _UNSEEN.finditer(stored))
    letters = ((start, end, unicodedata.normalize("NFC", stored[start:end])) for start, end in _marked(stored))
    for start, end, letter in merge(letters, unseen):
        if start < done or len(letter) >= end - start:
            continue
        pieces += (stored[done:start], letter)
        length += start - done + len(letter)
        shorter.append(length)
        lost.append(end - length)
        done = end
    return Composed(stored, "".join((*pieces, stored[done:])), tuple(shorter), tuple(lost))


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Yield each letter that combining marks follow, with its marks."""
    marks = [i for i, letter in enumerate(text) if unicodedata.combining(letter)]
    at = 0
    while at < len(marks):
        last = at
        while last + 1 < len(marks) and marks[last + 1] == marks[last] + 1:
            last += 1
        yield max(marks[at] - 1, 0), marks[last] + 1
        at = last + 1
