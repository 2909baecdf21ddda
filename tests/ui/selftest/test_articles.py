from __future__ import annotations

from pathlib import Path

import pytest

from ui.selftest.articles import SAMPLES, Sample, write
from workbench.extraction.extractor import Extractor
from workbench.importers.read import read
from workbench.model.findings import Findings
from workbench.reckoning.conventions import Conventions
from workbench.registers import Registers


@pytest.fixture(scope="module")
def without(
    tmp_path_factory: pytest.TempPathFactory, resources: Path, known: Registers, table: Conventions
) -> Extractor:
    """Make a reader on resources in which no trained pipeline lies."""
    folder = tmp_path_factory.mktemp("resources")
    for part in resources.iterdir():
        if part.name != "pipelines":
            (folder / part.name).symlink_to(part, target_is_directory=part.is_dir())
    return Extractor(known, folder, table)


def found(extractor: Extractor, sample: Sample) -> Findings:
    return extractor.read(f"{sample.title}\n\n{sample.text}", language=sample.language)


def test_every_format_is_read_as_it_was_written(tmp_path: Path) -> None:
    for path, sample in zip(write(tmp_path), SAMPLES, strict=True):
        [imported] = read(path)
        assert sample.text in imported.document.text
        assert imported.title == sample.title
        assert imported.language == sample.language
        assert imported.file_name == sample.file


def test_there_is_one_of_every_format() -> None:
    assert {Path(sample.file).suffix for sample in SAMPLES} == {".txt", ".html", ".pdf", ".docx"}


@pytest.mark.parametrize("sample", [sample for sample in SAMPLES if sample.name], ids=lambda sample: sample.language)
def test_the_names_are_found_by_a_trained_pipeline_and_by_nothing_else(
    sample: Sample, extractor: Extractor, without: Extractor
) -> None:
    with_it, bare = found(extractor, sample), found(without, sample)
    assert sample.name in {mention.text for mention in with_it.mentions}
    assert not [mention for mention in bare.mentions if mention.text in sample.name]
    for findings in (with_it, bare):
        assert sample.killed in {claim.quantity.value for claim in findings.claims}
