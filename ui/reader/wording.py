"""Claims and mentions in words and signs: what a tooltip, the inspector and a screen reader say of them."""

from __future__ import annotations

from collections.abc import Mapping

from ui.words import label_words
from workbench.model.claim import Category, Claim, Effect, Modifier, Quantity, RelationType
from workbench.model.mention import Mention

#: The small sign at the end of a claim's band.
SIGNS: Mapping[Effect, str] = {
    Effect.KILLED: "†",
    Effect.WOUNDED: "✚",
    Effect.KILLED_OR_WOUNDED: "†✚",
    Effect.CAPTURED: "⛓",
    Effect.ABDUCTED: "⇥",
    Effect.MISSING: "?",
    Effect.RELEASED: "↗",
    Effect.DISPLACED: "⇢",
    Effect.BODIES_RECOVERED: "⚰",
    Effect.CASUALTIES_UNSPECIFIED: "✱",
    Effect.EQUIPMENT_LOST: "⚙",
    Effect.EQUIPMENT_CAPTURED: "⚙",
    Effect.MUNITIONS_FIRED: "✸",
    Effect.TERRITORY: "⚑",
}
_EFFECTS = {
    Effect.KILLED_OR_WOUNDED: "killed or wounded",
    Effect.BODIES_RECOVERED: "bodies recovered",
    Effect.CASUALTIES_UNSPECIFIED: "casualties",
    Effect.EQUIPMENT_LOST: "equipment lost",
    Effect.EQUIPMENT_CAPTURED: "equipment captured",
    Effect.MUNITIONS_FIRED: "munitions fired",
}
_PREFIXES = {
    Modifier.APPROX: "about ",
    Modifier.NEARLY: "nearly ",
    Modifier.SLIGHTLY_OVER: "slightly over ",
    Modifier.AT_LEAST: "at least ",
    Modifier.MORE_THAN: "more than ",
    Modifier.UP_TO: "up to ",
    Modifier.LESS_THAN: "less than ",
}
_TERMS = {
    "half_dozen": "half a dozen",
    "dozen": "a dozen",
    "tens_of_thousands": "tens of thousands",
    "hundreds_of_thousands": "hundreds of thousands",
    "couple": "a couple",
}
_CATEGORIES = {
    Category.COMBATANT_STATE: "state forces",
    Category.OFFICER: "officers",
    Category.POLICE: "police",
    Category.UN: "UN personnel",
    Category.COMBATANT_NONSTATE: "non-state fighters",
    Category.COMBATANT_MIXED: "fighters of several kinds",
    Category.CIVILIAN: "civilians",
    Category.CHILD: "children",
    Category.WOMAN: "women",
    Category.JOURNALIST: "journalists",
    Category.AID: "aid workers",
    Category.HEALTH: "health workers",
    Category.PERPETRATOR: "perpetrators",
    Category.UNSPECIFIED: "not specified",
}
_RELATIONS = {
    RelationType.SUBSET_OF: "among",
    RelationType.COMPONENT_OF: "part of",
    RelationType.TOTAL_OF: "total of",
    RelationType.ADDITIONAL_TO: "in addition to",
    RelationType.SUPERSEDES: "replaces",
    RelationType.DELTA_OF: "change since",
    RelationType.SAME_AS: "the same as",
    RelationType.SUMMARY_OF: "summary of",
    RelationType.RIVAL_OF: "rival account of",
    RelationType.DISJOINT_FROM: "apart from",
    RelationType.DENIES: "denies",
}


def effect_words(effect: Effect) -> str:
    """Return what happened in words."""
    return _EFFECTS.get(effect, effect.value)


def category_words(category: Category) -> str:
    """Return who they were in words."""
    return _CATEGORIES[category]


def relation_words(type_: RelationType) -> str:
    """Return the relation as it stands before the claim it leads to: part of «fast 100»."""
    return _RELATIONS[type_]


def quantity_words(quantity: Quantity) -> str:
    """Return a number as stated, in words that `inspector_number.parse` reads back."""
    match quantity.modifier:
        case Modifier.NONE:
            return "unknown"
        case Modifier.BARE_PLURAL:
            return "some"
        case Modifier.NEGATED:
            return "none"
        case Modifier.VAGUE:
            return _TERMS.get(quantity.term, quantity.term.replace("_", " ")) or _range_words(quantity)
    if quantity.value is None:
        return _range_words(quantity)
    return f"{_PREFIXES.get(quantity.modifier, '')}{quantity.value}"


def bounds_words(quantity: Quantity) -> str:
    """Return the range a quantity stands for, such as 90–99, or nothing where it says no more than the number."""
    if quantity.low == quantity.high == quantity.value and quantity.value is not None:
        return ""
    return "" if quantity.modifier is Modifier.NONE else _range_words(quantity)


def _range_words(quantity: Quantity) -> str:
    if quantity.low is None and quantity.high is None:
        return "unknown"
    if quantity.high is None:
        return f"{quantity.low} or more"
    if quantity.low is None:
        return f"up to {quantity.high}"
    return f"{quantity.low}–{quantity.high}"


def claim_words(claim: Claim) -> str:
    """Return a claim's number and effect: 37 killed."""
    return f"{quantity_words(claim.quantity)} {effect_words(claim.effect)}"


def described(row: Mention | Claim) -> str:
    """Return what a highlight is, its number or words, and its status, as a screen reader says it."""
    if isinstance(row, Mention):
        return f"{label_words(row.label).capitalize()}: {row.text}, {row.status.value}"
    return f"Claim: {claim_words(row)}, {row.victims_text or row.number_text}, {row.status.value}"
