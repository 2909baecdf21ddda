"""Spoils case files at random and uses each as the program would.

``python -m tests.workbench.casefile.fuzzing TIMES [SEED]`` does so by hand, each file in a process of its own.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.conftest import ROOT
from workbench import acts
from workbench.case import Case, backups, verify
from workbench.casefile.schema import VERSION
from workbench.commands.opening import reckoned
from workbench.errors import WorkbenchError
from workbench.model.search import Sought
from workbench.reckoning.conventions import load

SHIPPED = ROOT / "tests" / "casefiles" / f"schema-{VERSION}.case"
#: What a hostile schema would do if it were asked: mark the rows, or never end.
HOSTILE = (
    "CREATE TRIGGER own AFTER INSERT ON journal BEGIN UPDATE side SET name = 'OWNED'; END",
    "CREATE TRIGGER own AFTER UPDATE ON claim BEGIN DELETE FROM mention; END",
    "CREATE TRIGGER own INSTEAD OF DELETE ON article_text BEGIN DELETE FROM article; END",
    "CREATE VIEW own AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT count(*) FROM n",
    "CREATE TABLE own (x, y AS (zeroblob(1000000000)))",
    "CREATE INDEX own ON claim(abs(low))",
    "CREATE UNIQUE INDEX own ON journal(hash)",
    "CREATE VIRTUAL TABLE own USING fts5(x)",
    "ALTER TABLE claim ADD COLUMN own TEXT DEFAULT 'x'",
    "ALTER TABLE claim RENAME TO own",
    "DROP TRIGGER journal_keeps_words",
    "DROP VIEW article_text",
    "DROP INDEX claim_open",
    "DROP TABLE words",
)
REWRITES = (
    ("CREATE TABLE claim", "CREATE VIEW claim AS SELECT 1 --"),
    ("RAISE(ABORT, 'the journal only grows')", "load_extension('/none/own.so')"),
    ("document.text AS body", "load_extension('/none/own.so') AS body"),
    ("document.text AS body", "readfile('/etc/passwd') AS body"),
    ("content=''", "content='sqlite_master'"),
    ("tokenize='ascii'", "tokenize='own'"),
    ("NOT NULL", "NOT NULL CHECK (abs(-9223372036854775808))"),
    ("INTEGER PRIMARY KEY", "INTEGER"),
    ("REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED", "REFERENCES article(id) ON DELETE CASCADE"),
)
VALUES = ("x'ff00'", "NULL", "''", "'own'", "-1", "9223372036854775807", "1e308", "'[[[[['", "zeroblob(100000)", "'{}'")


def spoil(path: Path, random: Random) -> str:
    """Spoil a case file; return how."""
    how = random.choice(("bytes", "pages", "cut", "schema", "rewrite", "cells", "header"))
    if how in ("schema", "rewrite", "cells"):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            {"schema": _schema, "rewrite": _rewrite, "cells": _cells}[how](connection, random)
        except sqlite3.Error:
            pass  # SQLite itself would not have it; the file is whole then, or broken in the middle
        finally:
            connection.close()
    else:
        content = bytearray(path.read_bytes())
        {"bytes": _bytes, "pages": _pages, "cut": _cut, "header": _header}[how](content, random)
        path.write_bytes(content)
    return how


def _bytes(content: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 3, 30, 300))):
        content[random.randrange(100, len(content))] = random.randrange(256)


def _header(content: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 2, 5))):
        content[random.randrange(16, 100)] = random.choice((0, 1, 2, 127, 255, random.randrange(256)))


def _pages(content: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 2, 8))):
        one, other = (random.randrange(1, len(content) // 4096) * 4096 for _ in range(2))
        content[one : one + 4096] = content[other : other + 4096]


def _cut(content: bytearray, random: Random) -> None:
    del content[random.randrange(50, len(content)) :]


def _schema(connection: sqlite3.Connection, random: Random) -> None:
    connection.execute(random.choice(HOSTILE))


def _rewrite(connection: sqlite3.Connection, random: Random) -> None:
    old, new = random.choice(REWRITES)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = replace(sql, ?, ?)", (old, new))


def _cells(connection: sqlite3.Connection, random: Random) -> None:
    """Put anything into cells, past triggers that are put back as they were."""
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    try:
        for _ in range(random.choice((1, 2, 6))):
            tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            table = random.choice([name for name in tables if not name.startswith(("sqlite_", "article_search"))])
            column = random.choice([name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")])
            few = f"WHERE rowid % {random.choice((1, 3))} = 0" if table not in ("case_info", "journal_row") else ""
            connection.execute(f"UPDATE OR IGNORE {table} SET {column} = {random.choice(VALUES)} {few}")
    finally:
        for _, sql in triggers:
            connection.execute(sql)


def use(path: Path) -> str:
    """Use a case as the program would: read all, reckon, correct, undo, back up, verify; return how that went.

    Whatever is raised but a WorkbenchError is a fault of the program, and so is a trigger that was carried out.
    """
    sentences = [_said(lambda: _worked(path)), _said(lambda: _verified(path)), _said(lambda: _backed_up(path))]
    return "refused" if sentences[0] else "damage told" if any(sentences) else "good"


def _said(work: Callable[[], object]) -> str:
    """Do a piece of work; return the sentence with which it was refused, or nothing."""
    try:
        work()
    except WorkbenchError as error:
        return str(error)
    return ""


def _worked(path: Path) -> None:
    case = Case.open(path, "Ana")
    try:
        _read(case)
        claims = case.claims()
        for act in (lambda: case.apply(acts.edit_note(claims[0], "n")), case.undo, case.redo, case.undo):
            act()
        _read(case)
        assert all(side.name != "OWNED" for side in case.sides().values())
    finally:
        case.close()


def _read(case: Case) -> None:
    for article in case.articles():
        text = case.text(article.id)
        for mention in case.mentions(article.id):
            case.places_of(mention.span.of(text) or mention.text)
        case.document(article.document)
        case.rows_of(article.id)
        case.copies_of(article.id)
    for line in case.log():
        assert line.act is not None
    claims = case.claims()
    reckoned(case, load(ROOT / "resources" / "conventions" / "vague_numbers.tsv"))
    reads: tuple[Callable[[], object], ...] = (
        *(case.counts, case.named_actors, case.named_places, case.own_sides, case.undo_about, case.redo_about),
        *(case.assessments, case.overrides, case.own_readings, case.declined, case.rows, case.consistent),
    )
    for read in reads:
        read()
    case.search(Sought("Soldaten"))
    case.search(Sought("", actor="sohr", side="government"))
    case.log_of(claims[0])


def _verified(path: Path) -> None:
    faults = verify(path).faults
    if faults:
        raise WorkbenchError(faults[0])


def _backed_up(path: Path) -> None:
    from datetime import UTC, datetime

    backups.back_up(path, backups.folder_of(path), datetime.now(UTC))


def one(folder: Path, seed: int) -> str:
    """Spoil a case by a seed and use it; return how it was spoilt and how that went."""
    path = folder / f"{seed}.case"
    shutil.copyfile(SHIPPED, path)
    how = spoil(path, Random(seed))
    return f"{how}: {use(path)}"


def main(words: list[str]) -> None:
    """Spoil and use as many files as are named, or the one with a seed, and say how that went."""
    if words[0] == "one":
        with tempfile.TemporaryDirectory() as folder:
            print(one(Path(folder), int(words[1])))  # noqa: T201 - the outcome
        return
    outcomes: Counter[str] = Counter()
    first = int(words[1]) if len(words) > 1 else 0
    for start in range(first, first + int(words[0]), 25):
        command = [sys.executable, "-m", "tests.workbench.casefile.fuzzing", "some", str(start), "25"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
        outcomes.update(done.stdout.splitlines())
        if done.returncode:
            outcomes["CRASH"] += 1
            print(start, done.returncode, done.stderr[-2000:], flush=True)  # noqa: T201 - the outcome
    for outcome, count in sorted(outcomes.items()):
        print(f"{count:6} {outcome}")  # noqa: T201 - the outcome


def some(first: int, count: int) -> None:
    """Spoil and use files with these seeds; name the seed of a fault."""
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as folder:
            try:
                print(one(Path(folder), seed), flush=True)  # noqa: T201 - the outcome
            except Exception as error:  # noqa: BLE001 - every fault of a thousand files is wanted
                import traceback

                frame = traceback.extract_tb(error.__traceback__)[-1]
                print(f"FAULT {type(error).__name__} {Path(frame.filename).name}:{frame.lineno}: seed {seed}")  # noqa: T201 - the outcome


if __name__ == "__main__":
    if sys.argv[1] == "some":
        some(int(sys.argv[2]), int(sys.argv[3]))
    else:
        main(sys.argv[1:])
