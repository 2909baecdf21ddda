from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from main import cli
from tests.workbench.casefile.killing import make
from workbench.case import Case, backups, cipher, verify
from workbench.commands.unlocking import GIVEN, GIVEN_NEW

ONE, OTHER = "vier kurze Wörter hier", "und vier ganz andere"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.case"
    make(path)
    assert backups.back_up(path, backups.folder_of(path), datetime.now(UTC))
    return path


def call(*args: object, now: str = "", new: str = "", **others: str) -> Result:
    given = {GIVEN: now or None, GIVEN_NEW: new or None, **others}
    result = CliRunner().invoke(cli, [str(arg) for arg in args], env=given)
    assert not [words for words in (ONE, OTHER) if words in result.output]
    return result


def test_a_passphrase_is_set_changed_and_taken_away(path: Path) -> None:
    done = call("passphrase", path, new=ONE)
    assert done.exit_code == 0, done.output
    assert "a.case is encrypted" in done.output
    assert "One backup made before is plain" in done.output
    assert verify(path, key=cipher.key_of(path, ONE)).faults == ()
    assert call("passphrase", path, new=OTHER).exit_code == 1
    assert call("passphrase", path, now=ONE, new=OTHER).exit_code == 0
    assert call("verify", path, now=ONE).output.startswith("Error: This passphrase does not open a.case.")
    assert "✓ Verifies" in call("verify", path, now=OTHER).output
    gone = call("passphrase", path, "--remove", now=OTHER)
    assert "has no passphrase any longer" in gone.output
    assert verify(path).faults == ()
    again = call("passphrase", path, "--remove")
    assert again.exit_code == 1
    assert "is not encrypted" in again.output


def test_backups_made_before_are_converted_or_deleted(path: Path) -> None:
    folder = backups.folder_of(path)
    done = call("passphrase", path, "--backups", "convert", new=ONE)
    assert "Written anew: 1 " in done.output
    (kept,) = backups.backups_in(folder)
    assert cipher.is_encrypted(kept.path)
    restored = call("restore", path, now=ONE)
    assert "a restored.case" in restored.output
    assert cipher.is_encrypted(path.with_name("a restored.case"))
    done = call("passphrase", path, "--backups", "delete", now=ONE, new=OTHER)
    assert "Deleted: 1 " in done.output
    assert backups.backups_in(folder) == []


def test_a_new_case_is_encrypted_from_its_first_byte(tmp_path: Path, path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Bei Kämpfen bei Homs wurden fünf Soldaten getötet, sagte die Armee.", encoding="utf-8")
    new = tmp_path / "new.case"
    assert call("import", new, article, "--encrypt", new="kurz").exit_code == 1
    assert not new.exists()
    done = call("import", new, article, "--encrypt", "--analyst", "Ana", new=ONE)
    assert done.exit_code == 0, done.output
    assert cipher.is_encrypted(new)
    report = tmp_path / "r.html"
    assert "It is not encrypted, though the case is." in call("report", new, "--to", report, now=ONE).output
    over = call("report", path, "--to", new)
    assert over.exit_code == 1
    assert "is a case" in over.output
    refused = call("import", path, new, now=ONE)
    assert refused.exit_code == 1
    assert call("import", path, article, "--encrypt", new=ONE).exit_code == 2
    case = Case.open(new, key=cipher.key_of(new, ONE))
    assert len(case.articles()) == 1
    case.close()


def test_encrypted_cases_are_merged(tmp_path: Path, path: Path) -> None:
    other = tmp_path / "b.case"
    other.write_bytes(path.read_bytes())
    assert call("passphrase", other, new=ONE).exit_code == 0
    before = other.read_bytes()
    assert call("merge", path, other).exit_code == 1
    assert "b.case is encrypted and a.case is not" in call("merge", path, other, now=ONE).output
    assert call("merge", other, path, now=ONE).exit_code == 0
    assert len(other.read_bytes()) == len(before)
    assert call("passphrase", path, new=ONE).exit_code == 0
    told = call("merge", path, other, now=ONE)
    assert told.exit_code == 0, told.output
    assert "There is nothing to merge." in told.output
