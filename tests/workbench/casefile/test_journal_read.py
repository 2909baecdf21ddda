"""Lines are chosen by who, what, where and when."""

from __future__ import annotations

import pytest

from tests.workbench.casefile.lines import entry, fill, spoil, write
from tests.workbench.values import article, document
from workbench import acts
from workbench.casefile.journal import Entry
from workbench.casefile.store import Store
from workbench.changes import Change, adding
from workbench.errors import NotACaseFile
from workbench.history import Step
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.method import Method
from workbench.model.wanted import Wanted

LATER = "2026-02-01T00:00:00Z"


@pytest.fixture
def lines(store: Store) -> Store:
    """Return a store of six lines: two of an article, a note and its undo by Ben, another article, a method."""
    fill(store)
    found = store.get(Claim, 3)
    assert isinstance(found, Claim)
    note = acts.edit_note(found, 'of "article_id":60, and no other')
    store.write(Entry(note, Step.DO, None, "Ben", LATER, "Test 1"))
    store.write(Entry(note.inverse, Step.UNDO, 3, "Ben", LATER, "Test 1"))
    write(store, acts.import_article(article(60, "Noch einer"), document("Noch einer")))
    write(store, Change("set_method", adding([Method()])))
    return store


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(), [6, 5, 4, 3, 2, 1]),
        (Wanted(by="Ben"), [4, 3]),
        (Wanted(by="Ana"), [6, 5, 1]),
        (Wanted(by=""), []),
        (Wanted(automatic=True), [2]),
        (Wanted(act="import"), [5, 1]),
        (Wanted(articles=(1,)), [4, 3, 2, 1]),
        (Wanted(articles=(60,)), [5]),
        (Wanted(articles=(6,)), []),
        (Wanted(articles=(1, 60), act="import"), [5, 1]),
        (Wanted(since=LATER), [4, 3]),
        (Wanted(until=LATER), [6, 5, 2, 1]),
        (Wanted(by="Eve"), []),
    ],
)
def test_lines_are_chosen(lines: Store, wanted: Wanted, numbers: list[int]) -> None:
    assert [line.number for line in lines.log(limit=10, wanted=wanted)] == numbers
    older = [number for number in numbers if number < 4]
    assert [line.number for line in lines.log(limit=2, before=4, wanted=wanted)] == older[:2]


def test_what_changed_or_took_away_an_article_is_a_line_of_it(lines: Store) -> None:
    found = lines.get(Article, 60)
    assert isinstance(found, Article)
    write(lines, acts.edit_details(found, title="Anders", outlet="", published=None))
    changed = lines.get(Article, 60)
    assert isinstance(changed, Article)
    write(lines, acts.remove_article(changed, []))
    assert [line.number for line in lines.log(limit=10, wanted=Wanted(articles=(60,)))] == [8, 7, 5]


def test_what_lines_can_be_chosen_by_is_told(lines: Store) -> None:
    held = lines.log_held()
    assert held.analysts == ("Ana", "Ben")
    assert held.acts == ("edit_note", "extract", "import", "set_method")
    assert held.since == entry(Change("x", ())).at
    assert lines.takers() == [(4, 3)]


def test_a_case_without_a_line_holds_none(store: Store) -> None:
    assert store.log_held() == type(store.log_held())((), (), "")
    assert store.takers() == []


@pytest.mark.parametrize("cell", ["step = 'own'", "at = 'yesterday'", "analyst = x'ff'", "note = x'00'"])
def test_a_line_that_makes_no_sense_is_damage(lines: Store, cell: str) -> None:
    spoil(lines.path, f"UPDATE journal SET {cell} WHERE number = 3")
    with pytest.raises(NotACaseFile, match="damaged"):
        lines.log(limit=10)
