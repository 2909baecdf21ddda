"""What menus and keys do to cases and articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.window import Opened, Quick, opened
from tests.workbench.test_likeness import AGENCY, LEAD, NEWS, syndicated
from ui.dialogs.about import About
from ui.dialogs.article_details import ArticleDetails
from ui.dialogs.conflict_choice import ConflictChoice
from ui.dialogs.import_details import ImportDetails
from ui.dialogs.incidents import Incidents
from ui.dialogs.pipelines import Pipelines
from ui.dialogs.relate_claims import RelateClaims
from ui.dialogs.restore import Restore
from ui.dialogs.rights import Rights
from ui.models.claim_table import ClaimTableModel
from ui.panels.claim_table import ClaimTable
from ui.session import Focus
from workbench.model.article import ReviewState
from workbench.settings import Settings, load, save

ARTICLE = "Gefechte in Aleppo\n\nDrei Soldaten wurden getötet, darunter ein Offizier, sagte die Armee am Mittwoch.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    with opened(monkeypatch, tmp_path / "own") as desk:
        yield desk


@pytest.fixture
def case(desk: Opened, tmp_path: Path) -> Opened:
    desk.answers.case_path = tmp_path / "Aleppo.case"
    desk.do("new_case")
    child(desk.window, ConflictChoice).reject()
    return desk


def articles_in(folder: Path, *names: str) -> list[Path]:
    files = [folder / name for name in names]
    for file in files:
        file.write_text(f"{ARTICLE}\n{file.name}\n", encoding="utf-8")
    return files


def answer_import(desk: Opened) -> None:
    (dialog,) = (d for d in desk.window.findChildren(ImportDetails) if d.isVisible())
    child(dialog, QRadioButton, "dateUnknown").click()
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Import").click()


def add(case: Opened, folder: Path, *names: str) -> None:
    case.answers.files = articles_in(folder, *names)
    case.do("add_files")
    answer_import(case)


def message(desk: Opened) -> str:
    return desk.window.message.sentence


def test_a_first_start_welcomes(desk: Opened) -> None:
    assert desk.window.windowTitle() == "Casualty Workbench"
    assert desk.window.workspace == 6
    assert desk.window.header.isHidden()


def test_a_new_case_names_the_window_and_is_remembered(case: Opened, tmp_path: Path) -> None:
    assert case.session.path == tmp_path / "Aleppo.case"
    assert case.window.windowTitle() == "Aleppo — Casualty Workbench"
    assert case.window.workspace == 0
    case.do("close_case")
    assert case.window.workspace == 6
    assert any("Aleppo" in button.text() for button in case.window.findChildren(QPushButton))


def test_a_file_that_is_no_case_is_a_sentence_on_the_welcome_page(desk: Opened, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.case"
    wrong.write_bytes(b"no database at all" * 100)
    desk.answers.case_path = wrong
    desk.do("open_case")
    said = child(desk.window, QLabel, "welcomeProblem")
    assert "wrong.case" in said.text()
    assert not said.isHidden()
    assert not desk.session.is_open


def test_files_are_taken_in_after_one_question(case: Opened, tmp_path: Path) -> None:
    add(case, tmp_path, "a.txt", "b.txt")
    assert [article.file_name for article in case.session.articles()] == ["a.txt", "b.txt"]
    assert child(case.window, QLabel, "proposed").text() == "4 proposed"
    focus = case.session.focus_now
    assert focus is not None
    assert focus.article_id == case.session.articles()[0].id


def test_what_fails_is_told_with_its_reason(case: Opened, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 20)
    case.answers.files = [empty, binary]
    case.do("add_files")
    assert message(case).startswith("2 articles failed; all others are in the case.")
    assert "empty.txt: " in message(case)
    assert "picture.txt: " in message(case)


def test_the_same_file_twice_is_refused_by_name(case: Opened, tmp_path: Path) -> None:
    add(case, tmp_path, "a.txt")
    case.do("add_files")
    answer_import(case)
    assert message(case).startswith("a.txt: ")
    assert len(case.session.articles()) == 1


def test_text_is_pasted(case: Opened) -> None:
    QApplication.clipboard().setText(ARTICLE)
    case.do("paste_article")
    answer_import(case)
    assert len(case.session.articles()) == 1
    QApplication.clipboard().clear()
    case.do("paste_article")
    assert "clipboard holds no text" in message(case)


def test_a_folder_dropped_anywhere_is_taken_in(case: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    articles_in(folder, "a.txt", "b.txt")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    case.window.dropEvent(drop)
    answer_import(case)
    assert len(case.session.articles()) == 2


def test_undo_names_the_act_and_goes_to_its_place(case: Opened, tmp_path: Path) -> None:
    add(case, tmp_path, "a.txt", "b.txt")
    first, second = case.session.articles()
    case.do("next")
    case.do("accept")
    assert child(case.window, QLabel, "undoAbout").text().startswith("Undo: accept «")
    case.desk._focus_first()  # noqa: SLF001 - somewhere else
    case.do("reviewed")
    focus = case.session.focus_now
    assert focus is not None
    assert focus.article_id == second.id
    assert case.session.article(first.id).state is ReviewState.REVIEWED
    case.do("undo")
    case.do("undo")
    focus = case.session.focus_now
    assert focus is not None
    assert (focus.article_id, focus.kind) == (first.id, "claim") or focus.kind == "mention"
    actions = {action.objectName(): action for action in case.window.actions()}
    assert actions["redo"].text().startswith("&Redo accept «")
    case.do("redo")
    assert actions["undo"].text().startswith("&Undo accept «")


def test_details_are_corrected(case: Opened, tmp_path: Path) -> None:
    add(case, tmp_path, "a.txt")
    case.do("details")
    (dialog,) = case.window.findChildren(ArticleDetails)
    child(dialog, QLineEdit, "outletField").setText("dpa")
    dialog.accept()
    assert case.session.articles()[0].outlet == "dpa"


def test_a_copy_is_recognised_and_an_analyst_has_the_last_word(case: Opened, tmp_path: Path) -> None:
    files = articles_in(tmp_path, "a.txt", "b.txt")
    files[0].write_text(AGENCY, encoding="utf-8")
    files[1].write_text(syndicated("Viele Tote bei Norddorf", LEAD, NEWS), encoding="utf-8")
    case.answers.files = files
    case.do("add_files")
    answer_import(case)
    first, copy = case.session.articles()
    assert copy.copy_of == first.id
    shared = len(case.session.incidents())
    case.session.focus(Focus(copy.id))
    for original in (None, first.id):
        case.do("details")
        dialog = next(d for d in case.window.findChildren(ArticleDetails) if d.isVisible())
        box = child(dialog, QComboBox, "originalField")
        box.setCurrentIndex(box.findData(original))
        assert dialog.original == original
        dialog.accept()
        assert case.session.article(copy.id).copy_of == original
        told = {claim.incident_id for claim in case.session.claims(copy.id)}
        apart = told.isdisjoint(claim.incident_id for claim in case.session.claims(first.id))
        assert apart == (original is None)
    assert len(case.session.incidents()) == shared
    case.do("undo")
    case.do("undo")
    assert case.session.article(copy.id) == copy


def test_an_article_is_taken_out_and_comes_back(case: Opened, tmp_path: Path) -> None:
    add(case, tmp_path, "a.txt", "b.txt")
    case.do("remove")
    assert [article.file_name for article in case.session.articles()] == ["b.txt"]
    case.do("undo")
    assert len(case.session.articles()) == 2
    assert len(case.session.claims()) == 4


def test_reading_again_keeps_what_was_decided(case: Opened, tmp_path: Path) -> None:
    add(case, tmp_path, "a.txt")
    case.do("next")
    case.do("accept")
    decided = {claim.id: claim for claim in case.session.claims()}
    case.do("extract")
    kept = [claim for claim in case.session.claims() if claim == decided.get(claim.id)]
    assert kept
    case.do("extract_all")
    assert len(case.session.claims()) == 2


def test_the_sample_case_is_made_once(desk: Opened, tmp_path: Path) -> None:
    desk.do("sample_case")
    assert len(desk.session.articles()) == 8
    assert all(article.title and article.outlet and article.published for article in desk.session.articles())
    assert len(desk.session.incidents()) == 1, "what Quick finds in all articles is plainly one incident"
    assert [line.act for line in desk.session.log(limit=7)] == ["merge_incidents"] * 7
    assert {article.state for article in desk.session.articles()} == {ReviewState.NEW}
    desk.do("next")
    desk.do("reject")
    desk.do("close_case")
    desk.do("sample_case")
    assert len(desk.session.articles()) == 8
    about = desk.session.undo_about()
    assert about is not None
    assert about[0] == "reject"


def test_articles_added_later_are_merged_by_nobody_but_the_analyst(desk: Opened, tmp_path: Path) -> None:
    desk.do("sample_case")
    add(desk, tmp_path, "a.txt")
    assert len(desk.session.incidents()) == 2
    desk.do("merge")
    (dialog,) = desk.window.findChildren(Incidents)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "One event").click()
    assert len(desk.session.incidents()) == 1
    about = desk.session.undo_about()
    assert about is not None
    assert about[0] == "merge_incidents"


def test_the_report_is_written(case: Opened, tmp_path: Path) -> None:
    add(case, tmp_path, "a.txt")
    case.answers.case_path = tmp_path / "report.html"
    case.do("report")
    assert "Soldaten" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "report.html" in case.window.status.currentMessage()


@pytest.mark.usefixtures("qtbot")
def test_the_report_names_the_analyst_as_its_maker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(Settings(analyst="Ana Lyst"), tmp_path / "settings.json")
    with opened(monkeypatch, tmp_path) as window:
        window.answers.case_path = tmp_path / "a.case"
        window.do("new_case")
        window.answers.case_path = tmp_path / "report.html"
        window.do("report")
    assert " by Ana Lyst with " in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_report_is_never_written_over_the_case(case: Opened) -> None:
    path = case.answers.case_path = case.session.path
    assert path is not None
    case.do("report")
    assert "the report would have destroyed it" in message(case)
    assert path.read_bytes().startswith(b"SQLite format 3")


def test_a_report_that_cannot_be_written_is_a_sentence(case: Opened, tmp_path: Path) -> None:
    add(case, tmp_path, "a.txt")
    case.answers.case_path = tmp_path / "nowhere" / "report.html"
    case.do("report")
    assert "report.html" in message(case)


@pytest.mark.parametrize(("id_", "name"), [("keys", "keySheet"), ("about", "about"), ("palette", "commandPalette")])
def test_sheets_open_and_close(desk: Opened, id_: str, name: str) -> None:
    desk.do(id_)
    sheet = child(desk.window, QDialog, name)
    assert sheet.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_licences_open_from_what_the_program_is(desk: Opened) -> None:
    desk.do("about")
    child(desk.window, About, "about").rights_wanted.emit()
    rights = child(desk.window, Rights, "rights")
    assert rights.isVisible()
    assert "LGPL 3.0" in [rights.titles.itemText(i) for i in range(rights.titles.count())]


def test_a_claim_is_related_once_one_is_looked_at(case: Opened, tmp_path: Path) -> None:
    case.do("relate")
    assert "Look at a claim first" in "".join(label.text() for label in case.window.message.findChildren(QLabel))
    add(case, tmp_path, "a.txt")
    claim = case.session.claims()[0]
    case.session.focus(Focus(claim.article_id, "claim", claim.id))
    case.do("relate")
    dialog = child(case.window, RelateClaims)
    assert dialog.one.currentData() == claim.id
    dialog.reject()


def test_rows_of_the_table_are_related(case: Opened, tmp_path: Path) -> None:
    add(case, tmp_path, "a.txt")
    child(case.window, ClaimTableModel).wake()  # as it does once it is shown
    table = child(case.window, ClaimTable)
    table.table.selectAll()
    table.relate_rows()
    dialog = child(case.window, RelateClaims)
    assert dialog.one.count() == len(case.session.claims())
    dialog.reject()


def test_the_palette_does_what_was_chosen(case: Opened) -> None:
    case.do("palette")
    palette = child(case.window, QDialog, "commandPalette")
    field = child(palette, QLineEdit)
    QTest.keyClicks(field, "log")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert case.window.workspace == 4


def test_the_theme_is_remembered(desk: Opened, tmp_path: Path) -> None:
    desk.do("theme_dark")
    assert '"dark"' in (tmp_path / "own" / "settings.json").read_text(encoding="utf-8")
    desk.do("theme_system")


class Telling(Quick):
    """Says, when it is loaded, that a pipeline could not be."""

    def __init__(self, pipelines: tuple[str, ...], tell: Callable[[str], None]) -> None:
        self.pipelines, self._tell = pipelines, tell

    def warm_up(self) -> None:
        self._tell(f"No pipeline among {self.pipelines}.")


def test_another_pipeline_is_used_from_then_on_and_what_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("ui.desk.installed", lambda language: (f"{language}_own_sm",))
    made: list[Telling] = []

    def make(_register: object, _shipped: object, _table: object, *own: Any) -> Telling:
        made.append(Telling(*own))
        return made[-1]

    with opened(monkeypatch, tmp_path / "own", make=make) as desk:
        for _ in range(2):
            desk.do("pipelines")
            (dialog,) = (d for d in desk.window.findChildren(Pipelines) if d.isVisible())
            child(dialog, QComboBox, "pipeline_de").setCurrentText("de_own_sm")
            dialog.accept()
            qtbot.waitUntil(lambda: not any(d.isVisible() for d in desk.window.findChildren(Pipelines)))
        assert [one.pipelines for one in made] == [("de_own_sm",)], "the same choice again changes nothing"
        told = {label.text() for label in desk.window.findChildren(QLabel)}
        assert "No pipeline among ('de_own_sm',)." in told
    assert load(tmp_path / "own" / "settings.json").pipelines == ("de_own_sm",)


def test_a_second_window_on_a_case_says_who_has_it(
    case: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(case, tmp_path, "a.txt")
    with opened(monkeypatch, tmp_path / "other", case.session.path) as second:
        assert "takes no changes" in message(second)
        assert child(second.window, QLabel, "saved").text() == "Read-only"
        assert len(second.session.articles()) == 1
        assert child(second.window, QLabel, "undoAbout").text() == ""
    assert not case.session.refusal
    assert "import" in child(case.window, QLabel, "undoAbout").text().lower()


def test_a_change_that_could_not_be_written_is_offered_again(case: Opened, tmp_path: Path) -> None:
    add(case, tmp_path, "a.txt")
    path = case.session.path
    assert path is not None
    path.rename(tmp_path / "away.case")
    case.do("reviewed")
    assert "no longer in" in message(case)
    (tmp_path / "away.case").rename(path)
    child(case.window, QPushButton, "messageAgain").click()
    assert not message(case)
    assert case.session.undo_about() is not None


def test_a_damaged_case_is_restored_by_one_click_and_left_as_it_is(desk: Opened, tmp_path: Path) -> None:
    path = tmp_path / "Aleppo.case"
    desk.answers.case_path = path
    desk.do("new_case")
    child(desk.window, ConflictChoice).reject()
    add(desk, tmp_path, "a.txt")
    desk.do("close_case")
    assert not desk.session.backups_of(path)
    desk.desk.open_path(path)
    assert [backup.line for backup in desk.session.backups_of(path)] == [3]
    desk.do("close_case")
    path.write_bytes(path.read_bytes()[:5000])
    damaged = path.read_bytes()
    desk.desk.open_path(path)
    (dialog,) = (d for d in desk.window.findChildren(Restore) if d.isVisible())
    child(dialog, QPushButton, "restoreChosen").click()
    assert desk.session.path == tmp_path / "Aleppo restored.case"
    assert len(desk.session.articles()) == 1
    assert path.read_bytes() == damaged


def test_a_backup_is_restored_while_the_case_is_open(case: Opened, tmp_path: Path) -> None:
    add(case, tmp_path, "a.txt")
    path = case.session.path
    assert path is not None
    case.desk.open_path(path)
    case.do("restore")
    (dialog,) = (d for d in case.window.findChildren(Restore) if d.isVisible())
    dialog.accept()
    assert case.session.path == tmp_path / "Aleppo restored.case"
    assert not case.session.refusal
