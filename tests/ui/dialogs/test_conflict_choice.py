from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import ACTORS, SIDES
from ui.dialogs.conflict_choice import ConflictChoice
from workbench.conflicts import Conflict
from workbench.model.actor import Actor

HTS = Actor("sy_hts", "HTS", "rebel", aliases=("Tahrir al-Sham",))
WARS = (
    Conflict("syria", "Syria", "Syrien", ("SY",), date(2011, 3, 15), date(2024, 12, 8), {"sy_hts": "opposition"}),
    Conflict("sudan", "Sudan", "Sudan", ("SD",), date(2023, 4, 15), None, {"sy_gov_forces": "government"}),
)


def dialog_on(qtbot: QtBot, current: str = "") -> ConflictChoice:
    actors = {actor.id: actor for actor in (*ACTORS, HTS)}
    dialog = ConflictChoice(WARS, actors, {side.id: side for side in SIDES}, current)
    qtbot.addWidget(dialog)
    return dialog


def shown(dialog: ConflictChoice) -> list[str]:
    items = child(dialog, QListWidget, "conflicts")
    found = [items.item(n) for n in range(items.count())]
    return [item.data(Qt.ItemDataRole.AccessibleTextRole) for item in found if not item.isHidden()]


def test_none_yet_comes_first_and_each_conflict_tells_its_years_and_sides(qtbot: QtBot) -> None:
    dialog = dialog_on(qtbot)
    assert dialog.chosen == ""
    assert [words.split(":")[0] for words in shown(dialog)] == [
        "None yet",
        "Sudan · 2023 to this day",
        "Syria · 2011–2024",
    ]
    assert shown(dialog)[2].endswith("Opposition")


@pytest.mark.parametrize(
    ("typed", "chosen"), [("syr", "syria"), ("syrien", "syria"), ("tahrir al", "syria"), ("SD", "sudan"), ("mars", "")]
)
def test_typing_finds_a_conflict_by_name_country_or_party(qtbot: QtBot, typed: str, chosen: str) -> None:
    dialog = dialog_on(qtbot)
    QTest.keyClicks(child(dialog, QLineEdit, "conflictSearch"), typed)
    assert dialog.chosen == chosen


def test_arrows_choose_from_the_field_and_enter_accepts(qtbot: QtBot) -> None:
    dialog = dialog_on(qtbot, "sudan")
    assert dialog.chosen == "sudan"
    field = child(dialog, QLineEdit, "conflictSearch")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert dialog.chosen == "syria"
    with qtbot.waitExposed(dialog):
        dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_conflict_is_not_dropped_by_what_finds_none(qtbot: QtBot) -> None:
    dialog = dialog_on(qtbot, "sudan")
    accepted: list[bool] = []
    dialog.accepted.connect(lambda: accepted.append(True))
    with qtbot.waitExposed(dialog):
        dialog.show()
    field = child(dialog, QLineEdit, "conflictSearch")
    QTest.keyClicks(field, "mars")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not accepted
    field.clear()
    assert dialog.chosen == "sudan"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert accepted
