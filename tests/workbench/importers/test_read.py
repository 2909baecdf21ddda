from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.importers.pages import pdf, word
from workbench.errors import UnreadableArticle
from workbench.importers.read import LIMIT, TEXT_LIMIT, read, read_bytes, read_pasted
from workbench.importers.word import MEDIA_TYPE

TEXT = "Bei Kämpfen im Norden starben fünf Soldaten, sagte die Armee."
PAGE = f"<!DOCTYPE html><html><body><article><p>{TEXT}</p></article></body></html>"


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (PAGE, "a.html", "text/html"),
        (PAGE, "a.txt", "text/html"),
        (PAGE, "a", "text/html"),
        (f"<p>{TEXT}</p>", "a.HTM", "text/html"),
        (TEXT, "a.html", "text/plain"),
        (TEXT, "a.txt", "text/plain"),
    ],
)
def test_content_decides_before_the_name(content: str, name: str, kind: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        [imported] = read_bytes(content.encode(encoding), name)
        assert imported.media_type == kind
        assert imported.document.text == TEXT


def test_other_formats_are_told_by_their_content() -> None:
    for content, kind in ((pdf([TEXT]), "application/pdf"), (word(TEXT), MEDIA_TYPE)):
        [imported] = read_bytes(content, "a.txt")
        assert (imported.media_type, imported.document.text) == (kind, TEXT)


def test_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "Bericht ü.txt"
    path.write_bytes(TEXT.encode())
    [imported] = read(path)
    assert imported.file_name == "Bericht ü.txt"
    assert imported.document.text == TEXT


def test_reads_a_pasted_text() -> None:
    assert read_pasted(TEXT).document.text == TEXT


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "is damaged"),
        (b"PK\x03\x04\x14\x00", "an office document"),
        (b"{\\rtf1\\ansi Five dead}", "an RTF document"),
        (b"\x89PNG\r\n", "a picture"),
        (b"SQLite format 3\x00", "a case is opened"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "binary|not a text"),
        (b"\x00\x01\x02\xff" * 99, "binary|not a text"),
    ],
)
def test_what_is_no_article_gets_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(UnreadableArticle, match=words) as caught:
        read_bytes(content, "a.txt")
    assert str(caught.value).startswith("a.txt ")


def test_a_text_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(UnreadableArticle, match=r"long\.txt is too long for one article: 50 MB, the limit is 20 MB"):
        read(path)
    with pytest.raises(UnreadableArticle, match="Split it"):
        read_bytes(b"a" * (LIMIT + 1), "long.txt")


@pytest.mark.parametrize("shape", ["{}", "<!DOCTYPE html><html><body><article><p>{}</p></article></body></html>"])
def test_a_book_is_too_long_for_an_article(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.importers.read.TEXT_LIMIT", 200)
    assert read_bytes(shape.format(TEXT).encode(), "book.txt")
    with pytest.raises(UnreadableArticle, match=r"book\.txt is too long for one article.*Split it into one file"):
        read_bytes(shape.format(f"{TEXT} " * 9).encode(), "book.txt")


def test_a_pasted_book_is_too_long_too() -> None:
    words = "The pasted text is too long for one article: 5.0 million characters, the limit is 5 million. Split it"
    with pytest.raises(UnreadableArticle, match=words):
        read_pasted("a" * (TEXT_LIMIT + 1))


def test_a_page_may_hold_large_pictures() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * (TEXT_LIMIT + 1)}">'
    [imported] = read_bytes(PAGE.replace("</p>", f"</p>{picture}").encode(), "a.html")
    assert imported.document.text == TEXT


def test_what_is_no_file_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticle, match="is a folder, not a file"):
        read(tmp_path)
    with pytest.raises(UnreadableArticle, match="is not there"):
        read(tmp_path / "gone.txt")


def test_a_file_that_may_not_be_read_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(TEXT)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableArticle, match="may not be read"):
        read(path)


def test_a_failing_disk_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def fail(self: Path) -> bytes:
        raise OSError(5, os.strerror(5), str(self))

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(UnreadableArticle, match="could not be read"):
        read(path)


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a"]))
def test_no_bytes_escape_as_a_bug(content: bytes, name: str) -> None:
    try:
        articles = read_bytes(content, name)
    except UnreadableArticle:
        articles = []
    assert all(article.document.content == content and article.document.text.strip() for article in articles)


def outcome(content: bytes) -> tuple[str, str]:
    """What comes of the bytes of a file: the text of its article, or a sentence."""
    try:
        (imported,) = read_bytes(content, "a.pdf")
    except UnreadableArticle as error:
        return "", str(error)
    return imported.document.text, ""


@pytest.mark.parametrize("whole", [pdf(["Titel", TEXT], [TEXT]), word("Titel", TEXT, rows=[("Armee", "5")])])
@given(places=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_spoilt_file_is_an_article_or_a_sentence(whole: bytes, places: list[tuple[int, int]]) -> None:
    spoilt = bytearray(whole)
    for place, byte in places:
        spoilt[place % len(spoilt)] = byte
    text, sentence = outcome(bytes(spoilt))
    assert any(map(str.isalnum, text)) or " a.pdf " in f" {sentence}"
