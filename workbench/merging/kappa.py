"""How far two coders agree beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kappa:
    """Cohen's kappa over `units` judged by two coders; shares from 0 to 1.

    `observed` is the share on which they agree, `expected` that on which they would by chance, each with the
    categories as often as he or she used them; None where there is no unit. `value` is (observed − expected) /
    (1 − expected), from −1 to 1; None where both used one category alone, for then chance explains all.
    """

    units: int
    agreed: int
    observed: float | None
    expected: float | None
    value: float | None


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> Kappa:
    """Return the agreement on pairs of categories, one pair a unit (Cohen 1960)."""
    units = len(pairs)
    agreed = sum(one == other for one, other in pairs)
    if not units:
        return Kappa(0, 0, None, None, None)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    # Whole numbers, so that where chance explains all it does so exactly.
    chance = sum(count * second[category] for category, count in first.items())
    left = units * units - chance
    value = (agreed * units - chance) / left if left else None
    return Kappa(units, agreed, agreed / units, chance / (units * units), value)
