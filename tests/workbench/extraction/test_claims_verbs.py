from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elf Bauern wurden am Montag getötet.", ["killed 11"]),
        ("Am Montag wurden elf Bauern getötet und neun verletzt.", ["killed 11", "wounded 9"]),
        ("Die Miliz tötete elf Bauern.", ["killed 11"]),
        ("Zwei Angreifer töteten elf Bauern.", ["killed 11"]),
        ("Die Miliz hat am Montag elf Bauern getötet.", ["killed 11"]),
        ("Beim Einsturz starben elf Bauern.", ["killed 11"]),
        ("Elf Bauern starben, neun wurden verletzt.", ["killed 11", "wounded 9"]),
        ("Als die Truppe, die dort lag, elf Bauern erschoss, war es Nacht.", ["killed 11"]),
        ("Elf Bauern kamen bei dem Angriff ums Leben.", ["killed 11"]),
        ("Der Angriff kostete elf Bauern das Leben.", ["killed 11"]),
        ("Elf Bauern, sechs Lehrer und ein Arzt wurden verschleppt.", ["abducted 11", "abducted 6", "abducted 1"]),
        ("Elf Bauern wurden getötet sowie drei Lehrer.", ["killed 11", "killed 3"]),
        ("Elf Bauern wurden schwer, vier leicht verletzt.", ["wounded 11", "wounded 4"]),
        ("Elf Bauern wurden getötet oder verletzt.", ["killed_or_wounded 11"]),
        ("Elf Bauern wurden tödlich verletzt.", ["killed 11"]),
        ("Elf Bauern, die am Montag getötet wurden, kamen aus dem Ort.", ["killed 11"]),
        ("Elf Bauern wurden von drei Männern erschossen.", ["killed 11"]),
        ("Bauern wurden getötet.", ["killed 2-"]),
        ("Niemand wurde verletzt.", ["wounded 0"]),
        ("Elf Bauern wurden an einen anderen Ort gebracht.", []),
        ("9000 Soldaten wurden verlegt, zwei wurden getötet.", ["killed 2"]),
        ("Zwanzig Schafe wurden getötet.", []),
        ("Die Mannschaft verlor drei Spiele.", []),
        ("Bei den Kämpfen verlor die Brigade 22 Mann.", ["casualties_unspecified 22"]),
        ("Die Garnison büßte 40 Mann ein.", ["casualties_unspecified 40"]),
        ("Das Unternehmen verlor 22 Mitarbeiter.", []),
        ("Elf Bauern mussten mit Verwundungen ausgeflogen werden.", ["wounded 11"]),
        ("Getötet wurden dabei vier Angehörige der Flotte, verletzt neun weitere.", ["killed 4", "wounded 9"]),
        ("Ums Leben kamen drei Mitglieder der Besatzung, verletzt wurden sieben.", ["killed 3", "wounded 7"]),
        ("Die Armee wollte elf Soldaten sowie zwei Panzer vernichtet haben.", ["killed 11", "equipment_lost 2"]),
        ("Die Armee vernichtete elf Kämpfer und vier Fahrzeuge.", ["killed 11", "equipment_lost 4"]),
        ("Die Armee soll elf Kämpfer getötet und drei gefangen genommen haben.", ["killed 11", "captured 3"]),
        ("Die Truppe eroberte drei Dörfer und zwei Panzer.", ["territory 3", "equipment_captured 2"]),
        ("Die Armee feuerte vierzig Raketen ab.", ["munitions_fired 40"]),
        ("Elf Familien wurden vertrieben.", ["displaced 11"]),
        ("Elf Familien mussten ihre Häuser verlassen.", ["displaced 11"]),
        ("Am Montag kamen elf Soldaten frei.", ["released 11"]),
    ],
)
def test_german(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eleven farmers were killed on Monday.", ["killed 11"]),
        ("The militia killed eleven farmers and two teachers.", ["killed 11", "killed 2"]),
        ("The blast killed eleven and injured nine.", ["killed 11", "wounded 9"]),
        ("Eleven farmers were killed and nine wounded.", ["killed 11", "wounded 9"]),
        ("Eleven farmers were killed by three gunmen.", ["killed 11"]),
        ("The strike left eleven dead.", ["killed 11"]),
        ("Eleven farmers died of their wounds.", ["killed 11"]),
        ("The flood claimed the lives of eleven farmers.", ["killed 11"]),
        ("Eleven farmers were taken hostage.", ["abducted 11"]),
        ("Nobody was hurt.", ["wounded 0"]),
        ("Eleven farmers were killed and nine others injured when militants came.", ["killed 11", "wounded 9"]),
        ("Eleven farmers were moved.", []),
        ("Two tanks were destroyed.", ["equipment_lost 2"]),
    ],
)
def test_english(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


def test_spans_cover_number_verb_and_people(extractor: Extractor) -> None:
    text = "Am Montag wurden mindestens elf arme Bauern aus Homs getötet."
    (claim,) = claims(extractor, text)
    assert claim.number_text == "mindestens elf"
    assert claim.victims_text == "arme Bauern aus Homs"
    assert claim.effect_span is not None
    assert claim.effect_span.of(text) == "getötet"
    assert claim.evidence.of(text) == "mindestens elf arme Bauern aus Homs getötet"


def test_a_left_out_noun_is_shared(extractor: Extractor) -> None:
    one, two = claims(extractor, "Elf Bauern wurden getötet, neun weitere verletzt.")
    assert one.victims_text == two.victims_text == "Bauern"
    assert "victims: noun left out" in two.rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drei Soldaten wurden eingekesselt und getötet.", ["killed 3"]),
        ("Vier Zivilisten sind ins Kreuzfeuer geraten und gestorben.", ["killed 4"]),
        ("Am Abend wurden zwölf Männer abgeführt und in einem Wald hingerichtet.", ["killed 12"]),
        ("Die Rebellen haben drei Soldaten umzingelt und später erschossen.", ["killed 3"]),
        ("20 Soldaten wurden verlegt und drei getötet.", ["killed 3"]),
        ("Drei Täter wurden verfolgt und einer erschossen.", ["killed 1"]),
        ("Acht Männer haben die Wache überfallen und Polizisten erschossen.", ["killed 2-"]),
        ("Zwei Kinder wurden geboren und getauft.", []),
    ],
)
def test_a_second_participle_shares_the_people_of_the_first(
    extractor: Extractor, text: str, expected: list[str]
) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting claimed the lives of six people and injured nine.", ["killed 6", "wounded 9"]),
        ("Clashes cost the lives of six people and forced 200 from their homes.", ["killed 6", "displaced 200"]),
        ("Two people died and eight were rushed to hospital.", ["killed 2", "wounded 8"]),
        ("The wounded were taken by security forces to a local hospital.", []),
        ("The troops rescued 31 hostages.", ["released 31"]),
        ("Two soldiers paid the supreme price.", ["killed 2"]),
        ("The 40 dead were children.", ["killed 40"]),
    ],
)
def test_english_phrases_of_harm(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acht Menschen konnten sich nicht ins Freie retten und starben in den Flammen.", ["killed 8"]),
        ("Acht Reporter kamen nach Homs und starben dort.", ["killed 8"]),
        ("Neben acht Reportern kam der Minister und starb.", []),
    ],
)
def test_a_verb_that_shares_its_subject(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 38 people on board, 29 survived with injuries.", ["wounded 29"]),
        ("Two women escaped with minor injuries.", ["wounded 2"]),
        ("Seven people were killed and as many injured.", ["killed 7", "wounded 7"]),
        ("As many as 30 people died.", ["killed -30"]),
    ],
)
def test_who_lived_with_wounds_and_as_many(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sechzehn Bauern, die am Mittwoch verschleppt worden waren, wurden tot aufgefunden.", ["killed 16"]),
        ("Sechs Bauern, die verwundet wurden, starben.", ["killed 6"]),
        ("In Homs lagen sechs Bauern, die verwundet worden waren.", ["wounded 6"]),
    ],
)
def test_the_main_clause_comes_before_its_relative(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Eight traders arrested on Monday were released.", ["released 8"]),
        ("en", "Of the 40 hostages taken, nine were found dead.", ["abducted 40", "killed 9"]),
    ],
)
def test_a_participle_that_tells_of_no_harm_leaves_the_main_verb_its_people(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Neun Bauern wurden aus dem Haus geholt und vor den Augen ihrer Kinder erschossen.", ["killed 9"]),
        ("de", "Neun Bauern wurden aus dem Haus geholt und vor den Augen der Nachbarn erschossen.", ["killed 9"]),
        ("de", "Zwei Höfe wurden umstellt und neun Bauern erschossen.", ["killed 9"]),
        ("de", "Die Miliz mähte neun Bauern nieder.", ["killed 9"]),
        ("de", "Die Miliz schoss einen Hubschrauber nieder.", []),
    ],
)
def test_whose_eyes_saw_it_are_not_shot(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
