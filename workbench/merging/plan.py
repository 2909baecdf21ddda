"""How one case is taken into another: what comes, what is asked, and the one change that does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.changes import KINDS, Change, Edit, Written
from workbench.errors import WorkbenchError
from workbench.merging.agreement import Agreement, agreement
from workbench.merging.asking import Question, asks, results
from workbench.merging.bases import ROW
from workbench.merging.drafts import Draft, drafts
from workbench.merging.fields import Take
from workbench.merging.meeting import Meeting, meet
from workbench.merging.mending import Rows, mend
from workbench.merging.note import note
from workbench.merging.numbers import decision
from workbench.merging.pairing import pair
from workbench.merging.told import Into, Told
from workbench.model.article import Article
from workbench.model.merged import Merged

ACT = "merge_case"


@dataclass(frozen=True, slots=True)
class Counts:
    """What a merge does to rows of one kind."""

    kind: str
    added: int
    changed: int
    removed: int


class Plan:
    """What taking one case into another means; nothing is done yet.

    `questions` are to be answered, `shared` is the last line that both journals hold (0: the cases are unrelated),
    `joined` the number of rows that both made of the same words, `lines` what the other's journal brings.
    """

    def __init__(
        self, meeting: Meeting, head: int, lines: tuple[Written, ...], joined: int, found: list[Draft]
    ) -> None:
        self._meeting, self._head = meeting, head
        self._alone, self._asks = asks(found, meeting)
        self.questions: tuple[Question, ...] = tuple(ask.question for ask in self._asks)
        self.shared, self.lines, self.joined = meeting.shared, lines, joined
        self.name = meeting.theirs.name

    @property
    def empty(self) -> bool:
        """Whether the other brings nothing, not even that something was decided as it stands here."""
        return not self.questions and not self.decided and not self._edits({})

    @property
    def decided(self) -> int:
        """In how many rows the other decided on a part, be it as it stands here; that has to be known here, too."""
        _, there = self._meeting.decided
        return sum(1 for found in there.values() if found.names - {ROW})

    def counts(self, takes: Mapping[int, Take]) -> list[Counts]:
        """Return how many rows of each kind come, change and go, by the answers so far."""
        counted: Counter[tuple[str, str]] = Counter()
        for edit in self._edits(takes):
            how = "added" if edit.before is None else "removed" if edit.after is None else "changed"
            counted[edit.kind, how] += 1
        kinds = [kind for kind in KINDS if kind != "merged" and any(found == kind for found, _ in counted)]
        return [Counts(k, counted[k, "added"], counted[k, "changed"], counted[k, "removed"]) for k in kinds]

    def agreement(self) -> Agreement:
        """Return how far the two analysts agree."""
        return agreement(self._meeting.rows, self._meeting.theirs)

    def change(self, takes: Mapping[int, Take]) -> Change:
        """Return the change that merges, by the answers; WorkbenchError where one is missing or cannot be."""
        for question in self.questions:
            self._refuse(question, takes.get(question.number))
        edits = self._edits(takes)
        if not edits and not self.questions and not self.decided:
            return Change(ACT, (), self.name)
        theirs = self._meeting.theirs
        came = {e.after.document for e in edits if e.before is None and isinstance(e.after, Article)}
        new = {sha256 for sha256 in came if self._meeting.rows.article_with(sha256) is None}
        told = note(self._meeting, self.lines, self._head, [(ask.question, takes) for ask in self._asks])
        record = Edit(None, self._record())
        documents = tuple(theirs.document(sha256) for sha256 in sorted(new))
        return Change(ACT, (*edits, record), self.name, documents=documents, note=told)

    def _refuse(self, question: Question, take: Take | None) -> None:
        if take is None:
            raise WorkbenchError(
                f"Both changed the {question.what} of {question.about}: it is {question.mine} here and "
                f"{question.theirs} in {self.name}. Say whose is taken."
            )
        if take not in question.takes:
            raise WorkbenchError(f"Only one {question.what} of {question.about} can stand. Take mine or theirs.")

    def _record(self) -> Merged:
        """Return what is noted: how far the other was taken in, and what was decided by that or before, over there."""
        numbers, (_, there) = self._meeting.numbers, self._meeting.decided
        decided = {decision(key, name) for ask in self._asks for key, name in ask.decides}
        decided |= {decision(key, name) for key, found in there.items() for name in found.names}
        digest = self._meeting.theirs.hash_at(self._head)
        return Merged(numbers.end, self.name, self._head, digest, numbers.runs(), tuple(sorted(decided)))

    def _edits(self, takes: Mapping[int, Take]) -> tuple[Edit, ...]:
        rows: Rows = results(self._alone, self._asks, takes)
        mend(rows, self._meeting)
        return tuple(_ordered(self._changed(rows)))

    def _changed(self, rows: Rows) -> Iterator[Edit]:
        for key, after in rows.items():
            before = self._meeting.rows.row(*key)
            if before != after:
                yield Edit(before, after)


def _ordered(edits: Iterable[Edit]) -> list[Edit]:
    """Put edits in an order in which they can be written: what goes first, then what is pointed to."""
    order = {kind: n for n, kind in enumerate(KINDS)}

    def place(edit: Edit) -> tuple[bool, int, str]:
        going = edit.after is None
        return not going, order[edit.kind] * (-1 if going else 1), str(edit.value.id).zfill(12)

    return sorted(edits, key=place)


def plan(rows: Into, mine: Told, theirs: Told, first: int) -> Plan:
    """Return how `theirs` is taken into the case that `rows` and `mine` tell; `first` is the first free number here."""
    meeting = meet(rows, mine, theirs, first)
    joined = pair(meeting)
    found = list(drafts(meeting, joined))
    lines = tuple(theirs.since(meeting.since))
    return Plan(meeting, theirs.head(), lines, len(joined), found)
