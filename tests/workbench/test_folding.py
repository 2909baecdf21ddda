from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.folding import folded


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("Hay’et Tahrir al-Sham", "Hayet  Tahrir al Sham"),
        ("HTS-Kämpfer", "hts kämpfer"),
        ("„Straßenkämpfer“", "STRASSENKÄMPFER"),
        ("Re\u0301union", "réunion"),
        ("Hai'at\nTahrir", "haiat tahrir"),
        ("Hay´et", "Hay`et"),
        ("𝑨rmee", "armee"),
        ("№ 5™", "no 5TM"),
        ("ŉ İ", "N i"),
        ("x_y\x1fz", "X-Y Z"),
        ("محـــمد مُحَمَّد", "محمد محمد"),
        ("أحمد", "احمد"),
        ("הַשָּׁלוֹם", "השלום"),
    ],
)
def test_spellings_of_the_same_words_are_one(words: str, same: str) -> None:
    assert folded(words) == folded(same)


@pytest.mark.parametrize(("words", "other"), [("Armee", "Armeen"), ("HTS", "HT S"), ("SDF", "SDF 2")])
def test_other_words_stay_apart(words: str, other: str) -> None:
    assert folded(words) != folded(other)


@given(st.text(max_size=30))
def test_folding_again_changes_nothing(words: str) -> None:
    assert folded(folded(words)) == folded(words)


@given(st.characters())
def test_folding_any_letter_again_changes_nothing(letter: str) -> None:
    assert folded(folded(f"A{letter}b")) == folded(f"A{letter}b")
