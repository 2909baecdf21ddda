"""The chart and the report of a case, put together from figures, charts and exporters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from workbench.case import Case
from workbench.charts.atlas import load as load_atlas
from workbench.charts.background import Background
from workbench.charts.drawing import to_svg
from workbench.charts.kinds import Material
from workbench.charts.look import DARK, LIGHT, Look
from workbench.charts.phrases import Phrases, english
from workbench.charts.series import SideSeries, by_side, effects_in
from workbench.commands.opening import basis_of, made_now
from workbench.exporters import html
from workbench.exporters.report import Contents, Made, build
from workbench.model.figure import Reckoning
from workbench.reckoning.conventions import Conventions
from workbench.reckoning.undecided import undecided
from workbench.reckoning.voices import Voice, voices
from workbench.resources import folder


def background_of(case: Contents, phrases: Phrases | None = None) -> Background:
    """Return what stands behind the figures of a case, in the words of a language (English)."""
    return Background(
        {claim.id: claim for claim in case.claims()},
        case.actors(),
        case.sources(),
        {incident.id: incident for incident in case.incidents()},
        case.method().convention,
        {article.id: article for article in case.articles()},
        phrases or english(),
        case.sides(),
        undecided(case),
    )


def series_of(case: Contents, reckoning: Reckoning) -> SideSeries:
    """Return the chart of every effect that has figures, by side."""
    background = background_of(case)
    return by_side(reckoning, background.sides.values(), effects_in(reckoning), background=background)


def material_of(case: Case, reckoning: Reckoning, conventions: Conventions, phrases: Phrases) -> Material:
    """Return what every kind of chart of an open case is made of."""
    background, basis = background_of(case, phrases), basis_of(case, conventions)

    def said(incident: int) -> Sequence[Voice]:
        return voices(incident, case.claims_of(incident), basis)

    return Material(reckoning, tuple(background.sides.values()), background, said, partial(load_atlas, folder()))


def write_report(case: Case, reckoning: Reckoning, path: Path, resources: Path) -> None:
    """Write the report of an open case to `path`, in the name of its analyst."""
    write_page(case, reckoning, made_now(case), path, resources)


def _drawn(series: SideSeries, look: Look) -> str:
    """Return a drawing for each effect, for paper is cut between them; the lines stand under the last."""
    last = len(series.panels) - 1
    return "".join(
        to_svg(replace(series, title=panel.title, panels=(panel,), caption=series.caption if n == last else ()), look)
        for n, panel in enumerate(series.panels)
    )


def write_page(case: Contents, reckoning: Reckoning, made: Made, path: Path, resources: Path) -> None:
    """Write a report with its chart, for light and for dark, to `path`."""
    series = series_of(case, reckoning)
    light, dark = (_drawn(series, look) if series.bars else "" for look in (LIGHT, DARK))
    html.write(build(case, reckoning, made, light, dark), path, resources / "templates")
