"""What subsets add to several figures, in one line: numbers of the same people are summed, for they are others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from workbench.model.figure import Figure
from workbench.reckoning.rivals import PARTISAN_NOTE
from workbench.reckoning.wide import LEAVES
from workbench.reckoning.words import of_them
from workbench.wording import people, several_words

#: How the reckoning words a number of some of a figure's people.
_COUNTED = re.compile(r"(at least )?(\d[\d,]*) of them (.+)")
#: How it words some of them whom nobody counts.
_UNCOUNTED = re.compile(r"(?!no )(.+) among them")


def notes_of(figures: Iterable[Figure]) -> list[str]:
    """Return the notes of figures of different people, in their order, each once.

    "6 of them children" and "1 of them a child" are "7 of them children"; with "at least 2 of them children", or with
    "children among them", they are at least so many. That only an enemy claims a number is said beside it, and left
    out here; so is, in a sum, what one of its figures is the rest of.
    """
    rows = list(figures)
    told = [[note for note in figure.notes if _bears_on(note, len(rows))] for figure in rows]
    sums: Counter[str] = Counter()
    least: set[str] = set()
    for notes in told:
        for note in notes:
            if (found := _summed(note, notes)) is not None:
                sums[several_words(found[3])] += int(found[2].replace(",", ""))
                least |= {several_words(found[3])} if found[1] else set()
    uncounted = {found[1] for notes in told for note in notes if (found := _UNCOUNTED.fullmatch(note))}
    least |= uncounted & sums.keys()
    said = (_said(note, notes, sums, least) for notes in told for note in notes if not _is_counted(note, sums))
    return list(dict.fromkeys(said))


def _is_counted(note: str, sums: Counter[str]) -> bool:
    """Tell whether a note names people without a number whom another one counts."""
    found = _UNCOUNTED.fullmatch(note)
    return found is not None and found[1] in sums


def _bears_on(note: str, figures: int) -> bool:
    return note != PARTISAN_NOTE and (figures == 1 or LEAVES not in note)


def _summed(note: str, notes: Sequence[str]) -> re.Match[str] | None:
    """Return what a note counts; two of the same in one figure may be the same people, and stay as they are."""
    found = _COUNTED.fullmatch(note)
    counted = [several_words(one[3]) for other in notes if (one := _COUNTED.fullmatch(other))]
    return found if found and counted.count(several_words(found[3])) == 1 else None


def _said(note: str, notes: Sequence[str], sums: Counter[str], least: set[str]) -> str:
    found = _summed(note, notes)
    if found is None:
        return note
    whom = several_words(found[3])
    return of_them(f"{'at least ' if whom in least else ''}{people(sums[whom])}", whom)
