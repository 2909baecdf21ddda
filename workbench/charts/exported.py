"""A chart as a file: a picture, a drawing, a page, or its numbers as a table."""

from __future__ import annotations

from workbench.charts.kinds import Chart
from workbench.charts.look import LIGHT

#: The formats there are, by the endings of their files.
FORMATS = ("PNG", "SVG", "PDF", "CSV")


def exported(chart: Chart, format_: str) -> bytes:
    """Return a chart's file: PNG (300 dots an inch), SVG, PDF in the light look, or its numbers as CSV."""
    if format_ == "CSV":
        return chart.table().to_csv().encode("utf-8-sig")
    from workbench.charts.drawing import to_pdf, to_png, to_svg

    if format_ == "SVG":
        return to_svg(chart, LIGHT).encode()
    return to_png(chart, LIGHT) if format_ == "PNG" else to_pdf(chart, LIGHT)
