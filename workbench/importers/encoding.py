"""From bytes to text, and the name of the encoding they were written in.

The text is what the bytes say and nothing else: line ends (CRLF too) and combining marks stay as they are, no
normal form is applied. Only a byte order mark is no part of it, so that offset 0 is the first real character.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from workbench.errors import UnreadableArticle

#: Longer marks first: the mark of UTF-32 begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = ("cp1252", "mac-roman")
_USUAL = frozenset("äöüÄÖÜßéèàçñ„“”‚‘’–—…€\u00a0")
_POSSIBLE = frozenset("áâãåæêëìíîïðòóôõøùúûýÿœÁÂÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕØÙÚÛÝŒšŠžŽ«»‹›§°•©®™£¥½¼¾²³·×±¡¿µª´")
#: Above this share of non-ASCII letters a text is not written in a Western alphabet.
_WESTERN_SHARE = 0.25
_SAMPLE = 100_000
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_SEQUENCES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


class Decoded(NamedTuple):
    """A text and the Python name of the encoding it was read with."""

    text: str
    encoding: str


def decode(content: bytes, name: str, declared: str = "") -> Decoded:
    """Return the text of `content`, without a byte order mark; `declared` is what a page says of itself.

    Raises UnreadableArticle with a sentence about the file `name` where the bytes are no text, or damaged.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(_strict(content[len(mark) :], encoding, name), encoding, name)
    wide = _wide(content)
    if wide:
        return _checked(_strict(content, wide, name), wide, name)
    try:
        return _checked(content.decode("utf-8"), "utf-8", name)
    except UnicodeDecodeError as error:
        _refuse_damaged(content, error.start, name)
    return _checked(*_legacy(content, name, declared), name)


def unusable(text: str) -> str:
    """Return what stands in `text` that no article may hold, in words, or nothing."""
    if "\x00" in text:
        return f"a NUL character (at position {text.index(chr(0)) + 1})"
    half = re.search("[\ud800-\udfff]", text)
    return f"half a character (a lone surrogate at position {half.start() + 1})" if half else ""


def _strict(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableArticle(
            f"{name} is marked as {encoding.upper()} but is damaged at byte {error.start + 1}. "
            "Open it in an editor, mend that place, and save it as UTF-8."
        ) from error


def _checked(text: str, encoding: str, name: str) -> Decoded:
    if unusable(text):
        raise UnreadableArticle(
            f"{name} is not a text: it holds {unusable(text)}. "
            "Import text, HTML, PDF or Word; from another program, save it as text first."
        )
    if len(_CONTROLS.findall(text[:_SAMPLE])) > 1 + len(text[:_SAMPLE]) // 50:
        raise _binary(name)
    return Decoded(text, encoding)


def _binary(name: str) -> UnreadableArticle:
    return UnreadableArticle(
        f"{name} is a binary file, not a text. Import text, HTML, PDF or Word; save it as text first."
    )


def _wide(content: bytes) -> str:
    """Name UTF-16 without a mark, told by where the zero bytes stand: every second byte of a Latin text is zero."""
    sample = content[:2000]
    half = len(sample) // 2
    if len(content) % 2 or not half:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


def _refuse_damaged(content: bytes, first: int, name: str) -> None:
    """Refuse UTF-8 with a broken place: other encodings hardly ever form its sequences by chance."""
    strays = sum(byte > 0x7F for byte in _SEQUENCES.sub(b"", content))
    if len(_SEQUENCES.findall(content)) > strays:
        raise UnreadableArticle(
            f"{name} is UTF-8 but damaged at byte {first + 1}: letters are missing there. "
            "Get the file again, or open it in an editor, mend that place and save it as UTF-8."
        )


def _legacy(content: bytes, name: str, declared: str) -> Decoded:
    if b"\x00" in content:
        raise UnreadableArticle(
            f"{name} is a binary file, not a text. Import text, HTML, PDF or Word; save it as text first."
        )
    told = _as_declared(content, declared)
    return told or _western(content) or _guessed(content, name)


def _as_declared(content: bytes, declared: str) -> Decoded | None:
    """Decode as a page says it is written; Latin-1 means its Windows superset, as in every browser."""
    try:
        encoding = codecs.lookup(declared).name if declared else ""
        encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
        return Decoded(content.decode(encoding), encoding) if encoding else None
    except (LookupError, UnicodeDecodeError):
        return None


def _western(content: bytes) -> Decoded | None:
    """Decide between Windows and Macintosh by which of the two gives letters and quotation marks of news."""
    best, found = 0, None
    for encoding in _WESTERN:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        points = _plausibility(text[:_SAMPLE])
        if points > best:
            best, found = points, Decoded(text, encoding)
    return found


def _plausibility(text: str) -> int:
    foreign = [char for char in text if char > "\x7f"]
    letters = sum(char.isalpha() for char in text)
    if sum(char.isalpha() for char in foreign) > _WESTERN_SHARE * letters:
        return 0
    odd = sum(char not in _USUAL and char not in _POSSIBLE for char in foreign)
    if odd > 0.1 * len(foreign) or any(not char.isprintable() and not char.isspace() for char in text):
        return 0
    return sum(2 if char in _USUAL else 1 for char in foreign) - 3 * odd


def _guessed(content: bytes, name: str) -> Decoded:
    from charset_normalizer import from_bytes

    match = from_bytes(content[:_SAMPLE]).best()
    if match is not None:
        try:
            return Decoded(content.decode(match.encoding), match.encoding)
        except UnicodeDecodeError:
            match = None
    raise UnreadableArticle(
        f"The encoding of {name} could not be found, or it is not a text. Open it in an editor and save it as UTF-8."
    )
