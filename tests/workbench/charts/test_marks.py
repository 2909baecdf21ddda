from __future__ import annotations

import pytest

from workbench.charts.marks import Mark, hit

WHOLE = Mark("killed:x", "", "60 killed, x", (0.1, 0.1, 0.8, 0.2), (1, 2))
PART = Mark("killed:x", "HTS", "44 killed, HTS", (0.1, 0.15, 0.4, 0.1), (1,))
OTHER = Mark("killed:y", "", "5 killed, y", (0.1, 0.25, 0.8, 0.2), (3,))


@pytest.mark.parametrize(
    ("x", "y", "found"),
    [(0.2, 0.2, PART), (0.8, 0.2, WHOLE), (0.2, 0.28, OTHER), (0.2, 0.11, WHOLE), (0.95, 0.2, None)],
)
def test_a_part_is_found_before_its_whole_and_what_lies_on_top_first(x: float, y: float, found: Mark | None) -> None:
    assert hit((WHOLE, PART, OTHER), x, y) is found


def test_row_and_part_tell_marks_apart() -> None:
    assert {WHOLE.key, PART.key, OTHER.key} == {("killed:x", ""), ("killed:x", "HTS"), ("killed:y", "")}
