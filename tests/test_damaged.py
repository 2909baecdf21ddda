"""A bundle in which something that ships is missing or damaged: every command says so in a sentence."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from main import cli
from tests.conftest import ROOT
from tests.workbench.values import article, claim, document, incident
from workbench import acts
from workbench.case import Case
from workbench.changes import Change, adding
from workbench.resources import SUMS

#: Runs the program as a bundle would: resources lie where PyInstaller unpacks them.
AS_A_BUNDLE = "import runpy, sys; sys._MEIPASS = sys.argv.pop(1); runpy.run_path('main.py', run_name='__main__')"


@pytest.fixture(scope="module")
def listed(resources: Path) -> str:
    files = sorted(path for path in resources.rglob("*") if path.is_file())
    lines = (f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(resources).as_posix()}" for path in files)
    return "\n".join(lines)


@pytest.fixture
def bundle(tmp_path: Path, resources: Path, listed: str) -> Path:
    """Make a folder with the resources of a bundle, in which files can be spoilt."""
    target = tmp_path / "inside" / "resources"
    for path in resources.rglob("*"):
        copy = target / path.relative_to(resources)
        if path.is_dir():
            copy.mkdir(parents=True, exist_ok=True)
        else:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.symlink_to(path)
    (target / SUMS).write_text(listed, encoding="utf-8")
    (tmp_path / "a.txt").write_text(
        "Bei den Kämpfen in Homs wurden nach Angaben der Polizei fünf Soldaten getötet.", encoding="utf-8"
    )
    return target


def spoil(bundle: Path, name: str, content: bytes | None) -> None:
    """Put other bytes in the place of a resource, or nothing."""
    (bundle / name).unlink()
    if content is not None:
        (bundle / name).write_bytes(content)


def call(patch: pytest.MonkeyPatch, bundle: Path, *arguments: str | Path) -> Result:
    """Run a command on the resources of a bundle; what nobody turned into a sentence fails here."""
    patch.setattr(sys, "_MEIPASS", str(bundle.parent), raising=False)
    return CliRunner().invoke(cli, list(map(str, arguments)), catch_exceptions=False)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lexicon/de.json", None),
        ("lexicon/de.json", b"{}"),
        ("registers/actors/syria.tsv", b"id\tname\n"),
        ("registers/sides.tsv", b"\xff\xfe\x00"),
        ("conventions/vague_numbers.tsv", b""),
        ("gazetteer/names.tsv", b"half of it"),
        ("gazetteer/stoplist.tsv", None),
    ],
)
def test_reading_is_refused_with_the_name_of_the_file(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes | None
) -> None:
    spoil(bundle, name, content)
    result = call(monkeypatch, bundle, "extract", bundle.parents[1] / "a.txt")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"Error: {Path(name).name} in ")
    assert result.stderr.endswith("Install the program again.\n")


@pytest.mark.parametrize("how", [["--lang", "de"], ["--jsonl"]])
def test_a_language_that_is_gone_is_no_wrong_call(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, how: list[str]
) -> None:
    spoil(bundle, "lexicon/de.json", None)
    result = call(monkeypatch, bundle, "extract", *how, bundle.parents[1] / "a.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: de.json in ")
    assert result.stderr.endswith("is missing. Install the program again.\n")


def test_without_a_pipeline_names_are_found_by_the_others(bundle: Path) -> None:
    spoil(bundle, "pipelines/de/ner/model", b"half of it")
    line = [sys.executable, "-c", AS_A_BUNDLE, str(bundle.parent), "extract", str(bundle.parents[1] / "a.txt")]
    result = subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0
    assert "model in " in result.stderr
    assert "is not as it was shipped. Names are found by the registers and rules alone" in result.stderr
    assert '"best": 5' in result.stdout


@pytest.mark.parametrize(
    ("name", "content", "command"),
    [
        ("templates/report.html.j2", b"{{ gone", ["report", "--to", "a.html"]),
        ("words/charts.en.json", b"{", ["chart", "--to", "a.svg"]),
        ("words/charts.en.json", None, ["chart", "--to", "a.svg"]),
        ("words/charts.de.json", None, ["chart", "--to", "a.svg", "--language", "de"]),
    ],
)
def test_a_report_or_chart_is_refused_in_a_sentence(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, content: bytes | None, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(Case.create(tmp_path / "a.case", "Ana")) as case:
        case.apply(acts.import_article(article(1), document()))
        case.apply(Change("extract", adding([incident(2), claim(3, incident_id=2)]), automatic=True))
    spoil(bundle, name, content)
    result = call(monkeypatch, bundle, command[0], "a.case", *command[1:])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {Path(name).name} in ")
