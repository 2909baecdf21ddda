"""What can be pointed at on a chart of any kind, and the claims it opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.colours import NEUTRAL
from workbench.model.figure import Unused

#: A box in fractions of the figure: left, bottom, width, height.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar, a point, a band, or a part of one.

    `row` and `part` tell it from all others of its chart and stay the same when the chart is drawn again; `part` is
    empty for a whole. `words` say what it shows in one line; `claims` are the ids of the claims it stands for,
    `not_used` those left out of it with the reasons. `colour` is its side's.
    """

    row: str
    part: str
    words: str
    box: Box
    claims: tuple[int, ...]
    not_used: tuple[Unused, ...] = ()
    colour: str = NEUTRAL

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the other marks of its chart."""
        return self.row, self.part

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point, in fractions of the figure from the lower left, lies in it."""
        left, bottom, width, height = self.box
        return left <= x <= left + width and bottom <= y <= bottom + height


def hit(marks: Sequence[Mark], x: float, y: float) -> Mark | None:
    """Return the mark at a point, a part before its whole, what is drawn last first; None where there is none."""
    found = [mark for mark in reversed(marks) if mark.holds(x, y)]
    return next((mark for mark in found if mark.part), found[0] if found else None)
