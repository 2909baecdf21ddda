"""Above the article: its title, where it comes from, and how far its review is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.named import named, words
from ui.theme import reading_font
from ui.words import day_words, language_words
from workbench.model.article import Article, ReviewState
from workbench.model.claim import Claim
from workbench.model.mention import Status
from workbench.wording import article_words

_STATES = {ReviewState.REVIEWED: " · ✓ reviewed"}


class ReaderHeader(QWidget):
    """Shows what is printed around an article; `align` keeps it above the text's column."""

    def __init__(self) -> None:
        super().__init__()
        self._title = named(words("", wrap=True), "Title of the article", "articleTitle")
        self._details = named(words("", "muted", wrap=True), "Details of the article", "articleDetails")
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(6)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._details)
        self.align(24)
        self.size_type(13.0)

    def show_article(self, article: Article, claims: Iterable[Claim]) -> None:
        """Show an article's title and details."""
        self._title.setText(article_words(article))
        self._details.setText(details(article, claims))

    def align(self, left: int) -> None:
        """Put the words where the text's column begins, in pixels from the left."""
        self._layout.setContentsMargins(left, 22, left, 10)

    def size_type(self, points: float) -> None:
        """Set the title larger than the text, which is read in this size."""
        font = reading_font(points * 1.42)
        font.setWeight(QFont.Weight.DemiBold)
        # The application's style sheet would win over setFont.
        families = ", ".join(f'"{family}"' for family in font.families())
        self._title.setStyleSheet(f"font-family: {families}; font-size: {font.pointSizeF():.1f}pt; font-weight: 700;")


def details(article: Article, claims: Iterable[Claim]) -> str:
    """Return an article's day, outlet, language and how many of its claims are decided, in one line."""
    claims = list(claims)
    decided = sum(claim.status is not Status.PROPOSED for claim in claims)
    told = f"{decided} of {len(claims)} claims reviewed" if claims else "no claims"
    language, copy = language_words(article.language), "" if article.copy_of is None else "copy of another article"
    parts = (day_words(article.published), article.outlet or "outlet not given", language, copy, told)
    return " · ".join(part for part in parts if part) + _STATES.get(article.state, "")
