"""``chart``: every kind in every format, in both languages, and what cannot be charted."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.workbench.values import article, claim, document, incident
from workbench import acts
from workbench.case import Case
from workbench.changes import Change, adding
from workbench.charts.exported import FORMATS
from workbench.charts.kinds import KINDS
from workbench.commands.chart import chart
from workbench.model.circumstance import When, Where
from workbench.model.claim import Effect

Call = Callable[..., Result]
BEGINNINGS = {"PNG": b"\x89PNG", "SVG": b"<svg", "PDF": b"%PDF", "CSV": b"\xef\xbb\xbf"}
MONDAY = date(2024, 11, 25)


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Make a case with one incident of wounded soldiers in Aleppo, and return the command on it."""
    path = tmp_path / "a.case"
    case = Case.create(path, "Ana")
    case.apply(acts.import_article(article(1), document()))
    aleppo = replace(incident(2), when=When(MONDAY, MONDAY, 1), where=Where("SY-HL", "Aleppo", 4, 36.2, 37.1))
    told = claim(3, effect=Effect.WOUNDED, incident_id=2)
    case.apply(Change("extract", adding([aleppo, told]), automatic=True))
    case.close()
    return lambda to, *arguments: CliRunner().invoke(chart, [str(path), "--to", str(tmp_path / to), *arguments])


@pytest.mark.parametrize("kind", [one.id for one in KINDS])
@pytest.mark.parametrize("format_", FORMATS)
def test_every_kind_is_written_in_every_format(call: Call, tmp_path: Path, kind: str, format_: str) -> None:
    result = call(f"c.{format_.lower()}", "--kind", kind)
    assert result.exit_code == 0, result.output
    assert f"The chart is in {tmp_path / 'c.'}{format_.lower()}" in result.stdout
    assert (tmp_path / f"c.{format_.lower()}").read_bytes().startswith(BEGINNINGS[format_])


def test_what_there_is_is_charted_where_nobody_was_killed(call: Call, tmp_path: Path) -> None:
    call("c.csv")
    (row,) = csv.DictReader((tmp_path / "c.csv").read_text(encoding="utf-8-sig").splitlines())
    assert row["effect"] == "wounded"
    assert row["claims"] == "3"
    assert call("c.csv", "--effect", "killed").exit_code == 0
    (row,) = csv.DictReader((tmp_path / "c.csv").read_text(encoding="utf-8-sig").splitlines())
    assert (row["effect"], row["low"], row["claims"]) == ("killed", "", "")  # unknown, and never 0


def test_words_are_those_of_the_language(call: Call, tmp_path: Path) -> None:
    call("c.svg", "--kind", "over_time", "--step", "week", "--incident", "2")
    english = (tmp_path / "c.svg").read_text(encoding="utf-8")
    call("c.svg", "--kind", "over_time", "--step", "week", "--incident", "2", "--language", "de")
    german = (tmp_path / "c.svg").read_text(encoding="utf-8")
    assert "Wounded" in english
    assert "Wounded" not in german
    assert "Verwundete" in german or "Verletzte" in german


@pytest.mark.parametrize(
    ("to", "arguments", "said"),
    [
        ("c.docx", (), "There is no format “DOCX”. Choose one of: PNG, SVG, PDF, CSV."),
        ("c.png", ("--kind", "pie"), "There is no kind of chart “pie”. Choose one of: by_side, over_time,"),
        ("c.png", ("--effect", "tired"), "There is no effect “tired”. Choose one of: killed, wounded,"),
        ("c.png", ("--incident", "77"), "There is no incident “77”. Choose one of: 2."),
        ("c.png", ("--stack", "age"), "There is no stack “age”."),
        ("c.png", ("--step", "year"), "There is no step “year”. Choose one of: day, week, month."),
        ("c.png", ("--language", "xx"), "There is no language “xx”. Choose one of: de, en."),
    ],
)
def test_what_there_is_not_is_named(call: Call, tmp_path: Path, to: str, arguments: tuple[str, ...], said: str) -> None:
    result = call(to, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / to).exists()


def test_a_case_is_never_overwritten_by_its_chart(call: Call, tmp_path: Path) -> None:
    try:
        (tmp_path / "c.png").symlink_to(tmp_path / "a.case")
        (tmp_path / "c.png").stat()
    except OSError:
        pytest.skip("this system makes no links")
    result = call("c.png")
    assert result.exit_code == 1
    assert (tmp_path / "a.case").read_bytes().startswith(b"SQLite format 3")
