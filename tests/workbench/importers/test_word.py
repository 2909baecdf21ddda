from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.workbench.importers.pages import word as word_of
from workbench.errors import UnreadableArticle
from workbench.importers import word

TITLE = "Fünf Soldaten getötet"
BODY = "Bei Kämpfen im Norden wurden nach Angaben der Armee fünf Soldaten getötet. \U0001f56f e\u0301"


def zipped(**files: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def rewritten(document: bytes, part: str, content: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(document)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


def test_paragraphs_and_tables_in_their_order() -> None:
    content = word_of(TITLE, "", BODY, rows=[("Seite", "Tote"), ("Armee", "5")])
    assert word.is_document(content)
    imported = word.read(content, "a.docx")
    assert imported.document.text.split("\n") == [TITLE, BODY, "Seite\tTote", "Armee\t5"]
    assert (imported.title, imported.language, imported.published) == (TITLE, "de", None)
    assert (imported.media_type, imported.file_name) == (word.MEDIA_TYPE, "a.docx")
    assert imported.document.content == content


def test_a_text_without_a_headline_has_the_title_of_the_file() -> None:
    assert word.read(word_of(BODY, title="Lage im  Norden"), "a.docx").title == "Lage im Norden"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04\x14\x00", zipped(a=b"x")])
def test_other_archives_are_no_documents(content: bytes) -> None:
    assert not word.is_document(content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (word_of("...", ""), "holds no text"),
        (zipped(word__document_xml=b"<x"), r"is damaged \(.+\)\. Open it in Word"),
        (word_of(BODY)[:-40], "is damaged"),
        (rewritten(word_of(BODY), "_rels/.rels", b"<Relationships/>"), "is damaged"),
        (rewritten(word_of(BODY), "docProps/core.xml", b"<x/>"), "is damaged"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(UnreadableArticle, match=words):
        word.read(content, "a.docx")


def test_what_unpacks_to_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "UNPACKED", 1_000)
    with pytest.raises(UnreadableArticle, match="unpacks to more than"):
        word.read(word_of(BODY), "a.docx")
