"""What another method changes, for a terminal."""

from __future__ import annotations

from workbench.exporters.changes import aligned, cells_of, to_text
from workbench.model.actor import Side
from workbench.model.claim import Category, Effect, Scope
from workbench.model.incident import Incident
from workbench.reckoning.differences import Difference

SIDES = {"government": Side("government", "Government", "#0072B2")}
SUM = Difference(None, Scope.EVENT, "government", None, Effect.KILLED, "31–106", "19")
TOLL = Difference(1, Scope.CUMULATIVE, None, Category.CIVILIAN, Effect.KILLED, "24–99", "12")


def test_a_sum_and_a_figure_in_words() -> None:
    incidents = {1: "Homs"}
    assert cells_of(SUM, SIDES, incidents) == ("All incidents", "Government", "", "killed", "31–106", "19")
    assert cells_of(TOLL, SIDES, incidents)[:3] == ("Homs (running toll)", "Side unknown", "civilians")
    assert cells_of(TOLL, SIDES, {})[0] == "Incident 1 (running toll)"


def test_columns_stand_under_each_other() -> None:
    assert to_text([SUM, TOLL], SIDES, [Incident(1, "Homs")]).splitlines() == [
        "where                side          who        effect  now     then",
        "All incidents        Government               killed  31–106  19",
        "Homs (running toll)  Side unknown  civilians  killed  24–99   12",
    ]
    assert aligned([["a", "bb"], ["ccc", ""]]) == "a    bb\nccc"


def test_nothing_changed_is_a_sentence() -> None:
    assert to_text([], SIDES, []) == "No figure would change."
