from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Scope


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Bei den schwersten Angriffen auf den Libanon seit dem Krieg 2006 starben 58 Bauern."),
        ("de", "Beim blutigsten Anschlag seit 2011 starben in Homs 58 Bauern."),
        ("en", "In the deadliest attack since 2011, nine farmers were killed in Homs."),
        ("en", "It was the first attack since October 2023 and killed nine farmers."),
    ],
)
def test_a_record_is_no_running_toll_and_no_date(extractor: Extractor, language: str, text: str) -> None:
    (claim,) = claims(extractor, text, language)
    assert (claim.scope, claim.when) == (Scope.EVENT, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "In der größten Stadt, so die Ärzte, starben seit 2011 mindestens 58 Bauern."),
        ("de", "Seit 2011 starben 58 Bauern."),
        ("de", "Die Verluste der Armee seit 2011 betragen 58 Soldaten."),
        ("en", "Nine farmers have been killed since 2011."),
    ],
)
def test_what_no_superlative_reaches_runs_on(extractor: Extractor, language: str, text: str) -> None:
    (claim,) = claims(extractor, text, language)
    assert claim.scope is Scope.CUMULATIVE
