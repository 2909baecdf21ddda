from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from tests.workbench.training.conftest import RECIPE, write_recipe
from workbench.training import recipes
from workbench.training.making import train


@pytest.fixture(scope="module")
def trained(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the recipe of these tests makes."""
    return made_by(RECIPE, corpora, tmp_path_factory.mktemp("trained"))


def made_by(recipe: str, corpora: Path, place: Path) -> Path:
    write_recipe(recipe, place)
    assert train(place / "de.toml", corpora, place / "work", place / "de").startswith("de: F1 ")
    return place / "de"


def test_a_recipe_becomes_a_folder_that_spacy_loads(trained: Path) -> None:
    nlp = spacy.load(trained)
    assert nlp.pipe_names == ["tok2vec", "ner"]
    assert set(nlp.pipe_labels["ner"]) == {"PER", "ORG", "LOC", "NORP"}
    assert {span.label_ for span in nlp("Die Hisbollah griff Nubl an .").ents} <= {"PER", "ORG", "LOC", "NORP"}
    assert nlp.vocab.vectors.shape == (50, 8)


def test_training_again_gives_the_same(trained: Path, corpora: Path, tmp_path: Path) -> None:
    again = made_by(RECIPE, corpora, tmp_path)
    files = [sorted(p.relative_to(folder) for p in folder.rglob("*") if p.is_file()) for folder in (trained, again)]
    assert files[0] == files[1]
    assert not [file for file in files[0] if (trained / file).read_bytes() != (again / file).read_bytes()]


def test_a_recipe_without_vectors_trains_too(corpora: Path, tmp_path: Path) -> None:
    folder = made_by(RECIPE.replace('vectors = "table.txt.xz"', ""), corpora, tmp_path)
    assert spacy.load(folder).vocab.vectors.shape == (0, 0)


def test_nothing_of_the_corpora_and_their_places_ships(trained: Path) -> None:
    shipped = b"".join(path.read_bytes() for path in trained.rglob("*") if path.is_file())
    names = (str(trained.parent), "Hisbollah", "Saleh", "Nubl", "Haddad")
    assert not [name for name in names if name.encode() in shipped]


def test_the_recipes_that_ship_are_sound() -> None:
    shipped = [recipes.load(path) for path in recipes.FOLDER.glob("*.toml")]
    assert "de" in {recipe.language for recipe in shipped}
    assert all({"PER", "ORG", "LOC"} <= set(recipe.labels.values()) for recipe in shipped)
