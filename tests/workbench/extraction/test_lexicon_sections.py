"""What a lexicon may hold, and what is said where it holds something else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import BadResource
from workbench.extraction import lexicon
from workbench.extraction.lexicon_sections import SECTIONS, completed


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


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "language is left out"),
        ([], "language is left out"),
        ({"verbs": []}, "verbs is no key"),
        ({"clauses": {"artikel": []}}, r"clauses\.artikel is no key"),
        ({"clauses": []}, "clauses must be a section"),
        ({"clauses": {"articles": "le la"}}, r"clauses\.articles must be a list of words"),
        ({"allied": [""]}, "allied must be a list of words"),
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
        ({"effects": [{"units": {"cows": "killed"}, "voice": "be", "finite": ["tua"]}]}, "effects: 'cows'.*tua"),
    ],
)
def test_what_is_wrong_is_named_with_its_file_and_key(tmp_path: Path, data: Any, said: str) -> None:
    path = tmp_path / "xx.json"
    whole = {"language": "xx", **data} if data else data
    path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(BadResource, match=rf"The lexicon xx\.json cannot be read \(.*{said}"):
        lexicon.load(path)
