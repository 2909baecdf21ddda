"""Which articles may be copies of one another: an index over the marks of their texts.

Copies themselves are not in it. So a mark that very many articles bear is a standing paragraph and no syndicated text,
and what is looked up does not grow with how often a text was printed.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from workbench.likeness import marks
from workbench.searching import fold

#: A mark that more articles than this bear says nothing.
_STANDING = 40


def alike(connection: sqlite3.Connection, text: str, *, limit: int) -> list[int]:
    """Return the ids of the articles that share the most marks with a text, those that came first first among equals.

    The cost is that of the text's own marks.
    """
    shared: Counter[int] = Counter()
    for mark in marks(fold(text)):
        found = connection.execute("SELECT article FROM likeness WHERE mark = ? LIMIT ?", (mark, _STANDING + 1))
        articles = [article for (article,) in found]
        if len(articles) <= _STANDING:
            shared.update(articles)
    return sorted(shared, key=lambda article: (-shared[article], article))[:limit]
