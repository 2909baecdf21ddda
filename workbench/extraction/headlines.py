"""What the text below says of a headline: 54 Opfer are the 54 killed, a toll past 37,000 is the running one."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extraction.drafts import Draft
from workbench.model.claim import Effect, Unit

#: So many claims after a headline its event is told in.
_SOON = 12
#: A headline rounds down by less than one part in so many.
_ROUNDED = 20


def settle(drafts: Sequence[Draft], end: int) -> None:
    """Take casualties of any kind before token `end` for the dead where the text below has as many."""
    for index, head in enumerate(drafts):
        if head.sentence[1] > end:
            return
        below = (d for d in drafts[index + 1 : index + 1 + _SOON] if d.sentence[0] >= end)
        if _vague(head) and any(_same(head, draft) for draft in below):
            head.effect = Effect.KILLED
            head.says("victims: the dead told of below")


def rounds(head: Draft, running: Sequence[Draft]) -> bool:
    """Tell whether a headline gives one of some running tolls, rounded down: toll passes 37,000, below it 37,084."""
    toll = head.number.value if head.number is not None else None
    below = (d for d in running[:_SOON] if d.effect is head.effect and d.unit is head.unit and not d.subset)
    values = [d.number.value for d in below if d.number is not None and d.number.value]
    return toll is not None and toll > 1 and any(toll <= value < toll + toll // _ROUNDED + 1 for value in values)


def _vague(head: Draft) -> bool:
    """Tell whether a draft counts casualties without a word of what befell them."""
    counted = head.number is not None and (head.number.value or 0) > 1
    return counted and head.effect is Effect.CASUALTIES_UNSPECIFIED and head.unit is Unit.PERSONS


def _same(head: Draft, draft: Draft) -> bool:
    """Tell whether a draft counts as many dead, who may be the same people."""
    if draft.effect is not Effect.KILLED or draft.number is None or head.number is None or draft.subset:
        return False
    return draft.number.value == head.number.value and draft.number.modifier is head.number.modifier
