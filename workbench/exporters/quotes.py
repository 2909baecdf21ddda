"""A claim as a report quotes it: its sentence with the parts marked, and who said it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from workbench.exporters.sentences import sentence_around
from workbench.model.actor import Actor, Source
from workbench.model.claim import Claim, Epistemic
from workbench.model.span import Span
from workbench.wording import claim_words, effect_words, epistemic_words, reading_words, said_by


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation; `parts` names the parts of the claim it belongs to, blanks between them."""

    text: str
    parts: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim in its sentence; `cut_before` and `cut_after` say that the sentence goes on."""

    claim: int
    article: int
    words: str
    effect: str
    reading: str
    pieces: tuple[Piece, ...]
    said_by: str
    manner: str
    status: str
    note: str
    corrections: tuple[str, ...]


def quote(claim: Claim, text: str, speakers: Mapping[str, Actor | Source], corrections: tuple[str, ...] = ()) -> Quote:
    """Return `claim` as its article puts it; `text` is its stored text, `speakers` sources and actors by id."""
    return Quote(
        claim.id,
        claim.article_id,
        claim_words(claim),
        effect_words(claim.effect),
        reading_words(claim.quantity),
        pieces(claim, text),
        said_by(claim, speakers),
        "" if claim.epistemic is Epistemic.OWN_VOICE else epistemic_words(claim.epistemic),
        claim.status.value,
        claim.note,
        corrections,
    )


def pieces(claim: Claim, text: str) -> tuple[Piece, ...]:
    """Cut the claim's sentence where one of its parts begins or ends; together the pieces are the sentence."""
    parts = {
        name: span
        for name, span in (
            ("number", claim.number),
            ("victims", claim.victims),
            ("effect", claim.effect_span),
            ("source", claim.attribution),
        )
        if span
    }
    whole = claim.evidence
    for span in (claim.number, claim.victims, claim.effect_span):
        whole = whole.join(span) if span else whole
    sentence = sentence_around(text, whole)
    inner = {edge for span in parts.values() for edge in (span.start, span.end) if sentence.start < edge < sentence.end}
    edges = [sentence.start, *sorted(inner), sentence.end]
    stretches = (Span(start, end) for start, end in pairwise(edges))
    return tuple(
        Piece(stretch.of(text), " ".join(name for name, span in parts.items() if span.covers(stretch)))
        for stretch in stretches
    )
