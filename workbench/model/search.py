"""What is looked for in a case, and what is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.model.article import Article, ReviewState
from workbench.model.span import Span


@dataclass(frozen=True, slots=True)
class Sought:
    """Words, and what narrows the articles down; what is empty or None narrows nothing.

    `since` and `until` are days of publication, both included; `actor` is named in the article or counted by one of its
    claims, `side` is that of a claim or of its actor.
    """

    words: str = ""
    since: date | None = None
    until: date | None = None
    outlet: str = ""
    language: str = ""
    state: ReviewState | None = None
    actor: str = ""
    side: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but words is asked for."""
        chosen = (self.since, self.until, self.outlet, self.language, self.state, self.actor, self.side)
        return any(chosen)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.words.strip() and not self.is_narrowed


class Place(StrEnum):
    """Where words were found."""

    ARTICLE = "article"
    CLAIM = "claim"
    INCIDENT = "incident"
    ASSESSMENT = "assessment"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of what is stored, in its own words but for line ends and double spaces; `marks` are what was found."""

    words: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: an article, or a claim, a title or a note that leads into one.

    `span` is the first of the words found in the article's text, None where they are only in its title or in a note;
    `claim` is the id of the claim that a note or a title leads to, 0 for an article.
    """

    place: Place
    article: Article
    title: Passage
    text: Passage
    span: Span | None = None
    claim: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the best first.

    `articles` and `notes` count all that there are, up to `most`; `ranked` is False where there were so many articles
    that the last ones to come in stand first.
    """

    hits: tuple[Hit, ...] = ()
    articles: int = 0
    notes: int = 0
    most: int = 0
    ranked: bool = True
