from __future__ import annotations

import pytest
from spacy.language import Language

from workbench.extraction.lexicon import Lexicon
from workbench.extraction.source_phrases import SourcePhrases
from workbench.extraction.words import words_of


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("die Polizei in Kabul", "die Polizei in Kabul"),
        ("ein Sprecher des Ministeriums für Gesundheit", "ein Sprecher des Ministeriums für Gesundheit"),
        ("das Rote Kreuz (IKRK) habe", "das Rote Kreuz (IKRK)"),
        ("der Gouverneur die Toten", "der Gouverneur"),
        ("von Augenzeugen am Ort", "Augenzeugen"),
        ("unabhängige Beobachter", "unabhängige Beobachter"),
        ("er habe", None),
        ("gestern noch", None),
    ],
)
def test_how_far_a_source_reaches(
    lexicons: dict[str, Lexicon], pipelines: dict[str, Language], text: str, phrase: str | None
) -> None:
    words = words_of(pipelines["de"](text))
    found = SourcePhrases(lexicons["de"]).at(words, 0, len(words))
    assert (None if found is None else words.doc[found[0] : found[1]].text) == phrase
