"""What a lexicon may hold: its sections and keys, what each of them is, and the empty value of one left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.model.claim import Category, Effect, Modifier, Unit

#: What counts things of no unit of ours (houses, attacks): never people.
OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of value: what it is called, how it is told, and what stands for it where it is left out."""

    name: str
    fits: Callable[[Any], bool]
    empty: Callable[[], Any]


def _is_words(value: Any) -> bool:
    """Tell whether a value is a list of words."""
    return isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value)


def _mapping(of: Callable[[Any], bool], names: Iterable[str] | None = None) -> Callable[[Any], bool]:
    """Return what tells a mapping whose values are all `of` a kind, its keys among `names` where they are given."""
    known = None if names is None else frozenset(names)
    return lambda value: (
        isinstance(value, dict) and all(of(inner) and (known is None or key in known) for key, inner in value.items())
    )


def _of(kind: type) -> Callable[[Any], bool]:
    """Return what tells a value of a type; true and false are no numbers."""
    return lambda value: isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _is_listed(value: Any) -> bool:
    """Tell whether a value is a list of words, among which the empty one may stand."""
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _is_pattern(value: Any) -> bool:
    """Tell whether a value is a regular expression that may stand inside another."""
    try:
        return isinstance(value, str) and re.compile(f"(?:{value})") is not None
    except re.error:
        return False


def _is_numbered(value: Any) -> bool:
    """Tell whether a value is lists of words, each under a whole number."""
    return _mapping(_is_words)(value) and all(key.isdecimal() for key in value)


def _is_phrases(value: Any) -> bool:
    """Tell whether a value is a list of phrases of two words or more."""
    return _is_words(value) and all(len(phrase.split()) > 1 for phrase in value)


def _by(names: Iterable[str]) -> _Kind:
    """Return the kind of words sorted under `names`."""
    known = tuple(names)
    return _Kind(f"words by one of {', '.join(known)}", _mapping(_is_words, known), dict)


_WORDS = _Kind("a list of words", _is_words, list)
_PATTERN = _Kind("a regular expression", _is_pattern, str)
_PHRASES = _Kind("a list of phrases of two words or more", _is_phrases, list)
_NUMBERED = _Kind("lists of words by a whole number", _is_numbered, dict)
_PAIRS = _Kind("words by a word", _mapping(_of(str)), dict)
_SORTED = _Kind("lists of words by name", _mapping(_is_words), dict)
_SCALES = _Kind("numbers by word", _mapping(_of(int)), dict)
_FLAGS = _Kind("properties, each true or false", _mapping(_of(bool)), dict)
_SECTION = _Kind("a section with keys of its own", _of(dict), dict)
_ENTRIES = _Kind("a list of entries", lambda value: isinstance(value, list) and all(map(_of(dict), value)), list)
_FLAG = _Kind("true or false", _of(bool), bool)
_NAME = _Kind("one word", _of(str), str)
_NO_COUNT = ("age", "clock", "distance", "money", "share", "time", "measure")
_THINGS = (*(unit.value for unit in Unit), OTHER)


def _named(count: int) -> _Kind:
    """Return the kind of so many names in their order."""
    return _Kind(f"a list of {count} names", lambda value: _is_words(value) and len(value) == count, list)


def _lists(names: str) -> dict[str, _Kind]:
    """Return keys that all hold words."""
    return dict.fromkeys(names.split(), _WORDS)


#: Every section in the order they are best written in, and every key of those that have keys.
SECTIONS: Mapping[str, _Kind | Mapping[str, _Kind]] = {
    "language": _Kind("a code such as de", _of(str), str),
    "grammar": _FLAGS,
    # How words end, where their ending tells what they are.
    "endings": _lists(
        "adjectives attributive inflected declined genitives genitive_plurals nouns plural_nouns verbs plural_verbs "
        "gerunds adverbs reports heads pasts datives single_nouns doubtful_nouns"
    ),
    # Articles and prepositions that an apostrophe joins to the next word (l', d').
    "elisions": _WORDS,
    "numbers": {
        **_lists(
            "inner_articles joints ages age_joints age_nouns each_after members ranges between between_and each more "
            "all both articles none genitives about_nouns documents months year_words pronouns "
            "aged asking placing per rates comparing counting old age_subjects age_verbs letters dating dating_datives "
            "none_with_noun pairs everyone collectives taken_as"
        ),
        "modifiers": _by(modifier.value for modifier in Modifier),
        "vague": _SORTED,
        "as_many": _NUMBERED,
        # What takes a preposition that opens a modifier elsewhere: erinnern an die 300, an die 300 getötet.
        "takers": _SORTED,
        "amounts": _NUMBERED,
        "scales": _SCALES,
        "scale_signs": _SCALES,
        # Names of shares with what they divide by: half, thirds, Viertel.
        "shares": _SCALES,
        "number_stems": _PATTERN,
        "nor": _PAIRS,
        "declined": _PAIRS,
        "units": _by(_NO_COUNT),
    },
    # Names of months (twelve) and weekdays (from Monday), several of one parted by blanks; days by distance from today.
    # German and English leave this out: their forms of dates stand in dates_forms.py.
    "dates": {"months": _named(12), "weekdays": _named(7), "days": _SCALES},
    # Nouns: who is counted, members of which groups, and what is no people.
    "people": _by(category.value for category in Category),
    "groups": _by(category.value for category in Category),
    "adjectives_counted": _WORDS,
    "people_words": _lists("company possessives members own enemies fights manpower armed followers"),
    # Single fighters without a number: nouns that need a word for arms or a group, and nouns that need none.
    "singles": _lists(
        "heads jargon armed modifiers articles objects subjects auxiliaries past owners criminals whose kin offspring "
        "young"
    ),
    "things": _by(_THINGS),
    "models": _PATTERN,
    "model_words": _WORDS,
    # What happened: verbs and idioms, nouns and adjectives that are casualties, nouns of acts.
    "effects": _ENTRIES,
    "nouns": _ENTRIES,
    "adjectives": _ENTRIES,
    "circumstances": _SORTED,
    "acts": _by(effect.value for effect in Effect),
    **_lists("act_links abstract_nouns noun_traps"),
    "severity": _lists("severe light"),
    **_lists("severity_tolls existence"),
    "neutral_participles": _PATTERN,
    "neutral_exceptions": _WORDS,
    # Words that build sentences.
    "clauses": {
        **_lists(
            "namings second_coordinators never_after_prepositions relative_articles doubtful_articles "
            "possessive_marks moments noun_openers origins time_words subordinators relatives "
            "relative_prepositions infinitive_openers perfects singulars singular_passives adverbs reflexives "
            "coordinators contrast coordination_fillers sequences passive active infinitive_tail subjunctive1 "
            "subjunctive2 articles genitives attachments prepositions agents pronouns participles strong_verbs "
            "uninflected suppositions alternatives whiles"
        ),
        "second_coordinators": _PHRASES,
    },
    # What repeats a verb or a noun that is left out.
    "ellipsis": _lists("copula rest settings states places"),
    # Parts of groups, and tolls that change.
    "subsets": _lists(
        "whole_adverbs of ratios populations fewer lead tail among amid copula all_but describing includes strangers "
        "instead victims concerns by survived"
    ),
    "tolls": _lists(
        "nouns killed casualties_unspecified rising earlier told to by from at down_from speaks again pronouns puts "
        "naming figures reports among confirms only came "
        "losses amounts admits objects"
    ),
    # Who says so, how sure it is, and of which time it is told.
    "attribution": {
        **_lists("ties as_saying counts"),
        **_lists(
            "inside passed_over postpositions before_subject subject_openers subject_articles source_articles anybody "
            "before with_noun after bare verbs so as own pronouns demonstratives possessives "
            "citing citing_reflexive refers participles it_says heard it says_from datives adverbs later first_persons "
            "with_object nouns noun_links taken taking deeds told_by sayers adjectives relatives "
            "addressees vouching says_of movers"
        ),
        "compounds": _PATTERN,
        "separable": _SORTED,
    },
    "status": {
        **_lists("whether if_so means purpose"),
        **_lists(
            "wish planned alleged self_claim hearsay unconfirmed denied hypothetical threat not deeds doers suffered "
            "blame reports refuted conditional future counterfactual reporting_openers reporting_prepositions "
            "infinitive_marks achieved modals fiction not_merely bare_be known_to undone coming "
            "question_openers concessive generic_subjects presumed alive obliged"
        ),
        "denied_with": _PAIRS,
    },
    # Names: words that look like an acronym where all letters are capitals (IS); what ends a compound that begins with
    # a name, nouns (Hamaschef) and adjectives (talibannah), their plurals, and what joins the two.
    # Then what names are built with: what a people's adjective stands before, titles before a person's name, offices
    # that follow a title without one, nouns of groups, roles that are too common alone, words in those for insurgents.
    "names": _lists(
        "acronyms heads tails plurals links governments assemblies borders heads_of_state wars groups seldom rebels "
        "titles offices joints directions sides provinces districts towns villages of inside scenes back local "
        "launched towards bordering before_acronyms no_places address clubs club_tails"
    ),
    # Nouns that stand for someone named before, by what an actor or source of the registers is, with the words around
    # them: `in_name` nouns are part of the name (Ministerium), `fighters` may be any group's.
    "again": {**_lists("articles stops relatives borders in_name fighters"), "nouns": _SORTED},
    "scope": {
        **_lists("since ago ago_units wars cumulative so_far background burial had"),
        # What a superlative looks like: the deadliest, den schwersten.
        "superlatives": _PATTERN,
    },
    "relations": _lists("additional total beside also late alone still"),
    # Where sentences end.
    **_lists("abbreviations glue_words glue_nouns glue_openers glue_exceptions title_nouns plurals"),
}


#: What an entry may hold: a verb or idiom, and a noun or adjective.
_ENTRY = {"effect": _NAME, "units": _PAIRS, "never": _WORDS}
VERB: Mapping[str, _Kind] = {
    **_ENTRY,
    **_lists("participles finite infinitives phrase verbs only unless never_near figurative needs"),
    "governors": _Kind("a list of words, an empty one for none", _is_listed, list),
    **dict.fromkeys(("need_noun", "people_only", "particle"), _FLAG),
    "voice": _NAME,
}
NOUN: Mapping[str, _Kind] = {**_ENTRY, **_lists("forms needs"), "weak": _FLAG}
#: What in an entry names lists of the section circumstances.
_NAMING = ("unless", "never", "never_near", "figurative", "needs")


def check_entry(entry: Mapping[str, Any], section: str, circumstances: Collection[str]) -> None:
    """Raise ValueError on a key or value that an entry of `section` cannot have."""
    known, example = VERB if section == "effects" else NOUN, example_of(entry)
    for key, value in entry.items():
        if key not in known:
            raise ValueError(f"{section}: {key!r} is no key of an entry, in {example}")
        if not known[key].fits(value):
            raise ValueError(f"{section}: {key!r} must be {known[key].name}, in {example}")
    named = (name for key in _NAMING for name in entry.get(key, ()))
    unknown = next((name for name in named if name not in circumstances), None)
    if unknown is not None:
        raise ValueError(f"{section}: {unknown!r} is no list of circumstances, in {example}")


def example_of(entry: Mapping[str, Any]) -> str:
    """Return a word of an entry, to find it by."""
    forms = (entry.get(key) for key in ("forms", "participles", "finite", "infinitives", "phrase", *entry))
    return next((str(value[0]) for value in forms if isinstance(value, list) and value), "an entry without a word")


def completed(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a lexicon's sections with an empty value for each key left out; ValueError on one of a wrong kind."""
    if not _SECTION.fits(data) or not data.get("language"):
        raise ValueError("language is left out")
    _refuse_unknown(data, SECTIONS, "")
    made: dict[str, Any] = {}
    for name, kind in SECTIONS.items():
        if isinstance(kind, _Kind):
            made[name] = _checked(data, name, kind, "")
            continue
        inner = _checked(data, name, _SECTION, "")
        _refuse_unknown(inner, kind, f"{name}.")
        made[name] = {key: _checked(inner, key, of, f"{name}.") for key, of in kind.items()}
    return _parted(made) if made["elisions"] else made


def _parted(made: dict[str, Any]) -> dict[str, Any]:
    """Return the sections with their words parted as texts are: d'après is written so, and read as d' après."""
    joined = re.compile(rf"\b({'|'.join(map(re.escape, made['elisions']))})(?=\w)")

    def part(value: Any) -> Any:
        """Part what is a list of words, wherever it stands."""
        if isinstance(value, dict):
            return {key: part(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [part(inner) if isinstance(inner, dict) else joined.sub(r"\1 ", inner) for inner in value]
        return value

    return {key: part(value) for key, value in made.items()}


def _refuse_unknown(data: Mapping[str, Any], known: Mapping[str, Any], prefix: str) -> None:
    """Raise ValueError on a key that no layer reads."""
    unknown = next((key for key in data if key not in known), None)
    if unknown is not None:
        raise ValueError(f"{prefix}{unknown} is no key of a lexicon")


def _checked(data: Mapping[str, Any], key: str, kind: _Kind, prefix: str) -> Any:
    """Return the value under `key`, or the empty one."""
    if key not in data:
        return kind.empty()
    if not kind.fits(data[key]):
        raise ValueError(f"{prefix}{key} must be {kind.name}")
    return data[key]
