"""Indirect questions, conditions and purposes leave open whether anybody came to harm; means that were used do not."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ob elf Menschen starben, ist unklar.", "de", []),
        ("Die Polizei prüft, ob vier Menschen getötet wurden.", "de", []),
        ("Offen blieb, ob bei dem Gefecht sechs Soldaten fielen.", "de", []),
        ("Ob der Angriff, bei dem elf Menschen starben, gezielt war, ist unklar.", "de", ["killed 11"]),
        ("Unklar ist, ob die elf Toten Bauern waren.", "de", ["killed 11"]),
        ("The army did not say whether 14 civilians were killed.", "en", []),
        ("It was unclear whether the shelling killed 14 people.", "en", []),
        ("Officers are checking if six people died.", "en", []),
        ("The judge asked whether the raid in which 14 people died was legal.", "en", ["killed 14"]),
        ("Whether they were soldiers or not, six people died.", "en", ["killed 6"]),
        ("If confirmed, 14 deaths would make it the worst attack this year.", "en", []),
        ("If true, the claim that six guards were killed would be a blow.", "en", []),
        ("Falls bestätigt, wurden 14 Menschen getötet.", "de", []),
    ],
)
def test_indirect_questions(extractor: Extractor, text: str, language: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He used an axe to kill two women.", "en", ["killed 2"]),
        ("The navy deployed drones to kill six fighters.", "en", ["killed 6"]),
        ("The navy wanted to use drones to kill six fighters.", "en", []),
        ("He bought an axe to kill two women.", "en", []),
        ("Er benutzte eine Axt, um zwei Frauen zu töten.", "de", ["killed 2"]),
        ("Die Armee verwendete Drohnen, um sechs Kämpfer zu töten.", "de", ["killed 6"]),
        ("Er wollte eine Axt benutzen, um zwei Frauen zu töten.", "de", []),
        ("Er kaufte eine Axt, um zwei Frauen zu töten.", "de", []),
    ],
)
def test_what_a_means_was_used_for_was_done(
    extractor: Extractor, text: str, language: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected
