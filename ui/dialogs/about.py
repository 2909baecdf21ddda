"""What this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.named import words

_WHAT = (
    "Turns news articles on armed conflict into casualty figures by side that can be defended. It never uses the "
    "network: what you read stays on this computer."
)
_RIGHTS = "MIT licence. Built with Qt (LGPL 3), spaCy, matplotlib and SQLite; their licences come with the program."


class About(QDialog):
    """Name, version and licences."""

    rights_wanted = Signal()

    def __init__(self, version: str, icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle("About Casualty Workbench")
        picture = QLabel()
        picture.setPixmap(icon.pixmap(64, 64))
        text = QVBoxLayout()
        text.addWidget(words(f"Casualty Workbench {version}".strip(), "heading"))
        text.addWidget(words(_WHAT, wrap=True))
        text.addWidget(words(_RIGHTS, "muted", wrap=True))
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(text, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rights = buttons.addButton("&Licences…", QDialogButtonBox.ButtonRole.ActionRole)
        rights.clicked.connect(self.reject)
        rights.clicked.connect(self.rights_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(top)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)
