"""Figures over all incidents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.reckoning.aleppo import aleppo
from tests.workbench.reckoning.making import civilians, fighters, reckoned, soldiers
from workbench.model.claim import Category, Claim, Effect, Scope
from workbench.reckoning import conventions as c
from workbench.reckoning.totals import Total, totals


def totals_of(*claims: Claim, scope: Scope = Scope.EVENT) -> dict[tuple[str | None, str], Total]:
    return {(t.side, t.effect.value): t for t in totals(reckoned(*claims).figures, scope)}


def test_low_and_high_are_summed_apart() -> None:
    found = totals_of(soldiers(1, c.nearly(100)), soldiers(2, c.between(3, 9), incident_id=2))
    total = found["government", "killed"]
    assert (total.low, total.best, total.high) == (93, None, 108)
    assert (total.known_best, total.incidents, total.used) == (99, (1, 2), (1, 2))


def test_an_open_high_stays_open() -> None:
    total = totals_of(soldiers(1, 10), soldiers(2, c.at_least(4), incident_id=2))["government", "killed"]
    assert (total.low, total.best, total.high, total.open) == (14, 14, None, True)
    assert not total.unquantified


def test_97_and_unquantified_civilians() -> None:
    total = totals_of(civilians(1, 97), civilians(2, c.bare_plural(), incident_id=2))["civilian", "killed"]
    assert (total.low, total.best, total.known_best, total.high) == (99, None, 97, None)
    assert total.unquantified


def test_sides_and_effects_stand_apart_in_order() -> None:
    found = totals(reckoned(*aleppo()).figures)
    assert [(t.side, t.effect) for t in found] == [
        ("civilian", Effect.KILLED),
        ("government", Effect.KILLED),
        ("opposition", Effect.KILLED),
        ("civilian", Effect.WOUNDED),
        ("government", Effect.CAPTURED),
    ]


def test_the_reasons_come_along() -> None:
    total = totals_of(*aleppo())["opposition", "killed"]
    assert total.used == (3, 4)
    assert {u.claim for u in total.not_used} == {1, 2, 11}


def test_parts_by_category_come_to_the_total() -> None:
    militia = soldiers(2, 7, category=Category.COMBATANT_NONSTATE)
    total = totals_of(soldiers(1, 30), militia, soldiers(3, 5, incident_id=2))["government", "killed"]
    assert [(p.category, p.low) for p in total.parts] == [
        (Category.COMBATANT_STATE, 35),
        (Category.COMBATANT_NONSTATE, 7),
    ]
    assert total.low == sum(p.low for p in total.parts)


def test_cumulative_tolls_are_no_events() -> None:
    claims = [fighters(1, 3), fighters(2, 9000, scope=Scope.CUMULATIVE)]
    assert totals_of(*claims)["opposition", "killed"].best == 3
    assert totals_of(*claims, scope=Scope.CUMULATIVE)["opposition", "killed"].best == 9000


def test_nothing_gives_nothing() -> None:
    assert totals(()) == ()


@given(st.lists(st.integers(1, 50), min_size=1, max_size=6))
def test_exact_figures_add_up_exactly(counts: list[int]) -> None:
    claims = [soldiers(n, count, incident_id=n) for n, count in enumerate(counts, start=1)]
    total = totals_of(*claims)["government", "killed"]
    assert (total.low, total.best, total.high) == (sum(counts),) * 3
