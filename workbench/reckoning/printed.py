"""What is known of the articles claims stand in: when they were printed, by whom, and which are one text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, Protocol

from workbench.errors import StaleChange
from workbench.model.article import Article


class Printed(NamedTuple):
    """By the ids of articles: the day of each, its outlet, and for copies the article they are copies of in the end.

    A copy has the day of the text: the earliest on which it is known to have been printed.
    """

    published: Mapping[int, date | None]
    outlets: Mapping[int, str] = MappingProxyType({})
    originals: Mapping[int, int] = MappingProxyType({})


#: Where no article is known.
NOTHING = Printed(MappingProxyType({}))


def printed(articles: Iterable[Article]) -> Printed:
    """Return what is known of the articles of a case; a copy of what is not there is an article like any other."""
    known = {article.id: article for article in articles}
    originals = {id_: first for id_ in known if (first := _original(id_, known)) != id_}
    days: dict[int, list[date]] = {}
    for id_, article in known.items():
        if article.published is not None:
            days.setdefault(originals.get(id_, id_), []).append(article.published)
    published = {id_: min(days.get(originals.get(id_, id_), ()), default=None) for id_ in known}
    return Printed(published, {id_: article.outlet for id_, article in known.items()}, originals)


class Library(Protocol):
    """What holds articles; an open case is that."""

    def article(self, id_: int) -> Article:
        """Return an article; StaleChange where it has gone."""

    def copies_of(self, article_id: int) -> list[Article]:
        """Return the articles that are copies of one."""


def printed_around(ids: Iterable[int], library: Library) -> Printed:
    """Return what is known of a few articles, without reading the others: of them and of all that are one text."""
    known: dict[int, Article] = {}
    ahead = set(ids)
    while ahead:
        id_ = ahead.pop()
        try:
            known[id_] = library.article(id_)
        except StaleChange:
            continue
        near = {copy.id for copy in library.copies_of(id_)} | {known[id_].copy_of or id_}
        ahead |= near - known.keys()
    return printed(known[id_] for id_ in sorted(known))


def _original(id_: int, known: Mapping[int, Article]) -> int:
    """Follow an article to what it is a copy of in the end; of a ring the first to come is the original."""
    passed: dict[int, None] = {}
    while id_ not in passed:
        passed[id_] = None
        above = known[id_].copy_of
        if above is None or above not in known:
            return id_
        id_ = above
    ring = list(passed)
    return min(ring[ring.index(id_) :])
