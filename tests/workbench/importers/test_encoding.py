from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import UnreadableArticle
from workbench.importers.encoding import decode, unusable

GERMAN = "Fünf Männer – „mindestens“ vier Offiziere – wurden getötet.\r\nGrößere Verluste gab es nicht."
ENGLISH = "“At least five” soldiers were killed, the café’s owner said."
UKRAINIAN = "Унаслідок обстрілу загинули п'ятеро людей, ще семеро поранені, повідомив губернатор області. " * 3
CONTROLS = "".join(chr(n) for n in range(32) if chr(n) not in "\t\n\r") + "\x7f"
readable = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS + "\ufeff\ufffe"), min_size=1, max_size=200
)


def outcome(content: bytes) -> str:
    try:
        return decode(content, "a.txt").text
    except UnreadableArticle as error:
        return str(error)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("text", [GERMAN, ENGLISH])
def test_reads_what_western_programs_write(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("text", [GERMAN, ENGLISH, "Zwölf Männer starben.", "It’s a trap"])
def test_tells_macintosh_from_windows(text: str) -> None:
    assert decode(text.encode("mac-roman"), "a.txt") == (text, "mac-roman")
    assert decode(text.encode("cp1252"), "a.txt") == (text, "cp1252")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
def test_finds_the_encoding_of_another_alphabet(encoding: str) -> None:
    assert decode(UKRAINIAN.encode(encoding), "a.txt").text == UKRAINIAN


@given(readable)
def test_utf_8_comes_back_letter_for_letter(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text, "utf-8")


@given(readable, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_a_mark_names_the_encoding_and_is_no_part_of_the_text(text: str, encoding: str) -> None:
    assert decode(("\ufeff" + text).encode(encoding), "a.txt") == (text, encoding)


@given(readable, st.sampled_from(["cp1252", "mac-roman", "cp1251"]))
def test_any_text_in_an_old_encoding_gives_a_text_or_a_sentence(text: str, encoding: str) -> None:
    content = text.encode(encoding, "replace")
    assert outcome(content)


@given(st.binary(max_size=300))
def test_no_bytes_escape_as_a_bug(content: bytes) -> None:
    assert not unusable(outcome(content))


def test_only_the_mark_goes_and_line_ends_and_combining_marks_stay() -> None:
    text = "e\u0301\r\nzwei\rdrei\n\U0001f468\u200d\U0001f469"
    assert decode(codecs.BOM_UTF8 + text.encode(), "a.txt").text == text


def test_a_second_mark_is_a_character() -> None:
    assert decode("\ufeff\ufeffa".encode(), "a.txt").text == "\ufeffa"


def test_damaged_utf_8_is_told_from_windows() -> None:
    damaged = "Größere Verluste – „fünf“ Tote".encode().replace("ü".encode(), b"\xc3")
    with pytest.raises(UnreadableArticle, match=r"a\.txt is UTF-8 but damaged at byte \d+"):
        decode(damaged, "a.txt")


def test_cut_utf_16_gets_a_sentence() -> None:
    with pytest.raises(UnreadableArticle, match="marked as UTF-16-LE but is damaged"):
        decode("\ufeffzwei Tote".encode("utf-16-le") + b"a", "a.txt")


def test_a_half_character_gets_a_sentence() -> None:
    with pytest.raises(UnreadableArticle, match="damaged"):
        decode(codecs.BOM_UTF16_LE + b"\x3d\xd8a\x00", "a.txt")


@pytest.mark.parametrize("content", [b"two\x00 dead", bytes(range(256)) * 4, b"\xff\x00\x80\x00\x01" * 50])
def test_binary_gets_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableArticle):
        decode(content, "a.bin")


def test_latin_1_declared_by_a_page_is_read_as_windows() -> None:
    assert decode(b"\x84zw\xf6lf\x93", "a.html", "ISO-8859-1") == ("„zwölf“", "cp1252")


@pytest.mark.parametrize("declared", ["no-such-encoding", "utf-8", ""])
def test_a_wrong_declaration_is_passed_over(declared: str) -> None:
    assert decode(b"zw\xf6lf", "a.html", declared).text == "zwölf"


def test_names_what_no_article_may_hold() -> None:
    assert unusable("ab\x00") == "a NUL character (at position 3)"
    assert unusable("a\ud83d") == "half a character (a lone surrogate at position 2)"
    assert unusable("\U0001f600") == ""
