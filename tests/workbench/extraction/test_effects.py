from __future__ import annotations

import pytest
from spacy.language import Language

from tests.workbench.extraction.reads import claims, told
from workbench.extraction.effects import hits_of
from workbench.extraction.extractor import Extractor


def found(pipelines: dict[str, Language], text: str, language: str = "de") -> list[str]:
    doc = pipelines[language](text)
    return [doc[hit.start : hit.end].text for hit in hits_of(doc) if not hit.neutral]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie wurden getötet.", ["getötet"]),
        ("Sie kamen bei dem Brand ums Leben.", ["ums Leben"]),
        ("Sie sind ums Leben gekommen.", ["ums Leben gekommen"]),
        ("Der Gewalt fielen viele zum Opfer.", ["zum Opfer"]),
        ("Die Miliz nahm sie gefangen.", ["gefangen"]),
        ("Verletzte Soldaten lagen dort.", []),
        ("Er kam gestern.", []),
        ("Die Flutwelle kam ums Eck.", []),
    ],
)
def test_german_verbs(pipelines: dict[str, Language], text: str, expected: list[str]) -> None:
    assert found(pipelines, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were shot dead.", ["shot dead"]),
        ("The storm claimed the lives of many.", ["the lives of"]),
        ("They were taken prisoner.", ["prisoner"]),
        ("The number of dead grew.", []),
    ],
)
def test_english_verbs(pipelines: dict[str, Language], text: str, expected: list[str]) -> None:
    assert found(pipelines, text, "en") == expected


def test_other_participles_are_kept_as_neutral(pipelines: dict[str, Language]) -> None:
    (hit,) = hits_of(pipelines["de"]("Die Männer wurden verlegt."))
    assert hit.neutral


def test_an_idiom_knows_its_verb(pipelines: dict[str, Language]) -> None:
    (hit,) = [h for h in hits_of(pipelines["de"]("Dort kamen alle ums Leben.")) if not h.neutral]
    assert hit.verb == 1


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The militia took 26 prisoner.", ""),
        ("The militia took 26 guards captive.", "guards"),
        ("The militia held 26 guards hostage.", "guards"),
        ("The militia took 26 prisoners.", "prisoners"),
    ],
)
def test_what_people_are_taken_as_is_not_who_they_are(extractor: Extractor, text: str, whom: str) -> None:
    (claim,) = claims(extractor, text, "en")
    assert (claim.quantity.value, claim.victims_text) == (26, whom)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Raiders snatched seven herders.", ["abducted 7"]),
        ("en", "Thieves snatched seven phones.", []),
        ("en", "Doctors treated seven boys for gunshot wounds.", ["wounded 7"]),
        ("en", "Seven soldiers came home in a prisoner swap.", ["released 7"]),
        ("en", "Seven families came home after the truce.", []),
        ("en", "Seven tourists returned home after the storm.", []),
        ("de", "Sieben Soldaten kamen bei einem Austausch nach Hause.", ["released 7"]),
        ("de", "Sieben Touristen kamen nach Hause.", []),
        ("de", "Beide Armeen tauschten sieben Soldaten aus.", ["released 7"]),
        ("de", "Die Truppen schalteten sieben Kämpfer aus.", ["killed 7"]),
        ("de", "Die Feuerwehr löschte sieben Brände aus.", []),
        ("de", "Es gab kein Lebenszeichen von sieben Fischern.", ["missing 7"]),
    ],
)
def test_verbs_of_other_harms(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Neun Menschen verunglückten tödlich.", ["killed 9"]),
        ("de", "Neun Geiseln wurden auf freien Fuß gesetzt.", ["released 9"]),
        ("de", "Neun Geiseln wurden befreit.", ["released 9"]),
        ("de", "Neun Menschen wurden aus den Trümmern befreit.", []),
        ("en", "Nine people were freed from the rubble.", []),
        ("en", "Nine captives were freed.", ["released 9"]),
        ("en", "Nine children have been deported.", ["displaced 9"]),
    ],
)
def test_further_verbs(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
