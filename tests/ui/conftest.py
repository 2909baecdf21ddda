"""What the tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.fixtures import session_on
from tests.workbench.casefile.failing import FullDrive
from ui.session import Session


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Empty the clipboard after each test: offscreen, what lies in it outlives Python, and its end would crash."""
    yield
    QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> None:
    """Begin each test as the program begins, without a style sheet: under one, a window takes six times as long."""
    if qapp.styleSheet():
        qapp.setStyleSheet("")


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> FullDrive:
    """Return a drive that can be full; it has room."""
    return FullDrive(monkeypatch)


@pytest.fixture
def session(tmp_path: Path, resources: Path, qapp: QApplication) -> Iterator[Session]:
    """Hold a session on an empty case of its own."""
    session = session_on(tmp_path / "a.case", resources)
    yield session
    session.close_case()
