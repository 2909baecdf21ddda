"""Takes articles into a case: import, extraction, all through the case's one door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from workbench import acts, conflicts, copying, recording
from workbench.case import Case, utc_now
from workbench.commands.asked import Asked
from workbench.commands.reading import Reader
from workbench.errors import AlreadyImported, WorkbenchError
from workbench.importers.batch import files_in
from workbench.importers.imported import Imported
from workbench.importers.read import read
from workbench.model.article import Article
from workbench.registers import used_by
from workbench.wording import article_words


def take_in(case: Case, reader: Reader, imported: Imported) -> Article:
    """Import an article with what is found in it, or, where anything fails, leave the case as it was.

    AlreadyImported where its bytes are in the case.
    """
    if (known := case.article_with(imported.document.sha256)) is not None:
        raise AlreadyImported(f"The same file is in the case already, as “{article_words(known)}”.")
    asked = Asked(imported.language, imported.published, imported.title)
    conflict = reader.conflicts.get(case.method().conflict)
    linked = conflicts.in_case(reader.registers, conflict, case.registers())
    findings = reader.find(imported.document.text, asked, linked)
    article, with_it = copying.recognised(_article(case.reserve(1), imported), imported.document.text, case)
    with case.together():
        case.apply(acts.import_article(article, imported.document, with_it))
        used = used_by(findings, conflicts.applied(reader.registers, conflict))
        case.apply(acts.copy_registers(used, case.registers()))
        first = case.reserve(recording.size_of(findings))
        again = case.printed_again(article)
        case.apply(recording.record_findings(article, findings, first, printed_again=again, automatic=True))
    return article


def choose_conflict(case: Case, reader: Reader, conflict: str) -> None:
    """Let a case take over the sides of a conflict; what an analyst chose stays."""
    chosen = reader.conflicts[conflict]
    change = conflicts.chosen(case.method(), chosen, reader.registers, case.registers(), case.own_sides())
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
    """Take in every file; `told` completes an article, `say` hears of each. Return whether all went well."""
    good = True
    for path in files_in(paths):
        try:
            for imported in read(path):
                article = take_in(case, reader, told(imported))
                count = len(case.claims(article.id))
                say(path, f"{count} claim{'' if count == 1 else 's'}")
        except WorkbenchError as error:
            say(path, str(error))
            good = False
    return good


def completed(imported: Imported, outlet: str, published: date | None) -> Imported:
    """Return `imported` with what the caller says; the file's own word counts where nothing is said."""
    return replace(imported, outlet=outlet or imported.outlet, published=published or imported.published)
