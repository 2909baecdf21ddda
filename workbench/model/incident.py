"""The event that claims are about."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.circumstance import When, Where
from workbench.model.mention import Maker

ONE_EVENT, AGGREGATE = 1, 2
#: The precision of a date that spans a week; more is a month, or longer.
_WEEK = 3


@dataclass(frozen=True, slots=True)
class Incident:
    """An event; claims point to it. `clarity` is UCDP's: 1 one event clearly told, 2 an aggregate."""

    id: int
    title: str
    when: When | None = None
    where: Where | None = None
    clarity: int = 1
    made_by: Maker = Maker.MACHINE

    @property
    def long(self) -> bool:
        """Whether it is told for a week or longer, so that it cannot but be an aggregate."""
        return self.when is not None and self.when.precision >= _WEEK and self.when.start < self.when.end

    @property
    def aggregate(self) -> bool:
        """Whether its numbers are told for days or places as a whole: of several events, not of one."""
        return self.clarity == AGGREGATE or self.long
