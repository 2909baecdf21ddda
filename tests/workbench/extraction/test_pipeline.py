from __future__ import annotations

import json
from pathlib import Path

import spacy
from spacy.language import Language

from workbench.extraction import effects, lexicon, numbers
from workbench.extraction.claims import drafts_of
from workbench.extraction.pipeline import build


def test_the_components_stand_in_order(pipelines: dict[str, Language]) -> None:
    assert pipelines["de"].pipe_names == [
        "sentence_borders",
        "numbers",
        "trained",
        "names",
        "dates",
        "effects",
        "claims",
    ]


def test_other_languages_are_read_with_the_english_pipeline(resources: Path) -> None:
    assert build("fr", resources).lang == "en"


def test_a_layer_runs_by_itself(resources: Path) -> None:
    nlp = spacy.blank("de")
    known = lexicon.load(resources / "lexicon" / "de.json")
    doc = numbers.Numbers(known)(nlp("Mindestens neun Bauern"))
    assert [n.value for n in numbers.numbers_of(doc)] == [9]


def test_the_factories_are_registered_with_configs(resources: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentence_borders", config={"lexicon": str(resources / "lexicon" / "de.json")})
    nlp.add_pipe("effects", config={"lexicon": str(resources / "lexicon" / "de.json")})
    assert [h.start for h in effects.hits_of(nlp("Sie starben."))] == [1]
    assert json.dumps(nlp.config["components"]["effects"]["lexicon"]).endswith('de.json"')


def test_a_document_read_by_no_layer_has_nothing() -> None:
    doc = spacy.blank("de")("Neun Tote.")
    assert numbers.numbers_of(doc) == []
    assert effects.hits_of(doc) == []
    assert drafts_of(doc) == []
