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
        known = self._without(instead)
        if drawn.one not in known:
            return "The claim is no longer in the case. Choose another claim."
        return why_impossible(known[drawn.one], drawn.relation, known, self._basis)

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

    def draw(self, drawn: Drawn) -> Change:
        """Return the change that draws a relation; ImpossibleRelation where it cannot be."""
        self._demand(drawn)
        return self._changed("relate", None, drawn)

    def change(self, before: Drawn, after: Drawn) -> Change:
        """Return the change that puts a relation in the place of another; ImpossibleRelation where it cannot be."""
        if before == after:
            return Change("change_relation", ())
        self._demand(after, before)
        return self._changed("change_relation", before, after)

    def remove(self, drawn: Drawn) -> Change:
        """Return the change that takes a relation away, from both claims where both say it."""
        return self._changed("unrelate", drawn, None)

    def _changed(self, act: str, gone: Drawn | None, drawn: Drawn | None) -> Change:
        """Return the change of all claims that carry other relations then, first who carries what is drawn."""
        after = self._without(gone)
        if drawn is not None:
            after[drawn.one] = _carrying(after[drawn.one], drawn.relation, _place(self._known[drawn.one], gone))
        ends = [end for relation in (drawn, gone) if relation is not None for end in (relation.one, relation.other)]
        touched = [end for end in dict.fromkeys(ends) if end in after]
        return acts.edit_relations(act, [(self._known[end], after[end].relations) for end in touched])

    def _demand(self, drawn: Drawn, instead: Drawn | None = None) -> None:
        why = self.why_not(drawn, instead)
        if why is not None:
            raise ImpossibleRelation(why)

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


def _carrying(claim: Claim, relation: Relation, place: int) -> Claim:
    return replace(claim, relations=(*claim.relations[:place], relation, *claim.relations[place:]))
