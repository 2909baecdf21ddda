"""Composition root: builds everything once, in order."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QTimer
from PySide6.QtWidgets import QApplication

from ui.application import Application, application
from ui.arrivals import Arrivals, is_article
from ui.backing_up import BackingUp
from ui.chronicle import Chronicle
from ui.desk import Desk, Tools, WriteReport
from ui.dialogs.fault import CRASHED, FaultDialog
from ui.dialogs.files import Files
from ui.examining import Examining
from ui.finder import Finder
from ui.following import Following
from ui.front import Front, front
from ui.instance import Listener
from ui.intake import Intake
from ui.joining import Joining, Looks
from ui.judging import Judging
from ui.leaving import Leaving
from ui.locking import Locking
from ui.looking_back import LookingBack
from ui.main_window import MainWindow, Panels
from ui.memory import Memory
from ui.mending import Mending
from ui.models.article_list import ArticleListModel
from ui.offers import Offers
from ui.openings import Openings
from ui.panels.article_list import ArticleList
from ui.panels.inspector import Inspector
from ui.panels.reader_panel import ReaderPanel
from ui.problems import Problems
from ui.searches import Searches
from ui.session import Session
from ui.start import Start
from ui.tasks import Runner, Tasks
from ui.theme import Theme
from ui.typing_guard import TypingGuard
from ui.upgrading import Upgrading
from workbench import conflicts, registers, resources
from workbench.case import Key, as_it_stood, refuse_unsound, unopened
from workbench.commands.merging import next_merge
from workbench.extraction.surroundings import Surroundings
from workbench.importers.imported import Imported
from workbench.logs import Log
from workbench.model.findings import Findings
from workbench.reckoning import conventions
from workbench.version import VERSION

if TYPE_CHECKING:
    from workbench.extraction.extractor import Extractor


#: So many seconds the window waits for its turn where another thread works: with Python's own 0.005 a correction, which
#: gives its turn away at each statement, takes a second beside a thread that is busy.
_SWITCH = 0.0005


@dataclass(frozen=True, slots=True)
class _Core:
    """What the panels stand on."""

    window: MainWindow
    session: Session
    theme: Theme
    memory: Memory
    tasks: Runner
    #: Searches, makes keys, and brings up an older case, in which nothing can be searched yet.
    looks: Runner
    #: Copies whole cases, and writes them anew.
    copies: Runner
    #: Makes charts.
    making: Runner
    finder: Finder
    intake: Intake
    problems: Problems
    backing_up: BackingUp
    log: Log


def build(
    path: Path | None,
    *,
    settings_path: Path,
    tasks: Runner,
    files: Callable[[MainWindow], Files] | None = None,
    ready: Callable[[], None] | None = None,
    log: Log | None = None,
) -> MainWindow:
    """Return the whole window, not yet shown; what it remembers lies at `settings_path`, its reports beside that.

    `files` makes the dialogs that ask for files (the system's). Where `ready` is given the extractor is loaded
    behind the window, and `ready` called then.
    """
    start = Start(settings_path.parent, None, log or Log(None))
    first = front(application(), start)
    core = _core(first, start, (tasks, tasks, tasks, tasks))
    reader, openings, furnish_rooms = _furnish(core, first, files)
    _begin(core, openings, path)
    furnish_rooms()
    first.actions.draw_icons()
    core.theme.dress()
    _listen(core, openings, start)
    if ready is not None:
        QTimer.singleShot(0, core.window, lambda: _warm_up(core, reader, ready))
    return core.window


def furnish(first: Front, path: Path | None, start: Start) -> None:
    """Build what the window that is seen works with, and open the case, or take in the article, at `path`.

    What nobody sees yet is made between the events that follow.
    """
    sys.setswitchinterval(_SWITCH)
    core = _core(first, start, (Tasks(), Tasks(), Tasks(), Tasks()))
    core.problems.install()
    with first.theme.undressed():
        reader, openings, furnish_rooms = _furnish(core, first)
    _begin(core, openings, path)
    first.actions.go_on()

    def complete() -> None:
        furnish_rooms()
        first.actions.draw_icons()
        _listen(core, openings, start)
        _collect_again()
        _warm_up(core, reader)

    core.window.when_painted(complete)


def _collect_again() -> None:
    """Look for garbage from now on, where main.py let that be; what a start made is kept, and not looked through."""
    if not gc.isenabled():
        gc.enable()
        gc.freeze()


def _core(first: Front, start: Start, runners: tuple[Runner, Runner, Runner, Runner]) -> _Core:
    tasks, looks, copies, _ = runners
    shipped = resources.folder()
    register = registers.load(shipped / "registers")
    table = conventions.load(shipped / "conventions" / "vague_numbers.tsv")
    window, theme, memory = first.window, first.theme, first.memory
    problems = Problems((start.log.folder or start.settings) / "reports", window, start.log)
    wars = conflicts.load(shipped / "registers", register)
    around = Surroundings(shipped / "gazetteer").around
    session = Session(register, table, analyst_of(memory), window, wars, around)
    finder = Finder(lambda: _extractor(register, shipped, table, memory.now.pipelines, problems.told.emit))
    intake = Intake(session, tasks, finder, problems.report, window, looks)
    backing_up = BackingUp(session, copies, tasks, problems.take, window)
    Following(session, window)
    TypingGuard(application(), window)
    return _Core(window, session, theme, memory, *runners, finder, intake, problems, backing_up, start.log)


def analyst_of(memory: Memory) -> str:
    """Return who the journal names: the settings' analyst, or else whose home folder this is."""
    return memory.now.analyst or QDir.home().dirName()


def _furnish(
    core: _Core, first: Front, ask: Callable[[MainWindow], Files] | None = None
) -> tuple[ReaderPanel, Openings, Callable[[], None]]:
    """Make the panels and put them into the window.

    Return with them what makes the rooms that nobody sees yet.
    """
    window, session, theme = core.window, core.session, core.theme
    queue, files = ArticleListModel(session, window), (ask or Files)(window)
    reader, inspector = ReaderPanel(session, theme), Inspector(session)
    locking = Locking(window, session, core.intake, core.looks, core.copies, core.problems.take)
    desk = Desk(window, _tools(core, files, queue, locking))
    arrivals = Arrivals(window, session, core.intake, files, desk)
    offers = Offers(window, session, core.intake, desk)
    judging = Judging(window, session)
    looking_back = LookingBack(window, session, core.tasks, core.intake, core.problems, partial(_stood, core))
    upgrading = Upgrading(window, session, core.looks, core.problems.take)
    upgrading.failed.connect(desk.offer_what_there_is)
    inspector.figures_wanted.connect(judging.set_figures)
    examining = Examining(window, session, core.copies, core.tasks, core.problems.take)
    examining.restoring.connect(desk.restore_case)
    mending = Mending(window, session, core.copies, core.problems.take, lambda: core.intake.is_busy)
    examining.mending.connect(mending.begin)
    mending.mended.connect(examining.verify_case)
    joining = Joining(window, session, files, _looks(core), core.backing_up)
    chronicle = Chronicle(core.log, session, core.intake, window)
    parts = {"desk": desk, "arrivals": arrivals, "offers": offers, "judging": judging, "joining": joining}
    parts |= {"window": window, "reader": reader, "inspector": inspector, "looking_back": looking_back}
    first.targets.update(parts | {"locking": locking, "chronicle": chronicle, "examining": examining})
    actions = first.actions
    articles = ArticleList(session, queue, theme, [actions[id_] for id_ in ("details", "extract", "remove")])
    window.furnish_review(Panels(articles, reader, inspector), actions)
    window.restore_docks(core.memory.layout[1])
    _connect(core, desk, arrivals, chronicle)
    _keep_size(core.memory, reader)
    desk.begin(actions, first.welcome)
    openings = Openings(window, session, arrivals.open)
    return reader, openings, partial(_furnish_rooms, core, desk, judging, looking_back)


def _begin(core: _Core, openings: Openings, path: Path | None) -> None:
    """Open the case, or take in the article, at `path`."""
    if path is not None and is_article(path):
        QTimer.singleShot(0, core.window, lambda: openings.ask([path]))
    elif path is not None:
        core.session.open(path)


def _listen(core: _Core, openings: Openings, start: Start) -> None:
    """Hear from now on what is asked for from outside, and say what the start found."""
    window, app = core.window, QApplication.instance()
    for report in start.crashes:
        core.problems.tell_crash(report)
    if start.sentence:
        core.problems.told.emit(start.sentence)
    core.memory.prove()
    if isinstance(app, Application):
        openings.hear(app)
    window.closing.connect(openings.stop)
    if start.instance is not None:
        listener = Listener(start.instance.box, window)
        listener.handed.connect(openings.ask)
        window.closing.connect(listener.stop)
        listener.begin()


def _tools(core: _Core, files: Files, queue: ArticleListModel, locking: Locking) -> Tools:
    """Return what the desk works with."""
    own = (core.session, core.intake, core.theme, core.memory, files, queue)
    leave = Leaving(core.window, core.session).ask
    about = VERSION, partial(resources.rights, resources.folder())
    return Tools(*own, _report_writer(core), _samples(core), *about, partial(_renew, core), locking.new_case, leave)


def _connect(core: _Core, desk: Desk, arrivals: Arrivals, chronicle: Chronicle) -> None:
    window, intake = core.window, core.intake
    intake.progress.connect(window.status.show_progress)
    window.status.cancelled.connect(intake.cancel)
    window.dropped.connect(arrivals.take_in)
    core.memory.problem.connect(window.status.show_unkept)
    core.memory.problem.connect(desk.tell)
    core.problems.told.connect(desk.tell)
    core.problems.reported.connect(lambda report, file: FaultDialog(report, file, window).show())
    core.problems.crashed.connect(lambda report, file: FaultDialog(report, file, window, CRASHED).show())
    chronicle.told.connect(desk.tell)
    window.closing.connect(lambda: _shut(core))
    core.session.backups_in = core.memory.now.backups


def _stood(core: _Core, file: Path, number: int, target: Path) -> Callable[[], None]:
    """Return what writes the case as it stood after a line into a file, encrypted where the case is."""
    key = core.session.key
    return lambda: as_it_stood(file, number, target, key)


def _looks(core: _Core) -> Looks:
    """Return how another case is looked at before it is merged."""
    return Looks(core.tasks, unopened.proven, core.session.locked.emit, refuse_unsound, core.problems.take)


def _furnish_rooms(core: _Core, desk: Desk, judging: Judging, looking_back: LookingBack) -> None:
    """Make what the first look at the window does not need."""
    from ui import rooms

    searches = Searches(core.session, core.looks, core.problems.take, core.window)
    leading = rooms.Leading(
        desk, judging, looking_back, core.memory, searches, core.making, partial(_draw_behind, core)
    )
    rooms.furnish(core.window, core.session, leading)


def _keep_size(memory: Memory, reader: ReaderPanel) -> None:
    """Show articles in the size of type chosen last, and remember the next."""
    if memory.now.font_size:
        reader.view.set_points(memory.now.font_size)
    reader.view.zoomed.connect(lambda points: memory.keep_font_size(round(points)))


def _shut(core: _Core) -> None:
    core.memory.keep_layout(*core.window.layout_state())
    core.backing_up.still()
    core.tasks.finish()
    core.session.close_case()  # which stops a search
    core.looks.finish()
    core.copies.finish()
    core.making.finish()


def _warm_up(core: _Core, reader: ReaderPanel, done: Callable[[], None] = lambda: None) -> None:
    """Load the extractor behind the window; from then on a new claim is filled in from the words selected."""

    def read(text: str) -> Findings:
        focus = core.session.focus_now
        if focus is None or core.intake.is_busy:
            return Findings("", (), (), ())
        return core.finder(core.session.article(focus.article_id), text, core.session.known())

    def ready(_: object) -> None:
        reader.read = read
        done()

    core.tasks.run(core.finder.warm_up, ready, core.problems.take)
    _draw_behind(core, lambda: None)


def _renew(core: _Core) -> None:
    """Have articles read with what is chosen now, loaded behind the window."""
    core.finder.renew()
    core.tasks.run(core.finder.warm_up, lambda _: None, core.problems.take)


def _draw_behind(core: _Core, done: Callable[[], None]) -> None:
    """Load what draws charts behind the window, then call `done`."""
    core.tasks.run(_load_charts, lambda _: done(), core.problems.take)


def _load_charts() -> None:
    """Import matplotlib, so that the first chart does not wait for it."""
    import workbench.charts.drawing  # noqa: F401 - importing it is all that is wanted


def _samples(core: _Core) -> Callable[[], None]:
    """Return what takes the sample articles into the open case; their particulars are known."""

    def load() -> list[Imported]:
        from workbench.commands.sample import articles

        return list(articles(resources.folder() / "sample"))

    def begin() -> None:
        _merge_when_read(core)
        core.tasks.run(load, core.intake.supply, core.problems.take)

    return begin


def _merge_when_read(core: _Core) -> None:
    """Once the articles on their way are read, make one of the incidents that are plainly one, as `demo` does."""
    session, path = core.session, core.session.path

    def merge(_failures: object) -> None:
        core.intake.finished.disconnect(merge)
        while session.path == path and (change := next_merge(session)) is not None and session.apply(change):
            continue

    core.intake.finished.connect(merge)


def _report_writer(core: _Core) -> WriteReport:
    """Return what writes the report of a case to a file behind the window."""

    def write(case: Path, target: Path, key: Key | None) -> None:
        from workbench.commands.opening import looked_at, reckoned
        from workbench.commands.picturing import write_report

        with looked_at(case, analyst_of(core.memory), key) as held:
            reckoning = reckoned(held, core.session.conventions)
            write_report(held, reckoning, target, resources.folder())

    def begin(case: Path, target: Path, done: Callable[[Path], None]) -> None:
        key = core.session.key
        core.tasks.run(lambda: write(case, target, key), lambda _: done(target), core.problems.take)

    return begin


def _extractor(
    register: registers.Registers,
    shipped: Path,
    table: conventions.Conventions,
    pipelines: Sequence[str],
    tell: Callable[[str], None],
) -> Extractor:
    """Make the extractor; spaCy is imported here, long after the window shows.

    `tell` is called on the background thread, with what the extractor goes on without.
    """
    from workbench.extraction.extractor import Extractor

    return Extractor(register, shipped, table, pipelines, tell)
