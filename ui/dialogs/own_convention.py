"""The analyst's own convention: how each vague number is read, beside the default."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.named import grown, named, spread, words
from ui.session import Session
from workbench import acts_judged
from workbench.changes import Change
from workbench.errors import WorkbenchError
from workbench.model.convention import AS_DEFAULT, OwnReading
from workbench.reckoning.conventions import DEFAULT, Reading
from workbench.reckoning.samples import read_as, readable_rows, refuse_falling, sample, words_of
from workbench.wording import bounds_words, convention_words, people

_WHAT = (
    "How you read vague numbers, where you choose “own” as the convention. In a cell stands a number, - for open or "
    "none, = for as the default, or a formula of N, the number stated: N-1, N+tenth (A and B are the ends of a range)."
)
_HEAD = ("Words", "Default reads", "Low", "Best", "High", "You read")
_AS_DEFAULT = Reading(*(AS_DEFAULT,) * 3)
_LOW, _BEST, _HIGH, _READ = 2, 3, 4, 5


class OwnConvention(QDialog):
    """Every cell that is changed becomes a change at once; undo takes it back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ownConvention")
        self.setWindowTitle("Own convention")
        self._session = session
        self.table = named(QTableWidget(0, len(_HEAD)), "Readings of vague numbers", "ownReadings")
        self.problem = named(words("", wrap=True), "What is wrong", "ownProblem")
        self.take_over = named(QPushButton("Take over from"), "Take over a convention as your own", "takeOver")
        self.reset = named(QPushButton("Row as the default"), "Read the chosen row as the default does", "asDefault")
        self._keys = readable_rows(session.conventions)
        self._rows = [self._fill(row, key) for row, key in enumerate(self._keys)]
        self._lay_out()
        self._connect()
        self._show()

    def _fill(self, row: int, key: str) -> list[QTableWidgetItem]:
        """Put a row's cells into the table, and return them."""
        table = self._session.conventions
        default = sample(key, table)
        told = (words_of(key, table), _range(default.low, default.best, default.high), "", "", "", "")
        items = [QTableWidgetItem(cell) for cell in told]
        self.table.insertRow(row)
        for column, item in enumerate(items):
            if column not in (_LOW, _BEST, _HIGH):
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.table.setItem(row, column, item)
        return items

    def _lay_out(self) -> None:
        self.table.setHorizontalHeaderLabels(_HEAD)
        self.table.verticalHeader().hide()
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (_LOW, _BEST, _HIGH):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.table.setColumnWidth(column, grown(self, 96))
        self.problem.setProperty("class", "muted")
        menu = QMenu(self)
        for name in self._session.conventions.names():
            menu.addAction(convention_words(name)).setData(name)
        self.take_over.setMenu(menu)
        for button in (self.take_over, self.reset):
            button.setAutoDefault(False)  # Return ends the editing of a cell
        menu.triggered.connect(lambda action: self._take_over(action.data()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self.take_over)
        line.addWidget(self.reset)
        line.addStretch(1)
        line.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(words(_WHAT, wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.problem)
        layout.addLayout(line)
        spread(self, 820, 640)

    def _connect(self) -> None:
        self.table.itemChanged.connect(self._change)
        self.reset.clicked.connect(self._reset)
        self._session.changed.connect(self._follow)
        self._session.opened.connect(self.reject)

    def _follow(self, change: Change) -> None:
        if change.touches("own_reading"):
            self._show()

    def _show(self) -> None:
        """Show what is stored."""
        own, table = self._session.own_readings(), self._session.conventions
        self.table.blockSignals(True)
        for key, items in zip(self._keys, self._rows, strict=True):
            reading = own.get(key, OwnReading(key, *(AS_DEFAULT,) * 3))
            read = read_as(reading, table)
            told = _range(read.low, read.best, read.high) if key in own else "as the default"
            shown = {_LOW: reading.low, _BEST: reading.best, _HIGH: reading.high, _READ: told}
            for column, cell in shown.items():
                items[column].setText(cell)
        self.table.blockSignals(False)

    def _change(self, item: QTableWidgetItem) -> None:
        """Take over what was typed into a cell, or say why not and show what is stored."""
        key, items = self._keys[item.row()], self._rows[item.row()]
        cells = [items[column].text().strip() or AS_DEFAULT for column in (_LOW, _HIGH, _BEST)]
        self._read(key, OwnReading(key, *cells))

    def _reset(self) -> None:
        if self.table.currentRow() >= 0:
            self._read(self._keys[self.table.currentRow()], None)

    def _read(self, key: str, after: OwnReading | None) -> None:
        session, about = self._session, words_of(key, self._session.conventions)
        if after is not None and (after.low, after.high, after.best) == (AS_DEFAULT,) * 3:
            after = None  # what reads all as the default says nothing
        self.problem.setText("")
        try:
            change = acts_judged.read_own(session.own_readings().get(key), after, about)
            if after is not None:
                refuse_falling(after, session.conventions)
        except WorkbenchError as error:
            self.problem.setText(str(error))
        else:
            session.apply(change, asker="ownConvention")
        self._show()

    def _take_over(self, convention: str) -> None:
        """Make the rows of a shipped convention the analyst's, in one change."""
        session, table = self._session, self._session.conventions
        rows = {key: table.term(key).readings for key in readable_rows(table)}
        taken = {
            key: row[convention] for key, row in rows.items() if row[convention] not in (row[DEFAULT], _AS_DEFAULT)
        }
        own = {key: OwnReading(key, row.low, row.high, row.best) for key, row in taken.items()}
        session.apply(acts_judged.adopt_readings(session.own_readings(), own, convention_words(convention)))


def _range(low: int | None, best: int | None, high: int | None) -> str:
    """Return bounds, and the best between them: ``24–99``, ``45–55, best 50``."""
    bounds = bounds_words(low, high)
    return bounds if best is None or low == high else f"{bounds}, best {people(best)}"
