from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import KEYED_LABELS
from ui.colours import DARK, LIGHT
from ui.panels.reader_bar import SelectionBar
from workbench.model.mention import Label


def test_it_offers_every_label_once_and_takes_no_focus(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    bar = SelectionBar(page)
    page.show()
    for palette in (LIGHT, DARK):
        bar.wear(palette)
    bar.show_at(QPoint(590, 390))
    assert page.rect().contains(bar.geometry())
    buttons = bar.findChildren(QToolButton)
    assert all(b.focusPolicy() is Qt.FocusPolicy.NoFocus and b.accessibleName() for b in buttons)
    chosen: list[object] = []
    bar.label_chosen.connect(chosen.append)
    for button in buttons[: len(KEYED_LABELS)]:
        button.click()
    for menu in bar.findChildren(QMenu):
        for action in menu.actions():
            action.trigger()
    assert sorted(str(label) for label in chosen) == sorted(Label)
    with qtbot.waitSignal(bar.claim_wanted):
        buttons[-1].click()
