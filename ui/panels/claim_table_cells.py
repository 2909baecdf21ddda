"""How cells of the claim table look and are edited."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.claim_table import CLAIM, ClaimTableModel, Column
from ui.named import named
from ui.swatch import paint_swatch
from workbench.model.actor import BOTH_SIDES
from workbench.model.claim import Category, Claim, Effect
from workbench.model.mention import Status
from workbench.wording import BOTH, category_words, effect_words

Index = QModelIndex | QPersistentModelIndex
_DOT = 9.0


class ClaimCells(QStyledItemDelegate):
    """Paints a side's colour beside its name, quiets what is rejected, and edits in place."""

    def __init__(self, model: ClaimTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = Column(index.column())
        if column is Column.NUMBER:
            field = named(QLineEdit(parent), "Number")
            field.setFrame(False)
            return field
        box = named(QComboBox(parent), {Column.SIDE: "Side", Column.EFFECT: "Effect"}.get(column, "Category"))
        for words, value in self._choices(column):
            box.addItem(words, value)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QLineEdit):
            editor.setText(value)
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
        elif isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())

    def _choices(self, column: Column) -> list[tuple[str, str]]:
        if column is Column.EFFECT:
            return [(effect_words(effect), effect.value) for effect in Effect]
        if column is Column.CATEGORY:
            return [(category_words(category), category.value) for category in Category]
        sides = [(side.name, side.id) for side in self._model.names.sides.values()]
        return [("as the actor’s", ""), *sides, (BOTH, BOTH_SIDES)]

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        claim: Claim = index.data(CLAIM)
        if index.column() == Column.NUMBER:
            option.font.setBold(True)
        if claim.status is Status.REJECTED:
            option.font.setStrikeOut(True)
            muted = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, muted)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        names = self._model.names
        side = names.sides.get(names.side_id(index.data(CLAIM))) if index.column() == Column.SIDE else None
        moved = QStyleOptionViewItem(option)
        moved.rect.adjust(int(_DOT) + 5 if side else 0, 0, 0, 0)
        super().paint(painter, moved, index)
        if side:
            place = QRectF(option.rect.left() + 8, option.rect.center().y() - _DOT / 2 + 1, _DOT, _DOT)
            paint_swatch(painter, place, side.colour)
