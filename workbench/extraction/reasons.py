"""Why each part of a claim is as it is: short rules such as ``source: laut``, for the inspector and ``extract``."""

from __future__ import annotations

from workbench.extraction.circumstances import Setting
from workbench.extraction.drafts import Draft
from workbench.extraction.marks import Mark
from workbench.extraction.people import Who
from workbench.extraction.sources import Speaker
from workbench.extraction.words import Words
from workbench.model.claim import Category, Effect, Epistemic, Modifier, Quantity, Scope, Unit

#: What a rule may be about: it opens with one of these words and a colon.
PARTS = ("number", "victims", "effect", "source", "status", "scope", "date", "place", "relation")


def of_number(draft: Draft, quantity: Quantity, words: Words) -> str:
    """Say how a claim's number is stated, and by which words: ``number: at least, mindestens``."""
    return f"number: {_number(draft, quantity, words)}"


def _number(draft: Draft, quantity: Quantity, words: Words) -> str:
    """Say how a claim's number is stated."""
    number = draft.number
    if draft.negated:
        return "none, the verb is negated"
    if number is None:
        return "not stated" if draft.effect is Effect.CASUALTIES_UNSPECIFIED else "a plural without one"
    if number.start == number.end:
        return "one, named with an article"
    said = words.span(number.start, number.end)
    if number.modifier is Modifier.VAGUE:
        return f"vague ({_plain(number.term)}), {said}"
    if number.value is not None and quantity.modifier is Modifier.NONE:
        return f"too large to keep, {said}"
    if number.article:
        return f"one, the article {said}"
    before = words.span(number.start, number.core) if number.start < number.core else ""
    return f"{_plain(quantity.modifier.value)}, {before or said}"


def of_victims(draft: Draft, who: Who, words: Words) -> list[str]:
    """Say by which words the victims are who they are: their category, then their actor or side."""
    rules = ["victims: nobody named"] if draft.victims is None and who.victims is None else []
    if draft.victims is not None:
        head = draft.group.head
        inside = draft.victims[0] <= head < draft.victims[1]
        said = words.span(head, head + 1) if inside else words.span(*draft.victims)
        kind = draft.category.value if draft.unit is Unit.PERSONS else draft.unit.value
        rules.append(f"victims: {_plain(kind)}, {said}")
    if who.rule:
        rules.append(f"victims: {who.rule}" + (f", {who.actor}" if who.actor else ""))
    if who.category not in (draft.category, Category.UNSPECIFIED):
        rules.append(f"victims: {_plain(who.category.value)}, from the actor")
    return rules


def of_source(mark: Mark | None, speaker: Speaker | None, *, carried: bool) -> list[str]:
    """Say which words name the source, and who it is; nothing where nobody is named."""
    rules = []
    if carried:
        rules.append("source: carried over")
    elif mark is not None:
        rules.append(mark.rule)
        told = ((mark.pronoun, "the last speaker"), (mark.own, "the subject's own"), (mark.general, "nobody in person"))
        rules.extend(f"source: {how}" for holds, how in told if holds)
    if speaker is not None and speaker.origin:
        through = f", through {speaker.relay}" if speaker.relay else ""
        how = "inferred from who was named before" if speaker.inferred else "in the register"
        rules.append(f"source: {how}, {speaker.origin}{through}")
    return rules


def of_status(epistemic: Epistemic, words: str) -> str:
    """Say by which words a claim is vouched for as it is: ``status: alleged, soll``."""
    return f"status: {_plain(epistemic.value)}, {words}"


def of_scope(scope: Scope, words: str) -> str:
    """Say by which words a claim tells an event, a running toll or the past: ``scope: cumulative, seit``."""
    return f"scope: {_plain(scope.value)}, {words}"


def of_setting(setting: Setting) -> list[str]:
    """Say where a claim's date and place come from."""
    named = (("date", setting.when, setting.when_from), ("place", setting.where, setting.where_from))
    return [f"{part}: {whence}" for part, value, whence in named if value is not None and whence]


def _plain(key: str) -> str:
    """Write a key of the model or the registers as words."""
    return key.replace("_", " ").replace(":", ", ")
