"""The analyst's judgements: assessments, figures set by hand, readings of their own; values in, a Change out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbench.changes import Change, Edit, Value
from workbench.errors import WorkbenchError
from workbench.model.assessment import Assessment
from workbench.model.convention import OwnReading
from workbench.model.override import Override
from workbench.wording import people


def _change(act: str, before: Value | None, after: Value | None, about: str) -> Change:
    return Change(act, (Edit(before, after),) if before != after else (), about)


def assess(before: Assessment | None, after: Assessment, about: str) -> Change:
    """Return the change that says what the analyst makes of something, named by the words `about`.

    An assessment that says nothing any more is taken away.
    """
    noted = replace(after, note=after.note.strip())
    return _change("assess", before, None if noted.empty else noted, about)


def override(before: Override | None, after: Override, about: str) -> Change:
    """Return the change that sets a figure by hand; WorkbenchError where it has no rationale or no sense.

    A range of a single number has that number as its best.
    """
    best = after.low if after.low == after.high else after.best
    set_ = replace(after, best=best, rationale=after.rationale.strip())
    refuse_override(set_)
    return _change("override", before, set_, about)


def refuse_override(override: Override) -> None:
    """Raise a WorkbenchError where an override says not why, or its numbers cannot be together."""
    if not override.rationale.strip():
        raise WorkbenchError("A figure set by hand needs a rationale. Say in a sentence why it is set.")
    if override.low < 0:
        raise WorkbenchError("Fewer people than none cannot be. Give a low end of 0 or more.")
    if override.high is not None and override.high < override.low:
        raise WorkbenchError(
            f"The high end ({people(override.high)}) is below the low end ({people(override.low)}). Change one of them."
        )
    if override.best is not None and not _holds(override, override.best):
        raise WorkbenchError(
            f"The best number ({people(override.best)}) lies outside the range. Change it, or leave it empty."
        )


def _holds(override: Override, number: int) -> bool:
    return override.low <= number and (override.high is None or number <= override.high)


def withdraw_override(override: Override, about: str) -> Change:
    """Return the change that gives a figure back to the reckoning."""
    return _change("withdraw_override", override, None, about)


def read_own(before: OwnReading | None, after: OwnReading | None, about: str) -> Change:
    """Return the change that sets how the analyst's own convention reads the term `about`; None as the default does.

    WorkbenchError where a cell is no reading.
    """
    if after is not None:
        refuse_reading(after, about)
    return _change("read_own", before, after, about)


def adopt_readings(before: Mapping[str, OwnReading], after: Mapping[str, OwnReading], about: str) -> Change:
    """Return the change that gives the analyst's own convention other rows at once, those of `about`, by term."""
    keys = sorted({*before, *after})
    pairs = ((before.get(key), after.get(key)) for key in keys)
    return Change("read_own", tuple(Edit(old, new) for old, new in pairs if old != new), about)


def refuse_reading(reading: OwnReading, about: str) -> None:
    """Raise a WorkbenchError that names the cell of a reading that cannot be read."""
    for name, cell in (("low", reading.low), ("high", reading.high), ("best", reading.best)):
        if not reading.readable(cell):
            raise WorkbenchError(
                f"“{cell}” is no {name} for {about}. Write a number, - for open or none, = for as the default, "
                "or a formula such as N-1 or N+tenth."
            )
    if reading.falls:
        raise WorkbenchError(f"The numbers for {about} do not rise from low by best to high. Change one of them.")
