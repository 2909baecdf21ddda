from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.exporters.material import CLAIMS, REBELS, SOLDIERS, TEXT, Contents
from workbench.exporters.quotes import pieces, quote
from workbench.exporters.sentences import sentence_around
from workbench.model.actor import Actor, Source
from workbench.model.claim import Claim
from workbench.model.span import Span

SPEAKERS: dict[str, Actor | Source] = {**Contents().actors(), **Contents().sources()}


def test_marks_each_part_of_the_claim() -> None:
    marked = {piece.parts: piece.text for piece in pieces(SOLDIERS, TEXT) if piece.parts}
    assert marked == {"number": "12", "victims": "Soldaten", "effect": "getötet", "source": "Die Armee"}


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.victims_text)
def test_the_pieces_are_the_sentence(claim: Claim) -> None:
    sentence = sentence_around(TEXT, claim.evidence)
    assert "".join(piece.text for piece in pieces(claim, TEXT)) == sentence.of(TEXT)


@given(st.data())
def test_any_spans_cut_the_sentence_without_loss(data: st.DataObject) -> None:
    def span() -> Span:
        start = data.draw(st.integers(0, len(TEXT) - 1))
        return Span(start, data.draw(st.integers(start + 1, len(TEXT))))

    claim = replace(SOLDIERS, evidence=span(), number=span(), victims=span(), attribution=span(), effect_span=None)
    cut = pieces(claim, TEXT)
    assert "".join(piece.text for piece in cut) in TEXT
    assert all(piece.text for piece in cut)
    assert claim.number is not None
    assert "".join(piece.text for piece in cut if "number" in piece.parts.split()) == claim.number.of(TEXT)


def test_a_number_inside_the_victims_belongs_to_both() -> None:
    claim = replace(
        SOLDIERS, victims=SOLDIERS.number.join(SOLDIERS.victims) if SOLDIERS.number and SOLDIERS.victims else None
    )
    assert ("12", "number victims") in [(piece.text, piece.parts) for piece in pieces(claim, TEXT)]


def test_a_quotation_says_how_the_claim_is_read() -> None:
    made = quote(REBELS, TEXT, SPEAKERS, ("accept by A., now",))
    assert (made.words, made.reading, made.effect, made.status) == ("Dutzende Rebellen", "24–99", "killed", "proposed")
    assert made.corrections == ("accept by A., now",)
    assert made.manner == ""
    assert quote(SOLDIERS, TEXT, SPEAKERS).manner == "attributed"
