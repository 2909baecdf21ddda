from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.workbench.exporters.material import MADE, RECKONING, Contents
from workbench.errors import BadResource, WorkbenchError
from workbench.exporters.html import render, write
from workbench.exporters.report import build
from workbench.model.figure import Check, Reckoning

CHART = (
    '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    '<svg xmlns="http://www.w3.org/2000/svg"><title>12 killed</title></svg>'
)
VOID = {"meta", "br", "link", "img", "hr"}


class Page(HTMLParser):
    """Reads a page: its ids, its links, its tags and attributes; fails where a tag is not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(key, value or "") for key, value in attrs]
        self.ids += [value or "" for key, value in attrs if key == "id"]
        self.links += [value or "" for key, value in attrs if key == "href"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def templates(resources: Path) -> Path:
    return resources / "templates"


def page(templates: Path, contents: Contents | None = None) -> str:
    return render(build(contents or Contents(), RECKONING, MADE, CHART), templates)


def test_every_link_leads_to_a_place_on_the_page(templates: Path) -> None:
    read = Page(page(templates))
    assert len(read.ids) == len(set(read.ids))
    assert all(link.startswith("#") and link[1:] in read.ids for link in read.links)


def test_figure_and_sentence_lead_to_each_other(templates: Path) -> None:
    text = page(templates)
    assert {"#f1", "#f1-c11", "#u13", "#a1", "#by-side"} <= set(Page(text).links)
    assert '<mark class="number">12</mark> <mark class="victims">Soldaten</mark> \U0001f56f' in text


def test_nothing_is_fetched_and_nothing_runs(templates: Path) -> None:
    text = page(templates)
    read = Page(text)
    assert not read.tags & {"script", "link", "img", "iframe", "object", "embed", "base"}
    assert not [key for key, _ in read.attributes if key.startswith("on") or key in ("src", "srcset")]
    assert not re.search(r"url\((?!#)|@import", text)
    assert "default-src 'none'" in text
    assert "DOCTYPE svg" not in text


def test_what_comes_from_a_case_is_escaped(templates: Path) -> None:
    attack = "<script>alert(1)</script><img src=http://x.example/p.gif>"
    made = build(Contents(title=attack), RECKONING, replace(MADE, case=attack, analyst=attack))
    read = Page(render(made, templates))
    assert not read.tags & {"script", "img"}
    assert attack in read.words


def test_the_chart_is_drawn_in_the_page(templates: Path) -> None:
    text = page(templates)
    assert '<figure class="chart"><svg xmlns' in text
    without = render(build(Contents(), RECKONING, MADE), templates)
    assert '<figure class="chart">' not in without


def test_says_case_maker_program_convention_and_evidence(templates: Path) -> None:
    words = Page(page(templates)).words
    for word in ("Homs", "A. Analyst", "Casualty Workbench 0.1.0", "default", "GTD", "utf-8", "homs.txt", "Reuters"):
        assert word in words
    assert "Holds: 7 + 5 = 12 lies in 12" in words
    assert "not used: a belligerent’s count of its enemy" in words


def test_a_check_leads_to_the_sentences_behind_it_and_what_fails_stands_first(templates: Path) -> None:
    good, bad = Check("bound", True, "12 lies in dozens", (11, 13, 99)), Check("toll_falls", False, "12 is less", ())
    text = render(build(Contents(), replace(RECKONING, checks=(good, bad)), MADE), templates)
    words = Page(text).words
    assert words.index("Does not hold: 12 is less") < words.index("Holds: 12 lies in dozens")
    assert "12 lies in dozens Behind it: 12 Soldaten, Dutzende Rebellen." in " ".join(words.split())
    assert {"#f1-c11", "#u13"} <= set(Page(text).links)


def test_who_may_be_counted_twice_stands_above_the_figures(templates: Path) -> None:
    doubted = replace(build(Contents(), RECKONING, MADE), twice="up to 12 people may be counted twice")
    words = Page(render(doubted, templates)).words
    assert "Not decided: up to 12 people may be counted twice." in words
    assert words.index("Not decided:") < words.index("Government")
    assert "Not decided" not in Page(page(templates)).words


def test_an_empty_case_makes_a_page_too(templates: Path) -> None:
    words = Page(render(build(Contents(()), Reckoning((), ()), MADE), templates)).words
    assert "No article of this case holds a claim" in words
    assert "Every claim is used." in words


def test_writes_the_page_whole(tmp_path: Path, templates: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("an older report")
    write(build(Contents(), RECKONING, MADE, CHART), path, templates)
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]


def test_a_place_that_cannot_be_written_gets_a_sentence(tmp_path: Path, templates: Path) -> None:
    with pytest.raises(WorkbenchError, match="could not be written"):
        write(build(Contents(), RECKONING, MADE), tmp_path / "gone" / "report.html", templates)


def test_a_missing_template_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadResource, match="Install the program again"):
        render(build(Contents(), RECKONING, MADE), tmp_path)
