"""Writing to a store, as `case` would."""

from __future__ import annotations

from tests.workbench.values import article, document, findings
from workbench import acts, recording
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
