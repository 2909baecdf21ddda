"""The claims behind a mark: their sentences, who says so, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ui.named import named, words
from ui.rich_lines import QUIET, add_line, rich_list
from workbench.exporters.quotes import Piece
from workbench.model.figure import Check
from workbench.wording import people

CLAIM = Qt.ItemDataRole.UserRole
#: The first claim behind a check.
_BEHIND = Qt.ItemDataRole.UserRole + 8
_HINT = "Choose a bar or a point: the sentences it rests on stand here."
_REACH = 110
#: So many sums that hold, and so many that do not, are listed: nobody reads thousands.
_CHECKS = 100
_NOWHERE: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim as the list shows it: its sentence in pieces, the line beneath, the colour of its side."""

    claim: int
    pieces: tuple[Piece, ...]
    beneath: str
    colour: str


class ChartEvidence(QWidget):
    """Lists evidence; `opened` carries the id of the claim whose sentence is wanted."""

    opened = Signal(int)
    #: The figure behind the bar is to be set by hand.
    figure_wanted = Signal()
    #: It is to be decided which incidents are one.
    incidents_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = words("", "heading", wrap=True)
        self.set_figure = named(QPushButton("Set by hand…"), "Set the figure by hand", "setBarByHand", look="quiet")
        self.set_figure.clicked.connect(self.figure_wanted)
        self._warned = words("", wrap=True)
        self.warning = self._make_warning()
        self.list = rich_list("Claims behind the mark", "chartEvidence")
        self.list.itemActivated.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 16, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.warning)
        layout.addWidget(self._heading)
        layout.addWidget(self.set_figure, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.list, 1)

    def _make_warning(self) -> QFrame:
        frame = named(QFrame(), "Who may be counted twice", "countedTwice", look="warn")
        decide = named(QPushButton("Decide…"), "Decide which incidents are one event", "decideIncidents", look="quiet")
        decide.clicked.connect(self.incidents_wanted)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(3)
        layout.addWidget(self._warned)
        layout.addWidget(decide, 0, Qt.AlignmentFlag.AlignLeft)
        frame.hide()
        return frame

    def warn(self, sentence: str) -> None:
        """Say who may be counted twice, above all else; nothing where nobody may be."""
        self._warned.setText(f"{sentence[:1].upper()}{sentence[1:]}.")
        self.warning.setVisible(bool(sentence))

    def show_hint(self, checks: Sequence[Check], where: Mapping[int, str] = _NOWHERE) -> None:
        """Say what stands here once a bar is chosen, and which sums hold; `where` names the incident of a claim."""
        self._heading.setText(_HINT)
        self.set_figure.hide()
        self.list.clear()
        self._add_checks(checks, where)

    def show_evidence(
        self,
        heading: str,
        used: Sequence[Evidence],
        unused: Sequence[Evidence],
        checks: Iterable[Check],
        more: int = 0,
    ) -> None:
        """Show what a mark rests on, what it does not rest on, and the sums its claims are part of.

        `more` claims are not listed, for nobody reads thousands.
        """
        self._heading.setText(heading)
        self.set_figure.setVisible(bool(used))
        self.list.clear()
        for one in used:
            self._add(_quoted(one), _plain(one), one.claim)
        if not used:
            self._add_words("No claim speaks of it.")
        if unused:
            self._add_words("Not used")
            for one in unused:
                self._add(_quoted(one, quiet=True), f"Not used: {_plain(one)}", one.claim)
        if more:
            self._add_words(f"{people(more)} more claims are not listed: choose an incident or an effect.")
        self._add_checks(list(checks))
        self.list.setCurrentRow(0)

    def take_focus(self) -> None:
        """Put the keyboard on the first claim."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.setCurrentRow(0)

    def _add_checks(self, checks: Sequence[Check], where: Mapping[int, str] = _NOWHERE) -> None:
        """List the sums that do not hold, then those that do; each leads to its first claim."""
        for holds, heading, sign, verdict in (
            (False, "Checks that do not hold", "✗", "does not hold"),
            (True, "Checks that hold", "✓", "holds"),
        ):
            group = [check for check in checks if check.holds is holds]
            if group:
                self._add_words(heading)
            for check in group[:_CHECKS]:
                first = check.claims[0] if check.claims else 0
                about = f" <small style='color:{QUIET}'>{escape(where[first])}</small>" if first in where else ""
                item = self._add(f"<p>{sign} {escape(check.text)}{about}</p>", f"Check that {verdict}: {check.text}", 0)
                item.setData(_BEHIND, first)
                item.setToolTip("Return or a double click opens the first sentence behind it." if first else "")
            if len(group) > _CHECKS:
                self._add_words(f"{people(len(group) - _CHECKS)} more are not listed: choose an incident.")

    def _add_words(self, heading: str) -> None:
        item = self._add(f"<p style='margin-top:6px'><b>{escape(heading)}</b></p>", heading, 0)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _add(self, html: str, plain: str, claim: int) -> QListWidgetItem:
        item = add_line(self.list, html, plain, ruled=bool(claim))
        item.setData(CLAIM, claim)
        return item

    def _open(self, item: QListWidgetItem) -> None:
        claim = item.data(CLAIM) or item.data(_BEHIND)
        if claim:
            self.opened.emit(claim)


_SERIF = "font-family:'Source Serif 4','Noto Serif',Georgia,'DejaVu Serif',serif"


def _quoted(one: Evidence, *, quiet: bool = False) -> str:
    parts = "".join(_marked(piece, one.colour) for piece in _shortened(one.pieces))
    said = f"<span style='color:{QUIET}'>“{parts}”</span>" if quiet else f"“{parts}”"
    beneath = f"<small style='color:{QUIET}'>{escape(one.beneath)}</small>"
    return f'<p style="{_SERIF}">{said}</p><p>{beneath}</p>'


def _marked(piece: Piece, colour: str) -> str:
    words_ = escape(" ".join(piece.text.split(" ")).replace("\n", " "))
    strong = {"number", "victims"} & set(piece.parts.split())
    return f"<b style='color:{colour}'>{words_}</b>" if strong else words_


def _shortened(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave of a long sentence what stands around its marked parts."""
    marked = [n for n, piece in enumerate(pieces) if piece.parts]
    if not marked:
        return [Piece(_cut(piece.text, 2 * _REACH), "") for piece in pieces]
    first, last = marked[0], marked[-1]
    before = _cut_before("".join(piece.text for piece in pieces[:first]), _REACH)
    after = _cut("".join(piece.text for piece in pieces[last + 1 :]), _REACH)
    return [Piece(before, ""), *pieces[first : last + 1], Piece(after, "")]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _cut_before(text: str, most: int) -> str:
    return text if len(text) <= most else "… " + text[-most:].split(" ", 1)[-1]


def _plain(one: Evidence) -> str:
    return f"{''.join(piece.text for piece in one.pieces)} — {one.beneath}"
