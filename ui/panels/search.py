"""What the search of the case found."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from ui.models.article_list import about
from ui.named import words
from ui.panels.search_filters import SearchFilters
from ui.rich_lines import QUIET, add_line, rich_list
from ui.searches import Searches
from ui.session import Focus, Session
from ui.words import count_words
from workbench.model.search import Found, Hit, Passage, Place, Sought
from workbench.wording import article_words

_HIT = Qt.ItemDataRole.UserRole
_EMPTY = (
    "Type words above: articles, claims and notes that hold all of them are listed here. Muenchen finds München; words "
    "in quotation marks stand next to one another."
)
#: What leads into an article, by where the words stand.
_LEADS = {
    Place.CLAIM: "Claim in",
    Place.INCIDENT: "Incident told in",
    Place.ASSESSMENT: "Assessment, of a claim in",
    Place.OVERRIDE: "Figure set by hand, told in",
}


class SearchPanel(QWidget):
    """Lists what holds the words; what is chosen opens at them."""

    #: Something was opened from the list.
    opened = Signal()
    #: Esc: the hands want to go on typing.
    left = Signal()

    def __init__(self, session: Session, searches: Searches) -> None:
        super().__init__()
        self._session, self._searches = session, searches
        self._query = ""
        self._heading = words("", "heading")
        self._filters = SearchFilters(session)
        self._hint = words(_EMPTY, "muted", wrap=True)
        self._list = rich_list("What was found", "searchResults")
        self._list.itemActivated.connect(self._open)
        self._list.itemClicked.connect(self._open)
        self._filters.changed.connect(self._ask)
        searches.found.connect(self._show)
        session.opened.connect(self._list.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 12)
        layout.setSpacing(10)
        for widget in (self._heading, self._filters, self._hint):
            layout.addWidget(widget)
        layout.addWidget(self._list, 1)

    def search(self, query: str) -> None:
        """Look for `query`, in what is chosen; the list follows as soon as something is found."""
        if query.strip() and not self._query:
            self._filters.offer()
        self._query = query.strip()
        self._ask()

    def take_focus(self) -> None:
        """Put the cursor on the first that was found."""
        self._list.setFocus()
        self._list.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentItem() is not None:
            self._open(self._list.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        wanted = self._filters.wanted(self._query)
        if not wanted.is_empty and not self._list.count():
            self._hint.hide()
            self._heading.setText(f"Searching for “{self._query}” …" if self._query else "Searching …")
            self._heading.show()
        self._searches.ask(wanted)

    def _show(self, wanted: Sought, found: Found) -> None:
        self._list.clear()
        self._heading.setText(heading(wanted, found))
        self._heading.setVisible(not wanted.is_empty)
        self._hint.setVisible(wanted.is_empty)
        for hit in found.hits:
            item = add_line(self._list, *_line(hit), ruled=True)
            item.setData(_HIT, hit)

    def _open(self, item: QListWidgetItem) -> None:
        hit: Hit = item.data(_HIT)
        kind = "claim" if hit.claim else ""
        self._session.focus(Focus(hit.article.id, kind, hit.claim, None if kind else hit.span, asker="search"))
        self.opened.emit()


def heading(wanted: Sought, found: Found) -> str:
    """Say how much was found, and what of it is shown."""
    if wanted.is_empty:
        return ""
    counted = [f"More than {found.most:,} articles"] if found.articles > found.most else []
    if not counted and (found.articles or not found.notes):
        counted.append(count_words(found.articles, "article"))
    if found.notes:
        counted.append(f"{found.notes} {'claim or note' if found.notes == 1 else 'claims or notes'}")
    one = "s" if found.articles + found.notes == 1 else ""
    said = f"hold{one} “{wanted.words}”" if wanted.words.strip() else f"fit{one}"
    return f"{' and '.join(counted)} {said}{_part(wanted, found)}"


def _part(wanted: Sought, found: Found) -> str:
    """Say which of the articles are shown, where not all are."""
    shown = sum(hit.place is Place.ARTICLE for hit in found.hits)
    if shown >= found.articles:
        return ""
    if not found.ranked:
        return f"; the last {shown} to come in are shown"
    return f"; the {'best' if wanted.words.strip() else 'last published'} {shown} are shown"


def _line(hit: Hit) -> tuple[str, str]:
    """Return a result as rich text, the words found in bold, and as plain text."""
    article = article_words(hit.article)
    lead = about(hit.article) if hit.place is Place.ARTICLE else f"{_LEADS[hit.place]} “{article}”"
    html = (
        f"<p><b>{_marked(hit.title, 'u')}</b></p><p><font color='{QUIET}'>{escape(lead)}</font></p>"
        f"<p>{_marked(hit.text, 'b')}</p>"
    )
    return html, f"{hit.title.words}\n{lead}\n{hit.text.words}"


def _marked(passage: Passage, tag: str) -> str:
    """Return a passage as rich text with what was found in a tag."""
    html, at = "", 0
    for mark in passage.marks:
        found = escape(mark.of(passage.words))
        html += f"{escape(passage.words[at : mark.start])}<{tag}>{found}</{tag}>"
        at = mark.end
    return html + escape(passage.words[at:])
