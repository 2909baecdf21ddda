"""The key of who says so: that of a source or actor, or ``article 7`` for an article that names nobody."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"article (\d+)")


def of_article(article: int) -> str:
    """Return the origin that an article itself is."""
    return f"article {article}"


def article_of(origin: str) -> int | None:
    """Return the article that an origin is, or None."""
    found = _ARTICLE.fullmatch(origin)
    return int(found[1]) if found else None
