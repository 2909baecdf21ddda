from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from click.testing import CliRunner

from main import cli
from tests.conftest import ROOT


def test_a_case_that_holds_and_one_that_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-5.case", path)
    run = CliRunner()
    holds = run.invoke(cli, ["verify", str(path)])
    assert holds.exit_code == 0
    assert holds.output.startswith("✓ Verifies: 13 lines of the journal, ")
    head = holds.output.split()[-1].rstrip(".")
    assert run.invoke(cli, ["verify", str(path), "--noted", head]).exit_code == 0
    db = sqlite3.connect(path)
    db.execute("UPDATE claim SET high = 900 WHERE id = (SELECT min(id) FROM claim)")
    db.commit()
    db.close()
    broken = run.invoke(cli, ["verify", str(path), "--noted", "0" * 64])
    assert broken.exit_code == 1
    first, second, last = broken.output.splitlines()
    assert first.startswith("✗ No line of the journal has the hash that was noted")
    assert second.startswith("✗ Claim ")
    assert "is 900" in second
    assert last.startswith("✗ Does not verify: 13 lines")


def test_what_is_no_case_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    path.write_text("Berichte")
    told = CliRunner().invoke(cli, ["verify", str(path)])
    assert told.exit_code == 1
    assert "a.case is not a case file" in told.output


def test_indexes_are_made_anew_when_asked_and_other_damage_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-9.case", path)
    db = sqlite3.connect(path)
    db.execute("DELETE FROM words WHERE kind = 'mention'")
    db.execute("UPDATE claim SET high = 900 WHERE id = (SELECT min(id) FROM claim)")
    db.commit()
    db.close()
    run = CliRunner()
    claim, index, _ = run.invoke(cli, ["verify", str(path)]).output.splitlines()
    assert index.startswith("✗ The index of words is not what the rows say.")
    assert "--mend" in index
    mended = run.invoke(cli, ["verify", str(path), "--mend"])
    assert mended.exit_code == 1
    assert mended.output.splitlines()[:-1] == [claim]
    assert [found.name for found in tmp_path.iterdir()] == ["a.case"]
