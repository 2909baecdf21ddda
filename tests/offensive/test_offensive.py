"""What comes of five articles on one offensive is what an analyst would sign."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.offensive.__main__ import PAGE
from tests.offensive.page import page, words
from tests.offensive.story import Told, signed, tell


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return tell(Path(tmp_path_factory.mktemp("offensive")) / "offensive.case")


@pytest.mark.parametrize("number", range(len(signed())))
def test_a_figure_is_the_one_that_is_signed(told: Told, number: int) -> None:
    want = signed()[number]
    found = told.figure(want)
    assert found is not None
    assert (found.low, found.best, found.high) == (want["low"], want["best"], want["high"])


def test_no_figure_stands_beside_those_that_are_signed(told: Told) -> None:
    known = {id(found) for one in signed() if (found := told.figure(one)) is not None}
    more = [f for f in told.reckoning.figures if id(f) not in known and not f.unquantified]
    assert more == []


def test_the_belligerents_claim_is_named_with_its_reason(told: Told) -> None:
    [claim] = [c for c in told.claims.values() if c.number_text == "more than 100"]
    assert "belligerent" in " ".join(told.reckoning.reasons[claim.id])


def test_the_page_is_as_it_is_written(told: Told) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(told), "python -m tests.offensive writes it anew"


@pytest.mark.parametrize(
    ("low", "best", "high", "text"), [(17, 17, 17, "17"), (27, 30, 33, "30 (27–33)"), (28, None, None, "at least 28")]
)
def test_words(low: int, best: int | None, high: int | None, text: str) -> None:
    assert words(low, best, high) == text
