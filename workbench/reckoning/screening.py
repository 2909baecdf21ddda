"""Rule 12 and its kin: what is kept, left out of every figure, and why."""

from __future__ import annotations

from workbench.model.claim import Claim, Epistemic, Modifier, RelationType, Scope, Unit
from workbench.model.mention import Status
from workbench.reckoning.words import quoted

_VOICE = {
    Epistemic.DENIED: "is denied",
    Epistemic.HYPOTHETICAL: "is hypothetical",
    Epistemic.THREAT: "is a threat",
}
_UNIT = {
    Unit.HOUSEHOLDS: "households",
    Unit.VEHICLES: "vehicles",
    Unit.MUNITIONS: "munitions",
    Unit.AREAS: "areas",
}


def why_left_out(claim: Claim) -> str | None:
    """Return the sentence that says why the claim counts nowhere; None where it counts."""
    if claim.status is Status.REJECTED:
        return f"{quoted(claim)} was rejected by the analyst."
    if claim.epistemic in _VOICE:
        return f"{quoted(claim)} {_VOICE[claim.epistemic]}, so it is kept and left out."
    if claim.scope is Scope.BACKGROUND:
        return f"{quoted(claim)} is background to another event, so it is kept and left out."
    if claim.unit in _UNIT:
        return f"{quoted(claim)} counts {_UNIT[claim.unit]}, not persons, and is never multiplied."
    if claim.related(RelationType.DENIES) and _names_nobody(claim):
        return f"{quoted(claim)} denies another claim and counts nobody itself."
    return None


def _names_nobody(claim: Claim) -> bool:
    """Tell whether a denial gives no number of its own."""
    return claim.quantity.modifier in (Modifier.NEGATED, Modifier.NONE)
