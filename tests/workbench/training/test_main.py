from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from workbench.training.__main__ import main


def test_a_language_without_corpora_is_a_sentence(recipe: Path, tmp_path: Path) -> None:
    options = {"--recipes": recipe.parent, "--corpora": tmp_path, "--to": tmp_path / "to", "--work": tmp_path / "work"}
    done = CliRunner().invoke(main, [str(part) for option in options.items() for part in option])
    assert done.exit_code == 1
    assert done.output.startswith("Error: The vectors table.txt.xz are missing in ")
    assert not (tmp_path / "to").exists()


def test_the_command_trains_in_a_process_that_is_started_anew(recipe: Path, tmp_path: Path) -> None:
    places = ["--corpora", str(tmp_path), "--to", str(tmp_path / "to"), "--work", str(tmp_path / "work")]
    command = [sys.executable, "-m", "workbench.training", "de", "--recipes", str(recipe.parent), *places]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.startswith("Error: The vectors table.txt.xz are missing in ")
