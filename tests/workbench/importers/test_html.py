from __future__ import annotations

from datetime import date

import pytest

from workbench.errors import UnreadableArticle
from workbench.importers import html

BODY = """
<nav><ul><li><a href="/">Startseite</a></li><li><a href="/politik">Politik</a></li></ul></nav>
<div role="banner">Jetzt abonnieren</div>
<article><h1>Fünf Soldaten getötet</h1>
<p>Bei Kämpfen im Norden wurden nach Angaben der Armee <b>fünf</b> Soldaten getötet.</p>
<p>Zwei weitere <a href="/x">wurden</a> verletzt. \U0001f56f e\u0301</p>
<img src="http://tracker.example/p.gif" width="1">
<p>Unter den Toten seien auch Zivilisten, sagte ein Sprecher am Mittwoch.</p></article>
<aside>Lesen Sie auch: Anderes</aside><footer>Impressum und Datenschutz</footer>"""
HEAD = """<title>Fünf Soldaten getötet | Der Bote</title>
<meta property="og:title" content="Fünf Soldaten getötet"><meta property="og:site_name" content="Der Bote">
<meta property="article:published_time" content="2024-11-28T10:00:00+01:00">"""


def page(body: str = BODY, head: str = HEAD, before: str = "<!DOCTYPE html>") -> str:
    return f'{before}<html lang="de"><head>{head}</head><body>{body}</body></html>'


def test_the_paragraphs_of_the_article_and_nothing_around_them() -> None:
    lines = html.read(page().encode(), "a.html").document.text.split("\n")
    assert lines[-3:] == [
        "Bei Kämpfen im Norden wurden nach Angaben der Armee fünf Soldaten getötet.",
        "Zwei weitere wurden verletzt. \U0001f56f e\u0301",
        "Unter den Toten seien auch Zivilisten, sagte ein Sprecher am Mittwoch.",
    ]
    assert not {"Startseite", "Politik", "Jetzt abonnieren", "Impressum und Datenschutz"} & set(lines)


def test_the_teaser_belongs_to_the_article() -> None:
    body = BODY.replace("</h1>", "</h1><p class='article-teaser'>Die Armee meldet weitere Tote an der Front.</p>")
    text = html.read(page(body).encode(), "a.html").document.text
    assert "Die Armee meldet weitere Tote an der Front.\nBei Kämpfen" in text


def test_takes_what_the_page_says_of_itself() -> None:
    imported = html.read(page().encode(), "a.html")
    assert (imported.title, imported.outlet) == ("Fünf Soldaten getötet", "Der Bote")
    assert (imported.published, imported.language) == (date(2024, 11, 28), "de")
    assert (imported.media_type, imported.file_name) == ("text/html", "a.html")


def test_keeps_the_bytes_of_the_page() -> None:
    content = page().encode()
    assert html.read(content, "a.html").document.content == content


def test_a_date_in_the_words_is_no_date_of_publication() -> None:
    body = "<article><p>Am 3. Mai 2015 starben bei Homs fünf Soldaten, sagte die Armee am 4. Mai 2015.</p></article>"
    imported = html.read(page(body, "<title>Homs</title>").encode(), "a.html")
    assert imported.published is None
    assert imported.outlet == ""


def test_reads_json_ld() -> None:
    told = '{"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": "2024-11-29T08:00:00Z"}'
    head = f'<title>Homs</title><script type="application/ld+json">{told}</script>'
    assert html.read(page(head=head).encode(), "a.html").published == date(2024, 11, 29)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "utf-16-le"])
def test_reads_any_encoding_of_a_page(encoding: str) -> None:
    plain = page(BODY.replace("\U0001f56f e\u0301", ""))
    assert "Kämpfen" in html.read(plain.encode(encoding), "a.html").document.text


@pytest.mark.parametrize("before", ['<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE html>', "<!-- saved -->"])
def test_reads_xhtml_and_saved_pages(before: str) -> None:
    plain = page(BODY.replace("\U0001f56f e\u0301", ""), before=before)
    assert "Kämpfen" in html.read(plain.encode("iso-8859-1"), "a.html").document.text


def test_follows_the_encoding_that_a_page_declares() -> None:
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Обстрел</title>'
    body = "<article><p>В результате обстрела погибли пять человек, сообщил губернатор.</p></article>"
    imported = html.read(page(body, head).encode("cp1251"), "a.html")
    assert imported.document.encoding == "cp1251"
    assert imported.document.text.startswith("В результате")


@pytest.mark.parametrize("body", ["", "<nav><a href='/'>Startseite</a></nav>", "<img src='a.png'>", "<p>…</p>"])
def test_a_page_without_an_article_gets_a_sentence(body: str) -> None:
    with pytest.raises(UnreadableArticle, match=r"No article text was found in a\.html"):
        html.read(f"<html><body>{body}</body></html>".encode(), "a.html")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("<!doctype HTML>", True),
        ("\n<?xml version='1.0'?>\n<!-- a\nb -->\n<html>", True),
        ("<body class=x>", True),
        ("<b>5</b> dead", False),
        ("5 dead <html>", False),
        ("", False),
    ],
)
def test_tells_a_page_from_a_text(text: str, answer: bool) -> None:
    assert html.is_page(text) is answer
