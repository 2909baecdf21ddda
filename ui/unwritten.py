"""Acts of the analyst that could not be written: kept in their order, and tried again in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from ui.words import act_words
from workbench import acts
from workbench.changes import Change, Edit, Value
from workbench.model.article import Article, ReviewState
from workbench.model.claim import Claim

#: So many acts are named; the rest are counted.
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Act:
    """What was done: `carry_out` does it and returns all that it changed; an undo or a redo has no `change` yet."""

    about: tuple[str, str]
    carry_out: Callable[[], Collection[Change]]
    change: Change | None = None
    step: str = ""

    @property
    def words(self) -> str:
        """What it is called."""
        return f"{self.step} {act_words(*self.about)}".strip()


class Unwritten:
    """Holds acts, the first one first. No two of them bear on the same row: each was made for the case as it is."""

    def __init__(self) -> None:
        self._acts: deque[Act] = deque()

    def __len__(self) -> int:
        return len(self._acts)

    @property
    def words(self) -> str:
        """Name what waits to be written."""
        named = ", ".join([act.words for act in self._acts][:_NAMED])
        return f"{named} and {len(self._acts) - _NAMED} more" if len(self._acts) > _NAMED else named

    @property
    def first(self) -> Act | None:
        """The act that is written first."""
        return self._acts[0] if self._acts else None

    @property
    def last(self) -> Act | None:
        """The act that was kept last."""
        return self._acts[-1] if self._acts else None

    def holds(self, act: Act) -> bool:
        """Tell whether the same was done already: a key was pressed again because nothing seemed to happen."""
        return any(_essence(kept) == _essence(act) for kept in self._acts)

    def keep(self, act: Act) -> str:
        """Keep an act behind all others; where it makes no sense behind one of them, return why it is not kept."""
        before = next((kept for kept in self._acts if _hinders(kept, act)), None)
        if before is not None:
            return f"Not kept: {act.words}. Before that, {before.words} has to be written or given up."
        self._acts.append(act)
        return ""

    def put_back(self, act: Act) -> None:
        """Keep an act before all others."""
        self._acts.appendleft(act)

    def take_first(self) -> Act:
        """Let go of the first act, to be tried."""
        return self._acts.popleft()

    def give_up(self, *, last: bool = False) -> str:
        """Let go of all acts, or of the last one; return what they were called."""
        given_up = self._acts[-1].words if last else self.words
        if last:
            self._acts.pop()
        else:
            self._acts.clear()
        return given_up


def _essence(act: Act) -> object:
    """Return what makes an act the same when it is done once more; what is new gets another number each time."""
    return act.about, act.step, [_told(edit) for edit in act.change.edits] if act.change else None


def _told(edit: Edit) -> tuple[Value | None, Value | None]:
    after = edit.after
    if edit.before is not None or after is None or isinstance(after.id, str):
        return edit.before, after
    if isinstance(after, Claim):
        return None, replace(after, id=0, incident_id=None)
    return None, replace(after, id=0)


def _hinders(kept: Act, act: Act) -> bool:
    """Tell whether an act was made for rows that one which is kept changes; what undo changes is not known."""
    if kept.change is None or act.change is None:
        return True
    rows = {(edit.kind, edit.value.id) for edit in kept.change.edits}
    begun = kept.change.articles() if acts.begins_reviews(kept.change) else set()
    return any((edit.kind, edit.value.id) in rows or _is_begun(edit, begun) for edit in act.change.edits)


def _is_begun(edit: Edit, begun: set[int]) -> bool:
    """Tell whether an article was new when it was edited, and will not be when it is written."""
    article = edit.before
    return isinstance(article, Article) and article.state is ReviewState.NEW and article.id in begun
