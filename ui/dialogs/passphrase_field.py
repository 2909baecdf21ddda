"""A field for a passphrase: it does not show what is typed unless it is told to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLayout, QLineEdit, QVBoxLayout

from ui.named import named, words

_WIDTH = 500
_HIDDEN, _SHOWN = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal


def passphrase_field(accessible: str, name: str) -> QLineEdit:
    """Return an empty field that no keyboard learns from."""
    field = named(QLineEdit(), accessible, name)
    field.setEchoMode(_HIDDEN)
    hints = Qt.InputMethodHint
    field.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase)
    return field


def laid_out(dialog: QDialog, what: str) -> tuple[QVBoxLayout, QLabel]:
    """Return a dialog's layout, which is as high as its words need, begun with what it is about; and the problem."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 20, 24, 16)
    layout.setSpacing(10)
    layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
    about = words(what, wrap=True)
    about.setFixedWidth(_WIDTH)
    layout.addWidget(about)
    problem = named(words("", wrap=True), "What is wrong", "passphraseProblem")
    problem.hide()
    return layout, problem


def show_switch(*fields: QLineEdit) -> QCheckBox:
    """Return a switch that shows what is typed into these fields."""
    switch = named(QCheckBox("Show what I type"), "Show what I type", "showPassphrase")

    def show(shown: bool) -> None:
        for field in fields:
            field.setEchoMode(_SHOWN if shown else _HIDDEN)

    switch.toggled.connect(show)
    return switch
