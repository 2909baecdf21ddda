"""Who says that its attack harmed nobody denies harm; others who say so count none."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, short
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Epistemic


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Die israelische Armee erklärte, sie habe ein Lager angegriffen; Zivilisten seien nicht verletzt worden.",
            "de",
        ),
        ("Die israelische Armee erklärte, bei ihren Angriffen seien keine Zivilisten getötet worden.", "de"),
        ("The Israeli army said it had hit a depot and that no civilians were killed.", "en"),
        ("The Israeli army said its troops had raided a camp. It said no civilians were killed.", "en"),
    ],
)
def test_a_partys_own_denial(extractor: Extractor, text: str, language: str) -> None:
    assert [(short(c), c.epistemic) for c in claims(extractor, text, language)][-1][1] is Epistemic.DENIED


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Keine Zivilisten wurden getötet.", "de"),
        ("Die Polizei meldete, niemand sei verletzt worden.", "de"),
        ("No casualties were reported.", "en"),
        ("The Ukrainian army said it had been hit by nine drones and that no civilians were killed.", "en"),
        ("The Ukrainian army said that it had attacked a bridge and that none of its soldiers were killed.", "en"),
    ],
)
def test_a_count_of_none(extractor: Extractor, text: str, language: str) -> None:
    found = claims(extractor, text, language)
    assert [c.quantity.high for c in found] == [0]
    assert found[0].epistemic is not Epistemic.DENIED
