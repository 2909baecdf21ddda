"""People counted behind a noun for several, adjectives that share a noun, and other ways reports put a number."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, told
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Epistemic


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Eine Gruppe von zehn Soldaten wurde getötet.", ["killed 10"]),
        ("de", "Sie haben eine Einheit aus elf Kämpfern getötet.", ["killed 11"]),
        ("de", "Bei einem Angriff auf eine Gruppe von zehn Soldaten wurden drei getötet.", ["killed 3"]),
        ("de", "Eine Gruppe von zehn Bewaffneten hat drei Bauern getötet.", ["killed 3"]),
        ("en", "A small group of twelve soldiers was killed.", ["killed 12"]),
        ("en", "They killed a patrol of nine soldiers.", ["killed 9"]),
        ("en", "A group of ten gunmen killed three farmers.", ["killed 3"]),
        ("en", "In an attack on a group of ten soldiers, three were killed.", ["killed 3"]),
    ],
)
def test_a_noun_for_several_does_not_hide_how_many(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Stelle zählt 17 getötete und 30 verletzte Dorfbewohner.", ["killed 17", "wounded 30"]),
        ("de", "Es gab fünf tote und drei weitere verletzte Fahrer.", ["killed 5", "wounded 3"]),
        ("en", "There were 14 dead and 20 wounded soldiers.", ["killed 14", "wounded 20"]),
    ],
)
def test_adjectives_share_a_noun_and_keep_their_harm(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Killed in the raid were four guards and a nurse.", ["killed 4", "killed 1"]),
        ("Also killed was a driver.", ["killed 1"]),
        ("Killed in action, the general had led 30 soldiers.", []),
        ("Three passengers did not survive.", ["killed 3"]),
        ("Gunfire left more than a hundred with bullet wounds.", ["wounded 101-"]),
        ("Twelve militants were sent to hell in the north.", ["killed 12"]),
        ("Officials put the number of those wounded at 27.", ["wounded 27"]),
        ("The death toll has climbed past 80.", ["killed 80"]),
        ("That brings the toll since October 2023 to 4,020 dead.", ["killed 4020"]),
        ("From October 7 to 12, 30 soldiers were killed.", ["killed 30"]),
        ("That brings to 12 the number killed this month.", ["killed 12"]),
        ("The brigade counted 35 dead, 20 wounded and 6 prisoners.", ["killed 35", "wounded 20", "captured 6"]),
        ("Fourteen worshippers had to be treated for smoke inhalation.", ["wounded 14"]),
        ("Fourteen hostages have to be killed, they shouted.", []),
        ("Two companies did not survive the crisis.", []),
        ("A group of ten students won the prize.", []),
        ("Five of the passengers did not survive.", ["killed 5"]),
    ],
)
def test_english_ways_to_tell_a_number(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Über 900 Bewohner ergriffen die Flucht.", ["displaced 901-"]),
        ("Vier Menschen werden noch unter den Trümmern vermutet.", ["missing 4"]),
        ("Unter den Trümmern werden noch vier Menschen vermutet.", ["missing 4"]),
        ("Im Krankenhaus liegen 30 Personen mit Schussverletzungen.", ["wounded 30"]),
        ("Sieben Menschen bezahlten den Angriff mit ihrem Leben.", ["killed 7"]),
        ("Sechs Menschen, die getötet und verletzt wurden, stammten aus dem Ort.", ["killed_or_wounded 6"]),
        ("Drei Soldaten, die getötet wurden, stammten aus dem Ort.", ["killed 3"]),
        ("Zwei Soldaten erlitten Gehirnerschütterungen.", ["wounded 2"]),
        ("Verluste: 35 Getötete, 20 Verwundete, 6 Gefangene.", ["killed 35", "wounded 20", "captured 6"]),
        ("In der Anstalt sitzen 20 Wärter, 6 Gefangene und ein Koch.", []),
        ("Drei Stürmer befinden sich mit Verletzungen in Behandlung.", []),
        ("Unter den Trümmern werden zwei Goldmünzen vermutet.", []),
        ("Das Kabinett erhöhte die Zahl der Stellen auf 300.", []),
        ("Am Abend erlitten zwei Soldaten Verletzungen.", ["wounded 2"]),
        ("Tote habe es nicht gegeben, doch zwei Soldaten hätten Wunden davongetragen.", ["killed 0", "wounded 2"]),
        ("90 Schüler wurden entführt, von denen 50 entkommen konnten.", ["abducted 90"]),
        ("90 Schüler wurden entführt, von denen 50 krank sind.", ["abducted 90", "abducted 50"]),
        ("Unter den neun Toten sind zwei Kinder, 31 Menschen befinden sich im Krankenhaus.", ["killed 9", "killed 2"]),
        (
            "Unter den neun Toten sind zwei Kinder, drei Frauen und vier Fahrer.",
            ["killed 9", "killed 2", "killed 3", "killed 4"],
        ),
    ],
)
def test_german_ways_to_tell_a_number(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("de", "Die Behörden erhöhten die Zahl der Toten auf 38.", "Die Behörden"),
        ("de", "Der Angriff erhöhte die Zahl der Toten auf 38.", ""),
        ("de", "Die Zahl der Toten erhöhte sich auf 38.", ""),
        ("de", "Die eigenen Verluste bezifferte er auf drei Gefallene.", ""),
        ("de", "Seit Mai hat die Polizei neun getötete Bauern registriert.", "die Polizei"),
        ("en", "The authorities on Tuesday raised the toll to 31 dead.", "The authorities"),
        ("en", "Friday's strike raised the toll to 31 dead.", ""),
        ("en", "Police, who had spoken of four fatalities, now say that six died.", "Police"),
    ],
)
def test_whoever_moves_a_toll_tells_it(extractor: Extractor, language: str, text: str, source: str) -> None:
    assert {claim.attribution_text for claim in claims(extractor, text, language)} == {source}


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Moskau will 140 Soldaten getötet haben.", "gov_ru"),
        ("In der Nacht will Kiew 40 Soldaten gefangen genommen haben.", "gov_ua"),
    ],
)
def test_a_capital_that_claims_its_deeds_is_their_source(extractor: Extractor, text: str, origin: str) -> None:
    [claim] = claims(extractor, text)
    assert (claim.origin, claim.epistemic) == (origin, Epistemic.SELF_CLAIM)
