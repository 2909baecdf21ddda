from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QTextFormat, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.reader.rows import claim, mention, place
from ui.colours import DARK, LIGHT, Palette
from ui.reader.page import echo_of
from ui.reader.painting import Look
from ui.reader.view import ArticleView
from workbench.colours import MARK_RATIO, contrast
from workbench.model.claim import Claim, Effect
from workbench.model.mention import Label, Mention, Status

TEXT = "\ufeffDie HTS 😀 e\u0301 👩‍🚀 meldet:\r\n37 Mitglieder der HTS, darunter vier Offiziere,\r\u2028"
TEXT += "wurden getötet.\0\r\nEnde."
SIDE = "#0072b2"
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.wear(Look(LIGHT, lambda _claim: SIDE))
    view.resize(700, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def rows() -> list[Mention | Claim]:
    return [
        claim(1, TEXT, "37 Mitglieder der HTS, darunter vier Offiziere", "37"),
        claim(2, TEXT, "darunter vier Offiziere", "vier", 4),
        mention(3, TEXT, "Offiziere", Label.ROLE),
        mention(4, TEXT, "Ende"),
    ]


def middle(view: ArticleView, words: str, text: str = TEXT) -> QPoint:
    """Return the point of the viewport in the middle of the first letter of `words`."""
    start, _ = view.highlights.offsets.range_of(place(text, words))
    cursor = view.textCursor()
    cursor.setPosition(start)
    left = view.cursorRect(cursor)
    cursor.setPosition(start + 1)
    return QPoint((left.left() + view.cursorRect(cursor).left()) // 2, left.center().y())


def click(view: ArticleView, words: str) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, middle(view, words))


@pytest.mark.parametrize("words", ["HTS", "e\u0301", "👩‍🚀", "37 Mitglieder", "vier Offiziere", "getötet", "Ende"])
def test_what_is_shown_is_what_is_stored(view: ArticleView, words: str) -> None:
    view.show_article(TEXT)
    assert view.shown_words(place(TEXT, words)) == words


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.sampled_from(["a", "😀", "e\u0301", "\r\n", "\r", "\n", "\ufeff", "\0", "ß "]), max_size=30))
def test_anything_before_a_number_leaves_it_in_its_place(view: ArticleView, bricks: list[str]) -> None:
    text = "".join(bricks) + "x37 Tote"
    view.show_article(text, [claim(1, text, "37 Tote", "37")])
    mark = view.highlights.get(("claim", 1))
    assert mark is not None
    shown = "".join(u for c in view.document().toRawText() for u in (["", c] if ord(c) > 0xFFFF else [c]))
    assert view.shown_words(place(text, "37")) == "37"
    assert mark.bold is not None
    units = [u for c in view.document().toRawText() for u in (["", c] if ord(c) > 0xFFFF else [c])]
    assert "".join(units[mark.bold[0] : mark.bold[1]]) == "37"
    assert shown.endswith("37 Tote")
    block = view.document().findBlock(mark.bold[0])
    bold = next(f for f in block.layout().formats() if f.format.fontWeight() == 700)
    assert block.position() + bold.start == mark.bold[0]


def test_a_selection_is_told_in_code_points(view: ArticleView) -> None:
    view.show_article(TEXT)
    view.select_span(place(TEXT, "Mitglieder der HTS"))
    span = view.selection()
    assert span is not None
    assert span.of(TEXT) == "Mitglieder der HTS"
    assert view.textCursor().selectedText() == "Mitglieder der HTS"


def test_the_number_is_picked_before_the_words_around_it(
    qtbot: QtBot, view: ArticleView, rows: list[Mention | Claim]
) -> None:
    view.show_article(TEXT, rows)
    for words, key in (("vier", ("claim", 2)), ("Offiziere", ("mention", 3)), ("Mitglieder", ("claim", 1))):
        with qtbot.waitSignal(view.picked) as picked:
            click(view, words)
        assert picked.args == [key]
    with qtbot.waitSignal(view.picked) as picked:
        click(view, "meldet")
    assert picked.args == [None]


def test_a_second_click_picks_what_lies_below(qtbot: QtBot, view: ArticleView, rows: list[Mention | Claim]) -> None:
    view.show_article(TEXT, rows)
    seen: list[object] = []
    view.picked.connect(seen.append)
    view.picked.connect(view.select)
    for _ in range(4):
        click(view, "Offiziere")
    assert seen == [("mention", 3), ("claim", 2), ("claim", 1), ("mention", 3)]


def test_the_room_below_a_line_belongs_to_the_line(
    qtbot: QtBot, view: ArticleView, rows: list[Mention | Claim]
) -> None:
    view.show_article(TEXT, rows)
    cursor = view.textCursor()
    below = middle(view, "Mitglieder") + QPoint(0, view.cursorRect(cursor).height() // 2 + 2)
    with qtbot.waitSignal(view.picked) as picked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, below)
    assert picked.args == [("claim", 1)]
    assert abs(view.caret() - TEXT.index("Mitglieder")) <= 1


def test_the_tooltip_names_all_that_lies_there(view: ArticleView, rows: list[Mention | Claim]) -> None:
    view.show_article(TEXT, rows)
    names = view.words_at(QPointF(middle(view, "Offiziere"))).splitlines()
    assert [name.split(":")[0] for name in names] == ["Role", "Claim", "Claim"]
    assert view.words_at(QPointF(middle(view, "meldet"))) == ""


def test_the_caret_names_what_it_stands_in(qtbot: QtBot, view: ArticleView, rows: list[Mention | Claim]) -> None:
    view.show_article(TEXT, rows)
    view.select_span(place(TEXT, "der HTS,"))
    with qtbot.waitSignal(view.picked) as picked:
        QTest.keyClick(view, Qt.Key.Key_Left)
    assert picked.args == [("claim", 1)]
    with qtbot.waitSignal(view.selection_settled):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def test_escape_lets_a_selection_go(qtbot: QtBot, view: ArticleView) -> None:
    view.show_article(TEXT)
    view.select_span(place(TEXT, "Mitglieder"))
    with qtbot.waitSignal(view.selection_settled):
        QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection() is None
    assert view.caret() == TEXT.index("Mitglieder")


def test_what_is_selected_is_said(view: ArticleView, rows: list[Mention | Claim]) -> None:
    view.show_article(TEXT, rows)
    view.select(("claim", 2))
    assert view.accessibleDescription() == "Claim: 4 killed, vier, proposed"
    view.put(claim(2, TEXT, "darunter vier Offiziere", "vier", 4, status=Status.ACCEPTED))
    assert view.accessibleDescription().endswith("accepted")


def test_dragging_a_border_tells_where_it_was_let_go(
    qtbot: QtBot, view: ArticleView, rows: list[Mention | Claim]
) -> None:
    view.show_article(TEXT, rows)
    view.select(("claim", 2))
    view.viewport().repaint()
    edge = middle(view, "darunter")
    left = QPoint(view.cursorRect().left(), edge.y())
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, left)
    QTest.mouseMove(viewport, middle(view, "der HTS,"))
    with qtbot.waitSignal(view.border_moved) as moved:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, middle(view, "der HTS,"))
    assert moved.args is not None
    assert moved.args[:2] == [("claim", 2), "start"]
    assert abs(moved.args[2] - TEXT.index("der HTS,")) <= 1


def test_a_touched_row_keeps_caret_and_scroll(view: ArticleView) -> None:
    text = "Ein Satz mit 37 Toten.\n" * 300
    view.show_article(text, [claim(1, text, "37 Toten", "37")])
    view.verticalScrollBar().setValue(120)
    view.select_span(view.highlights.offsets.span_of(3000, 3004))
    scroll, caret = view.verticalScrollBar().value(), view.caret()
    view.put(claim(1, text, "37 Toten", "37", status=Status.ACCEPTED))
    view.drop(("claim", 1))
    assert (view.verticalScrollBar().value(), view.caret()) == (scroll, caret)
    assert view.rows() == []


def test_selecting_scrolls_to_what_is_selected(view: ArticleView) -> None:
    text = "Ein Satz.\n" * 400 + "Es gab 37 Tote."
    view.show_article(text, [claim(1, text, "37 Tote", "37")])
    view.select(("claim", 1))
    assert any(block.text().startswith("Es gab") for block, _ in view.visible())


def test_control_and_wheel_size_the_type(view: ArticleView) -> None:
    points = view.points()
    up = QPoint(0, 120)
    view.wheelEvent(
        QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            up,
            up,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )
    assert view.points() == points + 1
    view.zoom(0)
    assert view.points() == points


def painted(view: ArticleView) -> QImage:
    return view.grab().toImage()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_status_and_effect_are_seen_without_colour(
    view: ArticleView, palette: object, look: Callable[[object], Look]
) -> None:
    view.wear(look(palette))
    pictures = []
    for values in ({}, {"status": Status.ACCEPTED}, {"effect": Effect.CAPTURED}, {"status": Status.REJECTED}):
        view.show_article(TEXT, [claim(1, TEXT, "37 Mitglieder", "37", **values)])
        pictures.append(painted(view).convertToFormat(QImage.Format.Format_Grayscale8))
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[:n])


@pytest.fixture
def look() -> Callable[[object], Look]:
    return lambda palette: Look(palette, lambda _claim: SIDE)  # type: ignore[arg-type]  # one of the two palettes


def test_rejected_shows_struck_through_on_demand(view: ArticleView) -> None:
    view.show_article(TEXT, [claim(1, TEXT, "37 Mitglieder", "37", status=Status.REJECTED)])
    hidden = painted(view)
    view.show_rejected(True)
    assert painted(view) != hidden
    view.show_rejected(False)
    assert painted(view) == hidden


def test_the_column_stays_narrow_in_a_wide_window(qtbot: QtBot, view: ArticleView) -> None:
    with qtbot.waitSignal(view.column_moved):
        view.resize(2000, 500)
    view.show_article("Wort " * 200)
    view.viewport().repaint()
    line = view.document().firstBlock().layout().lineAt(0)
    assert 55 < line.textLength() <= 90


def test_a_first_line_that_repeats_the_title_is_quiet(view: ArticleView, look: Callable[[object], Look]) -> None:
    text = "\nGefechte  bei Aleppo\n\n37 Tote.\n"
    view.show_article(text, [claim(1, text, "37 Tote", "37")], "Gefechte bei Aleppo")
    for palette in (LIGHT, DARK):
        view.wear(look(palette))
        quiet, said = (view.document().findBlockByNumber(n).layout().formats() for n in (1, 3))
        assert [wanted.format.foreground().color().name() for wanted in quiet] == [palette.muted]
        assert not any(wanted.format.hasProperty(QTextFormat.Property.ForegroundBrush) for wanted in said)
    view.show_article(text, (), "Gefechte bei Hama")
    assert not view.document().findBlockByNumber(1).layout().formats()


@pytest.mark.parametrize(
    ("text", "title", "found"), [("A\nB", "A", (0,)), ("A\nB", "", ()), ("", "", ()), ("A", "B", ())]
)
def test_only_the_first_line_can_repeat_the_title(text: str, title: str, found: tuple[int, ...]) -> None:
    assert echo_of(text, title) == found


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_mention_shows_whether_it_is_sure_inferred_or_confirmed(
    view: ArticleView, palette: object, look: Callable[[object], Look]
) -> None:
    view.wear(look(palette))
    kinds: tuple[dict[str, Any], ...] = (
        {},
        {"confidence": 0.5},
        {"inferred": True},
        {"confidence": 0.5, "inferred": True},
    )
    pictures = []
    for values in (*kinds, {"status": Status.ACCEPTED}):
        view.show_article(TEXT, [mention(1, TEXT, "Offiziere", **values)])
        pictures.append(painted(view).convertToFormat(QImage.Format.Format_Grayscale8))
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[:n])
    for confidence in (0.7, 0.99):
        view.show_article(TEXT, [mention(1, TEXT, "Offiziere", confidence=confidence)])
        assert painted(view).convertToFormat(QImage.Format.Format_Grayscale8) == pictures[0]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_are_legible_on_every_fill_faint_or_full(palette: Palette, look: Callable[[object], Look]) -> None:
    worn = look(palette)
    for label in Label:
        for fill in (worn.fills[label], worn.faint[label]):
            assert contrast(palette.text, fill.name()) >= 4.5
        assert contrast(worn.inks[label].name(), worn.faint[label].name()) >= MARK_RATIO
