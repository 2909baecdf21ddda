"""A case in memory, with a journal, that merging can read and change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from workbench.changes import Change, Value, Written, adding, kind_of, removing
from workbench.history import Line, Step, next_undo
from workbench.merging.fields import Take
from workbench.merging.plan import Plan, plan
from workbench.merging.told import Key
from workbench.model.actor import Actor, Side, Source
from workbench.model.article import Article, Document
from workbench.model.assessment import About, Assessment
from workbench.model.claim import Claim
from workbench.model.declined import Declined
from workbench.model.mention import Mention
from workbench.model.merged import Merged
from workbench.model.method import Method
from workbench.model.override import Override

T = TypeVar("T", Article, Mention, Claim, Actor, Source, Side, Override, Declined, Merged, Assessment)


class Copy:
    """A case; `clock` counts its lines over all copies, so that later is later."""

    def __init__(self, name: str, lines: Iterable[Written] = (), salt: str = "") -> None:
        self.name, self._salt = name, salt
        self.lines: list[Written] = []
        self.rows_now: dict[Key, Value] = {}
        self.documents: dict[str, Document] = {}
        self._hashes = [""]
        for line in lines:
            self._write(line)
        if not self.lines:
            self.apply(Change("create_case", adding([Method()]), name, automatic=True))

    def copied(self, name: str) -> Copy:
        """Return a copy as somebody else takes it along."""
        other = Copy(name, self.lines, self._salt)
        other.documents = dict(self.documents)
        return other

    def apply(self, change: Change, analyst: str = "") -> None:
        """Carry out a change; what it finds must be there, and nothing may be there twice."""
        for edit in change.edits:
            assert self.rows_now.get((edit.kind, edit.value.id)) == edit.before, edit
        for document in change.documents:
            assert self.article_with(document.sha256) is None
            self.documents[document.sha256] = document
        step = Step.AUTOMATIC if change.automatic else Step.DO
        self._next(step, change, analyst)
        self.hold()

    def undo(self) -> None:
        """Take back the last act."""
        number = next_undo(Line(line.number, line.step) for line in reversed(self.lines))
        if number is None:
            return
        line = self.lines[number - 1]
        inverse = Change(line.act, line.edits, line.about).inverse
        leaving = {edit.value.id for edit in inverse.edits if isinstance(edit.before, Article) and edit.after is None}
        known = {(edit.kind, edit.value.id) for edit in inverse.edits}
        found = (row for row in self.rows_now.values() if isinstance(row, Mention | Claim))
        found = (row for row in found if row.article_id in leaving)
        more = removing(row for row in found if (kind_of(row), row.id) not in known)
        change = replace(inverse, edits=(*more, *inverse.edits))
        assert all(self.rows_now.get((edit.kind, edit.value.id)) == edit.before for edit in change.edits)
        self._next(Step.UNDO, change, "")

    def _next(self, step: Step, change: Change, analyst: str) -> None:
        number = len(self.lines) + 1
        at = f"2026-11-01T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}.000Z"
        self._write(Written(number, step, change.act, change.about, analyst or self.name, at, change.edits))

    def _write(self, line: Written) -> None:
        self.lines.append(line)
        self._hashes.append(hashlib.sha256(f"{self._hashes[-1]}{self._salt}{line}".encode()).hexdigest())
        for edit in line.edits:
            if edit.after is None:
                del self.rows_now[edit.kind, edit.value.id]
            else:
                self.rows_now[edit.kind, edit.value.id] = edit.after

    def hold(self) -> None:
        """Hold the case to what its tables demand: what is pointed to is there, what is unique is once."""
        rows = self.rows_now
        for claim in self._all(Claim):
            assert ("article", claim.article_id) in rows
            assert claim.incident_id is None or ("incident", claim.incident_id) in rows
        assert all(("article", mention.article_id) in rows for mention in self._all(Mention))
        for once in (
            [article.document for article in self._all(Article)],
            [(one.about, one.about_id) for one in self._all(Assessment)],
            [(pair.one, pair.other) for pair in self._all(Declined)],
        ):
            assert len(set(once)) == len(once)

    def head(self) -> int:
        return len(self.lines)

    def hash_at(self, number: int) -> str:
        return self._hashes[number] if number < len(self._hashes) else ""

    def since(self, number: int) -> Iterator[Written]:
        yield from self.lines[number:]

    def document(self, sha256: str) -> Document:
        return self.documents[sha256]

    def reserve(self) -> int:
        """Return the lowest number that no row ever had."""
        ids = [e.after.id for line in self.lines for e in line.edits if e.after and isinstance(e.after.id, int)]
        return max(ids, default=0) + 1

    def row(self, kind: str, id_: int | str) -> Value | None:
        return self.rows_now.get((kind, id_))

    def article_with(self, sha256: str) -> Article | None:
        return next((row for row in self._all(Article) if row.document == sha256), None)

    def articles(self) -> list[Article]:
        return self._all(Article)

    def mentions(self, article_id: int) -> list[Mention]:
        return [row for row in self._all(Mention) if row.article_id == article_id]

    def claims(self, article_id: int) -> list[Claim]:
        return [row for row in self._all(Claim) if row.article_id == article_id]

    def claims_of(self, incident_id: int) -> list[Claim]:
        return [row for row in self._all(Claim) if row.incident_id == incident_id]

    def actors(self) -> dict[str, Actor]:
        return {row.id: row for row in self._all(Actor)}

    def sources(self) -> dict[str, Source]:
        return {row.id: row for row in self._all(Source)}

    def sides(self) -> dict[str, Side]:
        return {row.id: row for row in self._all(Side)}

    def assessment(self, about: About, about_id: int | str) -> Assessment | None:
        found = (row for row in self._all(Assessment) if (row.about, row.about_id) == (about, str(about_id)))
        return next(found, None)

    def overrides(self, incident_id: int) -> list[Override]:
        return [row for row in self._all(Override) if row.incident == incident_id]

    def declined(self) -> list[Declined]:
        return self._all(Declined)

    def merged(self) -> list[Merged]:
        return self._all(Merged)

    def _all(self, type_: type[T]) -> list[T]:
        return [row for row in self.rows_now.values() if isinstance(row, type_)]


def planned(into: Copy, other: Copy) -> Plan:
    """Return how one case is taken into another."""
    return plan(into, into, other, into.reserve())


def merge(into: Copy, other: Copy, take: Take = Take.MINE) -> Plan:
    """Take one case into another; each question is answered alike, where that can be."""
    found = planned(into, other)
    answers = {q.number: take if take in q.takes else Take.MINE for q in found.questions}
    change = found.change(answers)
    if change.edits:
        into.apply(change)
    return found


def told(case: Copy) -> list[str]:
    """Return what a case holds, whatever its rows are numbered; each row with what it points to."""
    names: dict[int, str] = {}
    for row in case.rows_now.values():
        if isinstance(row, Article):
            names[row.id] = row.document
    rows = case.rows_now
    told_ = [_told(row, case, rows) for row in rows.values() if not isinstance(row, Merged)]
    return sorted(told_)


def _told(row: Value, case: Copy, rows: dict[Key, Value]) -> str:
    """Return a row in words in which no number stands."""
    from tests.workbench.merging.numberless import numberless

    return f"{kind_of(row)} {numberless(row, rows)}"
