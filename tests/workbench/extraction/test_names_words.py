"""The words that names are built with come from the lexicon."""

from __future__ import annotations

import pytest

from workbench.extraction import lexicon
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.names_fold import fit
from workbench.extraction.names_words import among, name_words


def test_words_come_folded_and_with_the_grammar() -> None:
    data = {
        "language": "xx",
        "grammar": {"nouns_capitalised": True},
        "names": {"titles": ["Führer"], "rebels": ["rebell"], "offices": ["rat", "stab"]},
    }
    words = name_words(lexicon.build(data))
    assert (words.capitalised, words.beside) == (True, False)
    assert words.titles == {"fuhrer"}
    assert words.wars == frozenset()
    assert words.is_of_rebels("oberrebellen")
    assert not words.is_of_rebels("soldaten")


@pytest.mark.parametrize(("word", "expected"), [("rat", True), ("ratko", False), ("stabschef", True), ("sta", False)])
def test_what_is_an_office(word: str, expected: bool) -> None:
    words = name_words(lexicon.build({"language": "xx", "names": {"offices": ["rat", "stab"]}}))
    assert words.is_office(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"), [("prasident", True), ("prasidenten", True), ("prasidium", False), ("", False)]
)
def test_words_may_be_inflected(word: str, expected: bool) -> None:
    assert among(word, frozenset({"prasident"})) is expected


def test_the_shipped_lexicons_have_them(lexicons: dict[str, Lexicon]) -> None:
    for language, (title, government) in {"de": ("oberst", "regierung"), "en": ("colonel", "government")}.items():
        words = name_words(lexicons[language])
        assert title in words.titles
        assert government in words.governments
    assert name_words(lexicons["de"]).capitalised
    assert name_words(lexicons["en"]).beside


def test_every_word_that_fits_is_found_by_its_start(lexicons: dict[str, Lexicon]) -> None:
    words = name_words(lexicons["de"]).heads_of_state
    forms = [word + ending for word in words for ending in ("", "s", "en", "es", "x")]
    assert [among(form, words) for form in forms] == [any(fit(form, word) for word in words) for form in forms]
