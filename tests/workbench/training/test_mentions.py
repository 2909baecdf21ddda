from __future__ import annotations

import pytest

from tests.workbench.training.conftest import marked
from workbench.training import recipes
from workbench.training.mentions import Convention

ENGLISH = recipes.load(recipes.FOLDER / "en.toml").mentions


def names(line: str) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in ENGLISH.names(marked(line)).ents]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("We|ORG saw the|ORG Red|| Guard|| leave", [("Red Guard", "ORG")]),
        ("people|ORG fled there|LOC before he|PER came", []),
        ("Talks with Foreign|PER Minister|| Ann|| Lee|| went on", [("Ann Lee", "PER")]),
        ("so Minister|PER for|| the|| Middle|| East|| Tom|| Roe|| said", [("Tom Roe", "PER")]),
        ("The|PER Prime|| Minister|| and an|PER army|| spokesman|| spoke", []),
        ("in northern|LOC Farland|| and the|LOC city|| of|| Nubl||", [("Farland", "LOC"), ("Nubl", "LOC")]),
        ("near Nubl|LOC ,|| Farland|| they met", [("Nubl", "LOC"), ("Farland", "LOC")]),
        ("residents|ORG of|| Nubl|| and groups|ORG like|| Hamas|| spoke", []),
        ("a senior|ORG Red|| Guard|| cell||", [("Red Guard cell", "ORG")]),
        ("the|ORG 5th|| Corps|| left al|LOC -|| Hilla||", [("5th Corps", "ORG"), ("al - Hilla", "LOC")]),
        ("France|ORG told Syrians|ORG to wait", [("France", "LOC"), ("Syrians", "MISC")]),
        ("the Red|ORG Guard|| ,|| left", [("Red Guard", "ORG")]),
    ],
)
def test_mentions_are_cut_down_to_the_names_in_them(line: str, kept: list[tuple[str, str]]) -> None:
    assert names(line) == kept


def test_without_a_convention_names_stay_as_they_are() -> None:
    text = Convention().names(marked("der Rat|ORG von|| Nubl|| tagt in Nubl|LOC"))
    assert [span.text for span in text.ents] == ["Rat von Nubl", "Nubl"]
