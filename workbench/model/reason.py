"""Why an analyst did something, as a code that can be counted."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """The reason for an act; what it does not say is said by the note."""

    MISREAD = "misread"
    MISTRANSLATED = "mistranslated"
    NO_CASUALTIES = "no_casualties"
    TOLD_TWICE = "told_twice"
    OTHER_EVENT = "other_event"
    OTHER_PEOPLE = "other_people"
    BETTER_SOURCE = "better_source"
    RULE = "rule"
    OTHER = "other"
