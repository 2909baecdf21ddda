from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.workbench.values import findings
from ui.intake import Intake
from ui.session import Session
from ui.tasks import Done, Failed, InlineTasks, Tasks, Work
from workbench.case import Case
from workbench.changes import Change
from workbench.errors import CaseNotWritable
from workbench.importers.imported import Imported
from workbench.model.article import Article
from workbench.model.findings import Findings
from workbench.registers import Registers

WORDS = "Drei Soldaten wurden getötet, darunter ein Offizier, sagte die Armee am Mittwoch in der Stadt."


def find(article: Article, text: str, known: Registers) -> Findings:
    assert text
    assert known.sides
    return findings()


def complete(item: Imported) -> Imported:
    return Imported(item.document, "Titel", item.language, "Blatt", date(2024, 11, 28), item.media_type, item.file_name)


def intake_of(
    session: Session, finder: Callable[[Article, str, Registers], Findings] = find
) -> tuple[Intake, list[Exception]]:
    bugs: list[Exception] = []
    intake = Intake(session, InlineTasks(), finder, bugs.append)
    intake.details_wanted.connect(lambda items: intake.supply([complete(item) for item in items]))
    return intake, bugs


def unexpected(error: Exception) -> None:
    raise error


def write(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"{WORDS} Nummer {number}.", encoding="utf-8")
    return paths


def test_files_are_read_completed_stored_and_extracted(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    intake, bugs = intake_of(session)
    with qtbot.waitSignal(intake.finished) as finished:
        intake.add_files(write(tmp_path, 3))
    assert finished.args == [[]]
    assert [article.title for article in session.articles()] == ["Titel"] * 3
    assert len(session.claims()) == 6
    assert not bugs
    assert not intake.is_busy


def test_a_batch_names_what_failed_and_keeps_the_rest(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    good, same = write(tmp_path, 2)
    same.write_bytes(good.read_bytes())
    empty, binary = tmp_path / "leer.txt", tmp_path / "bild.txt"
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(256)) * 40)
    intake, bugs = intake_of(session)
    with qtbot.waitSignal(intake.finished) as finished:
        intake.add_files([good, empty, same, binary])
    assert finished.args is not None
    told = dict(finished.args[0])
    assert set(told) == {"leer.txt", "1.txt", "bild.txt"}
    assert "in the case already" in told["1.txt"]
    assert all(sentence.endswith(".") for sentence in told.values())
    assert len(session.articles()) == 1
    assert not bugs


def test_pasted_text_is_an_article_or_a_sentence(session: Session, qtbot: QtBot) -> None:
    intake, _ = intake_of(session)
    with qtbot.waitSignal(intake.finished) as finished:
        intake.add_pasted(WORDS)
    assert finished.args == [[]]
    with qtbot.waitSignal(intake.finished) as finished:
        intake.add_pasted("  \n ")
    assert finished.args is not None
    assert finished.args[0][0][0] == "pasted text"
    assert len(session.articles()) == 1


def test_a_fault_in_one_article_is_reported_and_the_next_goes_on(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    def faulty(article: Article, text: str, known: Registers) -> Findings:
        if "Nummer 0" in text:
            raise ZeroDivisionError
        return find(article, text, known)

    intake, bugs = intake_of(session, faulty)
    with qtbot.waitSignal(intake.finished) as finished:
        intake.add_files(write(tmp_path, 2))
    assert finished.args is not None
    assert [name for name, _ in finished.args[0]] == ["Titel"]
    assert [type(bug) for bug in bugs] == [ZeroDivisionError]
    assert len(session.articles()) == 2
    assert len(session.claims()) == 2


def test_a_disk_that_is_full_after_the_import_leaves_an_article_to_be_extracted_again(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply = Case.apply

    def refuse(case: Case, change: Change) -> Change:
        if change.act == "extract":
            raise CaseNotWritable("There is no room. Make some.")
        return apply(case, change)

    intake, bugs = intake_of(session)
    monkeypatch.setattr(Case, "apply", refuse)
    with qtbot.waitSignal(intake.finished) as finished:
        intake.add_files(write(tmp_path, 1))
    assert finished.args == [[("Titel", "There is no room. Make some.")]]
    assert (len(session.articles()), session.claims(), bugs) == (1, [], [])
    monkeypatch.setattr(Case, "apply", apply)
    intake.extract([session.articles()[0].id])
    assert len(session.claims()) == 2


def test_reading_again_can_be_undone_and_the_first_reading_cannot(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    readings = [findings(), replace(findings(), claims=findings().claims[:1])]
    intake, _ = intake_of(session, lambda _article, _text, _known: readings.pop(0))
    intake.add_files(write(tmp_path, 1))
    assert session.undo_about() == ("import", "Titel")
    before = session.claims()
    intake.extract([session.articles()[0].id])
    assert session.undo_about() == ("extract", "Titel")
    assert len(session.claims()) == 1
    session.undo()
    assert session.claims() == before


def test_progress_is_told_and_cancel_drops_what_waits(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    tasks = Tasks()
    seen: list[tuple[int, int]] = []
    intake = Intake(session, tasks, find, unexpected)
    intake.details_wanted.connect(lambda items: intake.supply([complete(item) for item in items]))
    intake.progress.connect(lambda done, total, _left: seen.append((done, total)))
    intake.progress.connect(lambda done, _total, _left: intake.cancel() if done == 1 else None)
    with qtbot.waitSignal(intake.finished):
        intake.add_files(write(tmp_path, 4))
    assert seen[0] == (0, 4)
    assert seen[-1][0] == seen[-1][1] < 4
    assert len(session.articles()) == 4
    assert 0 < len(session.claims()) < 8
    tasks.finish()


def test_findings_for_a_case_that_was_closed_are_dropped(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    def switch(article: Article, text: str, known: Registers) -> Findings:
        session.create(tmp_path / "other.case")
        return find(article, text, known)

    intake, bugs = intake_of(session, switch)
    intake.add_files(write(tmp_path, 1))
    assert session.articles() == []
    assert session.claims() == []
    assert not bugs


def test_nothing_to_read_is_finished_at_once(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty").mkdir()
    intake, _ = intake_of(session)
    with qtbot.waitSignal(intake.finished) as finished:
        intake.add_files([tmp_path / "empty"])
    assert finished.args == [[]]


def test_an_article_taken_out_meanwhile_is_told(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    def take_out(article: Article, text: str, known: Registers) -> Findings:
        session.undo()
        return find(article, text, known)

    intake, bugs = intake_of(session, take_out)
    with qtbot.waitSignal(intake.finished) as finished:
        intake.add_files(write(tmp_path, 1))
    assert finished.args == [[("Titel", "It was taken out of the case while it was being read.")]]
    intake.extract([404])
    assert not intake.is_busy
    assert not bugs
    assert not [*session.articles(), *session.claims()]


def transactions(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets an entry for each group that is put into a case."""
    begun: list[int] = []
    together = Session.together

    def count(session: Session) -> AbstractContextManager[None]:
        begun.append(len(session.articles()))
        return together(session)

    monkeypatch.setattr(Session, "together", count)
    return begun


def test_many_files_go_to_disk_in_groups_and_are_taken_back_one_by_one(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.intake._TOGETHER", 4)
    monkeypatch.setattr("ui.intake._SECONDS", 1e9)
    begun, shown = transactions(monkeypatch), list[int]()
    session.changed.connect(lambda change: shown.append(len(session.articles())) if change.act == "import" else None)
    intake, _ = intake_of(session)
    intake.add_files(write(tmp_path, 10))
    assert begun == [0, 4, 8]
    assert shown == [4] * 4 + [8] * 4 + [10] * 2
    assert len(session.claims()) == 20
    session.undo()
    assert len(session.articles()) == 9


def test_the_window_has_its_turn_after_each_group(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.intake._SECONDS", -1)
    turns: list[int] = []

    class Turns(InlineTasks):
        def run(self, work: Work, done: Done, failed: Failed) -> None:
            turns.append(len(session.articles()))
            super().run(work, done, failed)

    intake = Intake(session, InlineTasks(), find, unexpected, aside=Turns())
    intake.details_wanted.connect(lambda items: intake.supply([complete(item) for item in items]))
    intake.add_files(write(tmp_path, 3))
    assert turns == [1, 2]
    assert len(session.articles()) == 3


def test_what_cannot_be_written_in_a_group_fails_alone(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.intake._SECONDS", 1e9)
    apply = Case.apply

    def refuse(case: Case, change: Change) -> Change:
        if any("Nummer 1" in document.text for document in change.documents):
            raise CaseNotWritable("There is no room for it.")
        return apply(case, change)

    monkeypatch.setattr(Case, "apply", refuse)
    intake, bugs = intake_of(session)
    with qtbot.waitSignal(intake.finished) as finished:
        intake.add_files(write(tmp_path, 3))
    assert finished.args == [[("1.txt", "There is no room for it.")]]
    assert [article.file_name for article in session.articles()] == ["0.txt", "2.txt"]
    assert not bugs
    assert not intake.is_busy


def test_a_case_that_takes_no_changes_names_every_file(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "held.case"
    other = Case.create(path, "Ben")
    session.open(path)
    intake, _ = intake_of(session)
    with qtbot.waitSignal(intake.finished) as finished:
        intake.add_files(write(tmp_path, 2))
    other.close()
    assert finished.args is not None
    assert [name for name, _ in finished.args[0]] == ["0.txt", "1.txt"]
    assert "Ben" in finished.args[0][0][1]


class Waits(InlineTasks):
    """Holds back what it is given until it is told to do it."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Work, Done, Failed]] = []

    def run(self, work: Work, done: Done, failed: Failed) -> None:
        self.waiting.append((work, done, failed))

    def do(self) -> None:
        while self.waiting:
            super().run(*self.waiting.pop())


def half_taken_in(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Intake, Waits]:
    """Return an intake that has taken in one of three files."""
    monkeypatch.setattr("ui.intake._TOGETHER", 1)
    waits = Waits()
    intake = Intake(session, InlineTasks(), find, unexpected, aside=waits)
    intake.details_wanted.connect(lambda items: intake.supply([complete(item) for item in items]))
    intake.add_files(write(tmp_path, 3))
    assert len(session.articles()) == 1
    assert intake.is_busy
    return intake, waits


def test_cancelled_what_is_not_in_the_case_yet_is_named(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake, waits = half_taken_in(session, tmp_path, monkeypatch)
    intake.cancel()
    with qtbot.waitSignal(intake.finished) as finished:
        waits.do()
    assert finished.args == [[("2 articles", "Not taken in: it was cancelled. Add them again.")]]
    assert len(session.articles()) == 1
    assert not intake.is_busy


def test_what_arrives_for_a_case_that_was_closed_is_dropped(
    session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake, waits = half_taken_in(session, tmp_path, monkeypatch)
    session.create(tmp_path / "other.case")
    waits.do()
    assert session.articles() == []
    assert not intake.is_busy
