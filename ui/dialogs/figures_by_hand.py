"""Figures set by hand: what the claims give, what the analyst puts in its place, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.named import grown, named, plain, spread, words
from ui.session import Session
from ui.slices import Slices
from workbench import acts_judged
from workbench.changes import Change
from workbench.errors import WorkbenchError
from workbench.model.actor import Side
from workbench.model.claim import Scope
from workbench.model.figure import Figure
from workbench.model.override import Override
from workbench.reckoning.totals import add
from workbench.reckoning.words import amount_words
from workbench.wording import category_words, effect_words, incident_names, scope_words, side_words

_WHAT = (
    "A figure that you set by hand stands in the place of what the claims give, in charts, tables and reports, and "
    "says so there with your rationale. The claims and what they give stay beside it; undo takes it back."
)
_HEAD = ("Incident", "Side", "Who", "Effect", "Claims give", "Set by hand", "Rationale")
_WIDTHS = (270, 140, 110, 80, 110, 110)
_GROUPED = re.compile(r"\d{1,3}(?:[ .,’'\u00a0\u202f]\d{3})+")
#: What stands in the table where no claim bears on a figure set by hand, or its incident has gone.
_NOTHING, _GONE = "nothing", "incident gone, in no figure"
_LISTING = "The figures are being listed …"
#: So many lines are listed at once.
_TOGETHER = 100
#: So many lines are shown.
_MOST = 500
_MORE = f"The first {_MOST} figures are shown: type words of an incident, a side or an effect to find others."
_NONE_SET = "There are no figures yet. They come with claims about people who came to harm."


@dataclass(frozen=True, slots=True)
class _Line:
    """A figure as the claims give it (None: they give none), and what was set in its place."""

    key: tuple[object, ...]
    figure: Figure | None
    override: Override | None
    cells: tuple[str, ...]
    told: str


class FiguresByHand(QDialog):
    """Lists all figures; the one that is chosen can be set, or given back to the claims."""

    def __init__(self, session: Session, parent: QWidget | None = None, narrowed: str = "") -> None:
        """Show the figures whose line holds the words `narrowed`."""
        super().__init__(parent)
        self.setObjectName("figuresByHand")
        self.setWindowTitle("Figures set by hand")
        self._session = session
        self._slices = Slices(self, least=_TOGETHER)
        self._lines: list[_Line] = []
        #: Those of them that are shown.
        self._shown: list[_Line] = []
        self.filter = named(QLineEdit(narrowed), "Find a figure", "figureFilter")
        self.table = named(QTableWidget(0, len(_HEAD)), "Figures", "figures")
        self.low, self.best, self.high = (named(QLineEdit(), name) for name in ("Lowest", "Best", "Highest"))
        self.rationale = named(QLineEdit(), "Rationale", "rationale")
        self.problem = named(words("", wrap=True), "What is wrong", "figureProblem")
        self.set_by_hand = named(QPushButton("Set by hand"), "Set the figure by hand", "setByHand", look="primary")
        self.give_back = named(QPushButton("Back to the claims"), "Give the figure back to the claims", "giveBack")
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText("incident, side, effect …")
        self.filter.setClearButtonEnabled(True)
        self.best.setPlaceholderText("none")
        self.high.setPlaceholderText("open")
        self.rationale.setPlaceholderText("why this figure, in a sentence; it is shown wherever the figure is")
        for field in (self.low, self.best, self.high):
            field.setMaximumWidth(120)
        self._dress_table()
        numbers = QHBoxLayout()
        for label, field in (("Lowest", self.low), ("Best", self.best), ("Highest", self.high)):
            numbers.addWidget(words(label, "muted"))
            numbers.addWidget(field)
            numbers.addSpacing(10)
        numbers.addStretch(1)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(numbers)
        form.addRow(words("Rationale", "muted"), self.rationale)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons = QHBoxLayout()
        for part in (self.set_by_hand, self.give_back):
            buttons.addWidget(part)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(words(_WHAT, wrap=True))
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        spread(self, 1040, 620)

    def _dress_table(self) -> None:
        table, header = self.table, self.table.horizontalHeader()
        table.setHorizontalHeaderLabels(_HEAD)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # incidents of one title differ at its end
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, grown(self, width))

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._narrow)
        self.table.currentCellChanged.connect(self._show_chosen)
        for field in (self.low, self.best, self.high, self.rationale):
            field.textEdited.connect(self._allow)
            field.returnPressed.connect(self._set)
        self.set_by_hand.clicked.connect(self._set)
        self.give_back.clicked.connect(self._withdraw)
        for button in (self.set_by_hand, self.give_back):
            button.setAutoDefault(False)
        self._session.changed.connect(self._follow)
        self._session.opened.connect(self.reject)

    def _follow(self, change: Change) -> None:
        if change.touches("override") or change.touches("claim") or change.touches("incident"):
            self._show()

    # What is shown

    def _show(self) -> None:
        """List all figures, long lists between the events of the window."""
        if not self._slices.begin(self._listing(), self._narrow, self._fail):
            self.problem.setText(_LISTING)

    def _listing(self) -> Iterator[None]:
        lines: list[_Line] = []
        for line in _lines(self._session):
            lines.append(line)
            yield
        self._lines = lines

    def _fail(self, error: WorkbenchError) -> None:
        self.problem.setText(str(error))

    def _narrow(self) -> None:
        """Show the lines that hold all words typed; of the first the one chosen before stays chosen, where it is."""
        before, wanted = self._chosen, self.filter.text().casefold().split()
        found = (line for line in self._lines if all(word in line.told for word in wanted))
        self._shown = list(islice(found, _MOST))
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        self.table.setRowCount(len(self._shown))
        for row, line in enumerate(self._shown):
            for column, cell in enumerate(line.cells):
                item = QTableWidgetItem(cell)
                item.setToolTip(plain(cell))
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)
        rows = [row for row, line in enumerate(self._shown) if before is not None and line.key == before.key]
        self.table.setCurrentCell(rows[0] if rows else 0, 0)
        self._show_chosen()
        more = _MORE if len(self._shown) == _MOST else ""
        self.problem.setText(more if self._lines else _NONE_SET)

    @property
    def _chosen(self) -> _Line | None:
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _show_chosen(self) -> None:
        """Show the numbers of the figure chosen, those set by hand before those of the claims."""
        line = self._chosen
        shown = None if line is None else line.override or line.figure
        numbers = (None, None, None) if shown is None else (shown.low, shown.best, shown.high)
        for field, number in zip((self.low, self.best, self.high), numbers, strict=True):
            field.setText("" if number is None else str(number))
            field.setEnabled(shown is not None)
        self.rationale.setText(line.override.rationale if line and line.override else "")
        self.rationale.setEnabled(shown is not None)
        self.problem.setText("")
        self._allow()

    def _allow(self) -> None:
        line = self._chosen
        self.give_back.setEnabled(line is not None and line.override is not None)
        self.set_by_hand.setEnabled(line is not None and bool(self.rationale.text().strip()))

    # What is done

    def _set(self) -> None:
        line = self._chosen
        if line is None:
            return
        try:
            change = acts_judged.override(line.override, self._typed(line), _about(line))
        except WorkbenchError as error:
            self.problem.setText(str(error))
            return
        self._session.apply(change, asker="figuresByHand")

    def _typed(self, line: _Line) -> Override:
        """Return what was typed as an override of the line's figure; WorkbenchError where a number is none."""
        low, best, high = (_number(field.text()) for field in (self.low, self.best, self.high))
        if low is None:
            raise WorkbenchError("Give the lowest number of people; 0 where it may have been nobody.")
        id_ = line.override.id if line.override else self._session.reserve()
        key = line.figure.key if line.figure else line.override.key if line.override else None
        if key is None:
            raise WorkbenchError("Choose a figure first.")
        return Override(id_, *key, low, best, high, self.rationale.text())

    def _withdraw(self) -> None:
        line = self._chosen
        if line is not None and line.override is not None:
            self._session.apply(acts_judged.withdraw_override(line.override, _about(line)), asker="figuresByHand")


def _lines(session: Session) -> Iterator[_Line]:
    sides, incidents = session.sides(), incident_names(session.incidents_known().values())
    for figure in session.reckoning().figures:
        yield _line(figure, sides, incidents)
    for override in session.overrides():
        if override.incident not in incidents:
            yield _lost(override, sides)


def _line(figure: Figure, sides: Mapping[str, Side], incidents: Mapping[int, str]) -> _Line:
    override = figure.override
    given = figure.reckoned if override else figure
    cells = (
        incidents.get(figure.incident, f"Incident {figure.incident}"),
        *_people(figure, sides),
        amount_words(add([given])) if given else _NOTHING,
        amount_words(add([figure])).removesuffix(", set by hand") if override else "",
        override.rationale if override else "",
    )
    return _Line(figure.key, figure, override, cells, " ".join(cells).casefold())


def _lost(override: Override, sides: Mapping[str, Side]) -> _Line:
    """Return the line of a figure set by hand whose incident is no longer in the case."""
    figure = Figure(*override.key, override.low, override.best, override.high, override.high is None, False, (), ())
    amount = amount_words(add([figure]))
    cells = (f"Incident {override.incident}", *_people(figure, sides), _GONE, amount, override.rationale)
    return _Line(override.key, None, override, cells, " ".join(cells).casefold())


def _people(figure: Figure, sides: Mapping[str, Side]) -> Sequence[str]:
    scope = "" if figure.scope is Scope.EVENT else f" ({scope_words(figure.scope)})"
    category = category_words(figure.category) if figure.category else ""
    return side_words(figure.side, sides), category, effect_words(figure.effect) + scope


def _about(line: _Line) -> str:
    return f"{line.cells[3]}, {line.cells[1]}, {line.cells[0]}"


def _number(typed: str) -> int | None:
    """Return a number of people, None where nothing is typed; WorkbenchError where it is none."""
    text = typed.strip()
    if not text:
        return None
    if _GROUPED.fullmatch(text):
        text = re.sub(r"\D", "", text)
    if not text.isdecimal():
        raise WorkbenchError(f"“{text}” is no number of people. Write digits, or leave the field empty.")
    return int(text)
