"""What comes out of whole articles is what a careful reader takes from them, but for the differences listed."""

from __future__ import annotations

import json

import pytest

from tests.readings.articles import FOLDER, ROOT, Article, load, names
from tests.readings.compare import bounds, differences
from tests.readings.page import page
from workbench.extraction.extractor import Extractor


@pytest.fixture(scope="module")
def articles(extractor: Extractor) -> dict[str, Article]:
    return {name: load(name, extractor) for name in names()}


@pytest.mark.parametrize("name", names())
def test_only_the_differences_that_are_listed(articles: dict[str, Article], name: str) -> None:
    listed = {(d["claim"], d["field"], d["got"]) for d in articles[name].reading["differences"]}
    assert {tuple(each) for each in differences(articles[name])} == listed


@pytest.mark.parametrize("name", names())
def test_every_difference_is_explained(name: str) -> None:
    reading = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert all(len(d["why"].split()) > 2 for d in reading["differences"])
    told = [(d["claim"], d["field"]) for d in reading["differences"]]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("name", names())
def test_a_reading_is_of_its_text(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    reading = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    ids = {claim["id"] for claim in reading["claims"]}
    for claim in reading["claims"]:
        assert text.count(claim["in"]) == 1
        assert claim["number"] in claim["in"]
        assert {relation.split(" ", 1)[1] for relation in claim["relations"]} <= ids
    assert 350 <= len(text.split()) <= 600


def test_the_page_is_as_it_is_written(articles: dict[str, Article]) -> None:
    written = (ROOT / "docs" / "readings.md").read_text(encoding="utf-8")
    assert written == page(list(articles.values())), "python -m tests.readings writes it anew"


@pytest.mark.parametrize(
    ("low", "high", "words"), [(3, 3, "3"), (3, None, "3–"), (None, 9, "–9"), (None, None, "open"), (3, 9, "3–9")]
)
def test_bounds(low: int | None, high: int | None, words: str) -> None:
    assert bounds(low, high) == words
