from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workbench.extraction.installed import installed


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("de_own_sm", "en_own_sm", "de_core_own"):
        info = tmp_path / f"{name}-1.0.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[spacy_models]\n{name} = {name}\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("packages")
def test_what_is_installed_is_named_by_its_language() -> None:
    assert installed("de") == ("de_core_own", "de_own_sm")
    assert installed("en") == ("en_own_sm",)
    assert installed("fr") == ()


@pytest.mark.usefixtures("packages")
def test_a_frozen_program_has_its_own_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert installed("de") == ()


def test_spacy_is_not_needed_to_look() -> None:
    assert installed("xx") == ()
