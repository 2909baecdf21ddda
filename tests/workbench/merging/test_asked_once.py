"""Who is asked: nobody is overruled without a question, and two who merge each other answer each question once.

Beside the cases goes what a perfect memory would know: each change of a field and each answer is an event, and a case
knows all events that any case had whose journal it took in. A question is due exactly where the two hold different
events and neither knows the other's.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.merging.copies import Copy, merge, planned
from tests.workbench.values import TEXT, article, document, findings
from workbench import acts, recording
from workbench.changes import Change, Edit
from workbench.merging.fields import Take
from workbench.model.claim import Claim

FIELDS = ("category", "side")
_MANY = settings(max_examples=60, deadline=None, derandomize=True)

#: What is done: who, which field (or none: a merge), from whom, whose is taken.
Step = tuple[int, str, int, Take]


def steps(cases: int) -> st.SearchStrategy[list[Step]]:
    who = st.integers(0, cases - 1)
    return st.lists(st.tuples(who, st.sampled_from((*FIELDS, "", "")), who, st.sampled_from(Take)), max_size=18)


@dataclass
class Memory:
    """The events a case holds in a field, all it knows of, and what each event knew."""

    holds: set[int] = field(default_factory=lambda: {0})
    knows: set[int] = field(default_factory=lambda: {0})

    def has(self, event: int) -> None:
        self.holds = {event}
        self.knows.add(event)


class Analysts:
    """Cases on one claim, with what a perfect memory knows of each."""

    def __init__(self, count: int) -> None:
        first = Copy("0")
        first.apply(acts.import_article(article(), document(TEXT)))
        first.apply(recording.record_findings(article(), findings(), 2, automatic=True))
        self.cases = [first, *(first.copied(str(n)) for n in range(1, count))]
        self.memories = {(n, name): Memory() for n in range(count) for name in FIELDS}
        self.before: dict[int, set[int]] = {0: set()}

    def of(self, case: int) -> Claim:
        found = self.cases[case].row("claim", 3)
        assert isinstance(found, Claim)
        return found

    def event(self, memory: Memory) -> int:
        number = len(self.before)
        self.before[number] = set(memory.knows)
        memory.has(number)
        return number

    def edit(self, case: int, name: str) -> None:
        number, row = self.event(self.memories[case, name]), self.of(case)
        new = {name: f"v{number}"}
        self.cases[case].apply(Change("edit", (Edit(row, replace(row, **new)),), "x"))  # type: ignore[arg-type]  # by name

    def merge(self, into: int, other: int, take: Take) -> tuple[set[str], set[str]]:
        """Merge; return in which fields it was asked, and in which that was due."""
        due = {name for name in FIELDS if self.is_due(into, other, name)}
        asked = {question.what for question in merge(self.cases[into], self.cases[other], take).questions}
        for name in FIELDS:
            mine, theirs = self.memories[into, name], self.memories[other, name]
            mine.knows |= theirs.knows
            if name in asked:
                self.event(mine)
                continue
            both = mine.holds | theirs.holds
            mine.holds = {one for one in both if not any(one in self.before[later] for later in both)}
        return asked, due

    def is_due(self, into: int, other: int, name: str) -> bool:
        mine, theirs = self.memories[into, name], self.memories[other, name]
        if getattr(self.of(into), name) == getattr(self.of(other), name):
            return False
        return not (theirs.holds <= mine.knows or mine.holds <= theirs.knows)

    def do(self, steps: list[Step]) -> list[tuple[set[str], set[str]]]:
        found = []
        for case, name, other, take in steps:
            if name:
                self.edit(case, name)
            elif case != other:
                found.append(self.merge(case, other, take))
        return found


@_MANY
@given(steps(2))
def test_two_are_asked_exactly_where_neither_knew_of_the_other(done: list[Step]) -> None:
    for asked, due in Analysts(2).do(done):
        assert asked == due


@_MANY
@given(steps(4))
def test_nobody_is_overruled_without_a_question(done: list[Step]) -> None:
    for asked, due in Analysts(4).do(done):
        assert due <= asked


@pytest.mark.parametrize("take", [Take.MINE, Take.THEIRS])
def test_who_took_a_decision_over_takes_over_what_follows_on_it(take: Take) -> None:
    two = Analysts(2)
    two.edit(0, "side")
    two.edit(1, "side")
    assert two.merge(1, 0, take)[0] == {"side"}
    assert not two.merge(0, 1, Take.MINE)[0]
    two.edit(1, "side")
    assert not two.merge(0, 1, Take.MINE)[0]
    assert two.of(0) == two.of(1)


def test_a_decision_that_leaves_a_row_as_it_stands_here_is_noted_and_only_once() -> None:
    two = Analysts(2)
    two.edit(0, "side")
    two.edit(1, "side")
    two.merge(1, 0, Take.THEIRS)
    mine, theirs = two.cases
    plan = planned(mine, theirs)
    assert (plan.counts({}), plan.decided, plan.empty) == ([], 1, False)
    assert not merge(mine, theirs).questions
    assert planned(mine, theirs).empty
    assert planned(theirs, mine).empty


def test_an_answer_that_the_other_never_saw_is_not_overruled_by_what_it_did_since() -> None:
    two = Analysts(2)
    two.edit(0, "category")
    two.merge(0, 1, Take.MINE)
    two.edit(1, "category")
    assert two.merge(1, 0, Take.THEIRS)[0] == {"category"}
    two.edit(0, "side")
    assert not two.merge(1, 0, Take.MINE)[0]
    two.edit(0, "category")
    assert two.merge(0, 1, Take.MINE) == ({"category"}, {"category"})
