"""What two cases both knew last, and what was decided since."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.workbench.merging.copies import Copy
from workbench import acts
from workbench.changes import Value
from workbench.merging.bases import ROW, Base, Crossing, History, Known, decided_since, merged
from workbench.merging.trails import trails
from workbench.model.actor import Side
from workbench.model.merged import Merged


def side(name: str, colour: str = "#000000") -> Side:
    return Side("a", name, colour)


WAS, RENAMED, OTHERWISE, PAINTED = side("was"), side("renamed"), side("otherwise"), side("was", "#ffffff")


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "made"),
    [
        (Base(WAS), WAS, WAS, Base(WAS)),
        (Base(WAS), RENAMED, WAS, Base(RENAMED)),
        (Base(WAS), RENAMED, PAINTED, Base(side("renamed", "#ffffff"))),
        (Base(WAS), RENAMED, OTHERWISE, Base(RENAMED, frozenset({"name"}))),
        (Base(RENAMED, frozenset({"name"})), RENAMED, OTHERWISE, Base(RENAMED, frozenset({"name"}))),
        (Base(WAS), None, WAS, Base(None)),
        (Base(WAS), None, None, Base(None)),
        (Base(None), None, WAS, Base(WAS)),
        (Base(WAS), RENAMED, None, Base(RENAMED, frozenset({ROW}))),
    ],
)
def test_what_both_knew_is_what_a_merge_would_have_made(
    base: Base, mine: Value | None, theirs: Value | None, made: Base
) -> None:
    assert merged(base, mine, theirs) == made


def test_what_was_known_of_the_other_is_told_by_line() -> None:
    known = Known(3, ((5, 7), (9, 8)))
    assert [known.at(line) for line in (4, 5, 8, 9)] == [3, 7, 7, 8]
    assert (known.most, known.learned(7), known.learned(8), known.learned(9)) == (8, 5, 9, 0)
    assert Known(3).most == 3


def test_a_row_is_told_as_it_stood() -> None:
    case = Copy("ana")
    case.apply(acts.add_values("copy_registers", [WAS]))
    case.undo()
    history = History(case.since(0), lambda key: RENAMED if key == ("side", "b") else None)
    assert [history.at(("side", "a"), line) for line in range(4)] == [None, None, WAS, None]
    assert history.at(("side", "b"), 1) == RENAMED, "nothing happened to it"


def states(**lines: Value) -> Callable[[tuple[str, int | str], int], Value | None]:
    """Return a side as it stood after lines that are called by their number."""
    known = {int(name[1:]): value for name, value in lines.items()}
    return lambda _key, line: known[max(number for number in known if number <= line)]


def test_where_merges_crossed_twice_what_was_settled_the_first_time_is_no_longer_open() -> None:
    mine = states(n0=WAS, n2=RENAMED, n5=OTHERWISE)
    theirs = states(n0=WAS, n3=RENAMED)
    # Mine was renamed in 2; theirs took 2 in by 3, mine took theirs of 1 in by 3; then both took in 5 and 4.
    crossing = Crossing(mine, theirs, Known(0, ((3, 1), (6, 4))), Known(0, ((3, 2), (6, 5))))
    assert crossing.base(("side", "a"), 2, 1) == Base(RENAMED)
    assert crossing.base(("side", "a"), 5, 4) == Base(OTHERWISE)


def test_decisions_count_from_the_line_on_that_noted_them() -> None:
    case = Copy("ana")
    for number, part in ((7, "name"), (8, "colour")):
        note = Merged(number, "ben", number, "f" * 64, (), (f"side {part}: a", "claim effect: 3"))
        case.apply(acts.add_values("merge_case", [note]))
    found = decided_since(trails(case.since(0)).values(), 2)
    assert found["side", "a"].names == {"name", "colour"}
    assert found["claim", 3].last is not None
    assert decided_since(trails(case.since(0)).values(), 3)["side", "a"].names == {"colour"}
