"""The tables of a case file, as named steps that only ever grow in number.

`docs/case-file.md` says what each table holds. A step that has shipped is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from itertools import islice

from sqlite_utils import Database, Migrations

from workbench.folding import folded
from workbench.likeness import marks
from workbench.searching import fold

#: "CWca", in the file's header: tells a case from any other SQLite file.
APPLICATION_ID = 0x43576361
#: How many steps this program knows; a file with more was made by a newer one.
VERSION = 9

steps = Migrations("casualty_workbench")

_WHEN = "when_start TEXT, when_end TEXT, when_precision INTEGER, when_inherited INTEGER"
_WHERE = (
    "where_place TEXT, where_name TEXT, where_precision INTEGER, "
    "where_latitude REAL, where_longitude REAL, where_inherited INTEGER"
)

_FIRST = f"""
CREATE TABLE case_info (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE method (id TEXT PRIMARY KEY, convention TEXT NOT NULL, policy TEXT NOT NULL);
CREATE TABLE side (id TEXT PRIMARY KEY, name TEXT NOT NULL, colour TEXT NOT NULL, position INTEGER NOT NULL);
CREATE TABLE actor (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL, inter INTEGER,
  parent TEXT REFERENCES actor(id) DEFERRABLE INITIALLY DEFERRED,
  side TEXT REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED, aliases TEXT NOT NULL);
CREATE TABLE source (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL, interest TEXT NOT NULL,
  side TEXT REFERENCES side(id) DEFERRABLE INITIALLY DEFERRED, aliases TEXT NOT NULL);
CREATE TABLE document (
  sha256 TEXT PRIMARY KEY, encoding TEXT NOT NULL, text TEXT NOT NULL, content BLOB NOT NULL);
CREATE TABLE article (
  id INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE REFERENCES document(sha256),
  title TEXT NOT NULL, language TEXT NOT NULL, outlet TEXT NOT NULL, published TEXT, file_name TEXT NOT NULL,
  media_type TEXT NOT NULL, imported_at TEXT NOT NULL, state TEXT NOT NULL);
CREATE TABLE incident (
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, {_WHEN}, {_WHERE}, clarity INTEGER NOT NULL, made_by TEXT NOT NULL);
CREATE TABLE mention (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, text TEXT NOT NULL, label TEXT NOT NULL, actor TEXT,
  {_WHERE}, {_WHEN}, confidence REAL, status TEXT NOT NULL, made_by TEXT NOT NULL);
CREATE INDEX mention_by_article ON mention(article_id);
CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
  effect TEXT NOT NULL,
  value INTEGER, low INTEGER, high INTEGER, best INTEGER, modifier TEXT NOT NULL, term TEXT NOT NULL,
  evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL, unit TEXT NOT NULL,
  incident_id INTEGER REFERENCES incident(id) DEFERRABLE INITIALLY DEFERRED,
  number_start INTEGER, number_end INTEGER, effect_span_start INTEGER, effect_span_end INTEGER,
  victims_start INTEGER, victims_end INTEGER, attribution_start INTEGER, attribution_end INTEGER,
  number_text TEXT NOT NULL, victims_text TEXT NOT NULL, attribution_text TEXT NOT NULL,
  actor TEXT, side TEXT, category TEXT NOT NULL, origin TEXT, relay TEXT,
  epistemic TEXT NOT NULL, scope TEXT NOT NULL, {_WHEN}, {_WHERE},
  relations TEXT NOT NULL, rules TEXT NOT NULL, status TEXT NOT NULL, made_by TEXT NOT NULL, note TEXT NOT NULL);
CREATE INDEX claim_by_article ON claim(article_id);
CREATE INDEX claim_by_incident ON claim(incident_id);
CREATE INDEX claim_open ON claim(article_id) WHERE status = 'proposed';
CREATE TABLE journal (
  number INTEGER PRIMARY KEY, step TEXT NOT NULL, takes_back INTEGER REFERENCES journal(number),
  act TEXT NOT NULL, about TEXT NOT NULL, analyst TEXT NOT NULL, at TEXT NOT NULL,
  edits TEXT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE journal_row (
  kind TEXT NOT NULL, row_id TEXT NOT NULL, number INTEGER NOT NULL REFERENCES journal(number),
  PRIMARY KEY (kind, row_id, number)) WITHOUT ROWID;
CREATE TRIGGER journal_keeps_lines BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE VIEW article_text AS
  SELECT article.id AS id, article.title AS title, document.text AS body
  FROM article JOIN document ON document.sha256 = article.document;
CREATE VIRTUAL TABLE article_search USING fts5(
  title, body, content='article_text', content_rowid='id', prefix='2 3',
  tokenize='unicode61 remove_diacritics 2');
"""

_SECOND = """
ALTER TABLE mention ADD COLUMN inferred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE method ADD COLUMN conflict TEXT NOT NULL DEFAULT '';
CREATE TABLE words (
  folded TEXT NOT NULL, kind TEXT NOT NULL, row_id INTEGER NOT NULL,
  PRIMARY KEY (folded, kind, row_id)) WITHOUT ROWID;
"""

# What an assessment, an override, a declined proposal or a copy is about may be taken away while it stays, and comes
# back with an undo: so none of them refers to it in SQL.
_THIRD = """
ALTER TABLE article ADD COLUMN copy_of INTEGER;
CREATE TABLE own_reading (id TEXT PRIMARY KEY, low TEXT NOT NULL, high TEXT NOT NULL, best TEXT NOT NULL);
CREATE TABLE assessment (
  id INTEGER PRIMARY KEY, about TEXT NOT NULL, about_id TEXT NOT NULL, reliability TEXT, credibility TEXT,
  grade TEXT, likelihood TEXT, note TEXT NOT NULL, UNIQUE (about, about_id));
CREATE TABLE override (
  id INTEGER PRIMARY KEY, incident INTEGER NOT NULL, scope TEXT NOT NULL, side TEXT, category TEXT,
  effect TEXT NOT NULL, low INTEGER NOT NULL, best INTEGER, high INTEGER, rationale TEXT NOT NULL);
CREATE INDEX override_by_incident ON override(incident);
CREATE TABLE declined (
  id INTEGER PRIMARY KEY, one INTEGER NOT NULL, other INTEGER NOT NULL, UNIQUE (one, other));
"""

_FOURTH = """
CREATE TABLE likeness (
  mark INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (mark, article)) WITHOUT ROWID;
"""

# SQLite's REPLACE takes rows away without asking the triggers on DELETE, so INSERT has its own.
_FIFTH = """
ALTER TABLE journal ADD COLUMN program TEXT;
ALTER TABLE journal ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN documents TEXT NOT NULL DEFAULT '[]';
CREATE TRIGGER journal_grows_at_its_end BEFORE INSERT ON journal
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER document_stays BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never taken back'); END;
CREATE TRIGGER document_keeps_its_words BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TRIGGER document_comes_once BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(IGNORE); END;
"""

_SIXTH = """
CREATE TABLE merged (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, line INTEGER NOT NULL, hash TEXT NOT NULL, ids TEXT NOT NULL);
"""


# The indexes hold words as the search compares them, and no texts: a table of texts would hold each a second time.
_SEVENTH = """
DROP TABLE article_search;
CREATE VIRTUAL TABLE article_search USING fts5(title, body, content='', prefix='2 3', tokenize='ascii');
CREATE VIRTUAL TABLE remark_search USING fts5(words, note, content='', prefix='2 3', tokenize='ascii');
CREATE TABLE tally (
  what TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (what, name)) WITHOUT ROWID;
CREATE INDEX mention_by_actor ON mention(actor, article_id) WHERE status <> 'rejected' AND actor IS NOT NULL;
CREATE INDEX claim_by_actor ON claim(actor, side, article_id) WHERE status <> 'rejected';
CREATE INDEX claim_by_side ON claim(side, article_id) WHERE status <> 'rejected';
"""
#: What is indexed, each with the words of a row and what was noted in it.
_REMARKS = (
    "SELECT id, number_text || ' ' || victims_text || ' ' || attribution_text, note FROM claim",
    "SELECT id, title, '' FROM incident",
    "SELECT id, '', note FROM assessment",
    "SELECT id, '', rationale FROM override",
)
_TALLY = """
SELECT 'state', state, count(*) FROM article GROUP BY 2
UNION ALL SELECT 'outlet', outlet, count(*) FROM article WHERE outlet <> '' GROUP BY 2
UNION ALL SELECT 'language', language, count(*) FROM article WHERE language <> '' GROUP BY 2
UNION ALL SELECT 'claim', status, count(*) FROM claim GROUP BY 2
UNION ALL SELECT 'actor', actor, count(*) FROM mention WHERE actor <> '' AND status <> 'rejected' GROUP BY 2
UNION ALL SELECT 'place', where_place, count(*) FROM mention
  WHERE where_place <> '' AND status <> 'rejected' GROUP BY 2
"""


#: The rows of the index of words. What is no text there is damage; it is told when its row is read.
_WORDS = """
SELECT {folded}(text), 'mention', id FROM mention WHERE typeof(text) = 'text' AND text <> ''
UNION ALL
SELECT {folded}(victims_text), 'claim', id FROM claim WHERE typeof(victims_text) = 'text' AND victims_text <> ''
"""
#: What articles that are no copies say.
_ORIGINALS = "SELECT id, '', CASE WHEN copy_of IS NULL THEN body END FROM article_text JOIN article USING (id)"
#: What is indexed anew where a text holds signs that count otherwise since.
_INDEXED = (
    "SELECT text FROM document UNION ALL SELECT title FROM article UNION ALL SELECT text FROM mention",
    "SELECT number_text FROM claim UNION ALL SELECT victims_text FROM claim UNION ALL SELECT note FROM claim",
    "SELECT attribution_text FROM claim UNION ALL SELECT title FROM incident UNION ALL SELECT note FROM assessment",
    "SELECT rationale FROM override",
)
#: Hebrew and Arabic: their points parted words, or were a part of them; since the ninth schema they go.
_POINTED = re.compile("[\u0590-\u06ff\ufb1d-\ufefc]")
#: So many articles' marks are put in order before they are written.
_AT_ONCE = 1000


@steps()
def m001_first_tables(db: Database) -> None:
    """Lay out everything a case holds."""
    for statement in _statements(_FIRST):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


@steps()
def m002_same_words(db: Database) -> None:
    """Note what is inferred and which conflict a case is about; find the places of the same words by an index."""
    for statement in _statements(_SECOND):
        db.execute(statement)
    for kind, column in (("mention", "text"), ("claim", "victims_text")):
        # What is no text there is damage; it is told when its row is read.
        wanted = f"typeof({column}) = 'text' AND {column} <> ''"
        rows = db.execute(f"SELECT id, {column} FROM {kind} WHERE {wanted}").fetchall()
        db.conn.executemany("INSERT INTO words VALUES (?, ?, ?)", [(folded(text), kind, id_) for id_, text in rows])
    db.execute("PRAGMA user_version = 2")


@steps()
def m003_judgements(db: Database) -> None:
    """Note copies, assessments, overrides of figures, the analyst's own convention and declined proposals."""
    for statement in _statements(_THIRD):
        db.execute(statement)
    db.execute("PRAGMA user_version = 3")


@steps()
def m004_likeness(db: Database) -> None:
    """Find the articles that may be copies of one another by an index."""
    for statement in _statements(_FOURTH):
        db.execute(statement)
    # A text that is damaged is told when it is read, as above.
    rows = db.execute("SELECT id, body FROM article_text WHERE typeof(body) = 'text'").fetchall()
    db.conn.executemany(
        "INSERT INTO likeness VALUES (?, ?)", ((mark, id_) for id_, text in rows for mark in marks(fold(text)))
    )
    db.execute("PRAGMA user_version = 4")


@steps()
def m005_accountable_lines(db: Database) -> None:
    """Note with each line the program, the reason and the texts it brought; keep lines and documents from REPLACE."""
    for statement in _statements(_FIFTH):
        db.execute(statement)
    db.execute("PRAGMA user_version = 5")


@steps()
def m006_merged(db: Database) -> None:
    """Note which other cases were taken in, and under which numbers their rows stand here."""
    for statement in _statements(_SIXTH):
        db.execute(statement)
    db.execute("PRAGMA user_version = 6")


@steps()
def m007_search_and_counts(db: Database) -> None:
    """Index words as the search compares them, those of claims and notes too; keep counts."""
    for statement in _statements(_SEVENTH):
        db.execute(statement)
    _fill_search(db)
    db.execute(f"INSERT INTO tally {_TALLY}")
    db.execute("PRAGMA user_version = 7")


def _fill_search(db: Database) -> None:
    articles = _folded_rows(db, "SELECT id, title, body FROM article_text")
    db.conn.executemany("INSERT INTO article_search (rowid, title, body) VALUES (?, ?, ?)", articles)
    remarks = (row for sql in _REMARKS for row in _folded_rows(db, sql) if row[1] or row[2])
    db.conn.executemany("INSERT INTO remark_search (rowid, words, note) VALUES (?, ?, ?)", remarks)


@steps()
def m008_folded_anew(db: Database) -> None:
    """Fill the indexes of words and of likeness anew, for both are reckoned otherwise now.

    From here on mentions and claims that come together stand column by column in the journal.
    """
    _fill_words(db, "folded")
    db.execute("PRAGMA user_version = 8")


def _fill_words(db: Database, function: str) -> None:
    db.execute("DELETE FROM words")
    db.execute("DELETE FROM likeness")
    # SQLite puts them in order first: what belongs far apart in a large table is written far faster so.
    db.conn.create_function(function, 1, folded, deterministic=True)
    db.execute(f"INSERT INTO words {_WORDS.format(folded=function)} ORDER BY 1, 2, 3")
    articles = _folded_rows(db, _ORIGINALS)
    while some := list(islice(articles, _AT_ONCE)):
        rows = sorted((mark, id_) for id_, _, words in some for mark in marks(words))
        db.conn.executemany("INSERT INTO likeness VALUES (?, ?)", rows)


@steps()
def m009_decisions(db: Database) -> None:
    """Note what merges decided; fold points of Arabic and Hebrew away in all indexes.

    From here on a line seals the encoding of each document that came with it, too.
    """
    db.execute("ALTER TABLE merged ADD COLUMN decided TEXT NOT NULL DEFAULT '[]'")
    if any(_holds_points(db, sql) for sql in _INDEXED):
        for index in ("article_search", "remark_search"):
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
        _fill_search(db)
        _fill_words(db, "folded_again")  # SQLite gives no name twice while it goes from step to step
    db.execute("PRAGMA user_version = 9")


def _holds_points(db: Database, sql: str) -> bool:
    with closing(db.execute(sql)) as found:
        return any(isinstance(text, str) and _POINTED.search(text) for (text,) in found)


def _folded_rows(db: Database, sql: str) -> Iterator[tuple[int, str, str]]:
    """Yield the rows of a table as the search compares them; texts are read some at a time, for there are many."""
    last = -1
    while rows := db.execute(f"{sql} WHERE id > ? ORDER BY id LIMIT 500", [last]).fetchall():
        yield from ((id_, _folded(one), _folded(other)) for id_, one, other in rows)
        last = rows[-1][0]


def _folded(text: object) -> str:
    # What is no text there is damage; it is told when its row is read.
    return fold(text) if isinstance(text, str) else ""


def _statements(script: str) -> list[str]:
    """Cut a script into statements; a trigger's body ends with END."""
    statements: list[str] = []
    waiting = ""
    for piece in script.split(";"):
        waiting += piece
        inside = waiting.lstrip().startswith("CREATE TRIGGER") and not waiting.rstrip().endswith("END")
        if inside:
            waiting += ";"
        elif waiting.strip():
            statements.append(waiting.strip())
            waiting = ""
        else:
            waiting = ""
    return statements
