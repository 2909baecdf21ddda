"""The Qt boundary: the one object of the window that holds the case."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial, reduce
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from ui.looking import Looking
from ui.reckons import Reckons
from ui.unwritten import Act, Unwritten
from workbench import acts, conflicts
from workbench.case import Case, Key, backups, cipher
from workbench.changes import Change
from workbench.conflicts import Conflict, Proposed
from workbench.errors import CaseNotWritable, OlderCase, PassphraseNeeded, StaleChange, UnfitChange, WorkbenchError
from workbench.merging.plan import Plan
from workbench.model.reason import Reason
from workbench.model.span import Span
from workbench.reckoning.aggregates import Around, nowhere
from workbench.reckoning.conventions import Conventions
from workbench.registers import Registers

_NONE: Mapping[str, Conflict] = MappingProxyType({})
#: So many lines of another window are told of before this one has its turn.
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Focus:
    """What the analyst looks at: an article, and a claim or mention of it; `asker` names the panel that said so."""

    article_id: int
    kind: str = ""
    row_id: int = 0
    span: Span | None = None
    asker: str = ""


class Session(QObject, Reckons):
    """Holds the open case; panels read from it, apply changes through it, and hear of each in `changed`."""

    changed = Signal(object)
    opened = Signal()
    #: The case file is about to be closed: nobody else may have it open.
    let_go = Signal()
    focused = Signal(object)
    saved = Signal(str)
    #: A file is encrypted: the PassphraseNeeded that says so, and what to call with its key.
    locked = Signal(object, object)
    #: A file is of an older schema, and takes a while to be brought to this one: its path, and its key.
    outdated = Signal(object, object)
    problem = Signal(str)
    #: What is said of the next change has changed.
    reasoned = Signal()
    #: An act could not be written, or others still wait; `retry` would try them again.
    unsaved = Signal(str)
    #: What waits to be written has changed.
    kept = Signal()

    def __init__(
        self,
        registers: Registers,
        conventions: Conventions,
        analyst: str = "",
        parent: QObject | None = None,
        conflicts: Mapping[str, Conflict] = _NONE,
        around: Around = nowhere,
    ) -> None:
        super().__init__(parent)
        self.registers = registers
        self.conflicts = conflicts
        self.conventions = conventions
        self._surroundings = around
        #: Whether proposals are gone through by how unsure they are, and not as the text tells them.
        self.least_sure_first = False
        #: The folder in which backups lie, empty for beside each case.
        self.backups_in = ""
        self.analyst = analyst
        self.looking = Looking(lambda: self.first_look(lambda _: None), self._is_reckoned, self.problem.emit, self)
        self._focus: Focus | None = None
        #: The case as it is, while it is shown as it stood.
        self._present: Case | None = None
        #: Why the next change is made, as the analyst said beforehand.
        self.why: tuple[Reason | None, str] = (None, "")
        self._unwritten = Unwritten()
        #: What was given up with the case that was closed.
        self._lost = ""
        #: The last line that was told of, where the case is only read.
        self._seen = 0
        #: What was changed and nobody was told of yet, while several changes are made together.
        self._untold: list[Change] | None = None

    @property
    def path(self) -> Path | None:
        """Where the open case lies."""
        case = self._present or self._case
        return case.path if case else None

    @property
    def file(self) -> Path | None:
        """Where what is shown lies: the open case, or a copy that is as the case stood."""
        return self._case.path if self._case else None

    @property
    def shows_past(self) -> bool:
        """Whether the case is shown as it stood."""
        return self._present is not None

    @property
    def refusal(self) -> str:
        """The sentence that says why the open case takes no changes; empty where it does."""
        return self._case.refusal if self._case else ""

    def open(self, path: Path, key: Key | None = None) -> bool:
        """Open a case file; `problem` says why that fails.

        It is no failure that it is encrypted, or of an older schema: `locked` or `outdated` says so.
        """
        if self.path is not None and self.path.resolve() == path.resolve():
            key = key or self.key
            self.close_case()  # it is held for this window, and would only be shown to a second one
        opening = partial(Case.open, path, self.analyst, backups_in=self.backups_in, key=key, waiting=None)
        return self._take(opening, partial(self.open, path), partial(self.outdated.emit, path, key))

    def backups_of(self, path: Path) -> list[backups.Backup]:
        """Return the backups of a case, the newest first, whether the case can be opened or not."""
        return backups.backups_in(backups.folder_of(path, self.backups_in))

    def restore(self, path: Path, backup: Path, key: Key | None = None) -> bool:
        """Put a backup beside the case it was made of, and open it; where that fails `problem` says why."""
        try:
            restored = backups.restore(path, backup, key or self.key)
        except PassphraseNeeded as needed:
            self.locked.emit(needed, partial(self.restore, path, backup))
            return True
        except WorkbenchError as error:
            self.problem.emit(str(error))
            return False
        return self.open(restored, cipher.fitting(restored, key or self.key))

    def joining(self, path: Path, key: Key | None = None) -> AbstractContextManager[Plan]:
        """Hold another case, verified just now and only read, with how it is taken into the open one."""
        return self._open_case.joining(path, key, sound=True)

    def create(self, path: Path, key: Key | None = None) -> bool:
        """Make a new case file, encrypted where there is a key, and open it; where that fails `problem` says why."""
        return self._take(lambda: Case.create(path, self.analyst, key=key))

    def _take(
        self,
        get: Callable[[], Case],
        again: Callable[[Key], bool] | None = None,
        outdated: Callable[[], object] | None = None,
    ) -> bool:
        try:
            case = get()
        except PassphraseNeeded as needed:
            self.locked.emit(needed, again)
            return True
        except WorkbenchError as error:
            if isinstance(error, OlderCase) and outdated is not None:
                outdated()
                return True
            self.problem.emit(str(error))
            return False
        self._let_go()
        self._show(case)
        if case.refusal:
            self.problem.emit(case.refusal)
        return True

    def _show(self, case: Case | None) -> None:
        self._case = case
        self._seen = case.log(limit=1)[0].number if case is not None and case.refusal else 0
        self._reckon_anew()
        self._focus = None
        self.opened.emit()
        lost, self._lost = self._lost, ""
        if lost or self.unwritten:
            self._say(lost)

    def look_back(self, file: Path, refusal: str) -> None:
        """Show the case as it stood, out of a file made for that; `refusal` says why that takes no changes."""
        then = Case.open_reading(file, self.analyst, self.key, refusal)
        if self._present is None:
            self._present = self._open_case
        else:
            self._open_case.close()
        self._show(then)

    def come_back(self) -> None:
        """Show the case as it is."""
        if self._present is not None:
            self._open_case.close()
            present, self._present = self._present, None
            self._show(present)

    def close_case(self) -> None:
        """Close the case; all of it is on disk already."""
        self._let_go()
        self._show(None)

    def _let_go(self) -> None:
        if self.unwritten:
            self._write_unwritten()
        if self._unwritten and self.path is not None:
            self._lost = f"Given up, and not in {self.path.name}: {self._unwritten.give_up()}."
        self.let_go.emit()
        for case in (self._case, self._present):
            if case is not None:
                case.close()
        self._case = self._present = None

    def apply(self, change: Change, asker: str = "", needs: Callable[[], Change] | None = None) -> bool:
        """Carry out a change, and before it what it needs; where it is refused `problem` says why, nothing is changed.

        Where it cannot be written, `unsaved` says so, and it waits behind all that could not be before.
        """
        if not change.edits and not change.documents:
            return True
        told = self._with_reason(replace(change, asker=asker or change.asker))
        act = Act((told.act, told.about), self._carrying_out(told, needs), told)
        done = self._do(act)
        if (told.reason, told.note) != (change.reason, change.note) and (done or self._unwritten.holds(act)):
            self.give_reason(None, "")
        return done

    def attempt(self, change: Change) -> str:
        """Carry out a change that is not to wait; return the sentence that says why it was refused, or nothing."""
        if not change.edits and not change.documents:
            return ""
        told = self._with_reason(change)
        refusal = self._try(Act((told.act, told.about), self._carrying_out(told)), waits=False)
        if not refusal and told is not change:
            self.give_reason(None, "")
        return refusal

    def _carrying_out(self, told: Change, needs: Callable[[], Change] | None = None) -> Callable[[], list[Change]]:
        tried = False

        def carry_out() -> list[Change]:
            nonlocal tried
            again, tried = tried, True
            case, needed = self._open_case, needs() if needs else None
            try:
                if needed is None or not needed.edits:
                    return [case.apply(self._with_reviews_begun(told))]
                with case.together():
                    return [case.apply(needed), case.apply(self._with_reviews_begun(told))]
            except StaleChange:
                # A drive that went just then may have kept what was called lost.
                if again and all(case.row(edit.kind, edit.value.id) == edit.after for edit in told.edits):
                    return [told]
                raise

        return carry_out

    @contextmanager
    def together(self) -> Iterator[None]:
        """Have all changes made inside on disk when it ends, and tell of each then.

        CaseNotWritable, also out of `attempt`, where one cannot be written: then none of them is there.
        """
        made: list[Change] = []
        self._untold = made
        try:
            with self._open_case.together():
                yield
        finally:
            self._untold = None
        for change in made:
            self._tell(change)

    def give_reason(self, reason: Reason | None, note: str) -> None:
        """Say why the next change of the analyst is made."""
        self.why = (reason, note)
        self.reasoned.emit()

    def _with_reason(self, change: Change) -> Change:
        reason, note = self.why
        given = change.reason is not None or change.note or change.automatic
        return change if given or self.why == (None, "") else replace(change, reason=reason, note=note)

    def _with_reviews_begun(self, change: Change) -> Change:
        if not acts.begins_reviews(change) or change.touches("article"):
            return change
        known = map(self._open_case.article, change.articles())
        return reduce(acts.with_review_begun, known, change)

    def undo(self) -> bool:
        """Take back the last act; one that waits to be written is given up."""
        if self.gives_up:
            return self._say(f"Given up, and never written: {self._unwritten.give_up(last=True)}.")
        return self._step("undo", self._open_case.undo, super().undo_about())

    def redo(self) -> bool:
        """Do again what was last taken back."""
        return self._step("redo", self._open_case.redo, super().redo_about())

    def _step(self, step: str, take: Callable[[], Change | None], about: tuple[str, str] | None) -> bool:
        heads: list[int] = []

        def carry_out() -> list[Change]:
            heads.append(self._open_case.log(limit=1)[0].number)
            if heads[0] != heads[-1]:
                raise StaleChange("Something else was written meanwhile. Look again, then repeat it.")
            change = take()
            return [] if change is None else [change]

        return self._do(Act(about or ("", ""), carry_out, step=step))

    def undo_about(self) -> tuple[str, str] | None:
        """Return the act, and the words it concerns, that undo would take back or give up."""
        last = self._unwritten.last if self.gives_up else None
        return last.about if last else super().undo_about()

    @property
    def gives_up(self) -> bool:
        """Whether undo gives up the last act, which waits to be written."""
        last = self._unwritten.last if self.unwritten else None
        return last is not None and last.change is not None

    @property
    def unwritten(self) -> str:
        """What waits to be written, in words; empty where nothing does, or what is shown takes no changes."""
        return "" if self.refusal else self._unwritten.words

    def retry(self) -> bool:
        """Try again, in their order, what could not be written; the first that still cannot be stops the others."""
        return not self.unwritten or self._say(self._write_unwritten())

    def give_up(self) -> None:
        """Let go of what waits to be written."""
        if self.unwritten:
            self._say(f"Given up, and never written: {self._unwritten.give_up()}.")

    def _do(self, act: Act) -> bool:
        """Carry out an act behind what waits; where something cannot be written, it waits, too."""
        again, told = bool(self.unwritten) and self._unwritten.holds(act), ""
        if self.unwritten:
            told = self._write_unwritten()
        if again:
            return self._say(told)
        return self._say(told, self._unwritten.keep(act) if self.unwritten else self._try(act))

    def _write_unwritten(self) -> str:
        told: list[str] = []
        while (act := self._unwritten.first) is not None:
            self._unwritten.take_first()
            refusal = self._try(act)
            if self._unwritten.first is act:
                return " ".join([*told, refusal])
            if refusal:
                told.append(f"Not done: {act.words}. {refusal}")
        return " ".join(told)

    def _say(self, *told: str) -> bool:
        """Tell what was refused, and what waits for that; return whether nothing was refused."""
        said = [part for part in told if part]
        if self.unwritten:
            self.unsaved.emit(" ".join([*said, f"Not written yet: {self.unwritten}."]))
        elif said:
            self.problem.emit(" ".join(said))
        self.kept.emit()
        return not said

    def _try(self, act: Act, *, waits: bool = True) -> str:
        try:
            changes: Collection[Change] = act.carry_out()
        except WorkbenchError as error:
            if isinstance(error, CaseNotWritable) and self._untold is not None:
                raise
            passes = isinstance(error, CaseNotWritable) and not isinstance(error, UnfitChange)
            if passes and waits and not self.refusal:
                self._unwritten.put_back(act)
            return str(error)
        if self._untold is not None:
            self._untold += changes
        else:
            for change in changes:
                self._tell(change)
        return ""

    def catch_up(self) -> None:
        """Tell of what another window wrote to a case that is only read here; of much, of the first part."""
        case = self._case
        if case is None or not case.refusal or self.shows_past:
            return
        try:
            changes = case.changes_after(self._seen, limit=_AT_ONCE)
        except WorkbenchError:
            return  # whoever looks at the case hears why it cannot be read
        for number, change in changes:
            self._seen = number
            self._hear(change)

    def _tell(self, change: Change) -> None:
        self._hear(change)
        self.saved.emit(self._open_case.log(limit=1)[0].at)

    def _hear(self, change: Change) -> None:
        self._reckon_with(change)
        self.changed.emit(change)

    def focus(self, focus: Focus) -> None:
        """Show something: every panel hears of it."""
        self._focus = focus
        self.focused.emit(focus)

    @property
    def focus_now(self) -> Focus | None:
        """What the analyst looks at."""
        return self._focus

    def reserve(self, count: int = 1) -> int:
        """Return the first of `count` fresh ids."""
        return self._open_case.reserve(count)

    def shipped(self) -> Registers:
        """Return the registers of the program, with the actors on the sides of the case's conflict."""
        return conflicts.applied(self.registers, self.conflict())

    def known(self) -> Registers:
        """Return the registers that articles of the case are read with: the case's own rows before the program's."""
        return conflicts.in_case(self.registers, self.conflict(), self.case_registers())

    def conflict(self) -> Conflict | None:
        """Return the conflict whose sides the case took over, if any."""
        return self.conflicts.get(self.method().conflict)

    def choose_conflict(self, id_: str, asker: str = "") -> bool:
        """Let the case take over the sides of a conflict, or of none where `id_` is empty."""
        case, chosen = self._open_case, self.conflicts.get(id_)
        own = case.own_sides(self.shipped().actors)
        return self.apply(conflicts.chosen(case.method(), chosen, self.registers, case.registers(), own), asker)

    def proposed_conflicts(self) -> list[Proposed]:
        """Return the conflicts that the articles speak of, the likeliest first, where the case has none yet."""
        if self._case is None or self._case.method().conflict or not self.conflicts:
            return []
        known = {**self.registers.actors, **self._case.actors()}
        days = self._case.queue().days()
        actors, places = self._case.named_actors(), self._case.named_places()
        return conflicts.proposed(actors, places, known, self.conflicts.values(), days)
