from __future__ import annotations

import pytest
from spacy.language import Language

from workbench.extraction.claims import sentences_of


def together(pipelines: dict[str, Language], text: str, one: str, two: str, language: str = "de") -> bool:
    sentence = sentences_of(pipelines[language](text))[0]
    at = [sentence.start + sentence.words.text[sentence.start :].index(word) for word in (one, two)]
    return sentence.clauses.of(at[0]) == sentence.clauses.of(at[1])


@pytest.mark.parametrize(
    ("text", "one", "two", "same"),
    [
        ("Der Sprecher sagte, dass es ruhig war.", "sagte", "ruhig", False),
        ("Männer, die dort wohnten, wurden gesehen.", "Männer", "gesehen", True),
        ("Männer, die dort wohnten, wurden gesehen.", "wohnten", "gesehen", False),
        ("Der Ort, in dem sie lebten, brannte.", "Ort", "lebten", False),
        ("Zehn Männer wurden verlegt, zwei wurden gesehen.", "verlegt", "gesehen", False),
        ("Zehn Männer, zwei Frauen und ein Kind wurden gesehen.", "Männer", "gesehen", True),
        ("Zehn Männer (drei davon alt) wurden gesehen.", "Männer", "alt", False),
        ("Mitglieder der (syrischen) Armee wurden gesehen.", "Mitglieder", "Armee", True),
        ("Zehn Männer – alle alt – wurden gesehen.", "Männer", "gesehen", True),
        ("Zehn Männer – alle alt – wurden gesehen.", "Männer", "alt", False),
        ("Getötet wurden zehn Männer, verletzt drei.", "Männer", "drei", False),
        ("Er will drei Männer gesehen und zwei gehört haben.", "Männer", "gehört", True),
        ("Der Ort ist leer – die Leute sind weg.", "leer", "weg", False),
        ("Er war da und sie hat gerufen.", "da", "gerufen", False),
    ],
)
def test_german_clauses(pipelines: dict[str, Language], text: str, one: str, two: str, same: bool) -> None:
    assert together(pipelines, text, one, two) is same


@pytest.mark.parametrize(
    ("text", "one", "two", "same"),
    [
        ("Men who lived there, were seen.", "Men", "seen", True),
        ("Three men were seen and four were heard.", "seen", "heard", False),
        ("The army said three men and two women were seen.", "men", "seen", True),
    ],
)
def test_english_clauses(pipelines: dict[str, Language], text: str, one: str, two: str, same: bool) -> None:
    assert together(pipelines, text, one, two, "en") is same


def test_a_token_outside_is_taken_as_the_nearest(pipelines: dict[str, Language]) -> None:
    clauses = sentences_of(pipelines["de"]("Es war ruhig."))[0].clauses
    assert clauses.of(-5) == clauses.of(0)
    assert clauses.segment(999) == clauses.segment(3)


def test_a_stretch_lies_between_commas(pipelines: dict[str, Language]) -> None:
    sentence = sentences_of(pipelines["de"]("Am Abend, teilte die Polizei in Homs mit, war alles ruhig."))[0]
    words, clauses = sentence.words, sentence.clauses
    said = words.text.index("teilte")
    assert words.span(*clauses.stretch(said)).strip(" ,") == "teilte die Polizei in Homs mit"
    assert clauses.stretch(0)[0] == 0
    assert clauses.stretch(sentence.end - 1)[1] == sentence.end
    assert clauses.segment(-5) == clauses.segment(0)
