"""A second window on a case shows what the first one writes to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import fill, registers, session_on
from ui import session as sessions
from ui.following import Following
from ui.models.article_list import OPEN, ArticleListModel
from ui.models.claim_table import ClaimTableModel
from ui.models.log import LogModel
from ui.session import Session
from workbench import acts
from workbench.errors import NotACaseFile
from workbench.model.mention import Status
from workbench.reckoning.conventions import load


class Desk:
    """Two windows' sessions on one case: `first` writes, `second` reads."""

    def __init__(self, path: Path, resources: Path) -> None:
        self.first = session_on(path, resources)
        self.article = fill(self.first)
        self.parent = QObject()
        self.second = Session(registers(), load(resources / "conventions" / "vague_numbers.tsv"), "Ben")
        self.following = Following(self.second, self.parent)
        self.second.open(path)


@pytest.fixture
def desk(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path / "a.case", resources)
    yield desk
    desk.second.close_case()
    desk.first.close_case()


def look(desk: Desk) -> None:
    """Let the second window look, as its timer does."""
    desk.following.timer.timeout.emit()


def test_what_the_first_writes_is_seen_in_the_second(desk: Desk) -> None:
    claims, log = ClaimTableModel(desk.second), LogModel(desk.second)
    articles = ArticleListModel(desk.second)
    shown, lines = articles.open_claims(), log.rowCount()
    look(desk)
    assert (articles.open_claims(), log.rowCount()) == (shown, lines)
    target = desk.first.claims()[0]
    desk.first.apply(acts.accept(target))
    desk.first.apply(acts.reject(desk.first.claims()[1]))
    look(desk)
    assert (articles.open_claims(), log.rowCount()) == (shown - 2, lines + 2)
    assert claims.open_claims() == shown - 2
    assert desk.second.claim(target.id).status is Status.ACCEPTED
    desk.first.undo()
    look(desk)
    assert articles.open_claims() == shown - 1


def test_what_was_read_after_it_was_written_is_not_counted_twice(desk: Desk) -> None:
    articles = ArticleListModel(desk.second)
    desk.first.apply(acts.accept(desk.first.claims()[0]))
    waiting = articles.index(0).data(OPEN)
    look(desk)
    assert articles.index(0).data(OPEN) == waiting == len(desk.first.claims()) - 1


def test_figures_follow(desk: Desk) -> None:
    before = desk.second.reckoning().figures
    for claim in desk.first.claims():
        desk.first.apply(acts.reject(claim))
    assert desk.second.reckoning().figures == before
    look(desk)
    assert desk.second.reckoning().figures != before


def test_much_is_told_a_part_at_a_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "_AT_ONCE", 2)
    told: list[str] = []
    desk.second.changed.connect(lambda change: told.append(change.act))
    target = desk.first.claims()[0]
    desk.first.apply(acts.accept(target))
    desk.first.undo()
    desk.first.redo()
    look(desk)
    assert len(told) == 2
    look(desk)
    look(desk)
    assert len(told) == 3


def test_only_a_case_that_is_read_is_looked_at(desk: Desk, tmp_path: Path) -> None:
    assert desk.following.timer.isActive()
    desk.second.create(tmp_path / "own.case")
    assert not desk.following.timer.isActive()
    desk.second.catch_up()
    desk.second.close_case()
    assert not desk.following.timer.isActive()
    desk.second.catch_up()


def test_a_case_that_cannot_be_read_just_now_is_asked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    desk.second.changed.connect(told.append)
    desk.first.apply(acts.accept(desk.first.claims()[0]))
    with monkeypatch.context() as away:
        away.setattr("workbench.case.Case.changes_after", _fail)
        look(desk)
    assert not told
    look(desk)
    assert len(told) == 1


def _fail(*_: object, **_more: object) -> None:
    raise NotACaseFile("Its drive is gone.")
