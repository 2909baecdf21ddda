from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import UnreadableArticle
from workbench.importers import pasted


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), min_size=1))
def test_the_bytes_of_a_pasted_text_are_its_text(text: str) -> None:
    if text.strip():
        document = pasted.read(text).document
        assert document.text == text
        assert document.content.decode() == text


def test_a_mark_is_no_part_of_it() -> None:
    assert pasted.read("\ufeffFünf Tote").document.text == "Fünf Tote"


def test_the_same_words_have_the_same_hash() -> None:
    assert pasted.read("Fünf Tote").document == pasted.read("\ufeffFünf Tote").document


@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_nothing_is_no_article(text: str) -> None:
    with pytest.raises(UnreadableArticle, match="no text to paste"):
        pasted.read(text)


@pytest.mark.parametrize("text", ["two\x00 dead", "two dead \ud83d"])
def test_what_no_file_can_hold_gets_a_sentence(text: str) -> None:
    with pytest.raises(UnreadableArticle, match="Delete it there"):
        pasted.read(text)
