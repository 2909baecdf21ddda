"""A side's colour is told from the panel in either theme, and follows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.ui.find import child
from ui.panels.actors import ActorsPanel
from ui.panels.inspector_claim import ClaimForm
from ui.session import Session
from ui.swatch import shade, swatch
from workbench.charts.look import DARK, LIGHT
from workbench.colours import MARK_RATIO, TEXT_RATIO, contrast

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#f0e442", "#004D7A", "#803300")
Wear = Callable[[str], None]


@pytest.fixture
def wear(qtbot: QtBot) -> Iterator[Wear]:
    before = QGuiApplication.palette()

    def wear(ground: str) -> None:
        QApplication.setPalette(QPalette(QColor(ground), QColor(ground)))

    yield wear
    QApplication.setPalette(before)


@pytest.fixture
def session(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Session]:
    session, _ = fighting(tmp_path / "a.case", resources)
    yield session
    session.close_case()


@pytest.mark.parametrize("colour", COLOURS)
def test_it_is_told_from_the_panel_in_either_theme(wear: Wear, colour: str) -> None:
    wear(LIGHT.card)
    assert contrast(shade(colour), LIGHT.card) >= MARK_RATIO
    assert shade(colour) == LIGHT.bar(colour)
    wear(DARK.card)
    assert contrast(shade(colour), DARK.card) >= TEXT_RATIO
    assert shade(colour) == DARK.bar(colour), "one colour everywhere"


def middle(box: QComboBox, number: int) -> str:
    return box.itemIcon(number).pixmap(QSize(28, 28)).toImage().pixelColor(14, 14).name()


def test_the_icon_wears_the_shade(wear: Wear) -> None:
    wear("#ffffff")
    drawn = swatch("#0072b2").pixmap(QSize(28, 28)).toImage()
    assert drawn.pixelColor(drawn.width() // 2, drawn.height() // 2).name() == shade("#0072b2")


def test_the_register_follows_the_theme(session: Session, wear: Wear, qtbot: QtBot) -> None:
    wear("#ffffff")
    panel = ActorsPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    box = child(panel, QComboBox, "actorSide")
    light = middle(box, 1)
    wear("#1e2224")
    panel.setPalette(QGuiApplication.palette())
    assert middle(box, 1) == shade("#0072B2") != light


def test_the_inspector_follows_the_theme(session: Session, wear: Wear, qtbot: QtBot) -> None:
    wear("#ffffff")
    form = ClaimForm(session)
    qtbot.addWidget(form)
    form.show()
    form.offer()
    form.show_claim(session.claims()[0])
    box = next(box for box in form.findChildren(QComboBox) if box.accessibleName() == "Side")
    light, chosen = middle(box, 1), box.currentIndex()
    wear("#1e2224")
    form.setPalette(QGuiApplication.palette())
    assert middle(box, 1) == shade("#0072B2") != light
    assert box.currentIndex() == chosen
