"""Rule 12 and its kin: what is kept, left out of every figure, and why."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.model.claim import THINGS, Claim, Epistemic, Modifier, RelationType, Scope, Unit
from workbench.model.mention import Status
from workbench.reckoning.copies import led_to, told_again
from workbench.reckoning.seen import Basis, Seen, see
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


def screened(claims: Iterable[Claim], basis: Basis) -> tuple[list[Seen], dict[int, str]]:
    """Return the claims about people in their order, and by id why some of them count nowhere."""
    people = [claim for claim in claims if claim.effect not in THINGS]
    again = told_again(people, basis.articles.originals) if basis.articles.originals else {}
    seen = sorted((see(claim, basis) for claim in led_to(people, again)), key=lambda s: s.rank)
    left = {s.id: why for s in seen if (why := why_left_out(s.claim)) is not None}
    copied = {
        s.id: f"{quoted(s.claim)} stands in a copy: the same observation, printed again." for s in seen if s.id in again
    }
    return seen, {**copied, **left}


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
