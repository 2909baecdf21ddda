"""What each origin says of an incident, reckoned as if nobody else had spoken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

from tests.workbench.reckoning.aleppo import aleppo
from tests.workbench.reckoning.making import (
    FIGHTERS,
    KILLED,
    SOLDIERS,
    basis,
    civilians,
    claim,
    fighters,
    numbers,
    reckoned,
    soldiers,
)
from workbench.model.claim import Category, Claim, Relation, RelationType, Scope
from workbench.model.mention import Status
from workbench.model.override import Override
from workbench.reckoning import conventions as c
from workbench.reckoning.judged import Judged
from workbench.reckoning.voices import Group, Voice, people_of, voices

MIXED = Category.COMBATANT_MIXED
GOVERNMENT = Group(Scope.EVENT, KILLED, "government")
BOTH = Group(Scope.EVENT, KILLED, None, MIXED)
PEOPLE = Group(Scope.EVENT, KILLED, None, Category.UNSPECIFIED)
DAYS: dict[int, date | None] = {article: date(2024, 11, 26 + article) for article in (1, 2, 3)}


def told(*claims: Claim) -> dict[str, Voice]:
    return {voice.origin: voice for voice in voices(1, claims, basis(published=DAYS))}


def said(voice: Voice, group: Group = GOVERNMENT) -> list[tuple[int, int | None, int | None]]:
    return [numbers(figure) for figure in people_of(group, voice.figures)]


def test_each_origin_says_what_it_says_alone() -> None:
    by = told(soldiers(1, 37), soldiers(2, c.at_least(25), origin="un", article_id=2))
    assert list(by) == ["sohr", "un"]
    assert said(by["sohr"]) == [(37, 37, 37)]
    assert said(by["un"]) == [(25, 25, None)]


def test_an_origin_alone_follows_the_same_rules() -> None:
    by = told(soldiers(1, 20), soldiers(2, 3, to={"additional_to": 1}), soldiers(3, 31, article_id=2))
    assert said(by["sohr"]) == [(31, 31, 31)]
    assert [unused.claim for figure in by["sohr"].figures for unused in figure.not_used] == [1, 2]


def test_the_reference_article_has_two_voices() -> None:
    by = {voice.origin: voice for voice in voices(1, aleppo(), basis())}
    assert sorted(by) == ["army_web", "sohr"]
    assert {f.side: numbers(f) for f in by["sohr"].figures if f.effect is KILLED} == {
        "civilian": (2, None, None),
        "government": (37, 37, 37),
        "opposition": (60, 60, 60),
    }
    assert [numbers(f) for f in by["army_web"].figures] == [(24, None, 99)]


def test_who_speaks_has_an_interest_and_a_side() -> None:
    by = told(fighters(1, 200, origin="ministry"), fighters(2, 60, origin="a stranger"), fighters(3, 50))
    assert {o: (v.interest, v.side) for o, v in by.items()} == {
        "ministry": ("belligerent", "government"),
        "a stranger": ("", None),
        "sohr": ("neutral", None),
    }


def test_an_articles_own_words_follow_the_origin_it_names_for_the_same_people() -> None:
    by = told(soldiers(1, 37), soldiers(2, 37, origin=None), fighters(3, 9, origin=None))
    assert sorted(by) == ["article 1", "sohr"]
    assert said(by["sohr"]) == [(37, 37, 37)]
    assert [f.side for f in by["article 1"].figures] == ["opposition"]


def test_a_figure_set_by_the_analyst_is_nobodys_voice() -> None:
    by_hand = Override(9, 1, Scope.EVENT, "government", SOLDIERS, KILLED, 1, 1, 1, "seen by myself")
    judged = Judged(overrides={1: (by_hand,)})
    [voice] = voices(1, [soldiers(1, 37)], replace(basis(), judged=judged))
    assert said(voice) == [(37, 37, 37)]


def test_a_headline_that_sums_up_is_no_voice_of_its_own() -> None:
    headline = claim(1, c.approx(100), origin=None, side="both", category=MIXED, to={"summary_of": 2})
    assert sorted(told(headline, soldiers(2, 37))) == ["sohr"]


def test_what_counts_nowhere_is_no_voice() -> None:
    assert told(soldiers(1, 37, status=Status.REJECTED), soldiers(2, 5, scope=Scope.BACKGROUND, origin="un")) == {}


def test_claims_said_to_be_the_same_are_told_by_both() -> None:
    by = told(soldiers(1, 37), soldiers(2, c.approx(37), origin="un", article_id=2, to={"same_as": 1}))
    assert said(by["sohr"]) == [(37, 37, 37)]
    assert said(by["un"]) == [(34, 37, 40)]


def test_a_claim_that_takes_its_side_from_another_origins_keeps_it() -> None:
    other = claim(2, 45, origin="un", article_id=2, to={"rival_of": 1})
    assert said(told(soldiers(1, 37), other)["un"]) == [(45, 45, 45)]


def test_a_number_over_both_sides_holds_what_is_told_of_each() -> None:
    total = claim(3, 60, origin="un", article_id=2, side="both", category=MIXED)
    by = told(soldiers(1, 30), fighters(2, 20), total)
    assert BOTH in by["un"].groups
    assert BOTH not in by["sohr"].groups
    assert said(by["un"], BOTH) == [(60, 60, 60)]
    whole = reckoned(soldiers(1, 30), fighters(2, 20), total)
    assert sum(figure.low for figure in people_of(BOTH, whole.figures)) == 60


def test_what_only_a_belligerent_claims_stands_beside_a_number_of_people() -> None:
    people = claim(1, 23, victims_text="Menschen")
    enemy = fighters(2, 5, origin="ministry", article_id=2)
    assert [f.low for f in people_of(PEOPLE, reckoned(people, enemy).figures)] == [23]
    inside = replace(enemy, relations=(Relation(RelationType.COMPONENT_OF, 1),))
    assert sorted(f.low for f in people_of(PEOPLE, reckoned(people, inside).figures)) == [5, 18]
    assert [f.low for f in people_of(PEOPLE, reckoned(enemy).figures)] == [5]


def test_a_total_that_its_parts_explain_is_still_given() -> None:
    by = told(soldiers(1, 30), fighters(2, 20), claim(3, 50, side="both", category=MIXED, to={"total_of": (1, 2)}))
    assert BOTH in by["sohr"].groups
    assert sum(low for low, _, _ in said(by["sohr"], BOTH)) == 50


def test_fighters_of_both_sides_hold_no_civilians_and_people_hold_everyone() -> None:
    figures = reckoned(soldiers(1, 30), civilians(2, 4)).figures
    assert {figure.category for figure in people_of(BOTH, figures)} == {SOLDIERS}
    assert len(people_of(PEOPLE, figures)) == 2


def test_groups_hold_one_effect_and_scope() -> None:
    figures = reckoned(soldiers(1, 30), soldiers(2, 900, scope=Scope.CUMULATIVE)).figures
    assert [figure.low for figure in people_of(GOVERNMENT, figures)] == [30]


def test_the_order_of_claims_does_not_matter() -> None:
    claims = (
        soldiers(1, 30),
        fighters(2, 20, category=FIGHTERS, origin=None),
        soldiers(3, 31, article_id=2, origin="un"),
        claim(4, 60, article_id=3, origin="un", side="both", category=MIXED),
    )
    first = voices(1, claims, basis(published=DAYS))
    assert all(voices(1, order, basis(published=DAYS)) == first for order in permutations(claims))
