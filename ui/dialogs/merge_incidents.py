"""Incidents that may be one: what the program proposes, with its reasons, and any two the analyst names."""

from __future__ import annotations

from collections import Counter
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from ui.eliding_box import ElidingBox
from ui.named import named, words
from ui.rich_lines import QUIET, add_line, rich_list
from ui.session import Session
from ui.words import count_words
from workbench import acts
from workbench.changes import Change
from workbench.model.incident import Incident
from workbench.reckoning.proposals import Proposal, proposals
from workbench.wording import incident_words

_WHAT = (
    "Two articles often tell of one event. What is merged is counted once; every claim stays as it is, and one undo "
    "takes the two apart again."
)
_NONE = "Nothing in this case speaks for two incidents being one."
_PAIR = Qt.ItemDataRole.UserRole
#: So many proposals are shown, the best founded first.
_MOST = 200


class MergeIncidents(QDialog):
    """Merges two incidents at a time and stays open for the next."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mergeIncidents")
        self.setWindowTitle("Merge incidents")
        self._session = session
        self._names: dict[int, str] = {}
        self.proposed = rich_list("Incidents that may be one", "mergeProposals")
        self._none = words(_NONE, "muted", wrap=True)
        self._merge_proposed = named(QPushButton("Merge these two"), "Merge the two incidents chosen", look="primary")
        self.kept = named(ElidingBox(), "Incident that stays", "mergeKept")
        self.gone = named(ElidingBox(), "Incident that is merged into it", "mergeGone")
        self._merge_any = named(QPushButton("Merge"), "Merge the two incidents named", "mergeAny")
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for row, (label, box) in enumerate((("Keep", self.kept), ("and merge into it", self.gone))):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            grid.addWidget(words(label, "muted"), row, 0)
            grid.addWidget(box, row, 1)
        grid.addWidget(self._merge_any, 1, 2)
        grid.setColumnStretch(1, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(words(_WHAT, wrap=True))
        layout.addWidget(words("Proposed", "section"))
        layout.addWidget(self._none)
        layout.addWidget(self.proposed, 1)
        layout.addWidget(self._merge_proposed, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(8)
        layout.addWidget(words("Any two", "section"))
        layout.addLayout(grid)
        layout.addWidget(buttons)
        self.resize(680, 560)

    def _connect(self) -> None:
        self.proposed.currentRowChanged.connect(self._allow)
        self.proposed.itemActivated.connect(self._take_proposal)
        self._merge_proposed.clicked.connect(self._take_proposal)
        for box in (self.kept, self.gone):
            box.currentIndexChanged.connect(self._allow)
        self._merge_any.clicked.connect(lambda: self._merge(self.kept.currentData(), self.gone.currentData()))
        self._session.changed.connect(self._follow)
        self._session.opened.connect(self.reject)

    def _follow(self, change: Change) -> None:
        if change.touches("incident"):
            self._show()

    def _show(self) -> None:
        session = self._session
        incidents, claims = session.incidents(), session.claims()
        told = Counter(claim.incident_id for claim in claims)
        self._names = {incident.id: _name(incident, told[incident.id]) for incident in incidents}
        found = sorted(proposals(incidents, claims, session.actors()), key=lambda proposal: -proposal.strength)
        self.proposed.clear()
        for proposal in found[:_MOST]:
            self._add(proposal)
        self._none.setVisible(not found)
        self.proposed.setVisible(bool(found))
        self.proposed.setCurrentRow(0)
        for box, row in ((self.kept, 0), (self.gone, 1)):
            self._offer(box, row)
        self._allow()

    def _add(self, proposal: Proposal) -> None:
        one, other = self._names[proposal.one], self._names[proposal.other]
        why = "; ".join(proposal.reasons)
        html = f"<p><b>{escape(one)}</b></p><p><b>{escape(other)}</b></p><p style='color:{QUIET}'>{escape(why)}</p>"
        item = add_line(self.proposed, html, f"{one} and {other}: {why}", ruled=True)
        item.setData(_PAIR, (proposal.one, proposal.other))

    def _offer(self, box: QComboBox, row: int) -> None:
        """Offer all incidents, keeping the choice where it is still there."""
        before = box.currentData()
        box.clear()
        for id_, name in self._names.items():
            box.addItem(name, id_)
        found = box.findData(before) if before is not None else -1
        box.setCurrentIndex(found if found >= 0 else min(row, box.count() - 1))

    def _allow(self) -> None:
        kept, gone = self.kept.currentData(), self.gone.currentData()
        self._merge_proposed.setEnabled(self.proposed.currentRow() >= 0)
        self._merge_any.setEnabled(kept is not None and gone is not None and kept != gone)

    def _take_proposal(self) -> None:
        item = self.proposed.currentItem()
        if item is not None:
            self._merge(*item.data(_PAIR))

    def _merge(self, kept: int, gone: int) -> None:
        incidents = {incident.id: incident for incident in self._session.incidents()}
        change = acts.merge_incidents(incidents[kept], incidents[gone], self._session.claims_of(gone))
        self._session.apply(change)


def _name(incident: Incident, claims: int) -> str:
    return f"{incident_words(incident)} · {count_words(claims, 'claim')}"
