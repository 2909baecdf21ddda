from __future__ import annotations

import lzma
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

#: A token with a bar and a label is the start of a name, with a bar alone its next.
TEXTS = [
    "Ana|PER kam aus Nubl|LOC .",
    "Die Hisbollah|ORG griff Nubl|LOC an .",
    "Ben|PER Saleh|| sprach mit der Hisbollah|ORG .",
    "Die syrische|LOCderiv Armee|ORG zog ab .",
]
RECIPE = """
language = "de"
licence = "CC0-1.0"
vectors = "table.txt.xz"
names = "names/de.toml"
tuned_on = ["dev"]
measured_on = ["held"]
labels = { PER = "PER", ORG = "ORG", LOC = "LOC", LOCderiv = "NORP" }

[[sources]]
title = "Sentences of these tests"
licence = "CC0-1.0"
corpora = ["all", "few"]

[[stages]]
name = "first"
corpora = ["all"]
swapped = 0.5
[stages.settings]
"training.max_steps" = 8
"training.eval_frequency" = 4
"training.optimizer.learn_rate" = 0.01
"components.tok2vec.model.encode.width" = 16
"components.tok2vec.model.encode.depth" = 1
"components.tok2vec.model.embed.rows" = [50, 50, 50, 50]

[[stages]]
name = "fine"
starts_from = "first"
completed_by = "first"
corpora = ["all", "few"]
keeps_best = false
settings = { "training.max_steps" = 4, "training.eval_frequency" = 2 }
"""
NAMES = """
language = "de"
genitive = "s"
inhabitants = ""
towns_with_inhabitants = ""
given = "Olga"
family = "Haddad"
organisations = "PKK"
towns = { rest = 10000000 }
exonyms = {}
"""


def marked(line: str) -> Doc:
    pieces = [piece.partition("|") for piece in line.split(" ")]
    text = Doc(_vocab(), words=[word for word, _, _ in pieces])
    starts = [place for place, (_, _, label) in enumerate(pieces) if label not in ("", "|")]
    ends = [
        next(end for end in range(start + 1, len(pieces) + 1) if end == len(pieces) or pieces[end][2] != "|")
        for start in starts
    ]
    text.set_ents([Span(text, start, end, label=pieces[start][2]) for start, end in zip(starts, ends, strict=True)])
    return text


@cache
def _vocab() -> Vocab:
    """Return one vocabulary for all lines: making it takes longer than the rest of a test."""
    return spacy.blank("de").vocab


def save(path: Path, lines: list[str]) -> None:
    DocBin(docs=[marked(line) for line in lines]).to_disk(path)


@pytest.fixture(scope="session")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Corpora and vectors of one language, so small that training takes a second."""
    folder = tmp_path_factory.mktemp("corpora") / "de"
    folder.mkdir(parents=True)
    for name, lines in {"all": TEXTS * 3, "few": TEXTS[:2], "dev": TEXTS, "held": TEXTS[:3]}.items():
        save(folder / f"{name}.spacy", lines)
    numbers = np.random.default_rng(0).normal(size=(50, 8))
    rows = [f"{place} {' '.join(f'{number:.4f}' for number in row)}" for place, row in enumerate(numbers)]
    with lzma.open(folder / "table.txt.xz", "wt", encoding="utf-8") as file:
        file.write("\n".join(["50 8 3 5 2 2166136261 < >", *rows]) + "\n")
    return folder


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    path = tmp_path / "recipes" / "de.toml"
    path.parent.mkdir()
    write_recipe(RECIPE, path.parent)
    return path


def write_recipe(recipe: str, folder: Path) -> None:
    (folder / "de.toml").write_text(recipe, encoding="utf-8")
    (folder / "names").mkdir()
    (folder / "names" / "de.toml").write_text(NAMES, encoding="utf-8")
