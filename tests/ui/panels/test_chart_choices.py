"""What is charted is chosen in rows that never lie over each other."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.panels.chart_choices import ChartChoices
from workbench.charts.series import PEOPLE


def shown(choices: ChartChoices) -> list[QWidget]:
    parts = choices.findChildren(QWidget)
    return sorted((p for p in parts if p.parent() is choices and p.isVisible()), key=lambda part: part.y())


def test_more_effects_push_down_what_stands_beneath_them(qtbot: QtBot) -> None:
    area, choices = QScrollArea(), ChartChoices(["default", "acled", "own"])
    qtbot.addWidget(area)
    area.setWidget(choices)
    area.setWidgetResizable(True)
    area.resize(220, 300)
    area.show()
    choices.set_effects(PEOPLE)
    parts = shown(choices)
    assert len(parts) > 8
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top() + 10  # the link belongs to the list above it
    assert choices.height() > area.height()
    last = choices.effects.visualItemRect(choices.effects.item(choices.effects.count() - 1))
    assert last.bottom() <= choices.effects.height()
