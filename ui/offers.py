"""What the program offers after a correction, and once the articles say what a case is about; nothing by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.intake import Intake
from ui.main_window import MainWindow
from ui.session import Session
from ui.words import count_words, label_words, quoted
from workbench import teaching
from workbench.changes import Change
from workbench.conflicts import Proposed
from workbench.model.claim import Claim
from workbench.model.mention import Mention, Status
from workbench.teaching import Lesson
from workbench.wording import article_words, side_words

ASKER = "offers"
_NOBODY = "nobody in the register"
#: So many of the articles that an offer bears on are named in its preview.
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Offer:
    """What stands on the bar: what taking it does; a `lesson` goes with the next thing that is done."""

    take: Callable[[], None]
    lesson: Lesson | None = None


class Offers(QObject):
    """Holds at most one offer: the lesson of the last correction, else the conflict the articles speak of."""

    def __init__(self, window: MainWindow, session: Session, intake: Intake, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._session, self._intake = window, session, intake
        self._bar = window.offer
        self._offer: _Offer | None = None
        self._declined: set[Path] = set()
        self._bar.taken.connect(self.take)
        self._bar.declined.connect(self.decline)
        self._bar.other.connect(desk.choose_conflict)
        session.opened.connect(self._begin)
        session.changed.connect(self._follow)
        intake.finished.connect(lambda _failures: self._propose())

    def take(self) -> None:
        """Do what is offered."""
        if self._offer is None:
            self._session.problem.emit("Nothing is offered. After a correction the program offers the same elsewhere.")
            return
        take = self._offer.take
        self._clear()
        take()

    def decline(self) -> None:
        """Let the offer go; a conflict is not proposed again while the program runs."""
        if self._offer is not None and self._offer.lesson is None and self._session.path is not None:
            self._declined.add(self._session.path)
        self._clear()

    def _clear(self) -> None:
        self._offer = None
        self._bar.clear()

    def _begin(self) -> None:
        self._clear()
        self._propose()

    def _follow(self, change: Change) -> None:
        if change.automatic or change.asker == ASKER:
            return
        lesson = self._lesson(change) if change.asker else None  # who undoes is offered nothing
        if lesson is not None and self._teach(lesson):
            return
        if self._offer is not None and (self._offer.lesson is not None or change.touches("method")):
            self._clear()
            self._propose()

    # The same elsewhere

    def _lesson(self, change: Change) -> Lesson | None:
        return teaching.lesson(change, self._session.mentions)

    def _taught(self, lesson: Lesson) -> Change:
        session = self._session
        places = session.places_of(lesson.words)
        return teaching.taught(lesson, places, session.case_registers(), session.shipped())

    def _teach(self, lesson: Lesson) -> bool:
        """Offer the same for the other places, where there are any or a name is to be learnt."""
        change = self._taught(lesson)
        if not change.edits:
            return False
        places, articles = teaching.count(change)
        take = f"Apply to the other {places}  T" if places > 1 else "Apply to the other one  T"
        self._bar.offer(
            self._sentence(lesson, change),
            take if places else "Read it so  T",
            preview=self._preview(change) if articles else "",
        )
        self._offer = _Offer(lambda: self._apply(lesson), lesson)
        return True

    def _apply(self, lesson: Lesson) -> None:
        change = self._taught(lesson)
        if self._session.apply(change, asker=ASKER):
            places, articles = teaching.count(change)
            told = f"{count_words(places, 'place')} in {count_words(articles, 'article')}" if places else "New articles"
            self._window.status.showMessage(f"{told} follow; one undo takes it back.", 6000)
            if teaching.learns(change):
                self._read_again(lesson, change)

    def _read_again(self, lesson: Lesson, change: Change) -> None:
        """Offer to read the articles again that hold the words where nothing was found so far."""
        session = self._session
        found = {mention.article_id for mention in session.places_of(lesson.words).mentions} | change.articles()
        others = [id_ for id_ in session.holding(lesson.words) if id_ not in found]
        if others:
            where = f"in {_articles(len(others))} more, where nothing was found yet"
            stand = f"{quoted(lesson.words)} stands {where}. Read {'them' if len(others) > 1 else 'it'} again?"
            self._bar.offer(f"{stand} What you decided stays.", "Read again  T")
            self._offer = _Offer(lambda: self._intake.extract(others), lesson)

    def _sentence(self, lesson: Lesson, change: Change) -> str:
        places, articles = teaching.count(change)
        said = f"{quoted(lesson.words)} {self._meaning(lesson)}."
        where = "in this article" if articles == 1 and self._is_here(change) else f"in {_articles(articles)}"
        new = self._from_now_on(lesson) if teaching.learns(change) else ""
        if not places:
            return f"{said} Read new articles of the case so too?"
        return f"{said} The same for {_places(places)} {where}? {new}".strip()

    def _from_now_on(self, lesson: Lesson) -> str:
        """Say what new articles learn: whom the words name now, or whom they no longer name."""
        before, after = lesson.before, lesson.after
        if after.actor is None and before.actor is not None:
            return f"New articles no longer take it for {self._name(before.actor)}."
        return "New articles are read so too."

    def _is_here(self, change: Change) -> bool:
        focus = self._session.focus_now
        return focus is not None and change.articles() == {focus.article_id}

    def _meaning(self, lesson: Lesson) -> str:
        """Say what a correction made of its words."""
        before, after = lesson.before, lesson.after
        if after.status is Status.REJECTED:
            return "is rejected"
        if isinstance(before, Mention) and isinstance(after, Mention) and before.label is not after.label:
            return f"is labelled {label_words(after.label)}"
        if isinstance(before, Claim) and isinstance(after, Claim) and before.actor == after.actor:
            return f"counts for {side_words(after.side, self._session.sides())}"
        return f"is {self._name(after.actor)}"

    def _name(self, id_: str | None) -> str:
        case = self._session.case_registers()
        row = case.actors.get(id_ or "") or case.sources.get(id_ or "")
        return row.name if row else _NOBODY

    def _preview(self, change: Change) -> str:
        ids = sorted(change.articles())
        lines = [article_words(self._session.article(id_)) for id_ in ids[:_SHOWN]]
        return "\n".join([*lines, *([f"… and {len(ids) - _SHOWN} more"] if len(ids) > _SHOWN else [])])

    # What the case is about

    def _propose(self) -> None:
        """Offer the conflict the articles speak of, where it is clear and the case has taken over none."""
        session = self._session
        if not session.is_open or self._offer is not None or session.path in self._declined:
            return
        found = session.proposed_conflicts()
        if found:
            conflict = found[0].conflict
            self._bar.offer(_speaks(found[0]), "Use its sides  T", other="Other…")
            self._offer = _Offer(lambda: self._use(conflict.id))

    def _use(self, conflict: str) -> None:
        if self._session.choose_conflict(conflict, asker=ASKER):
            self._window.status.showMessage("The actors stand on its sides; one undo takes it back.", 6000)


def _places(count: int) -> str:
    return f"the other {count} places" if count > 1 else "the other place"


def _articles(count: int) -> str:
    return f"{count} articles" if count > 1 else "one article"


def _speaks(found: Proposed) -> str:
    parties = [name for name, _count in found.reasons]
    listed = f"{', '.join(parties[:-1])} and {parties[-1]}" if len(parties) > 1 else parties[0]
    return f"These articles speak of {listed}. Take over the sides of “{found.conflict.name}”?"
