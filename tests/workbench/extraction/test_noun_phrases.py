from __future__ import annotations

import pytest
from spacy.language import Language

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.noun_phrases import PhraseReader
from workbench.extraction.words import words_of


def phrase(
    pipelines: dict[str, Language], lexicons: dict[str, Lexicon], text: str, language: str
) -> tuple[str, str] | None:
    words = words_of(pipelines[language](text))
    found = PhraseReader(lexicons[language]).read(words, 1, len(words))
    if found is None:
        return None
    return words.text[found.head], words.doc[found.start : found.full].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drei junge Männer kamen", ("Männer", "junge Männer")),
        ("Drei mutmaßlich islamistische Kämpfer", ("Kämpfer", "mutmaßlich islamistische Kämpfer")),
        ("Drei UN Soldaten kamen", ("Soldaten", "UN Soldaten")),
        ("Drei Soldaten des Regimes kamen", ("Soldaten", "Soldaten des Regimes")),
        ("Drei Menschen jüdischen Glaubens kamen", ("Menschen", "Menschen jüdischen Glaubens")),
        ("Drei PKK/YPG-Kämpfer kamen", ("YPG-Kämpfer", "PKK/YPG-Kämpfer")),
        ("Drei leicht verletzt", None),
        ("Drei wurden gesehen", None),
        ("Drei", None),
    ],
)
def test_german(
    pipelines: dict[str, Language], lexicons: dict[str, Lexicon], text: str, expected: tuple[str, str] | None
) -> None:
    assert phrase(pipelines, lexicons, text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three young men were seen", ("men", "young men")),
        ("Three Taliban leaders were seen", ("leaders", "Taliban leaders")),
        ("Three soldiers of the 4th Army were seen", ("soldiers", "soldiers of the")),
        ("Three 12-year-old girls were seen", ("girls", "12-year-old girls")),
        ("Three PKK/YPG fighters were seen", ("fighters", "PKK/YPG fighters")),
        ("Three wounded men were seen", ("men", "wounded men")),
        ("Three soldiers wounded in May", ("soldiers", "soldiers")),
        ("Three patrols killed two men", ("patrols", "patrols")),
        ("Three killed men were seen", ("men", "killed men")),
        ("Three were seen", None),
    ],
)
def test_english(
    pipelines: dict[str, Language], lexicons: dict[str, Lexicon], text: str, expected: tuple[str, str] | None
) -> None:
    assert phrase(pipelines, lexicons, text, "en") == expected


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Die Armee tötete zwölf „Terroristen“ in der Stadt.", "Terroristen"),
        ("Die Armee sprach von zwölf „getöteten Terroristen“.", "getöteten Terroristen"),
    ],
)
def test_nouns_in_quotation_marks(extractor: Extractor, text: str, victims: str) -> None:
    (claim,) = claims(extractor, text)
    assert (claim.quantity.value, claim.victims_text) == (12, victims)
