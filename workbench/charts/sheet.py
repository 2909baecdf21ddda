"""The sheet a chart is drawn on: where its parts lie, in points from the upper left, and what is drawn once and moved.

A sheet keeps what was drawn on it. Drawing again takes the same lines, boxes and words and gives them their new place;
only what there was not before is made, and what is no longer wanted is hidden.
"""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch
from matplotlib.text import Text

from workbench.charts.look import Look
from workbench.charts.marks import Box
from workbench.charts.plot import Plot
from workbench.charts.pool import Pool
from workbench.charts.type import POINTS, SUBTITLE, TITLE, Type, fitted, font

_ROUND = 6.0


@dataclass(frozen=True, slots=True)
class Room:
    """Where a painter draws: points from the sheet's upper left corner."""

    left: float
    top: float
    width: float
    height: float


class Sheet:
    """A figure measured in points from its upper left corner."""

    def __init__(self, figure: Figure, look: Look) -> None:
        self.figure = figure
        self.look = look
        self._plots = Pool(lambda: Plot(figure))
        self._words = Pool(lambda: figure.text(0, 0, "", parse_math=False))
        self._cards = Pool(self._new_card)

    def begin(self, look: Look) -> None:
        """Start to draw anew, in a look."""
        self.look = look
        self.figure.set_facecolor(look.page)
        for pool in (self._plots, self._words, self._cards):
            pool.restart()

    def finish(self) -> None:
        """Hide what was not drawn again."""
        for plot in self._plots.used:
            plot.finish()
        for pool in (self._plots, self._words, self._cards):
            pool.hide_rest()

    @property
    def width(self) -> float:
        """The sheet's width in points."""
        return float(self.figure.get_figwidth()) * POINTS

    @property
    def height(self) -> float:
        """The sheet's height in points."""
        return float(self.figure.get_figheight()) * POINTS

    def box(self, left: float, top: float, width: float, height: float) -> Box:
        """Return a box given in points as fractions of the figure."""
        across, up = self.width, self.height
        return left / across, 1 - (top + height) / up, width / across, height / up

    def write(self, left: float, top: float, words: str, type_: Type, colour: str) -> Text:
        """Write words whose upper left corner is at a point."""
        x, y, _, _ = self.box(left, top, 0, 0)
        text = self._words.take()
        text.set(position=(x, y), text=words, color=colour, va="top", ha="left", fontproperties=font(self.look, type_))
        return text

    def card(self, left: float, top: float, width: float, height: float) -> None:
        """Draw the ground of a plot, with rounded corners."""
        look, box = self.look, self.box(left, top, width, height)
        card = self._cards.take()
        card.set_bounds(*box)
        card.set_boxstyle("round", pad=0, rounding_size=_ROUND / self.width)
        card.set_mutation_aspect(self.width / self.height)
        card.set(facecolor=look.card, edgecolor=look.border, linewidth=0.8)

    def head(self, left: float, top: float, room: float, title: str, subtitle: str) -> float:
        """Write a heading and the line beneath it; return the height they take."""
        em, look = self.look.size, self.look
        self.write(left, top, title, TITLE, look.text)
        self.write(left, top + em * TITLE.scale * 1.4, fitted(subtitle, room, look, SUBTITLE), SUBTITLE, look.muted)
        return head_height(look)

    def plot(self, left: float, top: float, width: float, height: float) -> Plot:
        """Return a place to draw data on, `width` points wide; it is empty."""
        plot = self._plots.take()
        plot.begin(self.look, self.box(left, top, width, height), width, height)
        return plot

    def _new_card(self) -> FancyBboxPatch:
        card = FancyBboxPatch((0, 0), 1, 1, transform=self.figure.transFigure, zorder=0)
        self.figure.add_artist(card)
        return card


def head_height(look: Look) -> float:
    """Return the height in points of a heading and the line beneath it."""
    return look.size * (TITLE.scale * 1.35 + SUBTITLE.scale * 1.35 + 1.1)
