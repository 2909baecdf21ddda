"""What the inspector says of a claim: its place among the claims, when and where, its checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ui.reader.gestures import place_of
from ui.words import day_words, days_words, quoted
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim, Epistemic, RelationType
from workbench.model.figure import Check, Reckoning
from workbench.wording import claim_words, epistemic_words, quantity_words

_SIGNS = {"good": "✓", "warn": "⚠", "note": "○"}
#: A check's kind → what its card is headed with where it holds, and where it does not.
_HEADINGS = {
    "total_and_parts": ("The parts fit the total", "The parts exceed the total"),
    "bound": ("The numbers agree", "The numbers disagree"),
    "subset": ("The subset fits", "The subset is larger than the whole"),
    "same_origin": ("The origin agrees with itself", "The origin contradicts itself"),
    "origins": ("The origins agree", "The origins disagree"),
    "future": ("", "Told before it happened"),
    "aggregate": ("The events fit the whole", "The events exceed the whole"),
    "moved": ("Some of them died later", "More died later than there were"),
    "toll_falls": ("", "The toll falls"),
    "partisan_alone": ("", "Only a belligerent says so"),
    "by_hand": ("Set by hand, within what the claims give", "Set by hand, outside what the claims give"),
    "same_statement": ("One statement, one number", "One statement, two numbers"),
    "two_figures": ("", "Rivals stand in two figures"),
    "denied": ("", "The figure is contested"),
    "no_incident": ("", "In no figure"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """A check in words; `look` is ``good``, ``warn`` or ``note``."""

    look: str
    heading: str
    text: str

    @property
    def signed(self) -> str:
        """The heading with a sign, so that the colour is not needed."""
        return f"{_SIGNS[self.look]} {self.heading}."


def number_of(claim: Claim, claims: Iterable[Claim]) -> str:
    """Return which claim of its article it is, in the order of the text: claim 5 of 11."""
    ordered = sorted(claims, key=place_of)
    number = next((n for n, c in enumerate(ordered, 1) if c.id == claim.id), 0)
    return f"claim {number} of {len(ordered)}"


def said_how(claim: Claim) -> str:
    """Return how the article vouches for it, or nothing where it speaks in its own voice."""
    return "" if claim.epistemic is Epistemic.OWN_VOICE else epistemic_words(claim.epistemic)


def circumstance_words(when: When | None, where: Where | None) -> str:
    """Return when and where, or that neither is known."""
    days = days_words(when) if when is not None else day_words(None)
    place = where.name or where.place if where is not None else "place unknown"
    inherited = (when is not None and when.inherited) or (where is not None and where.inherited)
    return f"{days} · {place}" + (" (from the context)" if inherited else "")


def short(claim: Claim) -> str:
    """Return the words by which a claim is known beside others: «fast 100 Kämpfer»."""
    return quoted(claim_words(claim))


def cards(claim: Claim, claims: Iterable[Claim], reckoning: Reckoning, origins: Mapping[str, str]) -> list[Card]:
    """Return what does not hold and what does, the rivals of a claim, and why it is left out of a figure."""
    order = list(_HEADINGS)
    found = [check for check in reckoning.checks if claim.id in check.claims]
    found.sort(key=lambda check: (check.holds, order.index(check.kind) if check.kind in order else len(order)))
    checked = [_card(check) for check in found]
    rivals = [
        Card("warn", "A rival account stands apart", f"{origins.get(c.origin or '', 'Someone else')}: {_told(c)}")
        for c in claims
        if _are_rivals(claim, c)
    ]
    why = reckoning.reasons.get(claim.id, ())
    return [*checked, *rivals, *(Card("note", "Not counted in the figure", _sentence(reason)) for reason in why)]


def _card(check: Check) -> Card:
    holds, fails = _HEADINGS.get(check.kind, ("The arithmetic holds", "The arithmetic does not hold"))
    if check.holds and "stays below" in check.text:
        return Card("warn", "The parts leave a rest", _sentence(check.text))
    return Card("good" if check.holds else "warn", holds if check.holds else fails, _sentence(check.text))


def _are_rivals(one: Claim, other: Claim) -> bool:
    rival = RelationType.RIVAL_OF
    return one.id != other.id and (other.id in one.related(rival) or one.id in other.related(rival))


def _told(claim: Claim) -> str:
    return f"{short(claim)}, {quantity_words(claim.quantity)}" if claim.number_text else short(claim)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
