"""What the program proposes as one event, kept while a case is open: a change looks anew for what it touches only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from workbench.changes import Change, Edit
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.declined import Declined
from workbench.model.incident import Incident
from workbench.reckoning.candidates import Candidates, best_first
from workbench.reckoning.printed import printed
from workbench.reckoning.proposals import Ground, Proposal
from workbench.reckoning.undecided import Pair, Told, left_open

#: What all incidents are compared by.
_GROUND = ("actor", "side")


class Asked(Told, Protocol):
    """What is asked for incidents and their claims; an open case is that."""

    def claims_of(self, incident_id: int | None) -> list[Claim]:
        """Return the claims about an incident."""

    def incident(self, id_: int) -> Incident | None:
        """Return an incident; None where it has gone."""


class Known(Protocol):
    """What knows the incidents and the copies of the case as it is; the session's figures do."""

    @property
    def incidents(self) -> Mapping[int, Incident]:
        """All incidents by id."""

    @property
    def originals(self) -> Mapping[int, int]:
        """The copies, each with what it is a copy of in the end."""


class Proposed:
    """The proposals of the open case: a change looks anew only for what the incidents it touches may be one with.

    What a change touches is noted, and looked at when somebody asks.
    """

    def __init__(self, case: Asked, known: Known | None = None) -> None:
        """Look at the case; `known` knows its incidents and originals already (read from the case by default)."""
        self._case = case
        self._known = known
        self._candidates = Candidates(Ground())
        self._incidents: dict[int, Incident] = {}
        self._found: dict[tuple[int, int], Proposal] = {}
        self._declined: dict[tuple[int, int], Declined] = {}
        self._touched: set[int] = set()
        self._unread = True
        #: What a first look in small steps has taken in so far, and what it has not.
        self._coming: Candidates | None = None
        self._awaited: set[int] = set()

    def hear(self, change: Change) -> None:
        """Note what a change touches."""
        if any(change.touches(kind) for kind in _GROUND) or any(map(_copied_otherwise, change.edits)):
            self._unread = True
            self._coming = None
        if change.touches("declined"):
            self._read_declined()
        self._touched |= touched(change)

    def _catch_up(self) -> None:
        """Look at what was touched since somebody asked last, or at the whole case."""
        if self._unread:
            self._reread()
        else:
            for id_ in sorted(self._touched):
                self._renew(id_)
        self._touched.clear()

    def _reread(self) -> None:
        """Look at the whole case."""
        claims: dict[int | None, list[Claim]] = defaultdict(list)
        self._coming = None
        ids = sorted(self.lacking())
        for claim in self._case.claims() if ids else ():
            claims[claim.incident_id].append(claim)
        for id_ in ids:
            self.take(id_, claims[id_])
        for _ in self.compare():
            pass

    @property
    def is_known(self) -> bool:
        """Whether the whole case was compared; what was touched since is looked at when somebody asks."""
        return not self._unread

    def lacking(self) -> set[int]:
        """Return the incidents that are to be taken in before all can be compared; none where that was done."""
        if self._unread and self._coming is None:
            case, known = self._case, self._known
            originals = known.originals if known else printed(case.articles()).originals
            self._coming = Candidates(Ground(case.actors(), originals=originals))
            self._incidents = dict(known.incidents) if known else {one.id: one for one in case.incidents()}
            self._awaited = set(self._incidents)
            self._touched.clear()
        return set(self._awaited) if self._unread else set()

    def take(self, incident: int, claims: Iterable[Claim]) -> None:
        """Take in an incident with its claims, which were read just now."""
        if self._coming is not None and incident in self._awaited:
            self._coming.put(self._incidents[incident], claims)
            self._awaited.discard(incident)

    def compare(self) -> Iterator[None]:
        """Compare all incidents, once they are taken in, a step for each; what changes meanwhile is looked at later."""
        coming, found = self._coming, dict[tuple[int, int], Proposal]()
        for about in coming.each() if coming is not None and not self._awaited else ():
            found |= {(one.one, one.other): one for one in about}
            yield
        if coming is not None and coming is self._coming and not self._awaited:
            self._candidates, self._found, self._coming = coming, found, None
            self._read_declined()
            self._unread = False

    def _read_declined(self) -> None:
        self._declined = {(pair.one, pair.other): pair for pair in self._case.declined()}

    def _renew(self, id_: int) -> None:
        known = self._case.incident(id_)
        if known is None:
            self._candidates.drop(id_)
            self._incidents.pop(id_, None)
        else:
            self._candidates.put(known, self._case.claims_of(id_))
            self._incidents[id_] = known
        self._found = {pair: found for pair, found in self._found.items() if id_ not in pair}
        self._found |= {(found.one, found.other): found for found in self._candidates.about(id_)}

    def open(self) -> list[Proposal]:
        """Return the proposals nobody declined, the best founded first."""
        self._catch_up()
        return best_first(found for pair, found in self._found.items() if pair not in self._declined)

    def undecided(self) -> tuple[Pair, ...]:
        """Return the incidents that may count people twice, as nobody has decided on them."""
        self._catch_up()
        return left_open(best_first(self._found.values()), self._declined.values(), self._incidents)

    def declined(self) -> list[Proposal]:
        """Return what was declined; where nothing speaks for it any more the reasons are empty."""
        self._catch_up()
        return [self._found.get(pair, Proposal(*pair, ())) for pair in sorted(self._declined)]

    def word_on(self, one: int, other: int) -> Declined | None:
        """Return the word that two incidents are two, if there is one."""
        self._catch_up()
        return self._declined.get((one, other))


def _copied_otherwise(edit: Edit) -> bool:
    """Tell whether an article becomes a copy, or of another one, or of none."""
    before, after = (value.copy_of if isinstance(value, Article) else None for value in (edit.before, edit.after))
    return before != after


def touched(change: Change) -> set[int]:
    """Return the incidents that a change touches, itself or by their claims."""
    found: set[int | None] = set()
    for edit in change.edits:
        for value in (edit.before, edit.after):
            if isinstance(value, Incident):
                found.add(value.id)
            elif isinstance(value, Claim):
                found.add(value.incident_id)
    return {id_ for id_ in found if id_ is not None}
