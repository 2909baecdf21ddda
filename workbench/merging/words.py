"""What merging says of rows and of their parts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from workbench.changes import Value, kind_of
from workbench.merging.fields import Open
from workbench.model.actor import Actor, Side, Source
from workbench.model.article import Article
from workbench.model.assessment import Assessment
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim, Quantity, Relation
from workbench.model.incident import Incident
from workbench.model.mention import Mention
from workbench.model.override import Override
from workbench.model.span import Span
from workbench.wording import (
    article_words,
    bounds_words,
    claim_words,
    incident_words,
    read_words,
    relation_words,
)

Find = Callable[[str, int | str], Value | None]
_NOTHING = "nothing"
_KINDS = {"own_reading": "own reading of", "override": "figure set by hand in", "method": "method"}
#: Fields that name a row: field → kinds in which its name is looked for.
_NAMING = {
    "actor": ("actor", "source"),
    "origin": ("source", "actor"),
    "relay": ("source", "actor"),
    "side": ("side",),
    "parent": ("actor",),
    "incident_id": ("incident",),
    "copy_of": ("article",),
}


def about(value: Value | None, find: Find) -> str:
    """Return what tells a row from the others: claim “37 soldiers” in “Fighting near Aleppo”."""
    if value is None:
        return ""
    if isinstance(value, Mention | Claim):
        article = find("article", value.article_id)
        place = f" in “{article_words(article)}”" if isinstance(article, Article) else ""
        return f"{kind_of(value)} “{row_words(value)}”{place}"
    if isinstance(value, Assessment):
        of = find(value.about, int(value.about_id) if value.about_id.isdecimal() else value.about_id)
        return f"assessment of {about(of, find) or value.about_id}"
    if isinstance(value, Override):
        return f"figure set by hand: {row_words(find('incident', value.incident))}, {value.effect.replace('_', ' ')}"
    if kind_of(value) == "method":
        return "the method of the case"
    return f"{_KINDS.get(kind_of(value), kind_of(value))} “{row_words(value)}”"


def row_words(value: Value | None) -> str:
    """Return the words by which a row is known."""
    match value:
        case Article():
            return article_words(value)
        case Mention():
            return value.text
        case Claim():
            return claim_words(value)
        case Incident():
            return incident_words(value)
        case Actor() | Source() | Side():
            return value.name
        case None:
            return "something that is not there"
    return str(value.id)


def said(value: Value | None, part: Open, find: Find) -> str:
    """Return a part of a row in words."""
    if value is None:
        return _NOTHING
    if isinstance(value, Override) and part.name == "numbers":
        best = "none" if value.best is None else str(value.best)
        return f"{bounds_words(value.low, value.high)}, best {best}"
    told = (_told(name, getattr(value, name), find) for name in part.parts)
    return ", ".join(dict.fromkeys(filter(None, told))) or _NOTHING


def _told(name: str, value: Any, find: Find) -> str:
    if value is None or value == "":
        return ""
    for kind in _NAMING.get(name, ()):
        if (row := find(kind, value)) is not None:
            return row_words(row)
    match value:
        case Quantity():
            return read_words(value)
        case Span():
            return f"{value.start}–{value.end}"
        case Where():
            return value.name or value.place
        case When():
            return value.start.isoformat() if value.start == value.end else f"{value.start} to {value.end}"
        case date():
            return value.isoformat()
        case tuple():
            return ", ".join(_item(item, find) for item in value)
    return str(value).replace("_", " ")


def _item(item: Any, find: Find) -> str:
    if isinstance(item, Relation):
        return f"{relation_words(item.type)} “{row_words(find('claim', item.to))}”"
    return str(item)


def states(*, here: bool, rows: int) -> tuple[str, str]:
    """Return what is said where one side took away what the other worked on: here, then there."""
    what = "kept" if rows == 1 else f"kept, with {rows} rows"
    return (what, "taken away") if here else ("taken away", what)
