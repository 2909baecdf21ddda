"""The words on a chart: titles, labels and the lines beneath, in the chart's language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.charts.background import Background
from workbench.charts.by_hand import by_hand_line
from workbench.charts.phrases import Phrases, english
from workbench.model.circumstance import When
from workbench.model.claim import Category, Effect, Scope
from workbench.model.figure import Figure, Unused
from workbench.reckoning.totals import Amount, add
from workbench.reckoning.undecided import twice, warning

#: What a category is called where all who fight are one group.
_GROUPS = {
    Category.COMBATANT_STATE: "combatants",
    Category.COMBATANT_NONSTATE: "combatants",
    Category.COMBATANT_MIXED: "combatants",
    Category.CIVILIAN: "civilians",
    Category.PERPETRATOR: "perpetrators",
}
_NAMED_ORIGINS = 3
_NAMED_UNUSED = 3
_NAMED_REASONS = 4
#: What a line beneath a chart begins with that nobody may overlook.
WARNING = "⚠"
_QUOTES = ("“", "«", "„")


def effect_title(effect: Effect) -> str:
    """Return an effect's name as a heading, in English."""
    return english().title(effect)


def when_words(when: When) -> str:
    """Return a range of days in English: "27 November 2024", "27 November 2024 – 2 December 2024"."""
    return english().days(when)


def people_words(figures: Sequence[Figure], phrases: Phrases | None = None) -> str:
    """Return all figures in one line: "97 combatants, and civilians whose number nobody gives"; English by default."""
    phrases = phrases or english()
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[_GROUPS.get((figure.category or Category.UNSPECIFIED).broad, "people")].append(figure)
    amounts = sorted(((add(group), them) for them, group in groups.items()), key=lambda one: one[0].known is None)
    line = phrases.joined([_group_words(them, amount, phrases) for amount, them in amounts])
    return line[0].upper() + line[1:] if line else phrases("nobody_speaks")


def _group_words(them: str, amount: Amount, phrases: Phrases) -> str:
    said = _counted_words(them, replace(amount, by_hand=0, claimed=None), phrases)
    if amount.claimed is None:
        return said
    if amount.only_claimed:
        return phrases("all_claimed", counted=said)
    number = phrases.people(amount.claimed) if amount.claimed else phrases("some")
    return phrases("part_claimed", counted=said, number=number)


def _counted_words(them: str, amount: Amount, phrases: Phrases) -> str:
    if not amount.unquantified:
        one = amount.low == amount.high == 1
        number = phrases.bounds(amount.low, amount.high) if amount.best is None else phrases.amount(amount)
        return phrases("counted", number=number, them=phrases(f"{them}.one" if one else them))
    if amount.known is None:
        return phrases("uncounted", them=phrases(them))
    return phrases("and_others", number=phrases.people(amount.known), them=phrases(them))


def caption(
    figures: Sequence[Figure], apart: Sequence[Unused], background: Background, incident: int | None
) -> tuple[str, ...]:
    """Return the lines beneath: who may be counted twice, when, where, convention, origins, how many rest on one.

    Then what was left out, for four reasons at most. `apart` are claims left out that bear on no figure.
    """
    events = [figure for figure in figures if figure.scope is Scope.EVENT]
    used = {claim for figure in events for claim in figure.used}
    left_out = [unused for figure in events for unused in figure.not_used]
    lines = (
        twice_line(events, background),
        about_line({figure.incident for figure in events} | ({incident} if incident else set()), used, background),
        _single_origins(events, background.phrases),
        unused_line([*left_out, *apart], used, background),
        _apart_line(figures, background.phrases),
        by_hand_line(events, background),
    )
    return tuple(filter(None, lines))


def twice_line(figures: Iterable[Figure], background: Background) -> str:
    """Return the warning that people may be counted twice, where incidents may be one and nobody has decided."""
    said = warning(twice(figures, background.undecided), background.incidents)
    return f"{WARNING} {background.phrases.said(said)}" if said else ""


def about_line(incidents: Iterable[int], used: Iterable[int], background: Background) -> str:
    """Return when and where, the convention in force, and who stands behind the claims that are used."""
    phrases = background.phrases
    parts = (
        _place_line(incidents, background),
        phrases("convention", name=background.convention),
        _origins_line(background.origins(sorted(used)), phrases),
    )
    return " · ".join(filter(None, parts))


def _origins_line(origins: Sequence[str], phrases: Phrases) -> str:
    """Return how many origins there are, with the names of some; what names nobody cannot be counted."""
    named = [origin for origin in origins if origin != phrases("origin_not_stated")]
    if not named:
        return phrases("origin_not_stated") if origins else ""
    shown = ", ".join(named[:_NAMED_ORIGINS]) + (" …" if len(named) > _NAMED_ORIGINS else "")
    said = phrases.counted("origins", len(named), names=shown)
    return said if len(named) == len(origins) else phrases("origins_and_none", origins=said)


def _single_origins(figures: Sequence[Figure], phrases: Phrases) -> str:
    """Say how many of several figures rest on a single origin; of one figure the line above says it."""
    single = sum(figure.single_origin for figure in figures)
    return phrases.counted("single_origin", single, all=phrases.people(len(figures))) if single and figures[1:] else ""


def _place_line(incidents: Iterable[int], background: Background) -> str:
    known = [background.incidents[id_] for id_ in sorted(incidents) if id_ in background.incidents]
    when = [incident.when for incident in known if incident.when]
    days = background.phrases.days(_span_of(when) if when else None)
    if len(known) == 1:
        return ", ".join(filter(None, (days, background.phrases.place(known[0].where.name) if known[0].where else "")))
    return background.phrases.counted("incidents", len(known), days=days) if known else ""


def _span_of(when: Sequence[When]) -> When:
    return When(min(w.start for w in when), max(w.end for w in when), max(w.precision for w in when))


def unused_line(unused: Iterable[Unused], used: set[int], background: Background) -> str:
    """Name the claims left out by reason; one that another bar uses, or that its note tells, is not left out."""
    left = {one.claim: one for one in unused if one.claim not in used and not background.is_part(one.claim, used)}
    if not left:
        return ""
    reasons = _by_reason(left.values())
    named = [_reason_words(why, group, background) for why, group in reasons[:_NAMED_REASONS]]
    more = sum(len(group) for _, group in reasons[_NAMED_REASONS:])
    if more:
        named.append(background.phrases.counted("more", more))
    return background.phrases("not_used", reasons="; ".join(named))


def _by_reason(unused: Iterable[Unused]) -> list[tuple[str, list[Unused]]]:
    groups: dict[str, list[Unused]] = defaultdict(list)
    for one in unused:
        groups[one.why].append(one)
    return list(groups.items())


def _reason_words(why: str, unused: Sequence[Unused], background: Background) -> str:
    phrases = background.phrases
    said = phrases.said(why).rstrip(".")
    if said.startswith(_QUOTES):
        return said
    words = ", ".join(phrases("quote", words=background.words(one.claim)) for one in unused[:_NAMED_UNUSED])
    if len(unused) > _NAMED_UNUSED:
        words = phrases.counted("and_more", len(unused) - _NAMED_UNUSED, some=words)
    return phrases("not_used_for", claims=words, why=said)


def _apart_line(figures: Iterable[Figure], phrases: Phrases) -> str:
    apart = [figure for figure in figures if figure.scope is not Scope.EVENT]
    return phrases.counted("apart", len(apart)) if apart else ""
