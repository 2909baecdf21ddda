"""Stretches of days: from Monday to Wednesday, the night to Thursday, the weekend, this week, the past 24 hours."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from workbench.extraction.dates_forms import MONTHS, WEEKDAYS
from workbench.model.circumstance import When

#: Longest stretch, in days, of each precision from 1 on; what is longer has the last one, 5.
_LONGEST = (1, 6, 7, 31)
_SATURDAY = 5
_HOURS = 24

_DAYS = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
_DAYS_EN = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_MONTHS_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEAR = r"(?:19|20)\d\d"
_PART = "(?:vormittag|nachmittag|mittag|abend|morgen|nacht)?"
_PART_EN = r"(?:\s(?:morning|afternoon|evening|night))?"
_DASH = r"\s?[–—-]\s?"

_WEEKDAY, _WEEKDAY_EN = rf"(?:{_DAYS}){_PART}", rf"(?:{_DAYS_EN}){_PART_EN}"
_DATE = rf"\d{{1,2}}\.\s?(?:{_MONTHS})(?:\s{_YEAR})?"
_DATE_EN = rf"\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS_EN})(?:,?\s{_YEAR})?"
_DATE_US = rf"(?:{_MONTHS_EN})\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s{_YEAR})?"
_FIRST = rf"\d{{1,2}}\.(?:\s?(?:{_MONTHS})(?:\s{_YEAR})?)?"
_FIRST_EN = rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s(?:{_MONTHS_EN})(?:,?\s{_YEAR})?)?"
_UP_TO = rf"(?:\s(?:bis(?:\szum)?|und(?:\sdem)?)\s|{_DASH}|/)"
_ONTO = r"(?:\sauf(?:\sden)?\s|/)"
_TO = rf"(?:\s(?:to|until|till|through|into)\s(?:the\s)?|{_DASH}|/)"
_TO_OR_AND = rf"(?:\s(?:to|until|till|through|into|and)\s(?:the\s)?|{_DASH}|/)"

#: Stretches of days, longer forms before what they hold.
RANGES = {
    "de": (
        rf"Nacht\s(?:vo[nm]\s|des\s)?(?:{_WEEKDAY}|{_FIRST}){_ONTO}(?:{_WEEKDAY}|{_DATE})",
        rf"Nacht\s(?:zu[mr]?|auf)\s(?:den\s)?(?:{_WEEKDAY}|{_DATE}|heute|gestern)",
        rf"{_WEEKDAY}{_UP_TO}{_WEEKDAY}|(?<=[Vv]on\s){_WEEKDAY}\sauf\s{_WEEKDAY}",
        rf"{_FIRST}{_UP_TO}{_DATE}",
        r"(?i:letzte|vergangene|vorige)[nrs]?\sWochenende|(?<=[Aa]m\s)Wochenende|(?<=[Dd]em\s)Wochenende",
        r"(?:Anfang|Mitte|Ende)\s(?:der|dieser)\sWoche",
        r"(?i:letzte|vergangene)[nr]?\sNacht|(?i:über\sNacht|heute\sNacht)",
        r"(?:vergangene|letzte)n\s\d{1,3}\sStunden",
        r"(?i:diese[rmns]?)\s(?:Woche|Monat|Jahr)(?![a-zäöü])",
    ),
    "en": (
        rf"(?:(?i:night)\sof\s)?(?:{_DATE_US}|{_FIRST_EN}){_TO}(?:{_DATE_EN}|{_DATE_US})",
        rf"(?:(?i:night)\sof\s)?(?:{_MONTHS_EN})\s\d{{1,2}}{_TO}\d{{1,2}}(?![\d.,]\d|\d)(?:,?\s{_YEAR})?",
        (
            rf"(?<=[Bb]etween\s)(?:{_DATE_US}\sand\s(?:{_DATE_US}|\d{{1,2}}(?!\d))|{_FIRST_EN}\sand\s{_DATE_EN})"
            rf"|(?<=[Oo]n\s){_FIRST_EN}\sand\s{_DATE_EN}"
        ),
        rf"(?:(?i:night)\sof\s)?{_WEEKDAY_EN}{_TO_OR_AND}{_WEEKDAY_EN}",
        rf"(?i:overnight)\s(?:into|to)\s{_WEEKDAY_EN}|(?i:overnight)(?!\s(?:on\s|from\s)?(?:{_DAYS_EN}))",
        r"(?i:last|this\spast|past|this)\sweekend|(?<=[Tt]he\s)weekend",
        r"(?:last|past|previous)\s\d{1,3}\shours|(?<=[Tt]he\s)past\sday(?!s)",
        r"(?i:this)\s(?:week|month|year)(?![a-z])",
    ),
}

_NIGHT_TO = re.compile(r"(?:nacht\s(?:zu[mr]?|auf)\s(?:den\s)?|overnight\s(?:in)?to\s)(?P<day>.+)")
_TWO = re.compile(
    r"(?:nacht\s(?:vo[nm]\s|des\s)?|night\sof\s)?(?P<first>(?:\d{1,2}(?!\d)"
    rf"|{'|'.join((*WEEKDAYS, *MONTHS))}).*?)"
    r"(?:\s(?:bis|und|auf|to|until|till|through|into|and)\s(?:zum\s|dem\s|den\s|the\s)?|\s?[–—-]\s?|/)(?P<last>.+)"
)
_WEEKEND = re.compile(r"(?P<gone>\w+\s)?(?:wochenende|weekend)|this\spast\sweekend")
_OVERNIGHT = re.compile(r"overnight|uber\snacht|(?:heute|(?:letzte|vergangene)[nr]?)\snacht|past\sday")
_LAST_HOURS = re.compile(r"\w+\s(?P<hours>\d{1,3})\s(?:stunden|hours)")
#: The days of a week, from Monday, 0, that its start, middle and end mean.
_PARTS_OF_WEEK = {"anfang": (0, 1), "mitte": (2, 3), "ende": (4, 6)}
_PART_OF_WEEK = re.compile(r"(?P<part>anfang|mitte|ende)\s(?:der|dieser)\swoche")
_THIS = re.compile(r"(?:diese[rmns]?|this)\s(?:(?P<week>woche|week)|(?P<month>monat|month)|jahr|year)")
_BARE = re.compile(r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?(?:\s?(?P<month>[a-z]+))?(?:,?\s(?P<year>\d{4}))?")
_US = re.compile(r"(?P<month>[a-z]+)\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?P<year>\d{4}))?")
_NAMED = re.compile(rf"(?P<weekday>{'|'.join(WEEKDAYS)})")

#: Settles one day by its folded words.
One = Callable[[str], When | None]


def precision_of(first: date, last: date) -> int:
    """Return UCDP's precision of a stretch of days."""
    days = (last - first).days + 1
    return next((number for number, most in enumerate(_LONGEST, 1) if days <= most), len(_LONGEST) + 1)


def stretch(first: date, last: date) -> When:
    """Return the days from `first` to `last`."""
    return When(first, last, precision_of(first, last))


def is_stretch(folded: str) -> bool:
    """Tell whether folded words have two ends: no calendar reads them as one day."""
    return _TWO.fullmatch(folded) is not None


def settle_range(folded: str, published: date | None, one: One) -> When | None:
    """Return the stretch of days that folded words mean, None where they mean none; `one` settles a single day."""
    to = _NIGHT_TO.fullmatch(folded)
    if to is not None:
        last = one(to["day"])
        return stretch(last.start - timedelta(1), last.start) if last is not None else None
    return (_near(folded, published) if published is not None else None) or _two(folded, one)


def _near(folded: str, published: date) -> When | None:
    """Settle what is counted from the publication: the weekend, overnight, the past hours, this week."""
    weekend = _WEEKEND.fullmatch(folded)
    if weekend is not None:
        return _weekend(published, gone=weekend["gone"] not in (None, "this "))
    hours = _LAST_HOURS.fullmatch(folded)
    if hours is not None:
        return stretch(published - timedelta(-(-int(hours["hours"]) // _HOURS)), published)
    this = _THIS.fullmatch(folded)
    if this is not None:
        return _this(this, published)
    part = _PART_OF_WEEK.fullmatch(folded)
    if part is not None:
        return _part_of_week(*_PARTS_OF_WEEK[part["part"]], published)
    return stretch(published - timedelta(1), published) if _OVERNIGHT.fullmatch(folded) else None


def _weekend(published: date, *, gone: bool) -> When:
    """Return the last weekend that has begun; one that is `gone` is over."""
    saturday = published - timedelta((published.weekday() - _SATURDAY) % 7)
    if gone and published.weekday() >= _SATURDAY:
        saturday -= timedelta(7)
    return stretch(saturday, min(saturday + timedelta(1), published))


def _part_of_week(first: int, last: int, published: date) -> When:
    """Return the last days of a week, counted from Monday, that have begun."""
    day = published - timedelta((published.weekday() - first) % 7)
    return stretch(day, min(day + timedelta(last - first), published))


def _this(match: re.Match[str], published: date) -> When:
    """Return the week, month or year of the publication, up to it."""
    if match["week"]:
        return When(published - timedelta(published.weekday()), published, 3)
    first = published.replace(day=1) if match["month"] else date(published.year, 1, 1)
    return When(first, published, 4 if match["month"] else 5)


def _two(folded: str, one: One) -> When | None:
    """Settle two ends; the first takes the month and year it leaves out from the second, and lies before it."""
    match = _TWO.fullmatch(folded)
    if match is None:
        return None
    named = _NAMED.match(match["first"])
    last = one(_whole(match["first"], match["last"]))
    if last is None:
        return None
    first = _weekday_before(WEEKDAYS[named["weekday"]], last.start) if named else _day_before(match["first"], last)
    return stretch(first, last.start) if first is not None and first < last.start else None


def _whole(first: str, last: str) -> str:
    """Give a second end that is a bare day the month of the first: May 3 to 5."""
    month, bare = _US.fullmatch(first), _BARE.fullmatch(last)
    if month is None or bare is None or bare["month"]:
        return last
    year = bare["year"] or month["year"]
    return f"{month['month']} {bare['day']}" + (f" {year}" if year else "")


def _weekday_before(weekday: int, last: date) -> date:
    return last - timedelta((last.weekday() - weekday) % 7)


def _day_before(words: str, last: When) -> date | None:
    """Return the last day of that name before `last`, None where there is none such."""
    match = _US.fullmatch(words) or _BARE.fullmatch(words)
    if match is None or (match["month"] and match["month"] not in MONTHS):
        return None
    month = MONTHS[match["month"]] if match["month"] else last.start.month
    year = int(match["year"] or last.start.year)
    try:
        day = date(year, month, int(match["day"]))
        return day if match["year"] or day < last.start else date(year - 1, month, int(match["day"]))
    except ValueError:
        return None
