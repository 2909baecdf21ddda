"""What a cell of the analyst's own convention may hold."""

from __future__ import annotations

import pytest

from workbench.model.convention import OwnReading


@pytest.mark.parametrize("cell", ["24", "0", "-", "=", "N", "N-1", "N+tenth", "N-scale+1", "A", "B"])
def test_a_number_a_sign_or_a_formula_can_be_read(cell: str) -> None:
    assert OwnReading.readable(cell)


@pytest.mark.parametrize("cell", ["", "about 20", "-5", "2.5", "N*2", "n", "N-", "٣x"])
def test_anything_else_cannot(cell: str) -> None:
    assert not OwnReading.readable(cell)


@pytest.mark.parametrize(
    ("cells", "falls"),
    [
        (("24", "99", "60"), False),
        (("24", "-", "-"), False),
        (("N-1", "N", "3"), False),
        (("99", "24", "-"), True),
        (("24", "99", "100"), True),
        (("24", "99", "23"), True),
    ],
)
def test_plain_numbers_must_rise(cells: tuple[str, str, str], falls: bool) -> None:
    assert OwnReading("dozens", *cells).falls is falls
