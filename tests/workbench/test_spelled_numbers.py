from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.spelled_numbers import spelled_number

GERMAN = (
    *("", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn"),
    *("vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"),
)
GERMAN_TENS = ("", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
ENGLISH = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def german(number: int, joint: str, last: str = "s") -> str:
    """Write a number below a million, with `joint` ("und" or nothing) after hundreds and before the rest."""
    thousands, hundreds, rest = number // 1000, number // 100 % 10, number % 100
    words = german(thousands, joint, "") + "tausend" if thousands else ""
    words += GERMAN[hundreds] + "hundert" if hundreds else ""
    words += joint if words and rest else ""
    if rest < len(GERMAN):
        return words + GERMAN[rest] + (last if rest == 1 else "")
    return words + (GERMAN[rest % 10] + "und" if rest % 10 else "") + GERMAN_TENS[rest // 10]


def english(number: int, joint: str) -> str:
    """Write a number below a million, with `joint` (" and " or a blank) before tens and units."""
    thousands, hundreds, rest = number // 1000, number // 100 % 10, number % 100
    words = [english(thousands, joint) + " thousand"] if thousands else []
    words += [ENGLISH[hundreds] + " hundred"] if hundreds else []
    tens = ENGLISH[rest] if rest < len(ENGLISH) else f"{ENGLISH_TENS[rest // 10]}-{ENGLISH[rest % 10]}".rstrip("-")
    return joint.join([" ".join(words), tens]) if words and rest else " ".join(words) or tens


@given(st.integers(1, 199_999), st.sampled_from(["", "und"]), st.sampled_from([str.lower, str.upper, str.capitalize]))
def test_german_numbers_are_read_as_they_are_written(number: int, joint: str, case: type[str]) -> None:
    words = german(number, joint)
    assert spelled_number(case(words), "de") == number
    assert spelled_number(words.replace("ß", "ss").replace("ü", "ue").replace("ö", "oe"), "de") == number


@given(st.integers(1, 199_999), st.sampled_from([" ", " and "]), st.sampled_from([str.lower, str.upper, str.title]))
def test_english_numbers_are_read_as_they_are_written(number: int, joint: str, case: type[str]) -> None:
    assert spelled_number(case(english(number, joint)), "en") == number


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("siebenunddreißig", "de", 37),
        ("dreissig", "de", 30),
        ("zwo", "de", 2),
        ("hundert", "de", 100),
        ("Twelve", "en", 12),
        ("one hundred and fifty", "en", 150),
        ("vingt-trois", "fr", 23),
    ],
)
def test_words(words: str, language: str, value: int) -> None:
    assert spelled_number(words, language) == value


@pytest.mark.parametrize(
    ("words", "language"),
    [("dreist", "de"), ("eine", "de"), ("tent", "en"), ("a", "en"), ("", "en"), ("twelve", "tlh")],
)
def test_what_is_no_number(words: str, language: str) -> None:
    assert spelled_number(words, language) is None
