"""Rows in words in which no number of a row stands: what is pointed to is told in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbench.changes import Value
from workbench.merging.told import Key
from workbench.model.article import Article
from workbench.model.assessment import About, Assessment
from workbench.model.claim import Claim
from workbench.model.declined import Declined
from workbench.model.incident import Incident
from workbench.model.mention import Mention
from workbench.model.override import Override

Rows = Mapping[Key, Value]


def numberless(row: Value, rows: Rows) -> str:
    """Return a row with all it points to in words."""
    match row:
        case Article():
            original = rows.get(("article", row.copy_of or 0))
            copied = original.document if isinstance(original, Article) else ""
            return f"{replace(row, id=0, copy_of=None)} {copied}"
        case Mention():
            return f"{replace(row, id=0, article_id=0)} {_short(row, rows)}"
        case Claim():
            led = sorted(f"{r.type} {_short(rows.get(('claim', r.to)), rows)}" for r in row.relations)
            plain = replace(row, id=0, article_id=0, incident_id=None, relations=())
            return f"{plain} {_short(row, rows)} {_event(row.incident_id, rows)} {led}"
        case Incident():
            return f"{replace(row, id=0)} {_event(row.id, rows)}"
        case Assessment(about=About.CLAIM | About.INCIDENT):
            about = rows.get((row.about, int(row.about_id)))
            return f"{replace(row, id=0, about_id='')} {_short(about, rows)}"
        case Override():
            return f"{replace(row, id=0, incident=0)} {_event(row.incident, rows)}"
        case Declined():
            return str(sorted((_event(row.one, rows), _event(row.other, rows))))
    return str(row)


def _short(row: Value | None, rows: Rows) -> str:
    if isinstance(row, Mention | Claim):
        article = rows.get(("article", row.article_id))
        document = article.document[:8] if isinstance(article, Article) else ""
        place = row.span if isinstance(row, Mention) else (row.number, row.evidence)
        return f"{document} {place}"
    return _event(row.id, rows) if isinstance(row, Incident) else ""


def _event(id_: int | None, rows: Rows) -> str:
    """Return an incident by what is told of it."""
    told = [row for row in rows.values() if isinstance(row, Claim) and row.incident_id == id_]
    return f"«{sorted(_short(claim, rows) for claim in told)}»" if id_ is not None else ""
