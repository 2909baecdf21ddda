"""One real case file of every schema that was ever shipped opens, and is what its journal says."""

from __future__ import annotations

import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from workbench import acts
from workbench.case import Case, verify
from workbench.casefile.schema import VERSION
from workbench.folding import folded
from workbench.model.assessment import About
from workbench.model.convention import OwnReading

#: The columns of the journal that every schema has.
JOURNAL = "number, step, takes_back, act, about, analyst, at, edits, hash"
SHIPPED = sorted((ROOT / "tests" / "casefiles").glob("schema-*.case"))


def test_every_schema_has_its_file() -> None:
    numbers = [int(re.findall(r"\d+", path.stem)[0]) for path in SHIPPED]
    assert numbers == list(range(1, VERSION + 1))


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_case_opens_and_takes_corrections(shipped: Path, tmp_path: Path) -> None:
    path = tmp_path / shipped.name
    shutil.copyfile(shipped, path)
    case = Case.open(path, "Ben")
    assert case.consistent()
    for article in case.articles():
        text = case.text(article.id)
        assert all(mention.span.of(text) == mention.text for mention in case.mentions(article.id))
        assert all(c.number is None or c.number.of(text) == c.number_text for c in case.claims(article.id))
    open_claim = next(claim for claim in case.claims() if claim.status == "proposed")
    case.apply(acts.accept(open_claim))
    case.undo()
    assert case.claim(open_claim.id) == open_claim
    assert case.redo_about() is not None
    case.close()


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.stem)
def test_an_older_case_is_brought_to_this_schema_and_keeps_its_journal(shipped: Path, tmp_path: Path) -> None:
    path = tmp_path / shipped.name
    shutil.copyfile(shipped, path)
    lines = read(path, f"SELECT {JOURNAL} FROM journal")
    Case.open(path).close()
    assert read(path, "PRAGMA user_version") == [(VERSION,)]
    assert read(path, f"SELECT {JOURNAL} FROM journal") == lines
    assert verify(path).faults == ()
    mentions = read(path, "SELECT text, 'mention', id FROM mention WHERE text <> ''")
    claims = read(path, "SELECT victims_text, 'claim', id FROM claim WHERE victims_text <> ''")
    known = {(folded(words), kind, id_) for words, kind, id_ in (*mentions, *claims)}
    assert set(read(path, "SELECT folded, kind, row_id FROM words")) == known


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.stem)
def test_a_case_of_any_schema_verifies_before_it_is_opened(shipped: Path) -> None:
    content = shipped.read_bytes()
    assert verify(shipped).faults == ()
    assert shipped.read_bytes() == content
    assert not [*shipped.parent.glob(f"{shipped.name}-*")]


def test_a_reason_of_the_fifth_schema_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-5.case", path)
    case = Case.open(path)
    (told,) = [line for line in case.log() if line.reason]
    assert (told.act, told.reason, told.note) == ("reject", "told_twice", "steht schon im ersten Absatz")
    assert {line.program for line in case.log()} == {"Casualty Workbench 0.1.0"}
    case.close()


def test_judgements_of_the_third_schema_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-3.case", path)
    case = Case.open(path)
    source, claim, incident = case.assessments()
    assert (source.reliability, claim.credibility, incident.grade) == ("B", "2", "fair")
    assert case.assessment(About.SOURCE, "sohr") == source
    assert case.assessment(About.SOURCE, "un") is None
    (override,) = case.overrides()
    assert case.overrides(override.incident) == [override]
    assert case.overrides(0) == []
    assert (override.low, override.best, override.high) == (37, 38, None)
    assert case.own_readings() == {"dozens": OwnReading("dozens", "24", "60", "-")}
    assert [(pair.one, pair.other) for pair in case.declined()] == [tuple(sorted(i.id for i in case.incidents()))[:2]]
    assert [line.act for line in case.log_of(override)] == ["override"]
    case.close()


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.stem)
def test_the_articles_of_an_older_case_are_found_by_their_passages(shipped: Path, tmp_path: Path) -> None:
    path = tmp_path / shipped.name
    shutil.copyfile(shipped, path)
    case = Case.open(path)
    for article in case.articles():
        found = case.alike(case.text(article.id))
        assert found[0].id == (article.copy_of or article.id)
    case.close()


def test_a_copy_of_the_fourth_schema_tells_of_the_incidents_of_its_original(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-4.case", path)
    case = Case.open(path)
    (copy,) = case.copies_of(1)
    told = {claim.incident_id for claim in case.claims(copy.id)}
    assert told
    assert told <= {claim.incident_id for claim in case.claims(1)}
    assert case.printed_again(copy) == case.claims(1)
    assert case.printed_again(case.article(1)) == case.claims(copy.id)
    case.close()


def read(path: Path, question: str) -> list[Any]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()
