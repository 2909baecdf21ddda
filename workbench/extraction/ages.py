"""Ages that no unit marks: a name with a number between commas, and the numbers after aged."""

from __future__ import annotations

from workbench.extraction.lexicon import Lexicon
from workbench.extraction.words import Words
from workbench.spelled_numbers import spelled_number

_OLDEST = 115
_AGE_DIGITS = 2
#: So far back a list of ages may have begun (aged three, five, seven, nine and eleven).
_LIST = 14
#: So many more ages stand on each side of one in a row, and so far before them a preposition may place them.
_MOST_AGES, _BEFORE = 8, 5
_JOINTS = frozenset((",", "-", "–", "/"))
#: So many tokens at most an age before a noun has (zwischen zwölf und fünfzehn Jahre alten Kinder).
_MOST_WORDS = 8
_AFTER = frozenset((",", ".", ";", ":", ")", "“", '"', "”", "—", "–"))


class AgeReader:
    """Tell ages from counts."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        self._placing = lexicon.words("numbers", "placing")
        self._aged = lexicon.words("numbers", "aged")
        ranges = lexicon.words("numbers", "ranges") | lexicon.words("numbers", "between")
        self._articles = lexicon.words("clauses", "articles") | lexicon.words("numbers", "articles")
        self._joints = ranges | lexicon.words("clauses", "coordinators") | _JOINTS
        self._coordinators = lexicon.words("clauses", "coordinators")
        self._times = frozenset(lexicon.sections["numbers"]["units"].get("time", ()))
        self._old, self._age = lexicon.words("numbers", "old"), lexicon.words("numbers", "ages")
        self._of = lexicon.words("clauses", "genitives")
        modifiers = lexicon.sections["numbers"]["modifiers"].values()
        self._inside = self._joints.union(word for phrases in modifiers for word in phrases)
        self._subjects, self._being = lexicon.words("numbers", "age_subjects"), lexicon.words("numbers", "age_verbs")
        self._final = lexicon.grammar.verb_final

    def is_age(self, words: Words, start: int, end: int, value: int | None) -> bool:
        """Tell whether a number over tokens [start, end) is somebody's age."""
        if value is None or value > _OLDEST:
            return False
        if self._said_to_be(words, start, end) or self._after_aged(words, start, end):
            return True
        digits = end - start == 1 and words.text[start].isdigit()
        return digits and (self._apart(words, start, end) or self._listed(words, start))

    def past(self, words: Words, i: int) -> int:
        """Return where an age before a noun ends that starts at `i` (zwölf und elf Jahre alten), `i` for none."""
        if self._old.isdisjoint(words.lower[i : i + _MOST_WORDS + 1]):
            return i
        for k in range(i, min(i + _MOST_WORDS, len(words) - 1)):
            if k > i and words.lower[k] in self._times and words.lower[k + 1] in self._old:
                return k + 2
            if words.lower[k] not in self._inside and not self._number(words, k):
                return i
        return i

    def goes_on(self, words: Words, end: int) -> bool:
        """Tell whether more ages follow a number that ends at `end`: zwölf und elf Jahre alt."""
        return words.at(end) in self._joints and self.past(words, end + 1) > end + 1

    def limited(self, words: Words, start: int, end: int, value: int | None) -> bool:
        """Tell whether a number right behind people says how old they are at most or at least: children under 15."""
        return (
            (value or _OLDEST) < _OLDEST
            and self._lexicon.noun_category(words.at(start - 1)) is not None
            and not self._counts(words, end)
        )

    def joined(self, words: Words, end: int) -> bool:
        """Tell whether an age is joined to a number that ends before `end`: 54 und 63-jährige."""
        return words.at(end) in self._lexicon.words("numbers", "age_joints") and self._lexicon.is_age(words.at(end + 1))

    def _said_to_be(self, words: Words, start: int, end: int) -> bool:
        """Tell whether somebody is said to be so old: he was 34 when, als sie sechs war."""
        if self._final:
            return words.at(start - 1) in self._subjects and words.at(end) in self._being
        said = words.at(start - 1) in self._being and words.at(start - 2) in self._subjects
        return said and not self._people_right_behind(words, end)

    def _people_right_behind(self, words: Words, i: int) -> bool:
        """Tell whether a noun for people stands at `i`."""
        return words.at(i) in self._lexicon.nouns or self._lexicon.noun_category(words.at(i)) is not None

    def _apart(self, words: Words, start: int, end: int) -> bool:
        """Tell whether digits stand between commas after somebody: Ali Hassan, 23, was killed."""
        if words.at(start - 1) != ",":
            return False
        if end < len(words) and words.text[end] not in _AFTER:
            return False
        if self._lexicon.noun_category(words.at(start - 2)) is not None:
            return True
        if words.small(start - 2) and words.at(end) == ",":
            return bool(self._articles & set(words.lower[max(0, start - 4) : start - 2]))
        return words.capital(start - 2) and words.at(start - 3) not in self._placing

    def _listed(self, words: Words, at: int) -> bool:
        """Tell whether digits are one of several ages in a row: two brothers, 12 and 9; the sons (12, 9 and 4)."""
        first, last = self._run(words, at, -1), self._run(words, at, 1)
        if first == last:
            return False
        if words.at(first - 1) == "(" and words.at(last + 1) == ")":
            return words.at(first - 2) not in self._lexicon.nouns and self._person(words, first - 2)
        placed = self._placing.intersection(words.lower[max(0, first - _BEFORE) : first])
        return self._apart(words, first, last + 1) and not placed

    def _run(self, words: Words, at: int, step: int) -> int:
        """Return the last number of a row of ages from `at` on in one direction, commas and ``and`` between them."""
        for _ in range(_MOST_AGES):
            gap = 2 if self._joins(words, at + step) and self._joins(words, at + 2 * step) else 1
            after = at + (gap + 1) * step
            if not self._joins(words, at + step) or not self._young(words.at(after)):
                return at
            at = after
        return at

    def _joins(self, words: Words, i: int) -> bool:
        """Tell whether a comma or ``and`` stands at `i`."""
        return words.at(i) == "," or words.at(i) in self._coordinators

    def _young(self, word: str) -> bool:
        """Tell whether a word is digits that may be an age."""
        return word.isdigit() and int(word[: _AGE_DIGITS + 2]) <= _OLDEST

    def _person(self, words: Words, i: int) -> bool:
        """Tell whether a name or a noun for people stands at `i`."""
        return words.capital(i) or self._people_right_behind(words, i)

    def _after_aged(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a number follows ``aged``, other ages in between allowed: aged five, seven and nine."""
        if not self._aged:
            return False
        if words.at(start - 1) in self._of and words.at(start - 2) in self._age:
            return True  # under the age of 18
        for k in range(start - 1, max(start - _LIST, -1), -1):
            word = words.lower[k]
            if word in self._aged:
                return k == start - 1 or not self._counts(words, end)
            if word not in self._joints and not self._number(words, k):
                return False
        return False

    def _number(self, words: Words, i: int) -> bool:
        """Tell whether a token is a number by itself."""
        return words.text[i].isdigit() or spelled_number(words.lower[i], self._lexicon.language) is not None

    def _counts(self, words: Words, i: int) -> bool:
        """Tell whether people stand within two tokens from `i`, so that the number before counts them."""
        near = [words.lower[k] for k in range(i, min(i + 2, len(words)))]
        return any(w in self._lexicon.nouns or self._lexicon.noun_category(w) is not None for w in near)


def bracketed_age(words: Words, start: int, end: int) -> bool:
    """Tell whether a number stands alone in brackets after a name, as ages do: Mustafa S. (27)."""
    alone = words.text[start - 1 : start] == ["("] and words.at(end) == ")" and len(words.text[start]) <= _AGE_DIGITS
    return alone and (words.capital(start - 2) or words.at(start - 2) in (".", "*"))
