from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from main import cli
from workbench import version
from workbench.casefile import cipher


def frozen(patch: pytest.MonkeyPatch, *files: Path) -> None:
    """Let the program be the first of these files, as a bundle is; all of them are there."""
    for file in files:
        file.touch()
    patch.setattr(sys, "frozen", True, raising=False)
    patch.setattr(sys, "executable", str(files[0]))


def test_from_source_it_is_called_as_its_file() -> None:
    assert version.called() == "main.py"
    assert version.file().is_file()


def test_a_bundle_is_called_as_its_own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frozen(monkeypatch, tmp_path / "casualty-workbench")
    assert version.called() == "casualty-workbench"


@pytest.mark.parametrize("started", ["casualty-workbench.exe", "casualty-workbench-cli.exe"])
def test_of_two_files_the_one_with_a_console_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: str
) -> None:
    (tmp_path / "casualty-workbench-cli.exe").touch()
    frozen(monkeypatch, tmp_path / started)
    assert version.called() == "casualty-workbench-cli.exe"


def test_sentences_name_what_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frozen(monkeypatch, tmp_path / "casualty-workbench")
    for wrong, words in (("gone.case", "casualty-workbench import gone.case ARTICLE…"), ("zzz", "workbench --help")):
        told = CliRunner().invoke(cli, [wrong], prog_name=version.called()).stderr
        assert words in told
        assert "main.py" not in told
    assert "“casualty-workbench restore”" in str(cipher.wrong(tmp_path / "a.case"))


def test_no_other_sentence_names_the_file_of_the_source() -> None:
    root = version.file().parent
    files = [*(root / "workbench").rglob("*.py"), *(root / "ui").rglob("*.py")]
    named = {
        file.name for file in files if '"main.py' in (text := file.read_text(encoding="utf-8")) or "“main.py" in text
    }
    assert named == {"version.py"}
