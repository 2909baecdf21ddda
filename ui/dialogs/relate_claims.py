"""What claims are to each other: drawn, changed, taken away, with what that makes of the figures told beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.eliding_box import ElidingBox
from ui.models.ties import KINDS, Kind, Tie, in_order, listed, ties
from ui.named import named as with_name
from ui.named import spread, words
from ui.rich_lines import QUIET, add_line, rich_list
from ui.session import Session
from ui.words import quoted
from workbench.changes import Change
from workbench.errors import WorkbenchError
from workbench.model.claim import Claim
from workbench.reckoning.differences import Difference
from workbench.relating import Drawn, Relating
from workbench.wording import (
    article_words,
    category_words,
    claim_words,
    effect_words,
    relation_sentence,
    said_by,
    side_words,
)

_VALUE = Qt.ItemDataRole.UserRole
_CHOOSE = "Choose what the claim is, and to which other."
_CHANGE = "Choose what the claim is instead, or to which one other; or take the relation away."


class RelateClaims(QDialog):
    """Draws relations of one claim to one or more others; what cannot be is refused before it is drawn."""

    def __init__(self, session: Session, claims: Sequence[int], parent: QWidget | None = None) -> None:
        """Relate the first of `claims` to the others, or to whichever of its article and incident is chosen."""
        super().__init__(parent)
        self.setObjectName("relateClaims")
        self.setWindowTitle("Relate claims")
        self._session = session
        self._asked = session.claims_with(claims)
        self._asked.sort(key=lambda claim: list(claims).index(claim.id))
        self._relating = Relating((), session.basis_of(()))
        self._change: Change | None = None
        self.one = with_name(ElidingBox(), "The claim", "relateOne")
        self.kinds = with_name(QListWidget(), "What it is", "relateKinds")
        self.field = with_name(QLineEdit(), "Find the other claim", "relateFilter")
        self.others = rich_list("The other claims", "relateOthers")
        self.now = rich_list("Its relations now", "relateNow")
        self.verdict = with_name(words("", wrap=True), "What comes of it", "relateVerdict")
        self.draw = with_name(QPushButton("Draw"), "Draw the relation", "relateDraw", look="primary")
        self._block = QWidget()
        self.remove = with_name(QPushButton("Take away"), "Take away the relation chosen", "relateRemove")
        self._lay_out()
        self._fill()
        self._connect()
        self._show_claim()

    def _lay_out(self) -> None:
        self.field.setPlaceholderText("Find the other claim")
        self.others.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.kinds.setMaximumWidth(190)
        self.now.setMaximumHeight(120)
        self.verdict.setMinimumHeight(96)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.field)
        right.addWidget(self.others, 1)
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.kinds)
        middle.addLayout(right, 1)
        below = QGridLayout(self._block)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(words("Its relations now", "section"), 0, 0)
        below.addWidget(self.now, 1, 0)
        below.addWidget(self.remove, 1, 1, Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.draw, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self.one)
        layout.addLayout(middle, 1)
        layout.addWidget(self.verdict)
        layout.addWidget(self._block)
        layout.addWidget(buttons)
        self.draw.setDefault(True)
        spread(self, 780, 720)

    def _fill(self) -> None:
        for claim in self._asked:
            self.one.addItem(self._known_by(claim), claim.id)
        for kind in KINDS:
            item = QListWidgetItem(kind.words, self.kinds)
            item.setData(_VALUE, kind)
        self.kinds.setCurrentRow(next(n for n, kind in enumerate(KINDS) if kind.words == "part of"))
        self.kinds.setFocus()

    def _connect(self) -> None:
        self.one.currentIndexChanged.connect(self._show_claim)
        self.kinds.currentRowChanged.connect(self._weigh)
        self.others.itemSelectionChanged.connect(self._weigh)
        self.now.currentRowChanged.connect(self._choose_tie)
        self.field.textChanged.connect(self._filter)
        self.draw.clicked.connect(self._carry_out)
        self.remove.clicked.connect(self._take_away)
        self._session.changed.connect(self._show_claim)
        self._session.opened.connect(self.reject)

    # What is offered

    @property
    def _claim(self) -> Claim | None:
        return self._relating.claims.get(self.one.currentData())

    def _show_claim(self) -> None:
        """Offer the other claims asked for, then those of the article and of the incident, and what is drawn."""
        chosen = self._session.claims_with([self.one.currentData() or 0])
        if not chosen:
            self.reject()
            return
        (claim,) = chosen
        self._relating = self._session.relating(self._session.claims_with([c.id for c in self._asked]) or chosen)
        asked = {c.id for c in self._asked}
        known = [c for c in self._relating.claims.values() if c.id != claim.id]
        known.sort(key=lambda c: (c.id not in asked, c.article_id != claim.article_id, *in_order(c)))
        self.others.clear()
        for other in known:
            self._offer(other, chosen=other.id in asked)
        self._filter(self.field.text())
        self._show_ties(claim)
        self._weigh()

    def _offer(self, claim: Claim, *, chosen: bool) -> None:
        known = self._known_by(claim)
        first, _, rest = known.partition(" · ")
        html = f"<p><b>{escape(first)}</b> <span style='color:{QUIET}'>{escape(rest)}</span></p>"
        item = add_line(self.others, html, known)
        item.setData(_VALUE, claim.id)
        item.setSelected(chosen)

    def _known_by(self, claim: Claim) -> str:
        """Return a claim's words, what happened, who says so and in which article."""
        who = said_by(claim, self._session.sources(), self._session.actors())
        title = article_words(self._session.article(claim.article_id))
        return " · ".join(filter(None, (quoted(claim_words(claim)), effect_words(claim.effect), who, quoted(title))))

    def _show_ties(self, claim: Claim) -> None:
        checks = self._session.reckoning_of(claim.incident_id).checks
        self.now.clear()
        add_line(self.now, "<p>A new relation</p>", "A new relation")
        for tie in ties(claim, self._relating, checks, lambda _: ""):
            flaws = "".join(f"<p style='color:{QUIET}'>{escape(flaw)}</p>" for flaw in tie.flaws)
            item = add_line(self.now, f"<p>{escape(tie.sign + tie.words)}</p>{flaws}", tie.words)
            item.setData(_VALUE, tie)
        self._block.setVisible(self.now.count() > 1)
        self.now.setCurrentRow(0)

    @property
    def _tie(self) -> Tie | None:
        """The relation that is to be changed or taken away; None where a new one is drawn."""
        tie = self.now.currentItem().data(_VALUE) if self.now.currentRow() >= 0 else None
        return tie if isinstance(tie, Tie) else None

    def _choose_tie(self) -> None:
        """Take the relation chosen up, to be changed."""
        tie = self._tie
        if tie is not None:
            self.kinds.setCurrentRow(KINDS.index(listed(tie.kind)))
            for row in range(self.others.count()):
                self.others.item(row).setSelected(self.others.item(row).data(_VALUE) == tie.other)
        self._weigh()

    def _filter(self, typed: str) -> None:
        """Show the claims that hold every word typed."""
        wanted = typed.casefold().split()
        for row in range(self.others.count()):
            item = self.others.item(row)
            text = item.toolTip().casefold()
            item.setHidden(not all(word in text for word in wanted))

    # What comes of it

    def _wanted(self) -> list[Drawn]:
        claim, item = self._claim, self.kinds.currentItem()
        kind = item.data(_VALUE) if self.kinds.currentRow() >= 0 else None
        if claim is None or not isinstance(kind, Kind):
            return []
        return [kind.between(claim.id, other.data(_VALUE)) for other in self.others.selectedItems()]

    def _weigh(self) -> None:
        """Say what the relation would be, why it cannot be or what is doubtful, and which figures it makes others."""
        wanted, tie = self._wanted(), self._tie
        self._change = None
        try:
            self.verdict.setText(self._foreseen(wanted, tie))
        except WorkbenchError as error:
            self.verdict.setText(f"✗ {error}")
        self.remove.setEnabled(tie is not None)
        self.draw.setText("Change" if tie is not None else "Draw")
        self.draw.setEnabled(self._change is not None)

    def _foreseen(self, wanted: Sequence[Drawn], tie: Tie | None) -> str:
        """Keep the change that is wanted and say what comes of it; WorkbenchError where it cannot be."""
        if not wanted:
            return _CHOOSE
        if tie is not None and (len(wanted) > 1 or self._is_as_drawn(tie)):
            return _CHANGE
        self._change = self._relating.draw(*wanted) if tie is None else self._relating.change(tie.drawn, wanted[0])
        lines = [self._said(drawn) + "." for drawn in wanted]
        lines += [f"⚠ {doubt}" for drawn in wanted for doubt in self._relating.doubts(drawn)]
        found = [self._told(difference) for difference in self._session.tried(self._change)]
        return "\n".join([*lines, *(found or ["No figure changes."])])

    def _is_as_drawn(self, tie: Tie) -> bool:
        """Tell whether what is chosen is the relation that is drawn already."""
        others = [item.data(_VALUE) for item in self.others.selectedItems()]
        return self.kinds.currentItem().data(_VALUE) == listed(tie.kind) and others == [tie.other]

    def _said(self, drawn: Drawn) -> str:
        one, other = (quoted(claim_words(self._relating.claims[id_])) for id_ in (drawn.one, drawn.other))
        return relation_sentence(one, drawn.type, other)

    def _told(self, difference: Difference) -> str:
        side = side_words(difference.side, self._session.sides())
        who = f"{side}, {category_words(difference.category)}" if difference.category else side
        return f"{who}, {effect_words(difference.effect)}: {difference.before} → {difference.after}"

    # What is done

    def _carry_out(self) -> None:
        if self._change is not None and self._session.apply(self._change):
            self.accept()

    def _take_away(self) -> None:
        if self._tie is not None:
            self._session.apply(self._relating.remove(self._tie.drawn))
