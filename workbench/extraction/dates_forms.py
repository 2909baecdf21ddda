"""How dates are written in German and English news."""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar janner january jan",
            "februar february feb",
            "marz maerz march mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october oct okt",
            "november nov",
            "dezember december dec dez",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "montag monday",
            "dienstag tuesday",
            "mittwoch wednesday",
            "donnerstag thursday",
            "freitag friday",
            "samstag sonnabend saturday",
            "sonntag sunday",
        )
    )
    for name in names.split()
}
PARTS_DE = ("fruh", "morgen", "vormittag", "mittag", "nachmittag", "abend")
RELATIVE_DAYS = {
    "heute": 0,
    "gestern": -1,
    "vorgestern": -2,
    "morgen": 1,
    "today": 0,
    "yesterday": -1,
    "tonight": 0,
    "the day before yesterday": -2,
    "last night": -1,
    **{f"this {part}": 0 for part in ("morning", "afternoon", "evening")},
    **{f"yesterday {part}": -1 for part in ("morning", "afternoon", "evening")},
    **{f"{day} {part}": back for day, back in (("heute", 0), ("gestern", -1), ("vorgestern", -2)) for part in PARTS_DE},
    "gestern nacht": -1,
}
#: First and last day of what is called the start, middle or end of a month.
PARTS_OF_MONTH = {
    "anfang": (1, 10),
    "early": (1, 10),
    "mitte": (11, 20),
    "mid": (11, 20),
    "ende": (21, 31),
    "late": (21, 31),
}

#: From two on, folded.
SMALL_NUMBERS = (
    ("zwei", "two"),
    ("drei", "three"),
    ("vier", "four"),
    ("funf", "five"),
    ("sechs", "six"),
    ("sieben", "seven"),
    ("acht", "eight"),
    ("neun", "nine"),
    ("zehn", "ten"),
    ("elf", "eleven"),
    ("zwolf", "twelve"),
)

_DAY_DE = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
_DAY_EN = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTH_DE = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_MONTH_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
_TIME_DE = "vormittag|nachmittag|mittag|abend|morgen|nacht"
_TIME_EN = "morning|afternoon|evening|night"
#: How many days, weeks or months, as written.
COUNT_DE = r"\d{1,3}|ein(?:e[mnr]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
COUNT_EN = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_YEAR_NUMBER = r"(?:19|20)\d\d"

# A number from 1900 to 2099 before one of these is no year.
_COUNTED_DE = (
    r"\s+(?:[a-zäöü]+e[nr]?\s+)?(?:Menschen|Soldaten|Kämpfer|Zivilisten|Tote|Personen|Euro|Dollar|Kilometer|Meter|Mann"
    r"|Raketen|Drohnen|Familien|Tonnen|Verletzte|Opfer|Häuser|Flüchtlinge|Granaten|Prozent)"
)
_COUNTED_EN = r"\s+(?:people|soldiers|fighters|civilians|homes|families|miles|metres|meters|rockets|shells)"

#: Single days, months and years in German and English.
SINGLE_DE = (
    rf"\d{{1,2}}\.\s?(?:{_MONTH_DE})(?:\s{_YEAR_NUMBER})?",
    rf"\d{{1,2}}\.\d{{1,2}}\.{_YEAR_NUMBER}",
    rf"{_YEAR_NUMBER}-\d\d-\d\d",
    rf"(?:(?:Anfang|Mitte|Ende)\s)?(?:{_MONTH_DE})\s{_YEAR_NUMBER}",
    rf"(?:Anfang|Mitte|Ende)\s(?:{_MONTH_DE})",
    rf"(?<=[Ii]m\s)(?:{_MONTH_DE})|(?<=[Ss]eit\s)(?:{_MONTH_DE})",
    rf"(?:{_DAY_DE})(?:{_TIME_DE}|\sfrüh)?",
    r"(?:[Vv]orgestern|[Gg]estern|(?<![\w-])[Hh]eute)(?:\s(?:früh|Morgen|Vormittag|Mittag|Nachmittag|Abend))?",
    rf"(?i:letzte|vergangene|vorige)[nrs]?\s(?:(?:{COUNT_DE})\s)?(?:Tage?n?|Wochen?|Monate?n?|Jahr(?:e|en|es)?)",
    rf"[Vv]or\s(?:{COUNT_DE})\s(?:Tagen|Tag|Wochen?|Monat(?:en)?|Jahr(?:en)?)",
    rf"(?<![\d.,-])(?<![Aa]uf\s)(?<![Bb]is\szu\s)(?:{_YEAR_NUMBER})(?![\d-]|[.,]\d|{_COUNTED_DE})",
)
SINGLE_EN = (
    rf"(?:{_MONTH_EN})\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s{_YEAR_NUMBER})?(?!\d)",
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTH_EN})(?:,?\s{_YEAR_NUMBER})?",
    rf"{_YEAR_NUMBER}-\d\d-\d\d",
    rf"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-])?(?:{_MONTH_EN})\s{_YEAR_NUMBER}",
    rf"(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-](?:{_MONTH_EN})",
    rf"(?<=[Ii]n\s)(?:{_MONTH_EN})|(?<=[Ss]ince\s)(?:{_MONTH_EN})",
    rf"(?:{_DAY_EN})(?:\s(?:{_TIME_EN}))?",
    (
        r"(?i:the\sday\sbefore\syesterday|last\snight|this\s(?:morning|afternoon|evening))"
        r"|[Yy]esterday(?:\s(?:morning|afternoon|evening))?|[Tt]oday|[Tt]onight"
    ),
    rf"(?i:last|past|previous)\s(?:(?:{COUNT_EN})\s)?(?:days?|weeks?|months?|years?)|recent\s(?:days|weeks|months|years)",
    rf"(?i:{COUNT_EN})\s(?:days?|weeks?|months?|years?)\sago",
    (
        rf"(?<![\d.,$€£-])(?:(?<=[Ii]n\s)|(?<=[Ss]ince\s)|(?<=[Dd]uring\s)|(?<=[Uu]ntil\s))(?:{_YEAR_NUMBER})"
        rf"(?![\d-]|[.,]\d|{_COUNTED_EN})"
    ),
)


# What follows reads folded words: lower case, without accents, ss for ß.
_FOLDED_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_FOLDED_COUNT = r"\d{1,3}|ein(?:e[mnr]?)?|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf"
YEAR = re.compile(rf"({_YEAR_NUMBER})")
MONTH = re.compile(
    rf"(?:(?P<part>{'|'.join(PARTS_OF_MONTH)})[\s-])?(?P<month>{_FOLDED_MONTH})(?:\s(?P<year>{_YEAR_NUMBER}))?"
)
WEEKDAY = re.compile(rf"(?P<weekday>{'|'.join(WEEKDAYS)})(?:{_TIME_DE}|\sfruh|\s(?:{_TIME_EN}))?")
_UNITS = (
    r"(?:(?P<day>tage?n?|days?)|(?P<week>wochen?|weeks?)|(?P<month>monate?n?|months?)"
    r"|(?P<year>jahr(?:e|en|es)?|years?))"
)
LAST_UNIT = re.compile(
    rf"(?:(?:letzte|vergangene|vorige)[nrs]?|last|past|previous|recent)\s"
    rf"(?:(?P<count>{_FOLDED_COUNT}|{COUNT_EN})\s)?"
    rf"(?P<plural>(?=tagen?$|tage$|wochen$|monate|jahren$|jahre$|days$|weeks$|months$|years$))?{_UNITS}"
)
_AGO = r"(?:(?P<day_en>days?)|(?P<week_en>weeks?)|(?P<month_en>months?)|(?P<year_en>years?))\sago"
BACK = re.compile(rf"vor\s(?P<count>{_FOLDED_COUNT})\s{_UNITS}|(?P<count_en>{COUNT_EN})\s{_AGO}")

_NUMBERS = {
    **dict.fromkeys(("ein", "eine", "einem", "einen", "einer", "a", "an", "one"), 1),
    **{word: number for number, words in enumerate(SMALL_NUMBERS, 2) for word in words},
}


def number_of(folded: str) -> int:
    """Return how many a folded count means."""
    return int(folded) if folded.isdigit() else _NUMBERS[folded]
