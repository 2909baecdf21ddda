from __future__ import annotations

import spacy
from spacy.tokens import Doc

from workbench.extraction.words import Phrases, phrase_set, words_of

LOWER = ["mehr", "als", "zwei", "dutzend", "menschen"]


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases({"short": ["zwei"], "long": ["zwei dutzend"]})
    assert phrases.match(LOWER, 2) == (2, "long")


def test_no_phrase_runs_over_the_end() -> None:
    phrases = phrase_set(["menschen starben"])
    assert phrases.match(LOWER, 4) is None
    assert phrases.match(LOWER, 5) is None
    assert list(phrase_set(["zwei dutzend"]).find(LOWER, 0, 3)) == []


def test_found_phrases_do_not_overlap() -> None:
    found = list(phrase_set(["a b", "b c"]).find(["a", "b", "c"], 0, 3))
    assert found == [(0, 2, "a b")]


def test_words_are_made_once_for_a_document() -> None:
    doc = spacy.blank("de")("Drei Männer starben.")
    words = words_of(doc)
    assert words_of(doc) is words
    assert len(words) == 4
    assert words.capital(1)
    assert words.small(2)
    assert words.stop(3)
    assert words.at(99) == ""
    assert not words.blank(0)


def test_signs_are_no_words() -> None:
    words = words_of(spacy.blank("de")("„Nein“"))
    assert words.quote(0)
    assert not words.word(0)
    assert words.word(1)


def test_words_of_tokens_stand_on_one_line() -> None:
    words = words_of(spacy.blank("de")("Drei\nMänner starben."))
    assert words.span(0, 3) == "Drei Männer"
    assert (words.span(-1, 1), words.span(2, 2)) == ("Drei", "")


def test_a_joining_apostrophe_is_read_as_a_plain_one() -> None:
    words = words_of(Doc(spacy.blank("xx").vocab, words=["L’", "armée", "’", "sie’s"]))
    assert words.lower == ["l'", "armée", "’", "sie’s"]
    assert words.text[0] == "L’"
