"""Tokens and sentence borders that cope with glued text; the text itself never changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language, Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from workbench.extraction import lexicon as lexicons
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.words import Words, words_of

_INFIXES = (
    r"(?<=[a-zäöüß]{3})(?=[A-ZÄÖÜ][a-zäöüß]{3})",  # al-AssadBerichten
    r"(?<=[a-zäöüß]{2})[.!?](?=[A-ZÄÖÜ„\"])",  # getötet.Die
    r"(?<=[A-Za-zÄÖÜäöüß0-9])[,;:](?=[A-Za-zÄÖÜäöüß„“\"])",
    r"\.\.+|…",
    r"(?<=[0-9])\./(?=[0-9])",  # 3./4. Mai
    r"[–—]",
    r"(?<=[0-9])-(?=[0-9])",
    r"(?<=[A-Za-zÄÖÜäöüß])--+(?=[A-Za-zÄÖÜäöüß])",
    r"[(\[\])\"„“”«»]",
    r"(?<=[A-Za-zÄÖÜäöüß0-9])/(?=[A-Za-zÄÖÜäöüß0-9])",
)
#: So many quotation marks and brackets may close after a full stop.
_MOST_CLOSERS = 6
#: The verb of a clause without a stop before it stands so soon.
_SOON = 8
#: So long are the words whose seam the general rule is too careful for.
_SHORT_OPENER = 3
#: Longer runs of characters without a blank are no words.
_RUN = 200
_LONG_RUN = re.compile(r"\S{200,}")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
#: A text is taken as broken into lines of one width when no line is longer than this.
_WRAP_WIDTH = 100
_WRAP_LINES = 4


def tokenizer_of(nlp: Language, elisions: Iterable[str] = (), openers: Iterable[str] = ()) -> Tokenizer:
    """Make a language's tokenizer, with infixes that part glued words and keep hyphenated ones (34-year-old) whole.

    `elisions` are words that an apostrophe joins to the next one: l'armée is two words. `openers` are short words that
    a sentence may start with, glued to the noun before it: ZivilistenDie.
    """
    short = sorted(re.escape(word.capitalize()) for word in openers if len(word) == _SHORT_OPENER)
    seams = [rf"(?<=[a-zäöüß]{{3}})(?=(?:{'|'.join(short)})\b)"] if short else []
    joined = [rf"(?i:(?<=\b{re.escape(word[:-1])}['’]))(?=\w)" for word in sorted(elisions)]
    own: Any = nlp.Defaults
    # Made whole in one go: a tokenizer learns its exceptions anew at each change.
    return Tokenizer(
        nlp.vocab,
        rules=own.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(own.prefixes).search,
        suffix_search=compile_suffix_regex([*(own.suffixes or ()), r"(?<=[0-9])\."]).search,
        infix_finditer=compile_infix_regex([*joined, *seams, *_INFIXES]).finditer,
        token_match=own.token_match,
        url_match=own.url_match,
    )


def create_tokenizer(lexicon: str) -> Callable[[Language], Tokenizer]:
    """Make what makes the tokenizer for a lexicon file."""
    words = lexicons.load(Path(lexicon)).words
    return lambda nlp: tokenizer_of(nlp, words("", "elisions"), words("", "glue_openers"))


registry.tokenizers("workbench.words.v1", func=create_tokenizer)


def tokens(nlp: Language, text: str) -> Doc:
    """Cut `text` into tokens, each code point kept; runs without blanks are cut where they grow over-long.

    spaCy takes a run apart from its ends, in time that grows with the square of its length, and takes no half of a
    surrogate pair: such halves are read as U+FFFD.
    """
    clean = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    if _LONG_RUN.search(clean) is None:
        return nlp.make_doc(clean)
    starts = [0]
    for run in _LONG_RUN.finditer(clean):
        starts.extend(range(run.start(), run.end(), _RUN))
    starts = sorted({*starts, *(run.end() for run in _LONG_RUN.finditer(clean))})
    docs = [nlp.make_doc(clean[a:b]) for a, b in zip(starts, [*starts[1:], len(clean)], strict=True) if a < b]
    cut = [(token.text, bool(token.whitespace_)) for doc in docs for token in doc]
    return Doc(nlp.vocab, words=[word for word, _ in cut], spaces=[space for _, space in cut])


@Language.factory("sentence_borders", default_config={"lexicon": ""})
def create_sentence_borders(nlp: Language, name: str, lexicon: str) -> SentenceBorders:
    """Make the component for a lexicon file."""
    return SentenceBorders(lexicons.load(Path(lexicon)))


class SentenceBorders:
    """Set where sentences start: after stops and lines, and between sentences glued together."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        self._declined = lexicon.endings("declined")
        self._glue = lexicon.words("", "glue_words")
        words = lexicon.words
        self._capitals = lexicon.grammar.nouns_capitalised
        self._never_last = words("clauses", "prepositions") | words("clauses", "articles")
        self._nouns, self._openers = words("", "glue_nouns"), words("", "glue_openers")
        self._counting = words("tolls", "to") | words("tolls", "at") | words("numbers", "counting")
        self._months = words("numbers", "months")
        self._named = tuple(words("", "title_nouns"))
        self._finite = words("clauses", "passive") | words("clauses", "active") | words("attribution", "verbs")

    def __call__(self, doc: Doc) -> Doc:
        """Set `is_sent_start` on every token."""
        words = words_of(doc)
        wrapped = _hard_wrapped(words.content)
        pairs = enumerate(zip(["", *words.text], words.text, strict=False))
        # Most words end here: right behind a word a sentence starts with a capital letter only.
        starts = [
            (text[:1].isupper() or not before[:1].isalpha()) and self._border_before(words, i, wrapped=wrapped)
            for i, (before, text) in pairs
        ]
        if starts:
            # In one go: spaCy looks through the whole document at each single setting.
            borders: Any = np.array([1 if start or i == 0 else -1 for i, start in enumerate(starts)], dtype="int64")
            doc.from_array(["SENT_START"], borders.astype("uint64"))
        return doc

    def _border_before(self, words: Words, i: int, *, wrapped: bool) -> bool:
        """Tell whether a sentence starts with token `i`."""
        if i == 0 or words.blank(i):
            return False
        last = i - 1
        if words.word(last):
            return self._glued(words, last, i)
        if words.blank(last):
            while last >= 0 and words.blank(last):
                last -= 1
            gap = "".join(words.text[last + 1 : i])
            if "\n" in gap or "\r" in gap:
                running = wrapped or (last >= 0 and words.small(i) and not words.stop(last))
                return not running or gap.count("\n") > 1 or self._after_stop(words, last, i)
        return self._after_stop(words, last, i) or self._glued(words, last, i)

    def _after_stop(self, words: Words, last: int, i: int) -> bool:
        """Tell whether a full stop, with quotation marks after it, stands before token `i`."""
        if words.quote(i) and words.stop(last) and not _opens(words, i):
            return False
        least = max(0, last - _MOST_CLOSERS)
        while last > least and (words.quote(last) or words.text[last] in (")", "]")):
            last -= 1
        if not words.stop(last) or words.stop(i):
            return False
        if not (words.capital(i) or words.quote(i) or words.text[i][:1].isdigit() or words.text[i] in "(["):
            return False
        return not self._ordinal(words, last, i)

    def _ordinal(self, words: Words, stop: int, i: int) -> bool:
        """Tell whether a stop belongs to an ordinal (47. Brigade) or an abbreviation."""
        before = words.at(stop - 1)
        if f"{before}." in self._lexicon.words("", "abbreviations"):
            return True
        if not self._lexicon.grammar.ordinals_with_stop or not before.isdigit() or len(before) > 3:
            return len(before) == 1 and before.isalpha() and words.capital(stop - 1)
        counted = words.at(stop - 2) in self._counting and words.at(i) not in self._months
        return words.at(i) not in self._glue and not counted

    def _glued(self, words: Words, last: int, i: int) -> bool:
        """Tell whether a sentence starts at `i` although no stop stands before it."""
        if not words.capital(i) or words.at(last) in self._never_last:
            return False
        if not words.small(last):
            return self._opens_clause(words, last, i)
        if words.at(i) in self._nouns and words.doc[last].whitespace_:
            return False
        if words.at(i) in self._glue and not words.text[i].isupper():
            return words.at(last) not in self._lexicon.words("", "glue_exceptions")
        declined = words.text[last].endswith(self._declined)
        return self._lexicon.grammar.verb_final and self._finished(words, last) and not declined

    def _opens_clause(self, words: Words, last: int, i: int) -> bool:
        """Tell whether a capital article or pronoun after a noun opens a main clause: nach Kämpfen Die Armee sagte."""
        if not self._capitals or words.at(i) not in self._openers or not words.capital(last):
            return False
        if not words.doc[last].whitespace_ and words.word(last):
            return True
        named = words.at(last).endswith(self._named) or words.text[i].isupper()
        return not named and any(words.at(k) in self._finite for k in range(i + 1, min(i + _SOON, len(words))))

    def _finished(self, words: Words, last: int) -> bool:
        """Tell whether a clause ends with the participle at `last`: its auxiliary stands earlier."""
        entries = self._lexicon.verbs.get(words.at(last), ())
        if not any(entry.form == "participle" for entry in entries):
            return False
        passive = self._lexicon.words("clauses", "passive") | self._lexicon.words("clauses", "active")
        return any(word in passive for word in words.lower[max(0, last - 20) : last])


def _opens(words: Words, i: int) -> bool:
    """Tell whether the quotation mark at `i` opens a quotation: a word follows it without a blank."""
    return words.text[i] in "„«‚" or (words.word(i + 1) and not words.doc[i].whitespace_)


def _hard_wrapped(text: str) -> bool:
    """Tell whether lines were broken at one width, so that a line's end is not a sentence's."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < _WRAP_LINES or max(map(len, lines)) > _WRAP_WIDTH:
        return False
    running = sum(1 for line in lines if not re.search(r"[.!?:;“\"]\s*$", line) and len(line) > _WRAP_WIDTH // 2)
    return running > len(lines) // 2
