from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import BadResource
from workbench.training import recipes


def test_a_recipe_is_read(recipe: Path) -> None:
    told = recipes.load(recipe)
    assert told.language == "de"
    assert told.labels["LOCderiv"] == "NORP"
    assert told.trained_on == ["all", "few"]
    assert [(stage.name, stage.starts_from, stage.keeps_best) for stage in told.stages] == [
        ("first", "", True),
        ("fine", "first", False),
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('language = "de"', "", "has a key too many or too few"),
        ('language = "de"', "language = de", "is no TOML"),
        ("keeps_best", "keeps_worst", "has a key too many or too few"),
        ('starts_from = "first"', 'starts_from = "zero"', "stage fine builds on zero"),
        ('corpora = ["all", "few"]\n\n', 'corpora = ["all"]\n\n', "whose corpora are few"),
        ('measured_on = ["held"]', 'measured_on = ["few"]', "few is trained on and measured on"),
        ("[[sources]]", "[[springs]]", "lacks 'sources'"),
    ],
)
def test_a_wrong_recipe_is_refused_with_a_sentence(recipe: Path, old: str, new: str, said: str) -> None:
    recipe.write_text(recipe.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadResource, match=said):
        recipes.load(recipe)


def test_a_recipe_without_stages_is_refused(recipe: Path) -> None:
    text = recipe.read_text(encoding="utf-8")
    recipe.write_text("stages = []\n" + text[: text.index("[[stages]]")], encoding="utf-8")
    with pytest.raises(BadResource, match="there is no stage"):
        recipes.load(recipe)
