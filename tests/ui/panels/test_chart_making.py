"""A chart is made behind; one that comes after another was asked for is nobody's."""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

import pytest

from tests.ui.later import Later
from ui.panels.chart_making import ChartMaking, Made
from workbench.charts.kinds import KINDS, Kind, Material, Query
from workbench.errors import WorkbenchError
from workbench.model.figure import Reckoning

MATERIAL = Material(Reckoning((), ()))


class Awaiting:
    """Asks for charts, and remembers what came."""

    def __init__(self) -> None:
        self.behind, self.came, self.failures = Later(), list[Made](), list[Exception]()
        self.making = ChartMaking(self.behind, self.came.append, self.failures.append)

    @property
    def kinds(self) -> list[str]:
        """The kinds of the charts that came."""
        return [made.kind for made in self.came]


@pytest.fixture
def awaiting() -> Awaiting:
    return Awaiting()


def test_the_last_one_asked_for_comes_alone(awaiting: Awaiting) -> None:
    for kind in KINDS[:3]:
        awaiting.making.begin(kind, MATERIAL, Query())
    assert awaiting.kinds == []
    awaiting.behind.finish()
    assert awaiting.kinds == [KINDS[2].id]
    assert not awaiting.making.is_under_way
    assert awaiting.came[0].warned == ""


def test_one_that_is_not_awaited_any_more_is_not_even_made(awaiting: Awaiting) -> None:
    def make(_material: Material, _query: Query) -> NoReturn:
        raise AssertionError("nobody waits for it")

    kind: Kind = replace(KINDS[0], make=make)
    awaiting.making.begin(kind, MATERIAL, Query())
    awaiting.making.leave()
    awaiting.behind.finish()
    assert (awaiting.came, awaiting.failures) == ([], [])


def test_what_is_needed_now_is_made_now_and_once(awaiting: Awaiting) -> None:
    awaiting.making.finish()
    awaiting.making.begin(KINDS[0], MATERIAL, Query())
    awaiting.making.finish()
    awaiting.behind.finish()
    assert awaiting.kinds == [KINDS[0].id]


def test_what_cannot_be_made_says_why(awaiting: Awaiting) -> None:
    def make(_material: Material, _query: Query) -> NoReturn:
        raise WorkbenchError("The gazetteer is damaged.")

    awaiting.making.begin(replace(KINDS[0], make=make), MATERIAL, Query())
    awaiting.behind.finish()
    assert [str(error) for error in awaiting.failures] == ["The gazetteer is damaged."]
    assert not awaiting.making.is_under_way
    awaiting.making.begin(replace(KINDS[0], make=make), MATERIAL, Query())
    awaiting.making.leave()
    awaiting.behind.finish()
    assert len(awaiting.failures) == 1
