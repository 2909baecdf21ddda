"""The sentence around a span, for quoting."""

from __future__ import annotations

import re

from workbench.model.span import Span

#: A sentence ends at a line break, or at a mark that is followed by a blank and by what may begin a sentence.
_BREAK = re.compile(r"[\r\n]+|(?<!\s\w)(?<!\d)[.!?…][\"“”»«'’)]*\s+(?=[\"„“‚‘»«'’(\w])|[!?][\"“”»«'’)]*\s+")
_SMALL = re.compile(r"[\"„“‚‘»«'’(]*[a-zäöüß]")
_TITLES = re.compile(r"\b(?:Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|Mr|Mrs|Ms|St|No|Nr|ca|bzw|usw|vgl|etc)$")
#: Code points; machine translations glue sentences together, and a quotation must still be readable.
_REACH = 600


def sentence_around(text: str, span: Span) -> Span:
    """Return the smallest stretch of whole sentences in `text` that covers `span`, at most 600 characters beyond it."""
    first, last = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    start, end = _word_start(text, first, span.start), _word_end(text, last, span.end)
    for found in _BREAK.finditer(text, first, last):
        if not found[0].isspace() and _goes_on(text, found):
            continue
        if found.end() <= span.start:
            start = found.end()
        elif found.start() >= span.end - 1:
            end = max(span.end, found.end() - len(found[0]) + len(found[0].rstrip()))
            break
    return _trimmed(text, start, end, span)


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Tell whether a full stop ends an abbreviation, not a sentence."""
    before = text[max(0, found.start() - 5) : found.start()]
    return bool(_SMALL.match(text, found.end()) or (found[0][0] == "." and _TITLES.search(before)))


def _word_start(text: str, at: int, limit: int) -> int:
    while 0 < at < limit and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int, limit: int) -> int:
    while limit < at < len(text) and not text[at].isspace():
        at -= 1
    return at


def _trimmed(text: str, start: int, end: int, span: Span) -> Span:
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
