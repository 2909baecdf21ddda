"""What the journal notes of a merge: whose acts came with it, when they were done, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workbench.changes import Written
from workbench.history import Step
from workbench.merging.asking import Question
from workbench.merging.fields import Take
from workbench.merging.meeting import Meeting

#: So many letters of what an act concerns are noted.
_LETTERS = 60


def note(
    meeting: Meeting, lines: Sequence[Written], head: int, answers: Iterable[tuple[Question, Mapping[int, Take]]]
) -> str:
    """Return the note: a line of what was taken in, one for each act of the other's analysts, one a decision."""
    told = [f"{meeting.theirs.name}, lines {meeting.since + 1} to {head}, hash {meeting.theirs.hash_at(head)}"]
    told += [_act(line, meeting) for line in lines if line.step is not Step.AUTOMATIC]
    told += [_decision(question, takes.get(question.number, Take.MINE)) for question, takes in answers]
    return "\n".join(told)


def _act(line: Written, meeting: Meeting) -> str:
    step = "" if line.step is Step.DO else f"{line.step} "
    words = " ".join(line.about.split())[:_LETTERS]
    rows = (_row(edit.kind, edit.value.id, meeting) for edit in line.edits)
    return f"{line.number} {line.at} {line.analyst}: {step}{line.act} “{words}” {' '.join(dict.fromkeys(rows))}".strip()


def _row(kind: str, id_: int | str, meeting: Meeting) -> str:
    return f"{kind} {meeting.numbers.of(id_) if isinstance(id_, int) else id_}"


def _decision(question: Question, take: Take) -> str:
    return f"{take} of {question.about}, {question.what}: {question.mine} | {question.theirs}"
