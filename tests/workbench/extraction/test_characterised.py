"""Who all of those told before were."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Category

CIVILIAN, STATE, NOBODY = Category.CIVILIAN, Category.COMBATANT_STATE, Category.UNSPECIFIED


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The blast killed 14 people and wounded 20. All of the victims were civilians.", [CIVILIAN, CIVILIAN]),
        ("en", "The blast killed 14 people and wounded 20. All of the dead were soldiers.", [STATE, NOBODY]),
        ("en", "The blast killed 14 people. The victims were all civilians.", [CIVILIAN]),
        ("en", "The blast killed 14 people. Most of the victims were civilians.", [NOBODY]),
        ("en", "The blast killed 14 people. It was loud. All of the victims were civilians.", [NOBODY]),
        ("en", "The blast killed 14 farmers. All of the victims were women.", [CIVILIAN]),
        ("en", "14 people died. Six children were among the dead. All victims were civilians.", [CIVILIAN, CIVILIAN]),
        ("de", "14 Menschen starben, 20 wurden verletzt. Alle Opfer sind Zivilisten.", [CIVILIAN, CIVILIAN]),
        ("de", "14 Menschen starben, 20 wurden verletzt. Bei den Toten handelt es sich um Soldaten.", [STATE, NOBODY]),
        ("de", "14 Menschen starben. Die Toten waren Soldaten.", [STATE]),
        ("de", "14 Menschen starben. Einige der Opfer sind Zivilisten.", [NOBODY, CIVILIAN]),
    ],
)
def test_who_they_were_is_said_of_the_sentence_before(
    extractor: Extractor, language: str, text: str, expected: list[Category]
) -> None:
    assert [claim.category.broad for claim in claims(extractor, text, language)] == expected
