"""The rooms behind the other tabs, and the search: made last, for nobody sees them at first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QLocale

from ui.desk import Desk
from ui.judging import Judging
from ui.looking_back import LookingBack
from ui.main_window import MainWindow, Rooms
from ui.memory import Memory
from ui.models.claim_table import ClaimTableModel
from ui.panels.actors import ActorsPanel
from ui.panels.chart_view import ChartView
from ui.panels.claim_table import ClaimTable
from ui.panels.log import LogPanel
from ui.panels.search import SearchPanel
from ui.searches import Searches
from ui.session import Session
from ui.tasks import Runner
from workbench import resources
from workbench.charts import atlas, phrases


@dataclass(frozen=True, slots=True)
class Leading:
    """Where the rooms lead to, and what they work with.

    `searches` looks behind the window, `making` makes charts there; `load_charts` imports what draws, then calls what
    it is given.
    """

    desk: Desk
    judging: Judging
    looking_back: LookingBack
    memory: Memory
    searches: Searches
    making: Runner
    load_charts: Callable[[Callable[[], None]], None]


def furnish(window: MainWindow, session: Session, leading: Leading) -> None:
    """Make the rooms, and put them into the window."""
    search = SearchPanel(session, leading.searches)
    window.header.searched.connect(search.search)
    window.header.entered.connect(search.take_focus)
    search.opened.connect(window.end_search)
    search.left.connect(window.start_search)
    casualties = ClaimTable(session, ClaimTableModel(session, window, awaited=False))
    casualties.relating.connect(leading.desk.relate_claims)
    log = LogPanel(session)
    log.past_wanted.connect(leading.looking_back.show)
    window.furnish_rooms(Rooms(casualties, _charts(session, leading), ActorsPanel(session), log, search))


def _charts(session: Session, leading: Leading) -> ChartView:
    """Return the charts, in the language chosen last; the next one is remembered."""
    places = partial(atlas.load, resources.folder())
    view = ChartView(session, load=leading.load_charts, speak=_phrases, atlas=places, behind=leading.making)
    view.choices.set_language(leading.memory.now.language)
    view.choices.language_chosen.connect(leading.memory.keep_language)
    view.method_wanted.connect(leading.judging.choose_method)
    view.figures_wanted.connect(leading.judging.set_figures)
    view.incidents_wanted.connect(leading.desk.show_incidents)
    view.written.connect(leading.desk.tell_written)
    return view


def _phrases(language: str) -> phrases.Phrases:
    """Return the words of charts in a language, of the system's where none is chosen."""
    return phrases.load(resources.folder(), language or QLocale.system().name().partition("_")[0])
