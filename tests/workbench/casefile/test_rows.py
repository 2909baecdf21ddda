from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.casefile.lines import fill, write
from tests.workbench.values import claim, incident, mention
from workbench.casefile.store import Store
from workbench.changes import Change, Edit, adding, removing
from workbench.errors import StaleChange

#: On plain and on encrypted cases.
ENCRYPTED_TOO = True


def test_a_stale_edit_changes_nothing(store: Store) -> None:
    fill(store)
    before = store.tables()
    stale = Edit(claim(3, number=99), claim(3, number=100))
    fresh = Edit(None, mention(50))
    with pytest.raises(StaleChange, match="changed meanwhile"):
        write(store, Change("edit_number", (fresh, stale)))
    with pytest.raises(StaleChange, match="already"):
        write(store, Change("x", adding([claim(3)])))
    assert store.tables() == before == store.folded()


def test_what_is_still_referred_to_stays(store: Store) -> None:
    fill(store)
    with pytest.raises(StaleChange, match="still refers"):
        write(store, Change("x", removing([replace(incident(2))])))
    assert store.tables() == store.folded()
