from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner

from main import cli
from tests.conftest import ROOT
from workbench.case import Case, backups
from workbench.commands.opening import opened


def test_a_case_of_an_older_schema_is_backed_up_first_and_restored_by_one_command(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-2.case", path)
    before = path.read_bytes()
    Case.open(path).close()
    (kept,) = backups.backups_in(backups.folder_of(path))
    run = CliRunner()
    listed = run.invoke(cli, ["restore", str(path), "--list"])
    assert listed.output.startswith(f"{kept.at:%Y-%m-%d %H:%M:%S} UTC, line 14: ")
    path.unlink()
    done = run.invoke(cli, ["restore", str(path)])
    assert done.exit_code == 0
    assert "line 14" in done.output
    restored = tmp_path / "a restored.case"
    assert restored.read_bytes()[100:] == before[100:], "the header counts how often the file was changed"
    again = run.invoke(cli, ["restore", str(path), "--from", str(kept.path)])
    assert again.output == f"Restored: {tmp_path / 'a restored 2.case'}\n"
    folder = run.invoke(cli, ["restore", str(path), "--from", str(tmp_path)])
    assert folder.exit_code == 1
    assert "There is no backup of a.case" in folder.output


def test_a_command_that_writes_makes_one_backup_an_hour(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-5.case", path)
    for _ in range(3):
        with opened(path, "Ben") as case:
            case.undo()
    (kept,) = backups.backups_in(backups.folder_of(path))
    assert kept.line == 13
    assert abs((datetime.now(UTC) - kept.at).total_seconds()) < 3600
    kept.path.rename(kept.path.with_name(f"2099-01-01T00-00-00Z{kept.path.name[20:]}"))
    with opened(path, "Ben"):
        """The clock was set back since."""
    assert [backup.line for backup in backups.backups_in(kept.path.parent)] == [16, 13]


def test_newer_backups_that_cannot_be_restored_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-2.case", path)
    Case.open(path).close()
    folder = backups.folder_of(path)
    newer = folder / "2026-01-01T00-00-00Z no 9 line 99 0123456789ab.case"
    newer.write_bytes(b"not a case")
    done = CliRunner().invoke(cli, ["restore", str(path)])
    assert f"Passed over: {newer.name}: " in done.stderr
    assert done.stdout.startswith("Restored: ")
