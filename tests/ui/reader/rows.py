"""Mentions and claims made short, for the tests of the reading room."""

from typing import Any

from workbench.model.claim import Claim, Effect, Modifier, Quantity
from workbench.model.mention import Label, Mention
from workbench.model.span import Span


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def mention(id_: int, text: str, words: str, label: Label = Label.ARMED_GROUP, **values: Any) -> Mention:
    return Mention(id_, 1, place(text, words), words, label, **values)


def claim(id_: int, text: str, evidence: str, number: str = "", count: int = 37, **values: Any) -> Claim:
    if number:
        values |= {"number": place(text, number), "number_text": number}
    quantity = Quantity(count, count, count, count, Modifier.EXACT)
    return Claim(id_, 1, values.pop("effect", Effect.KILLED), quantity, place(text, evidence), **values)
