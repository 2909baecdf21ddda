from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from workbench.training.__main__ import main


def test_a_language_without_corpora_is_a_sentence(recipe: Path, tmp_path: Path) -> None:
    options = {"--recipes": recipe.parent, "--corpora": tmp_path, "--to": tmp_path / "to", "--work": tmp_path / "work"}
    done = CliRunner().invoke(main, [str(part) for option in options.items() for part in option])
    assert done.exit_code == 1
    assert done.output.startswith("Error: The vectors table.txt.xz are missing in ")
    assert not (tmp_path / "to").exists()
