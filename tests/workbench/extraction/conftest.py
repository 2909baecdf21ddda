"""The shipped grammar, built once for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from workbench.extraction import lexicon, pipeline
from workbench.extraction.lexicon import Lexicon
from workbench.registers import Registers


@pytest.fixture(scope="session")
def pipelines(resources: Path, known: Registers) -> dict[str, Language]:
    return {language: pipeline.build(language, resources, known) for language in ("de", "en")}


@pytest.fixture(scope="session")
def lexicons(resources: Path) -> dict[str, Lexicon]:
    return {language: lexicon.load(resources / "lexicon" / f"{language}.json") for language in ("de", "en")}
