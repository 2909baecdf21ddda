"""Where two cases last knew of each other."""

from __future__ import annotations

import pytest

from tests.workbench.merging.analysts import do
from tests.workbench.merging.copies import Copy, merge
from workbench.merging.meeting import Meeting, common, meet


@pytest.fixture
def ana() -> Copy:
    case = Copy("ana")
    do(case, [("import", 0, 0)])
    return case


def met(into: Copy, other: Copy) -> Meeting:
    return meet(into, into, other, into.reserve())


def test_the_last_common_line_is_found(ana: Copy) -> None:
    ben = ana.copied("ben")
    assert common(ana, ben) == 3
    do(ana, [("decide", 0, 0), ("decide", 1, 0)])
    assert common(ana, ben) == common(ben, ana) == 3
    do(ben, [("decide", 0, 1)])
    assert common(ana, ben) == 3
    assert common(ana, Copy("eva", salt="another")) == 0


def test_two_copies_meet_where_they_part(ana: Copy) -> None:
    ben = ana.copied("ben")
    do(ana, [("decide", 0, 0)])
    do(ben, [("add", 0, 0)])
    found = met(ana, ben)
    assert (found.shared, found.since, found.known) == (3, 3, None)
    assert [found.numbers.known(n) for n in (5, 6)] == [5, None]


def test_after_a_merge_they_meet_where_it_was(ana: Copy) -> None:
    ben = ana.copied("ben")
    do(ana, [("add", 0, 1)])
    do(ben, [("add", 0, 0)])
    merge(ana, ben)
    do(ben, [("decide", 0, 0)])
    there, back = met(ana, ben), met(ben, ana)
    assert (there.shared, there.since, there.known) == (3, 4, None)
    assert there.numbers.known(6) == 7, "what Ben numbered 6 is 7 here"
    assert back.since == 3
    assert back.given == frozenset({ben.hash_at(4)})
    assert back.known is not None
    assert (back.numbers.known(7), back.numbers.known(6)) == (6, None)


def test_what_both_took_from_a_third_is_known_by_that(ana: Copy) -> None:
    ben, eva = ana.copied("ben"), ana.copied("eva")
    do(ben, [("add", 0, 1)])
    do(ana, [("add", 0, 0), ("add", 0, 2)])
    merge(ben, ana)
    merge(eva, ana)
    numbers = met(eva, ben).numbers
    (mine,) = [claim for claim in eva.claims(1) if claim.number and claim.number.start == 33]
    (theirs,) = [claim for claim in ben.claims(1) if claim.number and claim.number.start == 33]
    assert mine.id != theirs.id
    assert numbers.known(theirs.id) == mine.id


def test_what_two_know_of_each_other_goes_before_what_a_third_says(ana: Copy) -> None:
    ben, eva = ana.copied("ben"), Copy("eva", salt="another")
    do(eva, [("import", 0, 0)])
    do(ana, [("split", 0, 0)])
    do(eva, [("register", 0, 0)])
    merge(ben, eva)
    do(eva, [("undo", 0, 0)])
    merge(ben, ana)
    merge(ben, eva)
    merge(ana, eva)
    assert [met(ana, ben).numbers.known(n) for n in (1, 3, 4)] == [1, 3, 4]
    merge(ana, ben)
    assert [claim.article_id for claim in ana.claims(1)] == [1, 1]
