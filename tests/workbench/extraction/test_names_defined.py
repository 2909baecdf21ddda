"""Acronyms that a text explains mean what it says."""

from __future__ import annotations

import pytest

from workbench.extraction.names_defined import Defined
from workbench.extraction.names_fold import pieces
from workbench.extraction.names_found import Found
from workbench.extraction.names_table import Entry, NameTable

ENTRIES = (
    Entry("Freie Armee", "ARMED_GROUP", "free", country="SY"),
    Entry("Rote Front", "ARMED_GROUP", "red", country="SD"),
    Entry("Armee", "STATE_FORCE", "one", shared=True),
    Entry("Armee", "STATE_FORCE", "other", shared=True),
    Entry("FA", "ARMED_GROUP", "fa", shared=True),
    Entry("MILF", "ARMED_GROUP", "moro"),
    Entry("AGN", "SOURCE", "agency"),
    Entry("Agentur", "SOURCE", "other_agency"),
    Entry("Idlib", "GPE", "idlib", place=True),
)


def _finds(text: str) -> tuple[list[tuple[str, str]], int]:
    """Return the acronyms a text explains with who they are, and how many hits are left to be read as usual."""
    words = pieces(text)
    hits = NameTable(ENTRIES).find(words)
    defined = Defined(words, hits)
    found: list[Found] = list(defined.finds())
    return [(words[one.first].text, one.id) for one in found], len(hits) - len(defined.others(hits))


@pytest.mark.parametrize(
    ("text", "expected", "taken"),
    [
        ("die Freie Armee (FA) und FA", [("FA", "free"), ("FA", "free")], 2),
        ("die Freie Armee (FRA, 2011 gegründet): FRA", [("FRA", "free"), ("FRA", "free")], 0),
        ("FA (Freie Armee) siegt, sagt FA", [("FA", "free"), ("FA", "free")], 2),
        ("Rote Front (RF) und RF-Kämpfer", [("RF", "red"), ("RF", "red")], 0),
        ("Fester Anker (FA), FA", [("FA", ""), ("FA", "")], 2),
        ("Fahrt der Arbeiter (FA)", [("FA", "")], 1),
        ("Bund der Igel (BI), BI", [], 0),
        ("die Agentur (AGN)", [], 0),
        ("Alle Guten Nachrichten (AGN)", [("AGN", "")], 1),
        ("in Idlib (FA)", [], 0),
        ("die Agentur (MILF), MILF", [("MILF", ""), ("MILF", "")], 2),
        ("die Armee (FA)", [], 0),
        ("Freie Armee (FA-Kämpfer)", [], 0),
        ("Freie Armee FA", [], 0),
        ("(FA) Freie Armee (", [], 0),
        ("(", [], 0),
        ("Freie Armee (fa)", [], 0),
    ],
)
def test_what_a_text_explains(text: str, expected: list[tuple[str, str]], taken: int) -> None:
    assert _finds(text) == (expected, taken)


def test_the_last_explanation_before_counts() -> None:
    found, _ = _finds("FA. Die Freie Armee (FA), dann die Rote Front (FA), FA")
    assert [who for _, who in found] == ["free", "free", "red", "red"]
