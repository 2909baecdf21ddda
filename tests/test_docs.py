"""What the papers say about the program is held against the program."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.workbench.values import article, document, findings
from workbench import acts, recording
from workbench.case import Case
from workbench.casefile.schema import APPLICATION_ID, VERSION

CASE_FILE = (ROOT / "docs" / "case-file.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```sql\n(.*?)```", CASE_FILE, re.DOTALL)


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    case = Case.create(tmp_path / "a.case", "Ana")
    case.apply(acts.import_article(article(), document()))
    case.apply(recording.record_findings(article(), findings(), 2, automatic=True))
    case.apply(acts.accept(case.claim(3)))
    case.close()
    connection = sqlite3.connect(f"{(tmp_path / 'a.case').as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_documented_question_has_an_answer(read_only: sqlite3.Connection, question: str) -> None:
    assert read_only.execute(question).fetchall()


def test_the_documented_words_are_the_claims_words(read_only: sqlite3.Connection) -> None:
    words = [row[4] for row in read_only.execute(QUESTIONS[0])]
    assert words[0].startswith("Drei Soldaten 🪖 wurden getötet")
    assert words[1] == "darunter ein Offizier"


def test_every_table_is_documented(read_only: sqlite3.Connection) -> None:
    tables = {row[0] for row in read_only.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    ours = {t for t in tables if not t.startswith(("sqlite_", "_sqlite", "article_search_"))}
    documented = set(re.findall(r"`(\w+)`", CASE_FILE))
    assert ours <= documented


def test_every_column_is_documented(read_only: sqlite3.Connection) -> None:
    documented = set(re.findall(r"\w+", CASE_FILE))
    columns = {row[1] for row in read_only.execute("PRAGMA table_info(claim)")}
    stems = {re.sub(r"_(start|end|precision|inherited|place|name|latitude|longitude|text|id)$", "", c) for c in columns}
    assert stems - {"when", "where"} <= documented


def test_the_header_is_as_documented() -> None:
    assert str(APPLICATION_ID) in CASE_FILE
    assert f"now {VERSION} |" in CASE_FILE
