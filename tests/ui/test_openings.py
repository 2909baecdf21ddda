"""What is asked for from outside is opened as if it had been chosen, and waits while a dialog is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.window import Opened, opened
from ui.application import Application
from ui.dialogs.conflict_choice import ConflictChoice
from ui.dialogs.import_details import ImportDetails
from ui.dialogs.passphrase_asked import PassphraseAsked
from ui.openings import Openings
from workbench.case import Case, cipher

ARTICLE = "Gefechte in Aleppo\n\nDrei Soldaten wurden getötet, darunter ein Offizier, sagte die Armee am Mittwoch.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    with opened(monkeypatch, tmp_path / "own") as desk:
        desk.window.show()
        yield desk


@pytest.fixture
def cases(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "a.case", tmp_path / "Fälle in b.case"]
    for path in paths:
        Case.create(path, "Ana").close()
    return paths


def ask(desk: Opened, *paths: Path) -> None:
    child(desk.window, Openings).ask(paths)


def application() -> Application:
    app = QApplication.instance()
    assert isinstance(app, Application)
    return app


def double_click(path: Path) -> None:
    QApplication.sendEvent(application(), QFileOpenEvent(str(path)))


def test_a_case_is_opened_and_another_after_it(desk: Opened, cases: list[Path]) -> None:
    for path in cases:
        ask(desk, path)
        assert desk.session.path == path
        assert not desk.session.refusal


def test_the_open_case_stays_as_it_is(desk: Opened, cases: list[Path], tmp_path: Path, qtbot: QtBot) -> None:
    ask(desk, cases[0])
    with qtbot.assertNotEmitted(desk.session.opened):
        ask(desk, cases[0])
        ask(desk, tmp_path / "x" / ".." / "a.case" if (tmp_path / "x").exists() else tmp_path / "." / "a.case")
        ask(desk)
    assert desk.session.path == cases[0]


def test_the_window_is_brought_to_the_front(desk: Opened) -> None:
    desk.window.showMinimized()
    assert desk.window.isMinimized()
    ask(desk)
    assert not desk.window.isMinimized()
    assert desk.window.isVisible()


def test_while_a_dialog_is_open_it_waits(desk: Opened, cases: list[Path], qtbot: QtBot) -> None:
    dialogs = [QDialog(desk.window), QDialog(desk.window)]
    dialogs[0].open()
    dialogs[1].open()
    for path in cases:
        ask(desk, path)
    dialogs[1].accept()
    QApplication.processEvents()
    assert not desk.session.is_open
    dialogs[0].accept()
    qtbot.waitUntil(lambda: desk.session.path == cases[1])


def test_an_article_is_taken_into_the_open_case(desk: Opened, cases: list[Path], tmp_path: Path) -> None:
    ask(desk, cases[0])
    article = tmp_path / "Gefechte.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    ask(desk, article)
    assert child(desk.window, ImportDetails).isVisible()
    child(desk.window, ImportDetails).reject()


def test_an_article_without_a_case_asks_for_one(desk: Opened, tmp_path: Path) -> None:
    article = tmp_path / "Gefechte.html"
    article.write_text(f"<p>{ARTICLE}</p>", encoding="utf-8")
    ask(desk, article)
    assert not desk.session.is_open, "the analyst thought better of it"
    desk.answers.case_path = tmp_path / "new.case"
    ask(desk, article)
    desk.make_plain()
    assert desk.session.path == tmp_path / "new.case"
    for dialog in (ImportDetails, ConflictChoice):
        for found in desk.window.findChildren(dialog):
            found.reject()


def test_an_encrypted_case_asks_for_its_passphrase(desk: Opened, tmp_path: Path) -> None:
    path = tmp_path / "locked.case"
    Case.create(path, "Ana", key=cipher.new_key("vqhorn lumbek tassig")).close()
    ask(desk, path)
    assert child(desk.window, PassphraseAsked).isVisible()
    child(desk.window, PassphraseAsked).reject()


@pytest.mark.parametrize("name", ["gone.case", "picture.png", "no suffix"])
def test_what_cannot_be_opened_is_a_sentence(desk: Opened, tmp_path: Path, name: str) -> None:
    if not name.startswith("gone"):
        (tmp_path / name).write_bytes(b"\x89PNG" * 400)
    with pytest.MonkeyPatch.context() as patch:
        told: list[str] = []
        patch.setattr(desk.desk._welcome, "tell", told.append)  # noqa: SLF001 - what is said where no case is open
        ask(desk, tmp_path / name)
    assert name in " ".join(told)


def test_a_double_click_opens_a_case(desk: Opened, cases: list[Path]) -> None:
    for path in cases:
        double_click(path)
        assert desk.session.path == path


def test_a_double_click_before_there_is_a_window_waits_for_it(
    cases: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    double_click(cases[0])
    with opened(monkeypatch, tmp_path / "own") as desk:
        assert desk.session.path == cases[0]
    double_click(cases[1])
    assert application().take() == [cases[1]], "nobody listens any more"


def test_an_address_of_the_network_is_not_opened(qapp: QApplication) -> None:
    from PySide6.QtCore import QUrl

    assert QApplication.sendEvent(application(), QFileOpenEvent(QUrl("https://example.org/a.case")))
    assert application().take() == []
