"""One index of all names serves every language, and any registers."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from workbench.extraction.names import NameFinder
from workbench.extraction.names_fold import pieces
from workbench.extraction.names_index import NameIndex
from workbench.extraction.pipeline import build
from workbench.model.actor import Actor
from workbench.registers import Registers

OWN = Actor("own", "Beispielmiliz", "rebel", "SY", aliases=("Musterbrigade", "zwei Worte", "Aufständische"))
ANY = Actor("any_generic", "Irgendwelche", "rebel", "XX", aliases=("Aufständische",))
ARMY = Actor("army", "Musterarmee", "state_force", "SY")
WING = Actor("wing", "Musterflügel", "state_force", "SY", parent="army")


@pytest.fixture(scope="module")
def index(resources: Path) -> NameIndex:
    rows = {row.id: row for row in (OWN, ANY, ARMY, WING)}
    return NameIndex(resources, Registers(rows, {}, {}, frozenset({"aufständische"})))


def test_who_stands_for_what(index: NameIndex) -> None:
    assert index.kinds == {"own": "rebel", "any_generic": "rebel", "army": "state_force", "wing": "state_force"}
    assert index.forces == {"SY": "army"}
    assert index.rebels == {"SY": "own", "XX": "any_generic"}


def test_single_names_are_one_word_that_names_one_actor(index: NameIndex) -> None:
    assert index.single == {"beispielmiliz", "musterbrigade", "musterarmee", "musterflugel"}


def test_other_registers_share_the_places(index: NameIndex) -> None:
    other = index.of(Registers({}, {}, {}))
    assert other.gazetteer is index.gazetteer
    assert [hit.entries[0].id for hit in index.table.find(pieces("Musterarmee"))] == ["army"]
    assert other.table.find(pieces("Musterarmee")) == []


def test_languages_share_an_index(index: NameIndex, resources: Path) -> None:
    for language in ("de", "en"):
        doc = build(language, resources, index=index)("Musterarmee, Aleppo")
        assert [name.register_id for name in doc._.names] == ["army", ""]


def test_a_finder_reads_the_shipped_registers_when_it_is_given_none(resources: Path) -> None:
    doc = NameFinder.shipped("de", resources)(spacy.blank("de")("Die HTS rückte vor."))
    assert [name.register_id for name in doc._.names] == ["sy_hts"]
