"""The day a plain text says it was written, at its head: KHARTOUM, May 14, 2025 – or a line of its own."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

#: So many lines with words are looked at.
_LINES = 6
_MONTHS = (
    ("jan", "januar", "january", "jänner", "jän"),
    ("feb", "februar", "february", "feber"),
    ("mar", "mär", "mrz", "märz", "march"),
    ("apr", "april"),
    ("mai", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("okt", "oct", "oktober", "october"),
    ("nov", "november"),
    ("dez", "dec", "dezember", "december"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = r"(?P<{}>[A-Za-zä]{{3,9}})\.?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
#: 14 May 2025, 14. Mai 2025; May 14, 2025; 14.05.2025; 2025-05-14. A date with slashes means two days.
_DAY = "|".join(
    (
        rf"(?P<d1>\d{{1,2}})(?:\.|st|nd|rd|th)?\s{_NAME.format('m1')},?\s{_YEAR.format('y1')}",
        rf"{_NAME.format('m2')}\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s{_YEAR.format('y2')}",
        rf"(?P<d3>\d{{1,2}})\.\s?(?P<m3>\d{{1,2}})\.\s?{_YEAR.format('y3')}",
        rf"{_YEAR.format('y4')}-(?P<m4>\d\d)-(?P<d4>\d\d)",
    )
)
_TIME = r"(?:[,|]?\s*(?:um\s|at\s)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:Uhr|a\.?m\.?|p\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)?"
_WEEKDAY = r"(?:(?:[A-Z][a-zä]{1,9}day|[A-Z][a-zä]{1,9}tag|Mittwoch|Sonnabend|Mo|Di|Mi|Do|Fr|Sa|So)\.?,?\s)?"
_HEAD = (
    r"(?:(?:Stand|Datum|Date|Published|Updated|Veröffentlicht|Aktualisiert|Erschienen|Posted)"
    r"(?:\s(?:am|on))?\s?:?\s)?"
)
#: A line that says nothing but the day.
_ALONE = re.compile(rf"{_HEAD}{_WEEKDAY}(?:{_DAY}){_TIME}\s*\.?")
#: The place and the agency before the day, each word with a capital, and what parts them from it.
_WORD = r"(?:[A-ZÄÖÜŠČŽĐ][\w'’/-]*|al|am|an|auf|bei|d[aeiou]|der|im|of|the|und|and)"
_PLACE = rf"(?:[A-ZÄÖÜŠČŽĐ][\w'’/-]*(?:,?\s{_WORD}){{0,5}}(?:\s?\([^()]{{1,30}}\))?(?:[.,:]\s|,?\s[–—|-]\s))?"
_BEFORE_TEXT = re.compile(
    rf"{_PLACE}{_WEEKDAY}(?:{_DAY}){_TIME}\s*(?:\([^()]{{1,40}}\)\s*)?(?:[–—:|]|--?(?=\s)|\.(?=\s))"
)


def dateline(text: str) -> date | None:
    """Return the day at the head of a text, with its year; None where there is none, or it is no day."""
    composed = unicodedata.normalize("NFC", text[:4000])  # as a Mac writes it, ü is two characters
    lines = [line.strip() for line in composed.splitlines() if line.strip()]
    for line in lines[:_LINES]:
        found = _ALONE.fullmatch(line) if len(line) < 80 else None
        found = found or (_BEFORE_TEXT.match(line) if line[:1].isupper() or line[:1].isdigit() else None)
        if found is not None and (day := _day(found)) is not None:
            return day
    return None


def _day(found: re.Match[str]) -> date | None:
    """Return the day that was matched in one of its forms."""
    for form in "1234":
        if found[f"d{form}"] is None:
            continue
        month = found[f"m{form}"].lower()
        number = int(month) if month.isdigit() else _MONTH_OF.get(month, 0)
        try:
            return date(int(found[f"y{form}"]), number, int(found[f"d{form}"]))
        except ValueError:  # 31.02.2025
            return None
    return None
