"""A copy's claims are known by their words, else by what they count."""

from __future__ import annotations

from dataclasses import replace

from tests.workbench.values import claim, exact
from workbench.model.claim import Claim, Effect
from workbench.model.span import Span
from workbench.retold import retold


def at(id_: int, start: int, number: int = 3, **others: object) -> Claim:
    return replace(
        claim(id_, number, **others),
        number=Span(start, start + 4),
        evidence=Span(start, start + 30),
        article_id=id_ // 10,
    )


def pairs(copied: list[Claim], originals: list[Claim]) -> dict[int, int]:
    return {id_: original.id for id_, original in retold(copied, originals).items()}


def test_claims_of_the_same_words_are_one_in_the_order_they_are_told() -> None:
    originals = [at(12, 90), at(11, 0), at(13, 50, effect=Effect.WOUNDED)]
    copied = [at(22, 60), at(21, 5), at(23, 30, effect=Effect.WOUNDED)]
    assert pairs(copied, originals) == {21: 11, 22: 12, 23: 13}
    assert pairs(copied[::-1], originals[::-1]) == {21: 11, 22: 12, 23: 13}


def test_a_correction_of_the_number_parts_nothing() -> None:
    corrected = replace(at(11, 0), quantity=exact(30))
    assert pairs([at(21, 5)], [corrected]) == {21: 11}


def test_shortened_words_are_known_by_what_they_count() -> None:
    assert pairs([at(21, 5, victims_text="")], [at(11, 0)]) == {21: 11}
    assert pairs([at(21, 5, victims_text="", number=4)], [at(11, 0)]) == {}


def test_the_same_words_come_before_the_same_count() -> None:
    assert pairs([at(21, 0, victims_text=""), at(22, 9)], [at(11, 0)]) == {22: 11}


def test_every_claim_of_the_original_is_found_once() -> None:
    assert pairs([at(21, 0), at(22, 9)], [at(11, 0)]) == {21: 11}
    assert retold([], [at(11, 0)]) == retold([at(21, 0)], []) == {}


def test_spaces_and_case_make_no_other_words() -> None:
    assert pairs([at(21, 0, number=9, victims_text="die  SOLDATEN")], [at(11, 0, victims_text="die\nSoldaten")]) == {
        21: 11
    }
