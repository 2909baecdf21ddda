"""The claim table sorted and filtered."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from ui.models.claim_table import ClaimTableModel

Index = QModelIndex | QPersistentModelIndex
#: The filter's word for claims whose side is not known.
NO_SIDE = "unknown"


class ClaimFilter(QSortFilterProxyModel):
    """Shows the claims that hold every word of a text, and have the chosen effect, side and status."""

    def __init__(self, model: ClaimTableModel, parent: QObject | None = None) -> None:
        """Show all of `model` until told otherwise."""
        super().__init__(parent)
        self._model = model
        self._words: tuple[str, ...] = ()
        self._effect = self._side = self._status = ""
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)

    def choose(self, text: str = "", effect: str = "", side: str = "", status: str = "") -> None:
        """Show what holds all of this; an empty word asks for nothing."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self._effect, self._side, self._status = effect, side, status
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        claim = self._model.claim_at(source_row)
        if (self._effect and claim.effect != self._effect) or (self._status and claim.status != self._status):
            return False
        if self._side and (self._model.side_at(source_row) or NO_SIDE) != self._side:
            return False
        text = self._model.text_of(source_row) if self._words else ""
        return all(word in text for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        return self._model.sort_key(left) < self._model.sort_key(right)
