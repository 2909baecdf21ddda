"""History is held against the obvious machine: two stacks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.history import Line, Step, next_redo, next_undo


class Stacks:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.done: list[int] = []
        self.undone: list[int] = []

    def write(self, step: Step) -> None:
        number = len(self.lines) + 1
        if step is Step.DO:
            self.done.append(number)
            self.undone = []
        elif step is Step.UNDO:
            self.done.pop()
            self.undone.append(number)
        elif step is Step.REDO:
            self.undone.pop()
            self.done.append(number)
        self.lines.append(Line(number, step))

    def can(self, step: Step) -> bool:
        return {Step.UNDO: bool(self.done), Step.REDO: bool(self.undone)}.get(step, True)


@given(st.lists(st.sampled_from(Step), max_size=60))
def test_the_journal_alone_tells_what_two_stacks_would(steps: list[Step]) -> None:
    stacks = Stacks()
    for step in steps:
        if stacks.can(step):
            stacks.write(step)
        newest_first = stacks.lines[::-1]
        assert next_undo(newest_first) == (stacks.done[-1] if stacks.done else None)
        assert next_redo(newest_first) == (stacks.undone[-1] if stacks.undone else None)


def test_it_stops_reading_when_it_knows() -> None:
    def lines() -> object:
        yield Line(9, Step.DO)
        raise AssertionError("read on")

    assert next_undo(lines()) == 9  # type: ignore[arg-type]  # a generator of lines that must not be drained
    assert next_redo(lines()) is None  # type: ignore[arg-type]  # the same
