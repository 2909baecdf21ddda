"""Figures as a table: CSV for spreadsheets, aligned text for a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from workbench import spreadsheet
from workbench.exporters.changes import aligned
from workbench.model.actor import Side
from workbench.model.assessment import About, Assessment
from workbench.model.figure import Figure
from workbench.model.incident import Incident
from workbench.reckoning.sides import in_order
from workbench.reckoning.totals import effects_of, totals
from workbench.reckoning.undecided import Pair
from workbench.reckoning.words import amount_words
from workbench.spreadsheet import Cell
from workbench.wording import effect_words, side_words

_HEAD = (
    "incident",
    "title",
    "scope",
    "side",
    "category",
    "effect",
    "low",
    "best",
    "high",
    "open",
    "unquantified",
    "only_claimed",
    "claims",
    "notes",
    "set_by_hand",
    "reckoned_low",
    "reckoned_best",
    "reckoned_high",
    "grade",
    "origins",
    "outlets",
    "may_be_one_with",
)


def to_csv(
    figures: Iterable[Figure],
    incidents: Iterable[Incident],
    sides: Mapping[str, Side],
    assessments: Iterable[Assessment] = (),
    undecided: Iterable[Pair] = (),
) -> str:
    """Return one line a figure; an empty cell is unknown, never zero.

    `origins` are keys of sources, or articles that name none; `outlets` those that printed it. `set_by_hand` is why
    an analyst set a figure, the next three what the claims give; `grade` is the incident's. Nobody but a belligerent
    gives `only_claimed` of the low end, its enemy's losses. `may_be_one_with` are the incidents that may be the same
    event, with people counted twice, until an analyst decides.
    """
    titles = {incident.id: incident.title for incident in incidents}
    same: dict[int, set[int]] = defaultdict(set)
    for one, other in undecided:
        same[one].add(other)
        same[other].add(one)
    grades = {a.about_id: a.grade.value for a in assessments if a.about is About.INCIDENT and a.grade}
    rows = (
        (
            *_cells(row, titles, sides),
            *_judged(row),
            grades.get(str(row.incident)),
            *_witnesses(row),
            " ".join(map(str, sorted(same[row.incident]))),
        )
        for row in figures
    )
    return spreadsheet.to_csv(_HEAD, rows)


def _cells(figure: Figure, titles: Mapping[int, str], sides: Mapping[str, Side]) -> Sequence[Cell]:
    return (
        figure.incident,
        titles.get(figure.incident, ""),
        figure.scope.value,
        side_words(figure.side, sides),
        figure.category.value if figure.category else None,
        figure.effect.value,
        figure.low,
        figure.best,
        figure.high,
        figure.open,
        figure.unquantified,
        figure.claimed,
        " ".join(map(str, figure.used)),
        "; ".join(figure.notes),
    )


def _judged(figure: Figure) -> Sequence[Cell]:
    if figure.override is None:
        return (None,) * 4
    was = figure.reckoned
    return (figure.override.rationale, *((was.low, was.best, was.high) if was else (None,) * 3))


def _witnesses(figure: Figure) -> Sequence[Cell]:
    return "; ".join(figure.origins), "; ".join(figure.outlets)


def to_text(figures: Iterable[Figure], sides: Mapping[str, Side]) -> str:
    """Return the figures of the events by side and effect, in columns; one sentence where there are none."""
    sums = totals(figures)
    if not sums:
        return "No figures: no claim in this case is about people who came to harm."
    effects = effects_of(sums)
    cells = {(total.side, total.effect): amount_words(total.amount) for total in sums}
    rows = [["", *(effect_words(effect) for effect in effects)]]
    rows += [
        [side_words(side, sides), *(cells.get((side, effect), "") for effect in effects)]
        for side in in_order({total.side for total in sums}, sides.values())
    ]
    return aligned(rows)
