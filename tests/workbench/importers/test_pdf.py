from __future__ import annotations

import pytest

from tests.workbench.importers.pages import pdf as pdf_of
from workbench.errors import UnreadableArticle
from workbench.importers import pdf

TITLE = "Fünf Soldaten getötet"
BODY = [
    "Bei Kämpfen im Norden der Provinz wurden nach Angaben der Armee am Mittwoch fünf Sol-",
    "daten getötet, wie ein Sprecher in der Hauptstadt sagte. Zwei weitere wurden dabei ver-",
    "letzt (einer schwer).",
    "Unter den Toten seien auch Zivilisten, sagte er.",
]
READ = [
    BODY[0].removesuffix("-") + BODY[1].removesuffix("-") + BODY[2],
    BODY[3],
]


def lines(content: bytes) -> list[str]:
    return pdf.read(content, "a.pdf").document.text.split("\n")


def test_lines_become_paragraphs_and_words_are_whole_again() -> None:
    assert lines(pdf_of([TITLE, "", *BODY])) == [TITLE, *READ]


def test_it_says_what_it_is() -> None:
    content = pdf_of([TITLE, *BODY], title="Microsoft Word - alt.doc")
    imported = pdf.read(content, "a.pdf")
    assert (imported.title, imported.language, imported.media_type) == (TITLE, "de", "application/pdf")
    assert (imported.published, imported.outlet, imported.file_name) == (None, "", "a.pdf")
    assert imported.document.content == content


def test_a_text_without_a_headline_has_the_title_of_the_file() -> None:
    assert pdf.read(pdf_of(BODY, title="Lage im Norden"), "a.pdf").title == "Lage im Norden"


def test_what_frames_the_pages_is_left_out_and_a_paragraph_goes_over_them() -> None:
    inner = (BODY[:3], BODY[:1], BODY[1:])
    pages = [["Der Bote", *middle, f"Seite {number} von 3"] for number, middle in enumerate(inner, 1)]
    assert lines(pdf_of(*pages)) == [READ[0], *READ]


def test_a_compound_keeps_its_hyphen_before_a_capital() -> None:
    body = ["Nach Angaben der Behörden kamen bei dem Angriff am frühen Morgen mindestens neun HTS-", "Kämpfer um."]
    assert lines(pdf_of(body)) == [
        "Nach Angaben der Behörden kamen bei dem Angriff am frühen Morgen mindestens neun HTS-Kämpfer um."
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", r"a\.pdf is damaged \(.+\)\. Open it elsewhere"),
        (pdf_of([]), "holds pictures of its pages and no text"),
        (pdf_of(["...", "---"]), "holds pictures of its pages and no text"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(UnreadableArticle, match=words):
        pdf.read(content, "a.pdf")


def test_thousands_of_pages_are_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGES", 1)
    with pytest.raises(UnreadableArticle, match="has 2 pages"):
        pdf.read(pdf_of(BODY, BODY), "a.pdf")
