"""The ``dates`` component finds dates by their form; `settle` gives them days, counted from the day of publication."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from dateparser import DateDataParser
from spacy.language import Language
from spacy.tokens import Doc

from workbench.extraction import lexicon as lexicons
from workbench.extraction.dates_forms import (
    BACK,
    LAST_UNIT,
    MONTH,
    MONTHS,
    PARTS_OF_MONTH,
    RELATIVE_DAYS,
    SINGLE_DE,
    SINGLE_EN,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    number_of,
)
from workbench.extraction.dates_later import LATER, is_later, settle_later
from workbench.extraction.dates_lexicon import Calendar, calendar_of
from workbench.extraction.dates_ranges import RANGES, is_stretch, settle_range, stretch
from workbench.extraction.names_fold import fold
from workbench.extraction.words import words_of
from workbench.model.circumstance import When

_SURE, _UNSETTLED = 0.9, 0.6
#: So many characters before a date may say how it is meant: am kommenden, seit Beginn des Krieges im.
_BEFORE = 48
_SINCE = re.compile(r"\b(?:seit|since)\s(?:[^.,;:!?]*\s)?$")
_WEEK = 7
_DAYS_OF = {"day": 1, "week": 7, "month": 30, "year": 365}


def _form(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?P<date>{'|'.join(alternatives)})(?![^\W_])")


#: The form of a date by language; the group ``date`` is the mention.
FORMS = {
    "de": _form((*RANGES["de"], *LATER["de"], *SINGLE_DE)),
    "en": _form((*RANGES["en"], *LATER["en"], *SINGLE_EN)),
}

if not Doc.has_extension("dates"):
    Doc.set_extension("dates", default=())


@Language.factory("dates", default_config={"lexicon": ""})
def make_dates(nlp: Language, name: str, lexicon: str) -> DateFinder:
    """Make the component of a pipeline; a language without forms of its own takes its `lexicon`'s names of days."""
    own = nlp.lang in FORMS or not lexicon
    return DateFinder(nlp.lang or "", None if own else calendar_of(lexicons.load(Path(lexicon)).sections["dates"]))


class DateFinder:
    """Puts (start, end) code points into ``doc._.dates``."""

    def __init__(self, language: str, calendar: Calendar | None = None) -> None:
        self._calendar = calendar
        self._form = calendar.form if calendar is not None else FORMS.get(language, FORMS["en"])

    def __call__(self, doc: Doc) -> Doc:
        """Find the dates of `doc`."""
        text = words_of(doc).content
        found = [match.span("date") for match in self._form.finditer(text)]
        doc._.dates = tuple(found)
        doc.user_data["calendar"] = self._calendar
        return doc


def dated(doc: Doc, published: date | None) -> Iterator[tuple[int, int, When | None, float]]:
    """Yield (start, end, when, confidence) of the dates of `doc`; `when` is None where nothing settles it."""
    text, language = words_of(doc).content, doc.lang_
    named: Calendar | None = doc.user_data.get("calendar")
    told: list[When | None] = []
    last = 0
    for start, end in doc._.dates:
        if named is not None:
            when = named.settle(text[start:end], published)
        elif is_later(text[start:end]):
            when = settle_later(text[start:end], told, published)
        else:
            when = settle(text[start:end], published, language, text[max(last, start - _BEFORE) : start])
        told.append(when)
        last = end
        yield start, end, when, _SURE if when else _UNSETTLED


def settle(words: str, published: date | None, language: str, before: str = "") -> When | None:
    """Return the days `words` mean, seen from the day of publication; `before` are the words in front of them.

    A weekday is the last one up to that day, UCDP's three weeks stand for "letzten Wochen"; without a day of
    publication only dates with a year are settled.
    """
    when = _settle(words, published, language, fold(before))
    if when is None or published is None or when.start > published or not _SINCE.search(fold(before)):
        return when
    since = stretch(when.start, published)
    return replace(since, precision=max(since.precision, when.precision))


def _settle(words: str, published: date | None, language: str, before: str) -> When | None:
    """Settle words as they stand."""
    folded = fold(words)
    absolute = _year(folded) or _month_of_year(folded)
    if absolute is not None:
        return absolute
    several = settle_range(folded, published, lambda day: _settle(day, published, language, ""))
    if several is not None or is_stretch(folded):
        return several
    if published is None:
        return _calendar(words, published, language)
    return (
        _weekday(folded, published, before)
        or _days(folded, published)
        or _last(folded, published)
        or _back(folded, published)
        or _month(folded, published)
        or _calendar(words, published, language)
    )


def _year(folded: str) -> When | None:
    match = YEAR.fullmatch(folded)
    return When(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31), 5) if match else None


def _month_of_year(folded: str) -> When | None:
    match = MONTH.fullmatch(folded)
    return _whole_month(int(match["year"]), MONTHS[match["month"]], match["part"]) if match and match["year"] else None


def _month(folded: str, published: date) -> When | None:
    """Settle a month without its year: the last one that has begun."""
    match = MONTH.fullmatch(folded)
    if match is None:
        return None
    month = MONTHS[match["month"]]
    return _whole_month(published.year - (month > published.month), month, match["part"])


def _whole_month(year: int, month: int, part: str | None) -> When:
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = PARTS_OF_MONTH.get(part or "", (1, last))
    return When(date(year, month, first_day), date(year, month, min(last_day, last)), 4)


def _weekday(folded: str, published: date, before: str) -> When | None:
    match = WEEKDAY.fullmatch(folded)
    if match is None:
        return None
    wanted = WEEKDAYS[match["weekday"]]
    if re.search(r"(nachst|kommend)\w*\s$|next\s$", before) or re.match(r"nachst|kommend|next", folded):
        day = published + timedelta((wanted - published.weekday() - 1) % 7 + 1)
    else:
        day = published - timedelta((published.weekday() - wanted) % 7)
        if day == published and re.search(r"(letzt|vergangen|vorig)\w*\s$|last\s$", before):
            day -= timedelta(7)
    return When(day, day, 1)


def _days(folded: str, published: date) -> When | None:
    if folded not in RELATIVE_DAYS:
        return None
    day = published + timedelta(RELATIVE_DAYS[folded])
    return When(day, day, 1)


def _last(folded: str, published: date) -> When | None:
    """Settle "vergangene Woche" and "in den letzten Jahren": plural units go back three of them."""
    match = LAST_UNIT.fullmatch(folded)
    if match is None:
        return None
    unit = next(key for key in ("day", "week", "month", "year") if match[key])
    many = match["count"] is not None or match["plural"] is not None
    count = number_of(match["count"]) if match["count"] else 3 if many else 1
    yesterday = published - timedelta(1)
    if many:
        return When(published - timedelta(_DAYS_OF[unit] * count), yesterday, _precision(unit, count))
    return _unit_before(unit, published)


def _precision(unit: str, count: int) -> int:
    """Return the precision of the last `count` units: a few days, weeks, or longer."""
    if unit == "day":
        return 2 if count < _WEEK else 3
    return 3 if unit == "week" else 5


def _unit_before(unit: str, published: date) -> When:
    """Return the whole week, month or year before the one of `published`."""
    if unit == "week":
        monday = published - timedelta(published.weekday() + 7)
        return When(monday, monday + timedelta(6), 3)
    if unit == "month":
        last = published.replace(day=1) - timedelta(1)
        return _whole_month(last.year, last.month, None)
    if unit == "year":
        return When(date(published.year - 1, 1, 1), date(published.year - 1, 12, 31), 5)
    return When(published - timedelta(1), published - timedelta(1), 1)


def _back(folded: str, published: date) -> When | None:
    """Settle "vor drei Tagen" and "two weeks ago"."""
    match = BACK.fullmatch(folded)
    if match is None:
        return None
    count = number_of(match["count"] or match["count_en"])
    unit = next(key for key in ("day", "week", "month", "year") if match[key] or match[f"{key}_en"])
    day = published - timedelta(_DAYS_OF[unit] * count)
    return When(day, day, {"day": 1, "week": 2, "month": 4, "year": 5}[unit])


def _calendar(words: str, published: date | None, language: str) -> When | None:
    """Settle a day of the calendar with dateparser; without its year it is the last one up to the publication."""
    if not any(letter.isdigit() for letter in words):
        return None
    base = published or date(2000, 1, 1)
    settings = {
        "RELATIVE_BASE": datetime.combine(base, time.min),
        "PREFER_DATES_FROM": "past",
        "REQUIRE_PARTS": ["day", "month"] if published else ["day", "month", "year"],
        "DATE_ORDER": "DMY",
        "PARSERS": ["absolute-time"],
    }
    locale = language if language in FORMS else "en"
    parsed = DateDataParser(languages=[locale], settings=settings).get_date_data(_tidy(words)).date_obj
    if parsed is None:
        return None
    day = parsed.date()
    return When(day, day, 1)


def _tidy(words: str) -> str:
    """Take off what dateparser stumbles over: the full stop of "27. November" and a time of day."""
    return re.sub(r"(\d{1,2})(?:\.|st|nd|rd|th)(?=\s+[^\W\d])", r"\1", words)
