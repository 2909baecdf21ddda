"""The event that claims are about."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.circumstance import When, Where
from workbench.model.mention import Maker


@dataclass(frozen=True, slots=True)
class Incident:
    """An event; claims point to it. `clarity` is UCDP's: 1 one event clearly told, 2 an aggregate."""

    id: int
    title: str
    when: When | None = None
    where: Where | None = None
    clarity: int = 1
    made_by: Maker = Maker.MACHINE
