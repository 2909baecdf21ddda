from __future__ import annotations

import lzma
from pathlib import Path

import numpy as np
import pytest

from workbench.errors import BadResource
from workbench.training.vectors import with_vectors


def test_a_word_never_seen_has_a_vector(corpora: Path) -> None:
    nlp = with_vectors("de", corpora / "table.txt.xz")
    assert nlp.vocab.vectors.mode == "floret"
    assert np.asarray(nlp.vocab["Regierungstruppen"].vector).any()


def test_missing_vectors_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadResource, match=r"The vectors a\.xz are missing"):
        with_vectors("de", tmp_path / "a.xz")


@pytest.mark.parametrize("content", ["", "no table\n", "2 3 3 5 2 7 < >\n0 1 2 3\n", "1 3 3 5 2 7 < >\n0 1 2\n"])
def test_a_table_that_is_none_is_named(tmp_path: Path, content: str) -> None:
    with lzma.open(tmp_path / "a.xz", "wt", encoding="utf-8") as file:
        file.write(content)
    with pytest.raises(BadResource, match=r"a\.xz in .* is no floret table"):
        with_vectors("de", tmp_path / "a.xz")


def test_a_file_that_is_not_packed_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.xz").write_bytes(b"plain")
    with pytest.raises(BadResource, match=r"is no floret table"):
        with_vectors("de", tmp_path / "a.xz")


def test_the_vectors_of_a_pipeline_are_used_on(corpora: Path, tmp_path: Path) -> None:
    with_vectors("de", corpora / "table.txt.xz").to_disk(tmp_path / "de")
    nlp = with_vectors("de", tmp_path / "de")
    assert nlp.vocab.vectors.mode == "floret"
    assert np.asarray(nlp.vocab["Regierungstruppen"].vector).any()
