"""Who stands behind a figure, in words: its origins are witnesses, its outlets only printed them."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.model.actor import Actor, Source
from workbench.model.article import Article
from workbench.model.figure import Figure
from workbench.reckoning.origin_keys import article_of
from workbench.wording import article_words


def witness_words(figure: Figure, speakers: Mapping[str, Actor | Source], articles: Mapping[int, Article]) -> str:
    """Return how many origins a figure has and which, and who printed them; nothing where none is known."""
    if not figure.origins:
        return ""
    names = ", ".join(_name(origin, speakers, articles) for origin in figure.origins)
    count = "single origin" if figure.single_origin else f"{len(figure.origins)} origins"
    printed = f" · printed by {', '.join(figure.outlets)}" if figure.outlets else ""
    return f"{count}: {names}{printed}"


def _name(origin: str, speakers: Mapping[str, Actor | Source], articles: Mapping[int, Article]) -> str:
    """Return what an origin is called; an article that names nobody by its title."""
    if origin in speakers:
        return speakers[origin].name
    article = articles.get(article_of(origin) or 0)
    return f"“{article_words(article)}” itself" if article else origin
