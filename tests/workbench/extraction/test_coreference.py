"""Words that stand for someone named before: whom they mean, and where that is left open."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.workbench.extraction.reads import PUBLISHED, claims
from workbench.extraction import names
from workbench.extraction.extractor import Extractor
from workbench.extraction.names import Name


def _names(pipelines: dict[str, Language], text: str, language: str = "de") -> list[Name]:
    return list(pipelines[language](text)._.names)


def _inferred(pipelines: dict[str, Language], text: str, language: str = "de") -> list[tuple[str, str]]:
    found = _names(pipelines, text, language)
    return [(text[name.start : name.end], name.register_id) for name in found if name.inferred]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Die Hisbollah griff an. Die Gruppe meldete Verluste.", "de", ("Gruppe", "hezbollah")),
        ("Die Hamas erklärte, die militante Gruppe sei bereit.", "de", ("Gruppe", "hamas")),
        ("Die M23 rückte vor. Kämpfer der Miliz flohen.", "de", ("Miliz", "cd_m23")),
        ("Die Hisbollah griff an. Es regnete. Die Miliz schwieg.", "de", ("Miliz", "hezbollah")),
        ("Russland und Russland! Die ukrainische Armee wich. Die Armee verlor.", "de", ("Armee", "ua_forces")),
        ("Ärzte ohne Grenzen half. Die Organisation zählte neun Tote.", "de", ("Organisation", "msf")),
        ("Reuters meldete das. Die Agentur nannte Zahlen.", "de", ("Agentur", "reuters")),
        ("In Quito kämpfte die M23. Die Rebellen siegten.", "de", ("Rebellen", "cd_m23")),
        ("Hezbollah fired rockets. The group lost two men.", "en", ("group", "hezbollah")),
        ("Hamas said the group was ready.", "en", ("group", "hamas")),
        ("M23 took Goma. The rebels advanced.", "en", ("rebels", "cd_m23")),
        ("The Syrian Observatory for Human Rights spoke. The monitor counted.", "en", ("monitor", "sohr")),
    ],
)
def test_whom_a_noun_stands_for(
    pipelines: dict[str, Language], text: str, language: str, expected: tuple[str, str]
) -> None:
    assert _inferred(pipelines, text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # Two who fit in the nearest sentence that names one.
        ("Die Hisbollah half der Hamas. Die Gruppe meldete Verluste.", "de"),
        ("Reuters and AFP reported. The agency counted nine.", "en"),
        # Who attacks the group is not the group, and nobody before it is looked for.
        ("Die Hamas sprach. Die Hisbollah griff die Gruppe an.", "de"),
        # What follows says which group is meant, or no article points back.
        ("Die Hisbollah griff an. Die Gruppe der Acht tagte.", "de"),
        ("Die Hisbollah griff an. Die Gruppe, die floh, kam um.", "de"),
        ("Die Hisbollah griff an. Die Gruppe Musterleute floh.", "de"),
        ("Die Hisbollah griff an. Eine Gruppe floh.", "de"),
        ("Hezbollah attacked. The group of tourists fled.", "en"),
        # Another group came in between.
        ("Die Hisbollah griff an. Eine Gruppe floh. Die Gruppe kam um.", "de"),
        # Too far away; of another kind.
        ("Die Hisbollah griff an. Ja. Nein. Doch. Dort. Die Gruppe floh.", "de"),
        ("Die Hisbollah griff an. Das Ministerium schwieg.", "de"),
        ("Der Generalstab der Ukraine sprach. Das Ministerium schwieg.", "de"),
        # The insurgents of the country are known; several groups are named.
        ("Die HTS kämpfte in Aleppo in Syrien. Die Rebellen siegten.", "de"),
        ("In Quito waren die M23 und die ADF-Miliz der Allied Democratic Forces. Die Rebellen siegten.", "de"),
        ("Die Gruppe floh.", "de"),
        ("", "de"),
    ],
)
def test_what_stays_open(pipelines: dict[str, Language], text: str, language: str) -> None:
    assert _inferred(pipelines, text, language) == []


def test_a_noun_goes_on_standing_for_whom_it_stood(pipelines: dict[str, Language]) -> None:
    text = "Die Hisbollah griff an. Die Gruppe siegte. Es war Nacht. Ruhe kehrte ein. Die Gruppe feierte."
    assert _inferred(pipelines, text) == [("Gruppe", "hezbollah")] * 2


def test_inferred_mentions_are_marked_and_less_sure(pipelines: dict[str, Language]) -> None:
    doc = pipelines["de"]("Die Hisbollah griff an. Die Gruppe meldete Verluste.")
    named, inferred = names.mentions(doc, PUBLISHED)
    assert (named.inferred, inferred.inferred) == (False, True)
    assert inferred.confidence is not None
    assert named.confidence is not None
    assert inferred.confidence <= 0.5 < named.confidence
    assert (inferred.text, inferred.actor, inferred.label) == ("Gruppe", "hezbollah", named.label)


def test_claims_use_what_is_inferred_and_say_so(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Die Hisbollah griff an. Zwölf Kämpfer der Gruppe wurden getötet.")
    assert claim.actor == "hezbollah"
    assert "victims: inferred from who was named before, hezbollah" in claim.rules
    (claim,) = claims(extractor, "Reuters war vor Ort. Die Agentur meldete zwölf Tote.")
    assert claim.origin == "reuters"
    assert "source: inferred from who was named before, reuters" in claim.rules
