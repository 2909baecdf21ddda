"""Which claims of a copy say again what its original says: by the words they were read from, else by the number."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence

from workbench.model.claim import Claim


def retold(copied: Sequence[Claim], originals: Sequence[Claim]) -> dict[int, Claim]:
    """Return, by the ids of `copied`, the claims of the original that they say again; each original once.

    What an analyst changed in one of the two parts them only where the words were changed too.
    """
    found: dict[int, Claim] = {}
    for key in (_told, _read):
        taken = {claim.id for claim in found.values()}
        left = [claim for claim in copied if claim.id not in found]
        found.update(_paired(left, (claim for claim in originals if claim.id not in taken), key))
    return found


def _paired(
    copied: Iterable[Claim], originals: Iterable[Claim], key: Callable[[Claim], Hashable]
) -> Iterable[tuple[int, Claim]]:
    """Pair claims of one key in the order in which the texts tell them."""
    waiting: dict[Hashable, deque[Claim]] = defaultdict(deque)
    for claim in sorted(originals, key=_place):
        waiting[key(claim)].append(claim)
    for claim in sorted(copied, key=_place):
        if waiting[key(claim)]:
            yield claim.id, waiting[key(claim)].popleft()


def _place(claim: Claim) -> tuple[int, int, int]:
    return claim.article_id, (claim.number or claim.evidence).start, claim.id


def _told(claim: Claim) -> Hashable:
    """Return the words a claim was read from, which no correction of its number or people changes."""
    return claim.effect, _plain(claim.number_text), _plain(claim.victims_text)


def _read(claim: Claim) -> Hashable:
    """Return what a claim counts: a copy may shorten its words."""
    return claim.effect, claim.unit, claim.scope, claim.quantity, claim.actor, claim.category


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
