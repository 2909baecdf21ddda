"""A claim's relations in the inspector: what it is to other claims, whether that holds, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.models import ties
from ui.models.ties import KINDS, Kind, Tie
from ui.named import named, plain, words
from ui.panels.inspector_cards import Link, Stack
from ui.panels.inspector_fields import Choice, ChoiceField
from ui.session import Session
from workbench.errors import WorkbenchError
from workbench.model.claim import Claim, RelationType
from workbench.relating import Relating
from workbench.wording import article_words


class TieLine(QWidget):
    """The line of one relation: a click leads to the other claim, beside it what changes it and takes it away."""

    def __init__(self, tie: Tie, does: TieActs) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        link = Link(f"{tie.sign}{tie.words}", f"Go to: {tie.words}")
        link.clicked.connect(lambda: does.jump(tie.other))
        row.addWidget(link, 1)
        row.addWidget(_tool("✎", f"Change: {tie.words}", lambda: does.change(tie)))
        row.addWidget(_tool("✕", f"Take away: {tie.words}", lambda: does.remove(tie)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        for flaw in tie.flaws:
            layout.addWidget(words(flaw, "muted", wrap=True))


@dataclass(frozen=True, slots=True)
class TieActs:
    """What the line of a relation can do: lead to a claim, change the relation, take it away."""

    jump: Callable[[int], None]
    change: Callable[[Tie], None]
    remove: Callable[[Tie], None]


def _tool(sign: str, name: str, act: Callable[[], None]) -> QToolButton:
    button = named(QToolButton(), name)
    button.setText(sign)
    button.setFixedWidth(24)
    button.setStyleSheet("padding: 2px;")
    button.setToolTip(plain(name))
    button.clicked.connect(act)
    return button


class Relations(QWidget):
    """Shows a claim's relations, and two fields in which one is drawn: what it is, then to which claim."""

    #: A Change.
    wanted = Signal(object)
    jumped = Signal(int)
    refused = Signal(str)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._claim: Claim | None = None
        self._relating: Relating | None = None
        self._changing: Tie | None = None
        self._ties = Stack(2)
        self._kind, self._to = ChoiceField("Relation"), ChoiceField("Related claim", search=True)
        self._kind.offer([Choice(kind.words, kind) for kind in KINDS])
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for field in (self._kind, self._to):
            field.setMinimumWidth(48)
        line = self._to.lineEdit()
        if line is not None:
            line.setPlaceholderText("to which claim …")
        fields = QHBoxLayout()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(4)
        fields.addWidget(self._kind, 2)
        fields.addWidget(self._to, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._ties)
        layout.addLayout(fields)

    def _connect(self) -> None:
        self._kind.chosen.connect(self._choose_kind)
        self._kind.kept.connect(self._keep_kind)
        self._to.chosen.connect(self._draw)
        for field in (self._kind, self._to):
            field.left.connect(self._leave)

    def show_claim(self, claim: Claim) -> None:
        """Show the relations of a claim, and offer the claims of its article and incident for more."""
        self._claim, self._changing = claim, None
        self._relating = self._session.relating([claim])
        checks = self._session.reckoning_of(claim.incident_id).checks
        found = ties.ties(claim, self._relating, checks, self._title)
        does = TieActs(self.jumped.emit, self._begin_change, self._remove)
        self._ties.fill(TieLine(tie, does) for tie in found)
        self._kind.show_value(Kind(RelationType.COMPONENT_OF))
        self._offer(claim, self._relating)

    def begin(self) -> None:
        """Take the keyboard: first what the relation is."""
        self._kind.begin()

    def _offer(self, claim: Claim, relating: Relating) -> None:
        others = [c for c in relating.claims.values() if c.id != claim.id]
        others.sort(key=lambda c: (c.article_id != claim.article_id, *ties.in_order(c)))
        self._to.offer([Choice(ties.named(c, self._title), c.id) for c in others])
        self._to.show_value(None)
        self.setEnabled(bool(others))

    def _title(self, claim: Claim) -> str:
        """Return the title of a claim's article, nothing where it is the one looked at."""
        if self._claim is None or claim.article_id == self._claim.article_id:
            return ""
        return article_words(self._session.article(claim.article_id))

    def _begin_change(self, tie: Tie) -> None:
        """Let the relation of a line be chosen anew; Esc leaves it as it is."""
        self._changing = tie
        self._kind.show_value(ties.listed(tie.kind))
        self._to.show_value(tie.other)
        self._kind.begin()

    def _choose_kind(self, kind: object) -> None:
        if self._changing is None:
            self._to.begin()
        elif isinstance(kind, Kind):
            self._put(kind, self._changing.other)

    def _keep_kind(self) -> None:
        if self._changing is None:
            self._to.begin()
        else:
            self._leave()

    def _draw(self, other: object) -> None:
        kind = self._kind.value
        if isinstance(kind, Kind) and isinstance(other, int):
            self._put(kind, other)

    def _put(self, kind: Kind, other: int) -> None:
        """Draw a relation, in the place of the one that is being changed if any."""
        if self._claim is None or self._relating is None:
            return
        drawn, before = kind.between(self._claim.id, other), self._changing
        if before is not None and (kind, other) == (ties.listed(before.kind), before.other):
            self._leave()
            return
        try:
            change = self._relating.draw(drawn) if before is None else self._relating.change(before.drawn, drawn)
        except WorkbenchError as error:
            self.refused.emit(str(error))
            self._leave()
            return
        self.wanted.emit(change)
        self.left.emit()

    def _remove(self, tie: Tie) -> None:
        if self._relating is not None:
            self.wanted.emit(self._relating.remove(tie.drawn))

    def _leave(self) -> None:
        """Show the fields as they are where nothing is drawn."""
        if self._claim is not None:
            self._changing = None
            self._kind.show_value(Kind(RelationType.COMPONENT_OF))
            self._to.show_value(None)
        self.left.emit()
