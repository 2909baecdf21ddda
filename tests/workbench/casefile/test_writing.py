"""What is kept to find rows by follows them at the end of their transaction, and before it is asked."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.workbench.casefile.lines import fill, write
from tests.workbench.test_likeness import AGENCY
from tests.workbench.values import article, document, mention
from workbench import acts
from workbench.casefile import words
from workbench.casefile.batches import batches
from workbench.casefile.store import Store
from workbench.casefile.writing import Pending, moved
from workbench.changes import Edit, adding, removing
from workbench.errors import StaleChange
from workbench.model.mention import Mention
from workbench.model.search import Sought

#: On plain and on encrypted cases.
ENCRYPTED_TOO = True


def named(store: Store, folded: str) -> list[object]:
    return list(store.select(Mention, words.MENTIONS, folded))


def add_then_fail(store: Store) -> None:
    with store.transaction():
        write(store, acts.add_values("add_mention", [mention(51, text="Flotte")]))
        assert len(named(store, "flotte")) == 1
        write(store, acts.reject(mention(99)))


def test_a_row_moves_from_before_the_first_change_to_after_the_last() -> None:
    first, second, other = mention(1), mention(1, text="Heer"), mention(2)
    assert {t: list(rows) for t, rows in moved([]).items()} == {}
    found = moved(map(batches, [adding([first, other]), (Edit(first, second),), removing([other])]))
    assert {t: list(rows) for t, rows in found.items()} == {Mention: [(None, second), (None, None)]}


def test_a_row_that_goes_and_comes_again_was_there_before() -> None:
    row, other = mention(1), mention(2)
    found = moved(map(batches, [removing([row]), adding([row, other])]))
    assert {t: list(rows) for t, rows in found.items()} == {Mention: [(row, row), (None, other)]}


def test_within_a_transaction_every_index_answers_with_what_was_written(store: Store) -> None:
    fill(store)
    with store.transaction():
        write(store, acts.import_article(article(50, AGENCY), document(AGENCY)))
        write(store, acts.add_values("add_mention", [mention(51, article_id=50, actor="army", text="Heer")]))
        assert store.alike(AGENCY, limit=5) == [50]
        assert len(named(store, "heer")) == 1
        assert store.tally("actor") == {"army": 1}
        assert store.holding(AGENCY.split()[3]) == [50]
        assert store.search(Sought("Gefechte")).hits
        write(store, acts.add_values("add_mention", [mention(52, article_id=50, text="Heer")]))
        assert len(named(store, "heer")) == 2
    assert len(named(store, "heer")) == 2


def test_what_is_taken_back_within_a_transaction_leaves_nothing(store: Store) -> None:
    fill(store)
    kept = mention(50, text="Heer")
    with store.transaction():
        write(store, acts.add_values("add_mention", [kept]))
        with pytest.raises(StaleChange):
            add_then_fail(store)
        assert named(store, "flotte") == []
        assert named(store, "heer") == [kept]
        write(store, acts.reject(kept))
        write(store, acts.add_values("add_mention", [mention(52, text="Marine")]))
        write(store, acts.delete(mention(52, text="Marine")))
    assert len(named(store, "heer")) == 1
    assert named(store, "marine") == []


def test_a_transaction_that_fails_is_forgotten(store: Store) -> None:
    fill(store)
    with pytest.raises(StaleChange):
        add_then_fail(store)
    write(store, acts.add_values("add_mention", [mention(51, text="Heer")]))
    assert named(store, "flotte") == []
    assert len(named(store, "heer")) == 1


def test_what_was_followed_before_is_followed_again_where_only_that_was_taken_back(store: Store) -> None:
    pending = Pending()
    pending.add(batches(adding([mention(1)])))
    connection = store._connection  # noqa: SLF001 - as a store calls it
    connection.execute("SAVEPOINT one")
    with suppress(StaleChange), pending.kept():
        pending.add(batches(adding([mention(2)])))
        pending.settle(connection, "words")
        pending.settle(connection, "words")
        connection.execute("ROLLBACK TO one")
        raise StaleChange
    assert connection.execute("SELECT count(*) FROM words").fetchone() == (0,)
    pending.settle(connection)
    assert connection.execute("SELECT folded FROM words").fetchall() == [("armee",)]
    connection.execute("ROLLBACK TO one")
    connection.execute("RELEASE one")
