from __future__ import annotations

import pytest
from spacy.language import Language

from workbench.extraction.number import Kind
from workbench.extraction.numbers import numbers_of
from workbench.model.claim import Modifier


def read(pipelines: dict[str, Language], text: str, language: str = "de") -> list[tuple[str, str, int | None]]:
    doc = pipelines[language](text)
    return [
        (doc[n.start : n.end].text, n.term or n.modifier.value, n.value)
        for n in numbers_of(doc)
        if n.kind is Kind.COUNT
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("44 Männer", ("44", "exact", 44)),
        ("rund 1.200 Menschen", ("rund 1.200", "approx", 1200)),
        ("14 000 Menschen", ("14 000", "exact", 14000)),
        ("14\u00a0000 Menschen", ("14\u00a0000", "exact", 14000)),
        ("14\u202f000 Menschen", ("14\u202f000", "exact", 14000)),
        ("3,5 Millionen Menschen", ("3,5 Millionen", "exact", 3_500_000)),
        ("siebenundvierzig Frauen", ("siebenundvierzig", "exact", 47)),
        ("fast 80 Männer", ("fast 80", "nearly", 80)),
        ("knapp hundert Männer", ("knapp hundert", "nearly", 100)),
        ("gut 30 Männer", ("gut 30", "slightly_over", 30)),
        ("mindestens zwölf Männer", ("mindestens zwölf", "at_least", 12)),
        ("insgesamt mindestens 12 Männer", ("insgesamt mindestens 12", "at_least", 12)),
        ("mehr als 30 Männer", ("mehr als 30", "more_than", 30)),
        ("über 30 Männer", ("über 30", "more_than", 30)),
        ("bis zu 30 Männer", ("bis zu 30", "up_to", 30)),
        ("weniger als 30 Männer", ("weniger als 30", "less_than", 30)),
        ("zwischen 30 und 50 Männer", ("zwischen 30 und 50", "between", 30)),
        ("drei bis vier Männer", ("drei bis vier", "between", 3)),
        ("20–30 Männer", ("20–30", "between", 20)),
        ("vier oder fünf Männer", ("vier oder fünf", "between", 4)),
        ("Dutzende Männer", ("Dutzende", "dozens", None)),
        ("mehrere Dutzend Männer", ("mehrere Dutzend", "several_dozen", None)),
        ("ein halbes Dutzend Männer", ("ein halbes Dutzend", "half_dozen", None)),
        ("drei Dutzend Männer", ("drei Dutzend", "exact", 36)),
        ("Zehntausende Männer", ("Zehntausende", "tens_of_thousands", None)),
        ("einige Männer", ("einige", "several", None)),
        ("Millionen Männer", ("Millionen", "none", None)),
        ("keine Männer", ("keine", "negated", 0)),
        ("die beiden Männer", ("beiden", "exact", 2)),
        ("eine sechsköpfige Familie", ("sechsköpfige", "exact", 6)),
    ],
)
def test_german_counts(pipelines: dict[str, Language], text: str, expected: tuple[str, str, int | None]) -> None:
    assert read(pipelines, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200 people", ("1,200", "exact", 1200)),
        ("an estimated 400 people", ("an estimated 400", "approx", 400)),
        ("nearly two hundred people", ("nearly two hundred", "nearly", 200)),
        ("one hundred and fifty people", ("one hundred and fifty", "exact", 150)),
        ("just over 40 people", ("just over 40", "slightly_over", 40)),
        ("as many as 40 people", ("as many as 40", "up_to", 40)),
        ("no fewer than 40 people", ("no fewer than 40", "at_least", 40)),
        ("fewer than 40 people", ("fewer than 40", "less_than", 40)),
        ("20 to 30 people", ("20 to 30", "between", 20)),
        ("scores of people", ("scores of", "scores", None)),
        ("half a dozen people", ("half a dozen", "half_dozen", None)),
        ("three dozen people", ("three dozen", "exact", 36)),
        ("2.5 million people", ("2.5 million", "exact", 2_500_000)),
        ("a further six people", ("six", "exact", 6)),
        ("no one", ("no one", "negated", 0)),
    ],
)
def test_english_counts(pipelines: dict[str, Language], text: str, expected: tuple[str, str, int | None]) -> None:
    assert read(pipelines, text, "en") == [expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Das war 2013 noch anders.", Kind.YEAR),
        ("Am 27. August war es ruhig.", Kind.DATE),
        ("Die 47. Brigade ruht.", Kind.ORDINAL),
        ("Es sind 20 Kilometer bis dort.", Kind.DISTANCE),
        ("Das kostet zwölf Millionen Euro.", Kind.MONEY),
        ("Die Preise stiegen um fünf Prozent.", Kind.SHARE),
        ("Das war vor 15 Jahren.", Kind.TIME),
        ("Die Resolution 2254 gilt.", Kind.DOCUMENT),
        ("Im Klub „911“ war es voll.", Kind.DOCUMENT),
        ("Sie lieferten 40 Tonnen Mehl.", Kind.MEASURE),
        ("Um 14.30 Uhr fuhr er ab.", Kind.CLOCK),
        ("Morgens gegen 6:45 Uhr fuhr er ab.", Kind.CLOCK),
    ],
)
def test_numbers_that_count_nobody(pipelines: dict[str, Language], text: str, kind: Kind) -> None:
    assert [n.kind for n in numbers_of(pipelines["de"](text))] == [kind]


def test_a_model_is_no_number(pipelines: dict[str, Language]) -> None:
    assert numbers_of(pipelines["de"]("Der T-72 fuhr ab.")) == []


def test_a_year_before_people_is_a_count(pipelines: dict[str, Language]) -> None:
    assert read(pipelines, "2000 Menschen kamen.") == [("2000", "exact", 2000)]


def test_over_after_reports_is_a_preposition(pipelines: dict[str, Language]) -> None:
    assert read(pipelines, "Es gibt Berichte über zehn Tote.") == [("zehn", "exact", 10)]


def test_each_marks_a_distributive_number(pipelines: dict[str, Language]) -> None:
    (number,) = numbers_of(pipelines["de"]("je vier Männer"))
    assert number.each
    assert number.modifier is Modifier.EXACT


def test_the_unit_of_what_is_no_count_belongs_to_it(pipelines: dict[str, Language]) -> None:
    doc = pipelines["de"]("Mindestens vier Männer und 20 Kilometer")
    assert [(doc[n.start : n.end].text, n.kind) for n in numbers_of(doc)] == [
        ("Mindestens vier", Kind.COUNT),
        ("20 Kilometer", Kind.DISTANCE),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Seit Oktober 384 Menschen getötet", [Kind.COUNT]),
        ("Im Oktober 12 Menschen", [Kind.COUNT]),
        ("Am 3. Oktober 17 Menschen getötet", [Kind.DATE, Kind.COUNT]),
        ("Im Oktober 2023", [Kind.DATE]),
    ],
)
def test_numbers_after_a_month(pipelines: dict[str, Language], text: str, kinds: list[Kind]) -> None:
    assert [number.kind for number in numbers_of(pipelines["de"](text))] == kinds


def test_a_preposition_before_an_article_is_no_modifier(pipelines: dict[str, Language]) -> None:
    (number,) = numbers_of(pipelines["de"]("Unter den sieben Toten"))
    assert number.modifier is Modifier.EXACT


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("eine halbe Million Menschen", "de", ("eine halbe Million", "exact", 500_000)),
        ("rund eine halbe Million Menschen", "de", ("rund eine halbe Million", "approx", 500_000)),
        ("anderthalb Millionen Bauern", "de", ("anderthalb Millionen", "exact", 1_500_000)),
        ("half a million people", "en", ("half a million", "exact", 500_000)),
        ("more than half a million people", "en", ("more than half a million", "more_than", 500_000)),
        ("a million people", "en", ("a million", "exact", 1_000_000)),
    ],
)
def test_amounts_of_several_words(
    pipelines: dict[str, Language], text: str, language: str, expected: tuple[str, str, int]
) -> None:
    assert read(pipelines, text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("between 2.4 and 2.8 million people", "en", 2_400_000, 2_800_000),
        ("2.4 to 2.8 million people", "en", 2_400_000, 2_800_000),
        ("three to four million people", "en", 3_000_000, 4_000_000),
        ("zwischen 2,4 und 2,8 Millionen Menschen", "de", 2_400_000, 2_800_000),
        ("20 bis 30 Tausend Menschen", "de", 20_000, 30_000),
        ("zwischen 400.000 und 2 Millionen Menschen", "de", 400_000, 2_000_000),
        ("zwischen 20 und 30 Menschen", "de", 20, 30),
    ],
)
def test_a_scale_at_the_end_of_a_range_is_of_both(
    pipelines: dict[str, Language], text: str, language: str, low: int, high: int
) -> None:
    (number,) = numbers_of(pipelines[language](text))
    assert (number.modifier, number.value, number.high) == (Modifier.BETWEEN, low, high)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("more than a dozen rebels", "en", ("more than a dozen", "more_than", 12)),
        ("at least two dozen rebels", "en", ("at least two dozen", "at_least", 24)),
        ("up to a dozen rebels", "en", ("up to a dozen", "up_to", 12)),
        ("mehr als zwei Dutzend Rebellen", "de", ("mehr als zwei Dutzend", "more_than", 24)),
        ("more than half a dozen rebels", "en", ("more than half a dozen", "half_dozen", None)),
        ("more than dozens of rebels", "en", ("more than dozens of", "dozens", None)),
    ],
)
def test_a_dozen_that_bounds_is_twelve(
    pipelines: dict[str, Language], text: str, language: str, expected: tuple[str, str, int | None]
) -> None:
    assert read(pipelines, text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They handed over nine hostages.", "en", ("nine", "exact", 9)),
        ("The lorry ran over nine people.", "en", ("nine", "exact", 9)),
        ("They buried over nine people.", "en", ("over nine", "more_than", 9)),
        ("Neue Zahlen: Statt 19 seien 13 Menschen gestorben.", "de", ("19", "exact", 19)),
    ],
)
def test_over_may_belong_to_its_verb(
    pipelines: dict[str, Language], text: str, language: str, expected: tuple[str, str, int]
) -> None:
    assert read(pipelines, text, language)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("both dead and wounded", []),
        ("both brothers died", [("both", "exact", 2)]),
    ],
)
def test_both_that_joins_counts_nobody(
    pipelines: dict[str, Language], text: str, expected: list[tuple[str, str, int]]
) -> None:
    assert read(pipelines, text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berichte der Ärzte über 60 Tote", ("60", "exact", 60)),
        ("Agenturmeldungen über 60 Tote", ("60", "exact", 60)),
        ("laut Agenturmeldungen über 60 Tote", ("über 60", "more_than", 60)),
        ("nach Berichten der Ärzte über 60 Tote", ("über 60", "more_than", 60)),
        ("In der Stadt der Ärzte über 60 Tote", ("über 60", "more_than", 60)),
    ],
)
def test_a_report_is_about_a_number(pipelines: dict[str, Language], text: str, expected: tuple[str, str, int]) -> None:
    assert read(pipelines, text, "de") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a four-member family", [("four-member", "exact", 4)]),
        ("a four-member panel", [("a", "exact", 1)]),
    ],
)
def test_so_many_members_of_a_family(
    pipelines: dict[str, Language], text: str, expected: list[tuple[str, str, int]]
) -> None:
    assert read(pipelines, text, "en") == expected
