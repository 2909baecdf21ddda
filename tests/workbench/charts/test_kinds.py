from __future__ import annotations

import pytest

from tests.workbench.charts.reference import SIDES, background, reckoning
from workbench.charts.kinds import KINDS, Kind, Material, Query, kind
from workbench.charts.painters import PAINTERS
from workbench.charts.table import PROVENANCE
from workbench.model.figure import Reckoning

FULL = Material(reckoning(), SIDES, background())
EMPTY = Material(Reckoning((), ()))


@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.id)
@pytest.mark.parametrize("material", [FULL, EMPTY], ids=["full", "empty"])
def test_every_kind_says_what_it_shows_and_can_be_drawn(one: Kind, material: Material) -> None:
    chart = one.make(material, Query())
    assert chart.title
    assert chart.title in chart.description
    assert chart.table().columns[-len(PROVENANCE) :] == PROVENANCE
    assert type(chart) in PAINTERS


def test_kinds_are_known_by_their_keys() -> None:
    assert len({one.id for one in KINDS}) == len({one.file_name for one in KINDS}) == len(KINDS)
    assert [kind(one.id) for one in KINDS] == list(KINDS)
    assert kind("unheard of") is KINDS[0]
