"""Figures that an analyst set by hand stand in the place of those reckoned, and are held against them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from workbench.model.claim import Effect, Scope
from workbench.model.figure import Check, Figure, Reckoning
from workbench.model.override import Override
from workbench.reckoning.totals import add
from workbench.reckoning.words import amount_words
from workbench.wording import effect_words

BY_HAND = "by_hand"


def overridden(reckoning: Reckoning, overrides: Sequence[Override]) -> Reckoning:
    """Return one incident's reckoning with the analyst's figures in their places, each with a check of its own."""
    if not overrides:
        return reckoning
    left = {one.key: one for one in overrides}
    figures = [_set(figure, left.pop(figure.key, None)) for figure in reckoning.figures]
    figures += [_alone(one) for one in left.values()]
    figures.sort(key=order)
    found = (_check(figure) for figure in figures if figure.override is not None)
    return replace(reckoning, figures=tuple(figures), checks=(*reckoning.checks, *found))


def lost(overrides: Mapping[int, Iterable[Override]], incidents: Collection[int]) -> tuple[Check, ...]:
    """Say which figures set by hand belong to no incident any more: they are in no figure until it is back."""
    gone = (one for incident, group in sorted(overrides.items()) if incident not in incidents for one in group)
    return tuple(
        Check(
            BY_HAND,
            False,
            f"{_words(_alone(one))}, is of an incident that was merged or taken away, so it is in no figure; "
            f"set it anew or withdraw it (“{one.rationale}”)",
            (),
        )
        for one in gone
    )


def order(figure: Figure) -> tuple[int, int, str, str]:
    """Order figures of an incident: events first, effects as the model lists them, sides by name, unknown last."""
    scopes, effects = list(Scope), list(Effect)
    category = figure.category or ""
    return scopes.index(figure.scope), effects.index(figure.effect), figure.side or "\uffff", category


def _set(figure: Figure, override: Override | None) -> Figure:
    """Put an override's numbers in the place of a figure's, which it keeps."""
    if override is None:
        return figure
    return replace(
        figure,
        low=override.low,
        best=override.best,
        high=override.high,
        open=override.high is None,
        unquantified=False,
        override=override,
        reckoned=figure,
        claimed=0,
    )


def _alone(override: Override) -> Figure:
    """Make the figure of an override that no claim bears on."""
    low, best, high = override.low, override.best, override.high
    return Figure(*override.key, low, best, high, high is None, False, (), (), override=override)


def _check(figure: Figure) -> Check:
    """Hold a figure set by hand against what the claims give."""
    why = figure.override.rationale if figure.override else ""
    if figure.reckoned is None:
        return Check(BY_HAND, False, f"{_words(figure)}, rests on no claim (“{why}”)", ())
    old = figure.reckoned
    holds = figure.low >= old.low and (old.high is None or (figure.high is not None and figure.high <= old.high))
    where = "lies in" if holds else "lies outside"
    text = f"{_words(figure)}, {where} {amount_words(add([old]))}, what the claims give (“{why}”)"
    return Check(BY_HAND, holds, text, figure.used)


def _words(figure: Figure) -> str:
    plain = replace(figure, override=None)
    return f"{amount_words(add([plain]))} {effect_words(figure.effect)}, set by hand"
