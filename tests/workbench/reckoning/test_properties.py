"""What holds for any claims whatever."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.reckoning.drawing import DAYS, PEOPLE, alike, claims, counted, figures, key
from tests.workbench.reckoning.making import TABLE, claim, reckoned
from workbench.model.claim import Category, Claim, Relation
from workbench.model.mention import Status
from workbench.reckoning.best import POLICIES


@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(drawn: list[Claim], rng: random.Random) -> None:
    shuffled = rng.sample(drawn, len(drawn))
    assert reckoned(*shuffled, days=DAYS) == reckoned(*drawn, days=DAYS)


@given(st.one_of(claims(), alike()), st.permutations([1, 2, 3, 4, 5]), st.sampled_from(["most_recent", "lowest"]))
def test_the_order_in_which_articles_are_imported_does_not_matter(
    drawn: list[Claim], order: list[int], policy: str
) -> None:
    """Nor on one day, nor where nobody knows the day."""
    days = {1: 0, 2: 1, 3: 1}
    imported = [replace(x, article_id=order[x.article_id - 1]) for x in drawn]
    later = {order[article - 1]: day for article, day in days.items()}
    before = reckoned(*drawn, policy=policy, days=days)
    assert figures(reckoned(*imported, policy=policy, days=later)) == figures(before)


@given(claims(), st.sampled_from(sorted(POLICIES)), st.sampled_from(TABLE.names()))
def test_low_best_and_high_are_in_order(drawn: list[Claim], policy: str, convention: str) -> None:
    for f in reckoned(*drawn, policy=policy, convention=convention, days=DAYS).figures:
        present = [n for n in (f.low, f.best, f.high) if n is not None]
        assert present == sorted(present)
        assert f.low >= 0
        assert f.open is (f.high is None)


@given(claims())
def test_one_figure_for_each_group_of_people(drawn: list[Claim]) -> None:
    found = reckoned(*drawn, days=DAYS).figures
    assert len({key(f) for f in found}) == len(found)


@given(claims())
def test_every_claim_is_used_or_left_out_with_a_reason(drawn: list[Claim]) -> None:
    found = reckoned(*drawn, days=DAYS)
    used = {i for f in found.figures for i in f.used}
    left = {u.claim for f in found.figures for u in f.not_used} | {u.claim for u in found.unused}
    assert used | left == {x.id for x in drawn}
    for f in found.figures:
        assert not set(f.used) & {u.claim for u in f.not_used}


@given(claims(), st.integers(2, 500), st.sampled_from(PEOPLE), st.data())
def test_a_subset_changes_no_number(
    drawn: list[Claim], number: int, people: tuple[str | None, Category], data: st.DataObject
) -> None:
    live = counted(drawn)
    if live:
        parent = data.draw(st.sampled_from(live))
        more: dict[str, Any] = {"effect": parent.effect, "to": {"subset_of": parent.id}}
        child = claim(99, number, side=people[0], category=people[1], **more)
        assert figures(reckoned(*drawn, child, days=DAYS)) == figures(reckoned(*drawn, days=DAYS))


@given(claims(), st.integers(2, 500), st.data())
def test_a_summary_changes_no_number(drawn: list[Claim], number: int, data: st.DataObject) -> None:
    live = counted(drawn)
    if live:
        detail = data.draw(st.sampled_from(live))
        summary = claim(99, number, side="both", article_id=5, to={"summary_of": detail.id})
        assert figures(reckoned(*drawn, summary, days=DAYS)) == figures(reckoned(*drawn, days=DAYS))


@given(claims(), st.sampled_from(sorted(POLICIES)))
def test_a_syndicated_copy_of_the_latest_article_changes_no_number(drawn: list[Claim], policy: str) -> None:
    """The agency's report in another paper the same day: the same origins, word for word."""
    last = max(x.article_id for x in drawn)
    own = {x.id for x in drawn if x.article_id == last}
    drawn = [replace(x, origin=x.origin or "sohr", relations=inside(x, own)) for x in drawn]
    copies = [copied(x, last + 1) for x in drawn if x.article_id == last]
    days = {**DAYS, last + 1: DAYS[last]}
    before = reckoned(*drawn, policy=policy, days=days)
    assert figures(reckoned(*drawn, *copies, policy=policy, days=days)) == figures(before)


def test_a_copy_keeps_the_people_apart_whom_the_original_does() -> None:
    whole = claim(1, 3, side="government", article_id=1, origin="sohr")
    army = claim(2, 2, side="government", actor="army", article_id=1, origin="sohr", to={"disjoint_from": 1})
    copies = [copied(x, 2) for x in (whole, army)]
    days = {**DAYS, 2: DAYS[1]}
    assert figures(reckoned(whole, army, *copies, days=days)) == figures(reckoned(whole, army, days=days))


def inside(x: Claim, own: set[int]) -> tuple[Relation, ...]:
    """Keep the relations that stay inside the article."""
    return tuple(r for r in x.relations if (r.to in own) is (x.id in own))


def copied(x: Claim, article: int) -> Claim:
    """Copy a claim, relations and all, into another article."""
    relations = tuple(Relation(r.type, r.to + 100) for r in x.relations)
    return replace(x, id=x.id + 100, article_id=article, relations=relations)


@given(claims(), st.data())
def test_rejecting_a_claim_raises_low_by_no_more_than_the_rest_explains(
    drawn: list[Claim], data: st.DataObject
) -> None:
    """A low end never exceeds what the claims it then rests on say at their least."""
    gone = data.draw(st.sampled_from(drawn))
    after = reckoned(*(replace(x, status=Status.REJECTED) if x is gone else x for x in drawn), days=DAYS)
    floors = {x.id: 1 if x.quantity.low is None else x.quantity.low for x in drawn}
    for f in after.figures:
        assert gone.id not in f.used
        assert f.low <= sum(floors[i] for i in f.used)


@given(claims(), st.sampled_from(TABLE.names()))
def test_a_convention_switched_and_back_changes_nothing(drawn: list[Claim], convention: str) -> None:
    before = reckoned(*drawn, days=DAYS)
    reckoned(*drawn, convention=convention, days=DAYS)
    assert reckoned(*drawn, days=DAYS) == before


@given(claims())
def test_incidents_split_and_merged_give_the_same_figures(drawn: list[Claim]) -> None:
    before = reckoned(*drawn, days=DAYS)
    split = [replace(x, incident_id=x.id) for x in drawn]
    reckoned(*split, days=DAYS)
    assert reckoned(*(replace(x, incident_id=1) for x in split), days=DAYS) == before
