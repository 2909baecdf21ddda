"""Articles on their way in: read behind, completed by the analyst, stored, then extracted behind, one a task."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.session import Session
from ui.tasks import Runner
from ui.words import count_words
from workbench import acts, copying, recording
from workbench.errors import StaleChange, WorkbenchError
from workbench.importers.batch import files_in
from workbench.importers.imported import Imported
from workbench.importers.read import read, read_pasted
from workbench.model.article import Article
from workbench.model.findings import Findings
from workbench.registers import Registers, used_by
from workbench.wording import article_words

#: What failed: the file's or article's name, and the sentence that says why.
Failure = tuple[str, str]
Finder = Callable[[Article, str, Registers], Findings]
#: So many articles go to disk together, or those that were taken in in so many seconds: then the window has its turn.
_TOGETHER, _SECONDS = 50, 0.1


@dataclass
class _Batch:
    """One call's files: how many are still to be read, and what came of the others."""

    unread: int
    imported: list[Imported] = field(default_factory=list)


class Intake(QObject):
    """Takes files and pasted text into the session's case, and has articles extracted."""

    progress = Signal(int, int, float)
    finished = Signal(list)
    details_wanted = Signal(list)

    def __init__(
        self,
        session: Session,
        tasks: Runner,
        find: Finder,
        report_bug: Callable[[Exception], None],
        parent: QObject | None = None,
        aside: Runner | None = None,
    ) -> None:
        """Read on `tasks`; `aside` only gives the window its turn while many articles are taken in."""
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._aside = aside or tasks
        self._find = find
        self._report_bug = report_bug
        #: What was read and is not in the case yet.
        self._arriving: deque[Imported] = deque()
        self._waiting: deque[int] = deque()
        self._automatic: set[int] = set()
        self._failures: list[Failure] = []
        self._under_way: int | None = None
        self._done = 0
        self._total = 0
        self._began = 0.0
        self._case_number = 0
        session.opened.connect(self._another_case)

    def _another_case(self) -> None:
        self._case_number += 1
        self._arriving.clear()
        self._waiting.clear()
        self._automatic.clear()
        self._under_way = None
        self._failures = []
        self._done = self._total = 0

    @property
    def is_busy(self) -> bool:
        """Whether articles are on their way into the case, wait, or are being extracted."""
        return self._under_way is not None or bool(self._waiting or self._arriving)

    def add_files(self, paths: Iterable[Path]) -> None:
        """Read files (of folders: the articles in them), ask for what is not found in them, and take them in."""
        files = list(files_in(paths))
        batch = _Batch(len(files))
        for file in files:
            self._tasks.run(partial(read, file), partial(self._read, batch), partial(self._not_read, batch, file.name))
        if not files:
            self.finished.emit([])

    def add_pasted(self, text: str) -> None:
        """Take in pasted text as an article."""
        try:
            imported = read_pasted(text)
        except WorkbenchError as error:
            self.finished.emit([("pasted text", str(error))])
            return
        self._complete([imported])

    def _read(self, batch: _Batch, found: list[Imported]) -> None:
        batch.imported += found
        self._one_less(batch)

    def _not_read(self, batch: _Batch, name: str, error: Exception) -> None:
        self._fail(name, error)
        self._one_less(batch)

    def _one_less(self, batch: _Batch) -> None:
        batch.unread -= 1
        if not batch.unread:
            self._complete(batch.imported)

    def _complete(self, imported: list[Imported]) -> None:
        if any(not (item.title and item.outlet and item.published) for item in imported):
            self.details_wanted.emit(imported)
        else:
            self.supply(imported)

    def supply(self, imported: Sequence[Imported]) -> None:
        """Take in what was read, completed by the analyst where that was possible, and have it extracted."""
        under_way = bool(self._arriving)
        self._count(len(imported))
        self._arriving.extend(imported)
        if not under_way:
            self._take_some(self._case_number)

    def _take_some(self, case_number: int) -> None:
        """Take in what goes to disk together; the rest when the window had its turn."""
        if case_number != self._case_number:
            return
        group: list[Imported] = []
        taken = self._taken_together(group)
        self._automatic.update(taken)
        self._total -= len(group) - len(taken)
        self._waiting.extend(taken)
        if self._under_way is None:
            self._next()
        if self._arriving:
            self._aside.run(_nothing, lambda _: self._take_some(case_number), self._report_bug)

    def _taken_together(self, group: list[Imported]) -> list[int]:
        """Take in one group in one transaction; return the articles, and in `group` all that was tried."""
        failures: list[Failure] = []
        try:
            with self._session.together():
                taken = [id_ for item in self._next_group(group) for id_ in self._take(item, failures)]
        except WorkbenchError:  # what still fits gets in one by one
            failures.clear()
            tried = group or list(self._next_group(group))
            taken = [id_ for item in tried for id_ in self._taken_alone(item, failures)]
        self._failures += failures
        return taken

    def _next_group(self, group: list[Imported]) -> Iterator[Imported]:
        until = time.monotonic() + _SECONDS
        while self._arriving and len(group) < _TOGETHER and (not group or time.monotonic() < until):
            group.append(self._arriving.popleft())
            yield group[-1]

    def _taken_alone(self, item: Imported, failures: list[Failure]) -> list[int]:
        try:
            return self._take(item, failures)
        except WorkbenchError as error:
            failures.append((_name_of(item), str(error)))
            return []

    def _take(self, item: Imported, failures: list[Failure]) -> list[int]:
        article = Article(
            self._session.reserve(),
            item.document.sha256,
            item.title,
            item.language,
            item.outlet,
            item.published,
            item.file_name,
            item.media_type,
            datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        )
        article, with_it = copying.recognised(article, item.document.text, self._session)
        refusal = self._session.attempt(acts.import_article(article, item.document, with_it))
        if refusal:
            failures.append((_name_of(item), refusal))
        return [] if refusal else [article.id]

    def extract(self, article_ids: Iterable[int]) -> None:
        """Have articles extracted, one after the other, after those that wait already."""
        waiting = set(self._waiting)
        fresh = [id_ for id_ in article_ids if id_ not in waiting]
        self._count(len(fresh))
        self._waiting.extend(fresh)
        if self._under_way is None:
            self._next()

    def _count(self, more: int) -> None:
        if not self.is_busy:
            self._done = self._total = 0
            self._began = time.monotonic()
        self._total += more

    def cancel(self) -> None:
        """Drop the articles that still wait; those in the case stay there, and can be extracted later."""
        left = len(self._arriving)
        if left:
            self._failures.append((count_words(left, "article"), "Not taken in: it was cancelled. Add them again."))
        self._total -= len(self._waiting) + left
        self._waiting.clear()
        self._arriving.clear()

    def _next(self) -> None:
        article = self._next_article()
        if article is None:
            if not self._arriving:
                self._end()
            return
        text = self._session.text(article.id)
        self._under_way = article.id
        case_number, known = self._case_number, self._session.known()
        self._tell_progress()
        self._tasks.run(
            lambda: self._find(article, text, known),
            lambda findings: self._found(case_number, article, findings),
            lambda error: self._not_found(case_number, article, error),
        )

    def _next_article(self) -> Article | None:
        """Return the next article that is still in the case; one may have been taken out while it waited."""
        while self._waiting:
            id_ = self._waiting.popleft()
            try:
                return self._session.article(id_)
            except StaleChange:
                self._total -= 1
        return None

    def _end(self) -> None:
        failures, self._failures = self._failures, []
        self._under_way = None
        self._tell_progress()
        self.finished.emit(failures)

    def _tell_progress(self) -> None:
        passed = time.monotonic() - self._began
        left = passed / self._done * (self._total - self._done) if self._done else 0.0
        self.progress.emit(self._done, self._total, left)

    def _found(self, case_number: int, article: Article, findings: Findings) -> None:
        if case_number != self._case_number:
            return
        refusal = self._record(article, findings)
        if refusal:
            self._failures.append((article.title, refusal))
        self._one_done()

    def _record(self, article: Article, findings: Findings) -> str:
        session = self._session
        if session.article_with(article.document) is None:
            return "It was taken out of the case while it was being read."
        used = used_by(findings, session.shipped())
        copied = session.attempt(acts.copy_registers(used, session.case_registers()))
        if copied:
            return copied
        change = recording.record_findings(
            article,
            findings,
            session.reserve(recording.size_of(findings)),
            existing=session.rows_of(article.id),
            printed_again=session.printed_again(session.article(article.id)),
            automatic=article.id in self._automatic,
        )
        self._automatic.discard(article.id)
        return session.attempt(change)

    def _not_found(self, case_number: int, article: Article, error: Exception) -> None:
        if case_number == self._case_number:
            self._fail(article_words(article), error)
            self._one_done()

    def _one_done(self) -> None:
        self._done += 1
        self._under_way = None
        self._next()

    def _fail(self, name: str, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._failures.append((name, str(error)))
            return
        self._failures.append((name, "It could not be read because of a fault in the program; a report was written."))
        self._report_bug(error)


def _name_of(item: Imported) -> str:
    return item.file_name or item.title or "pasted text"


def _nothing() -> None:
    return
