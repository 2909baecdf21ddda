"""The ``names`` component: who, where and what a text names, linked to the registers and the gazetteer."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from workbench import registers as register_files
from workbench import resources
from workbench.extraction import lexicon as lexicons
from workbench.extraction.coreference import Coreference
from workbench.extraction.dates import dated
from workbench.extraction.guesses import guesses_of
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.names_compounds import Compounds
from workbench.extraction.names_defined import Defined
from workbench.extraction.names_fold import Piece, cut, fold
from workbench.extraction.names_found import OPEN, SURE, Found, chosen, linked, outright, read, shouted
from workbench.extraction.names_index import NameIndex
from workbench.extraction.names_lexicon import ADJECTIVE, ANYWHERE, BUILDING
from workbench.extraction.names_rules import Rules, Scene, built
from workbench.extraction.names_trained import BeforeNames, merged
from workbench.extraction.names_words import NameWords, name_words
from workbench.extraction.places_guard import Guard
from workbench.extraction.places_settled import Settler
from workbench.extraction.roles import Roles
from workbench.extraction.words import Words, words_of
from workbench.model import span as model_span
from workbench.model.circumstance import When, Where
from workbench.model.claim import Category
from workbench.model.mention import Label, Mention
from workbench.registers import Registers

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
_INNER = (Label.ARMED_GROUP, Label.STATE_FORCE, Label.ORG, Label.PERSON)


@dataclass(frozen=True, slots=True)
class Name:
    """Code points [start, end) that name something: `register_id` an actor or source, `category` of a role word.

    `inferred` ones only stand for someone named before. `country` is the ISO code of a people (Russen, Russian).
    """

    start: int
    end: int
    label: str
    register_id: str = ""
    category: Category | None = None
    where: Where | None = None
    confidence: float = 1.0
    inferred: bool = False
    country: str = ""


if not Doc.has_extension("names"):
    Doc.set_extension("names", default=())


@Language.factory("names", default_config={"resources": ""})
def make_names(nlp: Language, name: str, resources: str) -> NameFinder:
    """Make the component of a pipeline; `resources` is the folder of that name, empty for the program's own."""
    return NameFinder.shipped(nlp.lang or "", Path(resources) if resources else None)


@dataclass(frozen=True, slots=True)
class _Names:
    """All names, and what finds those inside words and those that are only meant."""

    index: NameIndex
    compounds: Compounds
    coreference: Coreference


class NameFinder:
    """Puts a tuple of `Name`s into ``doc._.names``."""

    def __init__(self, language: str, folder: Path, registers: Registers | None = None) -> None:
        """Take the resources folder, and the registers if they are not those that ship there."""
        self._folder = folder
        path = folder / "lexicon" / f"{language}.json"
        self._lexicon = lexicons.load(path) if path.exists() else lexicons.build({"language": language})
        self._roles = self._lexicon.roles or Roles(folder / "lexicon", language)
        self._words = name_words(self._lexicon)
        self._rules = Rules(self._roles, self._words)
        self._before = BeforeNames(
            self._words.titles,
            self._lexicon.words("clauses", "articles"),
            self._words.provinces | self._words.towns,
            _nouns(self._lexicon, self._words),
        )
        self._shouted = self._lexicon.words("names", "acronyms")
        self._longest_shouted = max(map(len, self._shouted), default=0)
        self._made: _Names | None = None
        if registers is not None:
            self.use(registers)

    @classmethod
    def shipped(cls, language: str, folder: Path | None = None) -> NameFinder:
        """Return one on the registers that ship with the program, read when they are first needed."""
        return cls(language, folder or resources.folder())

    @property
    def _on(self) -> _Names:
        """All names and what rests on them, those that ship where none were given."""
        made = self._made
        if made is None:
            made = self._made = self._over(NameIndex(self._folder, register_files.load(self._folder / "registers")))
        return made

    @property
    def _index(self) -> NameIndex:
        return self._on.index

    def _over(self, index: NameIndex) -> _Names:
        return _Names(index, Compounds(self._lexicon, self._roles, index), Coreference(self._lexicon, index))

    def use(self, registers: Registers) -> None:
        """Link to these registers from now on: those of a case, which an analyst may have changed."""
        self.share(NameIndex(self._folder, registers) if self._made is None else self._index.of(registers))

    def share(self, index: NameIndex) -> None:
        """Look for the names of this index from now on, as the finders of other languages may do too."""
        self._made = self._over(index)

    def area(self, place: str) -> tuple[str, str]:
        """Return the country a place lies in and its province, each empty where it is not known."""
        return self._index.gazetteer.area(place)

    def around(self, where: Where) -> Where:
        """Return the province, or else the country, that a place lies in; the place itself where neither is known."""
        country, province = self.area(where.place)
        wider = province or country
        return replace(self._index.gazetteer.place(wider).where(), inherited=where.inherited) if wider else where

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of `doc`; the text is left as it is."""
        text = words_of(doc).content
        words = self._on.compounds.pieces(text)
        found = merged(self._found(words, text), guesses_of(doc), words, self._before)
        names = tuple(self._name(words, one) for one in found)
        doc._.names = names
        self._set_apart(words_of(doc), names)
        return doc

    def _set_apart(self, words: Words, names: Iterable[Name]) -> None:
        """Keep acronyms that spell a word of the language from being read as it: 57 IS fighters."""
        for name in names:
            if name.end - name.start <= self._longest_shouted and name.label != Label.GPE.value:
                at, _ = words.covering(name.start, name.end)
                if words.lower[at] in self._shouted:
                    words.lower[at] = words.text[at]

    def _found(self, words: Sequence[Piece], text: str) -> list[Found]:
        every = [h for h in self._index.table.find(words) if not shouted(words, h, self._shouted)]
        defined = Defined(words, every)
        hits = defined.others(every)
        gazetteer = self._index.gazetteer
        places = Settler(gazetteer, words, hits, Guard(self._words, self._index.first_names))
        heard, named = places.heard, outright(hits)
        plain = [found for found in (read(hit, heard, named) for hit in hits) if found is not None]
        whose = {(one.first, one.last) for one in plain if one.label == ADJECTIVE and one.confidence >= SURE}
        settled = [one for one in places.found() if (one.first, one.last) not in whose]  # North Korean: no North Korea
        spans = {(one.first, one.last) for one in settled}
        plain = [*(one for one in plain if not places.outdo(one, spans)), *defined.finds(), *settled]
        at: dict[int, list[Found]] = defaultdict(list)
        for found in plain:
            at[found.first].append(found)
        scene = Scene(
            pieces=words,
            at=at,
            roles=self._roles,
            words=self._words,
            german=self._words.capitalised,
            forces=self._index.forces,
            governments=self._index.governments,
            country=gazetteer.country,
            province_of=gazetteer.province_of,
            rebels=partial(self._insurgents, heard),
            owner=partial(self._owner, heard, named),
            text=text,
        )
        kept = chosen(linked([*(found for found in plain if found.label != BUILDING), *built(scene, self._rules)]))
        return self._on.coreference.resolved(words, kept)

    def _owner(self, heard: Mapping[str, int], named: Container[str], piece: Piece) -> str:
        """Return whose people a compound with a common first part names (Armeesoldaten), empty where it is open."""
        part = self._on.compounds.part(piece)
        if part is None or not part.common:
            return ""
        (hit,) = self._index.table.find(cut(piece, part.name, part.head)[:1]) or (None,)
        found = read(hit, heard, named) if hit is not None else None
        return found.id if found is not None and not self._index.is_nobody(found.id) else ""

    def _insurgents(self, heard: Mapping[str, int]) -> tuple[str, float]:
        """Return the insurgents of the country most heard of, or those of no country."""
        rebels = self._index.rebels
        at_war = {country: heard.get(country, 0) for country in rebels if country != ANYWHERE}
        country = max(at_war, key=lambda key: (at_war[key], key), default="")
        if at_war.get(country, 0) and at_war[country] >= max(heard.values(), default=0) * OPEN:
            return rebels[country], 0.75
        return rebels.get(ANYWHERE, ""), OPEN

    def _name(self, words: Sequence[Piece], found: Found) -> Name:
        gazetteer = self._index.gazetteer
        where = gazetteer.place(found.place).where() if found.place and found.place in gazetteer else None
        if where is not None and found.precision is not None and found.precision != where.precision:
            where = replace(where, precision=found.precision)
        who = found.id or _CIVILIANS.get(found.category or Category.UNSPECIFIED, "")
        label = Label.NORP.value if found.label == ADJECTIVE else found.label
        start, end = words[found.first].start, words[found.last - 1].end
        known = who if who in self._index.kinds else ""
        people = found.country if label == Label.NORP.value else ""
        return Name(start, end, label, known, found.category, where, round(found.confidence, 2), found.inferred, people)


def _nouns(lexicon: Lexicon, words: NameWords) -> frozenset[str]:
    """Return the folded nouns for places, groups and offices that are no names by themselves."""
    again = (noun for nouns in lexicon.sections["again"]["nouns"].values() for noun in nouns)
    kinds = (words.provinces, words.districts, words.towns, words.villages, words.groups, words.governments)
    return frozenset(map(fold, again)).union(*kinds)


def mentions(doc: Doc, published: date | None) -> list[Mention]:
    """Return the mentions of `doc` in the text's order, with ids from 1; the day of publication settles the dates."""
    text = words_of(doc).content
    days = list(dated(doc, published))
    spans = sorted((start, end) for start, end, _, _ in days)
    found: list[tuple[int, int, Name | When | None, float]] = list(days)
    found += [(n.start, n.end, n, n.confidence) for n in _shown(doc._.names) if not _dated(n, spans)]
    found.sort(key=lambda each: (each[0], -each[1]))
    return [_mention(number, text, *each) for number, each in enumerate(found, 1)]


def _shown(names: Iterable[Name]) -> list[Name]:
    """Leave out the role words that a hyphen ties to a name: of HTS-Kämpfer the analyst reviews HTS."""
    listed = list(names)
    inner = sorted((n.start, n.end) for n in listed if n.label in _INNER)

    def holds_one(name: Name) -> bool:
        first, last = bisect_left(inner, (name.start, 0)), bisect_left(inner, (name.end, 0))
        return any(end <= name.end for _, end in inner[first:last])

    return [name for name in listed if name.label != Label.ROLE or not holds_one(name)]


def _dated(name: Name, days: Sequence[tuple[int, int]]) -> bool:
    """Tell whether what is taken for a name, and by no register, is a day: Mai, April, Mittwoch."""
    before = bisect_left(days, (name.start + 1, 0)) - 1
    unknown = not name.register_id and name.where is None and name.category is None
    return unknown and before >= 0 and name.end <= days[before][1]


def _mention(number: int, text: str, start: int, end: int, told: Name | When | None, confidence: float) -> Mention:
    """Make the mention of a name, or of a date, which may be unsettled."""
    span, words = model_span.Span(start, end), text[start:end]
    if not isinstance(told, Name):
        return Mention(number, 0, span, words, Label.DATE, when=told, confidence=confidence)
    who, label = told.register_id or None, Label(told.label)
    return Mention(number, 0, span, words, label, who, told.where, confidence=confidence, inferred=told.inferred)
