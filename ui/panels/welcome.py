"""The page that is shown while no case is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.named import named, plain, words

_WHAT = (
    "Turns news articles on armed conflict into casualty figures by side that can be defended. "
    "It works offline; a case is one file, and every figure leads back to the words it rests on."
)
_SAYS = {
    "sample_case": "Eight short articles, read and waiting for your review",
    "new_case": "An empty case; then drop articles on the window",
    "open_case": "A case file that is on this computer",
}


class Welcome(QWidget):
    """Offers the sample case, a new one, and those opened before."""

    recent_chosen = Signal(Path)

    def __init__(self, actions: Sequence[QAction]) -> None:
        """Offer `actions` as cards."""
        super().__init__()
        self.setObjectName("welcome")
        self._problem = named(words("", wrap=True), "Why no case is open", "welcomeProblem")
        self._problem.setContentsMargins(12, 8, 12, 8)
        self._offered: Sequence[Path] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(words("Casualty Workbench", "title"))
        column.addWidget(words(_WHAT, "muted", wrap=True))
        column.addSpacing(14)
        column.addWidget(self._problem)
        for action in actions:
            column.addWidget(_card(action))
        column.addSpacing(14)
        column.addLayout(self._recent)
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(560)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(middle, 4)
        layout.addStretch(1)
        self.tell("")

    def tell(self, sentence: str) -> None:
        """Say why no case is open; nothing takes the sentence away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer these cases, the last one first; those that are offered already stay as they are."""
        if paths == self._offered:
            return
        self._offered = paths
        while (item := self._recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if paths:
            self._recent.addWidget(words("Recent", "section"))
        for path in paths:
            button = named(QPushButton(f"{path.stem}   ·   {path.parent}"), f"Open {path}", look="quiet")
            button.setToolTip(plain(str(path)))
            button.clicked.connect(lambda _=False, path=path: self.recent_chosen.emit(path))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what Return is pressed on, for here every button opens something."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)


def _card(action: QAction) -> QPushButton:
    title = action.text().replace("&", "").removesuffix("…")
    says = _SAYS.get(action.objectName(), "")
    card = named(QPushButton(f"{title}\n{says}"), f"{title}: {says}", f"card_{action.objectName()}", "card")
    card.setIcon(action.icon())
    card.setIconSize(QSize(24, 24))
    action.changed.connect(lambda: card.setIcon(action.icon()))
    card.clicked.connect(action.trigger)
    return card
