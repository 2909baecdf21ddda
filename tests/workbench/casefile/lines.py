"""Writing to a store, as `case` would."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

from tests.workbench.values import article, document, findings
from workbench import acts, recording
from workbench.casefile import cipher
from workbench.casefile.cipher import Key
from workbench.casefile.journal import Entry
from workbench.casefile.store import Store
from workbench.changes import Change
from workbench.history import Step


def entry(change: Change, step: Step = Step.DO) -> Entry:
    return Entry(change, step, None, "Ana", "2026-01-01T00:00:00Z", "Test 1")


def write(store: Store, change: Change, step: Step = Step.DO) -> None:
    store.write(entry(change, step))


def fill(store: Store) -> None:
    write(store, acts.import_article(article(), document()))
    write(store, recording.record_findings(article(), findings(), 2, automatic=True), Step.AUTOMATIC)


def spoil(path: Path, script: str, key: Key | None = None) -> None:
    """Write to a case as another program may, past triggers that are put back as they were."""
    with closing(cipher.connect(path, key)) as other:
        triggers = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        other.executescript(";".join(f"DROP TRIGGER {name}" for name, _ in triggers) + f";{script}")
        for _, sql in triggers:
            with suppress(*cipher.OPERATIONAL_ERRORS):  # its table has gone
                other.execute(sql)
