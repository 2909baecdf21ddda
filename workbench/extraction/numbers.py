"""Numbers in a text: what counts people or things, and what is an age, a date, a distance and so no count."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from workbench.extraction import lexicon as lexicons
from workbench.extraction.ages import AgeReader
from workbench.extraction.lexicon import MOST_REMEMBERED, Lexicon
from workbench.extraction.number import Kind, Number
from workbench.extraction.number_kinds import KindReader
from workbench.extraction.number_words import TOO_LARGE, from_decimal, from_digits, thousands_after
from workbench.extraction.numbered import NameNumbers
from workbench.extraction.words import Phrases, Words, words_of
from workbench.model.claim import Modifier, Unit
from workbench.spelled_numbers import spelled_number

#: So many modifiers may stand before one number (insgesamt etwas mehr als).
_MOST_MODIFIERS = 4
#: How far back, in numbers and in tokens, ``as many`` looks for what it repeats.
_FEW, _BACK = 4, 40
#: What bounds the number behind it.
_BOUNDS = frozenset((Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.UP_TO, Modifier.LESS_THAN))
#: The last day of a month, and the last number that may be a year.
_LAST_DAY, _LAST_YEAR = 31, 2100
#: Larger numbers do not share the scale of the number behind them: 5000 to 2 million.
_LAST_SCALED = 1000


@Language.factory("numbers", default_config={"lexicon": ""})
def create_numbers(nlp: Language, name: str, lexicon: str) -> Numbers:
    """Make the component for a lexicon file."""
    return Numbers(lexicons.load(Path(lexicon)))


def numbers_of(doc: Doc) -> list[Number]:
    """Return what the component found in `doc`."""
    found: list[Number] = doc.user_data.get("numbers", [])
    return found


class Numbers:
    """Find every number of a document."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        data = lexicon.sections["numbers"]
        self._lexicon = lexicon
        self._language = lexicon.language
        self._modifiers = Phrases(data["modifiers"])
        self._prepositions = lexicon.words("clauses", "prepositions")
        words = partial(lexicon.words, "numbers")
        self._both, self._articles, self._each = words("both"), words("articles"), words("each")
        self._between, self._between_and, self._ranges = words("between"), words("between_and"), words("ranges")
        self._twofold = lexicon.words("clauses", "coordination_fillers")  # both dead and wounded
        self._coordinators = lexicon.words("clauses", "coordinators")
        self._joints, self._inner_articles = words("joints"), words("inner_articles")
        self._vague = Phrases(data["vague"])
        self._declined: dict[str, str] = data["declined"]
        self._as_many = Phrases(data["as_many"])
        self._amounts = Phrases(data["amounts"])
        self._scales: dict[str, int] = data["scales"]
        self._stems = re.compile(rf"(?:{data['number_stems'] or '(?!)'})\w*(?:-\w+)*")
        self._units = {word: Kind(kind) for kind, words in data["units"].items() for word in words}
        self._grammar = lexicon.grammar
        self._to = lexicon.words("tolls", "to")
        self._from = lexicon.words("tolls", "by") | lexicon.words("tolls", "from")
        self._months = lexicon.words("numbers", "months")
        self._nor: dict[str, str] = data["nor"]
        self._heads = lexicon.endings("heads")
        none = lexicon.phrases("numbers", "none")
        sets = (lexicon.words("numbers", key) for key in ("between", "both", "articles"))
        firsts = (self._modifiers.firsts, self._vague.firsts, self._amounts.firsts, self._as_many.firsts, none.firsts)
        self._openers = frozenset(self._nor).union(*firsts, self._scales, *sets)
        self._opens: dict[str, bool] = {}
        self._ages = AgeReader(lexicon)
        self._names = NameNumbers(lexicon)
        self._kinds = KindReader(lexicon, self._units, self._names, self._bare)

    def __call__(self, doc: Doc) -> Doc:
        """Store the numbers."""
        words = words_of(doc)
        found: list[Number] = []
        after = 0
        for position, word in enumerate(words.lower):
            if position < after or not self._may_open(word):
                continue
            number = self._same(words, position, found) if word in self._as_many.firsts else None
            number = number or self._at(words, position)
            if number is not None:
                found.append(number)
                after = number.end
        doc.user_data["numbers"] = found
        return doc

    def _same(self, words: Words, i: int, found: list[Number]) -> Number | None:
        """Read ``ebenso viele``, ``doppelt so viele``: the count before, once or several times."""
        hit = self._as_many.match(words.lower, i)
        if hit is None or words.at(i + hit[0]) in self._set("comparing"):
            return None
        recent = (n for n in reversed(found[-_FEW:]) if n.kind is Kind.COUNT and n.value and not n.article)
        model = next((n for n in recent if i - n.end <= _BACK), None)
        if model is None or model.value is None:
            return None
        times, end = int(hit[1]), i + hit[0]
        high = model.high * times if model.high is not None else None
        return replace(model, start=i, end=end, core=i, value=model.value * times, high=high, both=False)

    def _may_open(self, word: str) -> bool:
        """Tell whether a number may start with `word` at all; most words are done with here, remembered by word.

        Whatever `_at` reads from its first word on has to be let through.
        """
        known = self._opens.get(word)
        if known is None:
            spelt = word[:1].isdigit() or word.endswith(self._heads) or self._stems.fullmatch(word) is not None
            known = spelt or word in self._openers
            if len(self._opens) >= MOST_REMEMBERED:
                self._opens.clear()
            self._opens[word] = known
        return known

    def _set(self, key: str) -> frozenset[str]:
        """Return a set of the lexicon's section on numbers."""
        return self._lexicon.words("numbers", key)

    def _at(self, words: Words, i: int) -> Number | None:
        """Read the number that starts at token `i`, modifier, range and unit included."""
        word = words.lower[i]
        number = self._modified(words, i) or self._from_to(words, i) or self._unmodified(words, i)
        if number is None and words.at(i + 1) in self._ranges:
            ranged = self._ranged(words, first) if (first := self._decimal(words, i)) is not None else None
            number = ranged if ranged is not None and ranged.value else None
        if number is None:
            return None
        number = self._distributed(words, self._ranged(words, number))
        kind = self._kinds.of(words, number) if number.modifier is not Modifier.NEGATED else Kind.COUNT
        if kind is Kind.TIME and word in self._articles:
            return None
        end = _unit_end(words, number, kind, self._units)
        same = kind is number.kind and end == number.end
        return number if same else replace(number, kind=kind, end=end)

    def _modified(self, words: Words, i: int, depth: int = _MOST_MODIFIERS) -> Number | None:
        """Read ``mindestens vier``: a modifier right before a number."""
        hit = self._modifiers.match(words.lower, i)
        if hit is None:
            return None
        length, key = hit
        after = i + length
        if self._names.taken(words, i, length):
            return None
        preposition = length == 1 and words.lower[i] in self._prepositions
        if preposition and words.at(after) in self._inner_articles:
            return None
        while words.at(after) in self._inner_articles and self._bare(words, after + 1) is not None:
            after += 1
        further = self._modified(words, after, depth - 1) if depth else None
        vague, plain = self._vague_at(words, after), self._bare(words, after)
        exact = Modifier(key) in _BOUNDS and vague is not None and plain is not None and plain.end == vague.end
        inner = further or (plain if exact else vague or plain)  # more than a dozen: of twelve exactly
        if inner is None:
            return None
        if inner.modifier is Modifier.EXACT:
            return replace(inner, start=i, modifier=Modifier(key))
        if inner.modifier is Modifier.VAGUE or key in (Modifier.EXACT, Modifier.APPROX):
            return replace(inner, start=i)
        return replace(inner, start=i, modifier=_stronger(Modifier(key), inner.modifier))

    def _unmodified(self, words: Words, i: int) -> Number | None:
        """Read a vague term, a negation, beide, an article or a plain number."""
        word = words.lower[i]
        found = self._vague_at(words, i) or self._amount(words, i)
        if found is not None:
            return found
        none = self._lexicon.phrases("numbers", "none").match(words.lower, i)
        if none is None and self._nor.get(word) in words.lower[max(0, i - 8) : i]:
            none = 1, word
        if none is not None:
            return Number(i, i + none[0], i, modifier=Modifier.NEGATED, value=0)
        if word in self._both and not (word in self._twofold and words.at(i + 2) in self._coordinators):
            return Number(i, i + 1, i, value=2, both=True)
        if word in self._articles:
            return self._article(words, i)
        if self._headed(words, i):
            return self._in_adjective(word, i)
        return self._bare(words, i)

    def _article(self, words: Words, i: int) -> Number | None:
        """Read ein or a: the number one, or part of ``a hundred``, ``eine Million``."""
        scale = self._scales.get(words.at(i + 1))
        if self._counted_after(words, i + 1):
            return None
        if scale is not None:
            value, end = self._spelt(words, i) or (scale, i + 2)
            return Number(i, max(end, i + 2), i, value=max(value, scale))
        return Number(i, i + 1, i, value=1, article=True)

    def _counted_after(self, words: Words, i: int) -> bool:
        """Tell whether a number follows an article: a further three, eine fünfköpfige Familie."""
        while words.at(i) in self._set("more"):
            i += 1
        if self._ages.past(words, i) > i:
            return False
        return self._headed(words, i) or (words.at(i) not in self._scales and self._bare(words, i) is not None)

    def _headed(self, words: Words, i: int) -> bool:
        """Tell whether a number may stand inside an adjective at `i`: fünfköpfig, five-member before a family."""
        word = words.at(i)
        family = "-" in word and self._lexicon.noun_thing(words.at(i + 1)) == Unit.HOUSEHOLDS.value
        return word.endswith(self._heads) and (self._grammar.compounds_by_tail or family)

    def _in_adjective(self, word: str, i: int) -> Number | None:
        """Read ``fünfköpfige``: the number inside an adjective."""
        stem = next(word.removesuffix(head) for head in self._heads if word.endswith(head)).rstrip("-")
        value = from_digits(stem) or spelled_number(stem, self._language)
        return Number(i, i + 1, i, value=value) if value else None

    def _vague_at(self, words: Words, i: int) -> Number | None:
        """Read ``mehrere Dutzend``; ``Millionen`` alone is a number nobody stated."""
        hit = self._vague.match(words.lower, i)
        if hit is None:
            return None
        length, key = hit
        if words.at(i + length - 1) in self._set("pairs") and not self._known(words.at(i + length)):
            return None  # a couple and their son
        modifier = Modifier.NONE if key == "none" else Modifier.VAGUE
        return Number(i, i + length, i, modifier=modifier, term=key)

    def _known(self, word: str) -> bool:
        """Tell whether a word is a noun for people or things, or says what befell them."""
        return (
            self._lexicon.noun_category(word) is not None
            or word in self._lexicon.nouns
            or word in self._lexicon.adjectives
        )

    def _amount(self, words: Words, i: int) -> Number | None:
        """Read ``eine halbe Million``: a phrase for an amount."""
        hit = self._amounts.match(words.lower, i)
        return None if hit is None else Number(i, i + hit[0], i, value=int(hit[1]))

    def _bare(self, words: Words, i: int) -> Number | None:
        """Read digits or number words at `i`, a scale word after them included."""
        if i >= len(words) or words.blank(i):
            return None
        if (amount := self._amount(words, i)) is not None:
            return amount
        if words.at(i) in self._articles and words.at(i + 1) in self._scales:
            return Number(i, i + 2, i, value=self._scales[words.at(i + 1)])
        text = words.text[i]
        value, end = (self._digits(words, i) if text[0].isdigit() else self._spelt(words, i)) or (None, i)
        if value is None:
            return None
        scale = self._names.scale(words, end)
        if scale is not None:
            return Number(i, end + 1, i, value=value * scale)
        return Number(i, end, i, value=value)

    def _digits(self, words: Words, i: int) -> tuple[int, int] | None:
        """Read digits, thousands parted by blanks, and decimals before a scale word."""
        text = words.text[i]
        scale = self._names.scale(words, i + 1)
        decimal = from_decimal(text, scale) if scale is not None else None
        if decimal is not None and scale is not None and from_digits(text) is None:
            return decimal // scale if decimal % scale == 0 else decimal, i + 2
        value = from_digits(text, clock=self._units.get(words.at(i + 1)) is Kind.CLOCK)
        if value is None:
            return None
        end = i + 1
        while len(text) <= 3 and (after := thousands_after(words, end)) is not None:
            value = min(value * 1000 + int(words.text[after - 1]), TOO_LARGE)
            end = after
        return value, end

    def _spelt(self, words: Words, i: int) -> tuple[int, int] | None:
        """Read number words; they may run over several tokens."""
        if not self._stems.fullmatch(words.lower[i]):
            return None
        word = self._declined.get(words.lower[i], words.lower[i])
        value, end = spelled_number(word, self._language), i + 1
        if value is None or self._grammar.numbers_in_one_word:
            return None if value is None else (value, end)
        for stop in range(min(i + 6, len(words)), i + 1, -1):
            if words.at(stop - 1) in self._joints or not self._all_number_words(words, i, stop):
                continue
            if (longer := spelled_number(" ".join(words.lower[i:stop]), self._language)) is not None:
                return longer, stop
        return value, end

    def _all_number_words(self, words: Words, i: int, stop: int) -> bool:
        """Tell whether [i, stop) holds number words only, ``and`` after a hundred or thousand allowed."""
        return all(
            self._stems.fullmatch(words.lower[k])
            or (words.lower[k] in self._joints and words.lower[k - 1] in self._scales)
            for k in range(i, stop)
        )

    def _from_to(self, words: Words, i: int) -> Number | None:
        """Read ``zwischen 30 und 40``."""
        if words.lower[i] not in self._between:
            return None
        first = self._modified(words, i + 1) or self._bare(words, i + 1) if i + 1 < len(words) else None
        first = first or self._decimal(words, i + 1)
        if first is None or words.at(first.end) not in self._between_and | self._ranges:
            return None
        last = (
            self._modified(words, first.end + 1) or self._bare(words, first.end + 1)
            if first.end + 1 < len(words)
            else None
        )
        if last is None or first.value is None or last.value is None:
            return None
        value = self._scaled(words, first, last)
        return Number(i, last.end, i, modifier=Modifier.BETWEEN, value=value, high=last.value)

    def _decimal(self, words: Words, i: int) -> Number | None:
        """Read a decimal whose scale stands behind the next number: between 1.2 and 1.5 million."""
        known = i < len(words) and from_decimal(words.text[i], 1) is not None
        return Number(i, i + 1, i, value=0) if known else None

    def _scaled(self, words: Words, first: Number, last: Number) -> int | None:
        """Return what the first number of a range is worth by the scale of the last: two to three million."""
        scale = self._names.scale(words, last.end - 1)
        if scale is None or first.value is None or self._names.scale(words, first.end - 1) is not None:
            return first.value
        text = words.text[first.end - 1]
        decimal = from_decimal(text, scale) if from_digits(text) is None else None
        return decimal if decimal is not None else first.value * scale if first.value < _LAST_SCALED else first.value

    def _ranged(self, words: Words, first: Number) -> Number:
        """Read ``20 bis 25`` and ``sieben oder acht`` from their first number on."""
        at = first.end
        if first.value is None or first.modifier in (Modifier.BETWEEN, Modifier.NEGATED) or first.article:
            return first
        if at + 1 >= len(words) or words.lower[at] not in self._ranges:
            return first
        last = self._bare(words, at + 1)
        if words.lower[at] in self._to and (words.at(first.start - 1) in self._from or self._dated(words, first, last)):
            return first
        if last is None or last.value is None:
            return first
        value = self._scaled(words, first, last)
        if value is None or last.value <= value:
            return first
        return replace(first, end=last.end, modifier=Modifier.BETWEEN, value=value, high=last.value)

    def _dated(self, words: Words, first: Number, last: Number | None) -> bool:
        """Tell whether the day or year of a date stands before ``to`` with a count: since October 2023 to 61,020."""
        latest = _LAST_YEAR if (first.value or 0) > _LAST_DAY else _LAST_DAY
        return words.at(first.start - 1) in self._months and last is not None and (last.value or 0) > latest

    def _distributed(self, words: Words, number: Number) -> Number:
        """Mark a number after ``je`` or before ``each``."""
        before, after = words.at(number.start - 1), words.lower[number.end : number.end + 3]
        shared = before in self._each or any(word in self._set("each_after") for word in after)
        return number if shared is number.each else replace(number, each=shared)


def _unit_end(words: Words, number: Number, kind: Kind, units: dict[str, Kind]) -> int:
    """Take the unit into the span of a number that is no count."""
    return number.end + 1 if kind is not Kind.COUNT and words.at(number.end) in units else number.end


def _stronger(outer: Modifier, inner: Modifier) -> Modifier:
    """Choose between two modifiers of one number (``insgesamt mindestens``): what bounds wins over what blurs."""
    return inner if outer in (Modifier.EXACT, Modifier.APPROX) else outer
