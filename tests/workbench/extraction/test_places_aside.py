"""A border, and where people are on their way to, is not where something happened."""

from __future__ import annotations

import pytest
from spacy.language import Language

from workbench.extraction import names
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.names_words import name_words
from workbench.extraction.places_aside import scenes
from workbench.extraction.words import words_of


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("de", "Hunderte Familien flohen in Richtung der türkischen Grenze.", []),
        ("de", "Nahe der Grenze zu Syrien starben zwei Soldaten.", []),
        ("de", "An der Grenze zur Türkei starben in Asas in Syrien zwei Soldaten.", ["Asas", "Syrien"]),
        ("de", "Die Kolonne fuhr in Richtung Aleppo.", []),
        ("de", "In Aleppo starben zwei Soldaten.", ["Aleppo"]),
        ("en", "Families fled towards the Turkish border.", []),
        ("en", "Two soldiers died in Homs near the border with Lebanon.", ["Homs"]),
        ("en", "Two soldiers died in Lebanon.", ["Lebanon"]),
        ("en", "US airstrikes killed two men in Lebanon.", ["Lebanon"]),
        ("en", "THE WAR IN SYRIA", ["SYRIA"]),
        ("en", "In the US two soldiers died.", ["US"]),
        ("de", "Eine US-Drohne tötete zwei Männer.", []),
        ("de", "In den USA starben zwei Soldaten.", ["USA"]),
        ("de", "Bei den US-Luftangriffen starben zwei Soldaten.", []),
    ],
)
def test_borders_and_directions_are_left_out(
    pipelines: dict[str, Language], lexicons: dict[str, Lexicon], language: str, text: str, left: list[str]
) -> None:
    doc = pipelines[language](text)
    placed = [mention for mention in names.mentions(doc, None) if mention.where is not None]
    kept = scenes(placed, words_of(doc), name_words(lexicons[language]))
    assert [mention.text for mention in kept] == left


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("de", "Das US-Militär tötete in Somalia zwei Männer.", ["Somalia"]),
        ("de", "Israels Armee griff Tyros an.", ["Tyros"]),
        ("en", "The US-led coalition killed two men in Raqqa.", ["Raqqa"]),
        ("en", "Two North Korean soldiers died in Kursk.", ["Kursk"]),
    ],
)
def test_the_country_of_a_force_is_no_scene(
    pipelines: dict[str, Language], lexicons: dict[str, Lexicon], language: str, text: str, left: list[str]
) -> None:
    doc = pipelines[language](text)
    kept = scenes(names.mentions(doc, None), words_of(doc), name_words(lexicons[language]))
    assert [mention.text for mention in kept if mention.where is not None] == left
