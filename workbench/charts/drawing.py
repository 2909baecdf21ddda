"""Draw a chart of any kind on a figure, and make files of it."""

from __future__ import annotations

import io
import re
from xml.sax.saxutils import escape

from matplotlib import rc_context
from matplotlib.figure import Figure

from workbench.charts.kinds import Chart
from workbench.charts.look import Look
from workbench.charts.marks import Mark
from workbench.charts.painters import PAINTERS
from workbench.charts.sheet import Room, Sheet
from workbench.charts.type import FOOT, POINTS, WARN, wrapped
from workbench.charts.wording import WARNING

#: Inches: what an exported chart measures across.
WIDTH = 9.0
_MARGIN = 2.0  # in the size of running type


class Picture:
    """A figure on which charts are drawn, one after the other; what is on it already is moved, not made again."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self._sheet: Sheet | None = None
        self._drawn: type | None = None

    def draw(self, chart: Chart, look: Look) -> tuple[Mark, ...]:
        """Draw a chart in a look; return what can be pointed at, in the order in which it is walked.

        On a figure higher than the chart needs its parts stand further apart, on a lower one closer.
        """
        sheet = self._begin(type(chart), look)
        em = look.size
        foot = foot_of(chart, look, sheet.width)
        least, _ = PAINTERS[type(chart)].heights(chart, look, _inner(sheet.width, look))
        beneath = em * (_MARGIN + len(foot) * FOOT.scale * 1.5)
        height = max(least, sheet.height - beneath - _MARGIN * em)
        room = Room(_MARGIN * em, _MARGIN * em, _inner(sheet.width, look), height)
        marks = PAINTERS[type(chart)].paint(sheet, chart, room)
        for number, (line, warns) in enumerate(foot):
            top = room.top + height + number * em * FOOT.scale * 1.5
            sheet.write(room.left, top, line, WARN if warns else FOOT, look.text if warns else look.muted)
        sheet.finish()
        return tuple(marks)

    def _begin(self, kind: type, look: Look) -> Sheet:
        """Return the sheet, cleared only where a chart of another kind was on it."""
        if self._sheet is None or self._drawn is not kind:
            self.figure.clear()
            self._sheet, self._drawn = Sheet(self.figure, look), kind
        self._sheet.begin(look)
        return self._sheet


def height_of(chart: Chart, look: Look, width: float = WIDTH) -> float:
    """Return the height in inches at which a chart `width` inches wide breathes."""
    return _heights(chart, look, width)[1]


def least_height_of(chart: Chart, look: Look, width: float = WIDTH) -> float:
    """Return the height in inches below which the parts of a chart would touch."""
    return _heights(chart, look, width)[0]


def _heights(chart: Chart, look: Look, width: float) -> tuple[float, float]:
    least, usual = PAINTERS[type(chart)].heights(chart, look, _inner(width * POINTS, look))
    around = look.size * (2 * _MARGIN + len(foot_of(chart, look, width * POINTS)) * FOOT.scale * 1.5)
    return (least + around) / POINTS, (usual + around) / POINTS


def _inner(width: float, look: Look) -> float:
    return width - 2 * _MARGIN * look.size


def foot_of(chart: Chart, look: Look, width: float) -> list[tuple[str, bool]]:
    """Return the lines beneath a chart `width` points wide, each with whether it is a warning."""
    told = [(paragraph, paragraph.startswith(WARNING)) for paragraph in chart.caption]
    return [
        (line, warns)
        for paragraph, warns in told
        for line in wrapped(paragraph, _inner(width, look), look, WARN if warns else FOOT)
    ]


def to_figure(chart: Chart, look: Look, width: float = WIDTH) -> Figure:
    """Return a figure of its own, `width` inches wide, with the chart on it."""
    figure = Figure(figsize=(width, height_of(chart, look, width)))
    Picture(figure).draw(chart, look)
    return figure


def to_svg(chart: Chart, look: Look, width: float = WIDTH) -> str:
    """Return the chart as an SVG element that needs nothing else: letters are outlines, its title and words in text.

    The same chart gives the same string.
    """
    out = io.StringIO()
    with rc_context({"svg.hashsalt": "casualty-workbench", "svg.fonttype": "path"}):
        to_figure(chart, look, width).savefig(out, format="svg", metadata={"Date": None})
    return _self_contained(out.getvalue(), chart)


def to_png(chart: Chart, look: Look, width: float = WIDTH, dpi: int = 300) -> bytes:
    """Return the chart as a PNG of `dpi` dots an inch."""
    out = io.BytesIO()
    about = {"Software": None, "Title": chart.title, "Description": chart.description}
    to_figure(chart, look, width).savefig(out, format="png", dpi=dpi, metadata=about)
    return out.getvalue()


def to_pdf(chart: Chart, look: Look, width: float = WIDTH) -> bytes:
    """Return the chart as a PDF of one page, its type embedded."""
    out = io.BytesIO()
    about = {"CreationDate": None, "Creator": None, "Producer": None, "Title": chart.title}
    with rc_context({"pdf.fonttype": 42}):
        to_figure(chart, look, width).savefig(out, format="pdf", metadata=about)
    return out.getvalue()


def _self_contained(svg: str, chart: Chart) -> str:
    """Leave out what names other places (DOCTYPE, metadata), and say in words what the picture shows."""
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg[svg.index("<svg") :], count=1, flags=re.DOTALL)
    start = svg.index(">") + 1
    head = svg[: start - 1] + ' role="img" aria-labelledby="chart-title chart-words">'
    title = f'<title id="chart-title">{escape(chart.title)}</title>'
    return f'{head}\n {title}\n <desc id="chart-words">{escape(chart.description)}</desc>{svg[start:]}'
