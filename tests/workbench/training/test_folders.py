from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import spacy

from workbench.training import folders, recipes
from workbench.training.measure import Score

MEASURED = {"held": {"PER ORG LOC": Score(1, 2, 2), "LOC": Score(1, 1, 1)}}


def test_the_readme_says_of_what_under_which_licence_and_how_right(recipe: Path) -> None:
    told = folders.readme(recipes.load(recipe), MEASURED)
    assert "| Sentences of these tests | all, few | CC0-1.0 |" in told
    assert "| held | precision | recall | F1 | marked |" in told
    assert "| PER ORG LOC | 50.0 | 50.0 | 50.0 | 2 |" in told
    assert "Licence of the weights: CC0-1.0." in told
    assert "Labels: LOC, NORP, ORG, PER." in told


def test_labels_a_corpus_does_not_mark_have_no_figures_and_remarks_stand_last(recipe: Path) -> None:
    told = replace(recipes.load(recipe), remarks="Sentences were made up.")
    text = folders.readme(told, {"held": {"LOC": Score(1, 1, 1), "MISC": Score(0, 3, 0)}})
    assert "| MISC |" not in text
    assert text.endswith("| LOC | 100.0 | 100.0 | 100.0 | 1 |\n\nSentences were made up.")


def test_what_stood_there_goes(recipe: Path, tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "old").touch()
    folders.write(spacy.blank("de"), recipes.load(recipe), MEASURED, tmp_path / "de")
    assert not (tmp_path / "de" / "old").exists()
    assert spacy.load(tmp_path / "de").meta["license"] == "CC0-1.0"


def test_the_folder_says_how_right_each_label_is_over_the_corpora_that_mark_it(recipe: Path, tmp_path: Path) -> None:
    measured = {**MEASURED, "other": {"LOC": Score(1, 3, 1), "PER": Score(0, 0, 1), "MISC": Score(0, 9, 0)}}
    folders.write(spacy.blank("de"), recipes.load(recipe), measured, tmp_path / "de")
    assert spacy.load(tmp_path / "de").meta["performance"]["ents_per_type"] == {
        "LOC": {"p": 0.5, "r": 1.0, "f": 0.667},
        "PER": {"p": 0.0, "r": 0.0, "f": 0.0},
    }
