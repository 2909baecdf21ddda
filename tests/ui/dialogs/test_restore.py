from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.restore import Restore


@dataclass(frozen=True)
class Kept:
    path: Path
    at: datetime
    line: int


def test_the_newest_backup_is_chosen_and_any_can_be(qtbot: QtBot) -> None:
    kept = [Kept(Path(f"{n}.case"), datetime(2026, 3, n, 12, tzinfo=UTC), n) for n in (2, 1)]
    dialog = Restore(Path("a.case"), kept)
    qtbot.addWidget(dialog)
    rows = child(dialog, QListWidget, "backups")
    assert [rows.item(row).text().split("·")[1].strip() for row in range(2)] == ["2 acts", "1 act"]
    assert dialog.chosen == Path("2.case")
    rows.setCurrentRow(1)
    with qtbot.waitSignal(dialog.accepted):
        child(dialog, QPushButton, "restoreChosen").click()
    assert dialog.chosen == Path("1.case")


def test_where_there_are_none_nothing_can_be_restored(qtbot: QtBot) -> None:
    dialog = Restore(Path("a.case"), [])
    qtbot.addWidget(dialog)
    assert dialog.chosen is None
    assert not child(dialog, QPushButton, "restoreChosen").isEnabled()
