from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.commands.asked import Asked
from workbench.commands.lines import Task, read_line
from workbench.commands.reading import Reader

TEXT = (
    "Bei Kämpfen bei Homs wurden nach Angaben der Armee am Mittwoch fünf Soldaten \U0001f56f getötet und zwei verletzt."
)


def line_of(**row: object) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode()


def read(resources: Path, line: bytes, asked: Asked | None = None, *, with_text: bool = False) -> tuple[Any, bool]:
    answer, good = read_line(Task(resources, asked or Asked(), with_text), line)
    assert "\n" not in answer
    return json.loads(answer), good


def test_a_line_gives_claims_and_figures(resources: Path, reader: Reader) -> None:
    row, good = read(resources, line_of(id="a", text=TEXT, lang="de", published="2024-11-28", title="Kämpfe"))
    assert good
    assert (row["id"], row["lang"], row["published"], row["title"]) == ("a", "de", "2024-11-28", "Kämpfe")
    assert "text" not in row
    [killed] = [claim for claim in row["claims"] if claim["effect"] == "killed"]
    assert killed["value"] == 5
    assert TEXT[killed["number"]["start"] : killed["number"]["end"]] == "fünf"
    [figure] = [figure for figure in row["figures"] if figure["effect"] == "killed"]
    assert (figure["low"], figure["best"], figure["high"]) == (5, 5, 5)


def test_a_mark_in_a_line_is_the_callers_own_character(resources: Path, reader: Reader) -> None:
    """Offsets count the text as it was given, also where it begins with a byte order mark."""
    row, _ = read(resources, line_of(id="a", text="\ufeff" + TEXT), with_text=True)
    assert row["text"] == "\ufeff" + TEXT
    assert all(row["text"][m["start"] : m["end"]] == m["text"] for m in row["mentions"])


def test_what_the_line_says_goes_before_what_the_call_says(resources: Path, reader: Reader) -> None:
    asked = Asked("en", date(2020, 1, 1))
    row, _ = read(resources, line_of(id="a", text=TEXT, lang="de"), asked)
    assert (row["lang"], row["published"], row["title"]) == ("de", "2020-01-01", None)


def test_the_language_is_found(resources: Path, reader: Reader) -> None:
    row, _ = read(resources, line_of(id="a", text=TEXT))
    assert row["lang"] == "de"


@pytest.mark.parametrize(
    ("line", "id_", "words"),
    [
        (b"{", None, "not JSON"),
        (b'{"id": "a", "text": "f\xfcnf Tote"}', None, "not JSON in UTF-8"),
        (b"[" * 100_000, None, "not JSON"),
        (b"[1]", None, "not a JSON object"),
        (line_of(text=TEXT), None, "no id"),
        (line_of(id=7, text=TEXT), None, "no id"),
        (line_of(id="a"), "a", "no text"),
        (line_of(id="a", text=7), "a", "no text"),
        (line_of(id="a", text=" \n"), "a", "empty"),
        (b'{"id": "a", "text": "two \\u0000 dead"}', "a", "NUL"),
        (b'{"id": "a", "text": "two \\ud83d dead"}', "a", "half a character"),
        (b'{"id": "\\ud83d", "text": "two dead"}', None, "no id"),
        (line_of(id="a", text=TEXT, lang="fr"), "a", "de or en"),
        (line_of(id="a", text=TEXT, lang=["de"]), "a", "de or en"),
        (line_of(id="a", text=TEXT, published="yesterday"), "a", "YYYY-MM-DD"),
        (line_of(id="a", text=TEXT, published="2024-02-30"), "a", "YYYY-MM-DD"),
        (line_of(id="a", text=TEXT, published="2024-W01-1"), "a", "YYYY-MM-DD"),
        (line_of(id="a", text=TEXT, published=20241128), "a", "YYYY-MM-DD"),
        (line_of(id="a", text=TEXT, title=["a"]), "a", "title"),
        (line_of(id="a", text="a" * 20_000_001), "a", "split it"),
    ],
)
def test_a_line_that_is_no_article_gets_a_sentence(resources: Path, line: bytes, id_: str | None, words: str) -> None:
    row, good = read(resources, line)
    assert not good
    assert row.keys() == {"id", "error"}
    assert row["id"] == id_
    assert words in row["error"]
    assert row["error"].endswith(".")


@given(st.binary(max_size=60))
def test_no_bytes_escape_as_a_bug(content: bytes) -> None:
    row, good = read(Path("not needed"), content)
    assert not good
    assert row["id"] is None
