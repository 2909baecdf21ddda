from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from workbench.model.span import Span

spans = st.tuples(st.integers(0, 50), st.integers(0, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def test_it_cuts_code_points_and_not_bytes() -> None:
    assert Span(2, 4).of("🪖é37 Mann") == "37"


@given(spans, spans)
@example(Span(0, 2), Span(1, 1))
def test_two_spans_overlap_alike_from_either_end(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) == bool(set(range(one.start, one.end)) & set(range(other.start, other.end)))


@given(spans, spans)
def test_a_join_covers_both(one: Span, other: Span) -> None:
    assert one.join(other).covers(one)
    assert one.join(other).covers(other)
