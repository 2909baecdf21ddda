"""A pipeline's folder as it ships: what spaCy reads, and a README with where it comes from and how right it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import spacy
from spacy.language import Language

from workbench.training.measure import Score
from workbench.training.recipes import Recipe


def write(nlp: Language, recipe: Recipe, measured: Mapping[str, Mapping[str, Score]], folder: Path) -> None:
    """Write `nlp` to `folder`, in place of what stands there; `measured` has the scores by corpus."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    nlp.meta.update(_about(recipe))
    nlp.meta["performance"] = {"ents_per_type": _by_label(measured)}
    nlp.config["paths"] = {}
    nlp.config["corpora"] = {}
    nlp.config["training"] = {}
    nlp.config["initialize"] = {}
    nlp.to_disk(folder)
    _slim(nlp, folder)
    (folder / "README.md").write_text(readme(recipe, measured), encoding="utf-8")


def _about(recipe: Recipe) -> dict[str, object]:
    return {
        "name": "casualty_workbench",
        "version": "1.0.0",
        "description": "Names in news of armed conflict, for Casualty Workbench. See README.md.",
        "license": recipe.licence,
        "sources": [{"name": source.title, "license": source.licence} for source in recipe.sources],
    }


def _by_label(measured: Mapping[str, Mapping[str, Score]]) -> dict[str, dict[str, float]]:
    """Return how right each label is over the corpora that mark it, as spaCy writes it; readers trust a find so far."""
    marked = [(label, score) for scores in measured.values() for label, score in scores.items() if score.marked]
    labels = sorted({label for label, _ in marked if " " not in label})
    return {label: _shares([score for other, score in marked if other == label]) for label in labels}


def _shares(scores: Sequence[Score]) -> dict[str, float]:
    total = Score(sum(s.right for s in scores), sum(s.found for s in scores), sum(s.marked for s in scores))
    return {"p": round(total.precision / 100, 3), "r": round(total.recall / 100, 3), "f": round(total.f1 / 100, 3)}


def _slim(nlp: Language, folder: Path) -> None:
    """Take the words of the corpora out of the strings: a pipeline meets its words in the texts it reads."""
    labels = {label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, [])}
    (folder / "vocab" / "strings.json").write_text(json.dumps(sorted(labels)), encoding="utf-8")


def readme(recipe: Recipe, measured: Mapping[str, Mapping[str, Score]]) -> str:
    """Return the README of a pipeline's folder."""
    sources = [f"| {source.title} | {', '.join(source.corpora)} | {source.licence} |" for source in recipe.sources]
    tables = [_table(corpus, scores) for corpus, scores in measured.items()]
    return "\n".join(
        [
            f"# Names in texts: the pipeline for `{recipe.language}`",
            "",
            f"A pipeline of spaCy {spacy.__version__}, trained by `make train` with",
            f"`workbench/training/recipes/{recipe.language}.toml`. Licence of the weights: {recipe.licence}.",
            "",
            f"Labels: {', '.join(sorted(set(recipe.labels.values())))}.",
            "",
            "## Trained on",
            "| source | corpora | licence |",
            "|---|---|---|",
            *sources,
            "",
            "## How right it is",
            "Span and label exactly as marked, in per cent, on texts it was neither trained nor tuned on.",
            "",
            *tables,
            recipe.remarks,
        ]
    )


def _table(corpus: str, scores: Mapping[str, Score]) -> str:
    head = [f"| {corpus} | precision | recall | F1 | marked |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(_row(label, score) for label, score in scores.items() if score.marked), ""])


def _row(label: str, score: Score) -> str:
    return f"| {label} | {score.precision:.1f} | {score.recall:.1f} | {score.f1:.1f} | {score.marked} |"
