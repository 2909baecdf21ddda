"""Trained pipelines: one that ships or that the user has installed, loaded whole or refused in a sentence."""

from __future__ import annotations

import json
import struct
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language, Tokenizer
from spacy.util import is_compatible_version, load_model_from_path, registry

from workbench.errors import BadResource
from workbench.extraction.word_vectors import RememberedVectors
from workbench.resources import changed

#: The languages that a pipeline ships with.
SHIPPED = frozenset({"de", "en"})
#: What finds names, with what reads the words for it; of a user's pipeline nothing else is loaded.
_NEEDED = frozenset({"tok2vec", "transformer", "ner"})
#: So many characters of another's message are told.
_MOST_SAID = 200
#: What a folder that is no whole pipeline makes spaCy and what it stands on raise.
_BROKEN = (
    OSError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    ImportError,
    EOFError,
    struct.error,
)


@dataclass(frozen=True, slots=True)
class Trained:
    """A loaded pipeline: `precision` says by label which share of its finds was right where it was trained."""

    nlp: Language
    precision: dict[str, float]


def no_tokenizer() -> Callable[[Language], Tokenizer]:
    """Give a trained pipeline no rules to cut words by: it is handed words that are cut already."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers("workbench.none.v1", func=no_tokenizer)


def load(language: str, resources: Path, chosen: Iterable[str], tell: Callable[[str], None]) -> Trained | None:
    """Return the pipeline to read a language with, the first of `chosen` that is for it before the shipped one.

    What cannot be used is told in a sentence; None where no pipeline is left, or none is there for the language.
    """
    own = [name for name in chosen if name.startswith(f"{language}_")][:1]
    attempts = [partial(load_installed, name, language) for name in own]
    if language in SHIPPED:
        attempts.append(partial(load_shipped, language, resources))
    for attempt in attempts:
        try:
            return attempt()
        except BadResource as error:
            tell(str(error))
    return None


def load_shipped(language: str, resources: Path) -> Trained:
    """Load the pipeline that ships for a language; BadResource where it is missing or broken."""
    path = resources / "pipelines" / language
    what = f"The trained pipeline {path.name} in {path.parent}"
    remedy = "Names are found by the registers and rules alone until the program is installed again."
    if sentence := changed(path):
        raise BadResource(f"{what} cannot be used: {sentence} {remedy}")
    return _load(path, language, what, remedy)


def load_installed(name: str, language: str) -> Trained:
    """Load a pipeline that is installed as a package; BadResource where there is none or it is broken."""
    what, remedy = f"The pipeline {name}", "The one that ships is used: install the other again, or choose none."
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or not spec.origin:
        raise BadResource(f"{what} is not installed. {remedy}")
    folder = Path(spec.origin).parent
    inside = sorted(folder.glob("*/config.cfg"))
    return _load(inside[-1].parent if inside else folder, language, what, remedy)


def _load(path: Path, language: str, what: str, remedy: str) -> Trained:
    """Load the part of a pipeline that finds names, and have it read a word."""
    try:
        meta = json.loads((path / "meta.json").read_text(encoding="utf-8"))
        _check(meta, language)
        others = [name for name in meta["pipeline"] if name not in _NEEDED]
        nlp = _loaded(path, ["tokenizer", *others])
        if len(nlp.vocab.vectors):
            nlp.vocab.vectors = RememberedVectors(nlp.vocab.vectors)
        nlp(language)
        return Trained(nlp, _precision(meta))
    except _BROKEN as error:
        raise BadResource(f"{what} cannot be used: {_why(error)}. {remedy}") from error


def _why(error: Exception) -> str:
    """Say what is wrong with a pipeline in a few words: what others raise may be long and hold line breaks."""
    if isinstance(error, FileNotFoundError) and error.filename:
        return f"{Path(error.filename).name} is missing"
    return " ".join(str(error).split())[:_MOST_SAID].rstrip(". ") or type(error).__name__


def _check(meta: Any, language: str) -> None:
    """Refuse a pipeline for another language, another spaCy, or another purpose; ValueError says why."""
    if not isinstance(meta, dict) or "ner" not in meta.get("pipeline", ()):
        raise ValueError("it finds no names")
    if meta.get("lang") != language:
        raise ValueError(f"it reads {meta.get('lang')} and not {language}")
    wanted = str(meta.get("spacy_version", ""))
    if not wanted or not is_compatible_version(spacy.__version__, wanted):
        raise ValueError(f"it was made for spaCy {wanted or 'of no version'}, and this is {spacy.__version__}")


def _loaded(path: Path, without: list[str]) -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of versions, which are checked, and of what only its maker can mend
        return load_model_from_path(
            path, exclude=without, config={"nlp": {"tokenizer": {"@tokenizers": "workbench.none.v1"}}}
        )


def _precision(meta: dict[str, Any]) -> dict[str, float]:
    """Return what a pipeline says of its own precision."""
    by_label = (meta.get("performance") or {}).get("ents_per_type") or {}
    return {label: float(scores["p"]) for label, scores in by_label.items()}
