"""The stages of a recipe, one after the other: each is a training of spaCy's."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import Config

from workbench.resources import folder
from workbench.training import corpora, swaps
from workbench.training.recipes import FOLDER, Recipe, Stage
from workbench.training.vectors import SHIPPED, with_vectors


class Training:
    """One recipe's training: `source` has the language's corpora, everything is written to `work`."""

    def __init__(self, recipe: Recipe, source: Path, work: Path, tell: Callable[[str], None]) -> None:
        self.recipe, self.source, self.work, self.tell = recipe, source, work, tell
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        self.blank = with_vectors(recipe.language, self._vectors()) if recipe.vectors else None
        if self.blank is not None:
            self.blank.to_disk(work / "vectors")
        self.vocab = (self.blank or spacy.blank(recipe.language)).vocab

    def run(self) -> Language:
        """Train all stages and return the pipeline of the last."""
        dev = corpora.write(self.texts(self.recipe.tuned_on), self.work / "dev.spacy")
        for stage in self.recipe.stages:
            self.tell(f"{self.recipe.language}: stage {stage.name} …")
            path = corpora.write(self._texts_of(stage), self.work / f"{stage.name}.spacy")
            self._train(stage, path, dev)
        return self.pipeline(self.recipe.stages[-1].name)

    def texts(self, names: Sequence[str]) -> list[Doc]:
        """Return the texts of corpora, cleaned, under our labels, cut down to names where that is asked for."""
        return [text for name in names for text in self._texts(name)]

    def _texts(self, name: str) -> list[Doc]:
        corpus = name.partition("[")[0]
        texts = corpora.part(name, corpora.read(self.source / f"{corpus}.spacy", self.recipe.labels, self.vocab))
        mentions = self.recipe.mentions
        return [mentions.names(text) for text in texts] if corpus in mentions.corpora else texts

    def pipeline(self, stage: str) -> Language:
        """Return what a stage has trained."""
        return spacy.load(self._kept(stage))

    def _texts_of(self, stage: Stage) -> list[Doc]:
        return self._completed(stage) if stage.completed_by else self.texts(stage.corpora)

    def _completed(self, stage: Stage) -> list[Doc]:
        guesser = self.pipeline(stage.completed_by)
        return [text for name in stage.corpora for text in corpora.completed(self.texts([name]), guesser)]

    def _train(self, stage: Stage, texts: Path, dev: Path) -> None:
        config = load_config(FOLDER / "network.cfg", overrides=self._settings(stage, texts, dev))
        if stage.starts_from:
            kept = str(self._kept(stage.starts_from))
            config["components"] = Config({name: {"source": kept} for name in config["nlp"]["pipeline"]})
        if stage.swapped:
            config["corpora"]["train"]["augmenter"] = self._swaps(stage, texts)
        log = io.StringIO()
        to = self.work / stage.name
        to.mkdir()
        train(init_nlp(config), to, stdout=log, stderr=log)
        (to / "log.txt").write_text(log.getvalue(), encoding="utf-8")
        (to / ("model-best" if stage.keeps_best else "model-last")).rename(to / "kept")

    def _settings(self, stage: Stage, texts: Path, dev: Path) -> dict[str, Any]:
        vectors = {"paths.vectors": str(self.work / "vectors"), **STATIC} if self.blank else {}
        paths = {"paths.train": str(texts), "paths.dev": str(dev), "nlp.lang": self.recipe.language}
        return {**paths, **vectors, **stage.settings}

    def _swaps(self, stage: Stage, texts: Path) -> Config:
        settings = {"names": self.recipe.names, "marked": str(texts), "texts": stage.swapped, "spans": 0.7}
        return Config({"@augmenters": "names_swapped", **settings})

    def _vectors(self) -> Path:
        recipe = self.recipe
        return folder() / "pipelines" / recipe.language if recipe.vectors == SHIPPED else self.source / recipe.vectors

    def _kept(self, stage: str) -> Path:
        return self.work / stage / "kept"


STATIC = {"components.tok2vec.model.embed.include_static_vectors": True}
#: spaCy finds what a configuration names where its module is imported.
REGISTERED = (swaps,)
