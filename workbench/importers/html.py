"""HTML: the article out of its page, from the bytes alone; whatever the page links to stays where it is.

trafilatura is imported with the first page: it takes a quarter of a second, and a window must not wait for it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from workbench.errors import UnreadableArticle
from workbench.importers.encoding import decode
from workbench.importers.imported import Imported, document_of
from workbench.importers.language import language_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document as Page

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HEAD = 4096
#: Parts of a page that are never the article.
_AROUND = [
    "//nav",
    "//footer",
    "//aside",
    "//form",
    "//*[@role='navigation' or @role='banner' or @role='complementary' or @role='contentinfo' or @aria-hidden='true']",
]
#: Paragraphs of an article whose class makes them look like a list of other articles.
_TEASERS = "//*[self::article or self::main]//p[contains(@class, 'teaser') or contains(@class, 'summary')]"
#: Only what the mark-up says is a date of publication; a date somewhere in the words is not.
_DATES = {"original_date": True, "extensive_search": False}


def is_page(text: str) -> bool:
    """Tell whether `text` begins as an HTML page does."""
    return _PAGE.match(text[:_HEAD]) is not None


def read(content: bytes, file_name: str) -> Imported:
    """Return the article of an HTML page: its paragraphs a line each, without navigation."""
    from trafilatura import load_html

    markup, encoding = decode(content, file_name, _declared(content))
    tree = load_html(_whole(markup))
    page = None if tree is None else _extract(tree)
    text = _paragraphs(page.text or "") if page else ""
    if tree is None or page is None or not any(char.isalnum() for char in text):
        raise UnreadableArticle(
            f"No article text was found in {file_name}. Open the page in a browser, copy the article and paste it."
        )
    return Imported(
        document_of(content, text, encoding),
        " ".join((page.title or "").split()),
        language_of(text, _language(tree)),
        " ".join((page.sitename or "").split()),
        _day(page.date),
        "text/html",
        file_name,
    )


def _declared(content: bytes) -> str:
    found = _CHARSET.search(content[:_HEAD]) or _XML_CHARSET.match(content[:_HEAD])
    return found[1].decode("ascii") if found else ""


def _whole(markup: str) -> str:
    """Return the mark-up as a parser of texts wants it: no XML declaration, a piece of a page as a page."""
    markup = _DECLARATION.sub("", markup)
    return markup if is_page(markup) else f"<html><body>{markup}</body></html>"


def _extract(tree: HtmlElement) -> Page | None:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    for paragraph in tree.xpath(_TEASERS):
        del paragraph.attrib["class"]
    found = bare_extraction(
        tree,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATES,
        prune_xpath=_AROUND,
    )
    return found if isinstance(found, Page) else None


def _paragraphs(text: str) -> str:
    lines = (line.strip(" \t\r\xa0") for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _language(tree: HtmlElement) -> str:
    return tree.get("lang") or tree.get("xml:lang") or ""


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        return None
