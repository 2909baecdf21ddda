"""Relations between claims as corrections: drawn, changed and taken away, what cannot be refused in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench import acts
from workbench.changes import Change
from workbench.errors import WorkbenchError
from workbench.model.claim import Claim, Relation, RelationType
from workbench.reckoning.doubts import doubts
from workbench.reckoning.impossible import carried, mirrored, why_impossible, without
from workbench.reckoning.seen import Basis


class ImpossibleRelation(WorkbenchError):
    """A relation that cannot be drawn between two claims."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A relation to be drawn from claim `one` to claim `other`."""

    one: int
    type: RelationType
    other: int

    @property
    def relation(self) -> Relation:
        """The relation as claim `one` carries it."""
        return Relation(self.type, self.other)


class Relating:
    """Some claims, among which relations are drawn; they are read as the case's method says."""

    def __init__(self, claims: Iterable[Claim], basis: Basis) -> None:
        """Take the claims around those to be related: of their articles and their incidents."""
        self._known = {claim.id: claim for claim in claims}
        self._basis = basis

    @property
    def claims(self) -> Mapping[int, Claim]:
        """The claims by id."""
        return self._known

    def why_not(self, drawn: Drawn, instead: Drawn | None = None) -> str | None:
        """Return why a relation cannot be drawn, or not in the place of `instead`; None where it can."""
        return self._why_not(drawn, self._without(instead))

    def doubts(self, drawn: Drawn) -> tuple[str, ...]:
        """Return what speaks against a relation that is drawn, or could be, each in a sentence."""
        one, other = self._known.get(drawn.one), self._known.get(drawn.other)
        if one is None or other is None:
            return ()
        return doubts(one, drawn.type, other, self._basis)

    def flaws(self, drawn: Drawn) -> tuple[str, ...]:
        """Return why a relation that is drawn already cannot be, or else what is doubtful about it."""
        one = self._known.get(drawn.one)
        if one is None or drawn.other not in self._known:
            return ()
        why = carried(one, drawn.relation, self._known, self._basis)
        return (why,) if why is not None else self.doubts(drawn)

    def draw(self, *drawn: Drawn) -> Change:
        """Return the change that draws relations, all or none; ImpossibleRelation where one of them cannot be."""
        after = dict(self._known)
        for one in drawn:
            self._demand(one, after)
            after[one.one] = _carrying(after[one.one], one.relation)
        return self._to(after, "relate", drawn)

    def change(self, before: Drawn, after: Drawn) -> Change:
        """Return the change that puts a relation in the place of another; ImpossibleRelation where it cannot be."""
        act = "change_relation"
        if before == after:
            return Change(act, ())
        known = self._without(before)
        self._demand(after, known)
        place = _place(self._known[after.one], before)
        return self._to({**known, after.one: _carrying(known[after.one], after.relation, place)}, act, [after, before])

    def remove(self, drawn: Drawn) -> Change:
        """Return the change that takes a relation away, from both claims where both say it."""
        return self._to(self._without(drawn), "unrelate", [drawn])

    def _to(self, after: Mapping[int, Claim], act: str, touched: Iterable[Drawn]) -> Change:
        """Return the change of all claims that carry other relations then, first who carries what is drawn."""
        ends = dict.fromkeys(end for drawn in touched for end in (drawn.one, drawn.other))
        return acts.edit_relations(act, [(self._known[end], after[end].relations) for end in ends if end in after])

    def _demand(self, drawn: Drawn, known: Mapping[int, Claim]) -> None:
        why = self._why_not(drawn, known)
        if why is not None:
            raise ImpossibleRelation(why)

    def _why_not(self, drawn: Drawn, known: Mapping[int, Claim]) -> str | None:
        if drawn.one not in known:
            return "The claim is no longer in the case. Choose another claim."
        return why_impossible(known[drawn.one], drawn.relation, known, self._basis)

    def _without(self, gone: Drawn | None) -> dict[int, Claim]:
        """Return the claims with one relation less, and less what says the same from the other end."""
        known = dict(self._known)
        if gone is not None:
            mirror = mirrored(gone.type)
            turned = [] if mirror is None else [Drawn(gone.other, mirror, gone.one)]
            for one in (gone, *turned):
                if one.one in known:
                    known[one.one] = without(known[one.one], one.relation)
        return known


def _place(claim: Claim, gone: Drawn | None) -> int:
    """Return where among a claim's relations a new one stands: where the one that goes stood, else last."""
    if gone is not None and gone.one == claim.id and gone.relation in claim.relations:
        return claim.relations.index(gone.relation)
    return len(claim.relations)


def _carrying(claim: Claim, relation: Relation, place: int | None = None) -> Claim:
    """Return a claim with one relation more, at a place among its others or after them."""
    before, after = claim.relations[:place], claim.relations[len(claim.relations) if place is None else place :]
    return replace(claim, relations=(*before, relation, *after))
