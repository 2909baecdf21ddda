"""A session on a real case, for tests of everything that stands on one."""

from __future__ import annotations

from pathlib import Path

from tests.workbench.values import article, document, findings
from ui.session import Session
from workbench import acts, recording
from workbench.model.actor import Actor, Side, Source
from workbench.reckoning.conventions import load
from workbench.registers import Registers

SIDES = (Side("government", "Government", "#0072B2", 1), Side("opposition", "Opposition", "#D55E00", 2))
ACTORS = (
    Actor("sy_gov_forces", "Syrian Army", "state_force", "SY", 1, side="government"),
    Actor("sy_hts", "HTS", "rebel", "SY", 2, side="opposition"),
)
SOURCES = (Source("sohr", "SOHR", "monitor_ngo"),)


def registers() -> Registers:
    """Return registers of two sides, two actors and a source."""
    return Registers({a.id: a for a in ACTORS}, {s.id: s for s in SOURCES}, {s.id: s for s in SIDES})


def session_on(path: Path, resources: Path) -> Session:
    """Return a session on a new case at `path`; the caller closes it."""
    session = Session(registers(), load(resources / "conventions" / "vague_numbers.tsv"), "Ana")
    assert session.create(path)
    return session


def fill(session: Session, text: str | None = None) -> int:
    """Take one article with its findings into the session's case; return the article's id."""
    taken = article(session.reserve()) if text is None else article(session.reserve(), text)
    assert session.apply(acts.import_article(taken, document() if text is None else document(text)))
    assert session.apply(acts.add_values("copy_registers", [*SIDES, *ACTORS, *SOURCES], automatic=True))
    first = session.reserve(recording.size_of(findings()))
    assert session.apply(recording.record_findings(taken, findings(), first, automatic=True))
    return taken.id
