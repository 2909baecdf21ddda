"""The words in which the window speaks of acts and labels."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from workbench.model.circumstance import When
from workbench.model.mention import Label
from workbench.model.reason import Reason

ACTS = {
    "accept": "accept",
    "reject": "reject",
    "relabel": "label of",
    "link": "link of",
    "resize": "borders of",
    "add_mention": "new mention",
    "delete": "delete",
    "add_claim": "new claim",
    "edit_number": "number of",
    "edit_effect": "effect of",
    "edit_side": "side of",
    "edit_actor": "who of",
    "edit_origin": "origin of",
    "edit_category": "category of",
    "edit_note": "note on",
    "resize_number": "number’s words of",
    "resize_victims": "victims’ words of",
    "resize_attribution": "source’s words of",
    "resize_effect": "effect’s words of",
    "resize_evidence": "evidence of",
    "relate": "relation of",
    "change_relation": "relation changed of",
    "unrelate": "relation taken from",
    "move_claim": "incident of",
    "merge_incidents": "merge",
    "merge_case": "merge of the case",
    "decline_merge": "not one event:",
    "propose_again": "propose again:",
    "split_incident": "split",
    "move_claims": "move claims to",
    "rename_incident": "title of",
    "tell_as_whole": "told as a whole or as one event:",
    "mark_copy": "copy:",
    "no_copy": "no copy:",
    "set_method": "method:",
    "assess": "assessment of",
    "override": "figure set by hand:",
    "withdraw_override": "figure reckoned again:",
    "read_own": "own reading of",
    "set_state": "state of",
    "edit_details": "details of",
    "edit_side_of_actor": "side of",
    "rename_side": "name of the side",
    "import": "import",
    "remove": "remove",
    "extract": "reading of",
    "teach": "the same for all",
    "choose_conflict": "sides of",
    "create_case": "new case",
    "copy_registers": "actors, sources and sides from the register",
}
REASONS = {
    Reason.MISREAD: "the machine misread it",
    Reason.MISTRANSLATED: "mistranslated",
    Reason.NO_CASUALTIES: "it tells of no casualties",
    Reason.TOLD_TWICE: "told twice",
    Reason.OTHER_EVENT: "another event",
    Reason.OTHER_PEOPLE: "other people",
    Reason.BETTER_SOURCE: "a better source",
    Reason.RULE: "a rule of the project",
    Reason.OTHER: "another reason",
}
_LONGEST = 44


def quoted(about: str, most: int = _LONGEST) -> str:
    """Return `about` in guillemets, shortened to at most so many letters, which by default fit a menu."""
    about = " ".join(about.split())
    return f"«{about if len(about) <= most else about[: most - 1] + '…'}»"


def act_words(act: str, about: str = "", most: int = _LONGEST) -> str:
    """Return an act and what it concerned as words: accept «37 Mitglieder»."""
    words = ACTS.get(act, act.replace("_", " "))
    return f"{words} {quoted(about, most)}" if about else words


def why_words(reason: str | None, note: str) -> str:
    """Return why something was done: the reason's words, and the note; a code that is not known as it stands."""
    known = REASONS.get(Reason(reason), reason) if reason in list(Reason) else reason
    return " · ".join(part for part in (known or "", " ".join(note.split())) if part)


def label_words(label: Label) -> str:
    """Return a label's name in lower case words."""
    return {Label.GPE: "country, town", Label.LOC: "area", Label.NORP: "people", Label.ORG: "organisation"}.get(
        label, label.value.replace("_", " ").lower()
    )


def count_words(count: int, thing: str) -> str:
    """Return a count with its thing, in the plural where it is one: 2 articles."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def day_words(day: date | None) -> str:
    """Return a day in the locale's words, or that it is not known."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy") if day else "date unknown"


def days_words(when: When) -> str:
    """Return a range of days in the locale's words, one day once: 27 Nov 2024 – 2 Dec 2024."""
    start, end = day_words(when.start), day_words(when.end)
    return start if start == end else f"{start} – {end}"


def clock_words(utc: str, *, with_day: bool = False) -> str:
    """Return a journal's time (UTC, ISO 8601) in local time, to the second."""
    local = datetime.fromisoformat(utc).astimezone()
    time = local.strftime("%H:%M:%S")
    return f"{day_words(local.date())}, {time}" if with_day else time


def language_words(code: str) -> str:
    """Return the name of a language, or its code where it has none."""
    language = QLocale.codeToLanguage(code)
    known = language not in (QLocale.Language.AnyLanguage, QLocale.Language.C)
    return QLocale.languageToString(language) if known else code
