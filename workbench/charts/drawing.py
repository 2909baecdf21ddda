"""Draw casualties by side: a bar to best, a whisker from low to high, an arrow where the end is open."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch
from matplotlib.ticker import FuncFormatter, MaxNLocator

from workbench.charts.bars import Scale, draw_bar, reach_of, space_of
from workbench.charts.look import Look
from workbench.charts.parts import Segment
from workbench.charts.series import Bar, Panel, SideSeries
from workbench.charts.sheet import FOOT, POINTS, ROW, SUBTITLE, TICK, TITLE, Box, Sheet, fitted, font, width_of, wrapped
from workbench.wording import effect_words, people

#: Inches: what an exported chart measures across.
WIDTH = 9.0
_MARGIN, _PAD, _PITCH, _CLOSE, _ROOMY = 2.0, 1.5, 4.6, 3.3, 6.2  # in the size of running type
_WIDEST_NAME = 0.26
_SPARE = 1.06


@dataclass(frozen=True, slots=True)
class Mark:
    """What can be pointed at: a bar or a part of it, its box in fractions of the figure, the claims behind it."""

    bar: Bar
    segment: Segment | None
    box: Box

    @property
    def claims(self) -> tuple[int, ...]:
        """The ids of the claims it stands for."""
        return self.segment.claims if self.segment else self.bar.used

    @property
    def words(self) -> str:
        """What it shows, in one line."""
        effect = effect_words(self.bar.effect)
        if self.segment:
            return f"{people(self.segment.value)} {effect}, {self.segment.label}"
        return f"{self.bar.label} {effect}, {self.bar.name}"

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point, in fractions of the figure from the lower left, lies in it."""
        left, bottom, width, height = self.box
        return left <= x <= left + width and bottom <= y <= bottom + height


def hit(marks: tuple[Mark, ...], x: float, y: float) -> Mark | None:
    """Return the mark at a point, a part before its bar; None where there is none."""
    found = [mark for mark in marks if mark.holds(x, y)]
    return next((mark for mark in found if mark.segment), found[0] if found else None)


def height_of(series: SideSeries, look: Look, width: float = WIDTH) -> float:
    """Return the height in inches at which a chart `width` inches wide breathes."""
    return _height(series, look, width, _pitch(series))


def least_height_of(series: SideSeries, look: Look, width: float = WIDTH) -> float:
    """Return the height in inches below which the rows of a chart would touch."""
    return _height(series, look, width, _CLOSE)


def _height(series: SideSeries, look: Look, width: float, pitch: float) -> float:
    em = look.size
    lines = len(_foot(series, look, width * POINTS))
    panels = sum(_head(em) + _card(panel, pitch, em) + em * 1.6 for panel in series.panels)
    return (2 * _MARGIN * em + panels + lines * em * FOOT.scale * 1.5) / POINTS


def draw_by_side(figure: Figure, series: SideSeries, look: Look) -> tuple[Mark, ...]:
    """Draw the chart onto a figure, clearing it; return what can be pointed at, from top to bottom.

    On a figure higher than the chart needs the rows stand further apart, on a lower one closer.
    """
    figure.clear()
    figure.set_facecolor(look.page)
    sheet = Sheet(figure, look)
    marks: list[Mark] = []
    top, pitch = _MARGIN * look.size, _pitch_in(sheet, series)
    for panel in series.panels:
        marks += _draw_panel(sheet, panel, top, pitch)
        top += _head(look.size) + _card(panel, pitch, look.size) + look.size * 1.6
    for line in _foot(series, look, sheet.width):
        sheet.write(_MARGIN * look.size, top, line, FOOT, look.muted)
        top += look.size * FOOT.scale * 1.5
    return tuple(marks)


def to_figure(series: SideSeries, look: Look, width: float = WIDTH) -> Figure:
    """Return a figure of its own, `width` inches wide, with the chart on it."""
    figure = Figure(figsize=(width, height_of(series, look, width)))
    draw_by_side(figure, series, look)
    return figure


def to_svg(series: SideSeries, look: Look, width: float = WIDTH) -> str:
    """Return the chart as an SVG element that needs nothing else: letters are outlines, its title and words in text.

    The same chart gives the same string.
    """
    out = io.StringIO()
    with rc_context({"svg.hashsalt": "casualty-workbench", "svg.fonttype": "path"}):
        to_figure(series, look, width).savefig(out, format="svg", metadata={"Date": None})
    return _self_contained(out.getvalue(), series)


def to_png(series: SideSeries, look: Look, width: float = WIDTH, dpi: int = 300) -> bytes:
    """Return the chart as a PNG of `dpi` dots an inch."""
    out = io.BytesIO()
    about = {"Software": None, "Title": series.title, "Description": series.description}
    to_figure(series, look, width).savefig(out, format="png", dpi=dpi, metadata=about)
    return out.getvalue()


def to_pdf(series: SideSeries, look: Look, width: float = WIDTH) -> bytes:
    """Return the chart as a PDF of one page, its type embedded."""
    out = io.BytesIO()
    about = {"CreationDate": None, "Creator": None, "Producer": None, "Title": series.title}
    with rc_context({"pdf.fonttype": 42}):
        to_figure(series, look, width).savefig(out, format="pdf", metadata=about)
    return out.getvalue()


def _self_contained(svg: str, series: SideSeries) -> str:
    """Leave out what names other places (DOCTYPE, metadata), and say in words what the picture shows."""
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg[svg.index("<svg") :], count=1, flags=re.DOTALL)
    start = svg.index(">") + 1
    head = svg[: start - 1] + ' role="img" aria-labelledby="chart-title chart-words">'
    title = f'<title id="chart-title">{escape(series.title)}</title>'
    return f'{head}\n {title}\n <desc id="chart-words">{escape(series.description)}</desc>{svg[start:]}'


def _head(em: float) -> float:
    return em * (TITLE.scale * 1.35 + SUBTITLE.scale * 1.35 + 1.1)


def _pitch(series: SideSeries) -> float:
    """Return how far rows stand apart: several panels move together."""
    return _PITCH if len(series.panels) == 1 else _CLOSE


def _pitch_in(sheet: Sheet, series: SideSeries) -> float:
    """Return how far rows stand apart on a sheet of this height."""
    pitch, em = _pitch(series), sheet.look.size
    spare = sheet.height - height_of(series, sheet.look, sheet.width / POINTS) * POINTS
    rows = sum(len(panel.bars) for panel in series.panels)
    return max(_CLOSE, min(_ROOMY, pitch + spare / em / max(1, rows)))


def _card(panel: Panel, pitch: float, em: float) -> float:
    return em * (2 * _PAD + pitch * len(panel.bars) + (1.6 if _numbered(panel) else 0))


def _numbered(panel: Panel) -> bool:
    """Tell whether any bar is drawn to scale; without one an axis would pretend to measure."""
    return any(reach_of(bar) for bar in panel.bars)


def _foot(series: SideSeries, look: Look, width: float) -> list[str]:
    room = width - 2 * _MARGIN * look.size
    return [line for paragraph in series.caption for line in wrapped(paragraph, room, look, FOOT)]


def _draw_panel(sheet: Sheet, panel: Panel, top: float, pitch: float) -> list[Mark]:
    look, em = sheet.look, sheet.look.size
    left, room = _MARGIN * em, sheet.width - 2 * _MARGIN * em
    sheet.write(left, top, panel.title, TITLE, look.text)
    sheet.write(left, top + em * TITLE.scale * 1.4, fitted(panel.subtitle, room, look, SUBTITLE), SUBTITLE, look.muted)
    top += _head(em)
    card = sheet.box(left, top, room, _card(panel, pitch, em))
    sheet.figure.add_artist(_rounded(sheet.figure, card, 6, facecolor=look.card, edgecolor=look.border, linewidth=0.8))
    names = {bar.name: fitted(bar.name, room * _WIDEST_NAME, look, ROW, lines=2) for bar in panel.bars}
    margin = (_PAD + 0.8) * em + max(width_of(name, look, ROW) for name in names.values())
    size = (room - margin - _PAD * em, pitch * len(panel.bars) * em)
    axes = sheet.figure.add_axes(sheet.box(left + margin, top + _PAD * em, *size))
    scale = _scale(panel, look, size[0])
    _dress(axes, panel, list(names.values()), scale, look)
    return [mark for row, bar in enumerate(panel.bars) for mark in _draw_row(axes, row, bar, scale, look)]


def _scale(panel: Panel, look: Look, room: float) -> Scale:
    """Choose the axis so that every bar ends with room for what is written beside it."""
    end = 5.0
    for bar in panel.bars:
        free = max(0.2 * room, room - space_of(bar, look, room))
        end = max(end, reach_of(bar) * room / free)
    return Scale(end * _SPARE, room)


def _dress(axes: Axes, panel: Panel, names: list[str], scale: Scale, look: Look) -> None:
    """Leave of the axes what helps to read: faint lines, the numbers beneath, the sides' names."""
    axes.set_facecolor("none")
    axes.set_xlim(0, scale.end)
    axes.set_ylim(len(names) - 0.5, -0.5)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, colors=look.muted, pad=look.size * 0.6)
    axes.set_yticks(range(len(names)), names, color=look.text, fontproperties=font(look, ROW))
    if not _numbered(panel):
        axes.set_xticks([])
        return
    axes.xaxis.set_major_locator(MaxNLocator(nbins=8, steps=[1, 2, 5, 10], integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: people(round(value))))
    axes.grid(visible=True, axis="x", color=look.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.axvline(0, color=look.muted, linewidth=0.9, zorder=1.5)
    for tick in axes.get_xticklabels():
        tick.set_fontproperties(font(look, TICK))


def _draw_row(axes: Axes, row: int, bar: Bar, scale: Scale, look: Look) -> list[Mark]:
    parts = draw_bar(axes, row, bar, scale, look)
    width = min(scale.points, scale.of(reach_of(bar)) + space_of(bar, look, scale.points))
    whole = Mark(bar, None, _fractions(axes, 0, row - 0.4, scale.people(width), 0.8))
    return [whole, *(Mark(bar, part, _fractions(axes, left, row - 0.21, part.value, 0.42)) for part, left in parts)]


def _fractions(axes: Axes, left: float, top: float, width: float, height: float) -> Box:
    """Return a box in the axes' data as fractions of the figure."""
    into = axes.transData - axes.get_figure(root=True).transFigure  # type: ignore[union-attr]  # drawn axes have a figure
    (x0, y0), (x1, y1) = into.transform([(left, top + height), (left + width, top)])
    return float(x0), float(y0), float(x1 - x0), float(y1 - y0)


def _rounded(figure: Figure, box: Box, radius: float, **style: object) -> FancyBboxPatch:
    """Return a box with corners of `radius` points."""
    across, up = figure.get_figwidth(), figure.get_figheight()
    shape = f"round,pad=0,rounding_size={radius / POINTS / across}"
    return FancyBboxPatch(
        box[:2],
        box[2],
        box[3],
        boxstyle=shape,
        mutation_aspect=across / up,
        transform=figure.transFigure,
        zorder=0,
        **style,  # type: ignore[arg-type]  # colours and a line width
    )
