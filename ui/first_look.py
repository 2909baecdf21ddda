"""The first look at all claims of a case: read, reckoned and compared in small steps, between which it may change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from ui.proposed import Proposed
from ui.reckonings import Reckonings
from workbench.case import Queue
from workbench.model.article import Article
from workbench.model.claim import Claim


class Read(Protocol):
    """What is read beside its articles; an open case is that."""

    def claims_of(self, incident_id: int | None) -> list[Claim]:
        """Return the claims about an incident."""


Piece = tuple[list[Article], list[Claim]]


def first_look(
    case: Read, queue: Queue, kept: Reckonings, proposed: Proposed, take: Callable[[Piece], None]
) -> Iterator[float]:
    """Read all claims, hand them to `take`, and have them reckoned and compared; yield how much of it is done.

    Whoever asks for figures in the meantime gets them at once, and right; what is known already is not reckoned again.
    """
    for _ in kept.read_incidents():
        yield 0.0
    strays = kept.strays()
    read, articles = 0, len(queue.ids())
    for piece in queue.pieces():
        take(piece)
        strays.take(*piece)
        read += len(piece[0])
        yield 0.1 * min(1.0, read / articles)
    kept.take_strays(strays)
    ids = sorted(kept.lacking() | proposed.lacking())
    while True:
        for done, id_ in enumerate(ids):
            claims = case.claims_of(id_)
            kept.take(id_, claims)
            proposed.take(id_, claims)
            yield 0.1 + 0.8 * done / len(ids)
        for done, _ in enumerate(proposed.compare()):
            yield 0.9 + 0.1 * done / len(ids)
        if not (ids := sorted(kept.lacking() | proposed.lacking())):  # else something was changed that bears on all
            return
