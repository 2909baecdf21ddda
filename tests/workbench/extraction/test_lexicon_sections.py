"""What a lexicon may hold, and what is said where it holds something else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import BadResource
from workbench.extraction import lexicon
from workbench.extraction.extractor import Extractor
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.lexicon_sections import SECTIONS, completed
from workbench.reckoning.conventions import Conventions
from workbench.registers import Registers


def test_a_lexicon_may_hold_its_language_alone() -> None:
    made = completed({"language": "xx"})
    assert set(made) == set(SECTIONS)
    assert made["clauses"]["articles"] == []
    assert made["numbers"]["units"] == {}


def test_an_empty_lexicon_knows_no_word() -> None:
    known = lexicon.build({"language": "xx"})
    assert known.words("clauses", "articles") == frozenset()
    assert known.phrases("subsets", "lead").match(["including"], 0) is None
    assert known.noun_thing("t-72") is None
    assert known.noun_category("soldiers") is None


def test_words_joined_by_an_apostrophe_are_written_as_they_are_read() -> None:
    data = {"language": "xx", "elisions": ["d'"], "attribution": {"before": ["d'après", "selon"]}}
    assert completed(data)["attribution"]["before"] == ["d' après", "selon"]
    del data["elisions"]
    assert completed(data)["attribution"]["before"] == ["d'après", "selon"]


def test_a_layer_asks_for_no_key_that_is_not_listed() -> None:
    with pytest.raises(KeyError):
        lexicon.build({"language": "xx"}).words("clauses", "unheard_of")


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "xx.json"
    path.write_text('{"language": "xx", "people": {"civilian": ["roi"], "civilian": ["reine"]}}', encoding="utf-8")
    with pytest.raises(BadResource, match="civilian stands twice"):
        lexicon.load(path)


def _lists(value: Any, name: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the lists of words in a section with what they are called."""
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        yield name, value
    elif isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _lists(inner, f"{name}.{key}")


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_list_holds_a_word_twice(resources: Path, language: str) -> None:
    data = json.loads((resources / "lexicon" / f"{language}.json").read_text(encoding="utf-8"))
    assert [name for name, words in _lists(data, language) if len(words) > len(set(words))] == []


class _Asked(dict[str, Any]):
    """A dictionary that notes under which name each of its keys is asked for."""

    def __init__(self, values: Mapping[str, Any], into: set[str], prefix: str = "") -> None:
        """Take the values and where to note what is asked for."""
        super().__init__(values)
        self._into, self._prefix = into, prefix

    def __getitem__(self, key: str) -> Any:
        self._into.add(f"{self._prefix}{key}")
        return super().__getitem__(key)


#: Sections that the lexicon itself reads when it is built, and dates that German and English write in other ways.
_BUILT = "language grammar elisions people things models effects nouns adjectives circumstances dates".split()


def _names() -> set[str]:
    """Return the name of every key that a layer has to ask for."""
    asked_later = {name: kind for name, kind in SECTIONS.items() if name not in _BUILT}
    plain = {f".{name}" for name, kind in asked_later.items() if not isinstance(kind, Mapping)}
    return plain | {f"{name}.{key}" for name, kind in asked_later.items() if isinstance(kind, Mapping) for key in kind}


def test_every_key_is_asked_for(
    resources: Path, known: Registers, table: Conventions, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    load = lexicon.load

    def recording(path: Path) -> Lexicon:
        made = load(path)
        made.counted.clear()  # what another test looked up would not be asked for again
        made.sets, made.phrase_sets = _Asked(made.sets, asked), _Asked(made.phrase_sets, asked)
        made.sections = _Asked(
            {
                name: _Asked(value, asked, f"{name}.") if isinstance(value, dict) else value
                for name, value in made.sections.items()
            },
            asked,
            ".",
        )
        return made

    monkeypatch.setattr(lexicon, "load", recording)
    extractor = Extractor(known, resources, table)
    for path in sorted((resources / "sample").glob("*.txt")):
        extractor.read(path.read_text(encoding="utf-8"))
    extractor.read(
        "Zwischen 30 und 40 Bauern wurden getötet Das teilte er mit. Ebenso viele wurden verletzt.", language="de"
    )
    assert _names() - asked == set()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "language is left out"),
        ([], "language is left out"),
        ({"verbs": []}, "verbs is no key"),
        ({"clauses": {"artikel": []}}, r"clauses\.artikel is no key"),
        ({"clauses": []}, "clauses must be a section"),
        ({"clauses": {"articles": "le la"}}, r"clauses\.articles must be a list of words"),
        ({"act_links": [""]}, "act_links must be a list of words"),
        ({"plurals": [3]}, "plurals must be a list of words"),
        ({"models": []}, "models must be a regular expression"),
        ({"grammar": {"verb_final": 1}}, "grammar must be properties"),
        ({"grammar": {"verb_last": True}}, r"grammar\.verb_last"),
        ({"people": {"kings": ["roi"]}}, "people must be words by one of combatant"),
        ({"things": {"castles": ["château"]}}, "things must be words by one of persons"),
        ({"acts": {"vaporised": ["x"]}}, "acts must be words by one of killed"),
        ({"numbers": {"modifiers": {"roughly": ["x"]}}}, r"numbers\.modifiers must be words by one of exact"),
        ({"numbers": {"units": {"colour": ["x"]}}}, r"numbers\.units must be words by one of age"),
        ({"numbers": {"scales": {"mille": "1000"}}}, r"numbers\.scales must be numbers by word"),
        ({"dates": {"months": ["janvier"]}}, r"dates\.months must be a list of 12 names"),
        ({"nouns": ["morts"]}, "nouns must be a list of entries"),
        ({"nouns": [{"effect": "vaporised", "forms": ["morts"]}]}, "nouns: 'vaporised'.*morts"),
        ({"nouns": [{"effect": "killed", "form": ["morts"]}]}, "nouns: 'form' is no key of an entry, in morts"),
        ({"adjectives": [{"forms": ["morts"]}]}, "adjectives: .*morts"),
        ({"effects": [{"effect": "killed", "finite": ["tua"]}]}, "effects: None is no voice, in tua"),
        ({"effects": [{"effect": "dead", "voice": "be", "finite": ["tua"]}]}, "effects: 'dead'.*tua"),
        (
            {"effects": [{"effect": "killed", "voice": "be", "participles": "tot"}]},
            "effects: 'participles' must be a list",
        ),
        (
            {"effects": [{"effect": "killed", "voice": "be", "particle": 1, "finite": ["tua"]}]},
            "'particle' must be .*tua",
        ),
        ({"effects": [{"effect": "killed", "voice": "be", "only": ["roi"], "finite": ["tua"]}]}, "effects: 'roi'.*tua"),
        (
            {"effects": [{"effect": "killed", "voice": "be", "never": ["mer"], "finite": ["tua"]}]},
            "effects: 'mer' is no",
        ),
        (
            {"nouns": [{"effect": "killed", "needs": ["guerres"], "forms": ["morts"]}]},
            "nouns: 'guerres' is no list.*morts",
        ),
        ({"nouns": [{"effect": "killed", "forms": "morts"}]}, "nouns: 'forms' must be a list of words"),
        ({"numbers": {"number_stems": "deux|(trois"}}, r"numbers\.number_stems must be a regular expression"),
        ({"models": "*"}, "models must be a regular expression"),
        ({"numbers": {"as_many": {"one": ["autant"]}}}, r"numbers\.as_many must be lists of words by a whole number"),
        ({"numbers": {"amounts": {"½": ["demi"]}}}, r"numbers\.amounts must be lists of words by a whole number"),
        ({"numbers": {"scales": {"mille": True}}}, r"numbers\.scales must be numbers by word"),
        ({"clauses": {"second_coordinators": ["avec"]}}, r"clauses\.second_coordinators must be .* two words"),
        ({"effects": [{"units": {"cows": "killed"}, "voice": "be", "finite": ["tua"]}]}, "effects: 'cows'.*tua"),
    ],
)
def test_what_is_wrong_is_named_with_its_file_and_key(tmp_path: Path, data: Any, said: str) -> None:
    path = tmp_path / "xx.json"
    whole = {"language": "xx", **data} if data else data
    path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(BadResource, match=rf"The lexicon xx\.json cannot be read \(.*{said}"):
        lexicon.load(path)
