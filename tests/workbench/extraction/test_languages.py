"""Which languages are read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workbench.extraction.languages import languages, read_as


def test_german_and_english_are_shipped(resources: Path) -> None:
    assert languages(resources) == ("de", "en")


def test_a_lexicon_makes_a_language(resources: Path, tmp_path: Path) -> None:
    shutil.copytree(resources / "lexicon", tmp_path / "lexicon")
    (tmp_path / "lexicon" / "fr.json").write_text('{"language": "fr"}', encoding="utf-8")
    (tmp_path / "lexicon" / "roles_it.json").write_text("{}", encoding="utf-8")
    assert languages(tmp_path) == ("de", "en", "fr")
    assert read_as("fr", tmp_path) == "fr"


@pytest.mark.parametrize("language", ["fr", "", "../de", "roles_de"])
def test_a_language_without_a_lexicon_is_read_as_english(resources: Path, language: str) -> None:
    assert read_as(language, resources) == "en"
