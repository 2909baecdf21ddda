"""The chart and the report of a case, put together from figures, charts and exporters."""

from __future__ import annotations

from pathlib import Path

from workbench.case import Case
from workbench.charts.background import Background
from workbench.charts.drawing import to_svg
from workbench.charts.look import DARK, LIGHT
from workbench.charts.series import SideSeries, by_side, effects_in
from workbench.commands.opening import made_now
from workbench.exporters import html
from workbench.exporters.report import Contents, Made, build
from workbench.model.figure import Reckoning


def series_of(case: Contents, reckoning: Reckoning) -> SideSeries:
    """Return the chart of every effect that has figures, by side."""
    background = Background(
        {claim.id: claim for claim in case.claims()},
        case.actors(),
        case.sources(),
        {incident.id: incident for incident in case.incidents()},
        case.method().convention,
        sides=case.sides(),
    )
    return by_side(reckoning, background.sides.values(), effects_in(reckoning), background=background)


def write_report(case: Case, reckoning: Reckoning, path: Path, resources: Path) -> None:
    """Write the report of an open case to `path`, in the name of its analyst."""
    write_page(case, reckoning, made_now(case), path, resources)


def write_page(case: Contents, reckoning: Reckoning, made: Made, path: Path, resources: Path) -> None:
    """Write a report with its chart, for light and for dark, to `path`."""
    series = series_of(case, reckoning)
    light, dark = (to_svg(series, look) if series.bars else "" for look in (LIGHT, DARK))
    html.write(build(case, reckoning, made, light, dark), path, resources / "templates")
