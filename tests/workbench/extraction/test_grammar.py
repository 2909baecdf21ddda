"""The properties a lexicon declares of its language."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from workbench.extraction.grammar import Grammar, grammar_of
from workbench.extraction.lexicon import Lexicon


def test_a_language_that_declares_nothing_does_nothing() -> None:
    assert not any(asdict(grammar_of({})).values())


def test_a_declared_property_holds() -> None:
    assert grammar_of({"verb_final": True, "bare_plurals": False}) == Grammar(verb_final=True)


@pytest.mark.parametrize("data", [{"verb_finally": True}, {"verb_final": "yes"}, {"verb_final": 1}])
def test_what_is_no_property_is_refused_by_name(data: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"grammar\.verb_final"):
        grammar_of(data)


def test_german_and_english_are_told_apart_by_what_they_do(lexicons: dict[str, Lexicon]) -> None:
    german, english = lexicons["de"].grammar, lexicons["en"].grammar
    assert german.nouns_capitalised
    assert german.verb_final
    assert not english.verb_final
    assert english.nouns_before_nouns


def test_every_property_is_described() -> None:
    for name in asdict(Grammar()):
        assert f"`{name}`" in (Grammar.__doc__ or "")
