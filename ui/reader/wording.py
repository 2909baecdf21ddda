"""Claims and mentions in signs and in one line: what a tooltip, the inspector and a screen reader say of them."""

from __future__ import annotations

from collections.abc import Mapping

from ui.words import label_words
from workbench.model.claim import Claim, Effect
from workbench.model.mention import Mention, Status
from workbench.wording import effect_words, quantity_words

#: Below this confidence a mention is shown as unsure.
_SURE = 0.7
#: The small sign at the end of a claim's band.
SIGNS: Mapping[Effect, str] = {
    Effect.KILLED: "†",
    Effect.WOUNDED: "✚",
    Effect.KILLED_OR_WOUNDED: "†✚",
    Effect.CAPTURED: "▦",
    Effect.ABDUCTED: "⇥",
    Effect.MISSING: "?",
    Effect.RELEASED: "↗",
    Effect.DISPLACED: "⇢",
    Effect.BODIES_RECOVERED: "⚰",
    Effect.CASUALTIES_UNSPECIFIED: "✱",
    Effect.EQUIPMENT_LOST: "⚙",
    Effect.EQUIPMENT_CAPTURED: "⚙▦",
    Effect.MUNITIONS_FIRED: "✸",
    Effect.TERRITORY: "⚑",
}


def harm_words(claim: Claim) -> str:
    """Return a claim's number and effect: 37 killed."""
    return f"{quantity_words(claim.quantity)} {effect_words(claim.effect)}"


def is_unsure(mention: Mention) -> bool:
    """Tell whether the program says itself that it may be wrong; what an analyst confirmed is another matter."""
    return mention.confidence is not None and mention.confidence < _SURE


def doubt_words(mention: Mention) -> str:
    """Return how sure a mention is, and whether it names nobody itself: ``55 %, unsure; follows from the text``."""
    told = f"{mention.confidence:.0%}" if mention.confidence is not None else ""
    told += ", unsure" if is_unsure(mention) else ""
    follows = "follows from the text before" if mention.inferred else ""
    return "; ".join(part for part in (told, follows) if part)


def described(row: Mention | Claim) -> str:
    """Return what a highlight is, its number or words, and its status, as a screen reader says it."""
    if isinstance(row, Mention):
        unsure = ", unsure" if is_unsure(row) and row.status is Status.PROPOSED else ""
        follows = ", follows from the text before" if row.inferred else ""
        return f"{label_words(row.label).capitalize()}: {row.text}, {row.status.value}{unsure}{follows}"
    return f"Claim: {harm_words(row)}, {row.victims_text or row.number_text}, {row.status.value}"
