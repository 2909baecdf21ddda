from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from workbench.extraction.sentences import tokenizer_of


def sentences(pipelines: dict[str, Language], text: str, language: str = "de") -> list[str]:
    doc = pipelines[language](text)
    assert doc.text == text
    return [sentence.text.strip() for sentence in doc.sents if sentence.text.strip()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es war ruhig. Dann fielen Schüsse.", ["Es war ruhig.", "Dann fielen Schüsse."]),
        ("Die 47. Brigade kam am 3. Mai an.", ["Die 47. Brigade kam am 3. Mai an."]),
        ("Die Zahl stieg auf 45. Die Suche endet.", ["Die Zahl stieg auf 45.", "Die Suche endet."]),
        ("Erste Zeile\nZweite Zeile", ["Erste Zeile", "Zweite Zeile"]),
        ("Erste Zeile\r\nZweite Zeile", ["Erste Zeile", "Zweite Zeile"]),
        ("Zehn Männer wurden getötet Rebellen rückten vor.", ["Zehn Männer wurden getötet", "Rebellen rückten vor."]),
        ("Sie nahmen das Dorf ein Das Militär schwieg.", ["Sie nahmen das Dorf ein", "Das Militär schwieg."]),
        ("So der Sprecher.Die Suche endet.", ["So der Sprecher.", "Die Suche endet."]),
        ("„Wir gehen.“ Er ging.", ["„Wir gehen.“", "Er ging."]),
    ],
)
def test_german_borders(pipelines: dict[str, Language], text: str, expected: list[str]) -> None:
    assert sentences(pipelines, text) == expected


def test_a_double_stop_makes_no_sentence_of_words(pipelines: dict[str, Language]) -> None:
    assert sentences(pipelines, "Das sagte er. .\nMehr nicht.")[0].startswith("Das sagte er.")


def test_english_borders(pipelines: dict[str, Language]) -> None:
    text = "The U.S. soldiers left on Oct. 16, 2012. A 34-year-old stayed."
    assert sentences(pipelines, text, "en") == ["The U.S. soldiers left on Oct. 16, 2012.", "A 34-year-old stayed."]


def test_glued_words_are_parted(pipelines: dict[str, Language]) -> None:
    tokens = [token.text for token in pipelines["de"]("Truppen von BeispielstadtBerichten zufolge")]
    assert tokens[2:4] == ["Beispielstadt", "Berichten"]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Es starben 18 ChristenDie Regierung schwieg.", ["Es", "Die"]),
        ("Es starben neun BauernDer Ort ist leer.", ["Es", "Der"]),
        ("Es starben neun BauernBei Kiew brannte es.", ["Es", "Bei"]),
        ("Ein Mann aus PlanetDiesel starb.", ["Ein"]),
    ],
)
def test_short_words_glued_to_a_noun_open_a_sentence(
    pipelines: dict[str, Language], text: str, starts: list[str]
) -> None:
    assert [sentence[0].text for sentence in pipelines["de"](text).sents] == starts


def test_hyphenated_words_stay_whole(pipelines: dict[str, Language]) -> None:
    assert [token.text for token in pipelines["en"]("Twenty-three pro-government men")][:2] == [
        "Twenty-three",
        "pro-government",
    ]


def test_lines_broken_at_one_width_are_no_sentences(pipelines: dict[str, Language]) -> None:
    line = "Dieser Satz läuft über mehrere Zeilen und wird immer weiter geführt mit"
    assert (
        len(
            sentences(
                pipelines,
                "\n".join([line, *["Worten und noch mehr Worten, bis die Breite der Zeile erreicht ist und"] * 5]),
            )
        )
        == 1
    )


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeffZwei Tote.", "a\u0301 😀"])
def test_odd_texts_stay_as_they_are(pipelines: dict[str, Language], text: str) -> None:
    assert pipelines["de"](text).text == text


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("l'OSDH", ["l'", "OSDH"]),
        ("L’armée", ["L’", "armée"]),
        ("aujourd'hui", ["aujourd'hui"]),
        ("n'a", ["n'a"]),
    ],
)
def test_what_an_apostrophe_joins_is_parted_where_the_lexicon_says_so(text: str, cut: list[str]) -> None:
    nlp = spacy.blank("xx")
    nlp.tokenizer = tokenizer_of(nlp, ["l'", "d'"])
    assert [token.text for token in nlp(text)] == cut


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Neun Bauern wurden Berichten zufolge getötet.", ["Neun"]),
        ("Neun Bauern wurden ersten Berichten zufolge getötet.", ["Neun"]),
        ("Nach ersten Berichten der Polizei starben neun Bauern.", ["Nach"]),
        ("Es gab neun Tote bei dem Angriff Die Armee bestätigte vier Verletzte", ["Es", "Die"]),
        ("Armee meldet Kämpfe im Norden Die Regierung sagte, neun Bauern seien tot.", ["Armee", "Die"]),
        ("Die Zeitung Die Welt berichtet von neun Toten.", ["Die"]),
        ("Der Bericht von Der Standard nennt neun Tote.", ["Der"]),
    ],
)
def test_clauses_glued_with_a_blank(pipelines: dict[str, Language], text: str, starts: list[str]) -> None:
    assert [sentence[0].text for sentence in pipelines["de"](text).sents] == starts


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Die Zahl der Toten stieg auf 112. Retter suchen weiter.", ["Die", "Retter"]),
        ("Die Zahl der Toten liegt bei 112. Sieben Bauern fehlen.", ["Die", "Sieben"]),
        ("Die Soldaten der 112. Brigade fielen.", ["Die"]),
        ("Das Treffen wurde auf 12. Mai verlegt.", ["Das"]),
        ("Die Zahl steigt auf vier Unter den Trümmern liegen Bauern.", ["Die", "Unter"]),
    ],
)
def test_numbers_that_end_a_sentence(pipelines: dict[str, Language], text: str, starts: list[str]) -> None:
    assert [sentence[0].text for sentence in pipelines["de"](text).sents] == starts
