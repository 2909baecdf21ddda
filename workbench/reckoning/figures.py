"""From claims to figures: every incident reckoned for itself, then what is told of several as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from workbench.model.actor import Actor, Source
from workbench.model.claim import THINGS, Claim, Scope
from workbench.model.figure import Reckoning
from workbench.model.incident import Incident
from workbench.model.mention import Status
from workbench.model.method import Method
from workbench.reckoning import checks
from workbench.reckoning.aggregates import Around, nowhere, without_components
from workbench.reckoning.conventions import Conventions
from workbench.reckoning.incident import reckon_incident
from workbench.reckoning.judged import Judged
from workbench.reckoning.overriding import lost
from workbench.reckoning.printed import NOTHING, Printed
from workbench.reckoning.seen import Basis, Seen, see
from workbench.reckoning.tolls import falls, merged


def reckon(
    claims: Iterable[Claim],
    incidents: Iterable[Incident],
    actors: Mapping[str, Actor],
    sources: Mapping[str, Source],
    method: Method,
    conventions: Conventions,
    articles: Printed = NOTHING,
    judged: Judged | None = None,
) -> Reckoning:
    """Reckon all incidents; `articles` is what `printed` tells of the articles the claims stand in."""
    judged = judged or Judged()
    basis = Basis(actors, sources, method, conventions.with_own(judged.readings), articles, judged)
    return reckon_all(claims, incidents, basis)


def reckon_all(
    claims: Iterable[Claim], incidents: Iterable[Incident], basis: Basis, around: Around = nowhere
) -> Reckoning:
    """Reckon all incidents by `basis`; `around` names what a place lies in, for numbers told of it as a whole."""
    overrides = basis.judged.overrides
    by_incident: dict[int | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_incident[claim.incident_id].append(claim)
    known = {incident.id: incident for incident in incidents}
    counted = by_incident.keys() | overrides.keys()
    parts = {i: reckon_incident(i, by_incident.get(i, ()), basis) for i in known if i in counted}
    parts |= without_components(parts, known.values(), around)
    strays = [c for i in by_incident.keys() - known.keys() for c in by_incident[i]]
    return joined([*parts.values(), stray(strays, basis), Reckoning((), lost(overrides, frozenset(known)))])


def joined(parts: Iterable[Reckoning]) -> Reckoning:
    """Put the reckonings of several incidents together; running tolls are told across them."""
    all_parts = list(parts)
    tolls = merged(t for part in all_parts for t in part.tolls)
    return Reckoning(
        figures=tuple(f for part in all_parts for f in part.figures),
        checks=(
            *(c for part in all_parts for c in part.checks),
            *falls(t for t in tolls if t.scope is Scope.CUMULATIVE),
        ),
        unused=tuple(u for part in all_parts for u in part.unused),
        tolls=tolls,
    )


def stray(claims: Iterable[Claim], basis: Basis) -> Reckoning:
    """Name the claims that belong to no incident: they are in no figure, and that is a check that fails."""
    return named_stray(seen_stray(claims, basis))


def seen_stray(claims: Iterable[Claim], basis: Basis) -> list[Seen]:
    """Return those of some claims about no incident that are to be named."""
    return [see(c, basis) for c in claims if c.effect not in THINGS and c.status is not Status.REJECTED]


def named_stray(seen: Iterable[Seen]) -> Reckoning:
    """Name the claims that belong to no incident, in the order they were told."""
    return Reckoning((), tuple(checks.no_incident(s) for s in sorted(seen, key=lambda s: s.rank)))
