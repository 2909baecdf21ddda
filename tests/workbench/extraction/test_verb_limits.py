"""Whom a verb is said of: limits that the words around it set or lift."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor

FALLEN: list[tuple[str, list[str]]] = [
    ("Im Ersten Weltkrieg fielen 61 Männer des Ortes.", ["killed 61"]),
    ("In der Schlacht fielen 19 Einwohner von Hainfeld.", ["killed 19"]),
    ("Am Abend fielen zwölf Soldaten.", ["killed 12"]),
    ("Im Krieg fielen die Preise um zehn Prozent.", []),
    ("Im Oktober fielen 30 Urlauber auf die Anzeige herein.", []),
    ("Am Nachmittag fielen vier Tore.", []),
]

ARRESTS: list[tuple[str, list[str]]] = [
    ("Die Polizei nahm sechs Verdächtige fest.", []),
    ("Drei Männer wurden wegen Diebstahls festgenommen.", []),
    ("Insgesamt wurden 27 Randalierer vorläufig festgenommen.", []),
    ("Die Armee nahm in dem Dorf 14 Männer fest.", ["captured 14"]),
    ("Bei der Razzia verhafteten Soldaten acht Bewohner des Lagers.", ["captured 8"]),
    ("Zwölf Rebellen wurden festgenommen.", ["captured 12"]),
]

FLIGHT: list[tuple[str, list[str]]] = [
    ("Die beiden Täter flüchteten zu Fuß.", []),
    ("Vier Häftlinge flohen aus dem Gefängnis.", []),
    ("Eine Geisel hatte fliehen können.", []),
    ("Ein Mann flüchtete über die Dächer.", []),
    ("Aus der Stadt flohen 4000 Einwohner.", ["displaced 4000"]),
    ("Rund 300 Familien sind geflohen.", ["displaced 270-330"]),
]

GOVERNED: list[tuple[str, list[str]]] = [
    ("Von fünf Fischern fehlt jede Spur.", ["missing 5"]),
    ("Von elf Bergleuten fehlt bislang jede Spur.", ["missing 11"]),
    ("Nach 20 Rettern wurden drei Menschen getötet.", ["killed 3"]),
    ("Vom Täter fehlt jede Spur.", []),
]


@pytest.mark.parametrize(("text", "expected"), FALLEN)
def test_soldiers_fall_and_others_in_a_war(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(("text", "expected"), ARRESTS)
def test_police_arrests_capture_nobody(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(("text", "expected"), FLIGHT)
def test_who_escapes_is_not_displaced(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(("text", "expected"), GOVERNED)
def test_a_verb_may_ask_for_a_preposition(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sieben Passanten kamen bei dem Anschlag um.", ["killed 7"]),
        ("Sie kamen um acht Uhr mit drei Kindern.", []),
        ("Die Miliz brachte 15 Gefangene um.", ["killed 15"]),
        ("Die Besatzer richteten neun Bewohner hin.", ["killed 9"]),
        ("Eine Seuche raffte 200 Siedler dahin.", ["killed 200"]),
        ("Die Entführer halten noch elf Matrosen fest.", ["captured 11"]),
    ],
)
def test_separated_particles_close_their_clause(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drei Verletzte schweben in Lebensgefahr.", ["wounded 3"]),
        ("Vier Bewohner erlitten eine Rauchvergiftung.", ["wounded 4"]),
        ("Zwei Kunden erlitten einen Schock.", ["wounded 2"]),
        ("Nach dem Zusammenstoß mussten sieben Fahrgäste im Krankenhaus behandelt werden.", ["wounded 7"]),
        ("Für fünf Insassen kam jede Hilfe zu spät.", ["killed 5"]),
        ("Der Ausflug endete für vier Wanderer tödlich.", ["killed 4"]),
        ("Sechs Bewohner überlebten den Brand nicht.", ["killed 6"]),
        ("Sechs Bewohner überlebten den Brand.", []),
        ("Zwei Männer sprangen aus dem Fenster und brachen sich die Beine.", ["wounded 2"]),
        ("Rund 170 Familien wurden in Sicherheit gebracht.", []),
        ("Acht PKK-Mitglieder wurden ausgeschaltet.", ["killed 8"]),
        ("Die Armee bestätigte den Tod zweier Soldaten.", ["killed 2"]),
        ("256 der ursprünglich 476 Passagiere wurden vermisst.", ["missing 256"]),
        ("Für ein Ehepaar, 78 und 81 Jahre alt, kam jede Hilfe zu spät.", ["killed 2"]),
        ("Insgesamt wurden 42 Jugendliche in Gewahrsam genommen.", []),
        ("In der Stadt wurden 54 Juden Opfer des Holocaust.", ["killed 54"]),
        ("Er wurde wegen Mordes an 17 Patienten verurteilt.", ["killed 17"]),
        ("Auf der Autobahn 7 kamen zwei Menschen ums Leben.", ["killed 2"]),
        ("Auf deutscher Seite 1200 Soldaten getötet.", ["killed 1200"]),
        ("Dabei waren 16 Schüler, zumeist aus Polen, getötet und 20 verletzt worden.", ["killed 16", "wounded 20"]),
    ],
)
def test_harm_said_by_idioms_and_joined_verbs(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Armee nahm drei Rebellen gefangen und vernichtete elf.", ["captured 3", "killed 11"]),
        ("Vier Terroristen wurden getötet und neun festgenommen.", ["killed 4", "captured 9"]),
        ("Vier Passanten wurden getötet und neun festgenommen.", ["killed 4"]),
        ("Die Armee vernichtete neun Besatzer.", ["killed 9"]),
        ("Das Feuer zerstörte neun Häuser.", []),
    ],
)
def test_limits_of_people_left_out(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Er fühlte sich in seiner Ehre verletzt, sagten vier Freunde."),
        ("de", "Sieben Staaten verletzten das Abkommen."),
        ("de", "Drei Jets verletzten den Luftraum, sagten zwei Beamte."),
        ("de", "Die Soldaten flohen."),
        ("de", "Fans wurden in die Flucht geschlagen."),
        ("en", "The rebels fled into the hills."),
        ("en", "Police arrested three burglars."),
        ("en", "Four men were detained after the match."),
    ],
)
def test_what_no_people_suffer(extractor: Extractor, language: str, text: str) -> None:
    assert told(extractor, text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Trotz der Waffenruhe wurden vier Menschen verletzt.", ["wounded 4"]),
        ("de", "400 Einwohner flohen.", ["displaced 400"]),
        ("en", "The army arrested three men.", ["captured 3"]),
        ("en", "Four militants were detained.", ["captured 4"]),
        ("en", "Four hundred villagers fled.", ["displaced 400"]),
    ],
)
def test_what_they_do(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Elf Kinder mit Masern wurden stationär behandelt.", "de", []),
        ("Nach dem Unfall wurden elf Infizierte ins Krankenhaus gebracht, alle mit Grippe.", "de", []),
        ("Zwei Schwangere wurden ins Krankenhaus gebracht.", "de", []),
        ("Die Ambulanz hat im Vorjahr 3000 Patienten ambulant behandelt.", "de", []),
        ("Sechs Bewohner wurden nach dem Brand ins Krankenhaus gebracht.", "de", ["wounded 6"]),
        ("Nach dem Busunfall wurden 14 Schüler ins Krankenhaus gebracht.", "de", ["wounded 14"]),
        ("Eine Explosion riss die Wand auf. Acht Arbeiter wurden in ein Krankenhaus gebracht.", "de", ["wounded 8"]),
        ("Am Markt fielen Schüsse. Es regnete. Acht Händler wurden ambulant behandelt.", "de", []),
        ("30 children were hospitalised with measles.", "en", []),
        ("30 pensioners were hospitalised.", "en", []),
        ("Six passengers were hospitalised after the crash.", "en", ["wounded 6"]),
        ("A grenade went off. Six passengers were hospitalised.", "en", ["wounded 6"]),
    ],
)
def test_taken_to_hospital_needs_harm_near(extractor: Extractor, text: str, language: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vier Ärzte konnten nichts mehr tun.", []),
        ("Für 150 Anleger kann die Bank nichts mehr tun.", []),
        ("Für 250 Fans gab es keine Rettung mehr.", []),
        ("Nach dem Unfall konnten die Ärzte für zwei Insassen nichts mehr tun.", ["killed 2"]),
        ("Für vier Bergleute gab es nach der Explosion keine Rettung mehr.", ["killed 4"]),
        ("Für vier Bergleute kam jede Hilfe zu spät.", ["killed 4"]),
    ],
)
def test_nothing_more_to_be_done_for_the_hurt(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


OTHER_SENSES: list[tuple[str, str, list[str]]] = [
    ("en", "The photographer captured 12 dancers.", []),
    ("en", "The camera captured 12 passengers.", []),
    ("en", "Militants captured two photographers.", ["captured 2"]),
    ("en", "Two photographers were captured by militants.", ["captured 2"]),
    ("en", "Twelve pupils were missing from class.", []),
    ("en", "Twelve pupils were missing after the landslide.", ["missing 12"]),
    ("de", "Zwölf Soldaten fielen durch die Prüfung.", []),
    ("de", "Zwölf Soldaten fielen auf die Betrüger herein.", []),
    ("de", "Zwölf Soldaten fielen durch Schüsse.", ["killed 12"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), OTHER_SENSES)
def test_words_with_another_sense_nearby(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Armee hat den Anführer und neun seiner Männer eliminiert.", ["killed 9"]),
        ("en", "The army lost nine men.", ["casualties_unspecified 9"]),
        ("en", "The museum lost nine men.", []),
        ("en", "A family of nine was wiped out.", ["killed 9"]),
        ("en", "A team of nine was wiped out.", []),
        ("en", "Nine villagers were taken away by soldiers.", ["abducted 9"]),
        ("en", "Nine boxes were taken away by soldiers.", []),
    ],
)
def test_whose_men_and_which_families(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
