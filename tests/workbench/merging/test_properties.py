"""What holds of every merge, over small journals that hypothesis makes up."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.merging.analysts import Act, do, journals
from tests.workbench.merging.copies import Copy, merge, planned, told
from workbench.merging.fields import Take

_MANY = settings(max_examples=60, deadline=None, derandomize=True)


def pair(before: list[Act], mine: list[Act], theirs: list[Act], *, related: bool) -> tuple[Copy, Copy]:
    """Return two cases: two copies of one, or two that only read the same articles."""
    one = Copy("one")
    do(one, [("import", 0, 0), *before])
    other = one.copied("other") if related else Copy("other", salt="another")
    if not related:
        do(other, [("import", 0, 0), *before])
    do(one, mine)
    do(other, theirs)
    return one, other


@_MANY
@given(journals(3), journals(), journals(), st.booleans(), st.sampled_from(Take))
def test_a_second_merge_changes_nothing(
    before: list[Act], mine: list[Act], theirs: list[Act], related: bool, take: Take
) -> None:
    one, other = pair(before, mine, theirs, related=related)
    merge(one, other, take)
    lines, held = len(one.lines), told(one)
    again = planned(one, other)
    assert again.questions == ()
    assert again.empty
    merge(one, other, take)
    assert (len(one.lines), told(one)) == (lines, held)


@_MANY
@given(journals(3), journals(), journals(), st.booleans())
def test_which_is_merged_into_which_does_not_matter(
    before: list[Act], mine: list[Act], theirs: list[Act], related: bool
) -> None:
    one, other = pair(before, mine, theirs, related=related)
    into_one, into_other = one.copied("one"), other.copied("other")
    asked = merge(into_one, other).questions
    assert len(asked) == len(merge(into_other, one).questions)
    if not asked:
        assert told(into_one) == told(into_other)


@_MANY
@given(journals(3), journals(), journals(), journals(3), st.booleans(), st.sampled_from(Take))
def test_two_that_merge_each_other_hold_the_same(
    before: list[Act], mine: list[Act], theirs: list[Act], after: list[Act], related: bool, take: Take
) -> None:
    one, other = pair(before, mine, theirs, related=related)
    merge(one, other, take)
    do(other, after)
    merge(one, other, take)
    merge(other, one, Take.THEIRS)
    assert told(other) == told(one)
    assert planned(one, other).empty
    assert planned(other, one).empty


@_MANY
@given(journals(3), journals(), journals(), st.booleans(), st.sampled_from(Take))
def test_one_undo_takes_a_merge_back(
    before: list[Act], mine: list[Act], theirs: list[Act], related: bool, take: Take
) -> None:
    one, other = pair(before, mine, theirs, related=related)
    held, lines = dict(one.rows_now), len(one.lines)
    theirs_before = list(other.lines)
    merge(one, other, take)
    assert other.lines == theirs_before
    if len(one.lines) > lines:
        one.undo()
    assert one.rows_now == held


@_MANY
@given(journals(), journals())
def test_what_one_did_alone_comes_whole(before: list[Act], theirs: list[Act]) -> None:
    one, other = pair(before, [], theirs, related=True)
    assert merge(one, other).questions == ()
    assert told(one) == told(other)


@_MANY
@given(journals(3), st.lists(journals(4), min_size=3, max_size=3), journals(2), st.sampled_from(Take))
def test_three_who_merge_by_one_hold_the_same(
    before: list[Act], each: list[list[Act]], after: list[Act], take: Take
) -> None:
    one = Copy("one")
    do(one, [("import", 0, 0), *before])
    two, three = one.copied("two"), one.copied("three")
    for case, acts in zip((one, two, three), each, strict=True):
        do(case, acts)
    for _ in range(2):
        merge(one, two, take)
        merge(one, three, take)
        for case in (two, three):
            merge(case, one, Take.THEIRS)
            assert told(case) == told(one)
        do(two, after)
    merge(three, two, Take.THEIRS)
    merge(two, three, Take.THEIRS)
    assert told(three) == told(two)
