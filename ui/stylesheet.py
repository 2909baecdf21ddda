"""The application's style sheet, made from a palette."""

from __future__ import annotations

from pathlib import Path
from string import Template

from ui.colours import Palette

_SHEET = Template("""
QMainWindow, QDialog { background: $surface; }
QDialog#commandPalette { border: 1px solid $border; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QMenuBar { background: $window; color: $text; padding: 2px 6px; border: 0; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 26px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; padding: 0 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px; }

QWidget#header { background: $surface; border-bottom: 1px solid $border; }
QTabBar#workspaces { background: transparent; border: 0; }
QTabBar#workspaces::tab { color: $muted; background: transparent; border: 0; border-bottom: 2px solid transparent;
    padding: 11px 16px 9px 16px; }
QTabBar#workspaces::tab:hover { color: $text; }
QTabBar#workspaces::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar#workspaces::tab:focus { background: $accent_soft; }
QLabel#proposed { color: $badge; background: $badge_soft; border-radius: 9px; padding: 3px 10px; }
QDockWidget { color: $muted; border: 0; titlebar-close-icon: url("$icons/shut-$name.svg");
    titlebar-normal-icon: url("$icons/float-$name.svg"); }
QDockWidget::close-button, QDockWidget::float-button { border: 0; background: transparent; icon-size: 14px; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: $accent_soft; border-radius: 3px; }
QDockWidget::title { background: $surface; padding: 8px 12px 4px 12px; text-align: left; }

QLineEdit, QComboBox, QAbstractSpinBox { background: $surface; color: $text; border: 1px solid $border;
    border-radius: 5px; padding: 4px 8px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit#search, QLineEdit#filter { background: $raised; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 1px solid $accent; }
QLineEdit[wrong="true"] { border: 1px solid $warn; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$icons/chevron-$name.svg"); width: 16px; height: 16px; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: 0; }
QRadioButton, QCheckBox { spacing: 6px; }
QRadioButton::indicator, QCheckBox::indicator { width: 13px; height: 13px; border: 1px solid $muted;
    background: $surface; }
QRadioButton::indicator { border-radius: 7px; }
QRadioButton::indicator:checked { width: 5px; height: 5px; border: 5px solid $accent; background: $on_accent; }
QRadioButton::indicator:focus, QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator { border-radius: 3px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/tick-$name.svg"); }
QLineEdit:read-only { background: $raised; color: $muted; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $border;
    selection-background-color: $accent_soft; selection-color: $text; }
QListView#offers { border: 1px solid $border; padding: 3px; }
QTextEdit, QPlainTextEdit { background: $page; color: $text; border: 0; selection-background-color: $accent;
    selection-color: $on_accent; }

QPushButton, QToolButton[class="button"] { background: $surface; color: $text; border: 1px solid $border;
    border-radius: 5px; padding: 5px 14px; }
QPushButton { outline: none; }
QPushButton:hover { background: $raised; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $muted; background: $raised; }
QPushButton:default, QPushButton[class="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton:default:disabled, QPushButton[class="primary"]:disabled { background: $raised; color: $muted;
    border: 1px solid $border; }
QPushButton[class="primary"]:focus { border: 2px solid $text; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton[class="chip"] { border-radius: 11px; padding: 2px 10px; color: $muted; }
QPushButton[class="chip"]:checked { background: $accent_soft; color: $accent; border: 1px solid $accent; }
QPushButton[class="quiet"], QToolButton { background: transparent; color: $accent; border: 1px solid transparent;
    border-radius: 4px; padding: 3px 6px; }
QPushButton[class="quiet"]:hover, QToolButton:hover { background: $accent_soft; }
QPushButton[class="quiet"]:focus, QToolButton:focus { border: 1px solid $accent; }
QPushButton[class="card"] { text-align: left; padding: 12px 16px; border-radius: 8px; background: $surface; }
QPushButton[class="card"]:hover { background: $accent_soft; border-color: $accent; }
QPushButton[class="card"]:focus { border: 2px solid $accent; }

QListView, QTreeView, QTableView { background: $surface; color: $text; border: 0; outline: 0;
    alternate-background-color: $raised; selection-background-color: $accent_soft; selection-color: $text; }
QTreeView::item, QListWidget::item { padding: 5px 6px; }
QTreeView::item:selected, QTableView::item:selected, QListWidget::item:selected { background: $accent_soft;
    color: $text; }
QListWidget::item:hover:!selected, QTreeView::item:hover:!selected { background: $raised; }
QTableView { gridline-color: $border; }
QTableView::item { padding: 0 6px; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $border;
    padding: 7px 8px; font-weight: 600; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $border; border: 0; border-radius: 3px; max-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollArea { border: 0; background: transparent; }

QLabel[class="title"] { font-size: 20pt; font-weight: 600; }
QLabel[class="heading"] { font-size: 12pt; font-weight: 600; }
QLabel[class="section"] { color: $muted; font-weight: 600; }
QLabel[class="muted"] { color: $muted; }
QLabel[class="key"] { background: $raised; color: $text; border: 1px solid $border; border-radius: 4px;
    padding: 1px 6px; font-family: monospace; }
QFrame#message { background: $warn_soft; border: 0; border-left: 3px solid $warn; }
QFrame#message QLabel { color: $text; }
QFrame#offer { background: $accent_soft; border: 0; border-top: 1px solid $border; }
QFrame#offer QLabel { color: $text; }
QLabel#welcomeProblem { background: $warn_soft; color: $text; border-left: 3px solid $warn; }
QFrame[class="good"] { background: $good_soft; border: 0; border-left: 3px solid $good; border-radius: 3px; }
QFrame[class="warn"] { background: $warn_soft; border: 0; border-left: 3px solid $warn; border-radius: 3px; }
QFrame[class="bad"] { background: $bad_soft; border: 0; border-left: 3px solid $bad; border-radius: 3px; }
QFrame[class="rule"] { background: $border; border: 0; max-height: 1px; }
""")


def sheet(palette: Palette, icons: Path) -> str:
    """Return the style sheet in the colours of `palette`, with the small signs in the folder `icons`."""
    roles = {role: getattr(palette, role) for role in palette.__slots__}
    # Between quotes, for the program may lie in a folder with a blank, an apostrophe or a bracket in its name.
    return _SHEET.substitute(roles, icons=icons.as_posix().replace('"', '\\"'))
