"""The analyst's gestures in the text: rows, spans and the stored text in; the next row, a span or a Change out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ui.reader.highlights import Key, Row, key_of, span_of
from workbench import acts
from workbench.changes import Change
from workbench.model.claim import Category, Claim, Effect, Quantity
from workbench.model.findings import Findings
from workbench.model.mention import Label, Mention, Status
from workbench.model.span import Span
from workbench.reckoning import conventions

#: Reads a stretch of text; the offsets of what it finds count from the stretch's beginning.
Read = Callable[[str], Findings]

_MARKS = "\u0300-\u036f"
_WORD = re.compile(rf"\d+(?:[.,\u00a0\u202f]\d+)*|[\w{_MARKS}]+(?:['’][\w{_MARKS}]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"”“»’)]*\s+(?=[^\sa-zäöü])|[\n\r\u2028\u2029]+")
#: How far around a border words are looked for, and around a selection its sentence, in code points.
_AROUND, _SENTENCE = 200, 600


# Going on


def place_of(row: Row) -> tuple[int, int, int]:
    """Return what rows are visited by: where a claim's number or a mention's words begin, then end, then the id."""
    span = (row.number if isinstance(row, Claim) else None) or span_of(row)
    return span.start, span.end, row.id


def open_rows(rows: Iterable[Row], kind: type[Claim | Mention]) -> list[Row]:
    """Return the proposals of a kind in the order in which the text tells them."""
    return sorted((r for r in rows if isinstance(r, kind) and r.status is Status.PROPOSED), key=place_of)


def proposal(
    rows: Sequence[Row], now: Row | None, caret: int, step: int, *, least_sure_first: bool = False
) -> Row | None:
    """Return the proposal after (`step` 1) or before (-1) the row looked at, or the caret; round at the ends.

    Claims are visited; mentions only from a mention, or where no claim waits. They follow the text, or else the
    least sure one comes first; equally sure ones follow the text then.
    """
    waiting = open_rows(rows, Mention) if isinstance(now, Mention) else open_rows(rows, Claim)
    waiting = [row for row in waiting or open_rows(rows, Mention) if row != now]
    if not waiting:
        return None
    sure = sureness(rows) if least_sure_first else _as_told
    order = {key_of(row): (sure(row), *place_of(row)) for row in waiting}
    waiting.sort(key=lambda row: order[key_of(row)])
    here = (sure(now), *place_of(now)) if now is not None else (-1.0 if least_sure_first else 0.0, caret, -1, -1)
    if step > 0:
        return next((row for row in waiting if order[key_of(row)] > here), waiting[0])
    return next((row for row in reversed(waiting) if order[key_of(row)] < here), waiting[-1])


def after_deciding(rows: Sequence[Row], now: Row, *, least_sure_first: bool = False) -> Row | None:
    """Return the proposal of the same kind to go on to after `now` is decided, or None when none is left."""
    found = proposal(rows, now, 0, 1, least_sure_first=least_sure_first)
    return found if type(found) is type(now) else None


def _as_told(_row: Row) -> float:
    return 0.0


def sureness(rows: Iterable[Row]) -> Callable[[Row], float]:
    """Return what tells how sure the program is of a row, from 0 to 1.

    A claim is as sure as the least sure name in its evidence, and not at all where nobody is known to be whose people
    were counted.
    """
    found = (row for row in rows if isinstance(row, Mention) and row.status is not Status.REJECTED)
    names = sorted((mention.span.start, mention_sureness(mention)) for mention in found)
    starts = [start for start, _ in names]

    def sure(row: Row) -> float:
        if isinstance(row, Mention):
            return mention_sureness(row)
        if row.actor is None and row.side is None and row.category.broad is not Category.CIVILIAN:
            return 0.0
        inside = names[bisect_left(starts, row.evidence.start) : bisect_left(starts, row.evidence.end)]
        return min((confidence for _, confidence in inside), default=1.0)

    return sure


def mention_sureness(mention: Mention) -> float:
    """Return how sure a mention is; one that says nothing of it (a number, an analyst's own) is sure."""
    return 1.0 if mention.confidence is None else mention.confidence


# Borders


def snapped(text: str, span: Span) -> Span | None:
    """Return a selection grown to whole words and rid of what lies around them, or None where it holds no word."""
    words = [w for w in _words(text, span.start, span.end) if w.start < span.end and span.start < w.end]
    return Span(words[0].start, words[-1].end) if words else None


def moved_start(text: str, span: Span, step: int) -> Span:
    """Return `span` with its start one word further left (`step` -1) or right (1); never empty."""
    starts = [w.start for w in _words(text, span.start, span.end) if w.start < span.end]
    if step < 0:
        return Span(max((s for s in starts if s < span.start), default=span.start), span.end)
    return Span(min((s for s in starts if s > span.start), default=span.start), span.end)


def moved_end(text: str, span: Span, step: int) -> Span:
    """Return `span` with its end one word further left (`step` -1) or right (1); never empty."""
    ends = [w.end for w in _words(text, span.start, span.end) if w.end > span.start]
    if step < 0:
        return Span(span.start, max((e for e in ends if e < span.end), default=span.end))
    return Span(span.start, min((e for e in ends if e > span.end), default=span.end))


def dragged(text: str, span: Span, border: str, to: int) -> Span:
    """Return `span` with its ``start`` or ``end`` dragged to the nearest word there; never empty."""
    to = min(max(to, 0), len(text))
    words = _words(text, to, to)
    if border == "start":
        near = [w.start for w in words if w.start < span.end]
        return Span(min(near, key=lambda at: abs(at - to)), span.end) if near else span
    near = [w.end for w in words if w.end > span.start]
    return Span(span.start, min(near, key=lambda at: abs(at - to))) if near else span


def resized(row: Row, span: Span, text: str) -> Change | None:
    """Return the change that gives a mention, or a claim's evidence, this span; None where it has it already."""
    if span == span_of(row):
        return None
    return acts.edit_part(row, "evidence", span, text) if isinstance(row, Claim) else acts.resize(row, span, text)


def _words(text: str, start: int, end: int) -> list[Span]:
    """Return the words in and around a range."""
    first = max(0, start - _AROUND)
    return [Span(m.start(), m.end()) for m in _WORD.finditer(text, first, min(len(text), end + _AROUND))]


# Labels and claims


def labelled(rows: Iterable[Row], span: Span, label: Label, text: str, article_id: int, id_: int) -> Change:
    """Return the change that labels a span: the mention that has it gets the label, else there is a new one."""
    there = next((r for r in rows if isinstance(r, Mention) and r.span == span), None)
    return acts.relabel(there, label) if there else acts.add_mention(id_, article_id, span, text, label)


def new_claim(rows: Iterable[Row], span: Span, text: str, article_id: int, id_: int, read: Read | None) -> Claim:
    """Return a claim of the analyst's on a selection, filled in from it as far as `read` can."""
    claims = [row for row in rows if isinstance(row, Claim)]
    found = _read_claim(span, text, read) if read else None
    claim = found or _bare_claim(span, text)
    return replace(claim, id=id_, article_id=article_id, incident_id=_incident(claims), relations=())


def _read_claim(span: Span, text: str, read: Read) -> Claim | None:
    """Return the claim that reading the selection's sentence finds on the selection, or None."""
    sentence = sentence_around(text, span)
    claims = [_shifted(claim, sentence.start) for claim in read(sentence.of(text)).claims]
    on_it = [c for c in claims if (c.number or c.evidence).overlaps(span)]
    return min(on_it, key=lambda c: abs(place_of(c)[0] - span.start), default=None)


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentence, or sentences, a span lies in."""
    first, last = max(0, span.start - _SENTENCE), min(len(text), span.end + _SENTENCE)
    starts = [m.end() for m in _SENTENCE_END.finditer(text, first, span.start)]
    after = _SENTENCE_END.search(text, max(span.start, span.end - 1), last)
    return Span(starts[-1] if starts else first, after.start() + 1 if after else last)


def _shifted(claim: Claim, by: int) -> Claim:
    def moved(span: Span | None) -> Span | None:
        return Span(span.start + by, span.end + by) if span else None

    return replace(
        claim,
        evidence=Span(claim.evidence.start + by, claim.evidence.end + by),
        number=moved(claim.number),
        effect_span=moved(claim.effect_span),
        victims=moved(claim.victims),
        attribution=moved(claim.attribution),
    )


def _bare_claim(span: Span, text: str) -> Claim:
    """Return a claim that knows its evidence, and its number where the selection holds one in figures."""
    number = next((w for w in _words(text, span.start, span.end) if span.covers(w) and w.of(text)[0].isdigit()), None)
    quantity: Quantity = conventions.none_stated()
    if number:
        quantity = conventions.exact(int(re.sub(r"\D", "", number.of(text))))
    words = number.of(text) if number else ""
    return Claim(0, 0, Effect.CASUALTIES_UNSPECIFIED, quantity, span, number=number, number_text=words)


def _incident(claims: Iterable[Claim]) -> int | None:
    """Return the incident most of an article's claims are about."""
    counted = Counter(c.incident_id for c in claims if c.incident_id is not None)
    return counted.most_common(1)[0][0] if counted else None


def row_at(rows: Iterable[Row], key: Key | None) -> Row | None:
    """Return the row with this key, or None."""
    return next((row for row in rows if key_of(row) == key), None)
