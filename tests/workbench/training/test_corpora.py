from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin, Span

from tests.workbench.training.conftest import marked, save
from workbench.errors import BadResource
from workbench.training import corpora

LABELS = {"PER": "PER", "LOC": "LOC", "LOCderiv": "NORP"}


def read_back(path: Path) -> list[tuple[str, str]]:
    texts = corpora.read(path, LABELS, spacy.blank("de").vocab)
    return [(span.text, span.label_) for text in texts for span in text.ents]


def test_labels_become_ours_and_others_go(tmp_path: Path) -> None:
    save(tmp_path / "a.spacy", ["Der syrische|LOCderiv Präsident kam mit Ana|PER Roth|| in den Laden|OTH"])
    assert read_back(tmp_path / "a.spacy") == [("syrische", "NORP"), ("Ana Roth", "PER")]


@pytest.mark.parametrize(
    ("words", "span", "kept"),
    [
        (["in", "Nubl", "\n", "heute"], (1, 3), [("Nubl", "LOC")]),
        (["in", " ", "Nubl"], (1, 3), [("Nubl", "LOC")]),
        (["in", "\n", "\t"], (1, 3), []),
        (["Bad", "\n", "Nubl"], (0, 3), []),
    ],
)
def test_spans_that_touch_white_space_are_trimmed_or_dropped(
    tmp_path: Path, words: list[str], span: tuple[int, int], kept: list[tuple[str, str]]
) -> None:
    text = Doc(spacy.blank("de").vocab, words=words)
    text.set_ents([Span(text, *span, label="LOC")])
    DocBin(docs=[text]).to_disk(tmp_path / "a.spacy")
    assert read_back(tmp_path / "a.spacy") == kept


def test_letters_are_composed(tmp_path: Path) -> None:
    save(tmp_path / "a.spacy", [unicodedata.normalize("NFD", "in München|LOC")])
    assert read_back(tmp_path / "a.spacy") == [("München", "LOC")]


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadResource, match=r"The corpus a\.spacy is missing"):
        corpora.read(tmp_path / "a.spacy", LABELS, spacy.blank("de").vocab)


def test_a_corpus_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.spacy").write_bytes(b"no such thing")
    with pytest.raises(BadResource, match=r"a\.spacy in .* is no DocBin"):
        corpora.read(tmp_path / "a.spacy", LABELS, spacy.blank("de").vocab)


def test_labels_a_corpus_lacks_are_guessed_where_nothing_is_marked() -> None:
    guesser = spacy.blank("de")
    rules = guesser.add_pipe("entity_ruler")
    rules.add_patterns(  # type: ignore[attr-defined]  # add_pipe returns what the name stands for
        [
            {"label": "LOC", "pattern": "Kafr"},
            {"label": "NORP", "pattern": "syrische"},
            {"label": "NORP", "pattern": "Nubl"},
        ]
    )
    text = marked("Der syrische Ort Nubl|LOC bei Kafr")
    assert [(s.text, s.label_) for s in corpora.completed([text], guesser)[0].ents] == [
        ("syrische", "NORP"),
        ("Nubl", "LOC"),
    ]


def test_an_unmarked_text_keeps_words_and_spaces_only() -> None:
    text = corpora.unmarked(marked("in Nubl|LOC ."), spacy.blank("de").vocab)
    assert (text.text, text.ents) == ("in Nubl . ", ())


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("all", "ABCDE"),
        ("all[:-2]", "ABC"),
        ("all[-2:]", "DE"),
        ("all[~-2:]", "ABC"),
        ("all[::2]", "ACE"),
        ("all[~::2]", "BD"),
        ("all[1:4:2]", "BD"),
        ("all[~1:4:2]", "ACE"),
    ],
)
def test_a_part_of_a_corpus_is_told_by_its_borders(name: str, meant: str) -> None:
    texts = [marked(letter) for letter in "ABCDE"]
    assert [text.text.strip() for text in corpora.part(name, texts)] == list(meant)
