"""Where highlights lie: which touch a paragraph, which lie under a position, and in which lane a claim's band runs.

All positions are Qt's, in the displayed text. Nothing is worked out for a paragraph before it is asked for, so that
an article with tens of thousands of highlights costs what is on the screen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ui.reader.offsets import Offsets
from workbench.model.claim import Claim
from workbench.model.mention import Mention, Status
from workbench.model.span import Span

Row = Mention | Claim
#: Which row it is: ("mention" or "claim", its id).
Key = tuple[str, int]


class Mark(NamedTuple):
    """A highlight: a row, and Qt's half-open range of its words; `bold` is the range of a claim's number.

    A tuple, and not a dataclass, because they are made by the ten thousand.
    """

    key: Key
    row: Row
    start: int
    end: int
    bold: tuple[int, int] | None = None

    @property
    def is_claim(self) -> bool:
        """Whether it is a claim's band."""
        return self.key[0] == "claim"

    @property
    def rejected(self) -> bool:
        """Whether it shows only when rejected rows are shown."""
        return self.row.status is Status.REJECTED


class Placed(NamedTuple):
    """A mark in a paragraph; a claim's `lane` counts from the text downwards, a mention's is -1."""

    mark: Mark
    lane: int


def key_of(row: Row) -> Key:
    """Return the key of a row."""
    return ("claim" if isinstance(row, Claim) else "mention", row.id)


def span_of(row: Row) -> Span:
    """Return the span that is highlighted: a claim's evidence, a mention's words."""
    return row.evidence if isinstance(row, Claim) else row.span


class Highlights:
    """The highlights of one article by paragraph."""

    def __init__(self, offsets: Offsets, rows: Iterable[Row] = ()) -> None:
        """Take the article's offsets and what is highlighted in it."""
        self.offsets = offsets
        self._starts = paragraph_starts(offsets.display)
        self._marks: dict[Key, Mark] = {}
        self._in_paragraph: defaultdict[int, dict[Key, Mark]] = defaultdict(dict)
        self._placed: dict[int, tuple[Placed, ...]] = {}
        self.rejected_shown = False
        for row in rows:
            self._add(self._mark(row))

    def put(self, row: Row) -> set[int]:
        """Add a row, or take its new state; return the numbers of the paragraphs that look different."""
        gone = self.drop(key_of(row))
        paragraphs = set(self._add(self._mark(row)))
        for number in paragraphs:
            self._placed.pop(number, None)
        return gone | paragraphs

    def _add(self, mark: Mark) -> range:
        paragraphs = self._paragraphs(mark)
        self._marks[mark.key] = mark
        for number in paragraphs:
            self._in_paragraph[number][mark.key] = mark
        return paragraphs

    def drop(self, key: Key) -> set[int]:
        """Take a row away; return the numbers of the paragraphs that look different."""
        mark = self._marks.pop(key, None)
        if mark is None:
            return set()
        paragraphs = self._paragraphs(mark)
        for number in paragraphs:
            del self._in_paragraph[number][key]
            self._placed.pop(number, None)
        return set(paragraphs)

    def show_rejected(self, shown: bool) -> None:
        """Show rejected rows, or hide them."""
        self.rejected_shown = shown
        self._placed.clear()

    def rows(self) -> list[Row]:
        """Return all rows, shown or not."""
        return [mark.row for mark in self._marks.values()]

    def get(self, key: Key | None) -> Mark | None:
        """Return the mark of a row, shown or not."""
        return None if key is None else self._marks.get(key)

    def paragraphs(self) -> list[int]:
        """Return the numbers of the paragraphs that hold a highlight."""
        return [number for number, marks in self._in_paragraph.items() if marks]

    def in_paragraph(self, number: int) -> tuple[Placed, ...]:
        """Return what shows in a paragraph: mentions first, the longest first; then claims by their start."""
        if number not in self._placed:
            self._placed[number] = self._place(number)
        return self._placed[number]

    def lanes(self, number: int, start: int, end: int) -> int:
        """Return how many bands run below one another in a paragraph between two positions, its lanes counted."""
        placed = (p for p in self.in_paragraph(number) if p.mark.start < end and start < p.mark.end)
        return max((p.lane for p in placed), default=-1) + 1

    def at(self, position: int) -> list[Mark]:
        """Return the marks over the character at `position`, mentions first, the shortest first."""
        number = bisect_right(self._starts, position) - 1
        marks = [p.mark for p in self.in_paragraph(number) if p.mark.start <= position < p.mark.end]
        return sorted(marks, key=lambda mark: (mark.is_claim, mark.end - mark.start))

    def _mark(self, row: Row) -> Mark:
        if isinstance(row, Mention):
            return Mark(("mention", row.id), row, *self.offsets.range_of(row.span))
        bold = self.offsets.range_of(row.number) if row.number else None
        return Mark(("claim", row.id), row, *self.offsets.range_of(row.evidence), bold)

    def _paragraphs(self, mark: Mark) -> range:
        """Return the paragraphs a mark touches; a number outside the evidence counts too."""
        start, end = mark.start, max(mark.start, mark.end - 1)
        if mark.bold is not None:
            start, end = min(start, mark.bold[0]), max(end, mark.bold[1])
        first = bisect_right(self._starts, start)
        if first == len(self._starts) or end < self._starts[first]:
            return range(first - 1, first)
        return range(first - 1, bisect_right(self._starts, end))

    def _place(self, number: int) -> tuple[Placed, ...]:
        found = self._in_paragraph[number].values() if number in self._in_paragraph else ()
        marks = [m for m in found if self.rejected_shown or not m.rejected]
        mentions = sorted((m.start - m.end, m.start, m.key, m) for m in marks if not m.is_claim)
        claims = sorted((m.start, -m.end, m.key, m) for m in marks if m.is_claim)
        rows = lanes([(start, -end) for start, end, _key, _mark in claims])
        return (
            *(Placed(entry[3], -1) for entry in mentions),
            *(Placed(entry[3], lane) for entry, lane in zip(claims, rows, strict=True)),
        )


def paragraph_starts(display: str) -> list[int]:
    """Return the position at which each paragraph of a displayed text begins."""
    starts, position = [], 0
    for line in display.split("\n"):
        starts.append(position)
        position += (len(line) if line.isascii() else len(line.encode("utf-16-le")) // 2) + 1
    return starts


def lanes(ranges: Sequence[tuple[int, int]]) -> list[int]:
    """Return a lane for each of `ranges`, sorted by start, the longer first: overlapping ones never share one.

    In a cluster the lanes are turned round, so that what is enclosed lies nearest to the text.
    """
    found: list[int] = []
    ends: list[int] = []
    first = 0
    for n, (start, end) in enumerate(ranges):
        if ends and max(ends) <= start:
            _turn(found, first)
            ends, first = [], n
        lane = next((i for i, taken in enumerate(ends) if taken <= start), len(ends))
        ends[lane : lane + 1] = [end]
        found.append(lane)
    _turn(found, first)
    return found


def _turn(found: list[int], first: int) -> None:
    """Turn round the lanes of the cluster that begins with number `first`."""
    deepest = max(found[first:], default=0)
    found[first:] = [deepest - lane for lane in found[first:]]
