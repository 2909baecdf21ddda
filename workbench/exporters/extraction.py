"""What was found in an article, as the JSON that other programs depend on; it changes only by adding.

An open upper bound is null, of a claim as of a figure; ids are local to the article.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim
from workbench.model.figure import Check, Figure, Reckoning, Unused
from workbench.model.findings import Findings
from workbench.model.incident import Incident
from workbench.model.mention import Mention
from workbench.model.span import Span

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """One article read: `sides` names each claim's side by the claim's id, `text` None is left out."""

    sha256: str
    title: str
    published: date | None
    findings: Findings
    reckoning: Reckoning
    sides: Mapping[int, str | None]
    text: str | None = None


def article(key: str, name: str, reading: Reading) -> Json:
    """Return one article; `key` says how it is known, ``path`` or ``id``, and `name` is that path or id."""
    found = reading.findings
    head = {
        key: name,
        "sha256": reading.sha256,
        "lang": found.language,
        "title": reading.title or None,
        "published": reading.published.isoformat() if reading.published else None,
    }
    text = {} if reading.text is None else {"text": reading.text}
    members = {
        incident.id: [c.id for c in found.claims if c.incident_id == incident.id] for incident in found.incidents
    }
    return (
        head
        | text
        | {
            "mentions": [_mention(row) for row in found.mentions],
            "claims": [_claim(row, reading.sides.get(row.id)) for row in found.claims],
            "incidents": [_incident(row, members[row.id], main=n == 0) for n, row in enumerate(found.incidents)],
        }
        | of_reckoning(reading.reckoning)
    )


def of_reckoning(reckoning: Reckoning) -> Json:
    """Return figures and checks alone; `not_used` are the claims left out that bear on no figure."""
    return {
        "figures": [_figure(row) for row in reckoning.figures],
        "checks": [_check(row) for row in reckoning.checks],
        "not_used": [_unused(row) for row in reckoning.unused],
    }


def failure(name: str | None, sentence: str) -> Json:
    """Return what stands in the place of an article that could not be read."""
    return {"id": name, "error": sentence}


def document(articles: list[Json]) -> Json:
    """Return articles as one document."""
    return {"articles": articles}


def _mention(row: Mention) -> Json:
    return {"id": f"m{row.id}", **_span(row.span), "text": row.text, "label": row.label.value} | _given(
        actor=row.actor,
        place=_place(row.where),
        date=_date(row.when),
        confidence=row.confidence,
        inferred=row.inferred or None,
    )


def _claim(row: Claim, side: str | None) -> Json:
    number = row.quantity
    return {
        "id": _of_claim(row.id),
        "effect": row.effect.value,
        "unit": row.unit.value,
        "value": number.value,
        "low": number.low,
        "high": number.high,
        "best": number.best,
        "modifier": number.modifier.value,
        "number": _part(row.number),
        "victims": _part(row.victims),
        "attribution": _part(row.attribution),
        "evidence": _span(row.evidence),
        "actor": row.actor,
        "side": side,
        "category": row.category.value,
        "origin": row.origin,
        "relay": row.relay,
        "epistemic": row.epistemic.value,
        "scope": row.scope.value,
        **_given(date=_date(row.when), place=_place(row.where)),
        "relations": [{"type": relation.type.value, "to": _of_claim(relation.to)} for relation in row.relations],
    }


def _incident(row: Incident, claims: list[int], *, main: bool) -> Json:
    return {
        "id": f"i{row.id}",
        "title": row.title,
        "main": main,
        **_given(date=_date(row.when), place=_place(row.where)),
        "claims": [_of_claim(id_) for id_ in claims],
    }


def _figure(row: Figure) -> Json:
    return {
        "incident": f"i{row.incident}",
        "scope": row.scope.value,
        "side": row.side,
        "category": row.category.value if row.category else None,
        "effect": row.effect.value,
        "low": row.low,
        "best": row.best,
        "high": row.high,
        "open": row.open,
        "unquantified": row.unquantified,
        "used": [_of_claim(id_) for id_ in row.used],
        "not_used": [_unused(unused) for unused in row.not_used],
        "origins": list(row.origins),
        "outlets": list(row.outlets),
        **_given(only_claimed=row.claimed or None, set_by_hand=_by_hand(row)),
    }


def _by_hand(row: Figure) -> Json | None:
    """Return why an analyst set a figure, and what the claims give instead."""
    if row.override is None:
        return None
    was = row.reckoned
    reckoned = {"low": was.low, "best": was.best, "high": was.high} if was else None
    return {"rationale": row.override.rationale, "reckoned": reckoned}


def _check(row: Check) -> Json:
    return {"kind": row.kind, "holds": row.holds, "text": row.text, "claims": [_of_claim(id_) for id_ in row.claims]}


def _unused(row: Unused) -> Json:
    return {"claim": _of_claim(row.claim), "why": row.why}


def _of_claim(id_: int) -> str:
    return f"c{id_}"


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _part(span: Span | None) -> Json | None:
    return _span(span) if span else None


def _date(when: When | None) -> Json | None:
    if when is None:
        return None
    return {"start": when.start.isoformat(), "end": when.end.isoformat(), "precision": when.precision}


def _place(where: Where | None) -> Json | None:
    if where is None:
        return None
    known = {"id": where.place or None, "name": where.name, "precision": where.precision}
    return known | _given(latitude=where.latitude, longitude=where.longitude)


def _given(**values: object) -> Json:
    return {key: value for key, value in values.items() if value is not None}
