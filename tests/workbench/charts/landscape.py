"""A small made-up country, and incidents in it, for the tests of charts by place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.workbench.charts.reference import SIDES, figure
from workbench import resources
from workbench.charts import phrases
from workbench.charts.atlas import Atlas, Spot
from workbench.charts.background import Background
from workbench.model.circumstance import When, Where
from workbench.model.figure import Figure, Reckoning
from workbench.model.incident import Incident

__all__ = ["ATLAS", "NORTH", "OASIS", "PORT", "SIDES", "SOUTH", "WHOLE", "background", "figure", "reckoned"]

ATLAS = Atlas(
    (
        Spot("XA", "Examplia", "XA", "country", 30.0, 40.0),
        Spot("XA-N", "North Province", "XA", "adm1", 32.0, 41.0, 0, "XA"),
        Spot("XA-S", "South Province", "XA", "adm1", 28.0, 40.5, 0, "XA"),
        Spot("1", "Port", "XA", "city", 32.1, 41.2, 900_000, "XA-N"),
        Spot("2", "Oasis", "XA", "town", 31.5, 40.2, 20_000, "XA-N"),
        Spot("3", "Well", "XA", "town", 28.2, 40.1, 5_000, "XA-S"),
        Spot("4", "Old Port fort", "XA", "facility", 32.1, 41.2, 0, "1"),
        Spot("5", "Nowhere", "XA", "region", None, None, 0, "XA"),
        Spot("6", "Ring", "XA", "town", 30.0, 40.0, 10, "7"),
        Spot("7", "Other ring", "XA", "town", 30.0, 40.0, 10, "6"),
    )
)
PORT, OASIS = Where("1", "Port", 1, 32.1, 41.2), Where("2", "Oasis", 1, 31.5, 40.2)
NORTH, SOUTH = Where("XA-N", "North Province", 4, 32.0, 41.0), Where("XA-S", "South Province", 4, 28.0, 40.5)
WHOLE = Where("XA", "Examplia", 6, 30.0, 40.0)


def background(wheres: Mapping[int, Where | None], language: str = "en") -> Background:
    """Return incidents on one day, each at its place, and words of a language."""
    when = When(date(2030, 1, 2), date(2030, 1, 2), 1)
    incidents = {id_: Incident(id_, f"Incident {id_}", when, where) for id_, where in wheres.items()}
    return Background(incidents=incidents, phrases=phrases.load(resources.folder(), language))


def reckoned(*figures: Figure) -> Reckoning:
    return Reckoning(figures, ())
