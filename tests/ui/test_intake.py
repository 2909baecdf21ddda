from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.workbench.values import findings
from ui.intake import Intake
from ui.session import Session
from ui.tasks import InlineTasks, Tasks
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
