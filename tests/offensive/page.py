"""The page that sets the figures beside the reasoning."""

from __future__ import annotations

from collections.abc import Iterator

from tests.offensive.story import Told, articles, signed
from workbench.model.figure import Figure
from workbench.wording import bounds_words, claim_words, effect_words

_HEAD = """# One offensive, five articles

Five articles, written for the tests, tell of one offensive: a toll that rises, a correction downward, a text that a
second paper prints again, a belligerent's claim, and an aggregate over the week. What an analyst would sign was written
down before the program read them. This page is written by `python -m tests.offensive`; a test holds that every figure
is the one that is signed.
"""


def page(told: Told) -> str:
    """Write the page."""
    parts = (_articles(), _acts(told), _figures(told), _checks(told), _unused(told))
    return "\n".join([_HEAD, *(line for part in parts for line in part)])


def _articles() -> Iterator[str]:
    """Yield the articles."""
    yield "## The articles\n"
    for number, one in enumerate(articles(), 1):
        yield f"**{number}. {one.outlet}, {one.published}**\n"
        yield from (f"> {line}" if line else ">" for line in one.document.text.strip().splitlines())
        yield ""


def _acts(told: Told) -> Iterator[str]:
    """Yield what the analyst did."""
    yield "## What the analyst does\n"
    yield from (f"* {act}" for act in told.acts)
    yield ""


def _figures(told: Told) -> Iterator[str]:
    """Yield the figures, with why they are so."""
    yield "## The figures\n"
    yield "| incident | side | effect | signed | the program | why |\n|---|---|---|---|---|---|"
    for one in signed():
        found = told.figure(one)
        got = words(found.low, found.best, found.high) if found is not None else "nothing"
        side = one["side"] or "unknown"
        mine = words(one["low"], one["best"], one["high"])
        yield f"| {one['incident']} | {side} | {one['effect']} | {mine} | {got} | {one['why']} |"
    yield ""
    yield from (f"* {_name(f, told)}: {note}" for f in told.reckoning.figures for note in f.notes)
    yield ""


def _checks(told: Told) -> Iterator[str]:
    """Yield the checks."""
    yield "## The checks\n"
    yield from (f"* {'holds' if check.holds else 'fails'}: {check.text}" for check in told.reckoning.checks)
    yield ""


def _unused(told: Told) -> Iterator[str]:
    """Yield the claims that were not used, each with the reason."""
    yield "## Not used, and why\n"
    for claim, reasons in sorted(told.reckoning.reasons.items()):
        one = told.claims[claim]
        yield f"* “{claim_words(one)}”, {effect_words(one.effect)}: {' '.join(reasons)}"
    yield ""


def _name(figure: Figure, told: Told) -> str:
    incident = told.incidents[figure.incident].title
    return f"{incident}, {figure.side or 'side unknown'}, {effect_words(figure.effect)}"


def words(low: int, best: int | None, high: int | None) -> str:
    """Write a figure: 17, or 30 (27–33), or at least 28 where none is best."""
    bounds = bounds_words(low, high)
    return bounds if best in (None, low) else f"{best} ({bounds})"
