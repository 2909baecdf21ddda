"""Incidents: what the program proposes as one event, and the analyst's hand on what belongs together."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.incidents_tree import IncidentsTree
from ui.eliding_box import ElidingBox
from ui.named import named, spread, words
from ui.proposed import touched
from ui.rich_lines import QUIET, add_line, rich_list
from ui.session import Session
from ui.words import count_words
from workbench import acts, acts_incidents
from workbench.changes import Change
from workbench.errors import WorkbenchError
from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.reckoning.proposals import Proposal
from workbench.wording import claim_words, incident_names, incident_words

_WHAT = (
    "Two articles often tell of one event. What is merged is counted once; every claim stays as it is, and undo takes "
    "every step here back."
)
_NONE = "Nothing in this case speaks for two incidents being one."
_CLAIMS = "Open an incident to see its claims. F2 changes a title; Ctrl and Shift choose several lines."
_WHOLE = (
    "A number for several days, or for a province, loses what single events inside it explain. What is told for a week "
    "or longer always does."
)
_PAIR = Qt.ItemDataRole.UserRole
#: So many proposals are shown, the best founded first; others come as these are decided.
_MOST = 60
#: So many claims of each say what it is about.
_FIRST = 3


class Incidents(QDialog):
    """Merges and parts incidents and moves their claims, and stays open for the next."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("incidents")
        self.setWindowTitle("Incidents")
        self._session = session
        self._proposed = session.proposed()
        self._names: dict[int, str] = {}
        self._targets: list[int] = []
        self._make_proposals()
        self._make_tree()
        self._lay_out()
        self._connect()
        self.tree.reread()
        self._show_incidents()
        self._show_proposals()
        (self.proposed if self.proposed.count() else self.filter).setFocus()

    def _make_proposals(self) -> None:
        self.proposed = rich_list("Incidents that may be one", "mergeProposals")
        self._none = words(_NONE, "muted", wrap=True)
        self._merge_proposed = named(QPushButton("One event"), "Merge the two incidents proposed", look="primary")
        self._decline = named(QPushButton("Two events"), "Keep the two incidents proposed apart", "declineProposal")
        self._again = named(QPushButton("Propose again"), "Propose the two incidents again", "proposeAgain")
        self.show_declined = named(QCheckBox("Show what was declined"), "Show declined proposals", "showDeclined")

    def _make_tree(self) -> None:
        self.tree = IncidentsTree(self._session)
        self.filter = named(QLineEdit(), "Filter incidents by title, day or place", "incidentFilter")
        self.filter.setPlaceholderText("Filter by title, day or place")
        self.filter.setClearButtonEnabled(True)
        self._merge_chosen = named(QPushButton("Merge"), "Merge the incidents chosen into the first", "mergeChosen")
        self._split = named(QPushButton("Split off"), "Put the claims chosen into an incident of their own", "splitOff")
        self._move = named(QPushButton("Move to"), "Move the claims chosen to the incident named", "moveClaims")
        self._whole = named(QPushButton("Told as a whole"), "Numbers told of several events as a whole", "toldAsWhole")
        self._whole.setCheckable(True)
        self._whole.setToolTip(_WHOLE)
        self.target = named(ElidingBox(), "Incident that claims are moved to", "moveTarget")
        self.target.setSizeAdjustPolicy(ElidingBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _lay_out(self) -> None:
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(_column(self._none, self.proposed, _row(self._merge_proposed, self._decline, self._again)))
        hint = words(_CLAIMS, "muted", wrap=True)
        gestures = _row(self._merge_chosen, self._whole, self._split, self._move, self.target, stretched=4)
        halves.addWidget(_column(self.filter, self.tree, gestures, hint))
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(1, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(words("May be one event", "section"), 1)
        head.addWidget(self.show_declined)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(words(_WHAT, wrap=True))
        layout.addLayout(head)
        layout.addWidget(halves, 1)
        layout.addWidget(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # the button with the keyboard would look like the one that is meant
        spread(self, 860, 720)

    def _connect(self) -> None:
        self.proposed.currentRowChanged.connect(self._show_pair)
        self.proposed.itemActivated.connect(self._take_proposal)
        self.show_declined.toggled.connect(self._show_proposals)
        self._merge_proposed.clicked.connect(self._take_proposal)
        self._decline.clicked.connect(self._decline_proposal)
        self._again.clicked.connect(self._propose_again)
        self.filter.textChanged.connect(self.tree.narrow)
        self.tree.itemSelectionChanged.connect(self._allow)
        self.tree.retitled.connect(self._rename)
        self.target.currentIndexChanged.connect(self._allow)
        self._merge_chosen.clicked.connect(lambda: self._merge(*self.tree.chosen_incidents()))
        self._whole.clicked.connect(self._tell_as_whole)
        self._split.clicked.connect(self._split_off)
        self._move.clicked.connect(self._move_claims)
        self._session.changed.connect(self._follow)
        self._session.opened.connect(self.reject)

    def _follow(self, change: Change) -> None:
        incidents = touched(change)
        self.tree.renew(incidents)
        if change.touches("incident"):
            self._show_incidents()
        if incidents or change.touches("declined") or change.touches("article"):
            self._show_proposals()

    # What is shown

    def _show_incidents(self) -> None:
        """Offer all incidents to move claims to, keeping the choice where it is still there."""
        before = self._chosen_target
        self._names = incident_names(self._session.incidents_known().values())
        self._targets = list(self._names)
        self.target.blockSignals(True)
        self.target.clear()
        self.target.addItems(list(self._names.values()))
        self.target.setCurrentIndex(self._targets.index(before) if before in self._names else 0)
        self.target.blockSignals(False)
        self._allow()

    def _show_proposals(self) -> None:
        shown = self._proposed.declined() if self.show_declined.isChecked() else self._proposed.open()
        row = max(0, self.proposed.currentRow())
        self.proposed.blockSignals(True)
        self.proposed.clear()
        for proposal in shown[:_MOST]:
            self._add(proposal)
        self.proposed.setCurrentRow(min(row, self.proposed.count() - 1))
        self.proposed.blockSignals(False)
        self._none.setVisible(not shown)
        self.proposed.setVisible(bool(shown))
        self._show_pair()

    def _add(self, proposal: Proposal) -> None:
        one, other = (self._name(id_) for id_ in (proposal.one, proposal.other))
        why = "; ".join(proposal.reasons)
        html = f"<p><b>{escape(one)}</b></p><p><b>{escape(other)}</b></p><p style='color:{QUIET}'>{escape(why)}</p>"
        item = add_line(self.proposed, html, f"{one} and {other}: {why}", ruled=True)
        item.setData(_PAIR, (proposal.one, proposal.other))

    def _name(self, id_: int) -> str:
        incident = self._session.incident(id_)
        if incident is None:
            return "an incident that is no longer there"
        claims, title = self._session.claims_of(id_), self._names.get(id_, incident_words(incident))
        first = ", ".join(claim_words(claim) for claim in claims[:_FIRST])
        more = "…" if len(claims) > _FIRST else ""
        return f"{title} · {count_words(len(claims), 'claim')}" + (f": {first}{more}" if first else "")

    def _show_pair(self) -> None:
        """Open the two incidents of the proposal chosen, so that their claims can be compared."""
        pair = self._pair()
        if pair is not None:
            self.tree.reveal(pair)
        self._allow()

    def _pair(self) -> tuple[int, int] | None:
        if self.proposed.currentRow() < 0:
            return None
        one, other = self.proposed.currentItem().data(_PAIR)
        return one, other

    def _allow(self) -> None:
        """Enable what can be done with what is chosen."""
        pair, declined = self._pair(), self.show_declined.isChecked()
        there = pair is not None and all(self._session.incident(id_) for id_ in pair)
        self._merge_proposed.setEnabled(there)
        self._decline.setEnabled(pair is not None)
        self._again.setEnabled(pair is not None)
        self._decline.setVisible(not declined)
        self._again.setVisible(declined)
        claims = self._chosen_claims()
        homes = {claim.incident_id for claim in claims}
        chosen = [self._session.incident(id_) for id_ in self.tree.chosen_incidents()]
        self._merge_chosen.setEnabled(len(chosen) > 1)
        self._whole.setEnabled(len(chosen) == 1 and chosen[0] is not None and not chosen[0].long)
        self._whole.setChecked(len(chosen) == 1 and chosen[0] is not None and chosen[0].aggregate)
        self._split.setEnabled(len(homes) == 1)
        self._move.setEnabled(bool(homes - {self._chosen_target}))

    @property
    def _chosen_target(self) -> int | None:
        """The incident that claims are to be moved to."""
        row = self.target.currentIndex()
        return self._targets[row] if 0 <= row < len(self._targets) else None

    def _chosen_claims(self) -> list[Claim]:
        return [self._session.claim(id_) for id_ in self.tree.chosen_claims()]

    # What is done

    def _take_proposal(self) -> None:
        pair = self._pair()
        if pair is not None and self._merge_proposed.isEnabled():
            self._merge(*pair)

    def _decline_proposal(self) -> None:
        pair = self._pair()
        incidents = [self._session.incident(id_) for id_ in pair or ()]
        if len(incidents) == 2 and incidents[0] and incidents[1]:
            self._session.apply(acts_incidents.decline(self._session.reserve(), incidents[0], incidents[1]))

    def _propose_again(self) -> None:
        pair = self._pair()
        word = self._proposed.word_on(*pair) if pair is not None else None
        if word is not None and pair is not None:
            self._session.apply(acts_incidents.propose_again(word, " and ".join(map(self._name, pair))))

    def _merge(self, kept: int, *gone: int) -> None:
        """Merge incidents into the first, one after the other."""
        for id_ in gone:
            stays, goes = self._incident(kept), self._incident(id_)
            claims, declined = self._session.claims_of(id_), self._session.declined()
            self._session.apply(acts.merge_incidents(stays, goes, claims, declined))

    def _incident(self, id_: int) -> Incident:
        found = self._session.incident(id_)
        if found is None:
            raise WorkbenchError("This incident is no longer in the case; it was merged or undone.")
        return found

    def _tell_as_whole(self) -> None:
        (id_,) = self.tree.chosen_incidents()
        self._session.apply(acts_incidents.tell_as_whole(self._incident(id_), whole=self._whole.isChecked()))
        self.tree.reveal([id_])  # the proposals, shown anew, have chosen theirs

    def _split_off(self) -> None:
        claims = self._chosen_claims()
        home = self._incident(claims[0].incident_id or 0)
        try:
            change = acts_incidents.split(self._session.reserve(2), home, claims, self._session.claims_of(home.id))
        except WorkbenchError as error:
            self._session.problem.emit(str(error))
            return
        self._session.apply(change)

    def _move_claims(self) -> None:
        claims = self._chosen_claims()
        leaving = {claim.id for claim in claims}
        target = self._incident(self._chosen_target or 0)
        homes = {claim.incident_id for claim in claims if claim.incident_id not in (None, target.id)}
        emptied = [id_ for id_ in homes if id_ and {c.id for c in self._session.claims_of(id_)} <= leaving]
        self._session.apply(acts_incidents.move_claims(claims, target, [self._incident(id_) for id_ in emptied]))

    def _rename(self, id_: int, title: str) -> None:
        try:
            change = acts_incidents.rename(self._incident(id_), title)
        except WorkbenchError as error:
            self._session.problem.emit(str(error))
            change = None
        if change is None or not change.edits or not self._session.apply(change):
            self.tree.renew([id_])


def _column(*widgets: QWidget) -> QWidget:
    """Stack widgets without a border of their own."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    return box


def _row(*widgets: QWidget, stretched: int | None = None) -> QWidget:
    """Line widgets up; one of them takes the room that is left, or none."""
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    for n, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if n == stretched else 0)
    if stretched is None:
        layout.addStretch(1)
    return box
