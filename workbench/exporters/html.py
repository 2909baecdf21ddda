"""A report as one HTML file that needs nothing else: no script, no picture, no font from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workbench.errors import BadResource
from workbench.exporters.report import Report
from workbench.saving import save

_IDS = re.compile(r'\b(?:id="|href="#|url\(#)')
_LABELLED = re.compile(r'aria-labelledby="[^"]*"')
_TEMPLATE = "report.html.j2"


def render(report: Report, templates: Path) -> str:
    """Return the page; everything that comes from a case is escaped, only our own drawing is not."""
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
    """Take the drawing out of its file, whose head names an address; `prefix` sets its ids apart from another's."""
    start = svg.find("<svg")
    drawing = _IDS.sub(rf"\g<0>{prefix}", svg[start:]) if prefix else svg[start:]
    if prefix:
        drawing = _LABELLED.sub(lambda found: found[0].replace("chart-", f"{prefix}chart-"), drawing)
    return Markup(drawing) if start >= 0 else Markup("")  # noqa: S704  # drawn by workbench.charts, texts escaped
