"""The one table of `make accuracy`: each measure with its value, its goal, and whether it is met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.accuracy.phrases import Judged
from tests.accuracy.scoring import Score

HEADER = ("measure", "value", "goal", "n", "")
_WIDTHS = (50, 7, 7, 6, 0)
_FIELD_GOAL = 0.92
#: What each measure of the scorer has to reach; its other lines are shown without a goal.
GOALS: Mapping[str, float] = {
    "de_claim_f1": 0.93,
    "de_passage_exact": 0.85,
    "de_victims": 0.90,
    "de_attribution": 0.85,
    "de_subset_recall": 0.80,
    "en_killed_isaf": 0.92,
    "en_killed_isaf_ge2": 0.92,
    "muc_group_recall_ge2": 0.80,
}
_MEANINGS = {
    "phrases: number and effect": "constructions of which exactly the right numbers come out, with effect and unit",
    "phrases: traps": "sentences with numbers that are no claim, or not the one that is near: nothing wrong comes out",
    "phrases: every field": "constructions and traps of which all the fields below are right as well",
    "phrases: category": "who the victims were: civilians, children, state forces, fighters",
    "phrases: each and half": "numbers multiplied (je drei bei zwei Angriffen) or halved (die Hälfte der 40)",
    "phrases: modifier": "mindestens, fast, bis zu, Dutzende and the like read as what they are",
    "phrases: scope": "running tolls and the past told from the event",
    "phrases: source": "the words for who says so",
    "phrases: status": "how the article vouches for it: attributed, alleged, denied",
    "de_claim_f1": "German passages: claims with the right number and effect, precision and recall in one",
    "de_claim_f1 P": "of the claims found, the share that is right",
    "de_claim_f1 R": "of the claims there are, the share that is found",
    "de_passage_exact": "passages in which every claim is found and nothing else",
    "de_victims": "of the right claims, those whose words for the victims are found",
    "de_attribution": "of the right claims, those whose words for who says so are found",
    "de_vague_recall": "vague numbers (mehrere, Dutzende) found as vague",
    "de_subset_recall": "parts of other counts (darunter, davon) found as parts",
    "de_subset_recall precision": "of the parts found, the share that is one",
    "en_killed_isaf": "ISAF press releases: the insurgents killed, as the figures would chart them",
    "en_killed_isaf_ge2": "the same where two or more were killed",
    "muc_group_recall_ge2": "MUC messages: groups of two or more victims found with number and effect",
    "names: German GermEval, trained part": "persons, organisations and places in held-out sentences, span and label",
    "names: English UNER, trained part": "the same in the test part of Universal NER's English web texts",
    "names: English Wikigold, trained part": "the same in 300 sentences of Wikigold that are not trained on, though "
    "their neighbours in the same articles are",
    "names: English re3d, trained part": "the same in reports on Syria and Iraq, whose labels are cut down to names: "
    "no pronouns, articles, offices and unnamed people, and a country is a place also where it acts",
    "names: English re3d, whole chain": "the same of all mentions: sources, groups and forces are organisations, "
    "facilities places; of nested mentions the outermost",
    "names: English re3d, whole chain, all as labelled": "for the record, all that re3d labels ('we', 'the residents "
    "of Mosul'), most of which is no mention here; role words and peoples are organisations, equipment is a weapon",
    "names: reference article, whole chain": "all mentions of the article, span and label; dates and numbers are such",
    "names: reference article, links of actors": "of its actors and sources those found and linked to the right one",
    "register: armed actors": "actors of the register, civilians left out",
    "register: places": "places of the index",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One measure; `goal` None is shown for the record, `value` None could not be measured."""

    name: str
    value: float | None
    goal: float | None = None
    n: int | None = None

    @property
    def met(self) -> bool:
        """Whether the goal is met, as far as there is one."""
        return self.goal is None or (self.value is not None and self.value >= self.goal)

    @property
    def meaning(self) -> str:
        """What the measure tells; empty where its name says so itself."""
        return _MEANINGS.get(self.name, "")

    def cells(self) -> tuple[str, ...]:
        """Return what the table shows of it."""
        verdict = "" if self.goal is None else "met" if self.met else "MISSED"
        return (
            self.name,
            _figure(self.value, 3),
            "" if self.goal is None else f"≥ {_figure(self.goal, 2)}",
            "" if self.n is None else str(self.n),
            verdict,
        )


def of_phrases(constructions: Sequence[Judged], traps: Sequence[Judged]) -> Iterator[Row]:
    """Yield the measures of the list of phrases: numbers, traps, all fields, then each field by itself."""
    yield _share("phrases: number and effect", [each.numbers_right for each in constructions], 0.97)
    yield _share("phrases: traps", [each.numbers_right for each in traps], 1.0)
    both = (*constructions, *traps)
    yield _share("phrases: every field", [each.right for each in both], _FIELD_GOAL)
    fields: dict[str, list[bool]] = {}
    for each in both:
        for name, right in each.fields():
            fields.setdefault(name, []).append(right)
    for name in sorted(fields):
        yield _share(f"phrases: {name}", fields[name], _FIELD_GOAL)


def _share(name: str, right: Sequence[bool], goal: float) -> Row:
    return Row(name, sum(right) / len(right) if right else None, goal, len(right))


def of_scores(scores: Iterable[Score]) -> Iterator[Row]:
    """Yield a row for each line of the scorer; precision and recall stand under their line."""
    missing = dict(GOALS)
    for score in scores:
        yield Row(score.name, score.value, missing.pop(score.name, None), score.n)
        shown = (key for key in ("P", "R", "precision") if key in score.others)
        yield from (Row(f"{score.name} {key}", score.others[key]) for key in shown)
    yield from (Row(name, None, goal) for name, goal in missing.items())


def _figure(value: float | None, digits: int) -> str:
    """Write a share with its digits, a count (of which there are more than one) in whole numbers."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value > 1 else f"{value:.{digits}f}"


def line(cells: Iterable[str]) -> str:
    """Return one line of the table as it is printed."""
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip()


def summary(rows: Sequence[Row]) -> str:
    """Say how many goals are met, and which are not."""
    goals = [row for row in rows if row.goal is not None]
    missed = [row.name for row in goals if not row.met]
    return f"{len(goals) - len(missed)} of {len(goals)} goals met" + (
        f"; missed: {', '.join(missed)}" if missed else ""
    )
