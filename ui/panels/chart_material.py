"""What charts are made of, kept while a case is open: a change moves the rows it touches and reads no others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from ui.first_look import Piece
from ui.session import Session
from workbench.changes import Change, Edit
from workbench.charts.atlas import Atlas
from workbench.charts.background import Background
from workbench.charts.kinds import Material
from workbench.charts.phrases import Phrases
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.incident import Incident

#: What a chart is made of.
_CHARTED = (
    "claim",
    "incident",
    "declined",
    "actor",
    "source",
    "side",
    "method",
    "own_reading",
    "override",
    "assessment",
)
_Kept = TypeVar("_Kept", Claim, Incident, Article)


class ChartMaterial:
    """Keeps the claims, incidents and articles of the case by their ids."""

    def __init__(self, session: Session, atlas: Callable[[], Atlas]) -> None:
        """Chart the session's case; `atlas` returns the gazetteer."""
        self._session = session
        self._atlas = atlas
        self._claims: dict[int, Claim] = {}
        self._begun = self._complete = False
        self._incidents: dict[int, Incident] = {}
        self._articles: dict[int, Article] = {}

    def forget(self) -> None:
        """Read everything anew, for another case."""
        self._begun = self._complete = False
        self._claims, self._incidents, self._articles = {}, {}, {}

    @property
    def is_complete(self) -> bool:
        """Whether all of it was read."""
        return self._complete

    def look(self) -> Iterator[float]:
        """Read all of it in small steps, between which the case may change; yield how much of it is done."""
        self.forget()
        self._begun = True
        if self._session.is_open:
            yield from self._session.first_look(self._take)
            self._incidents = dict(self._session.incidents_known())
        self._complete = True

    def _take(self, piece: Piece) -> None:
        articles, claims = piece
        self._articles |= {one.id: one for one in articles}
        self._claims |= {one.id: one for one in claims}

    def hear(self, change: Change) -> None:
        """Take over what a change did."""
        if not self._begun:
            return
        for edit in change.edits:
            for value, there in ((edit.before, False), (edit.after, True)):
                if isinstance(value, Claim):
                    _keep(self._claims, value, there=there)
                elif isinstance(value, Incident):
                    _keep(self._incidents, value, there=there)
                elif isinstance(value, Article):
                    _keep(self._articles, value, there=there)

    def now(self, phrases: Phrases) -> Material:
        """Return what charts are made of now, in the words of a language; what changes later does not change that."""
        session, claims = self._session, self._read()
        background = Background(
            dict(claims),
            session.actors(),
            session.sources(),
            dict(self._incidents),
            session.method().convention,
            dict(self._articles),
            phrases,
            session.sides(),
            session.undecided(),
        )
        sides = tuple(background.sides.values())
        return Material(session.reckoning(), sides, background, session.voices, self._atlas)

    def home_of(self, claim: int) -> int | None:
        """Return the incident that a claim belongs to."""
        known = self._read().get(claim)
        return known.incident_id if known else None

    @property
    def incidents(self) -> list[Incident]:
        """All incidents, by id."""
        self._read()
        return [self._incidents[id_] for id_ in sorted(self._incidents)]

    def _read(self) -> dict[int, Claim]:
        if not self._complete:
            for _ in self.look():
                continue
        return self._claims


def bears_on_charts(change: Change) -> bool:
    """Tell whether a chart may look otherwise after a change."""
    return any(change.touches(kind) for kind in _CHARTED) or any(map(_counts_anew, change.edits))


def _counts_anew(edit: Edit) -> bool:
    """Tell whether an article moves to another day, or becomes or ceases to be a copy: figures follow."""
    before, after = edit.before, edit.after
    return (
        isinstance(before, Article)
        and isinstance(after, Article)
        and (before.published, before.copy_of) != (after.published, after.copy_of)
    )


def _keep(rows: dict[int, _Kept], value: _Kept, *, there: bool) -> None:
    if there:
        rows[value.id] = value
    else:
        rows.pop(value.id, None)
