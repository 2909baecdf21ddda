"""Code points of the stored text ↔ positions in what Qt shows; the one place that knows the difference.

Qt counts UTF-16 units, shows CRLF as one break, and swallows or misreads a few characters; a paragraph without any
break costs it dearly. So it is given `Offsets.display`: the stored text with line feeds for all breaks, what Qt
misreads replaced one for one, and breaks of ours in over-long paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from workbench.model.span import Span

#: A paragraph longer than this many code points is broken for display.
LONGEST_PARAGRAPH = 6_000
#: How far back from there a space is looked for.
_SLACK = 400

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_SHIFTING = re.compile("\r\n|[\U00010000-\U0010ffff]")
_BREAK = re.compile("\r\n?|\u2028|\u2029")
#: NUL and other controls, lone surrogates, Qt's frame marks and object sign: shown as a replacement character.
_MISREAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0\ufdd1\ufffc\ufffe\uffff]")
_BOM = "\ufeff"
_WORD_JOINER = "\u2060"


class Offsets:
    """The two countings of one text; plain text without anything special costs nothing to convert."""

    def __init__(self, text: str, longest: int = LONGEST_PARAGRAPH) -> None:
        """Take an article's stored text; `longest` is the paragraph length above which it is broken for display."""
        breaks = _own_breaks(text, longest)
        self.display = _display(text, breaks)
        self._length = len(text)
        self._breaks = frozenset(breaks)
        self._stored, self._shown = _anchors(text, breaks)

    def to_qt(self, code_point: int) -> int:
        """Return where Qt shows the code point at this offset of the stored text."""
        if not self._stored:
            return code_point
        before = bisect_right(self._stored, code_point) - 1
        return code_point if before < 0 else self._shown[before] + code_point - self._stored[before]

    def from_qt(self, position: int) -> int:
        """Return the offset in the stored text of what Qt shows at `position`; never inside a CRLF or a character."""
        if not self._shown:
            return min(position, self._length)
        before = bisect_right(self._shown, position) - 1
        offset = position if before < 0 else self._stored[before] + position - self._shown[before]
        after = self._stored[before + 1] if before + 1 < len(self._stored) else self._length
        return min(offset, after)

    def range_of(self, span: Span) -> tuple[int, int]:
        """Return Qt's half-open range for `span`; a break of ours before or after it is not in it."""
        start, end = self.to_qt(span.start), self.to_qt(span.end)
        if span.end in self._breaks and span.end > span.start:
            end -= 1
        return start, end

    def span_of(self, start: int, end: int) -> Span:
        """Return the span of the stored text that Qt shows from `start` to `end`."""
        return Span(self.from_qt(start), self.from_qt(end))


def _own_breaks(text: str, longest: int) -> list[int]:
    """Return the offsets at which over-long paragraphs are broken, after a space where one is near."""
    breaks: list[int] = []
    start = 0
    for end in [match.start() for match in re.finditer("[\n\r\u2028\u2029]", text)] + [len(text)]:
        while end - start > longest:
            space = text.rfind(" ", start + max(1, longest - _SLACK), start + longest)
            start = space + 1 if space >= 0 else start + longest
            breaks.append(start)
        start = end + 1
    return breaks


def _display(text: str, breaks: list[int]) -> str:
    if breaks:
        cuts = [0, *breaks, len(text)]
        text = "\n".join(text[start:end] for start, end in pairwise(cuts))
    if text.startswith(_BOM):  # at the start of a string Qt takes it for a byte order mark and drops it
        text = _WORD_JOINER + text[1:]
    return _MISREAD.sub("\ufffd", _BREAK.sub("\n", text))


def _anchors(text: str, breaks: list[int]) -> tuple[list[int], list[int]]:
    """Return the offsets after which the two countings differ anew, and Qt's positions there."""
    steps = [(at, 1) for at in breaks]
    if "\r\n" in text or (not text.isascii() and _ASTRAL.search(text)):
        steps += [(m.end(), -1 if m.group() == "\r\n" else 1) for m in _SHIFTING.finditer(text)]
        steps.sort()
    stored, shown, shift = [], [], 0
    for at, step in steps:
        shift += step
        stored.append(at)
        shown.append(at + shift)
    return stored, shown
