"""What the program proposes as one event, kept while a case is open: a change looks anew for what it touches only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
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


class Proposed:
    """The proposals of the open case: a change looks anew only for what the incidents it touches may be one with.

    What a change touches is noted, and looked at when somebody asks.
    """

    def __init__(self, case: Asked) -> None:
        self._case = case
        self._candidates = Candidates(Ground())
        self._incidents: dict[int, Incident] = {}
        self._found: dict[tuple[int, int], Proposal] = {}
        self._declined: dict[tuple[int, int], Declined] = {}
        self._touched: set[int] = set()
        self._unread = True

    def hear(self, change: Change) -> None:
        """Note what a change touches."""
        if any(change.touches(kind) for kind in _GROUND) or any(map(_copied_otherwise, change.edits)):
            self._unread = True
        if change.touches("declined"):
            self._read_declined()
        self._touched |= touched(change)

    def _catch_up(self) -> None:
        """Look at what was touched since somebody asked last, or at the whole case."""
        if self._unread:
            self.reread(self._case.claims())
        else:
            for id_ in sorted(self._touched):
                self._renew(id_)
        self._touched.clear()

    def reread(self, read: Iterable[Claim]) -> None:
        """Look at the whole case, of which all claims were read already, unless that was done."""
        if not self._unread:
            return
        case = self._case
        self._candidates = Candidates(Ground(case.actors(), originals=printed(case.articles()).originals))
        claims: dict[int | None, list[Claim]] = defaultdict(list)
        for claim in read:
            claims[claim.incident_id].append(claim)
        self._incidents = {incident.id: incident for incident in case.incidents()}
        for incident in self._incidents.values():
            self._candidates.put(incident, claims[incident.id])
        self._found = {(found.one, found.other): found for found in self._candidates.all()}
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
