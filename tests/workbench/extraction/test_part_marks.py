from __future__ import annotations

import pytest
from spacy.language import Language

from tests.workbench.extraction.reads import told
from workbench.extraction.claims import sentences_of
from workbench.extraction.drafts import Sentence
from workbench.extraction.extractor import Extractor


def _sentence(pipeline: Language, text: str) -> Sentence:
    return sentences_of(pipeline(text))[0]


def _numbers(sentence: Sentence, starts: set[int]) -> list[int | None]:
    return [g.number.value for g in sentence.groups if g.number is not None and g.start in starts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nine people, including the police chief and two of his guards, were killed.", [2]),
        ("Nine people died, including two nurses, a driver and three boys.", [2, 1, 3]),
        ("The raid killed nine, including two nurses and wounding 30.", [2]),
        ("Nine people were killed, four of them boys.", [4]),
        ("Nine people (four boys and five girls) were killed.", [4, 5]),
        ("Nine people were killed and four wounded.", []),
    ],
)
def test_parts_after_including_of_them_and_in_brackets(
    pipelines: dict[str, Language], text: str, parts: list[int]
) -> None:
    sentence = _sentence(pipelines["en"], text)
    assert _numbers(sentence, set(sentence.leads) | sentence.tails) == parts


@pytest.mark.parametrize(
    ("text", "parts", "bases"),
    [
        ("Two of the 40 passengers died.", [2], [40]),
        ("Two of the five wounded soldiers died.", [2], []),
        ("Of the eight men on board, two drowned.", [2], [8]),
        ("Of the 12 people killed, three were boys.", [3], []),
    ],
)
def test_wholes_that_are_no_toll(pipelines: dict[str, Language], text: str, parts: list[int], bases: list[int]) -> None:
    sentence = _sentence(pipelines["en"], text)
    assert _numbers(sentence, set(sentence.partitives)) == parts
    assert [g.number.value for g in sentence.groups if g.base and g.number is not None] == bases


def test_who_says_so_is_no_part(pipelines: dict[str, Language]) -> None:
    sentence = _sentence(pipelines["de"], "Neun Bauern starben, darunter laut Ärzten zwei Kinder.")
    assert _numbers(sentence, set(sentence.leads)) == [2]
    assert len(sentence.leads) == 1


def test_ratios_are_left_out(pipelines: dict[str, Language]) -> None:
    assert not _sentence(pipelines["en"], "Nine out of ten were killed.").groups


def test_an_adverb_may_stand_before_the_number_of_a_whole(extractor: Extractor) -> None:
    assert told(extractor, "500 der derzeit 5000 Soldaten sind gefallen.") == ["killed 500"]
    assert told(extractor, "500 der derzeit 5000 Stellen fallen der Reform zum Opfer.") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Nicht zwölf, sondern drei Menschen seien gestorben.", ["killed 3"]),
        ("de", "Nicht zwölf Menschen starben, sondern drei.", ["killed 3"]),
        ("de", "Es starben nicht zwölf, sondern nur drei Menschen.", ["killed 3"]),
        ("de", "40 statt der zunächst gemeldeten 30 Menschen kamen ums Leben.", ["killed 40"]),
        ("en", "Not twelve but three people died.", ["killed 3"]),
        ("en", "Forty people, not 30 as first reported, died.", ["killed 40"]),
        ("de", "Nicht weniger als zwölf Menschen starben, aber drei überlebten.", ["killed 12-"]),
    ],
)
def test_a_number_that_another_takes_the_place_of(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Nine miners, one of them a teenager, were buried and died.", ["killed 9", "killed 1"]),
        ("en", "Gunmen shot dead four teachers, one of them a woman.", ["killed 4", "killed 1"]),
        ("de", "Neun Bergleute, einer von ihnen ein Jugendlicher, wurden getötet.", ["killed 9", "killed 1"]),
        ("en", "Nine miners, one of them seriously, were wounded.", ["wounded 9", "wounded 1"]),
    ],
)
def test_one_of_them_is_named_with_an_article(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


def test_only_the_number_right_behind_is_taken_the_place_of(extractor: Extractor) -> None:
    assert told(extractor, "Statt 19 seien 13 Menschen gestorben.") == ["killed 13"]
