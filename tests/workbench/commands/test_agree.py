"""``agree`` on the command line."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from main import cli
from tests.workbench.values import article, document, findings
from workbench import acts, recording
from workbench.case import Case
from workbench.changes import Change
from workbench.model.article import ReviewState
from workbench.model.claim import Effect


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["agree", *map(str, arguments)])


def apply(case: Case, *changes: Change) -> None:
    for change in changes:
        case.apply(change)


@pytest.fixture
def cases(tmp_path: Path) -> tuple[Path, Path]:
    """The cases of two analysts who read the same article; they agree on one of two effects."""
    one, other = tmp_path / "ana.case", tmp_path / "ben.case"
    case = Case.create(one, "Ana")
    apply(case, acts.import_article(article(), document()))
    apply(case, recording.record_findings(article(), findings(), 2, automatic=True))
    apply(case, acts.set_state(case.article(1), ReviewState.IN_REVIEW), acts.accept(case.claim(3)))
    case.close()
    shutil.copyfile(one, other)
    for path, effect in ((one, Effect.KILLED), (other, Effect.WOUNDED)):
        case = Case.open(path)
        claim = case.claim(4)
        apply(case, acts.accept(claim) if effect is claim.effect else acts.edit_effect(claim, effect))
        case.close()
    return one, other


def test_the_table_is_printed_and_nothing_changed(cases: tuple[Path, Path]) -> None:
    contents = [path.read_bytes() for path in cases]
    done = run(*cases)
    assert done.exit_code == 0, done.output
    assert done.output.startswith("1 of 1 common articles were begun by both analysts. 1 mentions and claims")
    assert "effect of claims both hold" in done.output
    assert [path.read_bytes() for path in cases] == contents


def test_the_table_for_a_spreadsheet(cases: tuple[Path, Path]) -> None:
    rows = {row["what"]: row for row in csv.DictReader(run(*cases, "--csv").output.splitlines())}
    effects = rows["effect of claims both hold"]
    assert (effects["units"], effects["agreed"], effects["observed"], effects["kappa"]) == ("2", "1", "0.5", "0.0")
    assert rows["same low and high"]["observed"] == "1.0"


def test_one_case_named_twice_is_told(cases: tuple[Path, Path]) -> None:
    refused = run(cases[0], cases[0])
    assert refused.exit_code == 1
    assert "ana.case is named twice" in refused.output
