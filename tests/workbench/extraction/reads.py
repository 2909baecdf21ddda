"""What reads the sentences of many tests, and short forms of what they yield."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language

from workbench.extraction.extractor import Extractor
from workbench.model.claim import Claim, Epistemic

#: The day after the Wednesday that the tests' reports speak of.
PUBLISHED = date(2024, 11, 28)
RESOURCES = Path(__file__).parents[3] / "resources"
_UNREAL = (Epistemic.HYPOTHETICAL, Epistemic.THREAT)


@cache
def naming(language: str) -> Language:
    """Return what finds names, and nothing else, with all that ships; built once, because it takes half a second."""
    nlp = spacy.blank(language)
    nlp.add_pipe("names", config={"resources": str(RESOURCES)})
    return nlp


def claims(extractor: Extractor, text: str, language: str = "de") -> list[Claim]:
    """Return the claims of a text."""
    return list(extractor.read(text, language=language, published=PUBLISHED).claims)


def told(extractor: Extractor, text: str, language: str = "de") -> list[str]:
    """Return what a text says happened, such as ``killed 12`` or ``wounded 24-99``, what is only possible left out."""
    return [short(claim) for claim in claims(extractor, text, language) if claim.epistemic not in _UNREAL]


def short(claim: Claim) -> str:
    """Write a claim as its effect and its bounds."""
    quantity = claim.quantity
    if quantity.low == quantity.high:
        bounds = "?" if quantity.low is None else str(quantity.low)
    else:
        bounds = f"{'' if quantity.low is None else quantity.low}-{'' if quantity.high is None else quantity.high}"
    return f"{claim.effect.value} {bounds}"
