"""``merge`` on the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from main import cli
from tests.workbench.values import TEXT, article, document, findings
from workbench import acts, recording
from workbench.case import Case, backups, verify
from workbench.model.claim import Effect
from workbench.model.mention import Status


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["merge", *map(str, arguments), "--analyst", "Ana"])


def change(path: Path, analyst: str, *, effect: Effect) -> None:
    case = Case.open(path, analyst)
    case.apply(acts.edit_effect(case.claim(3), effect))
    case.close()


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    """A case with an article: incident 2, claims 3 and 4, mention 5."""
    case = Case.create(tmp_path / "ana.case", "Ana")
    case.apply(acts.import_article(article(), document()))
    case.apply(recording.record_findings(article(), findings(), 2, automatic=True))
    case.close()
    return tmp_path / "ana.case"


@pytest.fixture
def ben(ana: Path) -> Path:
    path = ana.with_name("ben.case")
    shutil.copyfile(ana, path)
    case = Case.open(path, "Ben")
    case.apply(acts.accept(case.claim(4)))
    other = article(case.reserve(1), f"{TEXT} Am Abend.")
    case.apply(acts.import_article(other, document(f"{TEXT} Am Abend.")))
    case.close()
    return path


def test_what_the_other_did_is_taken_over_and_the_other_left_alone(ana: Path, ben: Path) -> None:
    content = ben.read_bytes()
    done = run(ana, ben)
    assert done.exit_code == 0, done.output
    assert "ben is a copy of this case: the first 3 lines" in done.output
    assert "article: 1 added, 0 changed, 0 taken away" in done.output
    assert "ben is merged into ana.case" in done.output
    assert ben.read_bytes() == content
    assert not [*ben.parent.glob("ben.case-*")]
    assert verify(ana).faults == ()
    case = Case.open(ana, "Eva")
    assert case.claim(4).status is Status.ACCEPTED
    assert case.text(case.articles()[1].id) == f"{TEXT} Am Abend."
    assert case.consistent()
    (line,) = case.log(limit=1)
    assert (line.act, line.about, line.analyst) == ("merge_case", "ben", "Ana")
    assert " Ben: accept “ein" in line.note
    case.undo()
    assert len(case.articles()) == 1
    assert case.redo() is not None
    assert case.merged()[0].line == 5
    case.close()


def test_a_second_merge_finds_nothing(ana: Path, ben: Path) -> None:
    run(ana, ben)
    again = run(ana, ben)
    assert again.exit_code == 0
    assert "There is nothing to merge." in again.output
    assert "There is nothing to merge." in run(ben, ana, "--dry-run").output


def test_a_backup_is_made_first(ana: Path, ben: Path) -> None:
    run(ana, ben)
    backup, *_ = backups.backups_in(backups.folder_of(ana))
    assert backup.line == 3
    assert verify(backup.path).faults == ()


def test_what_both_changed_is_asked_before_anything_is_written(ana: Path, ben: Path) -> None:
    change(ana, "Ana", effect=Effect.CAPTURED)
    change(ben, "Ben", effect=Effect.WOUNDED)
    content = ana.read_bytes()
    asked = run(ana, ben)
    assert asked.exit_code == 1
    assert "1. effect of claim “Drei Soldaten” in “Gefechte”: mine: captured (Ana, 20" in asked.output
    assert "theirs: wounded (Ben, 20" in asked.output
    assert "Nothing was written: not answered yet is 1. Answer with --take 1=mine" in asked.output
    assert ana.read_bytes() == content
    assert run(ana, ben, "--take", "mine", "--take", "1=theirs").exit_code == 0
    case = Case.open(ana)
    assert case.claim(3).effect is Effect.WOUNDED
    case.close()


def test_a_dry_run_writes_nothing(ana: Path, ben: Path) -> None:
    content = ana.read_bytes()
    assert "Nothing was written." in run(ana, ben, "--dry-run").output
    assert ana.read_bytes() == content


@pytest.mark.parametrize(
    ("take", "why"), [("his", "“his” is no answer"), ("x=mine", "“x=mine” is no answer"), ("7=mine", "no question 7")]
)
def test_an_answer_that_is_none_is_told(ana: Path, ben: Path, take: str, why: str) -> None:
    refused = run(ana, ben, "--take", take)
    assert refused.exit_code == 2
    assert why in refused.output


def test_a_case_is_not_merged_into_itself(ana: Path) -> None:
    refused = run(ana, ana)
    assert refused.exit_code == 1
    assert "ana.case is this very case. Choose the other analyst's copy" in refused.output


def test_what_is_no_case_is_told(ana: Path, tmp_path: Path) -> None:
    (tmp_path / "x.case").write_text("no case")
    assert "x.case is not a case file" in run(ana, tmp_path / "x.case").output


def test_a_damaged_case_is_told(ana: Path, ben: Path) -> None:
    content = bytearray(ben.read_bytes())
    place = content.find(b'"status":"accepted"')
    content[place + 10 : place + 18] = b"rejected"
    ben.write_bytes(content)
    refused = run(ana, ben)
    assert refused.exit_code == 1
    assert "ben.case does not verify: " in refused.output
    assert "Restore a backup of it" in refused.output


def test_a_case_of_a_newer_program_is_told(ana: Path, ben: Path) -> None:
    content = bytearray(ben.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    ben.write_bytes(content)
    assert "newer version of this program" in run(ana, ben).output


def test_a_case_that_can_only_be_read_is_merged_from_and_not_into(ana: Path, ben: Path) -> None:
    ben.chmod(0o444)
    assert run(ana, ben).exit_code == 0
