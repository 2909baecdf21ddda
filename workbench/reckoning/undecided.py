"""People who may be counted twice: incidents that may be one (rule 14), and that nobody has decided on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.model.actor import Actor
from workbench.model.article import Article
from workbench.model.claim import Claim, Effect, Scope
from workbench.model.declined import Declined
from workbench.model.figure import Figure
from workbench.model.incident import Incident
from workbench.reckoning.candidates import proposals
from workbench.reckoning.printed import printed
from workbench.reckoning.proposals import Ground, Proposal
from workbench.reckoning.totals import add
from workbench.wording import incident_words, people

#: Two incidents by id, the smaller first.
Pair = tuple[int, int]
#: So many of the incidents are named in the sentence.
_NAMED = 2


class Told(Protocol):
    """What incidents are compared in; a case is that."""

    def claims(self) -> list[Claim]:
        """Return all claims."""

    def incidents(self) -> list[Incident]:
        """Return all incidents."""

    def actors(self) -> dict[str, Actor]:
        """Return the actors by id."""

    def articles(self) -> list[Article]:
        """Return all articles."""

    def declined(self) -> list[Declined]:
        """Return the proposals that an analyst declined."""


@dataclass(frozen=True, slots=True)
class Twice:
    """What may be counted twice: the pairs of incidents behind it, and how many people at most.

    `most` is 0 where nobody gives a number of them; it is an upper bound over all incidents that may be one.
    """

    pairs: tuple[Pair, ...] = ()
    most: int = 0


def undecided(case: Told) -> tuple[Pair, ...]:
    """Return the incidents that may be one and that nobody has decided on, the best founded first."""
    ground = Ground(case.actors(), originals=printed(case.articles()).originals)
    incidents = case.incidents()
    known = {incident.id: incident for incident in incidents}
    return left_open(proposals(incidents, case.claims(), ground), case.declined(), known)


def left_open(
    found: Iterable[Proposal], declined: Iterable[Declined], incidents: Mapping[int, Incident]
) -> tuple[Pair, ...]:
    """Leave out what was declined, and events inside a number that is told as a whole, which loses them (rule 10)."""
    apart = {(word.one, word.other) for word in declined}
    pairs = ((proposal.one, proposal.other) for proposal in found)
    return tuple(pair for pair in pairs if pair not in apart and not _subtracted(*(incidents[id_] for id_ in pair)))


def _subtracted(one: Incident, other: Incident) -> bool:
    told = all(incident.when and incident.where for incident in (one, other))
    return told and one.aggregate is not other.aggregate


def twice(figures: Iterable[Figure], pairs: Sequence[Pair]) -> Twice:
    """Return what of these figures may be counted twice: events of one effect whose sides may be the same."""
    groups: dict[Effect, dict[int, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        if figure.scope is Scope.EVENT:
            groups[figure.effect][figure.incident].append(figure)
    met = {effect: [pair for pair in pairs if _meet(told, *pair)] for effect, told in groups.items()}
    found = {pair for several in met.values() for pair in several}
    most = sum(
        _most([groups[effect][id_] for id_ in ids]) for effect, several in met.items() for ids in _joined(several)
    )
    return Twice(tuple(pair for pair in pairs if pair in found), most)


def _meet(told: Mapping[int, Sequence[Figure]], one: int, other: int) -> bool:
    """Tell whether two incidents have figures of sides that may be the same; an unknown one may be any."""
    here, there = ({figure.side for figure in told.get(id_, ())} for id_ in (one, other))
    return bool(here and there) and (not here.isdisjoint(there) or None in here or None in there)


def _joined(pairs: Iterable[Pair]) -> Iterator[list[int]]:
    """Yield the incidents that may all be one, as the pairs chain them."""
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)
    while near:
        chain, ahead = [], [min(near)]
        while ahead:
            id_ = ahead.pop()
            if id_ in near:
                chain.append(id_)
                ahead.extend(near.pop(id_))
        yield sorted(chain)


def _most(told: Sequence[Sequence[Figure]]) -> int:
    """Return how many people at most incidents tell twice, if all of them are one.

    The one that counts most may hold all others; and of a side no more than all but its highest number, those of an
    unknown side aside.
    """
    by_side: dict[str | None, list[int]] = defaultdict(list)
    sums = []
    for figures in told:
        counts = [(figure.side, add([figure]).known or 0) for figure in figures]
        sums.append(sum(count for _, count in counts))
        sides: dict[str | None, int] = defaultdict(int)
        for side, count in counts:
            sides[side] += count
        for side, count in sides.items():
            by_side[side].append(count)
    unknown = sum(by_side.pop(None, []))
    return min(sum(sums) - max(sums), unknown + sum(sum(counts) - max(counts) for counts in by_side.values()))


def warning(doubt: Twice, incidents: Mapping[int, Incident]) -> str:
    """Return the sentence that says who may be counted twice and why; nothing where nobody may be."""
    if not doubt.pairs:
        return ""
    who = f"{people(doubt.most)} {'person' if doubt.most == 1 else 'people'}"
    who = f"up to {who}" if doubt.most else "people whose number nobody gives"
    several = len(doubt.pairs) > 1
    what = (
        f"{people(len(doubt.pairs))} pairs of incidents are one event each"
        if several
        else "two incidents are one event"
    )
    names = list(dict.fromkeys(_name(pair, incidents) for pair in doubt.pairs))
    named = "; ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    return f"{who} may be counted twice until it is decided whether {what}: {named}"


def _name(pair: Pair, incidents: Mapping[int, Incident]) -> str:
    """Return the titles of two incidents; one title where they share it."""
    titles = [incident_words(incidents[id_]) if id_ in incidents else str(id_) for id_ in pair]
    return " / ".join(dict.fromkeys(titles))
