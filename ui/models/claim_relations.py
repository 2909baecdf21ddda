"""Who is related to whom among the claims of a table, from both ends, kept up with every edit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from workbench.model.claim import Claim
from workbench.wording import brief_words, relation_words, turned_relation_words


class Related:
    """Claims by id, and for each the claims that lead to it."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        """Take the claims of a table."""
        self._claims: dict[int, Claim] = {}
        self._leading: dict[int, set[int]] = defaultdict(set)
        self.add(claims)

    def add(self, claims: Iterable[Claim]) -> None:
        """Take in more claims, of which none was known."""
        for claim in claims:
            self._add(claim)

    def put(self, before: Claim | None, after: Claim | None) -> set[int]:
        """Take an edit of a claim in; return the ids of the other claims whose words it bears on."""
        touched: set[int] = set()
        if before is not None:
            touched |= self._around(before)
            known = self._claims.pop(before.id, before)
            for relation in (*before.relations, *known.relations):
                self._leading[relation.to].discard(before.id)
        if after is not None:
            self._add(after)
            touched |= self._around(after)
        own = after.id if after is not None else None
        return {id_ for id_ in touched if id_ in self._claims and id_ != own}

    def words(self, claim: Claim) -> str:
        """Return what a claim is to others, then what others are to it: part of «fast 100»; includes «4»."""
        own = [f"{relation_words(r.type)} {self._short(r.to)}" for r in claim.relations]
        leading = (self._claims[id_] for id_ in sorted(self._leading.get(claim.id, ())) if id_ != claim.id)
        turned = (
            f"{turned_relation_words(r.type)} {self._short(other.id)}"
            for other in leading
            for r in other.relations
            if r.to == claim.id
        )
        return "; ".join(dict.fromkeys((*own, *turned)))

    def _add(self, claim: Claim) -> None:
        self._claims[claim.id] = claim
        for relation in claim.relations:
            self._leading[relation.to].add(claim.id)

    def _around(self, claim: Claim) -> set[int]:
        return {relation.to for relation in claim.relations} | self._leading.get(claim.id, set())

    def _short(self, id_: int) -> str:
        claim = self._claims.get(id_)
        return f"«{brief_words(claim) if claim else '…'}»"
