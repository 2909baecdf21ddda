"""The sample articles are what their README says."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "resources" / "sample"
INDEX = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))


def test_there_are_five_german_and_three_english_articles() -> None:
    assert [entry["language"] for entry in INDEX].count("de") == 5
    assert [entry["language"] for entry in INDEX].count("en") == 3


def test_the_index_names_every_article_once() -> None:
    listed = [entry["file"] for entry in INDEX]
    assert sorted(listed) == sorted(p.name for p in FOLDER.iterdir() if p.suffix in {".txt", ".html"})


@pytest.mark.parametrize("entry", INDEX, ids=lambda entry: entry["file"])
def test_an_entry_is_complete(entry: dict[str, str]) -> None:
    assert entry["title"]
    assert entry["outlet"]
    assert date.fromisoformat(entry["published"]) > date(2020, 1, 1)
    assert entry["title"] in (FOLDER / entry["file"]).read_text(encoding="utf-8-sig")


def test_one_article_has_the_marks_that_break_offsets() -> None:
    content = (FOLDER / "03-al-faschir-update.txt").read_bytes()
    text = content.decode("utf-8-sig")
    assert content.startswith(b"\xef\xbb\xbf")
    assert "\r\n" in text
    assert "\n" not in text.replace("\r\n", "")
    assert any(ord(letter) > 0xFFFF for letter in text)
    assert any(unicodedata.combining(letter) for letter in text)


def test_the_pages_carry_what_an_importer_must_leave_out() -> None:
    for name in ("02-charkiw.html", "07-gaza-strikes.html"):
        page = (FOLDER / name).read_text(encoding="utf-8")
        assert all(f"<{tag}" in page for tag in ("nav", "script", "meta", "footer"))
        assert "article:published_time" in page


def test_the_first_article_keeps_the_figures() -> None:
    text = (FOLDER / "01-aleppo-offensive.txt").read_text(encoding="utf-8")
    for words in ("Fast 100", "44", "16", "37", "mindestens vier Offiziere", "Dutzende", "Hunderte Familien", "2015"):
        assert words in text
