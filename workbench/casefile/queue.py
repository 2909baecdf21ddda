"""The queue of articles, a piece at a time: what a list shows of a hundred thousand without reading them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING

from workbench.casefile import rows
from workbench.model.article import Article, ReviewState
from workbench.model.claim import Claim
from workbench.wording import article_words

if TYPE_CHECKING:
    import sqlite3

_UNREVIEWED = f"SELECT id FROM article WHERE state <> '{ReviewState.REVIEWED}' AND id > ? ORDER BY id LIMIT 1"
_OPEN = (
    "SELECT article_id, count(*) FROM claim WHERE status = 'proposed' AND article_id BETWEEN ? AND ?"
    " GROUP BY article_id"
)
_NEXT = "SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?"
#: So many articles are read together: in a few thousandths of a second, or hundredths.
_PIECE = 25


class Queue:
    """Reads of the articles what is asked; ids are in the order in which articles came."""

    def __init__(
        self, connection: Callable[[], sqlite3.Connection], reading: Callable[[], AbstractContextManager[None]]
    ) -> None:
        """Take the case's connection as it is at the time, and what says why something cannot be read."""
        self._connection, self._reading = connection, reading

    def _asked(self, sql: str, *parameters: rows.Id) -> list[tuple[object, ...]]:
        with self._reading():
            return self._connection().execute(sql, parameters).fetchall()

    def ids(self) -> list[int]:
        """Return the ids of all articles."""
        return [int(str(id_)) for (id_,) in self._asked("SELECT id FROM article ORDER BY id")]

    def between(self, first: int, last: int) -> list[Article]:
        """Return the articles with ids from `first` to `last`."""
        with self._reading():
            found = rows.select(self._connection(), Article, "WHERE id BETWEEN ? AND ? ORDER BY id", first, last)
            return [article for article in found if isinstance(article, Article)]

    def pieces(self) -> Iterator[tuple[list[Article], list[Claim]]]:
        """Yield a few articles at a time with their claims, those that come meanwhile among them."""
        last = 0
        while found := self._asked(_NEXT, last, _PIECE):
            first, last = (int(str(id_)) for (id_,) in (found[0], found[-1]))
            yield self.between(first, last), self._claims_between(first, last)

    def _claims_between(self, first: int, last: int) -> list[Claim]:
        where = "WHERE article_id BETWEEN ? AND ? ORDER BY article_id, evidence_start, id"
        with self._reading():
            found = rows.select(self._connection(), Claim, where, first, last)
            return [claim for claim in found if isinstance(claim, Claim)]

    def open_between(self, first: int, last: int) -> dict[int, int]:
        """Return how many claims wait for a decision in these articles; those without any are left out."""
        return {int(str(id_)): int(str(count)) for id_, count in self._asked(_OPEN, first, last)}

    def unreviewed_after(self, article_id: int) -> int | None:
        """Return the id of the first article after one that is not reviewed, or None."""
        return next((int(str(id_)) for (id_,) in self._asked(_UNREVIEWED, article_id)), None)

    def in_states(self, states: Collection[ReviewState]) -> list[int]:
        """Return the ids of the articles in one of these states."""
        marks = ", ".join("?" for _ in states)
        return [int(str(id_)) for (id_,) in self._asked(f"SELECT id FROM article WHERE state IN ({marks})", *states)]

    def named(self) -> Iterator[tuple[int, str]]:
        """Yield each article's id and what is printed around it: title, outlet and file name, a line each."""
        for id_, *said in self._asked("SELECT id, title, outlet, file_name FROM article"):
            yield int(str(id_)), "\n".join(map(str, said))

    def titles(self, ids: Collection[int]) -> dict[int, str]:
        """Return what these articles are called; those that have gone are left out."""
        with self._reading():
            found = (rows.get(self._connection(), Article, id_) for id_ in ids)
            return {article.id: article_words(article) for article in found if isinstance(article, Article)}

    def days(self) -> list[date]:
        """Return the days of publication that are known, one for each article."""
        found = self._asked("SELECT published, count(*) FROM article WHERE published IS NOT NULL GROUP BY published")
        return [day for text, count in found for day in [date.fromisoformat(str(text))] * int(str(count))]
