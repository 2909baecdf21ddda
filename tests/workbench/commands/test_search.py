from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from main import cli
from tests.conftest import ROOT
from workbench.case import Case
from workbench.commands.search import counted
from workbench.model.search import Found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.case"
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-7.case", path)
    Case.open(path).close()  # which brings it to this schema
    return path


def run(path: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["search", str(path), *words])


def test_words_are_found_in_any_spelling(path: Path) -> None:
    found = run(path, "getoetet")
    assert found.exit_code == 0
    assert found.stdout.startswith("article ")
    assert "«getötet»" in found.stdout
    assert found.stderr.splitlines()[-1].startswith("2 articles; 0 in claims"), "after the line on its older schema"


def test_a_note_of_the_seventh_schema_leads_to_its_claim(path: Path) -> None:
    found = run(path, "strassenpolizei", "muenchen", "--json")
    (hit,) = map(json.loads, found.stdout.splitlines())
    assert (hit["found_in"], hit["claim"]) == ("claim", 4)
    assert [hit["passage"][start:end] for start, end in hit["marks"]] == ["München", "Straßenpolizei"]


def test_articles_are_narrowed_down_without_words(path: Path) -> None:
    days = [json.loads(line)["published"] for line in run(path, "--language", "de", "--json").stdout.splitlines()]
    assert days
    first = min(map(date.fromisoformat, days))
    assert run(path, "--until", f"{first.year - 1}").exit_code == 1
    assert run(path, "--since", str(first), "--state", "new").exit_code == 0


@pytest.mark.parametrize("words", [(), ("  ",), ("x", "--since", "gestern"), ("x", "--state", "old")])
def test_what_is_no_search_is_told(path: Path, words: tuple[str, ...]) -> None:
    told = run(path, *words)
    assert told.exit_code == 2
    assert "Error: " in told.stderr


def test_whatever_is_typed_is_harmless(path: Path) -> None:
    assert run(path, 'NEAR("', "*", "--", "-x").exit_code in (0, 1)


def test_many_are_counted_up_to_where_they_are_ranked() -> None:
    assert counted(Found((), 2001, 7, 2000)) == "more than 2000 articles, of which 0 are shown; 7 in claims and notes"
