"""A report as one HTML file that needs nothing else: no script, no picture, no font from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workbench.errors import BadResource
from workbench.exporters.report import Report
from workbench.resources import refuse_changed
from workbench.saving import save

_IDS = re.compile(r'\b(?:id="|href="#|url\(#)')
_LABELLED = re.compile(r'aria-labelledby="[^"]*"')
_DRAWINGS = re.compile(r"(?=<svg\b)")
#: How the ids of a second and further drawing begin.
_MORE = "more"
_TEMPLATE = "report.html.j2"


def render(report: Report, templates: Path) -> str:
    """Return the page; everything that comes from a case is escaped, only our own drawing is not."""
    refuse_changed(templates)
    if not (templates / _TEMPLATE).is_file():
        raise BadResource(f"{_TEMPLATE} is missing in {templates}. Install the program again.")
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    chart, dark = _drawing(report.chart), _drawing(report.dark_chart, "dark-")
    return environment.get_template(_TEMPLATE).render(report=report, chart=chart, dark_chart=dark)


def write(report: Report, path: Path, templates: Path) -> None:
    """Write the page to `path`, whole or not at all, and never over a case; `templates`: resources/templates."""
    save(render(report, templates).encode("utf-8", "replace"), path, "report")


def _drawing(svg: str, prefix: str = "") -> Markup:
    """Take the drawings out of their files, whose heads name an address; `prefix` sets their ids apart from others'."""
    parts = _DRAWINGS.split(svg)[1:]
    told = (_apart(part, prefix if number == 0 else f"{prefix}{_MORE}{number}-") for number, part in enumerate(parts))
    return Markup("".join(told))  # noqa: S704  # drawn by workbench.charts, texts escaped


def _apart(drawing: str, prefix: str) -> str:
    """Return a drawing with another beginning to its ids."""
    if not prefix:
        return drawing
    drawing = _IDS.sub(rf"\g<0>{prefix}", drawing)
    return _LABELLED.sub(lambda found: found[0].replace("chart-", f"{prefix}chart-"), drawing)
