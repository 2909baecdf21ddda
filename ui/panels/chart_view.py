"""Charts: one of several kinds, what to chart on the left, the claims behind a mark on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPalette, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QSplitter, QWidget

from ui.named import named, words
from ui.panels.chart_choices import ALL, ChartChoices
from ui.panels.chart_evidence import ChartEvidence, Evidence
from ui.panels.chart_making import ChartMaking, Made
from ui.panels.chart_material import ChartMaterial, bears_on_charts
from ui.session import Focus, Session
from ui.slices import Slices
from ui.tasks import InlineTasks, Runner
from workbench import acts
from workbench.changes import Change
from workbench.charts.atlas import Atlas
from workbench.charts.background import NOT_STATED
from workbench.charts.exported import exported
from workbench.charts.kinds import Chart, Kind, Material, Query
from workbench.charts.look import DARK, LIGHT, Look
from workbench.charts.phrases import Phrases, english
from workbench.charts.series import effects_in
from workbench.errors import WorkbenchError
from workbench.exporters.quotes import quote
from workbench.model.actor import Actor, Source
from workbench.model.claim import Claim, Effect
from workbench.model.convention import OWN
from workbench.model.figure import Check
from workbench.reckoning.voices import Voice
from workbench.saving import save
from workbench.wording import article_words, effect_words, incident_names, side_words

if TYPE_CHECKING:
    from ui.panels.chart_canvas import ChartCanvas
    from workbench.charts.marks import Mark

_NAME = "chartView"
_EMPTY = "Charts of the case stand here once an article with casualties has been read."
_DRAWING = "Drawing …"
_RECKONING = "The figures are being reckoned: {:.0%} …"
_UNREAD = "The figures could not be reckoned. Once the case can be read, choose another workspace and this one again."
_CHOICES_WIDTH = 200
#: What is made within so many seconds is made at once; the figures before it may take as long again.
_AT_ONCE = 0.04
#: So many claims of a mark are quoted; whoever wants the others chooses an incident or an effect.
_LISTED = 100
_FILTERS = {"PNG": "Picture (*.png)", "SVG": "Drawing (*.svg)", "PDF": "Document (*.pdf)", "CSV": "Table (*.csv)"}


class ChartView(QWidget):
    """Draws what is chosen when it is seen; what draws is loaded when it is seen first."""

    #: The chart has been drawn anew.
    drawn = Signal()
    #: What another convention or policy would change is asked for.
    method_wanted = Signal()
    #: Words that find the figures that are to be set by hand.
    figures_wanted = Signal(str)
    #: What was written to a file, and which.
    written = Signal(str, object)
    #: It is to be decided which incidents are one.
    incidents_wanted = Signal()

    def __init__(
        self,
        session: Session,
        ask: Callable[[str, str], Path | None] | None = None,
        load: Callable[[Callable[[], None]], None] | None = None,
        speak: Callable[[str], Phrases] | None = None,
        atlas: Callable[[], Atlas] | None = None,
        behind: Runner | None = None,
    ) -> None:
        """Show the session's case.

        `ask` asks where to save (title and filter; the system's dialog by default). `load` imports matplotlib and
        then calls what it is given (at once by default). `speak` returns the words of a language that was chosen,
        of the system's for an empty one (English by default). `atlas` returns the gazetteer (an empty one by default).
        `behind` makes charts (at once by default).
        """
        super().__init__()
        self.setObjectName(_NAME)
        self.setAccessibleName("Charts")
        self._session = session
        self._ask = ask or self._ask_path
        self._load = load or _at_once
        self._speak = speak or _in_english
        self.making = ChartMaking(behind or InlineTasks(), self._take, self._fail)
        self._material = ChartMaterial(session, atlas or _no_places)
        self._stale = True
        self.slices = Slices(self, at_once=_AT_ONCE)
        self.canvas: ChartCanvas | None = None
        self.chart: Chart | None = None
        self._prepared: tuple[Kind, Material, Query] | None = None
        self._kind_drawn = ""
        self.choices = ChartChoices((*session.conventions.names(), OWN))
        self.evidence = ChartEvidence()
        self._area = named(QScrollArea(), "Chart", "chartArea")
        self._empty = words(_EMPTY, "muted", wrap=True)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(24, 24, 24, 24)
        left = named(QScrollArea(), "What is charted")
        left.setWidget(self.choices)
        left.setWidgetResizable(True)
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setFixedWidth(_CHOICES_WIDTH)
        right = QSplitter(Qt.Orientation.Horizontal)
        middle = QWidget()
        stack = QHBoxLayout(middle)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self._empty)
        stack.addWidget(self._area)
        right.addWidget(middle)
        right.addWidget(self.evidence)
        right.setStretchFactor(0, 1)
        right.setChildrenCollapsible(False)
        right.setSizes([800, 340])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(left)
        layout.addWidget(right, 1)
        self._show_parts(False)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._refresh)
        self._session.opened.connect(self._start_anew)
        self._session.changed.connect(self._follow)
        self.choices.redraw.connect(self._touch)
        self.choices.language_chosen.connect(lambda _: self._touch())
        self.choices.convention_chosen.connect(self._set_convention)
        self.choices.export_wanted.connect(self.save)
        self.choices.copy_wanted.connect(self.copy)
        self.choices.method_wanted.connect(self.method_wanted)
        self.evidence.opened.connect(self._open_claim)
        self.evidence.figure_wanted.connect(self._want_figure)
        self.evidence.incidents_wanted.connect(self.incidents_wanted)

    # When to draw

    def _start_anew(self) -> None:
        self.slices.stop()
        self.making.leave()
        self._material.forget()
        self._touch()

    def _follow(self, change: Change) -> None:
        self._material.hear(change)
        if bears_on_charts(change):
            self._touch()

    def _touch(self) -> None:
        """Draw anew, once for all that comes in this turn of the loop, and not before it is seen."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._empty.setText(_DRAWING if self._is_charted else _EMPTY)
            self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._touch()

    @property
    def _is_charted(self) -> bool:
        """Whether there is anything to draw."""
        return self._session.is_open and any(self._session.tally("claim").values())

    def _refresh(self) -> None:
        self._stale = False
        if self.canvas is None and self._is_charted:
            self._load(self._look)
        else:
            self._look()

    def _look(self) -> None:
        """Draw the chart, once all that it is made of was read and reckoned."""
        if self.slices.is_busy and not self._material.is_complete:
            return
        if self._material.is_complete or not self._is_charted:
            self._show_chart()
        elif not self.slices.begin(map(self._tell, self._material.look()), self._end_look, self._give_up):
            self._show_parts(False)

    def _end_look(self) -> None:
        if self.isVisible():
            self._show_chart()
        else:
            self._stale = True

    def _tell(self, done: float | None) -> None:
        """Say how much is reckoned, where there is nothing to be seen yet."""
        if done is not None and (said := _RECKONING.format(done)) != self._empty.text():
            self._empty.setText(said)

    def _give_up(self, error: WorkbenchError) -> None:
        self._stale = True
        self._empty.setText(_UNREAD)
        self._show_parts(False)
        self._session.problem.emit(str(error))

    def _show_chart(self) -> None:
        """Have the chart made; until then the last one stays, unless it is of another kind."""
        self.making.leave()
        if not self._is_charted:
            self.slices.stop()
            self._empty.setText(_EMPTY)
            self._show_parts(False)
            self.drawn.emit()
            return
        self.slices.begin(map(self._tell, self._preparing()), self._make, self._give_up)
        if (self.slices.is_busy or self.making.is_under_way) and self._kind_drawn != self.choices.kind.id:
            self._empty.setText(_DRAWING)
            self._show_parts(False)

    def _preparing(self) -> Iterator[float | None]:
        """Take what the chart is made of from the case, in small steps; yield how much of its voices is heard."""
        session, kind, voices = self._session, self.choices.kind, dict[int, Sequence[Voice]]()
        for reckon in (session.reckoning, session.undecided):
            reckon()
            yield None
        material, query = self._read()
        incidents = kind.hears(material, query)
        for done, incident in enumerate(incidents):
            voices[incident] = session.voices(incident)
            yield done / len(incidents)
        self._prepared = kind, replace(material, voices=voices.__getitem__), query

    def _make(self) -> None:
        if self._prepared is not None:
            prepared, self._prepared = self._prepared, None
            self.making.begin(*prepared)

    def _take(self, made: Made) -> None:
        self._kind_drawn, self.chart = made.kind, made.chart
        self.evidence.warn(made.warned)
        self._draw()
        self._show_parts(True)
        self.drawn.emit()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, WorkbenchError):
            raise error
        self._give_up(error)

    def _catch_up(self) -> None:
        """Make at once the chart that is under way: what is taken out of the window shows the case as it is."""
        if self._soon.isActive():
            self._soon.stop()
            self._refresh()
        if self._material.is_complete:
            self.slices.finish()
        self.making.finish()

    def _show_parts(self, there: bool) -> None:
        self._area.setVisible(there)
        self._empty.setVisible(not there)
        self.evidence.setVisible(there)

    def _read(self) -> tuple[Material, Query]:
        """Take the figures from the case, with what is chosen of them."""
        session, choices = self._session, self.choices
        material = self._material.now(self._speak(str(choices.language.currentData())))
        there = effects_in(material.reckoning, choices.incident_id)
        choices.set_incidents(self._material.incidents)
        choices.set_effects(there)
        choices.set_convention(session.method().convention)
        effects = (there or (Effect.KILLED,)) if choices.effect == ALL else (Effect(choices.effect),)
        return material, Query(effects, choices.incident_id, choices.each, choices.stacked)

    def _draw(self) -> None:
        if self.chart is None:
            return
        look = look_of(self.palette(), self.font().pointSizeF())
        ground = self._area.palette()
        ground.setColor(QPalette.ColorRole.Window, QColor(look.page))
        self._area.setPalette(ground)
        if self.canvas is None:
            from ui.panels.chart_canvas import ChartCanvas

            self.canvas = ChartCanvas(self.chart, look)
            self._area.setWidget(self.canvas)
            self.canvas.chosen.connect(self._show_evidence)
            self.canvas.opened.connect(self.evidence.take_focus)
            self._hand_over_focus(self.canvas)
        else:
            self.canvas.show_chart(self.chart, look)
        self._show_evidence(self.canvas.current)

    def _hand_over_focus(self, canvas: ChartCanvas) -> None:
        """Let the keys walk over the marks from now on, and at once where they are meant for the charts."""
        waited = self.hasFocus()
        self.setFocusProxy(canvas)
        if waited:
            canvas.setFocus()

    # What stands behind a mark

    def _show_evidence(self, mark: Mark | None) -> None:
        checks = self._checks()
        if mark is None:
            self.evidence.show_hint(checks, self._where(checks))
            return
        colour = look_of(self.palette()).ink(mark.colour)
        used = self._evidence(mark.claims, colour, {})
        why = {unused.claim: unused.why for unused in mark.not_used}
        not_used = self._evidence(why, colour, why)
        more = max(0, len(mark.claims) - _LISTED) + max(0, len(why) - _LISTED)
        self.evidence.show_evidence(mark.words, used, not_used, _about(mark.claims, checks), more)

    def _where(self, checks: Iterable[Check]) -> dict[int, str]:
        """Return, by the first claim of a check, of which incident it is, where all of them are charted."""
        if self.choices.incident_id is not None:
            return {}
        names = incident_names(self._material.incidents)
        homes = {check.claims[0]: self._material.home_of(check.claims[0]) for check in checks if check.claims}
        return {claim: names[home] for claim, home in homes.items() if home in names}

    def _checks(self) -> Sequence[Check]:
        """Return the sums of the incident that is chosen, or of the whole case."""
        chosen = self.choices.incident_id
        return (self._session.reckoning() if chosen is None else self._session.reckoning_of(chosen)).checks

    def _evidence(self, ids: Iterable[int], colour: str, why: dict[int, str]) -> list[Evidence]:
        speakers: dict[str, Actor | Source] = {**self._session.actors(), **self._session.sources()}
        listed = list(islice(ids, _LISTED))
        there = {claim.id: claim for claim in self._session.claims_with(listed)}  # one may just have gone
        return [self._one(there[id_], colour, why.get(id_, ""), speakers) for id_ in listed if id_ in there]

    def _one(self, claim: Claim, colour: str, why: str, speakers: Mapping[str, Actor | Source]) -> Evidence:
        said = quote(claim, self._session.text(claim.article_id), speakers)
        article = self._session.article(claim.article_id)
        origin = said.said_by or NOT_STATED
        about = (why, origin) if why else (origin, article_words(article), claim.status.value)
        return Evidence(claim.id, said.pieces, " · ".join(filter(None, about)), colour)

    def _open_claim(self, id_: int) -> None:
        claim = self._session.claim(id_)
        self._session.focus(Focus(claim.article_id, "claim", id_, claim.evidence, asker=_NAME))

    def _want_figure(self) -> None:
        """Ask for the figures behind the mark that is chosen, by words that find them."""
        mark = self.canvas.current if self.canvas else None
        found = [f for f in self._session.reckoning().figures if mark and set(f.used) & set(mark.claims)]
        sides, incidents = self._session.sides(), {f.incident for f in found}
        told = {
            *(name for id_, name in incident_names(self._session.incidents()).items() if incidents == {id_}),
            *(side_words(f.side, sides) for f in found if len({f.side for f in found}) == 1),
            *(effect_words(f.effect) for f in found if len({f.effect for f in found}) == 1),
        }
        self.figures_wanted.emit(" ".join(sorted(told)))

    # Method and export

    def _set_convention(self, name: str) -> None:
        method = self._session.method()
        if name != method.convention:
            self._session.apply(acts.set_method(method, replace(method, convention=name)), asker=_NAME)

    def save(self, format_: str) -> None:
        """Ask where, and write the chart there as it would be printed: light, 300 dots an inch."""
        self._catch_up()
        path = self._ask(f"Save the chart as {format_}", _FILTERS[format_]) if self.chart else None
        if path is None or self.chart is None:
            return
        path = path if path.suffix else path.with_suffix(f".{format_.lower()}")
        try:
            save(exported(self.chart, format_), path, "chart")
        except WorkbenchError as error:
            self._session.problem.emit(str(error))
        else:
            self.written.emit("chart", path)

    def copy(self) -> None:
        """Put the chart as a picture and its numbers as text on the clipboard."""
        self._catch_up()
        if self.chart is None:
            return
        data = QMimeData()
        data.setImageData(QImage.fromData(exported(self.chart, "PNG")))
        data.setText(self.chart.table().to_csv(between="\t"))
        QGuiApplication.clipboard().setMimeData(data)

    def _ask_path(self, title: str, filter_: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self, title, self.choices.kind.file_name, filter_)
        return Path(name) if name else None


def look_of(palette: QPalette, points: float = 10.0) -> Look:
    """Return the look that fits a window's palette."""
    role = QPalette.ColorRole
    window = palette.color(role.Window)
    if window.lightness() < 128:
        return replace(DARK, size=points if points > 0 else DARK.size)
    return replace(LIGHT, page=LIGHT.card, card=window.name(), size=points if points > 0 else LIGHT.size)


def _about(claims: Sequence[int], checks: Iterable[Check]) -> list[Check]:
    wanted = set(claims)
    return [check for check in checks if not wanted.isdisjoint(check.claims)]


def _no_places() -> Atlas:
    return Atlas(())


def _in_english(_language: str) -> Phrases:
    return english()


def _at_once(done: Callable[[], None]) -> None:
    done()
