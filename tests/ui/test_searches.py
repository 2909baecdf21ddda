"""Typing goes on while something is looked for; only the last wish is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.ui.fixtures import fill
from ui.searches import Searches
from ui.session import Session
from ui.tasks import Done, Failed, InlineTasks, Work
from workbench.errors import NotACaseFile
from workbench.model.search import Found, Sought


class Held:
    """Keeps work back until it is let go."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Work, done: Done, failed: Failed) -> None:
        self.waiting.append(lambda: InlineTasks().run(work, done, failed))

    def finish(self) -> None:
        self.waiting.clear()


@pytest.fixture
def told() -> list[Any]:
    return []


def searches(session: Session, tasks: Held | InlineTasks, told: list[Any]) -> Searches:
    made = Searches(session, tasks, told.append)
    made.found.connect(lambda wanted, found: told.append((wanted.words, found.articles)))
    return made


def test_what_is_asked_is_found(session: Session, told: list[Any]) -> None:
    fill(session)
    made = searches(session, InlineTasks(), told)
    made.ask(Sought("offizier"))
    made.ask(Sought("Xanadu"))
    made.ask(Sought("  "))
    assert told == [("offizier", 1), ("Xanadu", 0), ("  ", 0)]


def test_of_what_is_typed_meanwhile_only_the_last_is_looked_for(session: Session, told: list[Any]) -> None:
    fill(session)
    tasks = Held()
    made = searches(session, tasks, told)
    for words in ("o", "of", "off", "offi"):
        made.ask(Sought(words))
    assert (len(tasks.waiting), told) == (1, [])
    tasks.waiting.pop(0)()
    assert (len(tasks.waiting), told) == (1, [])
    tasks.waiting.pop(0)()
    assert (tasks.waiting, told) == ([], [("offi", 1)])


def test_what_was_asked_of_another_case_is_dropped(session: Session, told: list[Any]) -> None:
    fill(session)
    tasks = Held()
    made = searches(session, tasks, told)
    made.ask(Sought("offi"))
    session.close_case()
    tasks.waiting.pop(0)()
    made.ask(Sought("offi"))
    assert (tasks.waiting, told) == ([], [])


def test_what_fails_is_told_where_it_is_still_wanted(
    session: Session, told: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(session)
    tasks = Held()
    made = searches(session, tasks, told)
    error = NotACaseFile("a.case is damaged.")

    def fail(_: Sought) -> Found:
        raise error

    monkeypatch.setattr(session.lookup(), "search", fail)
    made.ask(Sought("a"))
    made.ask(Sought("ab"))
    tasks.waiting.pop(0)()
    assert told == []
    tasks.waiting.pop(0)()
    assert told == [error]
