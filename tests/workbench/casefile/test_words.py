from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from tests.workbench.casefile.lines import fill, write
from tests.workbench.values import article, mention
from workbench import acts
from workbench.casefile.store import Store
from workbench.changes import Change, Edit, adding
from workbench.model.mention import Mention

KNOWN = {("armee", "mention"), ("soldaten", "claim")}


def words(path: Path) -> set[tuple[str, str]]:
    connection = sqlite3.connect(path)
    try:
        return set(connection.execute("SELECT folded, kind FROM words"))
    finally:
        connection.close()


def test_the_index_holds_the_words_of_mentions_and_of_the_people_of_claims(store: Store) -> None:
    fill(store)
    assert words(store.path) == KNOWN


def test_the_index_follows_the_rows(store: Store) -> None:
    fill(store)
    [before] = [row for row in store.select(Mention) if isinstance(row, Mention)]
    after = replace(before, text="die ARMEE")
    write(store, Change("resize", (Edit(before, after),)))
    assert words(store.path) == KNOWN - {("armee", "mention")} | {("die armee", "mention")}
    write(store, Change("resize", (Edit(after, before),)))
    assert words(store.path) == KNOWN


def test_the_index_forgets_what_goes(store: Store) -> None:
    fill(store)
    [before] = [row for row in store.select(Mention) if isinstance(row, Mention)]
    write(store, acts.delete(before))
    assert words(store.path) == KNOWN - {("armee", "mention")}
    write(store, Change("add", adding([mention(99, article_id=article().id, text="")])))
    assert words(store.path) == KNOWN - {("armee", "mention")}
