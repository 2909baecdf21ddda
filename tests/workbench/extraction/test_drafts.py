from __future__ import annotations

from spacy.language import Language

from workbench.extraction.claims import drafts_of, sentences_of
from workbench.model.claim import Effect


def test_a_rule_is_noted_once(pipelines: dict[str, Language]) -> None:
    (draft,) = drafts_of(pipelines["de"]("Neun Bauern wurden getötet."))
    assert draft.says("a rule").says("a rule").rules.count("a rule") == 1


def test_a_used_group_is_not_free(pipelines: dict[str, Language]) -> None:
    sentence = sentences_of(pipelines["de"]("Neun Bauern wurden getötet."))[0]
    (group,) = sentence.groups
    assert not sentence.free(group)
    assert not sentence.subset(group)


def test_an_elliptic_group_borrows_its_noun(pipelines: dict[str, Language]) -> None:
    sentence = sentences_of(pipelines["de"]("Neun Bauern kamen, vier wurden getötet."))[0]
    nine, four = sentence.groups
    draft = sentence.draft(Effect.KILLED, four, (5, 6), "a rule")
    assert draft.victims == nine.victims
    assert draft.rules == ["victims: noun left out", "effect: a rule, wurden"]


def test_the_first_noun_may_stand_after(pipelines: dict[str, Language]) -> None:
    doc = pipelines["de"]("Zwischen vier und neun sind es, oder neun Bauern wurden getötet.")
    assert all(draft.effect is Effect.KILLED for draft in drafts_of(doc))
