"""What the window reckons of the open case: the session hands it on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ui import proposed
from ui.first_look import Piece, first_look
from ui.looking import Looking
from ui.reads import Reads
from ui.reckonings import Reckonings
from workbench.changes import Change
from workbench.model.claim import Claim
from workbench.model.figure import Reckoning
from workbench.model.incident import Incident
from workbench.model.method import Method
from workbench.reckoning.aggregates import Around
from workbench.reckoning.conventions import Conventions
from workbench.reckoning.differences import Difference
from workbench.reckoning.seen import Basis
from workbench.reckoning.undecided import Pair
from workbench.reckoning.voices import Voice
from workbench.relating import Relating


class Reckons(Reads):
    """The session's own part that reckons; what was reckoned is kept, and hears of each change."""

    conventions: Conventions
    _surroundings: Around
    _reckonings: Reckonings | None = None
    _proposed: proposed.Proposed | None = None
    #: The whole case reckoned between the events of the window.
    looking: Looking

    def _reckon_anew(self) -> None:
        self.looking.stop()
        self._reckonings = self._proposed = None

    def _reckon_with(self, change: Change) -> None:
        for part in (self._reckonings, self._proposed):
            if part is not None:
                part.hear(change)

    def reckoning(self) -> Reckoning:
        """Return the figures and checks of the case; only what changed since is reckoned anew."""
        return self._reckoned().whole()

    def reckoning_of(self, incident_id: int | None) -> Reckoning:
        """Return the figures and checks of one incident, without reading the others.

        What is told as a whole waits for those inside it: until many are reckoned, what it gives by itself stands for
        it, and `looking.done` says when that is over.
        """
        kept = self._reckoned()
        if kept.awaits(incident_id):
            self.looking.begin()
        return kept.alone(incident_id) if kept.awaits(incident_id) else kept.of_incident(incident_id)

    def voices(self, incident_id: int) -> tuple[Voice, ...]:
        """Return what each origin says of an incident, as if nobody else had spoken."""
        return self._reckoned().voices(incident_id)

    def unheard(self, incidents: Iterable[int]) -> list[int]:
        """Return those of some incidents whose voices are not known yet: each takes as long as its figures."""
        return self._reckoned().unheard(incidents)

    def tried(self, change: Change) -> tuple[Difference, ...]:
        """Return the figures that a change of claims would make others, if it were carried out."""
        return self._reckoned().tried(change)

    def basis_of(self, claims: Iterable[Claim]) -> Basis:
        """Return what these claims are read by."""
        return self._reckoned().basis_of(claims)

    def relating(self, claims: Iterable[Claim]) -> Relating:
        """Return what relates these claims to those of their articles and incidents, and to those they lead to."""
        around: dict[int, Claim] = {}
        for claim in claims:
            around |= {c.id: c for c in self._around(claim)}
        return Relating(around.values(), self.basis_of(around.values()))

    def _around(self, claim: Claim) -> Iterator[Claim]:
        yield from self.claims(claim.article_id)
        if claim.incident_id is not None:
            yield from self.claims_of(claim.incident_id)
        yield from self._open_case.claims_with({relation.to for relation in claim.relations})

    def reckoning_by(self, method: Method, take: Callable[[Reckoning], object]) -> Iterator[float]:
        """Hand to `take`, after small steps, the figures and checks that the case would have by another method."""
        return self._reckoned().by(method, take)

    def _is_reckoned(self) -> bool:
        return self._case is None or (self._reckoned().is_known and self.proposed().is_known)

    def _reckoned(self) -> Reckonings:
        if self._reckonings is None:
            self._reckonings = Reckonings(self._open_case, self.conventions, self._surroundings)
        return self._reckonings

    def first_look(self, take: Callable[[Piece], None]) -> Iterator[float]:
        """Read, reckon and compare the whole case in small steps, as `first_look.first_look`."""
        case = self._open_case
        return first_look(case, case.queue(), self._reckoned(), self.proposed(), take)

    def incidents_known(self) -> Mapping[int, Incident]:
        """Return all incidents by id, in that order, as they are kept for the figures."""
        return self._reckoned().incidents

    def told(self) -> dict[int, int]:
        """Return how many claims there are about each incident."""
        return self._reckoned().told()

    def proposed(self) -> proposed.Proposed:
        """Return what may be one event; only what changed since is looked at anew."""
        if self._proposed is None:
            self._proposed = proposed.Proposed(self._open_case, self._reckoned())
        return self._proposed

    def undecided(self) -> tuple[Pair, ...]:
        """Return the incidents that may be one and that nobody has decided on; none where no case is open."""
        return self.proposed().undecided() if self._case else ()
