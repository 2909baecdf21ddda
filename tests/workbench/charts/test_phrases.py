from __future__ import annotations

import json
import re
import string
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.conftest import ROOT
from tests.workbench.charts.reference import SIDES, background, reckoning
from tests.workbench.reckoning.drawing import DAYS, claims
from tests.workbench.reckoning.making import reckoned
from workbench.charts.phrases import Phrases, languages, load
from workbench.charts.series import by_side
from workbench.errors import BadResource
from workbench.model.actor import Side
from workbench.model.circumstance import When
from workbench.model.claim import THINGS, Category, Claim, Effect
from workbench.wording import category_words, effect_words


@pytest.fixture
def english(resources: Path) -> Phrases:
    return load(resources)


@pytest.fixture
def german(resources: Path) -> Phrases:
    return load(resources, "de")


def gaps(phrase: str) -> set[str]:
    return {name for _, name, *_ in string.Formatter().parse(phrase) if name}


def test_both_languages_say_the_same_with_the_same_parts(resources: Path, english: Phrases) -> None:
    assert set(languages(resources)) >= {"de", "en"}
    for language in languages(resources):
        other = load(resources, language)
        assert set(other.words) == set(english.words)
        assert {key: gaps(words) for key, words in other.words.items()} == {
            key: gaps(words) for key, words in english.words.items()
        }


def test_values_are_called_as_everywhere_else(english: Phrases) -> None:
    for effect in Effect:
        if effect not in THINGS:
            assert english.effect(effect) == effect_words(effect)
            assert english.title(effect).lower() == effect_words(effect)
    assert {one: english.category(one) for one in Category} == {one: category_words(one) for one in Category}


def test_numbers_and_days_are_written_as_the_language_does(english: Phrases, german: Phrases) -> None:
    day, later = date(2024, 11, 7), date(2024, 12, 2)
    assert [words.people(1234567) for words in (english, german)] == ["1,234,567", "1.234.567"]
    assert [words.day(day) for words in (english, german)] == ["7 November 2024", "7. November 2024"]
    assert [words.short_day(later) for words in (english, german)] == ["2 Dec", "2. Dez."]
    assert [words.month(later, short=True) for words in (english, german)] == ["Dec 2024", "Dez. 2024"]
    assert english.days(When(day, day, 1)) == "7 November 2024"
    assert german.days(When(day, later, 2)) == "7. November 2024 – 2. Dezember 2024"
    assert german.days(None) == "Datum unbekannt"


def test_one_is_not_several(english: Phrases, german: Phrases) -> None:
    assert english.counted("origins", 1, names="SOHR") == "one origin (SOHR)"
    assert german.counted("origins", 1200, names="…") == "1.200 Ursprünge (…)"


def test_a_side_that_nobody_renamed_has_its_name_in_the_language(german: Phrases) -> None:
    sides = {"civilian": Side("civilian", "Civilians", "#000000"), "x": Side("x", "Team X", "#000000")}
    assert german.side("civilian", sides) == "Zivilbevölkerung"
    assert [german.side(key, sides) for key in ("x", "strange", None)] == ["Team X", "strange", "Seite unbekannt"]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("at least 4 of them officers", "darunter mindestens 4 Offiziere"),
        ("children among them", "darunter Kinder"),
        ("1 of them a child", "darunter 1 Kind"),
        ("2 of them children", "darunter 2 Kinder"),
        ("at least 1 of them a woman", "darunter mindestens 1 Frau"),
        ("1 of them an aid worker", "darunter 1 Hilfskraft"),
        ("1 of them released", "darunter 1 freigelassen"),
        ("1,234 (at least 1,200)", "1.234 (mindestens 1.200)"),
        ("97 + unquantified", "97 + weitere ohne Zahl"),
        ("82, 15 only claimed", "82, davon 15 nur behauptet"),
        (
            "“37” is a part of “fast 100, or so”, never added.",
            "„37“ ist ein Teil von „fast 100, or so“ und wird nie addiert.",
        ),
        (
            "“x” was replaced by the same origin's later 5.",
            "„x“ wurde durch die spätere Angabe 5 desselben Ursprungs ersetzt.",
        ),
        (
            "what events inside leave of at least 60: 7 + 17 + 8 = 32",
            "was Ereignisse darin von mindestens 60 übrig lassen: 7 + 17 + 8 = 32",
        ),
        (
            "60 is told as a whole, never added to the events inside it: 80 in 9 events.",
            "60 gilt dem Ganzen und wird nie zu den Ereignissen darin addiert: 80 in 9 Ereignissen.",
        ),
        ("3 of them died later", "darunter 3 später gestorben"),
        ("some of them released", "darunter einige freigelassen"),
        ("a sentence that nobody has translated", "a sentence that nobody has translated"),
    ],
)
def test_the_reckonings_sentences_are_said_in_german(german: Phrases, sentence: str, said: str) -> None:
    assert german.said(sentence) == said


def test_english_sentences_stay_as_they_are(english: Phrases) -> None:
    assert english.said("“37” is a part of “fast 100”, never added.") == "“37” is a part of “fast 100”, never added."


def test_a_language_that_nobody_wrote_is_english(resources: Path) -> None:
    assert load(resources, "xx").language == "en"


@pytest.mark.parametrize("damaged", ["{", "[]", '{"words": {}}', '{"words": 1, "sentences": []}'])
def test_damaged_words_are_told_in_a_sentence(tmp_path: Path, damaged: str) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "charts.en.json").write_text(damaged, encoding="utf-8")
    with pytest.raises(BadResource, match=r"charts\.en\.json is damaged"):
        load(tmp_path)


def test_a_whole_chart_is_german() -> None:
    chart = by_side(reckoning(), SIDES, (Effect.KILLED,), None, background(language="de"))
    [panel] = chart.panels
    assert (chart.title, panel.subtitle) == (
        "Getötete nach Seite",
        "97 Kämpfende und Zivilpersonen, deren Zahl niemand nennt",
    )
    assert [bar.name for bar in chart.bars][2:] == ["Zivilbevölkerung", "Seite unbekannt"]
    assert [bar.label for bar in chart.bars] == ["37", "60", "ohne Zahl", "niemand genannt"]
    assert chart.bars[2].note == "darunter Kinder"
    assert chart.caption[0] == "27. November 2024, Aleppo province · Konvention: default · ein Ursprung (SOHR)"


def test_words_can_be_read_by_people(resources: Path) -> None:
    for path in (resources / "words").glob("charts.*.json"):
        read = json.loads(path.read_text(encoding="utf-8"))
        assert list(read) == ["words", "sentences", "places"][: len(read)]


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("Kharkiv", "Charkiw"),
        ("Kharkiv Oblast", "Oblast Charkiw"),
        ("Gaza City", "Gaza-Stadt"),
        ("Idlib Governorate", "Gouvernement Idlib"),
        ("North Darfur", "Nord-Darfur"),
        ("Nowhere", "Nowhere"),
    ],
)
def test_places_have_their_german_names(german: Phrases, english: str, said: str) -> None:
    assert german.place(english) == said
    assert load(ROOT / "resources").place(english) == english


#: Words that no German sentence has.
_ENGLISH = re.compile(r"\b(is|are|of|the|and|never|they|which|than|later|some|events|what|only|to|by|at|least)\b")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=claims())
def test_whatever_is_reckoned_is_said_in_german(german: Phrases, drawn: list[Claim]) -> None:
    found = reckoned(*drawn, days=DAYS)
    told = {unused.why for unused in found.unused} | {note for figure in found.figures for note in figure.notes}
    for sentence in told:
        assert not _ENGLISH.search(re.sub("„[^“]*“", "", german.said(sentence))), sentence
