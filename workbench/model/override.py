"""A figure that an analyst sets by hand, with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.claim import Category, Effect, Scope


@dataclass(frozen=True, slots=True)
class Override:
    """What an analyst puts in the place of the figure of one incident, scope, side, category and effect.

    `low` is at least 0; `best` None is none defensible; `high` None is open. `rationale` is never empty.
    """

    id: int
    incident: int
    scope: Scope
    side: str | None
    category: Category | None
    effect: Effect
    low: int
    best: int | None
    high: int | None
    rationale: str

    @property
    def key(self) -> tuple[int, Scope, str | None, Category | None, Effect]:
        """The figure it is about: incident, scope, side, category, effect."""
        return self.incident, self.scope, self.side, self.category, self.effect
