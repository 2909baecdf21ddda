"""Text from the clipboard: kept as UTF-8, the encoding the case file stores text in."""

from __future__ import annotations

from workbench.errors import UnreadableArticle
from workbench.importers.dateline import dateline
from workbench.importers.encoding import unusable
from workbench.importers.headline import headline
from workbench.importers.imported import Imported, document_of
from workbench.importers.language import language_of


def read(text: str) -> Imported:
    """Return the article in a pasted text; its bytes are the text in UTF-8."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableArticle("There is no text to paste. Copy the article's text first.")
    if unusable(text):
        raise UnreadableArticle(f"The pasted text holds {unusable(text)}. Delete it there, and paste again.")
    document = document_of(text.encode("utf-8"), text, "utf-8")
    return Imported(document, headline(text), language_of(text), "", dateline(text), "text/plain", "")
