"""The incidents of the case as a tree with their claims; a title is edited in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ui.named import named, plain
from ui.session import Session
from ui.slices import Slices
from ui.words import count_words, day_words, days_words
from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.wording import article_words, claim_words, effect_words, incident_words

_ID = Qt.ItemDataRole.UserRole
#: So many incidents are added together.
_TOGETHER = 100
_HEAD = ("Incident and claims", "When and where · said by", "Told in")


class IncidentsTree(QTreeWidget):
    """Shows incidents by title, and the claims of one when it is opened."""

    retitled = Signal(int, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "Incidents with their claims", "incidentsTree")
        self._session = session
        self._items: dict[int, QTreeWidgetItem] = {}
        self._speakers: dict[str, str] = {}
        self._sought: list[str] = []
        #: What is to be revealed once all incidents are there.
        self._revealed: list[int] = []
        self.slices = Slices(self, least=2)
        self.setHeaderLabels(_HEAD)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        for column, width in ((1, 220), (2, 230)):
            self.setColumnWidth(column, width)
        self.itemExpanded.connect(self._fill)
        self.itemChanged.connect(self._tell_title)

    def reread(self) -> None:
        """Show the incidents of the whole case."""
        session = self._session
        self._speakers = {actor.id: actor.name for actor in session.actors().values()}
        self._speakers |= {source.id: source.name for source in session.sources().values()}
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        self._items, self._revealed = {}, []
        self.slices.begin(self._reading(), self._end, lambda error: session.problem.emit(str(error)))

    def _reading(self) -> Iterator[None]:
        """Add all incidents, a few at a time."""
        told, incidents = self._session.told(), iter(list(self._session.incidents_known().values()))
        while some := list(islice(incidents, _TOGETHER)):
            items = {one.id: _item(one, told.get(one.id, 0)) for one in some if one.id not in self._items}
            self._items |= items
            self.addTopLevelItems(list(items.values()))
            self._narrow(items.values())
            yield

    def _end(self) -> None:
        if self._revealed:
            self.reveal(self._revealed)

    def renew(self, incidents: Iterable[int]) -> None:
        """Show what some incidents are now; those that have gone go."""
        self.blockSignals(True)
        for id_ in sorted(incidents):
            self._renew(id_)
        self.blockSignals(False)
        self.itemSelectionChanged.emit()

    def _renew(self, id_: int) -> None:
        incident, item = self._session.incident(id_), self._items.get(id_)
        if incident is None:
            if item is not None:
                self.takeTopLevelItem(self.indexOfTopLevelItem(item))
                del self._items[id_]
            return
        claims = self._session.claims_of(id_)
        if item is None:
            item = self._items[id_] = _item(incident, len(claims))
            self.addTopLevelItem(item)
        _write(item, incident, len(claims))
        item.takeChildren()
        if item.isExpanded():
            self._fill(item)

    def _fill(self, item: QTreeWidgetItem) -> None:
        if item.childCount() == 0 and item.parent() is None:
            item.addChildren([self._claim_item(claim) for claim in self._session.claims_of(item.data(0, _ID))])

    def _claim_item(self, claim: Claim) -> QTreeWidgetItem:
        article = self._session.article(claim.article_id)
        said_by = self._speakers.get(claim.origin or "", claim.attribution_text or "the article itself")
        copy = "" if article.copy_of is None else " · copy"
        where = f"{day_words(article.published)} · {article.outlet or article_words(article)}{copy}"
        item = QTreeWidgetItem([f"{effect_words(claim.effect)}: {claim_words(claim)}", said_by, where])
        item.setData(0, _ID, claim.id)
        item.setToolTip(2, plain(article_words(article)))
        return item

    def _tell_title(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0 and item.parent() is None:
            self.retitled.emit(item.data(0, _ID), item.text(0))

    def chosen_incidents(self) -> list[int]:
        """Return the incidents that are chosen, from the top."""
        return [item.data(0, _ID) for item in self._chosen() if item.parent() is None]

    def chosen_claims(self) -> list[int]:
        """Return the claims that are chosen, from the top."""
        return [item.data(0, _ID) for item in self._chosen() if item.parent() is not None]

    def _chosen(self) -> list[QTreeWidgetItem]:
        return sorted(self.selectedItems(), key=self._row)

    def _row(self, item: QTreeWidgetItem) -> tuple[int, int]:
        parent = item.parent()
        if parent is None:
            return self.indexOfTopLevelItem(item), -1
        return self.indexOfTopLevelItem(parent), parent.indexOfChild(item)

    def reveal(self, incidents: Iterable[int]) -> None:
        """Choose and open some incidents, so that their claims can be compared: once all are there."""
        self._revealed = list(incidents) if self.slices.is_busy else []
        self.clearSelection()
        items = [] if self._revealed else [self._items[id_] for id_ in incidents if id_ in self._items]
        for item in items:
            item.setHidden(False)
            item.setExpanded(True)
            item.setSelected(True)
        if items:
            self.scrollToItem(items[0], QAbstractItemView.ScrollHint.PositionAtTop)

    def narrow(self, words: str) -> None:
        """Show only the incidents whose title, day or place hold the words."""
        self._sought = words.casefold().split()
        self._narrow(self._items.values())

    def _narrow(self, items: Iterable[QTreeWidgetItem]) -> None:
        for item in items:
            text = f"{item.text(0)} {item.text(1)}".casefold() if self._sought else ""
            item.setHidden(not all(word in text for word in self._sought))


def _item(incident: Incident, claims: int) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
    item.setData(0, _ID, incident.id)
    _write(item, incident, claims)
    return item


def _write(item: QTreeWidgetItem, incident: Incident, claims: int) -> None:
    """Write an incident into its line."""
    when = days_words(incident.when) if incident.when else ""
    where = incident.where.name if incident.where else ""
    item.setText(0, incident.title or incident_words(incident))
    whole = "told as a whole" if incident.aggregate else ""
    item.setText(1, " · ".join(filter(None, (when, where, whole))) or "not known")
    item.setText(2, f"{count_words(claims, 'claim')} · no. {incident.id}")
