from __future__ import annotations

from tests.workbench.casefile.lines import fill, write
from tests.workbench.values import article, document
from workbench import acts
from workbench.casefile.store import Store

#: On plain and on encrypted cases.
ENCRYPTED_TOO = True


def test_search_follows_the_titles_and_the_articles(store: Store) -> None:
    fill(store)
    assert [hit.article_id for hit in store.search("getotet offiz")] == [1]
    assert "«getötet»" in store.search("getötet")[0].snippet
    write(store, acts.edit_details(article(), title="Ruhe", outlet="", published=None))
    assert store.search("Gefechte") == []
    assert len(store.search("Ruhe")) == 1
    assert store.search('"; DROP TABLE claim; --') == store.search("  ") == []


def test_search_forgets_an_article_that_goes(store: Store) -> None:
    write(store, acts.import_article(article(), document()))
    write(store, acts.remove_article(article(), []))
    assert store.search("Soldaten") == []
    write(store, acts.import_article(article(9), document()))
    assert [hit.article_id for hit in store.search("Soldaten")] == [9]
