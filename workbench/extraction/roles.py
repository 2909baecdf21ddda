"""What a word for people says of them: Armeesoldaten are state combatants, Rebellenkämpfer are not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.errors import BadResource
from workbench.extraction.names_fold import fold, pieces
from workbench.model.claim import Category
from workbench.resources import text_of

_SHORTEST_FIRST, _SHORTEST_HEAD = 3, 5


class Roles:
    """The role words of one language, with the categories they stand for; a language may have none."""

    def __init__(self, folder: Path, language: str) -> None:
        path = folder / f"roles_{language}.json"
        self._words: dict[str, Category] = {}
        self._first: dict[str, Category] = {}
        self._endings, self._ending, self._links, self._compounds = ("",), "", ("",), False
        self._longest = 0
        self._seconds: frozenset[str] = frozenset()
        if not path.exists():
            return
        try:
            content = json.loads(text_of(path))
            self._words = dict(_by_word(content["words"]))
            self._first = dict(_by_word(content["first_parts"]))
            self._endings = ("", *content.get("endings", ()))
            self._ending = next(iter(self._endings[1:]), "")
            self._longest = max(map(len, self._words), default=0) + len(self._ending)
            lasts = {words.rpartition(" ")[2] for words in self._words if " " in words}
            self._seconds = frozenset(last + ending for last in lasts for ending in self._endings)
            self._links = ("", *content.get("links", ()))
            self._compounds = bool(content.get("compounds", False))
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise BadResource(f"{path.name} is damaged ({error}). Install the program again.") from error

    def words(self) -> Iterator[tuple[str, Category]]:
        """Yield the role words, folded, with their categories."""
        yield from self._words.items()

    def category(self, words: str) -> Category | None:
        """Return the category that `words` stand for, the last word deciding; None where they name no people."""
        one = words.isalpha() and words.islower()
        return self.category_of([fold(words)] if one else [piece.folded for piece in pieces(words)])

    def category_of(self, parts: Sequence[str]) -> Category | None:
        """Return the category of folded words."""
        if not parts:
            return None
        for count in (2, 1):
            known = self._known(" ".join(parts[-count:]))
            if known is not None:
                return _settled(known, self._first.get(parts[-2]) if len(parts) > 1 else None)
        return self._of_compound(parts[-1]) if self._compounds else None

    def may_end(self, folded: str) -> bool:
        """Tell whether a folded word can be the last of a role: by itself, or with another before it."""
        return self.category_of((folded,)) is not None or folded in self._seconds

    def names_pair(self, words: str) -> bool:
        """Tell whether two words are a role together (aid workers)."""
        return " ".join(piece.folded for piece in pieces(words)) in self._words

    def _known(self, folded: str) -> Category | None:
        for ending in self._endings:
            bare = folded.removesuffix(ending)
            if bare in self._words and (not ending or folded != bare):
                return self._words[bare]
        return None

    def _of_compound(self, folded: str) -> Category | None:
        """Look for the longest role word that ends the compound and leaves a first part of three letters or more."""
        for cut in range(max(_SHORTEST_FIRST, len(folded) - self._longest), len(folded) - _SHORTEST_HEAD + 1):
            head = self._head(folded[cut:])
            if head is not None and len(folded) - cut >= _SHORTEST_HEAD:
                return _settled(head, self._first_part(folded[:cut]))
        return None

    def _head(self, tail: str) -> Category | None:
        """Return what the end of a compound names, as it stands or without its first ending."""
        return self._words.get(tail) or self._words.get(tail.removesuffix(self._ending))

    def _first_part(self, folded: str) -> Category | None:
        return next((self._first[p] for p in map(folded.removesuffix, self._links) if p in self._first), None)


def _settled(head: Category, first: Category | None) -> Category:
    """Return what a compound stands for: its first part decides between fighters, and narrows people to fighters."""
    if first is None or head.broad is Category.CIVILIAN or head is Category.OFFICER:
        return head
    fighters = {head, first.broad} <= {Category.COMBATANT_NONSTATE, Category.COMBATANT_STATE}
    if fighters or head.broad is first.broad or head is Category.UNSPECIFIED:
        return first
    return head


def _by_word(content: dict[str, list[str]]) -> Iterator[tuple[str, Category]]:
    for category, words in content.items():
        if not isinstance(words, list):
            raise TypeError(f"{category} must be a list of words")
        for word in words:
            yield " ".join(piece.folded for piece in pieces(word)), Category(category)
