from __future__ import annotations

from tests.workbench.charts.reference import figure
from workbench.charts.notes import notes_of
from workbench.reckoning.rivals import PARTISAN_NOTE


def said(*notes: tuple[str, ...]) -> list[str]:
    return notes_of(figure("government", 40, (n,), incident=n, notes=one) for n, one in enumerate(notes, 1))


def test_the_same_people_of_several_figures_are_summed() -> None:
    assert said(("6 of them children", "9 of them women"), ("7 of them children",)) == [
        "13 of them children",
        "9 of them women",
    ]
    assert said(("1 of them a child",), ("1 of them a child",)) == ["2 of them children"]
    assert said(("1 of them a woman",), ("7 of them women",)) == ["8 of them women"]
    assert said(("1,200 of them officers",), ("3 of them officers",)) == ["1,203 of them officers"]


def test_of_a_single_one_is_said_what_it_is() -> None:
    assert said(("1 of them a child",)) == ["1 of them a child"]
    assert said(("at least 1 of them a woman",), ("0 of them women",)) == ["at least 1 of them a woman"]
    assert said(("1 of them “Ausländer”",), ("1 of them released",)) == ["1 of them “Ausländer”", "1 of them released"]


def test_at_least_is_kept_in_a_sum() -> None:
    assert said(("at least 1 of them a child",), ("1 of them a child",)) == ["at least 2 of them children"]
    assert said(("at least 4 of them officers",), ("2 of them officers",)) == ["at least 6 of them officers"]
    assert said(("at least 4 of them officers",)) == ["at least 4 of them officers"]


def test_what_is_no_number_is_said_once() -> None:
    told = ("children among them", "no officers among them")
    assert said(told, told, (PARTISAN_NOTE,)) == ["children among them", "no officers among them"]


def test_those_nobody_counts_make_the_number_of_the_same_people_a_least() -> None:
    assert said(("children among them",), ("1 of them a child",)) == ["at least 1 of them a child"]
    assert said(("3 of them women",), ("women among them", "no officers among them")) == [
        "at least 3 of them women",
        "no officers among them",
    ]


def test_what_a_figure_is_the_rest_of_is_said_of_it_alone() -> None:
    rest = "what 2 leaves of 19"
    assert said((rest, "1 of them a child")) == [rest, "1 of them a child"]
    assert said((rest,), ("7 of them children",)) == ["7 of them children"]


def test_two_numbers_of_the_same_people_in_one_figure_stay_apart() -> None:
    twice = ("4 of them officers", "1 of them an officer")
    assert said(twice, ("3 of them officers",)) == [*twice, "3 of them officers"]
    assert said() == []
