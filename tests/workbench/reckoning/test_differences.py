"""What a switch of the method changes, in words."""

from __future__ import annotations

from tests.workbench.reckoning.making import KILLED, SOLDIERS, TABLE, reckoned, soldiers
from workbench.model.claim import Claim, Scope
from workbench.reckoning import conventions as c
from workbench.reckoning.differences import Difference, differences

CLAIMS: tuple[Claim, ...] = (
    soldiers(1, c.vague("dozens", TABLE)),
    soldiers(2, 7, incident_id=2),
    soldiers(3, c.vague("several", TABLE), incident_id=3, side=None, origin="un"),
)


def test_the_sums_that_differ_come_first_and_what_stays_is_not_told() -> None:
    found = differences(reckoned(*CLAIMS), reckoned(*CLAIMS, convention="acled"))
    assert found[:2] == (
        Difference(None, Scope.EVENT, "government", None, KILLED, "31–106", "19"),
        Difference(None, Scope.EVENT, None, None, KILLED, "3–9", "3 (3–10)"),
    )
    assert [(d.incident, d.category, d.before, d.after) for d in found[2:]] == [
        (1, SOLDIERS, "24–99", "12"),
        (3, SOLDIERS, "3–9", "3 (3–10)"),
    ]


def test_there_and_back_is_no_difference() -> None:
    assert differences(reckoned(*CLAIMS), reckoned(*CLAIMS)) == ()
    there = differences(reckoned(*CLAIMS), reckoned(*CLAIMS, convention="gtd"))
    back = differences(reckoned(*CLAIMS, convention="gtd"), reckoned(*CLAIMS))
    assert [(d.before, d.after) for d in there] == [(d.after, d.before) for d in back]


def test_a_policy_differs_in_its_best() -> None:
    told = (soldiers(1, 30), soldiers(2, 40, origin="un"))
    found = differences(reckoned(*told, policy="lowest"), reckoned(*told, policy="by_hand"))
    assert {(d.before, d.after) for d in found} == {("30 (30–40)", "30–40")}


def test_a_figure_that_comes_or_goes_is_told() -> None:
    before, after = reckoned(CLAIMS[1]), reckoned(CLAIMS[1], soldiers(4, 2, incident_id=4, side="opposition"))
    assert [(d.incident, d.before, d.after) for d in differences(before, after)] == [
        (None, "no figure", "2"),
        (4, "no figure", "2"),
    ]
