"""How far two analysts agree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.merging.copies import Copy
from tests.workbench.values import TEXT, article, claim, document, exact, mention
from workbench.changes import Change, Value, adding
from workbench.merging.agreement import Agreement, agreement
from workbench.merging.agreement_table import HEAD, cells, rows, to_csv, to_text, told
from workbench.model.actor import Actor
from workbench.model.article import ReviewState
from workbench.model.claim import Claim, Effect, Modifier, Quantity
from workbench.model.mention import Label, Mention, Status
from workbench.model.span import Span

ACCEPTED, REJECTED, PROPOSED = Status.ACCEPTED, Status.REJECTED, Status.PROPOSED
OPEN = Quantity(3, 3, None, 3, Modifier.AT_LEAST)


def coded(*values: Value, state: ReviewState = ReviewState.IN_REVIEW, text: str = TEXT) -> Copy:
    """Return an analyst's case of one article with these rows."""
    case = Copy("a")
    one = replace(article(text=text), state=state)
    case.apply(Change("import", adding([one, *values]), documents=(document(text),)))
    return case


def named(id_: int, start: int, label: Label = Label.ORG, status: Status = ACCEPTED) -> Mention:
    return mention(id_, span=Span(start, start + 3), label=label, status=status)


def counted(id_: int, start: int, **others: object) -> Claim:
    place = Span(start, start + 2)
    values = {"number": place, "evidence": Span(start, start + 20), "victims": None, "status": ACCEPTED, **others}
    return replace(claim(id_), **values)  # type: ignore[arg-type]  # the fields of a claim by name


def compared(mine: list[Value], theirs: list[Value]) -> Agreement:
    found = agreement(coded(*mine), coded(*theirs))
    turned = agreement(coded(*theirs), coded(*mine))
    assert turned == found, "who comes first does not matter"
    return found


def test_labels_are_compared_by_span() -> None:
    found = compared(
        [named(2, 0), named(3, 10), named(4, 20, Label.GPE)],
        [named(7, 0), named(8, 10, Label.GPE), named(9, 20, Label.GPE), named(10, 30)],
    )
    assert (found.labels.units, found.labels.agreed) == (4, 2)
    assert (found.labels_of_both.units, found.labels_of_both.agreed) == (3, 2)
    # ORG 2/4 by 2/4, GPE 1/4 by 2/4, none 1/4 by 0.
    assert found.labels.expected == pytest.approx((2 * 2 + 1 * 2) / 16)


def test_what_both_rejected_is_agreed_to_be_none() -> None:
    found = compared([named(2, 0, status=REJECTED), named(3, 10)], [named(2, 0, status=REJECTED), named(3, 10)])
    assert (found.labels.units, found.labels.agreed, found.labels.value) == (2, 2, 1.0)
    assert found.labels_of_both.units == 1


def test_what_one_has_not_decided_on_is_left_out() -> None:
    found = compared([named(2, 0), named(3, 10, status=PROPOSED)], [named(2, 0, status=PROPOSED), counted(4, 30)])
    assert (found.labels.units, found.effects.units, found.open) == (0, 1, 2)


def test_claims_are_compared_by_their_number() -> None:
    mine = [counted(2, 0), counted(3, 10, effect=Effect.WOUNDED), counted(4, 30, quantity=exact(40))]
    theirs = [counted(5, 0), counted(6, 10, number=Span(8, 12)), counted(7, 30, quantity=OPEN, status=REJECTED)]
    found = compared(list(mine), list(theirs))
    assert (found.effects.units, found.effects.agreed) == (3, 1)
    assert (found.effects_of_both.units, found.effects_of_both.agreed) == (2, 1)
    assert (found.same_numbers.units, found.same_numbers.same) == (2, 2)


def test_numbers_agree_alike_or_one_within_the_other() -> None:
    about = Quantity(3, 2, 4, 3, Modifier.APPROX)
    pairs = [(exact(3), exact(3)), (exact(3), about), (OPEN, about), (exact(3), OPEN), (exact(3), exact(4))]
    mine: list[Value] = [counted(n, 5 * n, quantity=one) for n, (one, _) in enumerate(pairs, 2)]
    theirs: list[Value] = [counted(n, 5 * n, quantity=other) for n, (_, other) in enumerate(pairs, 2)]
    found = compared(mine, theirs)
    assert (found.same_numbers.units, found.same_numbers.same, found.within.same) == (5, 1, 3)
    assert found.within.share == 0.6


def test_a_side_follows_from_the_actor() -> None:
    army = Actor("army", "Army", "state_force", side="gov")
    mine: list[Value] = [army, counted(2, 0, actor="army"), counted(3, 10, side="opp"), counted(4, 20)]
    theirs: list[Value] = [counted(2, 0, side="gov"), counted(3, 10, side="gov"), counted(4, 20)]
    found = compared(mine, theirs)
    assert (found.sides.units, found.sides.agreed) == (3, 2)


def test_only_articles_that_both_have_begun_are_compared() -> None:
    new = coded(named(2, 0), state=ReviewState.NEW)
    found = agreement(new, coded(named(2, 0)))
    assert (found.common, found.articles, found.labels.units) == (1, 0, 0)
    assert told(found).startswith("Of 1 common articles none was begun by both")
    other = agreement(coded(), coded(text=f"{TEXT} Mehr."))
    assert told(other) == "The two cases have no article in common."


def test_the_table_says_what_is_undefined() -> None:
    found = compared([named(2, 0), named(3, 10)], [named(2, 0), named(3, 10, Label.GPE)])
    text = to_text(found).splitlines()
    assert text[0] == "1 of 1 common articles were begun by both analysts."
    assert text[2].split("  ")[0] == HEAD[0]
    assert text[3].split() == "label of mentions, unmatched as “none” 2 1 0.50 0.50 0.00".split()
    assert text[-1].split()[-5:] == ["0", "0", "–", "–", "–"]
    assert cells(rows(found)[0])[1:] == ("2", "1", "0.50", "0.50", "0.00")
    assert to_csv(found).splitlines()[1] == '"label of mentions, unmatched as “none”",2,1,0.5,0.5,0.0'


def test_a_kappa_below_chance_is_a_number_for_a_spreadsheet() -> None:
    found = compared([named(2, 0), named(3, 10, Label.GPE)], [named(2, 0, Label.GPE), named(3, 10)])
    assert to_csv(found).splitlines()[1].endswith(",2,0,0.0,0.5,-1.0")
