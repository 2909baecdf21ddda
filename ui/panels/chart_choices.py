"""What is charted: which kind of chart, effect, incident, convention; and where it goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ui.eliding_box import ElidingBox
from ui.named import named, plain, words
from workbench.charts.calendar import Step
from workbench.charts.kinds import KINDS, Kind, kind
from workbench.charts.parts import Stack
from workbench.charts.wording import effect_title
from workbench.model.claim import Effect
from workbench.model.incident import Incident
from workbench.wording import incident_names

ALL = "all"
USUAL = (Effect.KILLED, Effect.WOUNDED, Effect.CAPTURED)
FORMATS = ("PNG", "SVG", "PDF", "CSV")
_DATA = Qt.ItemDataRole.UserRole
_CONVENTIONS = {
    "default": "Default",
    "acled": "ACLED",
    "ucdp": "UCDP",
    "gtd": "GTD",
    "wikimpacts": "Wikimpacts",
    "own": "Own",
}
_STACKS = {Stack.ACTOR.value: "Actor", Stack.CATEGORY.value: "Category", Stack.EFFECT.value: "Effect"}
_STEPS = {"": "What fits", Step.DAY.value: "A day", Step.WEEK.value: "A week", Step.MONTH.value: "A month"}
_LANGUAGES = {"": "As the system", "en": "English", "de": "Deutsch"}


class ChartChoices(QWidget):
    """Lists what can be chosen; says what was chosen, and is told what is in force."""

    redraw = Signal()
    convention_chosen = Signal(str)
    method_wanted = Signal()
    export_wanted = Signal(str)
    copy_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(self, conventions: Iterable[str]) -> None:
        super().__init__()
        self._headings: dict[str, QLabel] = {}
        self._incidents: list[tuple[str, int]] = []
        self.kinds = _list("Kind of chart", "chartKinds")
        for one in KINDS:
            _add(self.kinds, one.name, one.id)
        self.kinds.setCurrentRow(0)
        _fit(self.kinds)
        self.effects = _list("Effect", "chartEffects")
        self.incident = named(ElidingBox(), "Incident", "chartIncident")
        # Else the longest name would widen the column as soon as the theme changes.
        self.incident.setSizeAdjustPolicy(ElidingBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.stack = _box("What bars are parted by", "chartStack", _STACKS)
        self.step = _box("What a bar over time stands for", "chartStep", _STEPS)
        self.language = _box("Language of charts", "chartLanguage", _LANGUAGES)
        self.conventions = _list("Number convention", "chartConventions")
        for name in conventions:
            _add(self.conventions, _CONVENTIONS.get(name, name.upper()), name)
        _fit(self.conventions)
        self.changes = named(QPushButton("What would change…"), "What another convention would change", look="quiet")
        self.changes.setStyleSheet("text-align: left;")
        self.changes.clicked.connect(self.method_wanted)
        self.set_effects(())
        self.set_incidents(())
        self.kinds.currentRowChanged.connect(self.redraw)
        self.effects.currentRowChanged.connect(self.redraw)
        for box in (self.incident, self.stack, self.step):
            box.currentIndexChanged.connect(self.redraw)
        for signal in (self.kinds.currentRowChanged, self.stack.currentIndexChanged):
            signal.connect(self._offer_what_bears)
        self.language.activated.connect(lambda _: self.language_chosen.emit(self.language.currentData()))
        self.conventions.currentRowChanged.connect(self._choose_convention)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 8, 12)
        layout.setSpacing(6)
        for heading, widget in (
            ("Chart", self.kinds),
            ("Effect", self.effects),
            ("Parted by", self.stack),
            ("Each bar is", self.step),
            ("Incident", self.incident),
            ("Convention", self.conventions),
            ("", self.changes),
            ("Language", self.language),
            ("Export", self._exports()),
        ):
            if heading:
                self._headings[heading] = words(heading, "section")
                layout.addWidget(self._headings[heading])
            else:
                layout.addSpacing(-10)  # it belongs to what stands above it
            layout.addWidget(widget)
            layout.addSpacing(6)
        layout.addStretch()
        self._offer_what_bears()

    def _offer_what_bears(self) -> None:
        """Show the choices that bear on the kind of chart, and the effects where one is to be chosen."""
        for heading, box in (("Parted by", self.stack), ("Each bar is", self.step)):
            bears = box.objectName().removeprefix("chart").lower() in self.kind.choices
            box.setVisible(bears)
            self._headings[heading].setVisible(bears)
        self._claim_room()
        self.effects.setEnabled("stack" not in self.kind.choices or self.stacked is not Stack.EFFECT)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_lists()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit_lists()

    def _fit_lists(self) -> None:
        """Make the lists as tall as their rows are in the style they are shown in."""
        for view in (self.kinds, self.effects, self.conventions):
            _fit(view)
        self._claim_room()

    def _claim_room(self) -> None:
        """Take the height that what is shown now needs; by itself a scroll area leaves less, and rows overlap."""
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            self.setMinimumHeight(layout.minimumSize().height())

    def _exports(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for number, format_ in enumerate(FORMATS):
            button = named(QPushButton(format_), f"Save the chart as {format_}", f"save{format_}")
            button.clicked.connect(lambda _=False, wanted=format_: self.export_wanted.emit(wanted))
            grid.addWidget(button, number // 2, number % 2)
        copy = named(QPushButton("Copy"), "Copy the chart and its numbers", "copyChart")
        copy.clicked.connect(self.copy_wanted)
        grid.addWidget(copy, 2, 0, 1, 2)
        return box

    @property
    def kind(self) -> Kind:
        """The chosen kind of chart."""
        return kind(str(self.kinds.currentItem().data(_DATA)))

    @property
    def stacked(self) -> Stack:
        """What the bars by side are parted by."""
        return Stack(self.stack.currentData())

    @property
    def each(self) -> Step | None:
        """What a bar over time stands for; None for what fits."""
        chosen = self.step.currentData()
        return Step(chosen) if chosen else None

    @property
    def effect(self) -> str:
        """The chosen effect's value, or `ALL`."""
        row = self.effects.currentRow()
        return ALL if row < 0 else str(self.effects.item(row).data(_DATA))

    @property
    def incident_id(self) -> int | None:
        """The chosen incident, or None for the whole case."""
        row = self.incident.currentIndex()
        return (self._incidents[row][1] or None) if 0 <= row < len(self._incidents) else None

    def set_effects(self, there: Iterable[Effect]) -> None:
        """Offer the usual effects and those that have figures, keeping what was chosen."""
        before = self.effect if self.effects.count() else USUAL[0].value
        offered = (*USUAL, *(effect for effect in there if effect not in USUAL))
        self.effects.blockSignals(True)
        self.effects.clear()
        for effect in offered:
            _add(self.effects, effect_title(effect), effect.value)
        _add(self.effects, "All", ALL)
        _choose(self.effects, before)
        self.effects.blockSignals(False)
        _fit(self.effects)
        self._claim_room()

    def set_incidents(self, incidents: Iterable[Incident]) -> None:
        """Offer the whole case and each incident, keeping what was chosen."""
        offered = [("Whole case", 0), *((name, id_) for id_, name in incident_names(incidents).items())]
        if offered == self._incidents:
            return
        before = self.incident_id
        self._incidents = offered
        self.incident.blockSignals(True)
        self.incident.clear()
        self.incident.addItems([said for said, _ in offered])
        places = {id_: place for place, (_, id_) in enumerate(offered)}
        self.incident.setCurrentIndex(places.get(before or 0, 0))
        self.incident.setToolTip(plain(self.incident.currentText()))
        self.incident.blockSignals(False)

    def set_convention(self, name: str) -> None:
        """Show which convention is in force."""
        self.conventions.blockSignals(True)
        _choose(self.conventions, name)
        self.conventions.blockSignals(False)

    def set_language(self, code: str) -> None:
        """Show which language was chosen for charts; empty is the system's."""
        self.language.setCurrentIndex(max(0, self.language.findData(code)))

    def _choose_convention(self, row: int) -> None:
        item = self.conventions.item(row)
        if item is not None:
            self.convention_chosen.emit(item.data(_DATA))


def _box(accessible: str, name: str, offered: Mapping[str, str]) -> ElidingBox:
    box = named(ElidingBox(), accessible, name)
    for key, said in offered.items():
        box.addItem(said, key)
    return box


def _list(accessible: str, name: str) -> QListWidget:
    view = named(QListWidget(), accessible, name)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


def _add(view: QListWidget, words_: str, data: str) -> None:
    item = QListWidgetItem(words_, view)
    item.setData(_DATA, data)


def _choose(view: QListWidget, data: str) -> None:
    rows = (row for row in range(view.count()) if view.item(row).data(_DATA) == data)
    view.setCurrentRow(next(rows, 0))


def _fit(view: QListWidget) -> None:
    """Make a list as tall as its rows."""
    rows = sum(view.sizeHintForRow(row) for row in range(view.count()))
    view.setFixedHeight(rows + 2 * view.frameWidth() + 2)
