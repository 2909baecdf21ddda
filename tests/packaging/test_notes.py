"""`.ci/packaging/notes.py`: the notes of a release are the changelog's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CHANGELOG = """# Changelog

## [Unreleased]

## [1.2.0] - 2027-01-05

### Added

- Charts.

## [1.1.0] - 2026-12-01

- Cases.

[1.1.0]: https://example.org
"""


@pytest.fixture
def notes(script: Callable[[str], Any]) -> Any:
    return script("notes.py")


def test_a_version_has_its_section_and_no_other(notes: Any) -> None:
    text = notes.notes(CHANGELOG, "1.2.0")
    assert text.startswith("### Added\n\n- Charts.\n")
    assert "Cases" not in text
    assert "docs/install.md" in text


def test_links_at_the_foot_belong_to_no_version(notes: Any) -> None:
    assert "example" not in notes.notes(CHANGELOG, "1.1.0")


@pytest.mark.parametrize("version", ["1.3.0", "1.2", "Unreleased", "1x2.0"])
def test_a_version_without_notes_is_not_released(notes: Any, version: str) -> None:
    with pytest.raises(SystemExit, match=r"CHANGELOG\.md tells nothing of"):
        notes.notes(CHANGELOG, version)


def test_without_a_version_it_asks_for_one(notes: Any) -> None:
    with pytest.raises(SystemExit, match="Say which version"):
        notes.main([])
