"""Places' names inside the names of people and clubs."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import BadResource
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.names_fold import pieces
from workbench.extraction.names_words import name_words
from workbench.extraction.places_guard import Guard, first_names

FOLDER = Path(__file__).parents[3] / "resources" / "gazetteer"


@pytest.mark.parametrize(
    ("text", "first", "kept"),
    [
        ("Paris Hilton sang", 0, True),
        ("in Paris Hilton", 1, False),
        ("Jack London", 1, True),
        ("FC Barcelona", 1, True),
        ("Manchester United", 0, True),
        ("Mr. London", 2, True),
        ("J. London", 2, True),
        ("London", 0, False),
        ("Island", 0, True),
        ("In London, Jack", 1, False),
        ("Aleppo Hilton", 0, False),
    ],
)
def test_names_of_people_and_clubs(lexicons: dict[str, Lexicon], text: str, first: int, kept: bool) -> None:
    guard = Guard(name_words(lexicons["en"]), first_names(FOLDER))
    assert guard.keeps(pieces(text), first, first + 1, {first}) is kept


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadResource, match=r"first_names\.tsv is missing"):
        first_names(tmp_path)
