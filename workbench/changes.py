"""Command, undo step and audit line in one value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from workbench.history import Step
from workbench.model.actor import Actor, Side, Source
from workbench.model.article import Article, Document
from workbench.model.assessment import Assessment
from workbench.model.claim import Claim
from workbench.model.convention import OwnReading
from workbench.model.declined import Declined
from workbench.model.incident import Incident
from workbench.model.mention import Mention
from workbench.model.merged import Merged
from workbench.model.method import Method
from workbench.model.override import Override
from workbench.model.reason import Reason

Found = Article | Mention | Claim | Incident
Register = Actor | Source | Side
Judged = Method | OwnReading | Assessment | Override | Declined | Merged
Value = Found | Register | Judged
ValueType = type[Value]

#: The kinds of row, in an order in which rows may be written: what is pointed to comes first.
KINDS: dict[str, ValueType] = {
    "method": Method,
    "own_reading": OwnReading,
    "side": Side,
    "actor": Actor,
    "source": Source,
    "article": Article,
    "incident": Incident,
    "mention": Mention,
    "claim": Claim,
    "assessment": Assessment,
    "override": Override,
    "declined": Declined,
    "merged": Merged,
}
NAMES = {kind: name for name, kind in KINDS.items()}


def kind_of(value: Value) -> str:
    """Return the name of the kind of row `value` is."""
    return NAMES[type(value)]


@dataclass(frozen=True, slots=True)
class Edit:
    """One row before and after; None is a row that is not there."""

    before: Value | None
    after: Value | None

    @property
    def value(self) -> Value:
        """Whichever side of the edit is there, the later one first."""
        value = self.after if self.after is not None else self.before
        if value is None:
            raise ValueError("an edit of nothing into nothing")
        return value

    @property
    def kind(self) -> str:
        """The name of the kind of row that is edited."""
        return kind_of(self.value)

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """An act and its edits; they happen together or not at all.

    `act` is a key such as ``accept`` or ``edit_number``, `about` the words it concerns. `automatic` acts (reading a
    freshly imported article) are journalled but passed over by undo. `documents` are stored with the change and are
    never taken back. `reason` and `note` say why, where the analyst said so. `asker` names the editor that asked, so
    that it need not reload; it is not journalled.
    """

    act: str
    edits: tuple[Edit, ...]
    about: str = ""
    automatic: bool = False
    documents: tuple[Document, ...] = ()
    asker: str = field(default="", compare=False)
    reason: Reason | None = None
    note: str = ""

    @property
    def inverse(self) -> Change:
        """The change that takes this one back: its edits swapped, last first; why it was made is not why it goes."""
        edits = tuple(edit.inverse for edit in reversed(self.edits))
        return replace(self, edits=edits, documents=(), reason=None, note="")

    def articles(self) -> set[int]:
        """Return the ids of the articles whose rows it touches."""
        return {_article_of(edit.value) for edit in self.edits} - {0}

    def touches(self, kind: str) -> bool:
        """Tell whether a row of `kind` is edited."""
        return any(edit.kind == kind for edit in self.edits)


@dataclass(frozen=True, slots=True)
class Written:
    """A line of a journal with its edits; `at` is UTC, ISO 8601."""

    number: int
    step: Step
    act: str
    about: str
    analyst: str
    at: str
    edits: tuple[Edit, ...]


def _article_of(value: Value) -> int:
    if isinstance(value, Article):
        return value.id
    return value.article_id if isinstance(value, Mention | Claim) else 0


def adding(values: Iterable[Value]) -> tuple[Edit, ...]:
    """Return the edits that put `values` where nothing was."""
    return tuple(Edit(None, value) for value in values)


def removing(values: Iterable[Value]) -> tuple[Edit, ...]:
    """Return the edits that take `values` away."""
    return tuple(Edit(value, None) for value in values)
