from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from matplotlib.colors import to_rgb
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.ui.find import child
from ui.panels.chart_canvas import ChartCanvas
from ui.panels.chart_evidence import CLAIM
from ui.panels.chart_view import ChartView, look_of
from ui.session import Focus, Session
from workbench import acts, acts_judged
from workbench.charts.calendar import Step
from workbench.charts.kinds import KINDS
from workbench.charts.marks import Mark
from workbench.charts.phrases import load
from workbench.charts.series import SideSeries
from workbench.charts.times import TimeSeries
from workbench.model.claim import Claim, Effect
from workbench.model.figure import Check
from workbench.model.incident import Incident
from workbench.model.override import Override

ROOT = Path(__file__).resolve().parents[3]
Case = tuple[Session, dict[str, Claim], ChartView]
STARTS = [("PNG", b"\x89PNG"), ("SVG", b"<svg"), ("PDF", b"%PDF"), ("CSV", b"\xef\xbb")]


class Asked:
    """Answers where to save, and remembers what was asked."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.filters: list[str] = []

    def __call__(self, title: str, filter_: str) -> Path | None:
        self.filters.append(filter_)
        return self.path


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def case(tmp_path: Path, resources: Path, qtbot: QtBot, asked: Asked) -> Iterator[Case]:
    session, claims = fighting(tmp_path / "a.case", resources)
    view = ChartView(session, asked)
    qtbot.addWidget(view)
    view.resize(1300, 700)
    with qtbot.waitSignal(view.drawn):
        view.show()
    view.activateWindow()
    yield session, claims, view
    session.close_case()


def canvas_of(view: ChartView) -> ChartCanvas:
    assert view.canvas is not None
    return view.canvas


def mark_of(view: ChartView, side: str | None, part: str = "") -> Mark:
    marks = canvas_of(view).marks
    return next(m for m in marks if m.row.endswith(f":{side or ''}") and m.part == part)


def chart_of(view: ChartView) -> SideSeries:
    assert isinstance(view.chart, SideSeries)
    return view.chart


def labels(view: ChartView) -> dict[str, str]:
    return {bar.name: bar.label for bar in chart_of(view).bars}


def listed(view: ChartView) -> list[int]:
    rows = view.evidence.list
    return [rows.item(row).data(CLAIM) for row in range(rows.count())]


def spoken(view: ChartView) -> list[str]:
    rows = view.evidence.list
    return [rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.count())]


def click(view: ChartView, mark: Mark, qtbot: QtBot) -> None:
    canvas = canvas_of(view)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.middle_of(mark).toPoint())


def test_the_figures_of_the_case_are_drawn(case: Case) -> None:
    _, _, view = case
    assert view.objectName() == "chartView"
    assert labels(view) == {
        "Government": "37",
        "HTS and allies": "60",
        "Civilians": "unquantified",
        "Side unknown": "none",
    }
    assert "HTS and allies: 60" in canvas_of(view).accessibleDescription()


def test_a_click_on_a_bar_lists_its_claims_and_what_was_not_used(case: Case, qtbot: QtBot) -> None:
    _, claims, view = case
    click(view, mark_of(view, "government"), qtbot)
    assert listed(view)[0] == claims["37"].id
    assert claims["mindestens vier"].id in listed(view)
    assert any(words.startswith("Not used:") and "mindestens vier" in words for words in spoken(view))
    assert any(words.startswith("Check that holds") for words in spoken(view))


def test_a_click_on_a_part_lists_its_claim_alone(case: Case, qtbot: QtBot) -> None:
    _, claims, view = case
    click(view, mark_of(view, "opposition", "HTS"), qtbot)
    assert listed(view)[0] == claims["44"].id
    assert claims["16"].id not in listed(view)
    assert "44 Kämpfer der HTS" in spoken(view)[0]
    assert "SOHR" in spoken(view)[0]


def test_a_claim_of_the_list_is_shown_in_its_article(case: Case, qtbot: QtBot) -> None:
    session, claims, view = case
    click(view, mark_of(view, "opposition"), qtbot)
    with qtbot.waitSignal(session.focused) as told:
        QTest.keyClick(view.evidence.list, Qt.Key.Key_Return)
    claim = claims["44"]
    assert told.args == [Focus(claim.article_id, "claim", claim.id, claim.evidence, asker="chartView")]


def test_the_keys_walk_over_the_bars_and_open_them(case: Case, qtbot: QtBot) -> None:
    _, claims, view = case
    canvas = canvas_of(view)
    canvas.choose(canvas.marks[0])
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.current is not None
    assert canvas.current.words == "60 killed, HTS and allies"
    assert canvas.current.words in canvas.accessibleName()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current.words == "44 killed, HTS"
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view.evidence.list
    assert view.evidence.list.currentItem().data(CLAIM) == claims["44"].id
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.current.row == "killed:civilian"
    for _ in range(9):
        QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.current.row == "killed:government"


def test_return_looks_into_the_first_bar_where_none_is_chosen(case: Case) -> None:
    _, claims, view = case
    view.setFocus()
    assert QApplication.focusWidget() is view.canvas
    QTest.keyClick(canvas_of(view), Qt.Key.Key_Return)
    assert listed(view)[0] == claims["37"].id


def test_sums_that_do_not_hold_stand_first(case: Case) -> None:
    _, _, view = case
    view.evidence.show_hint(
        [Check("bound", holds, text, ()) for holds, text in ((True, "a"), (False, "b"), (True, "c"))]
    )
    assert spoken(view) == [
        "Checks that do not hold",
        "Check that does not hold: b",
        "Checks that hold",
        "Check that holds: a",
        "Check that holds: c",
    ]


def test_until_it_can_draw_it_says_so(tmp_path: Path, resources: Path, qtbot: QtBot) -> None:
    session, _ = fighting(tmp_path / "b.case", resources)
    waiting: list[Callable[[], None]] = []
    view = ChartView(session, load=waiting.append)
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(lambda: bool(waiting))
    assert "Drawing …" in [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    waiting.pop()()
    assert "Drawing …" not in [label.text() for label in view.findChildren(QLabel)]
    assert QApplication.focusWidget() is view.canvas
    session.close_case()


def test_the_choices_are_as_wide_as_they_are_meant_to_be(case: Case) -> None:
    _, _, view = case
    assert view.choices.parentWidget() is not None
    assert view.choices.width() <= 200
    for rows in (view.choices.kinds, view.choices.effects, view.choices.conventions):
        assert rows.visualItemRect(rows.item(rows.count() - 1)).bottom() <= rows.viewport().height()


def test_a_correction_redraws_once_and_keeps_the_choice(case: Case, qtbot: QtBot) -> None:
    session, claims, view = case
    click(view, mark_of(view, "government"), qtbot)
    with qtbot.waitSignals([view.drawn]):
        session.apply(acts.reject(claims["16"]))
        session.apply(acts.accept(claims["44"]))
    assert labels(view)["HTS and allies"] == "44"
    current = canvas_of(view).current
    assert current is not None
    assert current.row == "killed:government"


def test_what_no_chart_shows_does_not_redraw(case: Case, qtbot: QtBot) -> None:
    session, _, view = case
    article = session.articles()[0]
    with qtbot.assertNotEmitted(view.drawn):
        session.apply(acts.edit_details(article, title="Anders", outlet="", published=article.published))
        QGuiApplication.processEvents()


def test_hidden_it_waits_until_it_is_seen(case: Case, qtbot: QtBot) -> None:
    session, claims, view = case
    view.hide()
    with qtbot.assertNotEmitted(view.drawn):
        session.apply(acts.reject(claims["37"]))
        QGuiApplication.processEvents()
    with qtbot.waitSignal(view.drawn):
        view.show()
    assert labels(view)["Government"] != "37"


def test_the_convention_is_a_change_of_the_case(case: Case, qtbot: QtBot) -> None:
    session, _, view = case
    rows = view.findChild(QListWidget, "chartConventions")
    assert isinstance(rows, QListWidget)
    with qtbot.waitSignal(view.drawn):
        rows.setCurrentRow(session.conventions.names().index("acled"))
    assert session.method().convention == "acled"
    assert "convention: acled" in chart_of(view).caption[0]
    with qtbot.waitSignal(view.drawn):
        session.undo()
    assert rows.currentItem().text() == "Default"


def test_effects_are_chosen_one_by_one_or_all(case: Case, qtbot: QtBot) -> None:
    _, _, view = case
    rows = view.findChild(QListWidget, "chartEffects")
    assert isinstance(rows, QListWidget)
    with qtbot.waitSignal(view.drawn):
        rows.setCurrentRow(2)
    assert labels(view)["Government"] == "5"
    with qtbot.waitSignal(view.drawn):
        rows.setCurrentRow(3)
    assert [panel.effect for panel in chart_of(view).panels] == [Effect.KILLED, Effect.CAPTURED]


def test_one_incident_is_chosen(case: Case, qtbot: QtBot) -> None:
    session, claims, view = case
    other = Incident(session.reserve(), "Beschuss")
    with qtbot.waitSignal(view.drawn):
        session.apply(acts.add_values("add_incident", [other]))
        session.apply(acts.move_claim(claims["16"], other.id))
    box = view.findChild(QComboBox, "chartIncident")
    assert isinstance(box, QComboBox)
    assert any("mindestens vier" in words for words in spoken(view))
    with qtbot.waitSignal(view.drawn):
        box.setCurrentIndex(box.findText("Beschuss"))
    assert labels(view)["HTS and allies"] == "16"
    assert not any("mindestens vier" in words for words in spoken(view))


@pytest.mark.parametrize(("format_", "start"), STARTS)
def test_the_chart_is_saved(case: Case, asked: Asked, tmp_path: Path, qtbot: QtBot, format_: str, start: bytes) -> None:
    _, _, view = case
    asked.path = tmp_path / "chart"
    button = view.findChild(QPushButton, f"save{format_}")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(view.written) as written:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    path = tmp_path / f"chart.{format_.lower()}"
    assert written.args == ["chart", path]
    assert path.read_bytes().startswith(start)


def test_a_folder_that_cannot_be_written_to_is_told(case: Case, asked: Asked, tmp_path: Path, qtbot: QtBot) -> None:
    session, _, view = case
    asked.path = tmp_path / "nowhere" / "chart.csv"
    with qtbot.waitSignal(session.problem) as said:
        view.save("CSV")
    assert "chart.csv" in said.args[0]
    asked.path = None
    view.save("CSV")


def test_a_chart_is_never_saved_over_a_case(case: Case, asked: Asked, qtbot: QtBot) -> None:
    session, _, view = case
    asked.path = session.path
    with qtbot.waitSignal(session.problem) as said:
        view.save("PNG")
    assert "the chart would have destroyed it" in said.args[0]
    assert session.articles()


def test_picture_and_numbers_are_copied(case: Case, qtbot: QtBot) -> None:
    _, _, view = case
    view.copy()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.mimeData().hasImage()
    assert "Government\tkilled\t37" in clipboard.text()


def test_the_look_follows_the_windows_palette(case: Case, qtbot: QtBot) -> None:
    _, _, view = case
    dark = QPalette(QColor("#222222"), QColor("#111111"))
    with qtbot.waitSignal(view.drawn):
        view.setPalette(dark)
    assert look_of(dark).dark
    assert not look_of(QPalette(QColor("#ffffff"), QColor("#ffffff"))).dark
    assert to_rgb(canvas_of(view).figure.get_facecolor())[0] < 0.3


def test_narrow_and_wide_it_keeps_its_words(case: Case, qtbot: QtBot) -> None:
    _, _, view = case
    for width in (760, 1600):
        view.resize(width, 500)
        QGuiApplication.processEvents()
        assert len(canvas_of(view).marks) == 6
        assert canvas_of(view).height() >= 300


def test_an_empty_case_says_what_stands_here(case: Case, qtbot: QtBot) -> None:
    session, _, view = case
    with qtbot.waitSignal(view.drawn):
        session.close_case()
    assert not view.evidence.isVisible()
    view.copy()


def test_a_side_renamed_is_drawn(case: Case, qtbot: QtBot) -> None:
    session, _, view = case
    side = session.sides()["government"]
    with qtbot.waitSignal(view.drawn):
        session.apply(acts.edit_value("rename_side", side, replace(side, name="Regime"), side.name))
    assert "Regime" in labels(view)


def test_matplotlib_is_not_loaded_before_the_panel_is_seen() -> None:
    code = "import sys; import ui.panels.chart_view; sys.exit('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == 0


def choose(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(box.findData(key))


def test_every_kind_of_chart_is_drawn_and_opens_its_claims(case: Case, qtbot: QtBot) -> None:
    _, claims, view = case
    for row in range(len(KINDS)):
        if row:
            with qtbot.waitSignal(view.drawn):
                view.choices.kinds.setCurrentRow(row)
        assert view.chart is not None
        assert canvas_of(view).accessibleDescription() == view.chart.description
        known = {claim.id for claim in claims.values()}
        for mark in canvas_of(view).marks:
            assert set(mark.claims) <= known
            assert 0 <= mark.box[0] <= 1


def test_only_choices_that_bear_on_the_kind_are_offered(case: Case, qtbot: QtBot) -> None:
    _, _, view = case
    choices = view.choices
    assert (choices.stack.isVisible(), choices.step.isVisible()) == (True, False)
    with qtbot.waitSignal(view.drawn):
        choices.kinds.setCurrentRow([one.id for one in KINDS].index("over_time"))
    assert (choices.stack.isVisible(), choices.step.isVisible()) == (False, True)
    with qtbot.waitSignal(view.drawn):
        choose(choices.step, "month")
    assert isinstance(view.chart, TimeSeries)
    assert view.chart.step is Step.MONTH


def test_bars_are_parted_by_what_is_chosen(case: Case, qtbot: QtBot) -> None:
    _, _, view = case
    with qtbot.waitSignal(view.drawn):
        choose(view.choices.stack, "effect")
    assert not view.choices.effects.isEnabled()
    assert mark_of(view, "government", "captured").words == "5 captured, Government"


def test_charts_speak_the_language_that_is_chosen(tmp_path: Path, resources: Path, qtbot: QtBot) -> None:
    session, _ = fighting(tmp_path / "c.case", resources)
    view = ChartView(session, speak=lambda code: load(resources, code or "en"))
    view.choices.set_language("de")
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.drawn):
        view.show()
    assert chart_of(view).title == "Getötete nach Seite"
    box = view.choices.language
    with qtbot.waitSignals([view.drawn, view.choices.language_chosen]):
        box.setCurrentIndex(box.findData("en"))
        box.activated.emit(box.currentIndex())
    assert chart_of(view).title == "Killed, by side"
    session.close_case()


def test_a_day_of_publication_that_moves_is_drawn(case: Case, qtbot: QtBot) -> None:
    session, _, view = case
    article = session.articles()[0]
    with qtbot.waitSignal(view.drawn):
        session.apply(acts.edit_details(article, title=article.title, outlet="", published=date(2024, 12, 1)))


def test_a_figure_set_by_hand_redraws_and_says_so(case: Case, qtbot: QtBot) -> None:
    session, claims, view = case
    figure = next(f for f in session.reckoning().figures if f.used == (claims["37"].id,))
    override = Override(session.reserve(), *figure.key, 37, 38, 40, "Counted by name.")
    with qtbot.waitSignal(view.drawn):
        session.apply(acts_judged.override(None, override, "killed"))
    assert labels(view)["Government"] == "38 (37–40), set by hand"
    assert chart_of(view).caption[-1].startswith("set by hand: Government, killed: 38, where the claims give 37")


def test_the_figure_behind_a_bar_is_found_by_words_to_be_set(case: Case, qtbot: QtBot) -> None:
    _, _, view = case
    button = child(view, QPushButton, "setBarByHand")
    assert not button.isVisible()
    click(view, mark_of(view, "government"), qtbot)
    with qtbot.waitSignal(view.figures_wanted) as wanted:
        button.click()
    assert set(wanted.args[0].split()) == {"Gefechte", "bei", "Aleppo", "Government", "killed"}


def test_what_another_convention_would_change_is_asked_for_and_the_own_one_is_offered(case: Case, qtbot: QtBot) -> None:
    _, _, view = case
    with qtbot.waitSignal(view.method_wanted):
        view.choices.changes.click()
    offered = [view.choices.conventions.item(row).text() for row in range(view.choices.conventions.count())]
    assert offered == ["Default", "ACLED", "UCDP", "GTD", "Wikimpacts", "Own"]
