"""What is told without having happened makes no claim that counts, and what came to pass does."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    "text",
    [
        "Der Plan sah vor, neun Polizisten zu töten.",
        "Er versuchte, drei Nachbarn zu töten.",
        "Sie fuhren weiter, um 20 Menschen zu befreien.",
        "Sie zogen ab, ohne neun Menschen zu töten.",
        "Statt sieben Bauern zu töten, verhandelte die Miliz.",
        "Drei Gelehrte meinten, das sei so klug wie den Boten zu töten.",
        "Dem Trupp gelang es nicht, vier Soldaten zu entführen.",
        "Wenn neun Menschen sterben, ist das eine Katastrophe.",
        "Sofern drei Bauern getötet werden, greift das Gesetz.",
        "Bis dahin werden 400 Menschen sterben.",
        "Der Krieg wird 3000 Menschen töten.",
        "Im Herbst werden neun Menschen getötet werden.",
        "Nächste Woche werden 13 Gefangene freigelassen.",
        "Das Gift kann neun Menschen töten.",
        "Wurden dort wirklich 30 Menschen getötet?",
        "„Sind neun Menschen gestorben?“",
    ],
)
def test_german_of_what_did_not_happen(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dem Trupp gelang es, vier Soldaten zu entführen.", ["abducted 4"]),
        ("Sie begannen, 40 Bauern zu vertreiben.", ["displaced 40"]),
        ("Auch wenn neun Menschen starben, ging der Markt weiter.", ["killed 9"]),
        ("Neun Menschen sind getötet worden.", ["killed 9"]),
        ("Neun Menschen werden getötet, als die Brücke einstürzt.", ["killed 9"]),
        ("Warum starben neun Menschen?", ["killed 9"]),
        ("Er soll neun Menschen getötet haben.", ["killed 9"]),
        ("Wegen des Vorwurfs, neun Bauern getötet zu haben, kam er vor Gericht.", ["killed 9"]),
        ("40 Geiseln konnten befreit werden.", ["released 40"]),
    ],
)
def test_german_of_what_did(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They plotted to kill nine policemen.",
        "A plan to capture or kill 14 officers was foiled.",
        "He tried to kill two nurses.",
        "They failed to capture three soldiers.",
        "They left without killing nine villagers.",
        "Instead of killing nine villagers, they talked.",
        "It makes as much sense as killing two postmen.",
        "Up to 400 people will die, experts say.",
        "Fourteen hostages are to be released next week.",
        "Fourteen hostages will be released.",
        "Nine people must be evacuated.",
        "He asked that the nine prisoners be released.",
        "The drug can kill nine people.",
        "Were 30 people killed?",
        "What are nine dead soldiers?",
    ],
)
def test_english_of_what_did_not_happen(extractor: Extractor, text: str) -> None:
    assert told(extractor, text, "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They managed to kill nine policemen.", ["killed 9"]),
        ("The gunman went on to kill nine people.", ["killed 9"]),
        ("Nine people were reported to be missing.", ["missing 9"]),
        ("Thousands were forced to flee.", ["displaced 2000-9999"]),
        ("A bomb exploded, killing nine villagers.", ["killed 9"]),
        ("He was jailed for killing nine villagers.", ["killed 9"]),
        ("Even if nine people died, the market stayed open.", ["killed 9"]),
        ("Why did nine people die?", ["killed 9"]),
        ("The nine wounded will be flown out.", ["wounded 9"]),
    ],
)
def test_english_of_what_did(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In dem Film werden neun Polizisten getötet.", "de"),
        ("Der Roman handelt von einem Mann, der sieben Nachbarn tötete.", "de"),
        ("Neun Bauern hätten getötet werden können.", "de"),
        ("Sollten sich die Meldungen bestätigen, starben neun Bauern.", "de"),
        ("In the novel, nine farmers are killed.", "en"),
        ("Suppose nine farmers are killed tomorrow.", "en"),
    ],
)
def test_what_is_retold_or_supposed(extractor: Extractor, text: str, language: str) -> None:
    assert told(extractor, text, language) == []


def test_a_film_that_is_only_shown_tells_nothing_of_the_dead(extractor: Extractor) -> None:
    assert told(extractor, "Bei dem Brand im Kino, das den Film zeigte, starben neun Menschen.") == ["killed 9"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They kill people.", []),
        ("Men who kill civilians will be tried.", []),
        ("He enjoys killing people.", []),
        ("He opposed killing civilians.", []),
        ("They kill nine people in a raid.", ["killed 9"]),
        ("One in four of those killed was a child.", []),
    ],
)
def test_habits_and_rates_tell_no_event(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected
