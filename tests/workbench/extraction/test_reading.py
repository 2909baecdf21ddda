from __future__ import annotations

from itertools import pairwise

from tests.workbench.extraction.reads import PUBLISHED, claims
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Epistemic

TEXT = (
    "Bei einem Angriff in Homs sind am Mittwoch neun Bauern getötet worden, darunter zwei Kinder. "
    "Das teilte die Syrische Beobachtungsstelle für Menschenrechte mit. Vier weitere seien verletzt worden.\n"
    "Seit 2011 starben 9000 Bauern."
)


def test_every_claim_says_why_it_was_made(extractor: Extractor) -> None:
    assert all(claim.rules for claim in claims(extractor, TEXT))


def test_texts_are_the_words_of_their_spans(extractor: Extractor) -> None:
    for claim in claims(extractor, TEXT):
        pairs = (
            (claim.number, claim.number_text),
            (claim.victims, claim.victims_text),
            (claim.attribution, claim.attribution_text),
        )
        for span, words in pairs:
            assert (span.of(TEXT) if span is not None else "") == words


def test_mentions_stand_in_order_with_ids_from_one(extractor: Extractor) -> None:
    mentions = extractor.read(TEXT, language="de", published=PUBLISHED).mentions
    assert [m.id for m in mentions] == list(range(1, len(mentions) + 1))
    assert all(a.span.start <= b.span.start for a, b in pairwise(mentions))


def test_the_speaker_is_carried_over(extractor: Extractor) -> None:
    killed, _, wounded, _ = claims(extractor, TEXT)
    assert (killed.origin, killed.epistemic) == ("sohr", Epistemic.ATTRIBUTED)
    assert wounded.origin == "sohr"
    assert wounded.epistemic is Epistemic.ATTRIBUTED
    assert "source: carried over" in wounded.rules


def test_claims_belong_to_no_article_yet(extractor: Extractor) -> None:
    assert {claim.article_id for claim in claims(extractor, TEXT)} == {0}
