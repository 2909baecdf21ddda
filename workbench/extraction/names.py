"""The ``names`` component: who, where and what a text names, linked to the registers and the gazetteer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from workbench import registers as register_files
from workbench import resources
from workbench.extraction.dates import dated
from workbench.extraction.names_fold import Piece, fold, pieces
from workbench.extraction.names_found import OPEN, Found, chosen, outright, read, votes
from workbench.extraction.names_lexicon import ADJECTIVE, ANYWHERE, BUILDING, other_entries, register_entries
from workbench.extraction.names_rules import Scene, built
from workbench.extraction.names_table import NameTable
from workbench.extraction.places import Gazetteer
from workbench.extraction.roles import Roles
from workbench.extraction.words import words_of
from workbench.model import span as model_span
from workbench.model.circumstance import Where
from workbench.model.claim import Category
from workbench.model.mention import Label, Mention
from workbench.registers import Registers

#: The word whose shared readings are the insurgents of a country.
_INSURGENTS = "aufständische"
_CIVILIANS = {
    Category.CIVILIAN: "civ",
    Category.WOMAN: "civ",
    Category.CHILD: "civ_children",
    Category.JOURNALIST: "civ_journalist",
    Category.AID: "civ_aid",
    Category.HEALTH: "civ_aid",
    Category.POLICE: "police_generic",
    Category.UN: "un_peacekeepers",
}
_PROVINCE = 4
_INNER = (Label.ARMED_GROUP, Label.STATE_FORCE, Label.ORG, Label.PERSON)
_COMPOUND = re.compile(
    r"(?P<name>.{4,}?)(?P<s>s?)(?P<head>(?:kämpfer|rebellen|soldaten|truppen|miliz|milizen|führer)[ns]?)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """Code points [start, end) that name something: `register_id` an actor or source, `category` of a role word."""

    start: int
    end: int
    label: str
    register_id: str = ""
    category: Category | None = None
    where: Where | None = None
    confidence: float = 1.0


if not Doc.has_extension("names"):
    Doc.set_extension("names", default=())


@Language.factory("names", default_config={"resources": ""})
def make_names(nlp: Language, name: str, resources: str) -> NameFinder:
    """Make the component of a pipeline; `resources` is the folder of that name, empty for the program's own."""
    return NameFinder.shipped(nlp.lang or "", Path(resources) if resources else None)


class NameFinder:
    """Puts a tuple of `Name`s into ``doc._.names``, and those that fall on tokens into ``doc.spans["names"]``."""

    def __init__(self, language: str, folder: Path, registers: Registers) -> None:
        self._german = language == "de"
        self._gazetteer = Gazetteer(folder / "gazetteer")
        self._roles = Roles(folder / "lexicon", language)
        self._others = tuple(other_entries(folder / "registers"))
        self.use(registers)

    @classmethod
    def shipped(cls, language: str, folder: Path | None = None) -> NameFinder:
        """Return one on the registers that ship with the program."""
        where = folder or resources.folder()
        return cls(language, where, register_files.load(where / "registers"))

    def use(self, registers: Registers) -> None:
        """Link to these registers from now on: those of a case, which an analyst may have changed."""
        self._table = NameTable([*register_entries(registers), *self._others], self._gazetteer.entries)
        self._known = frozenset(registers.actors) | frozenset(registers.sources)
        actors = registers.actors.values()
        proper = {
            n for a in actors if a.kind != "civilian" for n in (a.name, *a.aliases) if n.isalpha() and n[0].isupper()
        }
        self._single = frozenset(fold(name) for name in proper if name.casefold() not in registers.shared)
        own = [a for a in actors if a.kind == "state_force" and a.parent is None and a.country != ANYWHERE]
        self._forces = {a.country: a.id for a in reversed(own)}
        self._rebels = {a.country: a.id for a in actors if _INSURGENTS in (name.casefold() for name in a.aliases)}

    def area(self, place: str) -> tuple[str, str]:
        """Return the country a place lies in and its province, each empty where it is not known."""
        if place not in self._gazetteer:
            return "", ""
        found = self._gazetteer.place(place)
        return found.country, place if found.precision == _PROVINCE else found.within

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of `doc`; the text is left as it is."""
        text = words_of(doc).content
        words = self._cut(text)
        names = tuple(self._name(words, found) for found in self._found(words, text))
        doc._.names = names
        spans = ((doc.char_span(n.start, n.end, label=n.label, span_id=n.register_id)) for n in names)
        doc.spans["names"] = [span for span in spans if isinstance(span, Span)]
        return doc

    def _cut(self, text: str) -> list[Piece]:
        """Cut the text, and compounds whose first part names an actor (Hamaskämpfer) once more."""
        cut: list[Piece] = []
        for piece in pieces(text):
            match = _COMPOUND.fullmatch(piece.text) if piece.capital and piece.end - piece.start > 9 else None
            names = (match["name"] + match["s"], match["name"]) if match else ()
            known = next((name for name in names if fold(name) in self._single), None)
            if match is None or known is None:
                cut.append(piece)
                continue
            head = piece.start + match.start("head")
            cut.append(Piece(piece.start, piece.start + len(known), known, fold(known), piece.joined))
            cut.append(Piece(head, piece.end, match["head"], fold(match["head"]), joined=True))
        return cut

    def _found(self, words: Sequence[Piece], text: str) -> list[Found]:
        hits = self._table.find(words)
        heard, named = votes(hits), outright(hits)
        plain = [found for found in (read(hit, heard, named) for hit in hits) if found is not None]
        at: dict[int, list[Found]] = defaultdict(list)
        for found in plain:
            at[found.first].append(found)
        scene = Scene(
            pieces=words,
            at=at,
            roles=self._roles,
            german=self._german,
            forces=self._forces,
            country=self._gazetteer.country,
            province_of=self._gazetteer.province_of,
            rebels=partial(self._insurgents, heard),
            text=text,
        )
        return chosen([*(found for found in plain if found.label != BUILDING), *built(scene)])

    def _insurgents(self, heard: Mapping[str, int]) -> tuple[str, float]:
        """Return the insurgents of the country most heard of, or those of no country."""
        at_war = {country: heard.get(country, 0) for country in self._rebels if country != ANYWHERE}
        country = max(at_war, key=lambda key: (at_war[key], key), default="")
        if at_war.get(country, 0) and at_war[country] >= max(heard.values(), default=0) * OPEN:
            return self._rebels[country], 0.75
        return self._rebels.get(ANYWHERE, ""), OPEN

    def _name(self, words: Sequence[Piece], found: Found) -> Name:
        where = self._gazetteer.place(found.place).where() if found.place in self._gazetteer else None
        if where is not None and found.precision is not None and found.precision != where.precision:
            where = replace(where, precision=found.precision)
        who = found.id or _CIVILIANS.get(found.category or Category.UNSPECIFIED, "")
        label = Label.NORP.value if found.label == ADJECTIVE else found.label
        start, end = words[found.first].start, words[found.last - 1].end
        known = who if who in self._known else ""
        return Name(start, end, label, known, found.category, where, round(found.confidence, 2))


def mentions(doc: Doc, published: date | None) -> list[Mention]:
    """Return the mentions of `doc` in the text's order, with ids from 1; the day of publication settles the dates."""
    text = words_of(doc).content
    found = [_mention(text, name) for name in _shown(doc._.names)]
    found += [
        Mention(0, 0, model_span.Span(start, end), text[start:end], Label.DATE, when=when, confidence=confidence)
        for start, end, when, confidence in dated(doc, published)
    ]
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    return [_numbered(number, mention) for number, mention in enumerate(found, 1)]


def _shown(names: Iterable[Name]) -> list[Name]:
    """Leave out the role words that a hyphen ties to a name: of HTS-Kämpfer the analyst reviews HTS."""
    listed = list(names)
    inner = sorted((n.start, n.end) for n in listed if n.label in _INNER)

    def holds_one(name: Name) -> bool:
        first, last = bisect_left(inner, (name.start, 0)), bisect_left(inner, (name.end, 0))
        return any(end <= name.end for _, end in inner[first:last])

    return [name for name in listed if name.label != Label.ROLE or not holds_one(name)]


def _mention(text: str, name: Name) -> Mention:
    return Mention(
        0,
        0,
        model_span.Span(name.start, name.end),
        text[name.start : name.end],
        Label(name.label),
        actor=name.register_id or None,
        where=name.where,
        confidence=name.confidence,
    )


def _numbered(number: int, mention: Mention) -> Mention:
    return replace(mention, id=number)
