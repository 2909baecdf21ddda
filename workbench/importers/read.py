"""Files and texts into articles, by what is in them first and by their name second."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import UnreadableArticle
from workbench.importers import html, pasted, pdf, plain, word
from workbench.importers.imported import Imported
from workbench.saving import is_open_case
from workbench.wording import name_words

#: Bytes of a file: a page may hold its pictures.
LIMIT = 20_000_000
#: Characters of an article: a book of 600 pages has a third as many, and reading them all takes about a minute.
TEXT_LIMIT = 5_000_000
_SPLIT = "Split it into one file an article, and import those."
#: What a folder is searched for.
SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx")
_PAGES = (".html", ".htm", ".xhtml")
_CASE = "a database; a case is opened, not imported"
_FOREIGN = (
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "a document of an older office program"),
    (b"PK\x03\x04", "a ZIP archive or an office document that is none of Word's"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3\x00", _CASE),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)


def read(path: Path) -> list[Imported]:
    """Return the articles in the file at `path`; raises UnreadableArticle with a sentence about it."""
    return read_bytes(_content(path), name_words(path.name))


def read_bytes(content: bytes, file_name: str) -> list[Imported]:
    """Return the articles in the bytes of a file; its name only decides where its content does not."""
    _refuse_size(content, file_name)
    imported = _of_kind(content, file_name)
    _refuse_book(imported.document.text, file_name)
    return [imported]


def _of_kind(content: bytes, file_name: str) -> Imported:
    if content.startswith(b"%PDF-"):
        return pdf.read(content, file_name)
    if word.is_document(content):
        return word.read(content, file_name)
    kind = next((kind for mark, kind in _FOREIGN if content.startswith(mark)), "")
    if kind:
        raise _foreign(file_name, kind)
    head = content[:8192]
    as_text = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").decode("latin-1")
    named = file_name.lower().endswith(_PAGES) and "<" in as_text
    reader = html.read if named or html.is_page(as_text) else plain.read
    return reader(content, file_name)


def read_pasted(text: str) -> Imported:
    """Return the article in a pasted text."""
    _refuse_book(text, "The pasted text")
    return pasted.read(text)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableArticle(f"{path} is {_what(path)}. Choose a text, HTML, PDF or Word file.")
        if is_open_case(path):
            raise _foreign(path.name, _CASE)
        if path.stat().st_size > LIMIT:
            raise _too_long(path.name, path.stat().st_size)
        return path.read_bytes()
    except PermissionError as error:
        raise UnreadableArticle(
            f"{path} may not be read. Ask for the right to read it, or copy it elsewhere."
        ) from error
    except OSError as error:
        raise UnreadableArticle(
            f"{path} could not be read: {error.strerror}. Check the disk or the connection."
        ) from error


def _what(path: Path) -> str:
    if path.is_dir():
        return "a folder, not a file"
    return "not a file" if path.exists() else "not there"


def _refuse_size(content: bytes, file_name: str) -> None:
    if not content:
        raise UnreadableArticle(f"{file_name} is empty. Choose a file that holds the article's text.")
    if len(content) > LIMIT:
        raise _too_long(file_name, len(content))


def _foreign(name: str, kind: str) -> UnreadableArticle:
    return UnreadableArticle(f"{name} is {kind}. Save the article as text, HTML, PDF or Word (.docx), and import that.")


def _too_long(name: str, size: int) -> UnreadableArticle:
    return UnreadableArticle(
        f"{name} is too long for one article: {size / 1e6:.0f} MB, the limit is {LIMIT / 1e6:.0f} MB. {_SPLIT}"
    )


def _refuse_book(text: str, name: str) -> None:
    if len(text) > TEXT_LIMIT:
        length = f"{len(text) / 1e6:.1f} million characters, the limit is {TEXT_LIMIT / 1e6:.0f} million"
        raise UnreadableArticle(f"{name} is too long for one article: {length}. {_SPLIT}")
