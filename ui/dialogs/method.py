"""How the case turns claims into figures, and what another way would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.eliding_box import ElidingBox
from ui.named import grown, named, plain, spread, words
from ui.session import Session
from ui.slices import Slices
from ui.words import count_words
from workbench import acts
from workbench.changes import Change
from workbench.errors import WorkbenchError
from workbench.exporters.changes import cells_of
from workbench.model.convention import OWN
from workbench.model.figure import Reckoning
from workbench.model.method import Method
from workbench.reckoning.best import POLICIES
from workbench.reckoning.differences import Difference, differences
from workbench.wording import convention_words, incident_names, policy_words

_WHAT = (
    "The convention says what words like “dozens” stand for, the policy which of several origins’ numbers is best. "
    "Nothing of what the articles say is changed by either, and one undo takes a switch back."
)
_IN_FORCE = "This is in force. Choose another to see what it would change."
_RECKONING = "What would change is being reckoned: {:.0%} …"
#: So many incidents are reckoned at once.
_TOGETHER = 20
_HEAD = ("Where", "Side", "Who", "Effect", "Now", "Then")
_WIDTHS = (270, 140, 130, 100, 140)
#: So many rows are shown; a switch that changes more is told by their number.
_MOST = 500


class MethodChoice(QDialog):
    """Shows what each convention and policy would change before it is taken."""

    #: The table of the analyst's own convention is wanted.
    own_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("methodChoice")
        self.setWindowTitle("Convention and policy")
        self._session = session
        self._slices = Slices(self, least=_TOGETHER)
        self._found: Sequence[Difference] = ()
        self.convention = named(ElidingBox(), "Number convention", "methodConvention")
        self.policy = named(ElidingBox(), "Policy for the best number", "methodPolicy")
        self._own = named(QPushButton("Own convention…"), "Edit the own convention", "editOwn")
        self.told = named(words("", "section", wrap=True), "What would change", "methodTold")
        self.table = named(QTableWidget(0, len(_HEAD)), "Figures that would change", "methodChanges")
        wanted = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(wanted.Ok | wanted.Cancel)
        self._offer()
        self._lay_out()
        self._connect()
        self._show()

    def _offer(self) -> None:
        method = self._session.method()
        for name in (*self._session.conventions.names(), OWN):
            self.convention.addItem(convention_words(name), name)
        for name in POLICIES:
            self.policy.addItem(policy_words(name), name)
        self.convention.setCurrentIndex(self.convention.findData(method.convention))
        self.policy.setCurrentIndex(self.policy.findData(method.policy))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        line = QHBoxLayout()
        line.addWidget(self.convention, 1)
        line.addWidget(self._own)
        form.addRow(words("Convention", "muted"), line)
        form.addRow(words("Best number", "muted"), self.policy)
        self.table.setHorizontalHeaderLabels(_HEAD)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setWordWrap(False)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, grown(self, width))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Take over")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(words(_WHAT, wrap=True))
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._buttons)
        spread(self, 960, 580)

    def _connect(self) -> None:
        for box in (self.convention, self.policy):
            box.currentIndexChanged.connect(self._show)
        self._own.clicked.connect(self.own_wanted)
        self._buttons.accepted.connect(self._take_over)
        self._buttons.rejected.connect(self.reject)
        self._session.changed.connect(self._follow)
        self._session.opened.connect(self.reject)

    @property
    def chosen(self) -> Method:
        """The case's method with the convention and the policy that are chosen."""
        convention, policy = self.convention.currentData(), self.policy.currentData()
        return replace(self._session.method(), convention=convention, policy=policy)

    def _follow(self, change: Change) -> None:
        if any(change.touches(kind) for kind in ("own_reading", "assessment", "override", "claim", "method")):
            self._show()

    def _show(self) -> None:
        """Show what the method chosen would change, once the case was reckoned by it."""
        session, other = self._session, self.chosen != self._session.method()
        self._slices.stop()
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(other)
        if other:
            self._slices.begin(map(self._tell, session.reckoning_by(self.chosen, self._take)), self._end, self._fail)
        else:
            self.table.setRowCount(0)
            self.told.setText(_IN_FORCE)

    def _tell(self, done: float) -> None:
        self.told.setText(_RECKONING.format(done))

    def _take(self, then: Reckoning) -> None:
        self._found = differences(self._session.reckoning(), then)

    def _end(self) -> None:
        found = self._found
        self.told.setText(_told(found))
        sides, incidents = self._session.sides(), incident_names(self._session.incidents_known().values())
        self.table.setRowCount(0)
        self.table.setRowCount(min(len(found), _MOST))
        for row, difference in enumerate(found[:_MOST]):
            for column, cell in enumerate(cells_of(difference, sides, incidents)):
                self.table.setItem(row, column, _item(cell, bold=difference.incident is None))

    def _fail(self, error: WorkbenchError) -> None:
        self.told.setText(str(error))

    def _take_over(self) -> None:
        if self._session.apply(acts.set_method(self._session.method(), self.chosen)):
            self.accept()


def _told(found: Sequence[Difference]) -> str:
    figures = sum(difference.incident is not None for difference in found)
    if not found:
        return "No figure would change."
    more = f"; the first {_MOST} lines are shown" if len(found) > _MOST else ""
    return f"{count_words(figures, 'figure')} would change{more}. Sums over all incidents stand first."


def _item(text: str, *, bold: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(plain(text))
    if bold:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
    return item
