"""What the search of the case found."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from ui.named import words
from ui.rich_lines import add_line, rich_list
from ui.session import Focus, Session
from ui.words import count_words
from workbench.model.span import Span

_ARTICLE = Qt.ItemDataRole.UserRole
_FOUND = re.compile("«(.+?)»")
_PATIENCE_MS = 150


class SearchPanel(QWidget):
    """Lists the articles that hold the words; one that is chosen opens at them."""

    #: An article was opened from the list.
    opened = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._query = ""
        self._heading = words("", "heading")
        self._list = rich_list("Articles found", "searchResults")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._search)
        self._list.itemActivated.connect(self._open)
        self._list.itemClicked.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 12)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addWidget(self._list, 1)

    def search(self, query: str) -> None:
        """Look for `query` as soon as the typing rests."""
        self._query = query.strip()
        self._patience.start()

    def take_focus(self) -> None:
        """Put the cursor on the first article found."""
        self._list.setFocus()
        self._list.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.count():
            self._open(self._list.currentItem())
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        self._list.clear()
        hits = self._session.search(self._query) if self._query else []
        verb = "holds" if len(hits) == 1 else "hold"
        self._heading.setText(f"{count_words(len(hits), 'article')} {verb} “{self._query}”")
        for hit in hits:
            snippet = " ".join(hit.snippet.split())
            item = add_line(self._list, _html(hit.title, snippet), f"{hit.title}\n{_plain(snippet)}", ruled=True)
            item.setData(_ARTICLE, (hit.article_id, _FOUND.findall(hit.snippet)))

    def _open(self, item: QListWidgetItem) -> None:
        article_id, found = item.data(_ARTICLE)
        span = place_of(found[0], self._session.text(article_id)) if found else None
        self._session.focus(Focus(article_id, span=span, asker="search"))
        self.opened.emit()


def _html(title: str, snippet: str) -> str:
    """Return a result as rich text, the words found in bold."""
    found = _FOUND.sub(r"<b>\1</b>", escape(snippet))
    return f"<p><b>{escape(title)}</b></p><p>{found}</p>"


def _plain(snippet: str) -> str:
    return _FOUND.sub(r"\1", snippet)


def place_of(found: str, text: str) -> Span | None:
    """Return where the words found stand first in an article's text."""
    match = re.search(re.escape(found), text, re.IGNORECASE)
    return Span(match.start(), match.end()) if match else None
