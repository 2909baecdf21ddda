"""The words of a chart in one language: its own phrases, what values are called, and the reckoning's sentences.

All of them stand in ``resources/words/charts.<language>.json``. `sentences` there are pairs: a sentence of the
reckoning with ``{}`` for what changes, and the same in the chart's language; what stands for ``{}`` is translated too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from workbench import resources
from workbench.errors import BadResource
from workbench.model.actor import BOTH_SIDES, Side
from workbench.model.circumstance import When
from workbench.model.claim import THINGS, Category, Effect
from workbench.reckoning.totals import Amount
from workbench.reckoning.words import amount_words
from workbench.wording import bounds_words, category_words, effect_words, single_words

ENGLISH = "en"
_PREFIX = "charts."
#: A number with its thousands set apart, as the reckoning writes it.
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_QUOTED = re.compile(r"“([^“”]*)”")
_Pair = tuple[re.Pattern[str], str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language; `names` and `places` are those of what ships, by their English ones."""

    language: str
    words: Mapping[str, str]
    sentences: tuple[_Pair, ...] = ()
    names: Mapping[str, str] | None = None
    places: Mapping[str, str] | None = None

    def __call__(self, key: str, **parts: object) -> str:
        """Return the phrase with this key, its parts filled in."""
        return self.words[key].format(**parts)

    def counted(self, key: str, count: int, **parts: object) -> str:
        """Return the phrase for so many of something; `key` + ``.one`` is the one for a single one."""
        one = f"{key}.one"
        return self(one if count == 1 and one in self.words else key, count=self.people(count), **parts)

    def joined(self, phrases: Sequence[str], how: str = "and") -> str:
        """Return phrases as a list in words."""
        if len(phrases) < 2:
            return "".join(phrases)
        return self(how, some=", ".join(phrases[:-1]), last=phrases[-1])

    # Numbers and days

    def people(self, number: int) -> str:
        """Return a number with its thousands set apart as the language does."""
        return f"{number:,}".replace(",", self.words["thousands"])

    def bounds(self, low: int | None, high: int | None) -> str:
        """Return a range of people."""
        return self.said(bounds_words(low, high))

    def amount(self, amount: Amount) -> str:
        """Return a figure, or a sum of figures."""
        return self.said(amount_words(amount))

    def day(self, day: date) -> str:
        """Return a day in full."""
        return self("day", day=day.day, month=self.words["months"].split()[day.month - 1], year=day.year)

    def short_day(self, day: date) -> str:
        """Return a day without its year, as briefly as can be."""
        return self("day_short", day=day.day, month=self.words["months_short"].split()[day.month - 1])

    def month(self, day: date, *, short: bool = False) -> str:
        """Return the month of a day with its year."""
        months = self.words["months_short" if short else "months"].split()
        return self("month", month=months[day.month - 1], year=day.year)

    def days(self, when: When | None) -> str:
        """Return a range of days; None is not known."""
        if when is None:
            return self("date_unknown")
        start, end = self.day(when.start), self.day(when.end)
        return start if start == end else self("range", one=start, other=end)

    # What values are called

    def effect(self, effect: Effect) -> str:
        """Return what happened, as it is said of people."""
        return self.words[f"effect.{effect.value}"]

    def title(self, effect: Effect) -> str:
        """Return an effect as a heading."""
        return self.words[f"title.{effect.value}"]

    def category(self, category: Category) -> str:
        """Return who they were, in the plural."""
        return self.words[f"category.{category.value}"]

    def side(self, side: str | None, sides: Mapping[str, Side]) -> str:
        """Return the name of a side; one that nobody renamed has its name in this language."""
        if not side:
            return self("side_unknown")
        if side == BOTH_SIDES:
            return self("both_sides")
        return self.name(sides[side].name) if side in sides else side

    def name(self, name: str) -> str:
        """Return the name of a side or source in this language, where it ships with the program."""
        return (self.names or {}).get(name, name)

    def place(self, name: str) -> str:
        """Return the name of a place in this language, where one is known."""
        return (self.places or {}).get(name, name)

    # The reckoning's sentences

    def said(self, sentence: str) -> str:
        """Return a sentence of the reckoning in this language; one that is not known stays as it is."""
        if not self.sentences:
            return sentence
        if quoted := _QUOTED.fullmatch(sentence):
            return self("quote", words=quoted[1])
        for pattern, other in self.sentences:
            if found := pattern.fullmatch(sentence):
                return other.format(*(self.said(part) for part in found.groups()))
        return _THOUSANDS.sub(lambda number: number[0].replace(",", self.words["thousands"]), sentence)


def languages(folder: Path) -> tuple[str, ...]:
    """Return the codes of the languages that charts can speak, from the resources folder."""
    return tuple(sorted(path.name.split(".")[1] for path in (folder / "words").glob(f"{_PREFIX}*.json")))


@cache
def load(folder: Path, language: str = ENGLISH) -> Phrases:
    """Read the words of a language from the resources folder; English where there are none of it.

    BadResource where the file is missing or damaged.
    """
    if language not in languages(folder):
        language = ENGLISH
    path = folder / "words" / f"{_PREFIX}{language}.json"
    resources.refuse_changed(path)
    try:
        read = json.loads(resources.text_of(path))
        words, pairs = dict(read["words"]), [(english, other) for english, other in read["sentences"]]
        called = [(category_words(one), words[f"category.{one.value}"]) for one in Category]
        called += [(single_words(category_words(one)), words[f"one.{one.value}"]) for one in Category if _counts(one)]
        befell = [(effect_words(one), words[f"effect.{one.value}"]) for one in Effect if one not in THINGS]
        known = (*called, *befell, *pairs) if pairs else ()
        sentences = tuple((_pattern(english), other) for english, other in known)
        places = _places(folder / "gazetteer" / "supplement.tsv", language) | dict(read.get("places", {}))
        return Phrases(language, words, sentences, _names(folder / "registers", language), places)
    except (ValueError, KeyError, TypeError) as error:
        raise BadResource(f"{path.name} is damaged ({error}). Install the program again.") from error


def english() -> Phrases:
    """Return the English words."""
    return load(resources.folder())


def _counts(category: Category) -> bool:
    """Tell whether one of a category is called otherwise than several."""
    return single_words(category_words(category)) != category_words(category)


def _pattern(sentence: str) -> re.Pattern[str]:
    """Return what matches a sentence; what stands for a gap is a quotation, or as few words as can be."""
    return re.compile(r"(“[^“”]*”|.+?)".join(map(re.escape, sentence.split("{}"))))


def _names(folder: Path, language: str) -> Mapping[str, str]:
    if language == ENGLISH:
        return {}
    column = f"name_{language}"
    rows = [row for name in ("sides.tsv", "sources.tsv") for _, row in resources.table(folder / name, ("name_en",))]
    return {row["name_en"]: row[column] for row in rows if row.get(column)}


def _places(supplement: Path, language: str) -> dict[str, str]:
    """Return the names of provinces, regions and towns that the gazetteer gives in this language."""
    if language == ENGLISH:
        return {}
    column = f"name_{language}"
    rows = (row for _, row in resources.table(supplement, ("name_en",)))
    return {row["name_en"]: row[column] for row in rows if row.get(column)}
