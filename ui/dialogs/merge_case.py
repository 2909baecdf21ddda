"""Another analyst's case: what it brings, what both changed differently, and how far the two agree."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.eliding_box import ElidingBox
from ui.named import named, plain, spread, words
from ui.words import clock_words, count_words
from workbench.merging.agreement import Agreement
from workbench.merging.agreement_table import HEAD, cells, rows, told
from workbench.merging.asking import Question
from workbench.merging.fields import Take
from workbench.merging.plan import Counts, Plan
from workbench.merging.trails import Touch

_HEAD = ("Of", "What", "Here", "There", "Take")
_WIDTHS = (400, 110, 200, 200)
_NUMBERS = 90
_BACKING_UP = "A backup of this case is made and examined first. A large case takes some minutes."
_STOPPING = "The backup is being stopped; nothing is merged."
_KINDS = {"own_reading": "own reading", "override": "override", "declined": "declined proposal"}


class MergeCase(QDialog):
    """Nothing is written before every question is answered and “Merge” is pressed."""

    #: The answers, by the numbers of the questions.
    merging = Signal(object)
    #: The table of agreement is to be saved.
    saving = Signal()
    #: The backup that is made before the merge is to be stopped.
    stopped = Signal()

    def __init__(self, plan: Plan, found: Agreement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mergeCase")
        self.setWindowTitle(f"Merge with {plan.name}")
        self._questions = plan.questions
        self._boxes: dict[int, ElidingBox] = {}
        self._waiting = False
        self._now = named(words("", "muted", wrap=True), "What is done just now", "mergeWords")
        self._bar = named(QProgressBar(), "How far the backup has come", "mergeProgress")
        self.told = named(words(_summary(plan), wrap=True), "What the other case brings", "mergeTold")
        self.asked = named(words("", "section", wrap=True), "How many questions are open", "mergeAsked")
        self.table = _table(len(plan.questions), _HEAD, "What both changed differently", "mergeQuestions")
        self.agreement = _table(len(rows(found)), HEAD, "Agreement", "mergeAgreement")
        self._merge = named(QPushButton("Merge"), "Merge the case", "mergeNow", "primary")
        self._fill_agreement(found)
        self._lay_out(plan, found)
        for row, question in enumerate(plan.questions):
            self._ask(row, question, plan.name)
        self._merge.clicked.connect(lambda: self.merging.emit(self.answers))
        self._show(can=not plan.empty)

    @property
    def answers(self) -> dict[int, Take]:
        """What was chosen, by the numbers of the questions."""
        return {number: Take(box.currentData()) for number, box in self._boxes.items() if box.currentData()}

    @property
    def is_waiting(self) -> bool:
        """Whether the case is backed up, so that it can be merged then."""
        return self._waiting

    def wait(self) -> None:
        """Say that a backup comes first; until it is there nothing can be chosen, and Cancel stops it."""
        self._waiting = True
        self.table.setEnabled(False)
        self._merge.setEnabled(False)
        self.show_progress("", 0, 0)
        self._now.setText(_BACKING_UP)
        for widget in (self._now, self._bar):
            widget.show()

    def show_progress(self, _what: str, done: int, total: int) -> None:
        """Say how much of the backup is made; where it is not known of how much, `total` is 0."""
        if self._waiting:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def end_waiting(self, told: str = "") -> None:
        """Let the answers be changed again; `told` is why nothing was merged."""
        self._waiting = False
        self.table.setEnabled(True)
        self._bar.hide()
        self._now.setText(told)
        self._now.setVisible(bool(told))
        self._show(can=True)

    def leave(self) -> None:
        """Close, whatever is under way: the case is no longer there."""
        self._waiting = False
        super().reject()

    def reject(self) -> None:
        """Stop the backup that is under way; close where there is none."""
        if self._waiting:
            self._now.setText(_STOPPING)
            self.stopped.emit()
        else:
            super().reject()

    def _lay_out(self, plan: Plan, found: Agreement) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(self.told)
        if plan.questions:
            line = QHBoxLayout()
            line.addWidget(self.asked, 1)
            for take, label in ((Take.MINE, "All as here"), (Take.THEIRS, f"All as in {plan.name}")):
                button = named(QPushButton(label), label, f"all_{take}")
                button.setAutoDefault(False)
                button.clicked.connect(lambda _checked=False, take=take: self._take_all(take))
                line.addWidget(button)
            layout.addLayout(line)
            layout.addWidget(self.table, 1)
            for column, width in enumerate(_WIDTHS):
                self.table.setColumnWidth(column, width)
        layout.addWidget(words("Agreement", "section"))
        layout.addWidget(words(told(found), "muted", wrap=True))
        layout.addWidget(self.agreement, 0 if plan.questions else 1)
        self._bar.setTextVisible(False)
        for widget in (self._now, self._bar):
            widget.hide()
            layout.addWidget(widget)
        layout.addLayout(self._buttons(found))
        spread(self, 1080, 760 if plan.questions else 520)

    def _buttons(self, found: Agreement) -> QHBoxLayout:
        save = named(QPushButton("Save the agreement…"), "Save the table of agreement as CSV", "saveAgreement")
        save.setEnabled(bool(found.articles))
        save.setAutoDefault(False)
        save.clicked.connect(self.saving)
        cancel = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        cancel.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(save)
        line.addStretch(1)
        line.addWidget(self._merge)
        line.addWidget(cancel)
        return line

    def _fill_agreement(self, found: Agreement) -> None:
        table = self.agreement
        for row, measure in enumerate(rows(found)):
            for column, cell in enumerate(cells(measure)):
                item = _item(cell)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, column, item)
        for column in range(1, len(HEAD)):
            table.setColumnWidth(column, _NUMBERS)
            if (head := table.horizontalHeaderItem(column)) is not None:
                head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setStretchLastSection(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(len(HEAD) - 1, _NUMBERS + 30)
        height = sum(table.rowHeight(row) for row in range(table.rowCount()))
        table.setMinimumHeight(height + table.horizontalHeader().sizeHint().height() + 4)

    def _ask(self, row: int, question: Question, other: str) -> None:
        here, there = _side(question.mine, question.by_mine), _side(question.theirs, question.by_theirs)
        for column, (cell, more) in enumerate(((question.about, ""), (question.what, ""), here, there)):
            self.table.setItem(row, column, _item(cell, more))
        box = named(_Box(), f"Whose {question.what} of {question.about}", f"take_{question.number}")
        box.setPlaceholderText("choose")
        labels = {Take.MINE: "as here", Take.THEIRS: f"as in {other}", Take.BOTH: "both"}
        for take in question.takes:
            box.addItem(labels[take], take)
        box.setCurrentIndex(-1)
        box.currentIndexChanged.connect(lambda _row: self._show(can=True))
        self.table.setCellWidget(row, len(_HEAD) - 1, box)
        self._boxes[question.number] = box

    def _take_all(self, take: Take) -> None:
        for box in self._boxes.values():
            box.setCurrentIndex(max(0, box.findData(take)))

    def _show(self, *, can: bool) -> None:
        left = len(self._questions) - len(self.answers)
        both = f"Both changed {count_words(len(self._questions), 'thing')} differently"
        self.asked.setText(f"{both}; {left} to decide" if left else f"{both}; all is decided")
        self._merge.setEnabled(can and not left)


class _Box(ElidingBox):
    """A box in a table: the wheel scrolls the table and changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _table(height: int, head: Sequence[str], accessible: str, name: str) -> QTableWidget:
    table = named(QTableWidget(height, len(head)), accessible, name)
    table.setHorizontalHeaderLabels(head)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.horizontalHeader().setStretchLastSection(True)
    return table


def _item(text: str, more: str = "") -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(plain(more or text))
    return item


def _side(what: str, by: Touch | None) -> tuple[str, str]:
    """Return what a side has and by whom, then with the time."""
    if by is None:
        return what, what
    return f"{what}  ·  {by.analyst}", f"{what}\n{by.analyst}, {clock_words(by.at, with_day=True)}"


def _summary(plan: Plan) -> str:
    """Say how the two cases hang together, and what comes."""
    if plan.empty:
        return f"{plan.name} holds nothing that is not here already."
    if plan.shared:
        kin = f"{plan.name} is a copy of this case; both went on after line {plan.shared} of the journal."
    else:
        kin = f"{plan.name} is another case; {count_words(plan.joined, 'row')} that both made are one."
    noted = f"what was decided there of {count_words(plan.decided, 'row')}" if plan.decided else ""
    comes = "; ".join(filter(None, (*(_comes(counts) for counts in plan.counts({})), noted)))
    brings = f"It brings: {comes}." if comes else "What it brings hangs on the answers."
    return f"{kin} {brings} {plan.name} itself stays as it is, and one undo takes the merge back."


def _comes(counts: Counts) -> str:
    kind = _KINDS.get(counts.kind, counts.kind)
    parts = ((counts.added, "new"), (counts.changed, "changed"), (counts.removed, "taken away"))
    return ", ".join(f"{count_words(number, kind)} {how}" for number, how in parts if number)
