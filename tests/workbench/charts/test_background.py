"""What stands behind the figures has a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.charts.reference import CLAIMS, claim, exact
from workbench.charts.background import Background
from workbench.model.actor import Actor, Source
from workbench.model.incident import Incident

ACTORS = {"mission": Actor("mission", "UN mission in DR Congo", "un_force", aliases=("MONUSCO",))}
SOURCES = {"sohr": Source("sohr", "SOHR", "monitor")}


@pytest.mark.parametrize(
    ("origin", "name"),
    [("sohr", "SOHR"), ("mission", "MONUSCO"), ("gone", "gone"), (None, "origin not stated")],
)
def test_an_origin_is_a_source_or_an_actor(origin: str | None, name: str) -> None:
    told = replace(claim(1, exact(12), "12"), origin=origin)
    assert Background({1: told}, ACTORS, SOURCES).origin(told) == name


def test_each_origin_is_named_once() -> None:
    known = Background({c.id: c for c in CLAIMS}, ACTORS, SOURCES)
    assert known.origins((3, 4, 5, 1)) == ("SOHR", "origin not stated")


def test_incidents_of_one_title_are_named_apart() -> None:
    known = Background(incidents={1: Incident(1, "Homs"), 2: Incident(2, "Homs"), 3: Incident(3, "Hama")})
    assert [known.named(id_) for id_ in (1, 3, 9)] == ["Homs (no. 1)", "Hama", "incident 9"]
