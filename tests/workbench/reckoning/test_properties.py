"""What holds for any claims whatever."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.reckoning.making import TABLE, claim, numbers, reckoned
from workbench.model.claim import Category, Claim, Effect, Epistemic, Quantity, Relation, RelationType, Scope
from workbench.model.figure import Figure, Reckoning
from workbench.model.mention import Status
from workbench.reckoning import conventions as c

QUANTITIES: list[Callable[[int], Quantity]] = [
    c.exact, c.exact, c.exact, c.approx, c.nearly, c.at_least, c.more_than, c.up_to, c.less_than,
    lambda n: c.between(n, n + 5), lambda n: c.vague(("dozens", "several", "hundreds")[n % 3], TABLE),
    lambda _: c.bare_plural(), lambda _: c.none_stated(), lambda _: c.negated(),
]  # fmt: skip
PEOPLE = [
    ("government", Category.COMBATANT_STATE),
    ("government", Category.OFFICER),
    ("government", Category.UNSPECIFIED),
    ("opposition", Category.COMBATANT_NONSTATE),
    (None, Category.CIVILIAN),
    (None, Category.CHILD),
    (None, Category.UNSPECIFIED),
    (None, Category.COMBATANT_STATE),
    ("both", Category.COMBATANT_MIXED),
    ("both", Category.UNSPECIFIED),
]
DAYS = {1: 0, 2: 1, 3: 1, 4: 2, 5: 2}


@st.composite
def one_claim(draw: st.DrawFn, number: int) -> Claim:
    """Draw a claim whose relations lead to any claim of the set."""
    side, category = draw(st.sampled_from(PEOPLE))
    relations = draw(
        st.lists(
            st.builds(Relation, st.sampled_from(list(RelationType)), st.integers(1, 7).filter(lambda i: i != number)),
            max_size=2,
        )
    )
    return claim(
        number,
        draw(st.sampled_from(QUANTITIES))(draw(st.integers(2, 120))),
        article_id=draw(st.integers(1, 4)),
        side=side,
        category=category,
        actor=draw(st.sampled_from([None, None, "army", "brigade", "hts", "allies"])),
        origin=draw(st.sampled_from([None, "sohr", "sohr", "un", "army_web", "ministry"])),
        effect=draw(st.sampled_from([Effect.KILLED, Effect.KILLED, Effect.WOUNDED, Effect.KILLED_OR_WOUNDED])),
        scope=draw(st.sampled_from([Scope.EVENT, Scope.EVENT, Scope.EVENT, Scope.CUMULATIVE, Scope.BACKGROUND])),
        epistemic=draw(st.sampled_from([Epistemic.OWN_VOICE, Epistemic.OWN_VOICE, Epistemic.SELF_CLAIM])),
        relations=tuple(relations),
    )


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    """Draw up to seven claims of one incident."""
    return [draw(one_claim(n)) for n in range(1, draw(st.integers(1, 7)) + 1)]


def figures(reckoning: Reckoning) -> dict[tuple[object, ...], tuple[object, ...]]:
    """The numbers of every figure by what it counts."""
    return {key(f): (*numbers(f), f.open, f.unquantified) for f in reckoning.figures}


def key(f: Figure) -> tuple[object, ...]:
    """What a figure counts."""
    return f.incident, f.scope, f.side, f.category, f.effect


def counted(drawn: list[Claim]) -> list[Claim]:
    """The claims that are not left out for themselves."""
    return [x for x in drawn if x.scope is not Scope.BACKGROUND and not x.related(RelationType.DENIES)]


@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(drawn: list[Claim], rng: random.Random) -> None:
    shuffled = rng.sample(drawn, len(drawn))
    assert reckoned(*shuffled, days=DAYS) == reckoned(*drawn, days=DAYS)


@st.composite
def alike(draw: st.DrawFn) -> list[Claim]:
    """Draw claims of few origins on few people, so that many meet in one figure, two days and more articles apart."""
    kinds = [t for t in RelationType if t not in (RelationType.RIVAL_OF, RelationType.DENIES)]
    ids = range(1, draw(st.integers(2, 6)) + 1)
    found = []
    for n in ids:
        side, category = draw(st.sampled_from([PEOPLE[0], PEOPLE[0], PEOPLE[2], PEOPLE[6], PEOPLE[8]]))
        others = st.sampled_from([i for i in ids if i != n])
        more: dict[str, Any] = {
            "article_id": draw(st.integers(1, 4)),
            "actor": draw(st.sampled_from([None, None, "army", "brigade"])),
            "origin": draw(st.sampled_from(["sohr", "sohr", "un", None])),
            "effect": draw(st.sampled_from([Effect.KILLED, Effect.KILLED, Effect.KILLED, Effect.WOUNDED])),
            "relations": tuple(draw(st.lists(st.builds(Relation, st.sampled_from(kinds), others), max_size=1))),
        }
        quantity = draw(st.sampled_from([c.exact, c.exact, c.at_least, c.approx, lambda _: c.vague("dozens", TABLE)]))
        found.append(claim(n, quantity(draw(st.integers(2, 40))), side=side, category=category, **more))
    return found


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


@given(claims(), st.sampled_from(["most_recent", "most_reliable", "lowest"]), st.sampled_from(TABLE.names()))
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


@given(claims(), st.sampled_from(["most_recent", "most_reliable", "lowest"]))
def test_a_syndicated_copy_of_the_latest_article_changes_no_number(drawn: list[Claim], policy: str) -> None:
    """The agency's report in another paper the same day: the same origins, word for word."""
    last = max(x.article_id for x in drawn)
    own = {x.id for x in drawn if x.article_id == last}
    drawn = [replace(x, origin=x.origin or "sohr", relations=inside(x, own)) for x in drawn]
    copies = [copied(x, last + 1) for x in drawn if x.article_id == last]
    days = {**DAYS, last + 1: DAYS[last]}
    before = reckoned(*drawn, policy=policy, days=days)
    assert figures(reckoned(*drawn, *copies, policy=policy, days=days)) == figures(before)


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
