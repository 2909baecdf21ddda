"""Two verbs joined over one group count it once, whichever of them stands beside it."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zwölf Bauern wurden getötet oder verletzt.", ["killed_or_wounded 12"]),
        ("Die Miliz tötete oder verwundete 30 Soldaten.", ["killed_or_wounded 30"]),
        ("Die Bombe tötete und verletzte neun Menschen.", ["killed_or_wounded 9"]),
        ("Die Miliz tötete sechs Soldaten und verwundete 30.", ["killed 6", "wounded 30"]),
        ("Die Stadt verzeichnete 30 Verletzte oder Tote.", ["killed_or_wounded 30"]),
    ],
)
def test_german_verbs(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mine killed or wounded 30 farmers.", ["killed_or_wounded 30"]),
        ("The mine killed and seriously injured 30 farmers.", ["killed_or_wounded 30"]),
        ("The mine killed six farmers and wounded 30.", ["killed 6", "wounded 30"]),
        ("30 farmers were killed or wounded.", ["killed_or_wounded 30"]),
        ("The mine killed a farmer and wounded nine others.", ["killed 1", "wounded 9"]),
    ],
)
def test_english_verbs(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The army has killed or captured 280 militants.", ["casualties_unspecified 280"]),
        ("en", "The insurgents killed or abducted 24 farmers.", ["casualties_unspecified 24"]),
        ("en", "More than 30 traders were killed or abducted.", ["casualties_unspecified 31-"]),
        ("en", "Fighters killed or wounded 60 soldiers.", ["killed_or_wounded 60"]),
        ("en", "Soldiers killed two rebels and captured 12.", ["killed 2", "captured 12"]),
        ("en", "Nobody was killed or injured.", ["killed 0", "wounded 0"]),
        ("de", "30 Soldaten wurden getötet oder gefangen genommen.", ["casualties_unspecified 30"]),
        ("de", "30 Soldaten wurden getötet und vier gefangen genommen.", ["killed 30", "captured 4"]),
    ],
)
def test_one_of_two_harms_leaves_open_which(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Neun Hirten wurden entführt und später ermordet.", ["abducted 9", "killed 9"]),
        ("de", "Neun Soldaten wurden gefangen genommen und dann hingerichtet.", ["captured 9", "killed 9"]),
        ("en", "Nine herders were kidnapped and subsequently freed.", ["abducted 9", "released 9"]),
        ("en", "Bandits abducted and later killed nine herders.", ["abducted 9", "killed 9"]),
        ("en", "Nine herders were kidnapped or killed.", ["casualties_unspecified 9"]),
    ],
)
def test_whoever_was_held_may_come_to_another_harm(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Eight guards wounded in the raid died at dawn.", ["wounded 8", "killed 8"]),
        ("en", "Eight guards who were wounded in the raid died at dawn.", ["wounded 8", "killed 8"]),
        ("en", "Eight teachers kidnapped in March have been freed.", ["abducted 8", "released 8"]),
        ("en", "Eight guards wounded in the raid, troops said, and villagers fled.", ["wounded 8", "displaced 2-"]),
        ("en", "Eight guards wounded in the raid killed two robbers.", ["wounded 8", "killed 2"]),
        ("en", "Eight people killed in the raid died at dawn.", ["killed 8"]),
    ],
)
def test_a_main_verb_is_said_of_those_a_clause_describes(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected
