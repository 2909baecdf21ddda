"""Remembered vectors are those of the table, and are asked of it once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from spacy.strings import StringStore
from spacy.vectors import Vectors

from workbench.extraction import word_vectors
from workbench.extraction.word_vectors import RememberedVectors

WORDS = ("Homs", "Aleppo", "starben", "", "Ärzte")


class Counted:
    """A small floret table that counts the words it is asked for."""

    def __init__(self) -> None:
        data = np.random.default_rng(0).normal(size=(20, 4)).astype("float32")
        strings = StringStore(WORDS)
        self.table = Vectors(strings=strings, data=data, mode="floret", minn=3, maxn=4, hash_count=2)
        self.shape = self.table.shape
        self.asked: list[int] = []

    def get_batch(self, keys: list[int] | npt.NDArray[np.uint64]) -> npt.NDArray[np.float32]:
        self.asked += list(keys)
        found: npt.NDArray[np.float32] = self.table.get_batch(keys)
        return found

    def keys(self, *words: str) -> npt.NDArray[np.uint64]:
        return np.array([self.table.strings[word] for word in words], dtype="uint64")


@pytest.mark.parametrize("most", [1, 2, 3, 100])
def test_vectors_are_those_of_the_table(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_vectors, "MOST", most)
    table = Counted()
    remembered = RememberedVectors(table)
    for words in (("Homs", "Homs"), ("Aleppo", "", "Homs"), ("starben", "Ärzte", "starben"), ("Homs",)):
        keys = table.keys(*words)
        assert np.allclose(remembered.get_batch(keys), table.table.get_batch(keys))


def test_each_word_is_asked_for_once() -> None:
    table = Counted()
    remembered = RememberedVectors(table)
    for _ in range(3):
        remembered.get_batch(table.keys("Homs", "Aleppo", "Homs"))
    assert sorted(table.asked) == sorted(table.keys("Homs", "Aleppo").tolist())
    assert (remembered.shape, len(remembered)) == ((20, 4), 20)
