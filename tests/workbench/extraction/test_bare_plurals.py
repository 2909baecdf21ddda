"""A noun without number and article counts several people only where it cannot mean one."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    "text",
    [
        "Tourist von Lawine getötet",
        "Soldat in Mali erschossen",
        "Radfahrer bei Unfall in Köln schwer verletzt",
        "Fußgänger von Lastwagen getötet",
        "Radfahrer schwer verletzt\nDer Fahrer floh.",
        "Frau in Erfurt erstochen",
        "Schüler auf dem Heimweg verletzt",
    ],
)
def test_one_person_of_a_headline_is_no_plural(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zivilisten bei Luftangriff getötet", ["killed 2-"]),
        ("Kinder bei Brand verletzt", ["wounded 2-"]),
        ("Bei dem Sturz wurden Radfahrer verletzt.", ["wounded 2-"]),
        ("Bei dem Sturz starben Radfahrer.", ["killed 2-"]),
        ("Zwei Radfahrer bei Unfall verletzt", ["wounded 2"]),
        ("Touristen von Lawine getötet", ["killed 2-"]),
        ("Der Vater starb.", []),
        ("Er forderte die Freilassung eines im Jemen verschleppten Franzosen.", []),
        ("Im Jemen verschleppten Rebellen Touristen.", ["abducted 2-"]),
    ],
)
def test_german_plurals(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Civilians were killed in the raid.", ["killed 2-"]),
        ("The rebels killed villagers on Monday.", ["killed 2-"]),
        ("The rebels have killed civilians.", ["killed 2-"]),
        ("Two men were shot dead.", ["killed 2"]),
        ("Residents killed by the mob were buried.", ["killed 2-"]),
        ("Officers executed the plan on Monday.", []),
        ("Workers killed a proposal for a strike.", []),
        ("Rebels killed the mayor of the town.", []),
        ("American troops killed Omar Karim in the raid.", []),
        ("Three soldiers killed the following day were buried.", ["killed 3"]),
        ("Two people killed a day after the truce were named.", ["killed 2"]),
        ("The injury killed two strikers' chances.", []),
        ("Another custom (and a dying one at that) is the parade.", []),
    ],
)
def test_english_plurals(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected
