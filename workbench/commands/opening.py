"""Opens and creates the cases of a command, reckons them, and says who made what of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from workbench.case import Case, Key, Waiting, backups, unopened, utc_now
from workbench.commands.saying import say
from workbench.commands.unlocking import unlocked
from workbench.errors import CaseNotWritable
from workbench.exporters.report import Made
from workbench.extraction.surroundings import Surroundings
from workbench.model.figure import Reckoning
from workbench.model.method import Method
from workbench.reckoning.conventions import Conventions
from workbench.reckoning.figures import reckon_all
from workbench.reckoning.judged import judged_in
from workbench.reckoning.printed import printed
from workbench.reckoning.seen import Basis
from workbench.resources import folder
from workbench.version import PROGRAM, VERSION


@contextmanager
def opened(path: Path, analyst: str = "", *, backup: bool = True, known: list[str] | None = None) -> Iterator[Case]:
    """Hold a case open to change it, after a `backup` where the last is older than an hour.

    `known` as `unlocked` has it. CaseNotWritable where another has it, or where no backup can be made.
    """
    case = unlocked(lambda key: Case.open(path, analyst, key=key, waiting=_telling(path)), known)
    try:
        if case.refusal:
            raise CaseNotWritable(case.refusal)
        if backup:
            _back_up(case, datetime.now(UTC))
        yield case
    finally:
        case.close()


def _back_up(case: Case, now: datetime) -> None:
    """Make a backup, but not one a call where a script calls a command for each article."""
    folder = backups.folder_of(case.path)
    known = backups.backups_in(folder)
    if not known or not timedelta(0) <= now - known[0].at <= timedelta(hours=1):  # a clock may have been set back
        backups.back_up(case.path, folder, now, case.key)


def backed_up(case: Case) -> None:
    """Make a backup of an open case now, but for one to which nothing was written since the last."""
    backups.back_up(case.path, backups.folder_of(case.path), datetime.now(UTC), case.key)


@contextmanager
def looked_at(path: Path, analyst: str = "", key: Key | None = None) -> Iterator[Case]:
    """Hold a case open that is only read, whoever has it; without a key its passphrase is asked for."""
    case = _to_be_read(path, analyst, key) if key else unlocked(lambda key: _to_be_read(path, analyst, key))
    try:
        yield case
    finally:
        case.close()


def _to_be_read(path: Path, analyst: str, key: Key | None) -> Case:
    try:
        return Case.open_reading(path, analyst, key)
    except CaseNotWritable:  # it is of an older schema
        Case.open(path, analyst, key=key, waiting=_telling(path)).close()
        return Case.open_reading(path, analyst, key)


def _telling(path: Path) -> Waiting:
    """Return who waits for a case to be brought to this schema, and says so once on the standard error."""
    sentence = f"{path.name} was made by an older version of this program. It is backed up and brought to this one …"
    once = cache(lambda: say(sentence, err=True))
    return Waiting(lambda: False, lambda *_: once())


def key_to(path: Path, known: list[str] | None = None) -> Key | None:
    """Return what opens a case that this process has not open, None where it is plain; the passphrase is asked for.

    `known` as `unlocked` has it.
    """
    return unlocked(lambda key: unopened.proven(path, key), known)


@contextmanager
def created(path: Path, analyst: str = "", key: Key | None = None) -> Iterator[Case]:
    """Hold a new case open, encrypted where there is a key."""
    case = Case.create(path, analyst, key=key)
    try:
        yield case
    finally:
        case.close()


def basis_of(case: Case, conventions: Conventions, method: Method | None = None) -> Basis:
    """Return what the claims of a case are reckoned with, by its own method or another one."""
    judged = judged_in(case)
    known = case.actors(), case.sources(), method or case.method(), conventions.with_own(judged.readings)
    return Basis(*known, printed(case.articles()), judged)


def reckoned(case: Case, conventions: Conventions, method: Method | None = None) -> Reckoning:
    """Return the figures and checks of a case as it stands, or as another method than its own gives them."""
    basis = basis_of(case, conventions, method)
    return reckon_all(case.claims(), case.incidents(), basis, Surroundings(folder() / "gazetteer").around)


def made_now(case: Case) -> Made:
    """Return what a report says about its making."""
    return Made(case.path.stem, case.analyst, utc_now(), f"{PROGRAM} {VERSION}")
