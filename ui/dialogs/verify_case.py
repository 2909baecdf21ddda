"""Whether the open case is what its journal says, and the hash by which that can be told from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.named import named, spread, words
from ui.words import clock_words, count_words

_WHAT = (
    "The case is held against its journal: the chain of the journal’s lines, every row against what the lines say, the "
    "articles against their hashes, and SQLite’s own look at the file. Nothing in it is changed."
)
_UNDER_WAY = "The case is examined. A large one takes some minutes."
_WHY_NOTE = (
    "Whoever can write the file can write the whole journal anew. Note the hash of the last line somewhere else; given "
    "here later, it tells whether that line is still there."
)
_FAILED = "The case could not be examined."
_MENDS = "“Mend the indexes” makes it anew; nothing else is lost by that."


class Line(Protocol):
    """What is shown of the journal's last line."""

    @property
    def number(self) -> int: ...
    @property
    def at(self) -> str: ...
    @property
    def hash(self) -> str: ...


class Verdict(Protocol):
    """What is shown of what was found; `faults` are sentences, `hint` what those say on what can be made anew."""

    @property
    def lines(self) -> int: ...
    @property
    def rows(self) -> int: ...
    @property
    def documents(self) -> int: ...
    @property
    def head(self) -> Line | None: ...
    @property
    def faults(self) -> Sequence[str]: ...
    @property
    def hint(self) -> str: ...


class VerifyCase(QDialog):
    """Shows how an examination ends, and asks for the next."""

    #: The case is to be examined; the hash of a line that was noted elsewhere, or nothing.
    asked = Signal(str)
    #: A backup is wanted.
    restoring = Signal()
    #: The indexes are to be made anew.
    mending = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, may_mend: bool = True) -> None:
        super().__init__(parent)
        self._may_mend = may_mend
        self.setObjectName("verifyCase")
        self.setWindowTitle(f"Verify {name}")
        self._name = name
        self._bar = named(QProgressBar(), "The case is examined", "verifyProgress")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._told = named(words("", "section", wrap=True), "What was found", "verifyTold")
        self._counted = named(words("", "muted", wrap=True), "What was examined", "verifyCounted")
        self._faults = named(QPlainTextEdit(readOnly=True), "What is wrong", "verifyFaults")
        self._last = words("Last line")
        self._hash = named(QLineEdit(readOnly=True), "Hash of the last line", "verifyHash")
        self._noted = named(QLineEdit(), "A hash that was noted", "verifyNoted")
        self._noted.setPlaceholderText("a hash that was noted earlier")
        self._again = named(QPushButton("Verify again"), "Verify the case again", "verifyAgain")
        self._restore = named(QPushButton("Restore a backup…"), "Restore a backup", "verifyRestore")
        self._mend = named(QPushButton("Mend the indexes"), "Make the indexes and counts anew", "verifyMend")
        self._again.clicked.connect(self.ask)
        self._noted.returnPressed.connect(self.ask)
        self._restore.clicked.connect(lambda: self._leave_for(self.restoring))
        self._mend.clicked.connect(lambda: self._leave_for(self.mending))
        self._lay_out()
        self._mend.hide()

    def _lay_out(self) -> None:
        hashes = QFormLayout()
        hashes.addRow(self._last, self._hash)
        hashes.addRow("Noted", self._noted)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in (self._again, self._mend, self._restore):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        for widget in (words(_WHAT, wrap=True), self._bar, self._told, self._counted):
            layout.addWidget(widget)
        layout.addWidget(self._faults, 1)
        layout.addLayout(hashes)
        layout.addWidget(words(_WHY_NOTE, "muted", wrap=True))
        layout.addStretch()
        layout.addWidget(buttons)
        spread(self, 760, 460)

    def ask(self) -> None:
        """Have the case examined, with the hash that was typed."""
        self._show(_UNDER_WAY, busy=True)
        self.asked.emit(self._noted.text().strip())

    def show_verdict(self, found: Verdict) -> None:
        """Say what was found."""
        counts = (found.lines, "line"), (found.rows, "row"), (found.documents, "document")
        lines, rows, documents = (count_words(*each) for each in counts)
        mends = self._may_mend and bool(found.hint)
        faults = [fault.replace(found.hint, _MENDS) for fault in found.faults] if mends else found.faults
        self._show(self._sentence(found), f"Examined were {lines} of the journal, {rows} and {documents}.", faults)
        self._mend.setVisible(mends)
        if found.head is not None:
            self._last.setText(f"Line {found.head.number}, {clock_words(found.head.at, with_day=True)}")
            _set(self._hash, found.head.hash)

    def refuse(self, sentence: str) -> None:
        """Say why nothing could be examined, such as a noted hash that is none."""
        self._show(sentence or _FAILED)

    def _sentence(self, found: Verdict) -> str:
        if found.faults:
            return f"✗ {self._name} is not what its journal says: {count_words(len(found.faults), 'fault')}."
        noted = " The noted line is in it." if self._noted.text().strip() else ""
        return f"✓ {self._name} is what its journal says.{noted}"

    def _show(self, told: str, counted: str = "", faults: Sequence[str] = (), *, busy: bool = False) -> None:
        _set(self._told, told)
        _set(self._counted, counted)
        self._faults.setPlainText("\n\n".join(fault[0].upper() + fault[1:] for fault in faults))
        self._bar.setVisible(busy)
        self._again.setEnabled(not busy)
        self._mend.hide()
        for widget in (self._faults, self._restore):
            widget.setVisible(bool(faults))

    def _leave_for(self, wish: SignalInstance) -> None:
        self.reject()
        wish.emit()


def _set(widget: QLabel | QLineEdit, text: str) -> None:
    widget.setText(text)
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(0)
