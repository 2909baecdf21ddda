"""The parts of a bar, where the claims behind it say them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.charts.background import Background, short_name
from workbench.model.claim import Category, Claim, RelationType
from workbench.model.figure import Figure
from workbench.reckoning.totals import Amount


class Stack(StrEnum):
    """What the bars by side are parted by; `ACTOR` takes the category where actors do not add up."""

    ACTOR = "actor"
    CATEGORY = "category"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: `value` people of one actor, category or side, and the claims that say so.

    `colour` is an RGB hex string; where it is empty the part wears a shade of the bar's. `words` say all of it in one
    line; where they are empty the label suffices. A `vague` part is only the least there are, or what a
    belligerent alone claims.
    """

    label: str
    value: int
    claims: tuple[int, ...]
    colour: str = ""
    words: str = ""
    vague: bool = False


def segments(
    figures: Sequence[Figure], amount: Amount, background: Background, by: Stack = Stack.ACTOR
) -> tuple[Segment, ...]:
    """Return the bar's parts by actor, else by category; none where they do not add up to what is known."""
    if by is Stack.CATEGORY:
        return _adding_up(_by_category(figures, background), amount)
    ids = dict.fromkeys(id_ for figure in figures for id_ in figure.used)
    used = [background.claims[id_] for id_ in ids if id_ in background.claims]
    claimed = {id_ for figure in figures if figure.claimed for id_ in figure.used}
    actors = _adding_up(_by_actor(_whole(used), claimed, background), amount)
    return actors or _adding_up(_by_category(figures, background), amount)


def _adding_up(parts: tuple[Segment, ...], amount: Amount) -> tuple[Segment, ...]:
    """Return parts, or none where they are not several or do not add up."""
    return parts if len(parts) > 1 and sum(part.value for part in parts) == amount.known else ()


def _whole(claims: Sequence[Claim]) -> list[Claim]:
    """Return the counted claims without those that are a part of another one."""
    ids = {claim.id for claim in claims}
    return [claim for claim in claims if not claim.relations or ids.isdisjoint(claim.related(RelationType.SUBSET_OF))]


def _by_actor(claims: Iterable[Claim], claimed: Collection[int], background: Background) -> tuple[Segment, ...]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if not claim.quantity.unquantified:
            groups[claim.actor or ""].append(claim)
    if any(claim.quantity.best is None for group in groups.values() for claim in group):
        return ()
    return tuple(
        Segment(
            _actor_words(actor, background),
            _best(group),
            tuple(claim.id for claim in group),
            vague=all(claim.id in claimed for claim in group),
        )
        for actor, group in groups.items()
    )


def _actor_words(actor: str, background: Background) -> str:
    known = background.actors.get(actor)
    return short_name(known) if known else actor or background.phrases("others")


def _best(claims: Iterable[Claim]) -> int:
    return sum(claim.quantity.best or 0 for claim in claims)


def _by_category(figures: Sequence[Figure], background: Background) -> tuple[Segment, ...]:
    groups: dict[Category, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.best is not None:
            groups[figure.category or Category.UNSPECIFIED].append(figure)
    return tuple(
        Segment(
            background.phrases.category(category),
            sum(figure.best or 0 for figure in group),
            tuple(claim for figure in group for claim in figure.used),
        )
        for category, group in groups.items()
    )
