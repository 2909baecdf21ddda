"""What each origin says of one figure, as rows of a chart: named, with its number, and why it counts or does not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from workbench.charts.background import Background, short_name
from workbench.colours import NEUTRAL
from workbench.model.actor import BOTH_SIDES, Side
from workbench.model.claim import Category, Claim, Effect, Scope
from workbench.model.figure import Figure, Unused
from workbench.reckoning.rivals import PARTISAN_NOTE
from workbench.reckoning.sides import in_order
from workbench.reckoning.totals import Amount, add
from workbench.reckoning.voices import Group, Voice, people_of

_T = TypeVar("_T")
#: Further apart than any two numbers lie.
_OPEN = 1 << 40
#: The words of a claim with which a reason begins.
_QUOTED = re.compile(r"^[“„«][^“”„«»]*[”“»]")


@dataclass(frozen=True, slots=True)
class OriginRow:
    """What one origin says of a figure's people, as its claims alone would be reckoned.

    `counts` tells whether the figure rests on it; where it does not, `state` says why, and `brief` the same without
    quoting. `about` names its interest and the outlets that carried it; `words` say all of it in one line. `not_used`
    are claims of the same origin that its own account leaves out, its earlier ones among them.
    """

    origin: str
    name: str
    interest: str
    outlets: tuple[str, ...]
    about: str
    amount: Amount
    label: str
    counts: bool
    state: str = ""
    brief: str = ""
    note: str = ""
    words: str = ""
    used: tuple[int, ...] = ()
    not_used: tuple[Unused, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """One figure of one incident and the accounts of it; `amount` is None where no account counts.

    `whose` people they are, and `name` with what happened to them; `about` names the incident, `when` its days. `rests`
    says on how many origins the figure rests, with its notes.
    """

    incident: int
    effect: Effect
    side: str | None
    whose: str
    name: str
    about: str
    when: str
    colour: str
    amount: Amount | None
    label: str
    rests: str
    words: str
    rows: tuple[OriginRow, ...]
    used: tuple[int, ...] = ()
    not_used: tuple[Unused, ...] = ()

    @property
    def counting(self) -> tuple[OriginRow, ...]:
        """The accounts that the figure rests on."""
        return tuple(row for row in self.rows if row.counts)


@dataclass(frozen=True, slots=True)
class Accounts:
    """What rows are made with: names and words, the case's sides, and the reasons of what is not used."""

    background: Background
    sides: Mapping[str, Side]
    reasons: Mapping[int, tuple[str, ...]]

    def groups(self, voices: Sequence[Voice], effects: Sequence[Effect]) -> list[Group]:
        """Return of whom there are accounts, by effect and side in the case's order."""
        there = {g for v in voices for g in v.groups if g.scope is Scope.EVENT and g.effect in effects}
        told = [g for g in there if g.side is not None or _says_more(g, voices)]
        sides = in_order({g.side for g in told}, self.sides.values())
        return sorted(told, key=lambda g: (effects.index(g.effect), sides.index(g.side), g.category or ""))

    def rows(self, incident: int, group: Group, figures: Sequence[Figure], voices: Sequence[Voice]) -> OriginGroup:
        """Return the figure of a group of people in an incident, and the accounts of it."""
        people = people_of(group, figures)
        phrases, whose = self.background.phrases, self._whose(group)
        used = _once(claim for figure in people for claim in figure.used)
        rows = [self._row(v, group, people_of(group, v.figures), used) for v in voices if group in v.groups]
        rows.sort(key=lambda row: (not row.counts, -row.amount.low, row.name, row.origin))
        label = phrases.amount(add(people)) if people else phrases("no_figure")
        what = phrases("happened", number=label, effect=phrases.effect(group.effect))
        rests = self._rests(sum(row.counts for row in rows), group, people)
        side = self.sides.get(group.side or "")
        return OriginGroup(
            incident,
            group.effect,
            group.side,
            whose,
            phrases("whose", whose=whose, effect=phrases.effect(group.effect)),
            *self._about(incident),
            side.colour if side else NEUTRAL,
            add(people) if people else None,
            label,
            rests,
            phrases("account", what=what, whom=whose, about=rests),
            tuple(rows),
            used,
            _once(unused for figure in people for unused in figure.not_used),
        )

    def _rests(self, counting: int, group: Group, people: Sequence[Figure]) -> str:
        phrases = self.background.phrases
        how = phrases.counted("rests", counting) if counting else phrases("rests_on_none")
        notes = _once(note for figure in people if figure.side == group.side for note in figure.notes)
        by_hand = _once(f.override.rationale for f in people if f.override and f.side == group.side)
        return ", ".join((how, *map(phrases.said, notes), *(phrases("by_hand", why=why) for why in by_hand)))

    def _whose(self, group: Group) -> str:
        phrases = self.background.phrases
        if group.side is not None:
            return phrases.side(group.side, self.sides)
        if group.category is Category.COMBATANT_MIXED:
            return phrases.side(BOTH_SIDES, self.sides)
        people = phrases.category(group.category or Category.UNSPECIFIED)
        return phrases("of_any_side", people=people[:1].upper() + people[1:])

    def _about(self, incident: int) -> tuple[str, str]:
        phrases, known = self.background.phrases, self.background.incidents.get(incident)
        days = phrases.days(known.when) if known and known.when else ""
        return self.background.named(incident), days

    def _row(self, voice: Voice, group: Group, figures: Sequence[Figure], counted: Collection[int]) -> OriginRow:
        phrases = self.background.phrases
        used = _once(claim for figure in figures for claim in figure.used)
        unused = _once(one for figure in figures for one in figure.not_used)
        claims = self._claims((*used, *(one.claim for one in unused)))
        counts = any(claim in counted for claim in used)
        state, brief = ("", "") if counts else self._why(used)
        if brief and all(figure.claimed for figure in figures):
            brief = phrases("left_out_for", why=phrases("enemy_claims"))
        outlets, interest = self._outlets(claims), self._interest(voice)
        label, name = phrases.amount(add(figures)), self._name(voice.origin, claims, outlets)
        about = " · ".join(filter(None, (interest, ", ".join(outlets))))
        what = phrases("happened", number=label, effect=phrases.effect(group.effect))
        said = phrases("account", what=what, whom=name, about=about)
        notes = _once(n for figure in figures if figure.side and group.side for n in figure.notes if n != PARTISAN_NOTE)
        return OriginRow(
            voice.origin,
            name,
            interest,
            outlets,
            about,
            add(figures),
            label,
            counts,
            state,
            brief,
            ", ".join(map(phrases.said, notes)),
            ": ".join(filter(None, (said, state))),
            used,
            unused,
        )

    def _why(self, claims: Iterable[int]) -> tuple[str, str]:
        """Say that an account does not count and why, with the words of the claim and without."""
        phrases = self.background.phrases
        reasons = _once(phrases.said(why) for claim in claims for why in self.reasons.get(claim, ()))
        if not reasons:
            return phrases("left_out"), phrases("left_out")
        short = _QUOTED.sub(phrases("it"), reasons[0])
        return phrases("left_out_for", why=" ".join(reasons)), phrases("left_out_for", why=short)

    def _claims(self, ids: Iterable[int]) -> list[Claim]:
        return [self.background.claims[id_] for id_ in ids if id_ in self.background.claims]

    def _name(self, key: str, claims: Iterable[Claim], outlets: Sequence[str]) -> str:
        """Return what an origin is called; one without a name by the article's words for it, else by its outlet."""
        known = self.background.sources.get(key) or self.background.actors.get(key)
        if known:
            return short_name(replace(known, name=self.background.phrases.name(known.name)))
        claims = list(claims)
        if any(claim.origin for claim in claims):
            return key
        words = next((" ".join(claim.attribution_text.split()) for claim in claims if claim.attribution_text), "")
        return words or ", ".join((*outlets[:1], self.background.phrases("origin_not_stated")))

    def _interest(self, voice: Voice) -> str:
        phrases = self.background.phrases
        interest = phrases(f"interest.{voice.interest}")
        if not voice.side:
            return interest
        return phrases("interest_of", interest=interest, side=phrases.side(voice.side, self.sides))

    def _outlets(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        articles = (self.background.articles.get(claim.article_id) for claim in claims)
        return tuple(sorted({article.outlet for article in articles if article and article.outlet}))


def spread(group: Group, voices: Iterable[Voice]) -> int:
    """Return how far the accounts of a group lie apart, in people; an open end lies furthest, one account nowhere."""
    amounts = [add(people_of(group, voice.figures)) for voice in voices if group in voice.groups]
    if len(amounts) < 2:
        return -1
    ends = [amount.low if amount.open else amount.high or 0 for amount in amounts]
    return max(ends) - min(amount.low for amount in amounts) + _OPEN * any(amount.open for amount in amounts)


def _says_more(group: Group, voices: Iterable[Voice]) -> bool:
    """Tell whether a number over several sides says more than its parts: it is not told of each, or by several."""
    giving = [voice for voice in voices if group in voice.groups]
    own = (f for voice in giving for f in voice.figures if f.side is None)
    return len(giving) > 1 or any(Group(f.scope, f.effect, None, f.category) == group for f in own)


def _once(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
