"""The index of likeness follows the articles, and what it answers does not grow with the case."""

from __future__ import annotations

from dataclasses import replace

from tests.workbench.casefile.lines import write
from tests.workbench.test_likeness import AGENCY, BOILERPLATE, LEAD, NEWS, OTHER_DAY, syndicated
from tests.workbench.values import article, document
from workbench import acts
from workbench.casefile import cipher
from workbench.casefile.store import Store
from workbench.changes import Change, Edit
from workbench.likeness import marks
from workbench.model.article import Article
from workbench.searching import fold

#: On plain and on encrypted cases.
ENCRYPTED_TOO = True

COPY = syndicated("Viele Tote bei Norddorf", LEAD, NEWS)


def put(store: Store, id_: int, text: str, copy_of: int | None = None) -> Article:
    known = replace(article(id_, text), copy_of=copy_of)
    write(store, acts.import_article(known, document(text)))
    return known


def rows(store: Store) -> list[tuple[int, int]]:
    connection = cipher.connect(store.path, store.key)
    try:
        return connection.execute("SELECT mark, article FROM likeness").fetchall()
    finally:
        connection.close()


def test_what_shares_the_most_passages_comes_first(store: Store) -> None:
    put(store, 1, " ".join((*OTHER_DAY, *BOILERPLATE)))
    put(store, 2, AGENCY)
    put(store, 3, "Etwas ganz anderes, das mit keinem der beiden Texte auch nur einen Satz gemein hat.")
    assert store.alike(COPY, limit=5) == [2]
    assert store.alike(AGENCY, limit=5) == [2, 1]
    assert store.alike(AGENCY, limit=1) == [2]
    assert store.alike("", limit=5) == []


def test_copies_are_not_in_the_index(store: Store) -> None:
    first = put(store, 1, AGENCY)
    copy = put(store, 2, COPY, copy_of=1)
    assert {id_ for _, id_ in rows(store)} == {1}
    write(store, Change("no_copy", (Edit(copy, replace(copy, copy_of=None)),)))
    assert store.alike(COPY, limit=5) == [1, 2]
    write(store, Change("copy", (Edit(first, replace(first, copy_of=2)),)))
    assert {id_ for _, id_ in rows(store)} == {2}


def test_the_index_forgets_an_article_that_goes_and_hears_of_its_return(store: Store) -> None:
    first = put(store, 1, AGENCY)
    kept = rows(store)
    assert sorted(mark for mark, _ in kept) == marks(fold(AGENCY))
    gone = acts.remove_article(first, [])
    write(store, gone)
    assert rows(store) == []
    write(store, gone.inverse)
    assert rows(store) == kept
    write(store, acts.edit_details(first, title="Anders", outlet="", published=None))
    assert rows(store) == kept


def test_a_standing_paragraph_of_very_many_articles_says_nothing(store: Store) -> None:
    paragraph = " ".join((*BOILERPLATE, *NEWS[:2]))
    letters = [chr(97 + n // 26) + chr(97 + n % 26) for n in range(41)]
    for n, letter in enumerate(letters, 1):
        put(store, n, f"{' '.join(f'{letter}wort{letter}{m % 7}' for m in range(30))} {paragraph}")
    assert store.alike(paragraph, limit=5) == []
