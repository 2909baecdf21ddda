"""Every claim of the case in one table; a change touches only the rows it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum
from html import escape
from types import MappingProxyType

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.models.claim_relations import Related
from ui.models.claim_words import Names, when_words
from ui.session import Session
from ui.slices import Slices
from workbench import acts
from workbench.changes import Change, Edit
from workbench.errors import WorkbenchError
from workbench.exporters.quotes import pieces
from workbench.model.article import Article
from workbench.model.claim import Category, Claim, Effect
from workbench.model.mention import Status
from workbench.reckoning.typed_numbers import UnreadableNumber, parse
from workbench.wording import category_words, effect_words, epistemic_words, quantity_words, read_words, scope_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
CLAIM = Role.UserRole
_ASKER = "claimTable"
#: From so many rows that come or go at once the table is laid out anew.
_MANY = 20
#: So many rows that were read come into the table together, in the end: each time all that is seen is painted anew.
_TOGETHER = 5_000


class Column(IntEnum):
    """The table's columns from left to right."""

    EFFECT = 0
    NUMBER = 1
    SIDE = 2
    WHO = 3
    CATEGORY = 4
    SAID_BY = 5
    WHEN = 6
    WHERE = 7
    EPISTEMIC = 8
    SCOPE = 9
    RELATION = 10
    STATUS = 11
    ARTICLE = 12


HEADINGS = (
    "Effect",
    "Number",
    "Side",
    "Who",
    "Category",
    "Said by",
    "When",
    "Where",
    "Epistemic",
    "Scope",
    "Relation",
    "Status",
    "Article",
)
#: The columns that need nothing but the claim.
_WORDS: Mapping[Column, Callable[[Claim], str]] = MappingProxyType(
    {
        Column.EFFECT: lambda claim: effect_words(claim.effect),
        Column.NUMBER: lambda claim: read_words(claim.quantity),
        Column.CATEGORY: lambda claim: category_words(claim.category),
        Column.WHEN: when_words,
        Column.WHERE: lambda claim: claim.where.name if claim.where else "",
        Column.EPISTEMIC: lambda claim: epistemic_words(claim.epistemic),
        Column.SCOPE: lambda claim: scope_words(claim.scope),
        Column.STATUS: lambda claim: claim.status.value,
    }
)
EDITABLE = frozenset({Column.EFFECT, Column.NUMBER, Column.SIDE, Column.CATEGORY})


class ClaimTableModel(QAbstractTableModel):
    """The session's claims in the order in which they were read."""

    #: Rows came, went or changed: whoever counts them counts again.
    tallied = Signal()

    def __init__(self, session: Session, parent: QObject | None = None, *, awaited: bool = True) -> None:
        """Show the session's case, whichever is open; where it is not `awaited`, from `wake` on."""
        super().__init__(parent)
        #: Whether somebody looks at this case's claims: there are many, and reading all of them takes a while.
        self._awaited = self._always = awaited
        self._session = session
        self.slices = Slices(self)
        #: Up to which article claims were read; None where all were, or none are wanted.
        self._read_to: int | None = None
        self._articles: dict[int, Article] = {}
        self._clear()
        session.opened.connect(self._begin)
        session.changed.connect(self._follow)
        self.reload()

    def reload(self) -> None:
        """Read the whole table: a short one at once, a long one between the events of the window."""
        self.slices.stop()
        self.beginResetModel()
        self._clear()
        self._read_names()
        self.endResetModel()
        queue = self._session.queue() if self._awaited else None
        if queue is not None:
            self._read_to = 0
            self.slices.begin(map(self._take, queue.pieces()), self._end, self._give_up)
        self.tallied.emit()

    def _clear(self) -> None:
        self._claims: list[Claim] = []
        self._rows: dict[int, int] = {}
        self._related = Related()
        self._texts: dict[int, str] = {}
        self._waiting: list[Claim] = []
        self._articles.clear()
        self._read_to = None

    def _take(self, piece: tuple[list[Article], list[Claim]]) -> None:
        articles, claims = piece
        self._read_to = articles[-1].id
        self._articles |= {article.id: article for article in articles}
        self._waiting += claims
        if len(self._waiting) > min(len(self._claims), _TOGETHER):
            self._show_waiting()

    def _show_waiting(self) -> None:
        claims, self._waiting = self._waiting, []
        self._append(claims)

    def _end(self) -> None:
        self._show_waiting()
        self._read_to = None
        self._texts.clear()  # in which claims that were not read yet have no number
        self.tallied.emit()

    def _give_up(self, error: WorkbenchError) -> None:
        self._awaited = False
        self.reload()
        self._session.problem.emit(str(error))

    def _append(self, claims: Sequence[Claim]) -> None:
        if not claims:
            return
        first = len(self._claims)
        self.beginInsertRows(QModelIndex(), first, first + len(claims) - 1)
        self._claims += claims
        self._rows |= {claim.id: row for row, claim in enumerate(claims, first)}
        self._related.add(claims)
        self.endInsertRows()

    def wake(self) -> None:
        """Read the table, now that somebody looks."""
        if not self._awaited:
            self._awaited = True
            self.reload()

    def _begin(self) -> None:
        self._awaited = self._always
        self.reload()

    @property
    def names(self) -> Names:
        """What the ids in claims are called."""
        return self._names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._claims)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role == Role.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return HEADINGS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        editable = Qt.ItemFlag.ItemIsEditable if index.column() in EDITABLE else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | editable

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        claim, column = self._claims[index.row()], Column(index.column())
        if role == CLAIM:
            return claim
        if role == Role.DisplayRole:
            return self._words(claim, column)
        if role == Role.ToolTipRole:
            return self._tip(claim, column)
        if role == Role.EditRole:
            return self._editable(claim, column)
        if role == Role.AccessibleTextRole:
            return f"{HEADINGS[column]}: {self._words(claim, column) or 'not known'}"
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or index.column() not in EDITABLE:
            return False
        change = self._change(self._claims[index.row()], Column(index.column()), str(value))
        return change is not None and self._session.apply(change, asker=_ASKER)

    def claim_at(self, row: int) -> Claim:
        """Return the claim in a row."""
        return self._claims[row]

    def row_of(self, claim: int) -> int | None:
        """Return a claim's row, or None."""
        return self._rows.get(claim)

    def open_claims(self) -> int:
        """Return how many claims wait for a decision."""
        return self._session.tally("claim").get(Status.PROPOSED, 0)

    def text_of(self, row: int) -> str:
        """Return all words of a row in lower case, for a filter."""
        claim = self._claims[row]
        if claim.id not in self._texts:
            words = (self._words(claim, column) for column in Column)
            stated = f"{claim.number_text} {claim.victims_text} {claim.attribution_text}"
            self._texts[claim.id] = " ".join((*words, stated)).casefold()
        return self._texts[claim.id]

    def decide(self, rows: Iterable[int], act: Callable[[Claim], Change]) -> bool:
        """Accept or reject the claims in `rows` in one step."""
        changes = [act(self._claims[row]) for row in sorted(set(rows))]
        edits = tuple(edit for change in changes for edit in change.edits)
        if not edits:
            return False
        about = changes[0].about if len(changes) == 1 else f"{len(changes)} claims"
        return self._session.apply(Change(changes[0].act, edits, about), asker=_ASKER)

    def _tip(self, claim: Claim, column: Column) -> str:
        """Return a cell's words, for they may be cut, and the sentence they were read from, as rich text that wraps."""
        said = pieces(claim, self._session.text(claim.article_id))
        sentence = "".join(f"<b>{escape(p.text)}</b>" if p.parts else escape(p.text) for p in said)
        return f"<p>{escape(self._words(claim, column))}</p><p>“{sentence.strip()}”</p>"

    def _words(self, claim: Claim, column: Column) -> str:
        if column in _WORDS:
            return _WORDS[column](claim)
        names = self._names
        match column:
            case Column.SIDE:
                return names.side(names.side_id(claim))
            case Column.WHO:
                return names.who(claim)
            case Column.SAID_BY:
                return names.said_by(claim)
            case Column.ARTICLE:
                return names.article(claim)
        return self._related.words(claim)

    def side_at(self, row: int) -> str:
        """Return the side of a row's claim, or nothing."""
        return self._names.side_id(self._claims[row])

    def sort_key(self, row: int, column: int) -> tuple[int, str]:
        """Return what a cell is sorted by: numbers and days as such, the rest by its words."""
        claim = self._claims[row]
        if column == Column.NUMBER:
            number = claim.quantity
            known = next((n for n in (number.best, number.low, number.high) if n is not None), -1)
            return known, quantity_words(number)
        if column == Column.WHEN:
            return claim.when.start.toordinal() if claim.when else 0, ""
        return 0, self._words(claim, Column(column)).casefold()

    def _editable(self, claim: Claim, column: Column) -> str | None:
        return {
            Column.EFFECT: claim.effect.value,
            Column.NUMBER: quantity_words(claim.quantity),
            Column.SIDE: self._names.side_id(claim),
            Column.CATEGORY: claim.category.value,
        }.get(column)

    def _change(self, claim: Claim, column: Column, value: str) -> Change | None:
        if value == self._editable(claim, column):
            return None
        if column is Column.EFFECT:
            return acts.edit_effect(claim, Effect(value))
        if column is Column.CATEGORY:
            return acts.edit_category(claim, Category(value))
        if column is Column.SIDE:
            return acts.edit_side(claim, value or None)
        try:
            return acts.edit_quantity(claim, parse(value, self._session.conventions))
        except UnreadableNumber as error:
            self._session.problem.emit(str(error))
            return None

    def _read_names(self) -> None:
        session = self._session
        self._names = Names(session.actors(), session.sources(), session.sides(), self._articles)
        self._texts.clear()

    def _number_rows(self) -> None:
        self._rows = {claim.id: row for row, claim in enumerate(self._claims)}

    def _follow(self, change: Change) -> None:
        if not self._awaited:
            return
        self._show_waiting()
        if any(map(_renames, change.edits)):
            self._rename(change)
        edits = [edit for edit in change.edits if self._bears_on_what_is_read(edit)]
        if sum(edit.before is None or edit.after is None for edit in edits) > _MANY:
            self._put_many(edits)
        else:
            for edit in edits:
                self._put(edit)
        if edits:
            self.tallied.emit()

    def _bears_on_what_is_read(self, edit: Edit) -> bool:
        value = edit.value
        return isinstance(value, Claim) and (self._read_to is None or value.article_id <= self._read_to)

    def _put_many(self, edits: Sequence[Edit]) -> None:
        """Take in what came and went, where a row at a time would take too long."""
        self.beginResetModel()
        claims = {claim.id: claim for claim in self._claims}
        for edit in edits:
            before, after = _claims_of(edit)
            self._related.put(before, after)
            if after is not None:
                claims[after.id] = after
            elif before is not None:
                claims.pop(before.id, None)
        self._claims = list(claims.values())
        self._number_rows()
        self._texts.clear()
        self.endResetModel()

    def _rename(self, change: Change) -> None:
        for edit in change.edits:
            if isinstance(edit.after, Article):
                self._articles[edit.after.id] = edit.after
        self._read_names()
        if self._claims:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._claims) - 1, len(Column) - 1))

    def _put(self, edit: Edit) -> None:
        before, after = _claims_of(edit)
        self._texts.pop(int(edit.value.id), None)
        touched = self._related.put(before, after)
        if after is not None:
            self._replace(after)
        elif before is not None and before.id in self._rows:
            row = self._rows[before.id]
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._claims[row]
            self._number_rows()
            self.endRemoveRows()
        for other in touched & self._rows.keys():
            self._texts.pop(other, None)
            cell = self.index(self._rows[other], Column.RELATION)
            self.dataChanged.emit(cell, cell)

    def _replace(self, claim: Claim) -> None:
        row = self._rows.get(claim.id)
        if row is None:
            self._append([claim])
            return
        self._claims[row] = claim
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))


def _claims_of(edit: Edit) -> tuple[Claim | None, Claim | None]:
    before, after = edit.before, edit.after
    return before if isinstance(before, Claim) else None, after if isinstance(after, Claim) else None


def _renames(edit: Edit) -> bool:
    """Tell whether an edit bears on names that many rows show; an article's state is none."""
    before, after = edit.before, edit.after
    if isinstance(before, Article) and isinstance(after, Article):
        return before.title != after.title
    return edit.kind in ("actor", "source", "side", "article")
