from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ministerium: Neun Bauern bei Luftangriff getötet", "Ministerium"),
        ("Gesundheitsbehörde: neun Tote nach Beschuss", "Gesundheitsbehörde"),
        ("Neun Tote bei Luftangriff – Aktivisten", "Aktivisten"),
        ("Neun Bauern getötet - Polizei.", "Polizei"),
        ("Unfall auf der Autobahn: neun Tote", ""),
        ("Syrien: neun Bauern getötet", ""),
        ("Neun Tote bei Luftangriff – erneut", ""),
    ],
)
def test_labels_and_signatures(extractor: Extractor, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text)] == [source]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Die Polizei spricht von neun Toten, das Spital von zwölf Toten.", ["Die Polizei", "das Spital"]),
        (
            "Die Polizei sprach von neun, das Spital von zwölf und örtliche Medien von 20 Toten.",
            ["Die Polizei", "das Spital", "örtliche Medien"],
        ),
        ("Die Polizei sprach am Montag von neun Toten.", ["Die Polizei"]),
    ],
)
def test_the_verb_left_out(extractor: Extractor, text: str, sources: list[str]) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text)] == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Police: Blast kills 8 in bazaar", "Police"),
        ("Police in Quetta: Blast kills 8", "Police in Quetta"),
        ("Raid kills 14 in Sanaa: health ministry", "health ministry"),
        ("Rebels kill 14 soldiers - monitor", "monitor"),
        ("Attack in Sanaa: 14 people killed", ""),
        ("Fourteen people killed: a timeline", ""),
    ],
)
def test_english_labels_and_signatures(extractor: Extractor, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text, "en")] == [source]
