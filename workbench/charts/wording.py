"""The words on a chart: titles, labels and the lines beneath."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from workbench.charts.background import Background
from workbench.model.circumstance import When
from workbench.model.claim import Category, Effect, Scope
from workbench.model.figure import Figure, Unused
from workbench.reckoning.totals import Amount, add
from workbench.reckoning.words import amount_words
from workbench.wording import bounds_words, category_words, effect_words, people

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_COMBATANTS = {Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.COMBATANT_MIXED}
_NAMED_ORIGINS = 3
_NAMED_UNUSED = 3
_NAMED_REASONS = 4


def effect_title(effect: Effect) -> str:
    """Return an effect's name as a heading."""
    return effect_words(effect).capitalize()


def people_words(figures: Sequence[Figure]) -> str:
    """Return all figures in one line: "97 combatants, and civilians whose number nobody gives"."""
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[_people(figure.category)].append(figure)
    phrases = [_group_words(them, add(group)) for them, group in groups.items()]
    phrases.sort(key=lambda phrase: "nobody" in phrase)
    if not phrases:
        return "No claim speaks of it"
    line = phrases[0] if len(phrases) == 1 else ", ".join(phrases[:-1]) + ", and " + phrases[-1]
    return line[0].upper() + line[1:]


def _people(category: Category | None) -> str:
    broad = (category or Category.UNSPECIFIED).broad
    if broad is Category.UNSPECIFIED:
        return "people"
    return "combatants" if broad in _COMBATANTS else category_words(broad)


def _group_words(them: str, amount: Amount) -> str:
    amount = replace(amount, by_hand=0)
    if not amount.unquantified:
        one = amount.low == amount.high == 1
        words = bounds_words(amount.low, amount.high) if amount.best is None else amount_words(amount)
        return f"{words} {_SINGULAR.get(them, them) if one else them}"
    if amount.known is None:
        return f"{them} whose number nobody gives"
    return f"{people(amount.known)} {them} and others uncounted"


_SINGULAR = {"combatants": "combatant", "civilians": "civilian", "people": "person", "perpetrators": "perpetrator"}


def caption(
    figures: Sequence[Figure], apart: Sequence[Unused], background: Background, incident: int | None
) -> tuple[str, ...]:
    """Return the lines beneath: when, where, convention, origins; then what was left out, for four reasons at most.

    `apart` are claims left out that bear on no figure.
    """
    events = [figure for figure in figures if figure.scope is Scope.EVENT]
    used = {claim for figure in events for claim in figure.used}
    place = _place_line({figure.incident for figure in events} | ({incident} if incident else set()), background)
    about = " · ".join(filter(None, (place, f"convention: {background.convention}", _origin_words(used, background))))
    return tuple(
        filter(
            None,
            (
                about,
                _unused_line([u for f in events for u in f.not_used] + [*apart], used, background),
                _apart_line(figures),
            ),
        )
    )


def _place_line(incidents: Iterable[int], background: Background) -> str:
    known = [background.incidents[id_] for id_ in sorted(incidents) if id_ in background.incidents]
    when = [incident.when for incident in known if incident.when]
    days = when_words(_span_of(when)) if when else "date unknown"
    if len(known) == 1:
        return ", ".join(filter(None, (days, known[0].where.name if known[0].where else "")))
    return f"{len(known)} incidents, {days}" if known else ""


def _span_of(when: Sequence[When]) -> When:
    return When(min(w.start for w in when), max(w.end for w in when), max(w.precision for w in when))


def when_words(when: When) -> str:
    """Return a range of days: "27 November 2024", "27 November 2024 – 2 December 2024"."""
    start, end = day_words(when.start), day_words(when.end)
    return start if start == end else f"{start} – {end}"


def day_words(day: date) -> str:
    """Return a day in full."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _origin_words(used: Iterable[int], background: Background) -> str:
    names = background.origins(sorted(used))
    if not names:
        return ""
    shown = ", ".join(names[:_NAMED_ORIGINS]) + (" …" if len(names) > _NAMED_ORIGINS else "")
    return f"one origin ({shown})" if len(names) == 1 else f"{len(names)} origins ({shown})"


def _unused_line(unused: Iterable[Unused], used: set[int], background: Background) -> str:
    """Name the claims left out by reason; one that another bar uses, or that its note tells, is not left out."""
    left = {one.claim: one for one in unused if one.claim not in used and not background.is_part(one.claim, used)}
    if not left:
        return ""
    reasons = _by_reason(left.values())
    named = [_reason_words(why, group, background) for why, group in reasons[:_NAMED_REASONS]]
    more = sum(len(group) for _, group in reasons[_NAMED_REASONS:])
    return "not used: " + "; ".join([*named, f"and {more} more"] if more else named)


def _by_reason(unused: Iterable[Unused]) -> list[tuple[str, list[Unused]]]:
    groups: dict[str, list[Unused]] = defaultdict(list)
    for one in unused:
        groups[one.why.rstrip(".")].append(one)
    return list(groups.items())


def _reason_words(why: str, unused: Sequence[Unused], background: Background) -> str:
    if why.startswith(("“", "«", "„")):
        return why
    words = [f"«{background.words(one.claim)}»" for one in unused[:_NAMED_UNUSED]]
    more = f" and {len(unused) - _NAMED_UNUSED} more" if len(unused) > _NAMED_UNUSED else ""
    return f"{', '.join(words)}{more} ({why})"


def _apart_line(figures: Iterable[Figure]) -> str:
    apart = [figure for figure in figures if figure.scope is not Scope.EVENT]
    if not apart:
        return ""
    count = "one figure" if len(apart) == 1 else f"{len(apart)} figures"
    return f"kept apart: {count} of a running toll or of the past"
