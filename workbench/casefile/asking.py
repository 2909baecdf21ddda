"""What the search of a case finds: articles, and claims, titles and notes that lead into one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from workbench.casefile import rows
from workbench.casefile.guards import decoding
from workbench.casefile.journal_read import text_in
from workbench.changes import Value, ValueType
from workbench.model.article import Article
from workbench.model.assessment import About, Assessment
from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.model.override import Override
from workbench.model.search import Found, Hit, Place, Sought
from workbench.searching import Term, asked, holds, passage, whole
from workbench.wording import article_words, claim_words, incident_words

#: So many articles, and so many notes, are shown.
SHOWN, SHOWN_NOTES = 50, 20
#: Of more than this the best are not looked for, but the last to come in: ranking reads each of them.
RANKED = 2000
#: So many articles are read again at once where words were taught.
_HOLDING = 1000

_TITLE_WEIGHS, _NOTE_WEIGHS = 5.0, 5.0
_ARTICLES = "FROM article_search CROSS JOIN article ON article.id = article_search.rowid WHERE article_search MATCH ?"
_REMARKS = "FROM remark_search WHERE remark_search MATCH ?"
_COUNTED = f"SELECT count(*) FROM (SELECT 1 {{}} LIMIT {RANKED + 1})"
_OF_ACTOR = tuple(
    f"SELECT article_id FROM {table} WHERE actor = ? AND status <> 'rejected'" for table in ("mention", "claim")
)
_OF_SIDE = (
    "SELECT article_id FROM claim WHERE side = ? AND status <> 'rejected'",
    """SELECT claim.article_id FROM actor CROSS JOIN claim ON claim.actor = actor.id
    WHERE actor.side = ? AND claim.side IS NULL AND claim.status <> 'rejected'""",
)


def search(connection: sqlite3.Connection, wanted: Sought) -> Found:
    """Return the articles, claims and notes that hold every word asked for, in what narrows them down."""
    terms = asked(wanted.words)
    if not terms:
        return _narrowed(connection, wanted)
    asking = _Asking(connection, terms, wanted)
    ids, articles = asking.articles()
    remarks, notes = asking.remarks()
    hits = (*(hit for id_ in ids for hit in asking.shown(id_)), *remarks)
    return Found(hits, articles, notes, RANKED, articles <= RANKED)


def holding(connection: sqlite3.Connection, words: str) -> list[int]:
    """Return the ids of the articles that hold the words, the last to come in first."""
    match = " ".join(term.match for term in asked(words))
    if not match:
        return []
    order = f"ORDER BY article_search.rowid DESC LIMIT {_HOLDING}"
    found = connection.execute(f"SELECT article.id {_ARTICLES} {order}", (match,))
    return [id_ for (id_,) in found]


def _narrowed(connection: sqlite3.Connection, wanted: Sought) -> Found:
    """Return the articles that are asked for without a word, the last published first."""
    if not wanted.is_narrowed:
        return Found()
    where, parameters = _where(wanted)
    asking = _Asking(connection, (), wanted)
    within = f"FROM article WHERE {where}"
    (count,) = connection.execute(_COUNTED.format(within), parameters).fetchone()
    ids = connection.execute(
        f"SELECT id {within} ORDER BY published DESC, id DESC LIMIT {SHOWN}", parameters
    ).fetchall()
    return Found(tuple(hit for (id_,) in ids for hit in asking.shown(id_)), count, 0, RANKED)


def _where(wanted: Sought) -> tuple[str, list[str]]:
    """Return the condition on an article that narrows it down, and its parameters."""
    said = {
        "published >= ?": wanted.since and wanted.since.isoformat(),
        "published <= ?": wanted.until and wanted.until.isoformat(),
        "outlet = ?": wanted.outlet,
        "language = ?": wanted.language,
        "state = ?": wanted.state,
    }
    chosen = {f"article.{condition}": value for condition, value in said.items() if value}
    conditions, parameters = [*chosen], [str(value) for value in chosen.values()]
    for value, tables in ((wanted.actor, _OF_ACTOR), (wanted.side, _OF_SIDE)):
        if value:
            conditions.append(f"article.id IN ({' UNION '.join(tables)})")
            parameters += [value] * len(tables)
    return " AND ".join(conditions) or "1", parameters


def _fits(connection: sqlite3.Connection, article: Article, wanted: Sought) -> bool:
    """Tell of one article what `_where` asks of all."""
    day = article.published
    said = (
        not wanted.since or (day is not None and wanted.since <= day),
        not wanted.until or (day is not None and day <= wanted.until),
        wanted.outlet in ("", article.outlet),
        wanted.language in ("", article.language),
        wanted.state in (None, article.state),
    )
    tables = ((wanted.actor, _OF_ACTOR), (wanted.side, _OF_SIDE))
    return all(said) and all(_is_in(connection, article.id, value, of) for value, of in tables if value)


def _is_in(connection: sqlite3.Connection, article_id: int, value: str, tables: Iterable[str]) -> bool:
    """Tell whether one of these questions for articles has this one among its answers."""
    asked_of_one = (f"{sql} AND article_id = ?" for sql in tables)
    return any(connection.execute(sql, (value, article_id)).fetchone() is not None for sql in asked_of_one)


@dataclass
class _Asking:
    """One search: its words, and what narrows articles down."""

    connection: sqlite3.Connection
    terms: tuple[Term, ...]
    wanted: Sought
    known: dict[int, Article | None] = field(default_factory=dict)

    @property
    def match(self) -> str:
        """What FTS5 is asked."""
        return " ".join(term.match for term in self.terms)

    def articles(self) -> tuple[list[int], int]:
        """Return the ids of the best articles, and how many there are, counted up to one more than are ranked."""
        where, chosen = _where(self.wanted)
        within, parameters = f"{_ARTICLES} AND {where}", [self.match, *chosen]
        (count,) = self.connection.execute(_COUNTED.format(within), parameters).fetchone()
        best = f"bm25(article_search, {_TITLE_WEIGHS}, 1.0), article.id"
        order = best if count <= RANKED else "article_search.rowid DESC"
        found = self.connection.execute(f"SELECT article.id {within} ORDER BY {order} LIMIT {SHOWN}", parameters)
        return [id_ for (id_,) in found], count

    def remarks(self) -> tuple[list[Hit], int]:
        """Return the best of the claims, titles and notes that hold the words, and how many there are of them.

        Narrowed down, as many are counted as are found among the first.
        """
        (count,) = self.connection.execute(_COUNTED.format(_REMARKS), (self.match,)).fetchone()
        order = f"bm25(remark_search, 1.0, {_NOTE_WEIGHS}), rowid" if count <= RANKED else "rowid DESC"
        found = self.connection.execute(f"SELECT rowid {_REMARKS} ORDER BY {order} LIMIT {RANKED}", (self.match,))
        narrowed = self.wanted.is_narrowed
        hits = list(islice((hit for (id_,) in found for hit in self._remark(id_)), SHOWN_NOTES))
        return hits, len(hits) if narrowed else count

    def _remark(self, id_: int) -> Iterator[Hit]:
        """Yield the hit in a row, where that leads into an article asked for."""
        for place, (type_, leads) in _LEADS.items():
            value = rows.get(self.connection, type_, id_)
            if value is not None:
                claim = leads(self.connection, value)
                article = self._article(claim.article_id) if claim is not None else None
                if claim is not None and article is not None:
                    yield self._shown_remark(place, value, claim, article)
                return

    def _shown_remark(self, place: Place, value: Value, claim: Claim, article: Article) -> Hit:
        title, note = _words_of(value, claim)
        if not holds(note, self.terms):
            note = claim.evidence.of(self._text(article))
        text, _ = passage(note, self.terms)
        return Hit(place, article, whole(title, self.terms), text, claim.evidence, claim.id)

    def _article(self, id_: int) -> Article | None:
        """Return an article where it is among those asked for."""
        if id_ not in self.known:
            article = rows.get(self.connection, Article, id_)
            fits = isinstance(article, Article) and _fits(self.connection, article, self.wanted)
            self.known[id_] = article if isinstance(article, Article) and fits else None
        return self.known[id_]

    def _text(self, article: Article) -> str:
        found = self.connection.execute("SELECT text FROM document WHERE sha256 = ?", (article.document,)).fetchone()
        with decoding(f"The text of article {article.id}"):
            return text_in(found[0]) if found else ""

    def shown(self, id_: int) -> Iterator[Hit]:
        """Yield an article with the passage that holds the words."""
        article = self._article(id_)
        if article is not None:
            text, span = passage(self._text(article), self.terms)
            yield Hit(Place.ARTICLE, article, whole(article_words(article), self.terms), text, span)


def _words_of(value: Value, claim: Claim) -> tuple[str, str]:
    """Return what a row is called, and what was noted in it."""
    if isinstance(value, Incident):
        return incident_words(value), ""
    if isinstance(value, Assessment):
        return claim_words(claim), value.note
    if isinstance(value, Override):
        return claim_words(claim), value.rationale
    return claim_words(claim), claim.note


def _itself(_: sqlite3.Connection, value: Value | None) -> Claim | None:
    return value if isinstance(value, Claim) else None


def _assessed(connection: sqlite3.Connection, value: Value) -> Claim | None:
    if not isinstance(value, Assessment) or value.about is About.SOURCE:
        return None
    if value.about is About.INCIDENT:
        return _first(connection, value.about_id)
    return _itself(connection, rows.get(connection, Claim, value.about_id))


def _overridden(connection: sqlite3.Connection, value: Value) -> Claim | None:
    return _first(connection, value.incident) if isinstance(value, Override) else None


def _titled(connection: sqlite3.Connection, value: Value) -> Claim | None:
    return _first(connection, value.id) if isinstance(value, Incident) else None


def _first(connection: sqlite3.Connection, incident: rows.Id) -> Claim | None:
    """Return the claim by which an incident is opened."""
    where = "WHERE incident_id = ? ORDER BY article_id, evidence_start, id LIMIT 1"
    return _itself(connection, next(rows.select(connection, Claim, where, incident), None))


#: Where a remark may stand, and the claim it leads to.
_LEADS: dict[Place, tuple[ValueType, Callable[[sqlite3.Connection, Value], Claim | None]]] = {
    Place.CLAIM: (Claim, _itself),
    Place.INCIDENT: (Incident, _titled),
    Place.ASSESSMENT: (Assessment, _assessed),
    Place.OVERRIDE: (Override, _overridden),
}
