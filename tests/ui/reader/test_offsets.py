from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout
from pytestqt.qtbot import QtBot

from ui.reader.offsets import Offsets
from workbench.model.span import Span

#: Bricks that Qt counts, breaks or swallows differently from Python.
BRICKS = ["a", "ß ", "😀", "👩‍🚀", "e\u0301", "\t", "\u202f37"]
BRICKS += ["\r\n", "\r", "\n", "\u2028", "\u2029", "\0", "\ufeff", "\ufdd0"]
TEXTS = st.lists(st.one_of(st.sampled_from(BRICKS), st.text(max_size=5)), max_size=30).map("".join)


def utf16(text: str) -> list[str]:
    """Cut a text into UTF-16 units, a pair's halves as '' and the character."""
    return [unit for c in text for unit in (["", c] if ord(c) > 0xFFFF else [c])]


def shown(offsets: Offsets, start: int, end: int) -> str:
    return "".join(utf16(offsets.display)[start:end])


def as_shown(stored: str, offsets: Offsets) -> str:
    plain = stored.replace("\r\n", "\n")
    return "".join("\n" if c in "\r\u2028\u2029" else c for c in plain)


def same_letters(stored: str, seen: str) -> bool:
    return len(stored) == len(seen) and all(s == q or q in "\ufffd\u2060" for s, q in zip(stored, seen, strict=True))


@given(TEXTS, st.data())
@example("\r\n\r\n😀", None)
def test_a_slice_shows_the_letters_it_stores(text: str, data: st.DataObject | None) -> None:
    offsets = Offsets(text)
    start = data.draw(st.integers(0, len(text))) if data else 0
    end = data.draw(st.integers(start, len(text))) if data else len(text)
    in_crlf = any(text[i - 1 : i + 1] == "\r\n" for i in (start, end) if i)
    if not in_crlf:
        assert same_letters(as_shown(text[start:end], offsets), shown(offsets, *offsets.range_of(Span(start, end))))


@given(TEXTS, st.integers(3, 12))
def test_there_and_back_again(text: str, longest: int) -> None:
    offsets = Offsets(text, longest)
    for i in range(len(text) + 1):
        if not (i and text[i - 1 : i + 1] == "\r\n"):
            assert offsets.from_qt(offsets.to_qt(i)) == i


@given(TEXTS, st.integers(3, 12))
def test_both_ways_only_go_up(text: str, longest: int) -> None:
    offsets = Offsets(text, longest)
    there = [offsets.to_qt(i) for i in range(len(text) + 1)]
    back = [offsets.from_qt(i) for i in range(len(utf16(offsets.display)) + 1)]
    assert there == sorted(there)
    assert back == sorted(back)
    assert there[-1] == len(utf16(offsets.display))
    assert back[-1] == len(text)


@given(TEXTS)
def test_qt_takes_the_display_text_as_it_is(qapp: object, text: str) -> None:
    offsets = Offsets(text)
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    document.setPlainText(offsets.display)
    assert document.characterCount() - 1 == len(utf16(offsets.display))
    assert document.toRawText() == offsets.display.replace("\n", "\u2029")


@given(st.text(alphabet="ab \n😀", max_size=120), st.integers(3, 20))
def test_no_paragraph_is_over_long_and_no_letter_is_lost(text: str, longest: int) -> None:
    offsets = Offsets(text, longest)
    assert all(len(paragraph) <= longest for paragraph in offsets.display.split("\n"))
    assert offsets.display.replace("\n", "") == text.replace("\n", "")


def test_a_span_before_a_break_of_ours_ends_before_it() -> None:
    offsets = Offsets("aaaa bbbb cccc", longest=6)
    assert shown(offsets, *offsets.range_of(Span(0, 5))) == "aaaa "
    assert shown(offsets, *offsets.range_of(Span(5, 9))) == "bbbb"


def test_a_crlf_is_one_break_and_a_position_after_it_is_after_both() -> None:
    offsets = Offsets("37\r\nTote")
    assert offsets.display == "37\nTote"
    assert offsets.to_qt(4) == 3
    assert offsets.from_qt(3) == 4
    assert offsets.from_qt(2) == 2


def test_half_a_pair_belongs_to_its_character() -> None:
    assert Offsets("😀x").from_qt(1) == 1
    assert Offsets("😀x").span_of(2, 3) == Span(1, 2)


def test_a_byte_order_mark_stays_a_character(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setPlainText(Offsets("\ufeff37").display)
    assert document.characterCount() == 4


def test_plain_text_is_handed_on_as_it_is() -> None:
    text = "Zwölf Tote – “so far”.\n" * 1000
    offsets = Offsets(text)
    assert offsets.display is text
    assert offsets.to_qt(17) == offsets.from_qt(17) == 17
