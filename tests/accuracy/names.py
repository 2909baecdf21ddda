"""How right names are: the trained parts alone, the whole chain on labelled texts; and how much the registers hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin

from tests.accuracy.table import Row
from workbench.extraction.extractor import Extractor
from workbench.extraction.places import Gazetteer
from workbench.model.mention import Mention
from workbench.registers import Registers
from workbench.resources import table
from workbench.training import corpora, recipes

#: A name in a text: where it starts and ends, and what it is.
Name = tuple[int, int, str]
#: The kinds that all data sets label.
KINDS = frozenset({"PER", "ORG", "LOC"})
#: The day the reference article was published on; it does not say so itself.
PUBLISHED = date(2024, 11, 28)


@dataclass(frozen=True, slots=True)
class DataSet:
    """A labelled data set for the trained part of a language: `file` or a part of it, as the recipe writes it.

    With `names_only`, what is labelled is cut down to names as in training: no pronouns, articles and offices.
    """

    measure: str
    language: str
    file: str
    goal: float
    kinds: frozenset[str] = KINDS
    names_only: bool = False

    def path(self, folder: Path) -> Path:
        """Return the file of the data set among the corpora in `folder`."""
        return folder / self.language / f"{self.file.partition('[')[0]}.spacy"


#: Reports on Syria and Iraq, in which every word for people, groups, places and weapons is labelled, named or not.
RE3D = DataSet("names: English re3d, trained part", "en", "re3d_dev", 0.55, names_only=True)
DATA_SETS = (
    DataSet("names: German GermEval, trained part", "de", "germeval_holdout", 0.68),
    DataSet("names: English UNER, trained part", "en", "uner_ewt_test", 0.65),
    DataSet("names: English Wikigold, trained part", "en", "wikigold[:1500:5]", 0.73),
    RE3D,
)
RE3D_CHAIN, RE3D_ALL = "names: English re3d, whole chain", "names: English re3d, whole chain, all as labelled"
#: What our labels are in re3d's names.
NAMES: Mapping[str, str] = {
    "PERSON": "PER",
    "ORG": "ORG",
    "ARMED_GROUP": "ORG",
    "STATE_FORCE": "ORG",
    "SOURCE": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FACILITY": "LOC",
}
#: What they are in all that re3d labels.
ALL = {**NAMES, "ROLE": "ORG", "NORP": "ORG", "WEAPON": "WEAPON", "EQUIPMENT": "WEAPON"}
#: Our labels for the types of the reference article's gold; of a type that is not here nothing can be right.
IN_GOLD: Mapping[str, frozenset[str]] = {
    "ORG_ARMED": frozenset({"ARMED_GROUP", "STATE_FORCE"}),
    "ORG_STATE": frozenset({"ORG"}),
    "PLACE": frozenset({"GPE", "LOC"}),
    "ROLE": frozenset({"ROLE"}),
    "SOURCE": frozenset({"SOURCE"}),
    "ATTRIBUTION": frozenset({"SOURCE"}),
    "EQUIPMENT": frozenset({"EQUIPMENT"}),
    "FACILITY_EQUIPMENT": frozenset({"EQUIPMENT", "FACILITY"}),
    "FACILITY": frozenset({"FACILITY"}),
    "DATE": frozenset({"DATE"}),
    "PERSON": frozenset({"PERSON"}),
    "TITLE": frozenset({"PERSON"}),
    "WEAPON": frozenset({"WEAPON"}),
    "CONFLICT": frozenset({"EVENT"}),
    "NORP": frozenset({"NORP"}),
    "QUANTITY": frozenset({"NUMBER"}),
    "MEASURE": frozenset({"NUMBER"}),
}
_LINKED = ("ORG_ARMED", "SOURCE")


def rows(shared: Path, resources: Path, extractor: Extractor, registers: Registers) -> Iterator[Row]:
    """Yield the rows of names; a pipeline that is not there has no value, a data set that is not there no row."""
    folder = shared / "data" / "corpora"
    for data in DATA_SETS:
        path = data.path(folder)
        if path.is_file():
            yield trained(data, texts_of(path, data), resources / "pipelines" / data.language)
    path = RE3D.path(folder)
    if path.is_file():
        yield from _chain(path, extractor)
    if (shared / "data" / "reference").is_dir():
        yield from _reference(shared / "data" / "reference", extractor)
    yield from counts(resources, registers)


def texts_of(path: Path, data: DataSet) -> list[Doc]:
    """Return the texts of a data set, cut down to names where that is what is measured."""
    texts = corpora.part(data.file, list(DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab)))
    recipe = recipes.load(recipes.FOLDER / f"{data.language}.toml")
    return [recipe.mentions.names(text) for text in texts] if data.names_only else texts


def _chain(path: Path, extractor: Extractor) -> Iterator[Row]:
    """Yield what the whole chain finds in re3d: its names, and for the record all that it labels."""
    found = [extractor.read(doc.text, language="en").mentions for doc in texts_of(path, RE3D)]
    for measure, data, labels, goal in (
        (RE3D_CHAIN, RE3D, NAMES, 0.6),
        (RE3D_ALL, replace(RE3D, names_only=False, kinds=KINDS | {"WEAPON"}), ALL, None),
    ):
        gold = [names_in(doc, data.kinds) for doc in texts_of(path, data)]
        yield Row(measure, f1(gold, [in_re3d(mentions, labels) for mentions in found]), goal, len(gold))


def names_in(doc: Doc, kinds: frozenset[str]) -> frozenset[Name]:
    """Return the names of these kinds in a document, by code points."""
    return frozenset((e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in kinds)


def f1(gold: Sequence[frozenset[Name]], found: Sequence[frozenset[Name]]) -> float:
    """Return the share of names that are right, span and label, precision and recall in one; texts are paired."""
    right = sum(len(wanted & got) for wanted, got in zip(gold, found, strict=True))
    return 2 * right / max(1, sum(map(len, gold)) + sum(map(len, found)))


def trained(data: DataSet, texts: Sequence[Doc], pipeline: Path) -> Row:
    """Measure a trained pipeline by itself on texts that it tokenises itself."""
    if not pipeline.is_dir():
        return Row(data.measure, None, data.goal, len(texts))
    nlp = spacy.load(pipeline)
    found = [names_in(doc, data.kinds) for doc in nlp.pipe(doc.text for doc in texts)]
    return Row(data.measure, f1([names_in(doc, data.kinds) for doc in texts], found), data.goal, len(texts))


def in_re3d(mentions: Iterable[Mention], labels: Mapping[str, str]) -> frozenset[Name]:
    """Return mentions with re3d's labels, of nested ones the outermost."""
    named = [(m.span.start, m.span.end, labels[m.label]) for m in mentions if m.label in labels]
    kept: list[Name] = []
    for name in sorted(named, key=lambda name: (name[0], -name[1])):
        if not kept or name[1] > kept[-1][1]:
            kept.append(name)
    return frozenset(kept)


def _reference(folder: Path, extractor: Extractor) -> Iterator[Row]:
    """Yield how many of the reference article's mentions are found, and whether actors and sources are the right ones.

    Every entity of the gold counts, numbers, measures and words of attribution included.
    """
    text = (folder / "aleppo.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "aleppo.gold.json").read_text(encoding="utf-8"))["entities"]
    yield from of_reference(gold, extractor.read(text, language="de", published=PUBLISHED).mentions)


def of_reference(gold: Sequence[Mapping[str, Any]], mentions: Sequence[Mention]) -> Iterator[Row]:
    """Yield the two measures of the reference article."""
    at = {(m.span.start, m.span.end): m for m in mentions}
    pairs = [(entity, at.get((entity["start"], entity["end"]))) for entity in gold]
    right = [(e, m) for e, m in pairs if m is not None and m.label.value in IN_GOLD.get(e["type"], ())]
    both = len(gold) + len(mentions)
    yield Row("names: reference article, whole chain", 2 * len(right) / max(1, both), 0.9, len(gold))
    linked = [m.actor in e["canonical"].split("+") for e, m in right if e["type"] in _LINKED]
    wanted = sum(entity["type"] in _LINKED for entity in gold)
    yield Row("names: reference article, links of actors", sum(linked) / max(1, wanted), 0.95, wanted)


def counts(resources: Path, registers: Registers) -> Iterator[Row]:
    """Yield how much the registers and the place index hold."""
    folder = resources / "registers"
    terms = [row["label"] for _, row in table(folder / "terms.tsv", ("label",))]
    things: Mapping[str, tuple[int, int | None]] = {
        "armed actors": (sum(a.kind != "civilian" for a in registers.actors.values()), 300),
        "sources": (len(registers.sources), None),
        "persons": (len(table(folder / "persons.tsv", ("id",))), None),
        "weapons and equipment": (sum(label in ("WEAPON", "EQUIPMENT") for label in terms), None),
        "places": (len(Gazetteer(resources / "gazetteer")), None),
    }
    yield from (Row(f"register: {name}", count, goal) for name, (count, goal) in things.items())
