"""How much of the reference article's mentions is found, and linked to the right actors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import spacy

from workbench.extraction import names
from workbench.model.mention import Mention

#: Our labels for the gold's types; numbers, measures and attributions are measured with the claims.
LABELS: Mapping[str, frozenset[str]] = {
    "ORG_ARMED": frozenset({"ARMED_GROUP", "STATE_FORCE"}),
    "ORG_STATE": frozenset({"ORG"}),
    "PLACE": frozenset({"GPE", "LOC"}),
    "ROLE": frozenset({"ROLE"}),
    "SOURCE": frozenset({"SOURCE"}),
    "EQUIPMENT": frozenset({"EQUIPMENT"}),
    "FACILITY_EQUIPMENT": frozenset({"EQUIPMENT", "FACILITY"}),
    "FACILITY": frozenset({"FACILITY"}),
    "DATE": frozenset({"DATE"}),
    "PERSON": frozenset({"PERSON"}),
    "TITLE": frozenset({"PERSON"}),
    "WEAPON": frozenset({"WEAPON"}),
    "CONFLICT": frozenset({"EVENT"}),
    "NORP": frozenset({"NORP"}),
}
#: What was reached when this was written; it may only rise.
F1_FLOOR, LINK_FLOOR = 0.97, 0.95


@dataclass(frozen=True)
class Reading:
    """The gold's entities that names and dates are about, and what was found."""

    gold: list[dict[str, Any]]
    mentions: list[Mention]
    text: str


@pytest.fixture(scope="module")
def reading(shared: Path) -> Reading:
    text = (shared / "data/reference/aleppo.txt").read_text(encoding="utf-8")
    gold = json.loads((shared / "data/reference/aleppo.gold.json").read_text(encoding="utf-8"))["entities"]
    nlp = spacy.blank("de")
    nlp.add_pipe("names")
    nlp.add_pipe("dates")
    return Reading([e for e in gold if e["type"] in LABELS], names.mentions(nlp(text), date(2024, 11, 28)), text)


def _right(entity: dict[str, Any], mention: Mention) -> bool:
    same = (entity["start"], entity["end"]) == (mention.span.start, mention.span.end)
    return same and mention.label in LABELS[entity["type"]]


@pytest.mark.reference
def test_spans_and_labels(reading: Reading) -> None:
    hits = sum(any(_right(entity, mention) for mention in reading.mentions) for entity in reading.gold)
    f1 = 2 * hits / (len(reading.gold) + len(reading.mentions))
    assert f1 >= F1_FLOOR


@pytest.mark.reference
def test_links_of_actors_and_sources(reading: Reading) -> None:
    named = [entity for entity in reading.gold if entity["type"] in ("ORG_ARMED", "SOURCE")]
    linked = [
        mention.actor == entity["canonical"] or mention.actor in entity["canonical"].split("+")
        for entity in named
        for mention in reading.mentions
        if _right(entity, mention)
    ]
    assert sum(linked) / len(named) >= LINK_FLOOR


@pytest.mark.reference
def test_the_day_and_the_places(reading: Reading) -> None:
    by_text = {mention.text: mention for mention in reading.mentions}
    wednesday = by_text["Mittwoch"].when
    assert wednesday is not None
    assert (wednesday.start, wednesday.precision) == (date(2024, 11, 27), 1)
    places = {text: by_text[text].where for text in ("Provinz Aleppo", "Stadt Aleppo", "Nubl", "Flughafen al-Nayrab")}
    known = {text: where.place for text, where in places.items() if where is not None}
    assert known == {
        "Provinz Aleppo": "SY-HL",
        "Stadt Aleppo": "geonames:170063",
        "Nubl": "geonames:166331",
        "Flughafen al-Nayrab": "SY:al-nayrab_military_airport",
    }


@pytest.mark.reference
def test_every_mention_shows_its_own_words(reading: Reading) -> None:
    assert all(mention.span.of(reading.text) == mention.text for mention in reading.mentions)
    assert [mention.id for mention in reading.mentions] == list(range(1, len(reading.mentions) + 1))
