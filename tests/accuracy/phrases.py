"""The list of constructions and traps, each with what must come out: what is right of it, field by field."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.extraction.extractor import Extractor
from workbench.model.claim import Claim, Epistemic, RelationType, Scope

Expected = Mapping[str, Any]

_UNITS = {"families": "households", "villages": "areas"}
_UNREAL = (Epistemic.HYPOTHETICAL, Epistemic.THREAT)
#: A word of the list → the relation that says it; where nothing was told before, the role alone can be right.
_RELATIONS = {
    "additional": RelationType.ADDITIONAL_TO,
    "update": RelationType.SUPERSEDES,
    "delta": RelationType.DELTA_OF,
    "rival": RelationType.RIVAL_OF,
    "subset": RelationType.SUBSET_OF,
}
_SCOPES = ("cumulative", "background")
#: What the list tells beside, and a claim has no part for.
NO_PART = frozenset(("severity", "perpetrator", "transition", "split", "includes_perpetrators", "cause", "display"))


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of the list with the claims found; `pairs` join each expected claim to the one found for it, if any."""

    row: Expected
    found: Sequence[Claim]
    pairs: Sequence[tuple[Expected, Claim | None]]

    @property
    def numbers_right(self) -> bool:
        """Whether exactly the expected numbers came out, each with its effect and unit."""
        return sorted(map(_wanted, self.row["claims"])) == sorted(map(_found, self.found))

    @property
    def right(self) -> bool:
        """Whether numbers and all expected fields came out."""
        return self.numbers_right and all(right for _, right in self.fields())

    def fields(self) -> Iterator[tuple[str, bool]]:
        """Yield each expected field with whether it is right; one of a claim that was not found is wrong."""
        for wanted, claim in self.pairs:
            for name, right in _FIELDS.items():
                told = name in _expected(wanted)
                if told:
                    yield name, claim is not None and right(self, wanted, claim)


def rows(path: Path, kind: str) -> list[Expected]:
    """Return the rows of the list that are a ``construction`` or a ``trap``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["kind"] == kind]


def judged(extractor: Extractor, row: Expected) -> Judged:
    """Read a row's text and join what was found to what is expected; what is only possible was not found."""
    claims = extractor.read(row["text"], language=row["lang"]).claims
    found = [claim for claim in claims if claim.epistemic not in _UNREAL]
    return Judged(row, found, _pairs(row, found))


def _pairs(row: Expected, found: Sequence[Claim]) -> list[tuple[Expected, Claim | None]]:
    """Join each expected claim to one found of the same effect, unit and bounds, of the same category if there is."""
    left = list(found)
    pairs: list[tuple[Expected, Claim | None]] = []
    for wanted in row["claims"]:
        able = [claim for claim in left if _found(claim) == _wanted(wanted)]
        best = min(able, key=lambda claim: claim.category.value != wanted.get("category"), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((wanted, best))
    return pairs


def _wanted(claim: Expected) -> str:
    return f"{claim['effect']} {_UNITS.get(claim['unit'], claim['unit'])} {claim['low']} {claim['high']}"


def _found(claim: Claim) -> str:
    return f"{claim.effect.value} {claim.unit.value} {claim.quantity.low} {claim.quantity.high}"


def _expected(wanted: Expected) -> set[str]:
    """Return the names of the fields that an expected claim tells."""
    kind = str(wanted.get("relation", "")).partition(":")[0]
    told = {"modifier"} | {name for name in ("category", "source") if name in wanted}
    told |= {"status"} if "epistemic" in wanted else set()
    told |= {"each and half"} if "derived" in wanted else set()
    if kind:
        told.add("scope" if kind in _SCOPES else f"relation {kind}")
    return told


def _modifier(claim: Expected) -> str:
    modifier = str(claim["modifier"])
    if modifier == "v:plural":
        return "bare_plural"
    return "vague" if modifier.startswith("v:") else modifier


def _category_right(_row: Judged, wanted: Expected, claim: Claim) -> bool:
    category = wanted["category"]
    mine = claim.category if ":" in category else claim.category.broad
    return category == "combatant" or mine.value == str(category)


def _relation_right(row: Judged, wanted: Expected, claim: Claim) -> bool:
    """Tell whether a relation leads to the claim it should lead to, or is noted where no such claim is named."""
    kind, _, index = str(wanted["relation"]).partition(":")
    to = claim.related(_RELATIONS[kind]) if kind in _RELATIONS else ()
    target = row.pairs[int(index)][1] if index else None
    if target is not None:
        return target.id in to
    return bool(to) or f"relation: {kind}" in claim.rules


def _status_right(_row: Judged, wanted: Expected, claim: Claim) -> bool:
    status = wanted["epistemic"]
    alike = {"attributed": {Epistemic.QUOTED}, "alleged": {Epistemic.SELF_CLAIM}}
    return claim.epistemic.value == status or claim.epistemic in alike.get(status, set())


def _source_right(_row: Judged, wanted: Expected, claim: Claim) -> bool:
    first = str(wanted["source"]).partition(" ")[0].lower()
    return first in claim.attribution_text.lower() or claim.epistemic is Epistemic.SELF_CLAIM


def _scope_right(_row: Judged, wanted: Expected, claim: Claim) -> bool:
    return claim.scope is Scope(wanted["relation"])


def _modifier_right(_row: Judged, wanted: Expected, claim: Claim) -> bool:
    return claim.quantity.modifier.value == _modifier(wanted)


def _derived_right(_row: Judged, _wanted: Expected, claim: Claim) -> bool:
    return any("each of" in rule or "share of" in rule for rule in claim.rules)


_FIELDS: Mapping[str, Callable[[Judged, Expected, Claim], bool]] = {
    "modifier": _modifier_right,
    "category": _category_right,
    "status": _status_right,
    "scope": _scope_right,
    "source": _source_right,
    "each and half": _derived_right,
    **{f"relation {kind}": _relation_right for kind in (*_RELATIONS, "total", "superseded")},
}
