from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Gestern sagte die Polizei, neun Bauern seien getötet worden.", "die Polizei"),
        ("Am Abend teilte das Ministerium mit, neun Bauern seien getötet worden.", "das Ministerium"),
        ("Wenig später meldete die Feuerwehr neun Tote.", "die Feuerwehr"),
        ("Neun Bauern seien getötet worden, sagte dem Sender ein Arzt.", "ein Arzt"),
        ("Neun Bauern seien getötet worden, erklärte am Montag die Armee.", "die Armee"),
        ("Auch die Armee meldete neun Tote.", "die Armee"),
    ],
)
def test_subjects_behind_and_before_the_finite_verb(extractor: Extractor, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Zuvor hatte ein Sprecher der Armee erklärt, neun Soldaten seien gefallen.", "ein Sprecher der Armee"),
        ("Das Ministerium hat mitgeteilt, dass neun Soldaten getötet wurden.", "Das Ministerium"),
        ("Wie das Krankenhaus mitgeteilt hat, wurden neun Bauern getötet.", "das Krankenhaus"),
        ("Zunächst hatte die Polizei von neun Toten gesprochen.", "die Polizei"),
        ("Neun Todesopfer wurden von der Polizei bestätigt.", "der Polizei"),
        ("Neun Todesopfer wurden bestätigt.", ""),
    ],
)
def test_participles_of_saying(extractor: Extractor, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Neun Bauern wurden getötet, sagten zwei Lehrer und Bewohner.", "zwei Lehrer und Bewohner"),
        ("Wie die Polizei am Abend bekannt gab, wurden neun Bauern getötet.", "die Polizei"),
        ("Die Armee gab am Abend bekannt, dass neun Soldaten gefallen seien.", "Die Armee"),
        ("Die Armee gab zu, dass neun ihrer Soldaten getötet wurden.", "Die Armee"),
        ("Neun Soldaten seien gefallen, stellte der Generalstab klar.", "der Generalstab"),
        ("Die Armee teilte mit dass neun Soldaten gefallen seien.", "Die Armee"),
    ],
)
def test_verbs_with_their_particle_apart(extractor: Extractor, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Neun Soldaten seien gefallen, hieß es in einer Mitteilung der Armee.", "einer Mitteilung der Armee"),
        ("Neun Soldaten seien gefallen, hieß es aus dem Generalstab.", "dem Generalstab"),
        ("In einer Erklärung der Gruppe heißt es, neun Soldaten seien gefallen.", "einer Erklärung der Gruppe"),
        ("Wie aus dem Palast verlautete, wurden neun Bauern getötet.", "dem Palast"),
    ],
)
def test_what_is_said_somewhere(extractor: Extractor, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text)] == [source]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Laut Polizei starben neun Bauern, Sanitäter sprachen dagegen von 20 Toten.", ["Polizei", "Sanitäter"]),
        ("Die Armee spricht von neun Toten, Beobachter gehen von 30 aus.", ["Die Armee", "Beobachter"]),
        ("Während die Armee von neun Toten spricht, zählte das Spital 20 Tote.", ["die Armee", "das Spital"]),
        ("Laut Armee starben neun Bauern, wohingegen Zeugen von 20 Toten berichteten.", ["Armee", "Zeugen"]),
        ("Die Armee sprach von neun Toten, doch Zeugen hingegen berichteten von 20 Toten.", ["Die Armee", "Zeugen"]),
    ],
)
def test_each_side_speaks_for_its_number(extractor: Extractor, text: str, sources: list[str]) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text)] == sources


@pytest.mark.parametrize(
    "text",
    [
        "Neun Tote meldete die Polizei.",
        "Die Polizei, die das Viertel abriegelte, sprach von neun Toten.",
        "Wie am Abend die Polizei mitteilte, starben neun Bauern.",
    ],
)
def test_what_is_no_subject(extractor: Extractor, text: str) -> None:
    assert [claim.attribution_text.lower() for claim in claims(extractor, text)] == ["die polizei"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Sowohl die Feuerwehr als auch die Armee bestätigten neun Tote.", "die Feuerwehr als auch die Armee"),
        ("Die Armee und die Polizei meldeten neun Tote.", "Die Armee und die Polizei"),
        ("Die Helfer werfen der Miliz vor, neun Bauern getötet zu haben.", "Die Helfer"),
    ],
)
def test_subjects_joined_and_accusers(extractor: Extractor, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Bis Sonntag zählte das Ministerium neun Tote.", "das Ministerium"),
        ("Während der Kämpfe meldete die Armee neun Tote.", "die Armee"),
        ("Ein Arzt, der in der Stadt lebt, sagte der Agentur Reuters, neun Bauern seien tot.", "Ein Arzt"),
        ("Omar Nasser, der Leiter der Klinik, bezifferte die Zahl der Toten auf neun.", "Omar Nasser"),
        ("Auf ihrem Kanal brüstete sich die Miliz damit, neun Soldaten getötet zu haben.", "die Miliz"),
        ("Neun Soldaten wurden getötet, kündigte die Armee an.", "die Armee"),
    ],
)
def test_what_stands_around_the_subject(extractor: Extractor, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text)] == [source]


RELATED = [
    ("The rebels, who claimed to have killed 16 soldiers, left the town.", ["The rebels"]),
    ("The militia, which says it killed 21 gunmen, is led by a cleric.", ["The militia"]),
    ("The ministry, which had reported that six nurses were wounded, closed the road.", ["The ministry"]),
    ("Gunmen, who said they were angry, killed 16 people in Homs.", [""]),
    ("Seven people were killed in an alleged Coalition airstrike, local media reported.", ["local media"]),
    ("Seven people were killed in a reported Russian raid, according to doctors.", ["doctors"]),
    ("Seven people were killed by an alleged Turkish strike.", [""]),
    ("Local media alleged that the strike killed seven people.", ["Local media"]),
]


@pytest.mark.parametrize(("text", "expected"), RELATED)
def test_a_relative_clause_lets_its_noun_speak_and_an_adjective_nobody(
    extractor: Extractor, text: str, expected: list[str]
) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text, "en")] == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The ministry said 26 people lost their lives.", "The ministry"),
        ("Police said 26 lives were lost.", "Police"),
        ("Officials reported 26 lives lost.", "Officials"),
        ("The rebels claimed 26 lives were lost.", "The rebels"),
        ("The flood claimed 26 lives.", ""),
        ("The storm has claimed the lives of 26 people.", ""),
    ],
)
def test_only_who_claims_lives_says_nothing(extractor: Extractor, text: str, source: str) -> None:
    assert [c.attribution_text for c in claims(extractor, text, "en")] == [source]


def test_a_participle_of_saying_closes_a_list_of_its_own_clause(extractor: Extractor) -> None:
    text = "Der Landrat hatte kurz nach dem Unglück noch von neun Toten und rund 40 Verletzten berichtet."
    assert [claim.attribution_text for claim in claims(extractor, text)] == ["Der Landrat"] * 2


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "The government disputed the figure and put the toll at nine dead.", "The government"),
        ("en", "A spokesman denied that and said the strike killed nine soldiers.", "A spokesman"),
        ("en", "The People's Guard (PG), which holds the hill, said nine soldiers were killed.", "The People's Guard"),
        ("en", "A spokesman for the army denied that and said nine rebels were killed.", "A spokesman for the army"),
        ("de", "Ein Sprecher der Miliz wies das zurück und sprach von neun Toten.", "Ein Sprecher der Miliz"),
        ("de", "Die Armee gab den Angriff zu und behauptete, neun Soldaten getötet zu haben.", "Die Armee"),
    ],
)
def test_a_second_verb_and_a_clause_between_keep_the_subject(
    extractor: Extractor, language: str, text: str, source: str
) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text, language)] == [source]


def test_a_pronoun_speaks_for_who_was_named_in_its_sentence(extractor: Extractor) -> None:
    text = "The ministry said nine farmers died. Hezbollah said two soldiers fell; it put Israeli losses at five dead."
    assert [claim.origin for claim in claims(extractor, text, "en")][-1] == "hezbollah"
