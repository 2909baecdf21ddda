"""A bundle in which something that ships is missing or damaged: every command says so in a sentence."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import ROOT
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


def run(bundle: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-c", AS_A_BUNDLE, str(bundle.parent), *arguments]
    return subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


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
def test_reading_is_refused_with_the_name_of_the_file(bundle: Path, name: str, content: bytes | None) -> None:
    spoil(bundle, name, content)
    result = run(bundle, "extract", str(bundle.parents[1] / "a.txt"))
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"Error: {Path(name).name} in ")
    assert result.stderr.endswith("Install the program again.\n")
    assert "Traceback" not in result.stderr


def test_without_a_pipeline_names_are_found_by_the_others(bundle: Path) -> None:
    spoil(bundle, "pipelines/de/ner/model", b"half of it")
    result = run(bundle, "extract", str(bundle.parents[1] / "a.txt"))
    assert result.returncode == 0
    assert "model in " in result.stderr
    assert "is not as it was shipped. Names are found by the registers and rules alone" in result.stderr
    assert '"best": 5' in result.stdout


@pytest.mark.parametrize(
    ("name", "content"), [("templates/report.html.j2", b"{{ gone"), ("words/charts.en.json", b"{")]
)
def test_a_report_or_chart_is_refused_in_a_sentence(bundle: Path, name: str, content: bytes) -> None:
    shipped = sorted(path.name for path in (bundle / name).parent.iterdir())
    assert Path(name).name in shipped
    spoil(bundle, name, content)
    result = run(bundle, "demo", "--to", str(bundle.parents[1] / "demo"))
    assert "Traceback" not in result.stderr
    if name.startswith("templates"):
        assert result.returncode == 1
        assert result.stderr.startswith("Error: report.html.j2 in ")
        return
    case = str(bundle.parents[1] / "demo" / "sample.case")
    result = run(bundle, "chart", case, "--to", str(bundle.parents[1] / "a.svg"))
    assert result.returncode == 1
    assert result.stderr.startswith(f"Error: {Path(name).name} in ")
