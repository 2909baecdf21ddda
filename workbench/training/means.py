"""Two trainings of one beginning, made one: the mean of their weights errs less than either."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from thinc.api import Model


def take_mean(one: Language, other: Language) -> None:
    """Give `one` the mean of both pipelines' weights; both have to go back to the same weights to mean anything."""
    for (layer, name), (twin, _) in zip(_weights(one), _weights(other), strict=True):
        mean: Any = (layer.get_param(name) + twin.get_param(name)) / 2
        layer.set_param(name, mean)


def _weights(nlp: Language) -> Iterator[tuple[Model[Any, Any], str]]:
    """Yield each layer that has weights, with what they are called, each once."""
    seen: set[int] = set()
    for _, pipe in nlp.pipeline:
        model: Model[Any, Any] = pipe.model  # type: ignore[attr-defined]  # every trained component has one
        for layer in model.walk():
            if layer.id not in seen:
                seen.add(layer.id)
                yield from ((layer, name) for name in layer.param_names if layer.has_param(name))
