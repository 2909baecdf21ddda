"""How a language builds its sentences: properties with names, declared at the head of its lexicon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language does; a property that its lexicon leaves out is false.

    - `nouns_capitalised`: nouns are written with a capital letter, so that one tells a noun from an adjective.
    - `verb_final`: participles, infinitives and the verbs of subordinate clauses close their clause.
    - `verb_second`: the finite verb of a main clause comes second, so all that stands before it is one part.
    - `compounds_by_tail`: a compound is one word, and its last part says what it is (Grenzsoldaten, fünfköpfig).
    - `nouns_before_nouns`: a noun before another one says more of it (police officer).
    - `participle_after_noun`: a participle right after a noun is said of it, whatever governs it (17 still missing).
    - `bare_plurals`: a noun without number and article is a plural, whatever its ending.
    - `relatives_are_articles`: relative pronouns look like articles; only their clause's end tells them apart.
    - `saying_without_that`: a verb of saying may open a clause without a conjunction (police said five died).
    - `numbers_in_one_word`: a number word is one token, however large (siebenunddreißig).
    - `ordinals_with_stop`: digits with a full stop are an ordinal (47. Brigade).
    - `negation_past_commas`: a negation reaches as far as its clause, not only to the next comma.
    """

    nouns_capitalised: bool = False
    verb_final: bool = False
    verb_second: bool = False
    compounds_by_tail: bool = False
    nouns_before_nouns: bool = False
    participle_after_noun: bool = False
    bare_plurals: bool = False
    relatives_are_articles: bool = False
    saying_without_that: bool = False
    numbers_in_one_word: bool = False
    ordinals_with_stop: bool = False
    negation_past_commas: bool = False


def grammar_of(data: Mapping[str, Any]) -> Grammar:
    """Read the properties a lexicon declares; ValueError on one nobody knows or one that is not true or false."""
    known = {field.name for field in fields(Grammar)}
    for name, value in data.items():
        if name not in known or not isinstance(value, bool):
            raise ValueError(f"grammar.{name}: {value!r} is no property of a language")
    return Grammar(**data)
