"""How far each source of the case can be relied on: the letters of the Admiralty code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.eliding_box import ElidingBox
from ui.named import named, plain, spread, words
from ui.session import Session
from ui.slices import Slices
from workbench import acts_judged
from workbench.changes import Change
from workbench.model.assessment import About, Assessment, Reliability
from workbench.reckoning.seen import interest_of
from workbench.wording import reliability_words

_WHAT = (
    "How far can each source of this case be relied on? The policy “most reliable” takes the best number from the "
    "source graded best; one that nobody graded, or that is F, stands by its interest. The information of "
    "a single claim is graded apart, beside the claim."
)
_EMPTY = "No claim of this case names a source yet."
_READING = "The claims are being read …"
_HEAD = ("Source", "Interest", "Claims", "Reliability", "Note")


class _Grade(ElidingBox):
    """A box in a table: the wheel scrolls the table and changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class GradeSources(QDialog):
    """Every grade and note becomes a change at once; undo takes it back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gradeSources")
        self.setWindowTitle("Grade the sources")
        self._session = session
        self._boxes: dict[str, ElidingBox] = {}
        self._notes: dict[str, QLineEdit] = {}
        self.table = named(QTableWidget(0, len(_HEAD)), "Sources", "sources")
        self._told: Counter[str] = Counter()
        self._slices = Slices(self, least=2)
        self._lay_out()
        self._read()
        session.changed.connect(self._follow)
        session.opened.connect(self.reject)

    def _lay_out(self) -> None:
        table, header = self.table, self.table.horizontalHeader()
        table.setHorizontalHeaderLabels(_HEAD)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(44)
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column, width in ((3, 230), (4, 240)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._none = words(_EMPTY, "muted", wrap=True)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Return ends a note
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(words(_WHAT, wrap=True))
        layout.addWidget(self._none)
        layout.addWidget(self.table, 1)
        layout.addWidget(close)
        spread(self, 900, 560)

    def _read(self) -> None:
        """Count whom the claims name, in a long case between the events of the window."""
        if not self._slices.begin(self._counting(), self._fill, lambda error: self._none.setText(str(error))):
            self._none.setText(_READING)
            self.table.hide()

    def _counting(self) -> Iterator[None]:
        queue = self._session.queue()
        for _, claims in queue.pieces() if queue else ():
            self._told.update(id_ for claim in claims for id_ in {claim.origin, claim.relay} if id_)
            yield

    def _fill(self) -> None:
        """List those whom claims name as their origin or relay, the most often named first; actors that speak too."""
        session = self._session
        told = self._told
        graded = {a.about_id for a in session.assessments() if a.about is About.SOURCE}
        actors, sources, basis = session.actors(), session.sources(), session.basis_of(())
        for id_ in sorted({*told, *graded}, key=lambda id_: (-told[id_], id_)):
            known = sources.get(id_) or actors.get(id_)
            interest = interest_of(id_, basis)[0] or "unknown"
            self._add(id_, known.name if known else id_, (interest, str(told[id_])))
        self._none.setText(_EMPTY)
        self._none.setVisible(not self._boxes)
        self.table.setVisible(bool(self._boxes))
        self._show()

    def _add(self, id_: str, name: str, about: tuple[str, ...]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, cell in enumerate((name, *about)):
            item = QTableWidgetItem(cell)
            item.setToolTip(plain(cell))
            self.table.setItem(row, column, item)
        box = named(_Grade(), f"Reliability of {name}")
        box.addItem("not graded", None)
        for grade in Reliability:
            box.addItem(reliability_words(grade), grade)
        note = named(QLineEdit(), f"Note on {name}")
        box.activated.connect(lambda _row: self._grade(id_, name))
        note.editingFinished.connect(lambda: self._grade(id_, name))
        self.table.setCellWidget(row, 3, box)
        self.table.setCellWidget(row, 4, note)
        self._boxes[id_], self._notes[id_] = box, note

    def _follow(self, change: Change) -> None:
        if change.touches("assessment"):
            self._show()

    def _show(self) -> None:
        graded = {a.about_id: a for a in self._session.assessments() if a.about is About.SOURCE}
        for id_, box in self._boxes.items():
            assessment = graded.get(id_)
            box.setCurrentIndex(max(0, box.findData(assessment.reliability if assessment else None)))
            self._notes[id_].setText(assessment.note if assessment else "")

    def _grade(self, id_: str, name: str) -> None:
        """Take over what is chosen and noted of a source."""
        session, grade, note = self._session, self._boxes[id_].currentData(), self._notes[id_].text()
        before = session.assessment(About.SOURCE, id_)
        reliability = Reliability(grade) if grade else None
        if before is None and reliability is None and not note.strip():
            return
        blank = before or Assessment(session.reserve(), About.SOURCE, id_)
        change = acts_judged.assess(before, replace(blank, reliability=reliability, note=note), name)
        session.apply(change, asker="gradeSources")
