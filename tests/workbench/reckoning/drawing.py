"""Claims drawn at random, for what holds of any claims whatever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from tests.workbench.reckoning.making import TABLE, claim, numbers
from workbench.model.claim import Category, Claim, Effect, Epistemic, Quantity, Relation, RelationType, Scope
from workbench.model.figure import Figure, Reckoning
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


def figures(reckoning: Reckoning) -> dict[tuple[object, ...], tuple[object, ...]]:
    """The numbers of every figure by what it counts."""
    return {key(f): (*numbers(f), f.open, f.unquantified) for f in reckoning.figures}


def key(f: Figure) -> tuple[object, ...]:
    """What a figure counts."""
    return f.incident, f.scope, f.side, f.category, f.effect


def counted(drawn: list[Claim]) -> list[Claim]:
    """The claims that are not left out for themselves."""
    return [x for x in drawn if x.scope is not Scope.BACKGROUND and not x.related(RelationType.DENIES)]
