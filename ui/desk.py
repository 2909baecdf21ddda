"""What the actions do that belong to no single panel: cases, the review's round, the dialogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from ui.actions import ENTRIES, Actions
from ui.intake import Intake
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.models.article_list import ArticleListModel
from ui.panels.welcome import Welcome
from ui.session import Focus, Session
from ui.theme import Choice, Theme
from ui.typing_guard import undo_typing
from ui.words import act_words
from workbench import acts, acts_incidents, resources
from workbench.changes import Change
from workbench.extraction.installed import installed
from workbench.extraction.languages import languages
from workbench.model.article import Article, ReviewState
from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.model.mention import Mention
from workbench.passphrases import written_words

if TYPE_CHECKING:
    from ui.dialogs.article_details import ArticleDetails
    from ui.dialogs.files import Files

#: Writes the report of the case at a path to another path, and calls back with that when it is there.
WriteReport = Callable[[Path, Path, Callable[[Path], None]], None]
#: Makes a case at a path, plain or encrypted, and calls back when it is open.
NewCase = Callable[[Path, Callable[[], object]], None]
#: Goes on with what leaves the open case, unless acts wait to be written to it, and the analyst stays for these.
Leave = Callable[[Callable[[], object]], object]
#: Up to so many articles are all offered as the original of a copy.
_ALL_OFFERED = 1000
#: Panels outside the review whose rows lead into it.
_LEAD_IN = ("claimTable", "chartView", "logTable")


@dataclass(frozen=True, slots=True)
class Tools:
    """What the desk works with; built in `ui/app.py`."""

    session: Session
    intake: Intake
    theme: Theme
    memory: Memory
    files: Files
    queue: ArticleListModel
    write_report: WriteReport
    samples: Callable[[], None]
    version: str
    rights: Callable[[], Mapping[str, str]]
    renew: Callable[[], None]
    new_case: NewCase
    leave: Leave


class Desk(QObject):
    """Carries wishes from menus and signals to the session, and shows in the window what came of them."""

    def __init__(self, window: MainWindow, tools: Tools) -> None:
        super().__init__(window)
        self._window, self._tools, self._session = window, tools, tools.session
        self._actions: Actions | None = None
        self._welcome: Welcome | None = None
        self._last: Change | None = None

    def begin(self, actions: Actions, welcome: Welcome) -> None:
        """Listen from now on; the window is furnished."""
        self._actions, self._welcome = actions, welcome
        session, window, tools = self._session, self._window, self._tools
        session.opened.connect(self._show_case)
        session.changed.connect(self._follow)
        session.saved.connect(window.status.show_saved)
        session.saved.connect(self._clear_message)
        session.problem.connect(self.tell)
        session.unsaved.connect(self.tell)
        session.kept.connect(self._name_history)
        session.looking.told.connect(window.status.show_looking)
        window.message.again.connect(session.retry)
        window.message.given_up.connect(session.give_up)
        tools.queue.tallied.connect(lambda: window.header.show_proposed(tools.queue.open_claims()))
        tools.theme.changed.connect(lambda _: actions.draw_icons())
        welcome.recent_chosen.connect(self.open_path)
        session.focused.connect(self._show_focused)
        actions[f"theme_{tools.theme.choice.value}"].setChecked(True)
        self._show_case()

    def tell(self, sentence: str) -> None:
        """Show a sentence: above the work, or on the welcome page."""
        if self._session.is_open or self._welcome is None:
            self._window.message.tell(sentence, again=bool(self._session.unwritten))
        else:
            self._welcome.tell(sentence)

    def _clear_message(self) -> None:
        if not self._session.unwritten:
            self._window.message.clear()

    # Cases

    def new_case(self) -> None:
        """Ask for a place, make a case there, and ask what it is about."""
        self.make_case(self.choose_conflict)

    def make_case(self, then: Callable[[], object]) -> None:
        """Ask for a place, make a case there, plain or encrypted, and go on with `then`."""
        path = self._tools.files.new_case(self._tools.memory.case_folder)
        if path is not None:
            self._tools.leave(lambda: self._tools.new_case(path, then))

    def choose_conflict(self) -> None:
        """Ask for the conflict whose sides the case takes over; what an analyst chose stays."""
        from ui.dialogs.conflict_choice import ConflictChoice

        session = self._session
        known, method = session.registers, session.method()
        dialog = ConflictChoice(session.conflicts.values(), known.actors, known.sides, method.conflict, self._window)
        dialog.accepted.connect(lambda: session.choose_conflict(dialog.chosen, asker="desk"))
        self._open(dialog)

    def open_case(self) -> None:
        """Ask for a case and open it."""
        path = self._tools.files.case(self._tools.memory.case_folder)
        if path:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open the case at `path`; where that fails and there are backups of it, offer them."""
        self._tools.leave(partial(self._open_path, path))

    def _open_path(self, path: Path) -> None:
        if not self._session.open(path):
            self.offer_what_there_is(path)

    def offer_what_there_is(self, path: Path) -> None:
        """Offer the backups of a case that cannot be opened, where there are any."""
        if self._session.backups_of(path):
            self._offer_backups(path)

    def restore_case(self) -> None:
        """Offer the backups of the open case, or of one that is asked for."""
        path = self._session.path or self._tools.files.case(self._tools.memory.case_folder)
        if path:
            self._offer_backups(path)

    def _offer_backups(self, path: Path) -> None:
        from ui.dialogs.restore import Restore

        dialog = Restore(path, self._session.backups_of(path), self._window)
        dialog.accepted.connect(lambda: self._tools.leave(partial(self._restore, path, dialog.chosen)))
        self._open(dialog)

    def _restore(self, path: Path, chosen: Path | None) -> None:
        if chosen:
            self._session.restore(path, chosen)

    def sample_case(self) -> None:
        """Open the sample case; the first time it is made out of the sample articles."""
        self._tools.leave(self._sample_case)

    def _sample_case(self) -> None:
        path = self._tools.memory.folder() / "Sample.case"
        if path.exists():
            self._session.open(path)
            return
        with suppress(OSError):  # where the folder cannot be made, making the case says why
            path.parent.mkdir(parents=True, exist_ok=True)
        if self._session.create(path):
            self._window.status.showMessage("The sample articles are being read …", 4000)
            self._tools.samples()

    def close_case(self) -> None:
        """Close the case; everything is on disk, or it is asked what is to become of it."""
        self._tools.leave(self._session.close_case)

    def save_report(self) -> None:
        """Ask for a place and write the report there."""
        path, file = self._session.path, self._session.file
        wanted = self._tools.files.report(path.with_suffix(".html")) if path else None
        if file and wanted:
            self._tools.write_report(file, wanted, self._tell_report)

    def _tell_report(self, report: Path) -> None:
        self.tell_written("report", report)

    def tell_written(self, what: str, path: Path) -> None:
        """Say for a while where a report, a chart or a table is, and that it is plain where the case is not."""
        told = written_words(what, str(path), encrypted=self._session.key is not None)
        self._window.status.showMessage(told, 8000)

    # The review's round

    def undo(self) -> None:
        """Take back typing in the focused field, else the last act, and show where it was."""
        if not undo_typing(QApplication.focusWidget()):
            self._step(self._session.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if not undo_typing(QApplication.focusWidget(), again=True):
            self._step(self._session.redo)

    def _step(self, step: Callable[[], bool]) -> None:
        self._last = None
        if step():
            self._show_last()

    def _show_last(self) -> None:
        focus = place_of(self._last) if self._last else None
        if focus is not None:
            self._session.focus(focus)

    def finish_article(self) -> None:
        """Mark the article reviewed and open the next one that is not."""
        article = self._article()
        if article is None:
            return
        following = self._tools.queue.after(article.id)
        if article.state is ReviewState.REVIEWED or self._session.apply(acts.set_state(article, ReviewState.REVIEWED)):
            if following is not None:
                self._session.focus(Focus(following.id, asker="desk"))
            else:
                self._window.status.showMessage("Every article of the case is reviewed.", 8000)

    def show_details(self) -> None:
        """Show what is known of the article, to be corrected."""
        article = self._article()
        if article is None:
            return
        outlets = set(self._session.tally("outlet"))
        outlets |= {source.name for source in self._session.registers.sources.values()}
        others = [known for known in self._originals(article) if article.id not in (known.id, known.copy_of)]
        from ui.dialogs.article_details import ArticleDetails

        dialog = ArticleDetails(article, sorted(outlets), others, self._window)
        dialog.accepted.connect(lambda: self._save_details(article, dialog))
        self._open(dialog)

    def _originals(self, article: Article) -> Sequence[Article]:
        """Return what an article may be a copy of: of very many those that share passages with it."""
        session, queue = self._session, self._session.queue()
        if queue is None or len(queue.ids()) <= _ALL_OFFERED:
            return session.articles()
        known = [session.article(article.copy_of)] if article.copy_of else []
        alike = session.alike(session.text(article.id))
        return [*known, *(one for one in alike if one.id != article.copy_of)]

    def _save_details(self, article: Article, dialog: ArticleDetails) -> None:
        title, outlet, published = dialog.answers
        self._session.apply(acts.edit_details(article, title=title, outlet=outlet, published=published))
        if dialog.original != article.copy_of:
            self._save_original(article.id, dialog.original)

    def _save_original(self, article_id: int, original: int | None) -> None:
        """Make an article a copy of another, or of none."""
        session = self._session
        article, claims = session.article(article_id), session.claims(article_id)
        own = {row.id: row for row in session.rows_of(article_id) if isinstance(row, Incident)}
        if original is None:
            told = {claim.incident_id for claim in claims} - own.keys()
            shared = [incident for incident in session.incidents() if incident.id in told]
            session.apply(acts_incidents.no_copy(article, claims, shared, session.reserve))
            return
        first = session.article(original)
        printed = session.printed_again(replace(article, copy_of=first.copy_of or first.id))
        copies = session.copies_of(article_id)
        session.apply(acts_incidents.mark_copy(article, first, copies, claims, printed, own.values()))

    def extract_again(self) -> None:
        """Read the article again; what an analyst touched stays."""
        article = self._article()
        if article is not None:
            self._tools.intake.extract([article.id])

    def extract_all(self) -> None:
        """Read every article again that nobody has begun to review."""
        queue = self._session.queue()
        self._tools.intake.extract(queue.in_states([ReviewState.NEW]) if queue else [])

    def remove_article(self) -> None:
        """Take the article out of the case; undo brings it back."""
        article = self._article()
        if article is None:
            return
        following = self._tools.queue.after(article.id)
        session = self._session
        removal = acts.remove_article(article, session.rows_of(article.id), session.copies_of(article.id))
        if session.apply(removal) and following:
            self._session.focus(Focus(following.id, asker="desk"))

    def _article(self) -> Article | None:
        focus = self._session.focus_now
        return self._session.article(focus.article_id) if focus else None

    # Dialogs

    def choose_theme(self, name: str) -> None:
        """Wear a theme, now and at the next start."""
        self._tools.theme.choose(Choice(name))
        self._tools.memory.keep_theme(name)

    def choose_pipelines(self) -> None:
        """Offer the trained pipelines that are installed; articles are read with what is chosen from then on."""
        from ui.dialogs.pipelines import Pipelines

        offers = {language: installed(language) for language in languages(resources.folder())}
        asked = Pipelines(offers, self._tools.memory.now.pipelines, self._window)
        asked.accepted.connect(lambda: self._read_with(asked.chosen))
        self._open(asked)

    def _read_with(self, pipelines: tuple[str, ...]) -> None:
        if pipelines != self._tools.memory.now.pipelines:
            self._tools.memory.keep_pipelines(pipelines)
            self._tools.renew()

    def show_incidents(self) -> None:
        """Show the incidents, and what may be one event."""
        from ui.dialogs.incidents import Incidents

        self._session.looking.then(lambda: self._open(Incidents(self._session, self._window)))

    def relate_claim(self) -> None:
        """Offer to relate the claim that is looked at to others."""
        focus = self._session.focus_now
        if focus is not None and focus.kind == "claim":
            self.relate_claims([focus.row_id])
        else:
            self.tell("Look at a claim first: press J, or click one in the article. Then it can be related to others.")

    def relate_claims(self, claims: Sequence[int]) -> None:
        """Offer to relate the first of these claims to the others, or to further ones."""
        from ui.dialogs.relate_claims import RelateClaims

        self._open(RelateClaims(self._session, claims, self._window))

    def show_keys(self) -> None:
        """Show all keys on one sheet."""
        from ui.dialogs.keys import KeySheet

        self._open(KeySheet([(e.menu, e.plain, e.keys) for e in ENTRIES], self._window))

    def show_about(self) -> None:
        """Say what this program is."""
        from ui.dialogs.about import About
        from ui.dialogs.rights import Rights

        about = About(self._tools.version, self._tools.theme.icon("app"), self._window)
        about.rights_wanted.connect(lambda: self._open(Rights(self._tools.rights(), self._window)))
        self._open(about)

    def show_palette(self) -> None:
        """Offer every action by name."""
        from ui.dialogs.palette import CommandPalette

        if self._actions is None:
            return
        actions = self._actions
        palette = CommandPalette([(entry.plain, actions[entry.id]) for entry in ENTRIES], self._window)
        palette.accepted.connect(palette.do_chosen)
        palette.adjustSize()
        middle = self._window.geometry().center()
        palette.move(middle.x() - palette.width() // 2, self._window.geometry().top() + 90)
        self._open(palette)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    # What is shown of the case

    def _show_case(self) -> None:
        session, window = self._session, self._window
        window.show_case(session.path)
        window.message.clear()
        if self._actions is not None:
            self._actions.set_open(session.is_open)
        if session.path is not None:
            self._tools.memory.remember(session.path)
            lines = session.log(limit=1)
            window.status.show_saved(lines[0].at if lines else "")
            if session.refusal:
                window.status.show_read_only()
            window.status.show_encrypted(session.key is not None)
            self._focus_first()
        else:
            window.status.show_saved("")
            window.status.show_encrypted(False)
        if self._welcome is not None:
            self._welcome.tell("")
            self._welcome.show_recent(self._tools.memory.recent)
        self._name_history()

    def _focus_first(self) -> None:
        first = self._tools.queue.first()
        if first is not None:
            self._session.focus(Focus(first, asker="desk"))

    def _show_focused(self, focus: Focus) -> None:
        if focus.asker in _LEAD_IN:
            self._window.show_workspace(0)

    def _follow(self, change: Change) -> None:
        self._last = change
        self._name_history()
        if self._session.focus_now is None and change.touches("article"):
            self._focus_first()

    def _name_history(self) -> None:
        undo, redo = self._session.undo_about(), self._session.redo_about()
        waits = " (not written yet)" if self._session.gives_up else ""
        self._window.status.show_undo(undo, waits)
        if self._actions is not None:
            self._actions.name("undo", f"&Undo {act_words(*undo)}{waits}" if undo else "&Undo", undo is not None)
            self._actions.name("redo", f"&Redo {act_words(*redo)}" if redo else "&Redo", redo is not None)


def place_of(change: Change) -> Focus | None:
    """Return where a change was made, if what it was made on is still there."""
    values = [edit.after for edit in change.edits]
    for value in sorted(values, key=lambda value: isinstance(value, Article)):
        if isinstance(value, Claim):
            return Focus(value.article_id, "claim", value.id, value.evidence, asker="desk")
        if isinstance(value, Mention):
            return Focus(value.article_id, "mention", value.id, value.span, asker="desk")
        if isinstance(value, Article):
            return Focus(value.id, asker="desk")
    return None
