"""How words are compared in a search, and how what was found is shown in the words that stand there.

One function folds what is indexed and what is asked for: case, accents and signs go, ß is ss, and an umlaut, the same
vowel with an e and the bare vowel are one (München, Muenchen, Munchen). What is found in folded text is led back to the
code points it came from.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.model.search import Passage
from workbench.model.span import Span

#: What stands on or in a word without parting it: accents, points, what draws it out, transliteration, what is unseen.
_ON_WORDS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "ʻʼʾʿ\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
#: Letters that no decomposition takes apart.
_ODD = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"}
_IS_ODD = re.compile("[" + "".join(_ODD) + "]")
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\W_]+")
#: Of ASCII, what is no letter or digit parts words.
_PLAIN = "".join(chr(place) if chr(place).isalnum() else " " for place in range(128))
#: The code page of Western languages with their quotation marks and dashes; what stands for a letter of it that becomes
#: several, or none of ASCII.
_WESTERN, _SEVERAL = "cp1252", 0xFF
_UMLAUT = re.compile("(?<=[aou])e")
_SPACE = re.compile(r"[\s\ufeff]+")
#: Pieces of about so many letters are led back by themselves; none ends inside a word.
_PIECE = re.compile(r".{1,240}\S*", re.DOTALL)
_QUOTES = '"“”„‟«»'
_ASKED = re.compile(f"[{_QUOTES}]([^{_QUOTES}]*)([{_QUOTES}]?)|([^\\s{_QUOTES}]+)")

#: More is no search: so many letters are looked at, and so many words.
_MOST_LETTERS, _MOST_WORDS = 400, 24
#: A passage shows about so many letters before the words found, and in all; so far apart words are shown together.
_BEFORE, _LENGTH, _TOGETHER = 60, 220, 160
#: So many places of each word are looked at.
_MOST_PLACES = 60


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand next to one another; where it `begins` a word the last may go on."""

    words: tuple[str, ...]
    begins: bool = False

    @property
    def match(self) -> str:
        """The term as FTS5 reads it: letters and digits in quotation marks, so that none of it is an operator."""
        return f'"{" ".join(self.words)}"{"*" if self.begins else ""}'

    @property
    def pattern(self) -> str:
        """The term as a regular expression over folded text."""
        more = "[^ ]*" if self.begins else ""
        return f"(?<![^ ]){' '.join(map(re.escape, self.words))}{more}(?![^ ])"


def fold(text: str) -> str:
    """Return a text's words as they are compared, one space between them.

    Case files keep an index of what this returns: where it is changed, a new step of the schema has to make it anew.
    """
    parted = _parted_western(text)
    if parted is None:
        letters = _letters(text)
        # Nearly every text is plain by now, and then this is four times as fast.
        parted = letters.translate(_PLAIN) if letters.isascii() else _BETWEEN.sub(" ", letters)
    # What an e follows is not itself one, so that one after another is the same as all at once.
    return " ".join(parted.split()).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _parted_western(text: str) -> str | None:
    """Return a text's letters, spaces between its words; None where it is not written in Western letters alone.

    It is what `fold` does to any text, in a fifth of the time.
    """
    try:
        letters = text.replace("ß", "ss").encode(_WESTERN)
    except UnicodeEncodeError:
        return None
    table, gone = _western()
    plain = letters.translate(table, gone)
    return None if _SEVERAL in plain else plain.decode("ascii")


@cache
def _western() -> tuple[bytes, bytes]:
    """Return what each letter of the Western code page becomes, and those that go."""
    letters = [bytes([place]).decode(_WESTERN, "replace") for place in range(256)]
    parted = [_BETWEEN.sub(" ", _letters(letter)) for letter in letters]
    table = [ord(plain) if len(plain) == 1 and plain.isascii() else _SEVERAL for plain in parted]
    return bytes(table), bytes(place for place, plain in enumerate(parted) if not plain)


def _letters(text: str) -> str:
    if text.isascii():
        return text.casefold()
    bare = _ON_WORDS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return bare if bare.isascii() else _IS_ODD.sub(lambda match: _ODD[match.group()], bare)


@lru_cache(4096)
def _letter(letter: str) -> str:
    return _letters(letter)


def asked(words: str) -> tuple[Term, ...]:
    """Return what somebody who types these words looks for; whatever is typed means no more than its words.

    Words in quotation marks stand next to one another. The last word, and one with an asterisk, may be a beginning;
    of a single letter that would find everything.
    """
    terms: list[Term] = []
    pieces = [match.groups() for match in _ASKED.finditer(words[:_MOST_LETTERS])]
    for place, (quoted, closed, word) in enumerate(pieces):
        folded = tuple(fold(word if quoted is None else quoted).split())
        last = place == len(pieces) - 1 and not closed
        begins = bool(folded) and len(folded[-1]) > 1 and (last or (word or "").endswith("*"))
        if folded and sum(len(term.words) for term in terms) + len(folded) <= _MOST_WORDS:
            terms.append(Term(folded, begins))
    return tuple(dict.fromkeys(terms))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a text: where it begins, where its folded words begin among all, and itself."""

    start: int
    folded_start: int
    text: str

    def words(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield each word's start and end in the folded text, and its start and end in the text."""
        found = [(letter, place) for place, whole in enumerate(self.text) for letter in _letter(whole)]
        letters = "".join([letter for letter, _ in found])
        at = self.folded_start
        for match in _WORD.finditer(letters):
            length = len(_UMLAUT.sub("", match.group()))
            first, last = found[match.start()][1], found[match.end() - 1][1] + 1
            while last < len(self.text) and not _letter(self.text[last]):
                last += 1  # what stands on the last letter is part of the word
            yield at, at + length, self.start + first, self.start + last
            at += length + 1


class Folded:
    """A text with its folded words, and the way back from these to where they stand in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[_Piece] = []
        self._led_back: dict[int, list[tuple[int, int, int, int]]] = {}
        folded: list[str] = []
        length = 0
        for match in _PIECE.finditer(text):
            if words := fold(match.group()):
                self._pieces.append(_Piece(match.start(), length, match.group()))
                folded.append(words)
                length += len(words) + 1
        self.words = " ".join(folded)

    def places(self, term: Term) -> list[tuple[int, int]]:
        """Return where a term stands in the folded words, the first of them."""
        found = re.finditer(term.pattern, self.words)
        return [match.span() for match, _ in zip(found, range(_MOST_PLACES), strict=False)]

    def spans(self, places: Iterable[tuple[int, int]]) -> list[Span]:
        """Return where places of the folded words stand in the text, whole words, in code points."""
        return [Span(self._word_at(start)[2], self._word_at(end - 1)[3]) for start, end in places]

    def _word_at(self, place: int) -> tuple[int, int, int, int]:
        number = bisect_right(self._pieces, place, key=lambda piece: piece.folded_start) - 1
        if number not in self._led_back:
            self._led_back[number] = list(self._pieces[number].words())
        return next(word for word in self._led_back[number] if word[1] > place)


def passage(text: str, terms: Sequence[Term]) -> tuple[Passage, Span | None]:
    """Return the piece of a text that holds the most of what is asked for, and where the first of it stands."""
    folded = Folded(text)
    spans = folded.spans(_densest([folded.places(term) for term in terms]))
    if not spans:
        return _shown(text, 0, _until(text, _LENGTH), ()), None
    start = _since(text, spans[0].start - _BEFORE)
    end = _until(text, max(spans[-1].end, start + _LENGTH))
    return _shown(text, start, end, spans), spans[0]


def holds(text: str, terms: Sequence[Term]) -> bool:
    """Tell whether a text holds anything of what is asked for."""
    folded = fold(text)
    return any(re.search(term.pattern, folded) for term in terms)


def whole(text: str, terms: Sequence[Term]) -> Passage:
    """Return a short text in full, what is asked for marked in it."""
    folded = Folded(text)
    places = sorted(place for term in terms for place in folded.places(term))
    return _shown(text, 0, len(text), _apart(folded.spans(places)))


def _densest(places: Sequence[Sequence[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Return the places that lie near one another and are of the most terms, the first such."""
    found = sorted((start, end, term) for term, spans in enumerate(places) for start, end in spans)
    best: list[tuple[int, int]] = []
    most = 0
    for first, (start, _, _) in enumerate(found):
        near = [(place, term) for *place, term in found[first:] if place[0] - start <= _TOGETHER]
        if (terms := len({term for _, term in near})) > most:
            best, most = [(place[0], place[1]) for place, _ in near], terms
            if most == len(places):
                break
    return best


def _since(text: str, start: int) -> int:
    """Return where a word begins near a place, a little before it."""
    if start <= 0:
        return 0
    space = max(text.rfind(" ", max(0, start - 20), start), text.rfind("\n", max(0, start - 20), start))
    return space + 1 if space >= 0 else start


def _until(text: str, end: int) -> int:
    """Return where a word ends near a place, a little behind it."""
    match = re.compile(r"\s").search(text, end, end + 20)
    return match.start() if match else min(end, len(text))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, none over another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _shown(text: str, start: int, end: int, spans: Iterable[Span]) -> Passage:
    """Return a piece of a text on one line, and where the spans stand in it."""
    words, marks, at = ("… " if start else ""), [], start
    for span in _apart(spans):
        words += _SPACE.sub(" ", text[at : span.start])
        found = _SPACE.sub(" ", text[span.start : span.end])
        marks.append(Span(len(words), len(words) + len(found)))
        words += found
        at = span.end
    words += _SPACE.sub(" ", text[at:end]).rstrip()
    return Passage(words + (" …" if end < len(text.rstrip()) else ""), tuple(marks))
