"""Makes one incident of two where so much speaks for it that nobody need look: in the sample case."""

from __future__ import annotations

from typing import Protocol

from workbench import acts
from workbench.changes import Change
from workbench.model.actor import Actor
from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.reckoning.candidates import proposals
from workbench.reckoning.proposals import Ground, Proposal

#: How many kinds of reason an analyst would want to see before two incidents are made one without a closer look.
ENOUGH = 4


class Told(Protocol):
    """What incidents are compared in; a case is that, and so is the window's session."""

    def claims(self) -> list[Claim]:
        """Return all claims."""

    def claims_of(self, incident_id: int) -> list[Claim]:
        """Return the claims about an incident."""

    def incidents(self) -> list[Incident]:
        """Return all incidents."""

    def actors(self) -> dict[str, Actor]:
        """Return the actors by id."""


def next_merge(case: Told) -> Change | None:
    """Return the change that merges the next two incidents, told by different articles, for which enough speaks."""
    found = _next(case)
    if found is None:
        return None
    incidents = {incident.id: incident for incident in case.incidents()}
    return acts.merge_incidents(incidents[found.one], incidents[found.other], case.claims_of(found.other))


def _next(case: Told) -> Proposal | None:
    claims, incidents = case.claims(), case.incidents()
    articles = {i.id: {c.article_id for c in claims if c.incident_id == i.id} for i in incidents}
    return next(
        (
            found
            for found in proposals(incidents, claims, Ground(case.actors()))
            if found.strength >= ENOUGH and not articles[found.one] & articles[found.other]
        ),
        None,
    )
