from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language

from workbench.training.means import take_mean


def pipeline(fill: float) -> Language:
    nlp = spacy.blank("de")
    ner = nlp.add_pipe("ner")
    ner.add_label("LOC")  # type: ignore[attr-defined]  # as the name says: a recogniser
    nlp.initialize()
    for layer in ner.model.walk():  # type: ignore[attr-defined]  # as above
        for name in layer.param_names:
            if layer.has_param(name):
                layer.set_param(name, np.full_like(layer.get_param(name), fill))
    return nlp


def values(nlp: Language) -> set[float]:
    layers = nlp.get_pipe("ner").model.walk()  # type: ignore[attr-defined]  # as above
    return {
        float(v) for layer in layers for n in layer.param_names if layer.has_param(n) for v in layer.get_param(n).flat
    }


def test_all_weights_become_the_mean_of_both() -> None:
    one, other = pipeline(1.0), pipeline(4.0)
    take_mean(one, other)
    assert values(one) == {2.5}
    assert values(other) == {4.0}


def test_pipelines_of_another_make_have_no_mean() -> None:
    with pytest.raises(ValueError, match="zip"):
        take_mean(pipeline(1.0), spacy.blank("de"))
