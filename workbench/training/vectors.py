"""Word vectors: a floret table as fastText's text file, made part of a vocabulary."""

from __future__ import annotations

import lzma
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.vectors import Vectors

from workbench.errors import BadResource

#: In a recipe: the vectors of the pipeline that ships, whose own texts are not at hand.
SHIPPED = "shipped"


def with_vectors(language: str, path: Path) -> Language:
    """Return a blank pipeline that has the floret vectors of an .xz file, or of another pipeline's folder."""
    if path.is_dir():
        return spacy.load(path, exclude=["tok2vec", "ner"])
    nlp = spacy.blank(language)
    try:
        nlp.vocab.vectors = _read(path, nlp)
    except FileNotFoundError as error:
        raise BadResource(
            f"The vectors {path.name} are missing in {path.parent}. Say with --corpora where they are."
        ) from error
    except (OSError, ValueError, lzma.LZMAError) as error:
        raise BadResource(f"{path.name} in {path.parent} is no floret table ({error}). Get it again.") from error
    return nlp


def _read(path: Path, nlp: Language) -> Vectors:
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        rows, width, shortest, longest, hashes, seed, begin, end = next(lines, "").split()
        table = np.stack([np.array(line.split()[1:], dtype="float32") for line in lines])
    if table.shape != (int(rows), int(width)):
        raise ValueError(f"{table.shape} numbers instead of {rows} × {width}")
    settings = {"minn": int(shortest), "maxn": int(longest), "hash_count": int(hashes), "hash_seed": int(seed)}
    name = f"{nlp.lang}.floret"
    return Vectors(strings=nlp.vocab.strings, data=table, name=name, mode="floret", bow=begin, eow=end, **settings)
