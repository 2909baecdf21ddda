"""Files whose names hold bytes that are no letters (Linux allows any) are read and written like others."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from main import cli
from workbench.case import Case, verify

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
TEXT = "Gefechte\n\nVier Zivilisten wurden verletzt, sagte die Armee am Mittwoch.\n"


def run(*arguments: object) -> Result:
    done = CliRunner().invoke(cli, [str(each) for each in arguments])
    assert done.exit_code == 0, done.output
    return done


def test_what_is_kept_of_a_name_is_text(tmp_path: Path) -> None:
    odd, file = tmp_path / os.fsdecode(b"F\xe4lle.case"), tmp_path / os.fsdecode(b"Verw\xfcstung.txt")
    plain, other = tmp_path / "a.case", tmp_path / "a.txt"
    file.write_text(TEXT)
    other.write_text(TEXT.replace("Vier", "Drei"))
    run("import", odd, file, "--outlet", "X", "--analyst", os.fsdecode(b"J\xf6rg"))
    run("import", plain, other, "--outlet", "X")
    run("merge", plain, odd)
    case = Case.open_reading(plain)
    assert [one.name for one in case.merged()] == ["F\ufffdlle"]
    assert {one.file_name for one in case.articles()} == {"a.txt", "Verw\ufffdstung.txt"}
    case.close()
    theirs = Case.open_reading(odd)
    assert {line.analyst for line in theirs.log()} == {"J\ufffdrg"}
    theirs.close()
    assert verify(odd).faults == verify(plain).faults == ()
