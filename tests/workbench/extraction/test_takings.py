from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Rebels claimed the attack, in which 12 soldiers died.", ""),
        ("Rebels claimed responsibility; 12 soldiers died.", ""),
        ("The blast claimed 24 lives.", ""),
        ("Rebels claimed the attack killed 12 soldiers.", "Rebels"),
        ("Rebels claimed 12 soldiers were killed.", "Rebels"),
    ],
)
def test_what_is_taken_and_not_said(extractor: Extractor, text: str, source: str) -> None:
    assert (claims(extractor, text, "en")[0].attribution_text or "") == source
