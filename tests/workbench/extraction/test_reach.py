from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve officers were on duty when the man was shot dead.", []),
        ("Thirty guests danced while the host was killed.", []),
        ("He nearly died because 40 hikers took the wrong way.", []),
        ("Nine people since Monday have died.", ["killed 9"]),
        ("Nine people were killed when the bus hit a mine.", ["killed 9"]),
        ("The nine people that were killed were miners.", ["killed 9"]),
        ("Twelve officers seized a boat.", ["equipment_captured 1"]),
        ("Twelve hikers killed in avalanche", ["killed 12"]),
        ("As many as nine miners were killed.", ["killed -9"]),
        ("Nine miners as well as two guides were killed.", ["killed 9", "killed 2"]),
    ],
)
def test_a_clause_in_between_ends_the_reach(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


def test_where_verbs_close_clauses_the_clauses_decide(extractor: Extractor) -> None:
    assert told(extractor, "Neun Bergleute wurden getötet, als der Schacht einstürzte.") == ["killed 9"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid killed a mother with her five children.", ["killed 1", "killed 5"]),
        ("Gunmen shot dead a colonel with his two guards.", ["killed 1", "killed 2"]),
        ("The blast killed a driver with his two dogs.", ["killed 1"]),
        ("A boy with his three friends watched as police killed two robbers.", ["killed 2"]),
        ("Fighters killed and captured farmers, and wounded two guards.", ["wounded 2"]),
    ],
)
def test_who_was_in_somebodys_company_shares_the_harm(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [claim for claim in told(extractor, text, "en") if not claim.endswith("2-")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four miners have since died.", ["killed 4"]),
        ("Two of the injured have since succumbed to their wounds.", ["killed 2"]),
        ("Four miners had while on duty been shot dead.", ["killed 4"]),
        ("Four miners have been missing since a rebel was killed.", ["missing 4"]),
    ],
)
def test_since_behind_have_opens_no_clause(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en")[:1] == expected
