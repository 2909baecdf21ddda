"""What every test stands on: no screen, no network, nothing left behind."""

from __future__ import annotations

import gc
import os
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from tests.imports import House

if TYPE_CHECKING:
    from workbench.extraction.extractor import Extractor
    from workbench.reckoning.conventions import Conventions
    from workbench.registers import Registers

os.environ["QT_QPA_PLATFORM"] = "offscreen"

ROOT = Path(__file__).resolve().parent.parent
OURS = ("workbench", "ui", "main.py")

# The machine may be slow and shared, so no example is timed. Where a run decides whether work lands it repeats exactly;
# at the desk every run looks somewhere else.
settings.register_profile("desk", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def resources() -> Path:
    return ROOT / "resources"


@pytest.fixture(scope="session")
def known(resources: Path) -> Registers:
    """Return the registers that ship; what a test needs that loads much is imported when the first one asks."""
    from workbench import registers

    return registers.load(resources / "registers")


@pytest.fixture(scope="session")
def table(resources: Path) -> Conventions:
    """Return the conventions that ship."""
    from workbench.reckoning import conventions

    return conventions.load(resources / "conventions" / "vague_numbers.tsv")


@pytest.fixture(scope="session")
def extractor(resources: Path, known: Registers, table: Conventions) -> Extractor:
    """Return the program's reader, built once for all tests: each language of it takes half a second."""
    from workbench.extraction.extractor import Extractor

    return Extractor(known, resources, table)


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference papers (../shared) are not on this machine")
    return folder


@pytest.fixture(scope="session")
def house() -> House:
    return House(ROOT, OURS)


@pytest.fixture(scope="session")
def qapp_cls() -> type[Any]:
    """Return the program's own application, of which pytest-qt makes the one that all tests of the window share."""
    from ui.application import Application

    return Application


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **_kwargs: object) -> NoReturn:
        raise AssertionError(f"a test reached for the network: {args[1:]}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def _nothing_left_behind(_no_network: None) -> Iterator[None]:
    """Fail the test that leaves a running thread or a top-level widget to the next one."""
    threads = set(threading.enumerate())
    widgets = {id_of(widget) for widget in top_level_widgets()}
    yield
    left = [thread for thread in threading.enumerate() if thread not in threads and runs_on(thread)]
    assert not left, f"the test left threads running: {left}"
    stray = [widget for widget in top_level_widgets() if id_of(widget) not in widgets]
    if stray:
        stray.clear()
        gc.collect()
        stray = [widget for widget in top_level_widgets() if id_of(widget) not in widgets]
    assert not stray, f"the test left widgets open (give them to qtbot.addWidget): {stray}"


def runs_on(thread: threading.Thread) -> bool:
    """Tell whether `thread` outlives the second it is given; Qt's own pool threads show up as dummies and stay."""
    if "Dummy" in type(thread).__name__:
        return False
    thread.join(timeout=1)
    return thread.is_alive()


def top_level_widgets() -> list[Any]:
    """Return Qt's open top-level widgets, after those that were to be deleted are; none where Qt is not loaded."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return QApplication.topLevelWidgets()


def id_of(widget: Any) -> int:
    """Return what stays the same when Qt hands the same widget out twice."""
    import shiboken6

    return int(shiboken6.getCppPointer(widget)[0])
