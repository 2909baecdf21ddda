"""What the values of the model are called in a report and in a table of the command line."""

from __future__ import annotations

from workbench.model.circumstance import When
from workbench.model.claim import Category, Claim, Effect, Epistemic, Modifier, Quantity, Scope

EFFECTS = {
    Effect.KILLED_OR_WOUNDED: "killed or wounded",
    Effect.BODIES_RECOVERED: "bodies recovered",
    Effect.CASUALTIES_UNSPECIFIED: "casualties, unspecified",
    Effect.EQUIPMENT_LOST: "equipment lost",
    Effect.EQUIPMENT_CAPTURED: "equipment captured",
    Effect.MUNITIONS_FIRED: "munitions fired",
}
CATEGORIES = {
    Category.COMBATANT_STATE: "combatants of the state",
    Category.COMBATANT_NONSTATE: "combatants, non-state",
    Category.COMBATANT_MIXED: "combatants of several kinds",
    Category.CIVILIAN: "civilians",
    Category.UNSPECIFIED: "people not specified",
}
EPISTEMIC = {
    Epistemic.OWN_VOICE: "in the article's own voice",
    Epistemic.ATTRIBUTED: "attributed",
    Epistemic.QUOTED: "quoted",
    Epistemic.ALLEGED: "alleged",
    Epistemic.SELF_CLAIM: "claimed by the speaker of himself",
    Epistemic.UNCONFIRMED: "unconfirmed",
    Epistemic.DENIED: "denied",
    Epistemic.HYPOTHETICAL: "hypothetical",
    Epistemic.THREAT: "threatened",
}
SCOPES = {Scope.EVENT: "event", Scope.CUMULATIVE: "running toll", Scope.BACKGROUND: "background"}
POLICIES = {
    "most_reliable": "most reliable source (UCDP)",
    "most_recent": "most recent, then the majority, then the lowest (GTD)",
    "lowest": "lowest (ACLED)",
    "analyst": "the analyst's own",
}
#: The least number of people a plural without a number can mean.
_PLURAL = 2
SIDE_UNKNOWN = "Side unknown"
BOTH = "Several sides in one number"


def effect_words(effect: Effect) -> str:
    """Return an effect in words."""
    return EFFECTS.get(effect, effect.value)


def category_words(category: Category | None) -> str:
    """Return a category in words; nothing where people of several are counted together."""
    if category is None:
        return ""
    known = CATEGORIES.get(category)
    return known or category.value.replace(":", ", ").replace("_", " ")


def policy_words(policy: str) -> str:
    """Return the policy for the best number in words."""
    return POLICIES.get(policy, policy.replace("_", " "))


def range_words(low: int, best: int | None, high: int | None, *, unquantified: bool = False) -> str:
    """Return a figure in words: ``37``, ``60 (44–60)``, ``at least 4``, ``97 + unquantified``, ``unquantified``.

    `low` is at least 0, `high` None where it is open, `best` None where no number is defensible.
    """
    if not unquantified:
        return _bounds(low, best, high)
    if best is None:
        return "unquantified" if low <= _PLURAL else f"{low} + unquantified"
    return f"{best} + unquantified"


def _bounds(low: int, best: int | None, high: int | None) -> str:
    if high is None:
        open_words = f"at least {low}" if low else "unknown number"
        return open_words if best in (None, low) else f"{best} ({open_words})"
    if low == high:
        return str(low)
    between = f"{low}–{high}" if low else f"up to {high}"
    return between if best is None else f"{best} ({between})"


def quantity_words(quantity: Quantity) -> str:
    """Return the bounds a number is read with: ``90–99``, ``at least 4``, ``none``, ``without a number``."""
    if quantity.unquantified:
        return "without a number"
    if quantity.modifier is Modifier.NEGATED or quantity.high == 0:
        return "none"
    if quantity.low is None and quantity.high is None:
        return "without a number"
    return _bounds(quantity.low or 0, None, quantity.high)


def claim_words(claim: Claim) -> str:
    """Return the words by which a claim is known: its number and victims as the article puts them."""
    words = " ".join(f"{claim.number_text} {claim.victims_text}".split())
    return words if words and claim.number_text not in claim.victims_text else claim.victims_text or words or "claim"


def day_words(when: When | None) -> str:
    """Return a range of days, ISO 8601."""
    if when is None:
        return ""
    start, end = when.start.isoformat(), when.end.isoformat()
    return start if start == end else f"{start} to {end}"
