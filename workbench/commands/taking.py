"""Takes articles into a case: import, extraction, all through the case's one door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from time import monotonic

from workbench import acts, conflicts, copying, recording
from workbench.case import Case, utc_now
from workbench.commands.asked import Asked
from workbench.commands.reading import Reader
from workbench.errors import AlreadyImported, CaseNotWritable, WorkbenchError
from workbench.importers.batch import files_in
from workbench.importers.imported import Imported
from workbench.importers.read import read
from workbench.model.article import Article
from workbench.model.findings import Findings
from workbench.registers import used_by
from workbench.wording import article_words

#: So many articles go to disk together, or those of so many bytes, or those that were read in so many seconds.
TOGETHER, _BYTES, _SECONDS = 1000, 1 << 26, 2.0


@dataclass(frozen=True, slots=True)
class _Found:
    """An article that was read and is not in the case yet, and the file it came from."""

    path: Path
    imported: Imported
    findings: Findings


def take_in(case: Case, reader: Reader, imported: Imported) -> Article:
    """Import an article with what is found in it, or, where anything fails, leave the case as it was.

    AlreadyImported where its bytes are in the case.
    """
    return _put(case, reader, imported, _find(case, reader, imported))


def _find(case: Case, reader: Reader, imported: Imported) -> Findings:
    """Read an article with the registers of the case; nothing is written."""
    if (known := case.article_with(imported.document.sha256)) is not None:
        raise AlreadyImported(f"The same file is in the case already, as “{article_words(known)}”.")
    asked = Asked(imported.language, imported.published, imported.title)
    conflict = reader.conflicts.get(case.method().conflict)
    linked = conflicts.in_case(reader.registers, conflict, case.registers())
    return reader.find(imported.document.text, asked, linked)


def _put(case: Case, reader: Reader, imported: Imported, findings: Findings) -> Article:
    conflict = reader.conflicts.get(case.method().conflict)
    with case.together():
        article, with_it = copying.recognised(_article(case.reserve(1), imported), imported.document.text, case)
        case.apply(acts.import_article(article, imported.document, with_it))
        used = used_by(findings, conflicts.applied(reader.registers, conflict))
        case.apply(acts.copy_registers(used, case.registers()))
        first = case.reserve(recording.size_of(findings))
        again = case.printed_again(article)
        case.apply(recording.record_findings(article, findings, first, printed_again=again, automatic=True))
    return article


def choose_conflict(case: Case, reader: Reader, conflict: str) -> None:
    """Let a case take over the sides of a conflict; what an analyst chose stays."""
    method, chosen = case.method(), reader.conflicts[conflict]
    present = conflicts.applied(reader.registers, reader.conflicts.get(method.conflict))
    own = case.own_sides(present.actors)
    change = conflicts.chosen(method, chosen, reader.registers, case.registers(), own)
    if change.edits:
        case.apply(change)


def _article(id_: int, imported: Imported) -> Article:
    return Article(
        id_,
        imported.document.sha256,
        imported.title,
        imported.language,
        imported.outlet,
        imported.published,
        imported.file_name,
        imported.media_type,
        utc_now(),
    )


def take_in_files(
    case: Case,
    reader: Reader,
    paths: list[Path],
    told: Callable[[Imported], Imported],
    say: Callable[[Path, str], None],
) -> bool:
    """Take in every file; `told` completes an article, `say` hears of each once it is on disk, in order.

    Return whether all went well. Articles go to disk in groups; what fails in one is the failure of its file alone.
    """
    taking = _Taking(case, reader, say)
    for path in files_in(paths):
        try:
            for imported in read(path):
                taking.add(path, told(imported))
        except WorkbenchError as error:
            taking.put()
            taking.fail(path, error)
    taking.put()
    return taking.good


class _Taking:
    """Articles on their way to disk: a commit costs more than an article, so several go together.

    What is held back is little enough to be read again where the program is killed: none of it was told of.
    """

    def __init__(self, case: Case, reader: Reader, say: Callable[[Path, str], None]) -> None:
        self._case, self._reader, self._say = case, reader, say
        self._waiting: list[_Found] = []
        self._since = 0.0
        self._bytes = 0
        self.good = True

    def add(self, path: Path, imported: Imported) -> None:
        """Read an article, and put it with those that wait where it is time."""
        if not self._waiting:
            self._since = monotonic()
        self._waiting.append(_Found(path, imported, _find(self._case, self._reader, imported)))
        self._bytes += len(imported.document.content)
        full = len(self._waiting) >= TOGETHER or self._bytes >= _BYTES
        if full or monotonic() - self._since > _SECONDS:
            self.put()

    def fail(self, path: Path, error: WorkbenchError) -> None:
        """Tell what came of a file instead of an article."""
        self.good = False
        self._say(path, str(error))

    def put(self) -> None:
        """Put what waits into the case, then tell of it; where the group cannot be written, one by one."""
        group, self._waiting, self._bytes = self._waiting, [], 0
        if not group:
            return
        try:
            with self._case.together():
                outcomes = [self._outcome(found) for found in group]
        except CaseNotWritable as error:
            self._put_singly(group, error)
            return
        for found, outcome in zip(group, outcomes, strict=True):
            self._tell(found.path, outcome)

    def _put_singly(self, group: list[_Found], refusal: CaseNotWritable) -> None:
        """Put what still fits, up to the first article that does not."""
        writable = len(group) > 1
        for found in group:
            outcome: Article | WorkbenchError = refusal
            if writable:
                try:
                    outcome = self._outcome(found)
                except CaseNotWritable as error:
                    outcome, refusal, writable = error, error, False
            self._tell(found.path, outcome)

    def _outcome(self, found: _Found) -> Article | WorkbenchError:
        """Return the article, or what is wrong with it; CaseNotWritable where nothing can be written at all."""
        try:
            return _put(self._case, self._reader, found.imported, found.findings)
        except CaseNotWritable:
            raise
        except WorkbenchError as error:
            return error

    def _tell(self, path: Path, outcome: Article | WorkbenchError) -> None:
        if isinstance(outcome, WorkbenchError):
            self.fail(path, outcome)
            return
        count = len(self._case.claims(outcome.id))
        self._say(path, f"{count} claim{'' if count == 1 else 's'}")


def completed(imported: Imported, outlet: str, published: date | None) -> Imported:
    """Return `imported` with what the caller says; the file's own word counts where nothing is said."""
    return replace(imported, outlet=outlet or imported.outlet, published=published or imported.published)
