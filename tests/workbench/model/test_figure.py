"""What a reckoning says of the claims it leaves out."""

from __future__ import annotations

from tests.workbench.charts.reference import figure
from workbench.model.figure import Reckoning, Unused


def test_each_reason_is_told_once_wherever_it_stands() -> None:
    rival, denied = Unused(2, "a rival"), Unused(3, "is denied")
    figures = figure("a", 1, (1,), not_used=(rival,)), figure("b", 1, (4,), not_used=(rival, Unused(2, "a total")))
    reckoning = Reckoning(figures, (), (denied,))
    assert reckoning.reasons == {2: ("a rival", "a total"), 3: ("is denied",)}


def test_nothing_left_out_has_no_reasons() -> None:
    assert Reckoning((figure("a", 1, (1,)),), ()).reasons == {}
