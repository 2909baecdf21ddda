"""Two bundles side by side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def compare(script: Callable[[str], Any]) -> Any:
    return script("compare.py")


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("one", "other"):
        (tmp_path / name / "sub").mkdir(parents=True)
        (tmp_path / name / "sub" / "a.txt").write_bytes(b"a")
        (tmp_path / name / "link").symlink_to("sub/a.txt")
    return tmp_path / "one", tmp_path / "other"


def test_the_same_are_the_same(compare: Any, two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.main([str(path) for path in two]) == 0
    assert capsys.readouterr().out == "2 files, all the same\n"


def test_what_differs_is_named(compare: Any, two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    one, other = two
    (one / "only").touch()
    (other / "sub" / "a.txt").write_bytes(b"b")
    (other / "link").unlink()
    (other / "link").symlink_to("elsewhere")
    assert compare.main([str(one), str(other)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"only in {one}: only",
        "differs: link",
        "differs: sub/a.txt",
        "3 files, 3 differ",
    ]


def test_the_modules_that_differ_in_a_program_are_named(
    compare: Any, two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    held = {"one": {"json": b"1", "numpy": b"2"}, "other": {"json": b"1", "numpy": b"3", "spacy": b""}}
    monkeypatch.setattr(compare, "modules", lambda path: held[path.parent.name])
    assert compare.inside(two[0] / "p", two[1] / "p") == " (in it: numpy, spacy)"
    held["other"] = held["one"]
    assert compare.inside(two[0] / "p", two[1] / "p") == " (in it: nothing but its own head)"


def test_two_folders_are_wanted(compare: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.main([]) == 2
    assert "Name two folders" in capsys.readouterr().err
