"""What the grammar knows of a language: words by what they do, read from ``resources/lexicon``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from workbench.errors import BadResource
from workbench.extraction.grammar import Grammar, grammar_of
from workbench.extraction.lexicon_sections import check_entry, completed, example_of
from workbench.extraction.roles import Roles
from workbench.extraction.words import Phrases, phrase_set
from workbench.model.claim import Category, Effect, Unit

#: A pattern left out fits no word.
_NOTHING = r"(?!)"
_VOICES = ("transitive", "intransitive", "resultative", "be")
_T = TypeVar("_T")
#: What a table of words seen may hold before it is begun anew.
MOST_REMEMBERED = 50_000
_AGE = re.compile(r"\d{1,3}-?(\D+)")


@dataclass(frozen=True, slots=True)
class EffectWord:
    """A verb, idiom or noun that says what happened.

    `voice` is transitive (they are its object, or the subject of its passive), intransitive (its subject),
    resultative (a state said of them) or noun. `units` gives the effect by what is counted. `only` names the
    people it is said of, `unless` the words around it that lift this, `never` the nouns it is never said of and
    `never_near` the words in whose sentence it has another sense (lists of the section circumstances). `governors` may
    stand before those it is said of (von ihnen fehlt jede Spur); a `particle` closes its clause (kamen um).
    `figurative` lists words beside which it says no harm (in seiner Ehre verletzt), `needs` those without which a noun
    or verb says none (losses of a company; a verb in its sentence or the one before: taken to hospital).
    `people_only` words are said of things as well (seized), so the noun must be there and known to name people.
    """

    units: Mapping[Unit, Effect]
    voice: str
    form: str
    only: frozenset[Category] = frozenset()
    verbs: frozenset[str] = frozenset()
    weak: bool = False
    need_noun: bool = False
    unless: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    never_near: frozenset[str] = frozenset()
    governors: frozenset[str] = frozenset()
    particle: bool = False
    people_only: bool = False
    figurative: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()

    def effect(self, unit: Unit) -> Effect | None:
        """Return what happened to so many of `unit`, None where the word does not say that of them."""
        return self.units.get(unit)


@dataclass(slots=True)
class Lexicon:
    """One language's words, by section; built once from its JSON file."""

    language: str
    grammar: Grammar
    sections: Mapping[str, Any]
    people: dict[str, Category]
    things: dict[str, str]
    verbs: dict[str, list[EffectWord]]
    verb_phrases: Phrases
    verb_phrase_words: dict[str, list[EffectWord]]
    nouns: dict[str, EffectWord]
    adjectives: dict[str, EffectWord]
    models: re.Pattern[str]
    roles: Roles | None = None
    known: dict[str, Category | None] = field(default_factory=dict)
    counted: dict[str, str | None] = field(default_factory=dict)
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    phrase_sets: dict[str, Phrases] = field(default_factory=dict)

    def words(self, section: str, key: str) -> frozenset[str]:
        """Return the words under `section`/`key`."""
        return self.sets[f"{section}.{key}"]

    def phrases(self, section: str, key: str) -> Phrases:
        """Return the words under `section`/`key` as phrases, made when they are first asked for."""
        name = f"{section}.{key}"
        if name not in self.phrase_sets:
            self.phrase_sets[name] = phrase_set(self.sets[name])
        return self.phrase_sets[name]

    def noun_category(self, word: str) -> Category | None:
        """Return who `word` (lower-cased) names, by itself or by the last part of a compound."""
        if word not in self.known:
            if len(self.known) >= MOST_REMEMBERED:
                self.known.clear()
            self.known[word] = self._category(word)
        return self.known[word]

    def _category(self, word: str) -> Category | None:
        """Look `word` up among this lexicon's nouns, then among the roles."""
        found = self.people.get(word)
        if found is None and self.roles is not None:
            found = self.roles.category(word)
        if found is None and self.grammar.compounds_by_tail:
            found = _by_tail(word, self.people)
        return found

    def endings(self, key: str) -> tuple[str, ...]:
        """Return the endings under `key`, for `str.endswith`; no word ends so where a language has none."""
        return tuple(sorted(self.words("endings", key)))

    def is_age(self, text: str) -> bool:
        """Tell whether a token names someone by age: 24-Jährige, 34-year-old."""
        if not text[:1].isdecimal():
            return False
        found = _AGE.fullmatch(text.lower())
        return found is not None and found[1] in self.words("numbers", "age_nouns")

    def pair(self, first: str, second: str) -> bool:
        """Tell whether two words name people together (rescue workers)."""
        return self.roles is not None and self.roles.names_pair(f"{first} {second}")

    def noun_thing(self, word: str) -> str | None:
        """Return which things `word` counts (households, vehicles, munitions, areas, other), if any."""
        if word not in self.counted:
            if len(self.counted) >= MOST_REMEMBERED:
                self.counted.clear()
            self.counted[word] = self._thing(word)
        return self.counted[word]

    def _thing(self, word: str) -> str | None:
        """Look `word` up among the things, then among the names of models."""
        found = self.things.get(word)
        if found is None and self.grammar.compounds_by_tail and word not in self.people:
            found = _by_tail(word, self.things, least=5)
        if found is None and (self.models.match(word) or word in self.words("", "model_words")):
            return Unit.VEHICLES.value
        return found


def load(path: Path) -> Lexicon:
    """Read a lexicon, once as long as its files stay as they are; BadResource where one is missing or damaged."""
    files = sorted(path.parent.glob(f"*{path.stem}.json"))
    return _load(path, tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files))


@lru_cache(maxsize=4)
def _load(path: Path, _as_it_is: tuple[tuple[str, int, int], ...]) -> Lexicon:
    """Read a lexicon and its roles, for all layers that ask for it."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_once)
        return build(data, Roles(path.parent, path.stem))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadResource(
            f"The lexicon {path.name} cannot be read ({error}); restore the program's resources."
        ) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its keys; ValueError on one that stands twice, whose first value would be lost."""
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"{next(key for key in keys if keys.count(key) > 1)} stands twice")
    return made


def build(data: Mapping[str, Any], roles: Roles | None = None) -> Lexicon:
    """Make a lexicon from its sections; ValueError naming what is wrong, a section left out is empty."""
    data = completed(data)
    for section in ("effects", "nouns", "adjectives"):
        for entry in data[section]:
            check_entry(entry, section, data["circumstances"])
    people = {w: Category(c) for c, ws in data["people"].items() for w in ws}
    things = {w: kind for kind, ws in data["things"].items() for w in ws}
    verbs: dict[str, list[EffectWord]] = {}
    phrases: dict[str, list[EffectWord]] = {}
    for entry in data["effects"]:
        _add_verb(entry, verbs, phrases)
    nouns, adjectives = _by_form(data, "nouns"), _by_form(data, "adjectives")
    lexicon = Lexicon(
        language=data["language"],
        grammar=grammar_of(data["grammar"]),
        sections=data,
        people=people,
        things=things,
        verbs=verbs,
        verb_phrases=phrase_set(phrases),
        verb_phrase_words=phrases,
        nouns=nouns,
        adjectives=adjectives,
        models=re.compile(data["models"] or _NOTHING, re.IGNORECASE),
        roles=roles,
    )
    _collect(data, "", lexicon)
    return lexicon


def _collect(data: Mapping[str, Any], prefix: str, lexicon: Lexicon) -> None:
    """Turn every list of words in `data` into a set, named by its path."""
    for key, value in data.items():
        name = f"{prefix}.{key}"
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            lexicon.sets[name] = frozenset(value)
        elif isinstance(value, dict):
            _collect(value, key, lexicon)


def _add_verb(
    entry: Mapping[str, Any], verbs: dict[str, list[EffectWord]], phrases: dict[str, list[EffectWord]]
) -> None:
    """File one verb under its forms, an idiom under its phrases."""
    for form in ("participles", "finite", "infinitives"):
        for word in entry.get(form, ()):
            made = _effect_word(entry, form.rstrip("s"))
            target = phrases if " " in word else verbs
            target.setdefault(word, []).append(made)
    for phrase in entry.get("phrase", ()):
        phrases.setdefault(phrase, []).append(_effect_word(entry, "idiom"))


def _effect_word(entry: Mapping[str, Any], form: str) -> EffectWord:
    """Make one form of a verb or idiom."""
    if entry.get("voice") not in _VOICES:
        raise ValueError(f"effects: {entry.get('voice')!r} is no voice, in {example_of(entry)}")
    return EffectWord(
        units=_units(entry, "effects"),
        voice=entry["voice"],
        form=form,
        only=_categories(entry),
        verbs=frozenset(entry.get("verbs", ())),
        need_noun=entry.get("need_noun", False),
        unless=frozenset(entry.get("unless", ())),
        never=frozenset(entry.get("never", ())),
        never_near=frozenset(entry.get("never_near", ())),
        governors=frozenset(entry.get("governors", ())),
        particle=entry.get("particle", False),
        people_only=entry.get("people_only", False),
        figurative=frozenset(entry.get("figurative", ())),
        needs=frozenset(entry.get("needs", ())),
    )


def _categories(entry: Mapping[str, Any]) -> frozenset[Category]:
    """Read whom a verb is said of."""
    try:
        return frozenset(map(Category, entry.get("only", ())))
    except ValueError as error:
        raise ValueError(f"effects: {error}, in {example_of(entry)}") from error


def _by_form(data: Mapping[str, Any], section: str) -> dict[str, EffectWord]:
    """Return the effect nouns or adjectives of a section by their forms."""
    made = [(_noun(entry, section), entry.get("forms", ())) for entry in data[section]]
    return {form: word for word, forms in made for form in forms}


def _noun(entry: Mapping[str, Any], section: str) -> EffectWord:
    """Make an effect noun or adjective."""
    never, needs = frozenset(entry.get("never", ())), frozenset(entry.get("needs", ()))
    weak = entry.get("weak", False)
    return EffectWord(_units(entry, section), "noun", "noun", weak=weak, never=never, needs=needs)


def _units(entry: Mapping[str, Any], section: str) -> dict[Unit, Effect]:
    """Read what a word says of each unit; an effect alone is said of persons and households."""
    units = entry.get("units", {})
    effect = str(entry.get("effect", ""))
    try:
        if units:
            return {Unit(unit): Effect(said) for unit, said in units.items()}
        return {Unit.PERSONS: Effect(effect), Unit.HOUSEHOLDS: Effect(effect)}
    except ValueError as error:
        raise ValueError(f"{section}: {error}, in {example_of(entry)}") from error


def _by_tail(word: str, table: Mapping[str, _T], least: int = 4) -> _T | None:
    """Find a compound by its last part: after the last hyphen, else the longest known tail of `least` letters."""
    tail = word.rpartition("-")[2]
    if tail != word:
        found = table.get(tail)
        if found is not None:
            return found
        word = tail
    for start in range(2, len(word) - least + 1):
        found = table.get(word[start:])
        if found is not None:
            return found
    return None
