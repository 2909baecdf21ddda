"""What the program proposes as one event, kept while a case is open: a change looks anew for what it touches only."""

from __future__ import annotations

from collections import defaultdict
from typing import Protocol

from workbench.changes import Change
from workbench.model.claim import Claim
from workbench.model.declined import Declined
from workbench.model.incident import Incident
from workbench.reckoning.candidates import Candidates, best_first
from workbench.reckoning.printed import printed
from workbench.reckoning.proposals import Ground, Proposal
from workbench.reckoning.undecided import Pair, Told, left_open

#: What all incidents are compared by.
_GROUND = ("actor", "side", "article")


class Asked(Told, Protocol):
    """What is asked for incidents and their claims; an open case is that."""

    def claims_of(self, incident_id: int | None) -> list[Claim]:
        """Return the claims about an incident."""

    def incident(self, id_: int) -> Incident | None:
        """Return an incident; None where it has gone."""


class Proposed:
    """The proposals of the open case: a change looks anew only for what the incidents it touches may be one with."""

    def __init__(self, case: Asked) -> None:
        self._case = case
        self._candidates = Candidates(Ground())
        self._found: dict[tuple[int, int], Proposal] = {}
        self._declined: dict[tuple[int, int], Declined] = {}
        self.reread()

    def reread(self) -> None:
        """Look at the whole case."""
        case = self._case
        self._candidates = Candidates(Ground(case.actors(), originals=printed(case.articles()).originals))
        claims: dict[int | None, list[Claim]] = defaultdict(list)
        for claim in case.claims():
            claims[claim.incident_id].append(claim)
        for incident in case.incidents():
            self._candidates.put(incident, claims[incident.id])
        self._found = {(found.one, found.other): found for found in self._candidates.all()}
        self._read_declined()

    def hear(self, change: Change) -> None:
        """Look anew at what a change touches."""
        if any(change.touches(kind) for kind in _GROUND):
            self.reread()
            return
        if change.touches("declined"):
            self._read_declined()
        for id_ in touched(change):
            self._renew(id_)

    def _read_declined(self) -> None:
        self._declined = {(pair.one, pair.other): pair for pair in self._case.declined()}

    def _renew(self, incident: int) -> None:
        known = self._case.incident(incident)
        if known is None:
            self._candidates.drop(incident)
        else:
            self._candidates.put(known, self._case.claims_of(incident))
        self._found = {pair: found for pair, found in self._found.items() if incident not in pair}
        self._found |= {(found.one, found.other): found for found in self._candidates.about(incident)}

    def open(self) -> list[Proposal]:
        """Return the proposals nobody declined, the best founded first."""
        return best_first(found for pair, found in self._found.items() if pair not in self._declined)

    def undecided(self) -> tuple[Pair, ...]:
        """Return the incidents that may count people twice, as nobody has decided on them."""
        incidents = {incident.id: incident for incident in self._case.incidents()}
        return left_open(best_first(self._found.values()), self._declined.values(), incidents)

    def declined(self) -> list[Proposal]:
        """Return what was declined; where nothing speaks for it any more the reasons are empty."""
        return [self._found.get(pair, Proposal(*pair, ())) for pair in sorted(self._declined)]

    def word_on(self, one: int, other: int) -> Declined | None:
        """Return the word that two incidents are two, if there is one."""
        return self._declined.get((one, other))


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
