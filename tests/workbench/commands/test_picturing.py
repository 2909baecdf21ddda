from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from tests.workbench.exporters import material
from workbench.commands.picturing import series_of, write_page
from workbench.model.claim import Effect
from workbench.model.figure import Reckoning


def test_the_chart_shows_what_the_report_says() -> None:
    series = series_of(material.Contents(), material.RECKONING)
    labels = {bar.name: bar.label for bar in series.bars}
    assert (labels["Government"], labels["Civilians"]) == ("12", "unquantified")


def test_the_report_holds_the_chart_light_and_dark(tmp_path: Path, resources: Path) -> None:
    path = tmp_path / "report.html"
    write_page(material.Contents(), material.RECKONING, material.MADE, path, resources)
    text = path.read_text(encoding="utf-8")
    assert text.count("<svg") == 2
    assert "DOCTYPE svg" not in text


def test_no_id_of_the_report_is_given_twice(tmp_path: Path, resources: Path) -> None:
    path = tmp_path / "report.html"
    ranges = tuple(
        replace(row, low=low, best=None, high=high, unquantified=False, effect=effect)
        for effect in (Effect.KILLED, Effect.WOUNDED)
        for row, low, high in zip(material.FIGURES, (5, 7), (9, None), strict=True)
    )
    write_page(material.Contents(), Reckoning(ranges, ()), material.MADE, path, resources)
    text = path.read_text(encoding="utf-8")
    for id_ in ("whisker-killed-0", "more1-open-wounded-1", "dark-whisker-killed-0", "dark-more1-open-wounded-1"):
        assert f'id="{id_}"' in text
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert text.count("<svg") == 4
    assert set(re.findall(r'(?:href="#|url\(#|labelledby=")([^")\s]+)', text)) <= set(ids)


def test_a_case_without_figures_has_a_report_without_a_chart(tmp_path: Path, resources: Path) -> None:
    path = tmp_path / "report.html"
    write_page(material.Contents(()), Reckoning((), ()), material.MADE, path, resources)
    assert "<svg" not in path.read_text(encoding="utf-8")
