"""The pipelines: a blank language with our components in order."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from workbench.extraction import claims, dates, effects, guesses, names, numbers, sentences
from workbench.extraction.guesses import Guesser
from workbench.extraction.languages import read_as
from workbench.extraction.names import NameFinder
from workbench.extraction.names_index import NameIndex
from workbench.extraction.trained import Trained
from workbench.registers import Registers

#: The modules whose factories the pipelines are built of; naming them keeps them registered in a frozen program.
FACTORIES = (sentences, numbers, guesses, names, dates, effects, claims)


def build(
    language: str,
    resources: Path,
    registers: Registers | None = None,
    index: NameIndex | None = None,
    trained: Trained | None = None,
) -> Language:
    """Return the pipeline of a language; one without a lexicon is read with the English one.

    Names are looked for in `index`, else in one of its own over `registers`, else over those that ship. With a
    `trained` pipeline the words are its own, so that it reads the same document and nothing is cut twice.
    """
    known = read_as(language, resources)
    path = resources / "lexicon" / f"{known}.json"
    lexicon = {"lexicon": str(path)}
    tokenizer = {"nlp": {"tokenizer": {"@tokenizers": "workbench.words.v1", **lexicon}}}
    nlp = spacy.blank(known, vocab=trained.nlp.vocab if trained else True, config=tokenizer)
    nlp.add_pipe("sentence_borders", config=lexicon)
    nlp.add_pipe("numbers", config=lexicon)
    guesser = nlp.add_pipe("trained")
    if trained is not None and isinstance(guesser, Guesser):
        guesser.use(trained)
    finder = nlp.add_pipe("names", config={"resources": str(resources)})
    if index is None and registers is not None:
        index = NameIndex(resources, registers)
    if index is not None and isinstance(finder, NameFinder):
        finder.share(index)
    nlp.add_pipe("dates", config=lexicon)
    nlp.add_pipe("effects", config=lexicon)
    nlp.add_pipe("claims", config=lexicon)
    nlp.max_length = 100_000_000
    return nlp
