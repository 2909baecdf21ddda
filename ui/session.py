"""The Qt boundary: the one object of the window that holds the case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial, reduce
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from ui import proposed
from ui.first_look import Piece, first_look
from ui.reads import Reads
from ui.reckonings import Reckonings
from workbench import acts, conflicts
from workbench.case import Case, Key, backups, cipher
from workbench.changes import Change
from workbench.conflicts import Conflict, Proposed
from workbench.errors import CaseNotWritable, OlderCase, PassphraseNeeded, WorkbenchError
from workbench.merging.plan import Plan
from workbench.model.claim import Claim
from workbench.model.figure import Reckoning
from workbench.model.method import Method
from workbench.model.reason import Reason
from workbench.model.span import Span
from workbench.reckoning.aggregates import Around, nowhere
from workbench.reckoning.conventions import Conventions
from workbench.reckoning.differences import Difference
from workbench.reckoning.seen import Basis
from workbench.reckoning.undecided import Pair
from workbench.reckoning.voices import Voice
from workbench.registers import Registers
from workbench.relating import Relating

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


class Session(QObject, Reads):
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
    #: A change could not be written; `retry` would try it again.
    unsaved = Signal(str)

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
        self._reckonings: Reckonings | None = None
        self._proposed: proposed.Proposed | None = None
        self._focus: Focus | None = None
        #: The case as it is, while it is shown as it stood.
        self._present: Case | None = None
        #: Why the next change is made, as the analyst said beforehand.
        self.why: tuple[Reason | None, str] = (None, "")
        self._unsaved: Callable[[], Change | None] | None = None
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
        self._reckonings = self._proposed = None
        self._focus = None
        self._unsaved = None
        self.opened.emit()

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
        self.let_go.emit()
        for case in (self._case, self._present):
            if case is not None:
                case.close()
        self._case = self._present = None

    def apply(self, change: Change, asker: str = "") -> bool:
        """Carry out a change; where it is refused `problem` says why and nothing is changed."""
        return self._told(self.attempt(replace(change, asker=asker or change.asker)))

    def attempt(self, change: Change) -> str:
        """Carry out a change; return the sentence that says why it was refused, or nothing."""
        if not change.edits and not change.documents:
            return ""
        told = self._with_reason(change)
        refusal = self._carry_out(lambda: self._open_case.apply(self._with_reviews_begun(told)))
        if not refusal and told is not change:
            self.give_reason(None, "")
        return refusal

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
        """Take back the last act."""
        return self._told(self._carry_out(self._open_case.undo))

    def redo(self) -> bool:
        """Do again what was last taken back."""
        return self._told(self._carry_out(self._open_case.redo))

    def retry(self) -> bool:
        """Try again what could not be written last."""
        return self._unsaved is None or self._told(self._carry_out(self._unsaved))

    def _told(self, refusal: str) -> bool:
        if refusal:
            (self.unsaved if self._unsaved is not None else self.problem).emit(refusal)
        return not refusal

    def _carry_out(self, act: Callable[[], Change | None]) -> str:
        self._unsaved = None
        try:
            change = act()
        except WorkbenchError as error:
            if isinstance(error, CaseNotWritable) and self._untold is not None:
                raise
            if isinstance(error, CaseNotWritable) and not self.refusal:
                self._unsaved = act
            return str(error)
        if change is not None and self._untold is not None:
            self._untold.append(change)
        elif change is not None:
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
        for part in (self._reckonings, self._proposed):
            if part is not None:
                part.hear(change)
        self.changed.emit(change)

    def focus(self, focus: Focus) -> None:
        """Show something: every panel hears of it."""
        self._focus = focus
        self.focused.emit(focus)

    @property
    def focus_now(self) -> Focus | None:
        """What the analyst looks at."""
        return self._focus

    def reckoning(self) -> Reckoning:
        """Return the figures and checks of the case; only what changed since is reckoned anew."""
        return self._reckoned().whole()

    def reckoning_of(self, incident_id: int | None) -> Reckoning:
        """Return the figures and checks of one incident, without reading the others."""
        return self._reckoned().of_incident(incident_id)

    def voices(self, incident_id: int) -> tuple[Voice, ...]:
        """Return what each origin says of an incident, as if nobody else had spoken."""
        return self._reckoned().voices(incident_id)

    def unheard(self, incidents: Iterable[int]) -> list[int]:
        """Return those of some incidents whose voices are not known yet: each takes as long as its figures."""
        return self._reckoned().unheard(incidents)

    def tried(self, change: Change) -> tuple[Difference, ...]:
        """Return the figures that a change of claims would make others, if it were carried out."""
        return self._reckoned().tried(change)

    def basis(self) -> Basis:
        """Return what claims are read by."""
        return self._reckoned().basis()

    def relating(self, claims: Iterable[Claim]) -> Relating:
        """Return what relates these claims to those of their articles and incidents, and to those they lead to."""
        around: dict[int, Claim] = {}
        for claim in claims:
            around |= {c.id: c for c in self._around(claim)}
        return Relating(around.values(), self.basis())

    def _around(self, claim: Claim) -> Iterator[Claim]:
        yield from self.claims(claim.article_id)
        if claim.incident_id is not None:
            yield from self.claims_of(claim.incident_id)
        yield from self._open_case.claims_with({relation.to for relation in claim.relations})

    def reckoning_by(self, method: Method) -> Reckoning:
        """Return the figures and checks that the case would have by another method; nothing is changed."""
        return self._reckoned().by(method)

    def _reckoned(self) -> Reckonings:
        if self._reckonings is None:
            self._reckonings = Reckonings(self._open_case, self.conventions, self._surroundings)
        return self._reckonings

    def first_look(self, take: Callable[[Piece], None]) -> Iterator[float]:
        """Read, reckon and compare the whole case in small steps, as `first_look.first_look`."""
        case = self._open_case
        return first_look(case, case.queue(), self._reckoned(), self.proposed(), take)

    def proposed(self) -> proposed.Proposed:
        """Return what may be one event; only what changed since is looked at anew."""
        if self._proposed is None:
            self._proposed = proposed.Proposed(self._open_case)
        return self._proposed

    def undecided(self) -> tuple[Pair, ...]:
        """Return the incidents that may be one and that nobody has decided on; none where no case is open."""
        return self.proposed().undecided() if self._case else ()

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
