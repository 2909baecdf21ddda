"""Figures set by hand: in the place of the reckoned ones, held against them, never silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.reckoning.making import KILLED, SOLDIERS, fighters, numbers, reckoned, soldiers, texts
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure, Reckoning
from workbench.model.override import Override
from workbench.reckoning.judged import Judged, by_incident
from workbench.reckoning.overriding import lost
from workbench.reckoning.totals import add, totals
from workbench.reckoning.words import amount_words

WHY = "Names counted on the lists of the dead."
BY_HAND = Override(50, 1, Scope.EVENT, "government", SOLDIERS, KILLED, 30, 37, 40, WHY)


def told(*overrides: Override) -> Reckoning:
    claims = (soldiers(1, 25), soldiers(2, 40, origin="un"), fighters(3, 7))
    return reckoned(*claims, judged=Judged(overrides=by_incident(overrides)))


def government(reckoning: Reckoning) -> Figure:
    return next(figure for figure in reckoning.figures if figure.side == "government")


def test_its_numbers_stand_and_what_was_reckoned_is_kept_beside_them() -> None:
    before, after = told(), told(BY_HAND)
    figure = government(after)
    assert numbers(figure) == (30, 37, 40)
    assert figure.override == BY_HAND
    assert figure.reckoned == government(before)
    assert (figure.used, figure.not_used) == (government(before).used, government(before).not_used)
    assert [f for f in after.figures if f.side != "government"] == [f for f in before.figures if f.side != "government"]


def test_an_open_figure_is_open_and_one_without_a_best_has_none() -> None:
    figure = government(told(replace(BY_HAND, best=None, high=None)))
    assert (numbers(figure), figure.open) == ((30, None, None), True)


@pytest.mark.parametrize(
    ("low", "best", "high", "holds", "says"),
    [
        (30, 37, 40, True, "37 (30–40) killed, set by hand, lies in 25 (25–40), what the claims give"),
        (25, 25, 40, True, "25 (25–40) killed, set by hand, lies in 25 (25–40), what the claims give"),
        (12, 12, 12, False, "12 killed, set by hand, lies outside"),
        (30, 37, None, False, "37 (at least 30) killed, set by hand, lies outside"),
    ],
)
def test_it_is_held_against_what_the_claims_give(
    low: int, best: int | None, high: int | None, holds: bool, says: str
) -> None:
    ((held, text),) = texts(told(replace(BY_HAND, low=low, best=best, high=high)), "by_hand")
    assert held is holds
    assert text.startswith(says)
    assert text.endswith(f"(“{WHY}”)")


def test_one_that_no_claim_bears_on_is_a_figure_of_its_own_in_its_place() -> None:
    wounded = replace(BY_HAND, id=51, effect=Effect.WOUNDED)
    reckoning = told(wounded)
    assert [f.effect for f in reckoning.figures] == [KILLED, KILLED, Effect.WOUNDED]
    figure = reckoning.figures[-1]
    assert (numbers(figure), figure.used, figure.reckoned) == ((30, 37, 40), (), None)
    assert texts(reckoning, "by_hand") == [(False, f"37 (30–40) wounded, set by hand, rests on no claim (“{WHY}”)")]


def test_one_of_an_incident_that_nobody_tells_of_stands_alone() -> None:
    assert [f.incident for f in told(replace(BY_HAND, incident=1)).figures if f.override] == [1]


def test_one_whose_incident_has_gone_is_in_no_figure_and_says_so() -> None:
    reckoning = told(replace(BY_HAND, incident=9))
    assert not any(f.override for f in reckoning.figures)
    ((holds, text),) = texts(reckoning, "by_hand")
    assert not holds
    assert "merged or taken away, so it is in no figure" in text
    assert lost({1: (BY_HAND,)}, {1}) == ()


def test_a_figure_and_a_sum_say_that_they_are_set_by_hand() -> None:
    figures = told(BY_HAND).figures
    by_side = {total.side: amount_words(total.amount) for total in totals(figures)}
    assert by_side == {"government": "37 (30–40), set by hand", "opposition": "7"}
    assert amount_words(add(figures)) == "44 (37–47), in part set by hand"


def test_taking_it_back_restores_every_figure() -> None:
    assert told() == reckoned(soldiers(1, 25), soldiers(2, 40, origin="un"), fighters(3, 7))
