"""Sentences in the manner of incident summaries, guerrilla reports and press releases of forces, by construction."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, short, told
from workbench.extraction.extractor import Extractor
from workbench.model.claim import RelationType


def test_a_toll_counts_what_stands_before_its_number(extractor: Extractor) -> None:
    text = "The number of victims rose to 12 when two of the wounded died."
    assert told(extractor, text, "en")[0] == "killed 12"
    assert told(extractor, "SOHR put the toll at 7, while residents said 11 civilians died.", "en")[0] == "killed 7"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Five people, two women and three girls, were killed.", ["killed 2", "killed 3"]),
        ("Six people - a guard, two farmers and three boys - died.", ["killed 1", "killed 2", "killed 3"]),
        ("Three farmers, two soldiers and a guard were killed.", []),
        ("Two people, two women and three girls were killed.", []),
        ("Three people, a farmer and two boys and a soldier were killed.", []),
    ],
)
def test_a_list_that_spells_a_number_out(extractor: Extractor, text: str, parts: list[str]) -> None:
    found = claims(extractor, text, "en")
    assert [short(claim) for claim in found if claim.related(RelationType.SUBSET_OF)] == parts
