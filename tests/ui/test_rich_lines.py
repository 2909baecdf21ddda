"""Lists of rich text are as high as their words need, and wear the theme's colours."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from ui.rich_lines import QUIET, RULED, add_line, rich_list


def shown(qtbot: QtBot, width: int, html: str) -> QListWidget:
    view = rich_list("Lines", "lines")
    qtbot.addWidget(view)
    view.resize(width, 300)
    add_line(view, html, "plain", ruled=True)
    view.show()
    return view


def test_a_line_is_as_high_as_its_words_need(qtbot: QtBot) -> None:
    html = f"<p>{'viele Wörter ' * 20}</p>"
    wide, narrow = (view.sizeHintForRow(0) for view in (shown(qtbot, 900, html), shown(qtbot, 220, html)))
    assert narrow > 2 * wide


def test_a_line_says_in_plain_words_what_it_shows(qtbot: QtBot) -> None:
    view = shown(qtbot, 300, "<p><b>rich</b></p>")
    item = view.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == item.toolTip() == "plain"
    assert item.data(RULED)


def test_what_is_quiet_has_the_palettes_quiet_colour(qtbot: QtBot) -> None:
    before = QGuiApplication.palette()
    palette = QPalette(before)
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("#ff0000"))
    QGuiApplication.setPalette(palette)
    try:
        view = shown(qtbot, 300, f"<p style='color:{QUIET}'>{'█' * 12}</p>")
        image = view.grab().toImage()
    finally:
        QGuiApplication.setPalette(before)
    colours = {image.pixelColor(x, y).name() for x in range(8, 60) for y in range(4, 20)}
    assert "#ff0000" in colours
