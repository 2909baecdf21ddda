"""What the system asks for waits in the application until it is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.application import Application


@pytest.fixture
def app(qapp: QApplication) -> Application:
    assert isinstance(qapp, Application)
    return qapp


def test_files_are_kept_until_they_are_taken(app: Application, tmp_path: Path, qtbot: QtBot) -> None:
    paths = [tmp_path / "a.case", tmp_path / "Fälle in b.case"]
    with qtbot.waitSignal(app.asked):
        assert QApplication.sendEvent(app, QFileOpenEvent(str(paths[0])))
    QApplication.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(str(paths[1]))))
    assert app.take() == paths
    assert app.take() == []


def test_an_address_of_the_network_is_not_opened(app: Application, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(app.asked):
        QApplication.sendEvent(app, QFileOpenEvent(QUrl("https://example.org/a.case")))
    assert app.take() == []


def test_other_events_are_qts(app: Application) -> None:
    QApplication.sendEvent(app, QEvent(QEvent.Type.User))
    assert app.take() == []
