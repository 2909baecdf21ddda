"""The measures of names, on texts and labels written here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin, Span

from tests.accuracy import names
from workbench import registers
from workbench.extraction.extractor import Extractor
from workbench.model.mention import Label, Mention
from workbench.model.span import Span as TextSpan
from workbench.reckoning import conventions
from workbench.training import recipes

TEXT = "Eine Sprecherin nannte Aleppo und Homs."


def document(*places: tuple[int, int]) -> Doc:
    doc = spacy.blank("xx")(TEXT)
    found = (doc.char_span(start, end, label="LOC") for start, end in places)
    doc.ents = [span for span in found if span is not None]
    return doc


def mention(start: int, end: int, label: Label, actor: str | None = None) -> Mention:
    return Mention(1, 0, TextSpan(start, end), TEXT[start:end], label, actor)


def entity(start: int, end: int, kind: str, canonical: str = "") -> dict[str, Any]:
    return {"start": start, "end": end, "type": kind, "canonical": canonical}


def test_a_share_counts_what_is_missing_and_what_is_too_much() -> None:
    gold = [frozenset({(0, 4, "LOC"), (9, 12, "PER")}), frozenset({(0, 4, "ORG")})]
    assert names.f1(gold, gold) == 1
    assert names.f1(gold, [frozenset({(0, 4, "LOC")}), frozenset({(0, 4, "PER")})]) == pytest.approx(0.4)
    assert names.f1([], []) == 0


def test_kinds_that_are_not_measured_are_left_out() -> None:
    doc = document((23, 29))
    doc.ents = [*doc.ents, Span(doc, 5, 6, label="NORP")]
    assert names.names_in(doc, names.KINDS) == {(23, 29, "LOC")}


def test_a_held_out_part_is_what_the_recipe_says(tmp_path: Path) -> None:
    DocBin(docs=[document(), document((23, 29)), document((34, 38))]).to_disk(tmp_path / "a.spacy")
    whole = names.DataSet("a", "de", "a", 0.5)
    for data, expected in ((whole, [0, 1, 1]), (replace(whole, file="a[1:]"), [1, 1])):
        assert [len(doc.ents) for doc in names.texts_of(tmp_path / "a.spacy", data)] == expected


def test_nothing_is_measured_that_was_trained_on() -> None:
    for data in names.DATA_SETS:
        recipe = recipes.load(recipes.FOLDER / f"{data.language}.toml")
        assert data.file in recipe.measured_on
        assert data.file not in recipe.trained_on


def test_what_is_labelled_can_be_cut_down_to_names(tmp_path: Path) -> None:
    words = ["The", "Wrobel", "Foundation", "said", "we", "won", "."]
    doc = Doc(spacy.blank("xx").vocab, words=words)
    doc.ents = [Span(doc, 0, 3, label="ORG"), Span(doc, 4, 5, label="ORG")]
    DocBin(docs=[doc]).to_disk(tmp_path / "a.spacy")
    data = names.DataSet("a", "en", "re3d_dev", 0.5, names_only=True)
    (text,) = names.texts_of(tmp_path / "a.spacy", data)
    assert [name.text for name in text.ents] == ["Wrobel Foundation"]


def test_of_nested_mentions_the_outermost_is_measured() -> None:
    nested = [mention(5, 15, Label.ROLE), mention(23, 29, Label.GPE), mention(23, 38, Label.LOC)]
    assert names.in_re3d(nested, names.ALL) == {(5, 15, "ORG"), (23, 38, "LOC")}
    assert names.in_re3d(nested, names.NAMES) == {(23, 38, "LOC")}
    assert names.in_re3d([mention(0, 4, Label.NUMBER)], names.ALL) == frozenset()


def test_the_reference_counts_spans_labels_and_links() -> None:
    gold = [
        entity(5, 15, "SOURCE", "official"),
        entity(23, 29, "ORG_ARMED", "a+b"),
        entity(34, 38, "PLACE"),
        entity(0, 4, "TERRITORY_UNIT"),
    ]
    found = [
        mention(5, 15, Label.SOURCE, "witness"),
        mention(23, 29, Label.STATE_FORCE, "b"),
        mention(34, 38, Label.PERSON),
        mention(0, 4, Label.LOC),
    ]
    spans, links = names.of_reference(gold, found)
    assert (spans.value, spans.n, spans.goal) == (0.5, 4, 0.9)
    assert (links.value, links.n, links.goal) == (0.5, 2, 0.95)


def test_without_data_sets_only_the_registers_are_counted(tmp_path: Path, resources: Path) -> None:
    known = registers.load(resources / "registers")
    unused = Extractor(known, resources, conventions.load(resources / "conventions" / "vague_numbers.tsv"))
    rows = {row.name: row for row in names.rows(tmp_path, resources, unused, known)}
    assert set(rows) == {row.name for row in names.counts(resources, known)}
    assert rows["register: places"].cells()[1] == f"{rows['register: places'].value:,.0f}"
    assert rows["register: armed actors"].goal == 300


def test_a_pipeline_that_is_not_there_has_no_value(tmp_path: Path) -> None:
    row = names.trained(names.DATA_SETS[0], [document((23, 29))], tmp_path / "none")
    assert (row.value, row.goal, row.met) == (None, names.DATA_SETS[0].goal, False)


def test_a_pipeline_is_measured_on_what_it_finds(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": "Aleppo"}, {"label": "NORP", "pattern": "Sprecherin"}])  # type: ignore[attr-defined] # spaCy's own
    nlp.to_disk(tmp_path / "de")
    row = names.trained(names.DATA_SETS[0], [document((23, 29), (34, 38))], tmp_path / "de")
    assert row.value == pytest.approx(2 / 3)
