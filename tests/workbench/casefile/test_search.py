"""The indexes follow the rows."""

from __future__ import annotations

from dataclasses import replace

from tests.workbench.casefile.lines import fill, write
from tests.workbench.values import article, claim, document, incident
from workbench import acts
from workbench.casefile.store import Store
from workbench.changes import Change, Edit, adding, removing
from workbench.model.assessment import About, Assessment
from workbench.model.claim import Category, Effect, Scope
from workbench.model.override import Override
from workbench.model.search import Hit, Place, Sought


def hits(store: Store, words: str) -> list[Hit]:
    return [*store.search(Sought(words)).hits]


def articles(store: Store, words: str) -> list[int]:
    return [hit.article.id for hit in hits(store, words) if hit.place is Place.ARTICLE]


#: On plain and on encrypted cases.
ENCRYPTED_TOO = True


def test_search_follows_the_titles_and_the_articles(store: Store) -> None:
    fill(store)
    assert articles(store, "getotet offiz") == [1]
    shown = hits(store, "getötet")[0].text
    assert [mark.of(shown.words) for mark in shown.marks] == ["getötet"]
    write(store, acts.edit_details(article(), title="Ruhe", outlet="", published=None))
    assert articles(store, "Gefechte") == []
    assert articles(store, "Ruhe") == [1]


def test_search_forgets_an_article_that_goes(store: Store) -> None:
    write(store, acts.import_article(article(), document()))
    write(store, acts.remove_article(article(), []))
    assert articles(store, "Soldaten") == []
    write(store, acts.import_article(article(9), document()))
    assert articles(store, "Soldaten") == [9]
    assert store.holding("Soldaten") == [9]
    assert store.holding(" - ") == []


def test_search_follows_the_notes(store: Store) -> None:
    fill(store)
    (first, *_) = store.select(type(claim()))
    assert isinstance(first, type(claim()))
    write(store, acts.edit_note(first, "Gegen die Straßenpolizei geprüft"))
    (hit,) = hits(store, "strassenpol")
    assert (hit.place, hit.claim, hit.article.id) == (Place.CLAIM, first.id, first.article_id)
    assert [mark.of(hit.text.words) for mark in hit.text.marks] == ["Straßenpolizei"]
    noted = store.get(type(first), first.id)
    assert isinstance(noted, type(first))
    write(store, acts.edit_note(noted, "Anders"))
    assert hits(store, "strassenpol") == []
    assert [hit.place for hit in hits(store, "anders")] == [Place.CLAIM]


def test_search_finds_what_was_made_of_claims_and_incidents(store: Store) -> None:
    write(store, acts.import_article(article(), document()))
    told = replace(claim(3), incident_id=1)
    write(store, Change("add", adding([incident(), told])))
    judged = (
        Assessment(20, About.CLAIM, "3", note="zweifelhaft"),
        Assessment(21, About.INCIDENT, "1", note="zweifelhaft im Ganzen"),
        Assessment(22, About.SOURCE, "sohr", note="zweifelhaft, führt in keinen Artikel"),
        Override(
            23, 1, Scope.EVENT, "government", Category.CIVILIAN, Effect.KILLED, 3, None, None, "zweifelhaft gezählt"
        ),
    )
    write(store, Change("judge", adding(judged)))
    found = hits(store, "zweifelh")
    assert {(hit.place, hit.claim) for hit in found} == {
        (Place.ASSESSMENT, 3),
        (Place.OVERRIDE, 3),
    }
    assert len([hit for hit in found if hit.place is Place.ASSESSMENT]) == 2
    write(store, Change("rename", (Edit(incident(), replace(incident(), title="Überfall am Fluss")),)))
    assert [(hit.place, hit.title.words) for hit in hits(store, "ueberfall")] == [(Place.INCIDENT, "Überfall am Fluss")]
    write(store, Change("unjudge", removing(judged)))
    assert hits(store, "zweifelh") == []
