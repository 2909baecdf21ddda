"""Sentences in the manner of news agencies, written before the rules that read them."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor
from workbench.model.claim import THINGS

_THINGS = tuple(effect.value for effect in THINGS)

GERMAN: list[tuple[str, list[str]]] = [
    (
        (
            "Bei der Explosion einer Autobombe vor einer Moschee in Herat sind nach "
            "Polizeiangaben 14 Gläubige gestorben und mehr als 30 weitere verletzt worden."
        ),
        ["killed 14", "wounded 31-"],
    ),
    ("Ukraine: Fünf Tote und zwölf Verletzte nach Raketeneinschlag in Odessa", ["killed 5", "wounded 12"]),
    ("+++ 14.20 Uhr: Zahl der Toten nach Angriff auf Einkaufszentrum steigt auf 18 +++", ["killed 18"]),
    (
        "Der Gouverneur sprach von mindestens sieben getöteten Zivilisten, unter ihnen ein Säugling.",
        ["killed 7-", "killed 1"],
    ),
    (
        "Rettungskräfte zogen am Abend vier Leichen aus den Trümmern; elf Bewohner gelten noch als vermisst.",
        ["bodies_recovered 4", "missing 11"],
    ),
    ("Die Rebellen ließen eigenen Angaben nach 23 gefangene Regierungssoldaten frei.", ["released 23"]),
    (
        "Bei dem Gefecht seien auf beiden Seiten insgesamt 45 Kämpfer ums Leben gekommen, hieß es aus Militärkreisen.",
        ["killed 45"],
    ),
    (
        (
            "Ein israelischer Soldat ist bei Kämpfen im Norden des Gazastreifens gefallen, "
            "zwei weitere wurden schwer verwundet."
        ),
        ["killed 1", "wounded 2"],
    ),
    ("Dem Beschuss fielen drei Geschwister im Alter von vier, sieben und neun Jahren zum Opfer.", ["killed 3"]),
    ("Die Miliz verschleppte bei dem Überfall auf das Dorf rund 60 Frauen und Mädchen.", ["abducted 54-66"]),
    ("Nach Angaben des Roten Kreuzes erlagen in der Nacht zwei der Verwundeten ihren Verletzungen.", ["killed 2"]),
    ("Bei dem Drohnenangriff kam niemand zu Schaden.", ["casualties_unspecified 0"]),
    ("Mehr als 20.000 Menschen mussten wegen der Gefechte ihre Häuser verlassen.", ["displaced 20001-"]),
    ("Die Armee meldete den Tod von neun Soldaten.", ["killed 9"]),
    (
        "Im Krankenhaus werden derzeit noch 17 Verletzte behandelt, drei von ihnen schweben in Lebensgefahr.",
        ["wounded 17", "wounded 3"],
    ),
    (
        "Bei Protesten in Nairobi starben mindestens acht Menschen, Dutzende wurden festgenommen.",
        ["killed 8-"],
    ),
    ("Die Sicherheitskräfte setzten Tränengas ein und nahmen 112 Demonstranten fest.", ["captured 112"]),
    (
        "Zwischen 30 und 40 Dschihadisten wurden bei dem Luftschlag eliminiert, so ein Militärsprecher.",
        ["killed 30-40"],
    ),
    ("Das Unglück forderte bislang 26 Menschenleben.", ["killed 26"]),
    (
        "Unter den Trümmern wurden die Leichen einer Mutter und ihrer zwei Kinder entdeckt.",
        ["bodies_recovered 1", "bodies_recovered 2"],
    ),
    ("Die Zahl der Verletzten gab das Gesundheitsministerium mit 85 an.", ["wounded 85"]),
    ("Der Selbstmordattentäter riss zwölf Menschen mit in den Tod.", ["killed 12"]),
    ("Ein Polizist und zwei mutmaßliche Angreifer sind tot.", ["killed 1", "killed 2"]),
    ("Insgesamt 250 Geiseln befinden sich nach israelischen Angaben noch in der Gewalt der Hamas.", ["abducted 250"]),
    (
        (
            "Gegen 21.15 Uhr schlugen drei Raketen in ein neunstöckiges Wohnhaus ein; "
            "Berichte über Opfer lagen zunächst nicht vor."
        ),
        [],
    ),
    ("Der 43 Jahre alte Präsident traf am 12. Mai nach einem Flug über 6500 Kilometer in Kinshasa ein.", []),
    ("Sollte der Staudamm brechen, wären 40.000 Menschen vom Tod bedroht.", []),
    (
        "Die türkischen Streitkräfte haben nach Aussage des Ministers 13 PKK-Mitglieder neutralisiert.",
        ["casualties_unspecified 13"],
    ),
]
ENGLISH: list[tuple[str, list[str]]] = [
    (
        (
            "Gunmen on motorbikes stormed a village in Burkina Faso's north, killing 24 "
            "people and wounding eight, local officials said."
        ),
        ["killed 24", "wounded 8"],
    ),
    ("At least 11 dead, 40 hurt as car bomb rips through Mogadishu market", ["killed 11-", "wounded 40"]),
    ("The death toll from the collapse has climbed to 62, with 17 still missing.", ["killed 62", "missing 17"]),
    ("Ukraine said two of its pilots died when their helicopter was shot down.", ["killed 2"]),
    ("Rebels released 35 captured soldiers as a goodwill gesture.", ["released 35"]),
    ("A 12-year-old boy was among the dead, the mayor said.", ["killed 1"]),
    ("The attack left seven policemen dead and a dozen others injured.", ["killed 7", "wounded 10-14"]),
    ("Four civilians, two of them women, lost their lives in the shelling.", ["killed 4", "killed 2"]),
    ("Israel's military said it had eliminated three senior Hamas commanders overnight.", ["killed 3"]),
    ("More than 1,500 families have fled their homes since Friday, the UN refugee agency said.", ["displaced 1501-"]),
    ("Security forces arrested 19 suspected militants in raids across the province.", ["captured 19"]),
    ("No one was hurt in the blast, police said.", ["wounded 0"]),
    ("Rescuers pulled nine bodies from the rubble on Tuesday.", ["bodies_recovered 9"]),
    (
        "Nearly 200 people have been killed and hundreds wounded in a week of fighting in El Fasher.",
        ["killed 180-199", "wounded 200-999"],
    ),
    ("Three Turkish soldiers were martyred in northern Iraq, the defence ministry said.", ["killed 3"]),
    ("The group claimed to have killed 15 government troops and captured six.", ["killed 15", "captured 6"]),
    ("Two people died of their injuries in hospital, bringing the toll to 14.", ["killed 2", "killed 14"]),
    ("The clashes claimed the lives of 10 rebels and five soldiers.", ["killed 10", "killed 5"]),
    ("Between 50 and 60 fighters were thought to have been killed.", ["killed 50-60"]),
    ("Armed men kidnapped at least 87 schoolchildren in Nigeria's Kaduna state.", ["abducted 87-"]),
    (
        "Russian shelling of Kherson killed one and injured five others, the governor wrote on Telegram.",
        ["killed 1", "wounded 5"],
    ),
    (
        "A U.S. contractor was killed and five American service members were wounded in a drone strike in Syria.",
        ["killed 1", "wounded 5"],
    ),
    (
        "The army has suffered heavy losses, with 30 soldiers dead and 45 wounded.",
        ["casualties_unspecified ?", "killed 30", "wounded 45"],
    ),
    ("Hamas-run authorities put the number of dead at 41.", ["killed 41"]),
    ("Some 300 prisoners of war were exchanged on Saturday.", ["released 270-330"]),
    ("The suicide bomber killed himself and three bystanders.", ["killed 3"]),
    ("Aid groups warn that thousands could die if the border remains closed.", []),
    ("The ministry approved 250 million dollars for 12 hospitals within 90 days.", []),
    ("Flight 302 carried 157 passengers and landed safely after two hours.", []),
    (
        "Officials say 16 drones were shot down over Kyiv overnight, with no casualties reported.",
        ["casualties_unspecified 0"],
    ),
]


def _people(extractor: Extractor, text: str, language: str) -> list[str]:
    return sorted(each for each in told(extractor, text, language) if not each.startswith(_THINGS))


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert _people(extractor, text, "de") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert _people(extractor, text, "en") == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bei der Bombardierung wurden neun Bürger gemartert und vier verletzt.", ["killed 9", "wounded 4"]),
        ("Neun Bürger starben den Märtyrertod.", ["killed 9"]),
        ("Die Aggression hinterließ neun Märtyrer und vier Verwundete.", ["killed 9", "wounded 4"]),
        ("Neun Menschen starben, weitere vier erhielten Verletzungen.", ["killed 9", "wounded 4"]),
        ("Aktivisten berichten von neun Erschossenen.", ["killed 9"]),
    ],
)
def test_words_of_translated_reports(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("60 Bauern wurden mit Brandverletzungen behandelt.", ["wounded 60"]),
        ("16 Bauern befinden sich in einem kritischen Zustand.", ["wounded 16"]),
        ("Gefallen seien aber auch mindestens 25 Angreifer.", ["killed 25-"]),
    ],
)
def test_more_words_for_harm(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected
