"""The claim table sorted and filtered: a long one between the events of the window."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import islice

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.models.claim_table import ClaimTableModel
from ui.slices import Slices
from workbench.errors import WorkbenchError

Index = QModelIndex | QPersistentModelIndex
#: The filter's word for claims whose side is not known.
NO_SIDE = "unknown"
#: What is arranged within so many seconds is there at once: the next letter of a filter may come as soon.
_AT_ONCE = 0.04
#: So many rows are looked through in a step: in a few thousandths of a second.
_STEP = 500
#: So many rows are sorted in one go; longer tables are merged of such pieces.
_PIECE = 10_000
#: Up to so many rows that change are put in their places one by one.
_FEW = 20

Key = tuple[tuple[int, str], int]


class ClaimFilter(QAbstractProxyModel):
    """Shows the claims that hold every word of a text, and have the chosen effect, side and status.

    Until a long table is arranged anew it is shown as it was.
    """

    #: Other rows are shown, or the same in another order.
    arranged = Signal()

    def __init__(self, model: ClaimTableModel, parent: QObject | None = None) -> None:
        """Show all of `model` until told otherwise."""
        super().__init__(parent)
        self._model = model
        self._words: tuple[str, ...] = ()
        self._effect = self._side = self._status = ""
        self._column, self._order = -1, Qt.SortOrder.AscendingOrder
        #: The rows of the model that are shown, in their order.
        self._rows: list[int] = []
        self.slices = Slices(self, at_once=_AT_ONCE)
        self.setSourceModel(model)
        model.modelAboutToBeReset.connect(self._begin_reset)
        model.modelReset.connect(self._end_reset)
        model.rowsInserted.connect(self._take)
        model.rowsAboutToBeRemoved.connect(self._drop)
        model.rowsRemoved.connect(self._close_up)
        model.dataChanged.connect(self._renew)
        self._arrange()

    # What is shown

    def choose(self, text: str = "", effect: str = "", side: str = "", status: str = "") -> None:
        """Show what holds all of this; an empty word asks for nothing."""
        before = self._asked
        self._words = tuple(text.casefold().split())
        self._effect, self._side, self._status = effect, side, status
        if self._asked != before:
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, or as the model is where it is -1."""
        if (column, order) != (self._column, self._order):
            self._column, self._order = column, order
            self._arrange()

    @property
    def _asked(self) -> tuple[object, ...]:
        return self._words, self._effect, self._side, self._status

    def _fits(self, row: int) -> bool:
        claim = self._model.claim_at(row)
        if (self._effect and claim.effect != self._effect) or (self._status and claim.status != self._status):
            return False
        if self._side and (self._model.side_at(row) or NO_SIDE) != self._side:
            return False
        text = self._model.text_of(row) if self._words else ""
        return all(word in text for word in self._words)

    def _key(self, row: int) -> Key:
        """Return what a row is sorted by; no two are alike."""
        return (self._model.sort_key(row, self._column) if self._column >= 0 else (0, "")), row

    # A table arranged anew

    def _arrange(self) -> None:
        self.slices.begin(self._arranging(), self.arranged.emit, _pass_on)

    def _arranging(self) -> Iterator[None]:
        fitting: list[int] = []
        for first in range(0, self._model.rowCount(), _STEP):
            if first:  # a short table is arranged in one step
                yield
            fitting += filter(self._fits, range(first, min(first + _STEP, self._model.rowCount())))
        if self._column >= 0:
            pieces: list[list[Key]] = [[]]
            yield from self._sorting(fitting, pieces)
            fitting = [row for _, row in pieces[0]]
        if self._order is Qt.SortOrder.DescendingOrder and self._column >= 0:
            fitting.reverse()
        self._show(fitting)

    def _sorting(self, rows: list[int], pieces: list[list[Key]]) -> Iterator[None]:
        """Leave in `pieces` one list of the rows with their keys, in order."""
        for first in range(0, len(rows), _PIECE):
            keys: list[Key] = []
            for at in range(first, min(first + _PIECE, len(rows)), _STEP):
                if at:
                    yield
                keys += map(self._key, rows[at : min(at + _STEP, first + _PIECE)])
            pieces.append(sorted(keys))
        in_order, found = merge(*pieces), pieces[0]
        while some := list(islice(in_order, _STEP)):
            if found:
                yield
            found += some

    def _show(self, rows: list[int]) -> None:
        if len(rows) == len(self._rows) and set(rows) == set(self._rows):
            self._move(rows)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _move(self, rows: list[int]) -> None:
        """Show the same rows in another order; what is chosen stays so."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        told = [(self._rows[index.row()], index.column()) for index in before]
        self._rows = rows
        places = {row: place for place, row in enumerate(rows)} if told else {}
        self.changePersistentIndexList(before, [self.index(places[row], column) for row, column in told])
        self.layoutChanged.emit()

    # What the model tells

    def _begin_reset(self) -> None:
        self.slices.stop()
        self.beginResetModel()

    def _end_reset(self) -> None:
        self._rows = []
        self.endResetModel()
        self._arrange()

    def _take(self, _parent: Index, first: int, last: int) -> None:
        """Show rows that came where they belong."""
        if self.slices.is_busy or (last - first >= _FEW and self._column >= 0):
            self._arrange()
            return
        if first < self._model.rowCount() - (last - first + 1):
            self._rows = [row if row < first else row + last - first + 1 for row in self._rows]
        fitting = [row for row in range(first, last + 1) if self._fits(row)]
        if self._column < 0 and fitting and (not self._rows or self._rows[-1] < first):
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fitting) - 1)
            self._rows += fitting
            self.endInsertRows()
        else:
            for row in fitting:
                self._put(row)
        self.arranged.emit()

    def _put(self, row: int) -> None:
        place = self._place(row)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, row)
        self.endInsertRows()

    def _place(self, row: int) -> int:
        """Return before which place a row belongs that is not among the rows shown."""
        key, low, high = self._key(row), 0, len(self._rows)
        falling = self._column >= 0 and self._order is Qt.SortOrder.DescendingOrder
        while low < high:
            middle = (low + high) // 2
            if (self._key(self._rows[middle]) < key) is not falling:
                low = middle + 1
            else:
                high = middle
        return low

    def _shown_at(self, row: int) -> int | None:
        return self._rows.index(row) if row in self._rows else None

    def _drop(self, _parent: Index, first: int, last: int) -> None:
        """Show rows no longer that are about to go."""
        for row in range(first, last + 1):
            self._hide(row)

    def _hide(self, row: int) -> None:
        place = self._shown_at(row)
        if place is not None:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self.endRemoveRows()

    def _close_up(self, _parent: Index, first: int, last: int) -> None:
        """Count the rows anew once some have gone."""
        self._rows = [row if row < first else row - (last - first + 1) for row in self._rows]
        if self.slices.is_busy:
            self._arrange()
        self.arranged.emit()

    def _renew(self, first: QModelIndex, last: QModelIndex) -> None:
        """Show changed rows as they are now, where they now belong."""
        if self.slices.is_busy or last.row() - first.row() >= _FEW:
            self._arrange()
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))
            return
        for row in range(first.row(), last.row() + 1):
            self._renew_row(row, first.column(), last.column())
        self.arranged.emit()

    def _renew_row(self, row: int, first: int, last: int) -> None:
        place, fits = self._shown_at(row), self._fits(row)
        if place is None or not fits:
            (self._put if fits else self._hide)(row)
            return
        del self._rows[place]
        to = self._place(row)
        self._rows.insert(place, row)
        if to != place and self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), to + (to > place)):
            self._rows.insert(to, self._rows.pop(place))
            self.endMoveRows()
        self.dataChanged.emit(self.index(to, first), self.index(to, last))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else self._model.columnCount()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - as above
        return self.createIndex(row, column) if self.hasIndex(row, column, parent) else QModelIndex()

    def parent(self, _child: Index | None = None) -> QModelIndex:  # type: ignore[override]  # a table has no parents
        return QModelIndex()

    def mapToSource(self, index: Index) -> QModelIndex:
        return self._model.index(self._rows[index.row()], index.column()) if index.isValid() else QModelIndex()

    def mapFromSource(self, index: Index) -> QModelIndex:
        place = self._shown_at(index.row()) if index.isValid() else None
        return self.index(place, index.column()) if place is not None else QModelIndex()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._model.headerData(section, orientation, role)


def _pass_on(error: WorkbenchError) -> None:
    raise error
