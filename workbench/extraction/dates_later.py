"""Dates told from another: two days later, on the day after, the day before, in the early morning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from workbench.extraction.dates_forms import COUNT_DE, COUNT_EN, number_of
from workbench.extraction.names_fold import fold
from workbench.model.circumstance import When

#: So many dates back another may be counted from; only one this fine is.
_BACK, _FINE = 6, 2
_DAYS_OF = {"tag": 1, "day": 1, "woch": 7, "week": 7}

#: Dates told from another, by language.
LATER = {
    "de": (
        rf"(?i:{COUNT_DE})\s(?:Tage?|Wochen?)\s(?:später|danach|darauf|zuvor|davor)",
        r"(?<=[Aa]m\s)(?:Tag\s(?:darauf|danach|zuvor|davor)|(?:nächsten|folgenden)\sTag|Folgetag|Vortag|[sg]\w+n\sTag)",
        r"[Tt]ags\s(?:darauf|danach|zuvor)",
        (
            r"(?<=[Aa]m\s)(?:(?:frühen|späten)\s)?(?:Morgen|Vormittag|Mittag|Nachmittag|Abend)"
            r"(?![^\W\d_]|\sdes\s|\svo[mr]\s|\szuvor)"
        ),
    ),
    "en": (
        rf"(?i:{COUNT_EN})\s(?:days?|weeks?)\s(?:later|earlier|after(?:wards)?(?=[,.])|before(?=[,.]))",
        r"(?i:the)\s(?:next|following|previous|same)\sday(?!s)|(?i:the)\sday\s(?:after|before)(?=[,.])",
    ),
}

_WAY = r"(?P<way>spater|danach|darauf|zuvor|davor|later|earlier|after(?:wards)?|before)"
_COUNTED = re.compile(rf"(?P<count>{fold(COUNT_DE)}|{COUNT_EN})\s(?P<unit>tag|woch|day|week)\w*\s{_WAY}")
_DAY_BY_WAY = re.compile(
    r"(?P<on>tags?\sda(?:rauf|nach)|(?:nachsten|folgenden)\stag|folgetag|the\s(?:next|following)\sday|the\sday\safter)"
    r"|(?P<back>tags?\s(?:zuvor|davor)|vortag|the\sprevious\sday|the\sday\sbefore)"
    r"|(?P<same>(?:selben|gleichen)\stag|the\ssame\sday)"
    r"|(?P<part>(?:(?:fruhen|spaten)\s)?(?:morgen|vormittag|mittag|nachmittag|abend))"
)
_BACKWARDS = ("earlier", "before", "zuvor", "davor")


def is_later(words: str) -> bool:
    """Tell whether words are told from another date."""
    return _distance(fold(words)) is not None


def settle_later(words: str, before: Sequence[When | None], published: date | None) -> When | None:
    """Return the day `words` mean, counted from the last day told that puts it not after the publication.

    A part of the day alone (am frühen Morgen) belongs to the day of publication where no day was told.
    """
    folded = fold(words)
    distance = _distance(folded)
    if distance is None:
        return None
    for when in reversed(before[-_BACK:]):
        if when is None or when.precision > _FINE:
            continue
        day = (when.start if distance < 0 else when.end) + timedelta(distance)
        if published is None or day <= published:
            return When(day, day, 1)
    match = _DAY_BY_WAY.fullmatch(folded)
    alone = match is not None and match["part"] is not None and not before
    return When(published, published, 1) if alone and published is not None else None


def _distance(folded: str) -> int | None:
    """Return how many days lie between, below zero for back."""
    counted = _COUNTED.fullmatch(folded)
    if counted is not None:
        days = number_of(counted["count"]) * _DAYS_OF[counted["unit"]]
        return -days if counted["way"] in _BACKWARDS else days
    match = _DAY_BY_WAY.fullmatch(folded)
    if match is None:
        return None
    return 1 if match["on"] else -1 if match["back"] else 0
