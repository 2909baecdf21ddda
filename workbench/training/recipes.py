"""A recipe: which corpora, labels and stages make the pipeline of a language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.errors import BadResource
from workbench.resources import text_of
from workbench.training.mentions import Convention

FOLDER = Path(__file__).parent / "recipes"


@dataclass(frozen=True)
class Stage:
    """One training: its corpora (each as often as it is named), and what it builds on."""

    name: str
    corpora: Sequence[str]
    #: The stage whose weights this one goes on with; none: from chance.
    starts_from: str = ""
    #: The stage that guesses the labels which a corpus does not know.
    completed_by: str = ""
    #: Whether the weights kept are those that did best on `tuned_on`; else the last.
    keeps_best: bool = True
    #: The share of texts with names that are read a second time with other names: see `swaps.py`.
    swapped: float = 0.0
    #: Values of `network.cfg`, by dotted key.
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """Whose corpora they are, and under which licence."""

    title: str
    licence: str
    corpora: Sequence[str]


@dataclass(frozen=True)
class Recipe:
    """All that `train` needs to know of a language."""

    language: str
    #: Of the trained weights.
    licence: str
    labels: Mapping[str, str]
    stages: Sequence[Stage]
    sources: Sequence[Source]
    tuned_on: Sequence[str]
    measured_on: Sequence[str]
    #: A floret table among the language's corpora, or the pipeline that ships, whose vectors are used on.
    vectors: str = ""
    #: The table of names to swap, beside the recipe.
    names: str = ""
    #: What else is to be known of the figures, for the pipeline's README.
    remarks: str = ""
    #: How corpora that mark more than names are cut down to names.
    mentions: Convention = field(default_factory=Convention)

    @property
    def trained_on(self) -> list[str]:
        """Return the corpora that any stage learns from, in order."""
        return list(dict.fromkeys(corpus for stage in self.stages for corpus in stage.corpora))


def load(path: Path) -> Recipe:
    """Read a recipe; BadResource says which part of it does not fit."""
    try:
        told = tomllib.loads(text_of(path))
        stages = [Stage(**stage) for stage in told.pop("stages")]
        sources = [Source(**source) for source in told.pop("sources")]
        names = str(path.parent / told.pop("names")) if "names" in told else ""
        mentions = Convention(**told.pop("mentions", {}))
        recipe = Recipe(stages=stages, sources=sources, names=names, mentions=mentions, **told)
    except tomllib.TOMLDecodeError as error:
        raise BadResource(f"{path.name} is no TOML ({error}). Mend that line.") from error
    except KeyError as error:
        raise BadResource(f"{path.name} lacks {error}. Add it.") from error
    except TypeError as error:
        raise BadResource(
            f"{path.name} has a key too many or too few ({error}). See workbench/training/recipes.py."
        ) from error
    for problem in _problems(recipe):
        raise BadResource(f"{path.name}: {problem}")
    return recipe


def _problems(recipe: Recipe) -> list[str]:
    problems = [] if recipe.stages else ["there is no stage. Add one under [[stages]]."]
    for place, stage in enumerate(recipe.stages):
        wanted = {stage.starts_from, stage.completed_by} - {""}
        missing = wanted - {other.name for other in recipe.stages[:place]}
        problems += [f"stage {stage.name} builds on {other}, which no stage before it is called." for other in missing]
    told = {corpus for source in recipe.sources for corpus in source.corpora}
    if unnamed := set(recipe.trained_on) - told:
        problems.append(f"whose corpora are {', '.join(sorted(unnamed))}? Name them under [[sources]].")
    if seen := set(recipe.trained_on) & set(recipe.measured_on):
        problems.append(f"{', '.join(sorted(seen))} is trained on and measured on. Take it out of one.")
    return problems
