"""Recognises an article on its way into a case as a copy of one that is there, or one there as a copy of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from workbench.changes import Edit
from workbench.likeness import likeness
from workbench.model.article import Article


class Told(Protocol):
    """What copies are looked for in; a case is that, and so is the window's session."""

    def alike(self, text: str) -> list[Article]:
        """Return the articles that share the most passages with a text, copies left out."""

    def text(self, article_id: int) -> str:
        """Return an article's stored text."""

    def copies_of(self, article_id: int) -> list[Article]:
        """Return the articles that are copies of one."""


def recognised(article: Article, text: str, told: Told) -> tuple[Article, tuple[Edit, ...]]:
    """Return an article as it enters the case, and the edits that go with it.

    Where it is a copy it says so; where it was published before what it resembles, the other and its copies become
    copies of it. Published on one day, or on a day that is not known, the one that came first is the original.
    """
    for known in told.alike(text):
        if _earlier(article, known):
            if likeness(told.text(known.id), text).is_copy:
                later = (known, *told.copies_of(known.id))
                return article, tuple(Edit(one, replace(one, copy_of=article.id)) for one in later)
        elif likeness(text, told.text(known.id)).is_copy:
            return replace(article, copy_of=known.id), ()
    return article, ()


def _earlier(article: Article, known: Article) -> bool:
    return article.published is not None and known.published is not None and article.published < known.published
