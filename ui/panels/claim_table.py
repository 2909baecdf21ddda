"""Casualties: every claim of the case in one table, filtered, sorted, edited in place, decided on in rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.eliding_box import ElidingBox
from ui.models.claim_filter import NO_SIDE, ClaimFilter
from ui.models.claim_table import CLAIM, HEADINGS, ClaimTableModel, Column
from ui.named import named, words
from ui.panels.claim_table_cells import ClaimCells
from ui.session import Focus, Session
from ui.words import count_words
from workbench import acts
from workbench.changes import Change
from workbench.model.actor import BOTH_SIDES
from workbench.model.claim import Claim, Effect
from workbench.model.mention import Status
from workbench.spreadsheet import to_csv
from workbench.wording import BOTH, SIDE_UNKNOWN, effect_words

_NAME = "claimTable"
_EMPTY = "The claims of the case stand here: who says how many people of whom came to what harm. Read an article first."
_READING = "The claims are being read …"
_NONE_FITS = "No claim fits. Empty the field, and choose all effects, all sides and any status, to see all."
#: So narrow a filter may become, in pixels.
_NARROWEST = 90
_THIS_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
#: In pixels; with 1440 across, 170 are left for the article.
_WIDTHS = {
    Column.EFFECT: 84,
    Column.NUMBER: 138,
    Column.SIDE: 144,
    Column.WHO: 146,
    Column.CATEGORY: 112,
    Column.SAID_BY: 110,
    Column.WHEN: 92,
    Column.WHERE: 104,
    Column.EPISTEMIC: 80,
    Column.SCOPE: 60,
    Column.RELATION: 118,
    Column.STATUS: 78,
}


class ClaimTable(QWidget):
    """Lays out filter and table; what is done with rows goes through the session."""

    #: Ids of claims that are to be related, first the one that is looked at.
    relating = Signal(object)

    def __init__(self, session: Session, model: ClaimTableModel) -> None:
        super().__init__()
        self._session, self._model = session, model
        self._shown = ClaimFilter(model, self)
        self._shown.modelAboutToBeReset.connect(self._remember)  # before the table forgets what is chosen
        self.table = ClaimRows()
        self._looked_at = 0
        self._field = named(QLineEdit(), "Filter claims", "filter")
        self._field.setPlaceholderText("Filter claims")
        self._field.setClearButtonEnabled(True)
        self._field.setMinimumWidth(100)
        self._effect = named(_FilterBox(), "Effect", "effectFilter")
        self._side = named(_FilterBox(), "Side", "sideFilter")
        self._status = named(_FilterBox(), "Status", "statusFilter")
        self._accept = named(QPushButton("Accept  A"), "Accept the selected claims", look="primary")
        self._reject = named(QPushButton("Reject  X"), "Reject the selected claims")
        self._relate = named(QPushButton("Relate  R"), "Relate the selected claims")
        self._count = words("", "muted")
        self._empty = words(_EMPTY, "muted", wrap=True)
        self._empty.setContentsMargins(16, 8, 16, 8)
        self._prepare_table()
        self._lay_out()
        self._offer()
        self._connect()
        self._tally()

    def _prepare_table(self) -> None:
        table = named(self.table, "Claims of the case", _NAME)
        table.setModel(self._shown)
        # The header would ask every cell whether its column is chosen.
        table.horizontalHeader().setSelectionModel(QItemSelectionModel(self._shown, table))
        table.setItemDelegate(ClaimCells(self._model, table))
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 10)
        head.setSpacing(8)
        head.addWidget(self._field, 1)
        for widget in (self._effect, self._side, self._status, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        for button in (self._accept, self._reject, self._relate):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._filter)
        for box in (self._effect, self._side, self._status):
            box.currentIndexChanged.connect(self._filter)
        self._accept.clicked.connect(self.accept_rows)
        self._reject.clicked.connect(self.reject_rows)
        self._relate.clicked.connect(self.relate_rows)
        self.table.related.connect(self.relate_rows)
        self.table.accepted.connect(self.accept_rows)
        self.table.rejected.connect(self.reject_rows)
        self.table.copied.connect(self.copy_rows)
        self.table.activated.connect(self.open_row)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.selectionModel().selectionChanged.connect(self._tally)
        self._shown.arranged.connect(self._tally)
        self._shown.modelReset.connect(self._look_again)
        self._model.tallied.connect(self._tally)
        self._session.opened.connect(self._offer)
        self._session.changed.connect(self._follow)
        self._session.focused.connect(self._show)

    def showEvent(self, event: QShowEvent) -> None:
        self._model.wake()
        super().showEvent(event)

    def accept_rows(self) -> None:
        """Accept the selected claims in one step."""
        self._decide(acts.accept)

    def reject_rows(self) -> None:
        """Reject the selected claims in one step; they stay in the table, struck through."""
        self._decide(acts.reject)

    def relate_rows(self) -> None:
        """Ask what the row that is looked at is to the other selected ones, or to a claim still to be chosen."""
        current = self.table.currentIndex().row()
        rows = sorted(self._selected(), key=lambda row: row != current)
        self.relating.emit([self._shown.index(row, 0).data(CLAIM).id for row in rows])

    def open_row(self, index: QModelIndex) -> None:
        """Show the claim's sentence."""
        claim: Claim = index.data(CLAIM)
        self._session.focus(Focus(claim.article_id, "claim", claim.id, claim.evidence, asker=_NAME))

    def copy_rows(self) -> None:
        """Copy the selected rows as tab-separated values, with a line of headings."""
        rows = [
            [" ".join(str(self._shown.index(row, column).data() or "").split()) for column in Column]
            for row in self._selected()
        ]
        QGuiApplication.clipboard().setText(to_csv(HEADINGS, rows, "\t"))

    def _selected(self) -> list[int]:
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return sorted(rows)

    def _decide(self, act: Callable[[Claim], Change]) -> None:
        rows = [self._shown.mapToSource(self._shown.index(row, 0)).row() for row in self._selected()]
        self._model.decide(rows, act)

    def _filter(self) -> None:
        chosen = (str(box.currentData() or "") for box in (self._effect, self._side, self._status))
        self._shown.choose(self._field.text(), *chosen)
        self._tally()

    def _offer(self) -> None:
        """Fill the choices; the sides are the case's own."""
        self._looked_at = 0
        if self.isVisible():
            self._model.wake()
        sides = [(side.name, side.id) for side in self._session.sides().values()]
        _fill(self._effect, "All effects", [(effect_words(effect), effect.value) for effect in Effect])
        _fill(self._side, "All sides", [*sides, (BOTH, BOTH_SIDES), (SIDE_UNKNOWN, NO_SIDE)])
        _fill(self._status, "Any status", [(status.value, status.value) for status in Status])
        self._filter()

    def _follow(self, change: Change) -> None:
        if change.touches("side"):
            self._offer()

    def _tally(self) -> None:
        shown, there = self._shown.rowCount(), self._model.rowCount()
        self._count.setText(self._counted(shown, there))
        reading = self._model.slices.is_busy
        self._empty.setText(_READING if reading else _NONE_FITS if there else _EMPTY)
        self._empty.setVisible(not shown and not self._shown.slices.is_busy)
        for button in (self._accept, self._reject, self._relate):
            button.setEnabled(self.table.selectionModel().hasSelection())

    def _counted(self, shown: int, there: int) -> str:
        if self._model.slices.is_busy:
            return f"{there} of {sum(self._session.tally('claim').values())} claims read …"
        if self._shown.slices.is_busy:
            return f"{count_words(there, 'claim')} …"
        of = "" if shown == there else f" of {there}"
        return f"{shown}{of} {count_words(there, 'claim').split()[1]}, {self._model.open_claims()} proposed"

    def _show(self, focus: Focus) -> None:
        """Select the row of a claim that is looked at elsewhere."""
        row = self._model.row_of(focus.row_id) if focus.kind == "claim" and focus.asker != _NAME else None
        index = self._shown.mapFromSource(self._model.index(row, 0)) if row is not None else QModelIndex()
        if index.isValid():
            # By itself the table would add the row to those selected while Ctrl is held, as it is for an undo.
            self.table.selectionModel().setCurrentIndex(index, _THIS_ROW)
            self.table.scrollTo(index)

    def _remember(self) -> None:
        """Note the claim that is looked at, for its row may come again elsewhere."""
        index = self.table.currentIndex()
        if index.isValid() and self.table.selectionModel().isSelected(index):
            self._looked_at = index.data(CLAIM).id

    def _look_again(self) -> None:
        """Select the row of that claim, once it is there."""
        row = self._model.row_of(self._looked_at)
        index = self._shown.mapFromSource(self._model.index(row, 0)) if row is not None else QModelIndex()
        if index.isValid():
            self._looked_at = 0
            self.table.selectionModel().setCurrentIndex(index, _THIS_ROW)
        self._tally()

    def _menu(self, at: QPoint) -> None:
        if not self.table.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.addAction("Show the sentence", lambda: self.open_row(self.table.currentIndex()))
        menu.addAction("Accept", self.accept_rows)
        menu.addAction("Reject", self.reject_rows)
        menu.addAction("Relate…", self.relate_rows)
        menu.addAction("Copy", self.copy_rows)
        menu.exec(self.table.viewport().mapToGlobal(at))
        menu.deleteLater()


class ClaimRows(QTableView):
    """A table whose rows are selected whole, and on which A, X, R and Copy mean these rows."""

    accepted = Signal()
    rejected = Signal()
    related = Signal()
    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._signal(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signal = self._signal(event)
        if signal is not None:
            signal()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _signal(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copied.emit
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return None
        if not self.selectionModel().hasSelection():
            return None
        meant = {Qt.Key.Key_A: self.accepted, Qt.Key.Key_X: self.rejected, Qt.Key.Key_R: self.related}
        return meant[Qt.Key(event.key())].emit if event.key() in meant else None


class _FilterBox(ElidingBox):
    """As wide as its longest words where there is room: else the window would not fit on a small screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(ElidingBox.SizeAdjustPolicy.AdjustToContents)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), _NARROWEST), whole.height())


def _fill(box: QComboBox, everything: str, choices: list[tuple[str, str]]) -> None:
    """Offer choices after one that asks for nothing, keeping what was chosen where it is still there."""
    before = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for name, value in choices:
        box.addItem(name, value)
    box.setCurrentIndex(max(0, box.findData(before)))
    box.blockSignals(False)
