"""Articles that are one text have one day and one original."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

from tests.workbench.values import article
from workbench.errors import StaleChange
from workbench.model.article import Article
from workbench.reckoning.printed import Printed, printed, printed_around

DAY = {n: date(2024, 11, n) for n in range(1, 9)}


def known(id_: int, day: int | None, copy_of: int | None = None, outlet: str = "") -> Article:
    return replace(article(id_), published=DAY[day] if day else None, copy_of=copy_of, outlet=outlet)


def test_each_article_has_its_day_and_outlet() -> None:
    found = printed([known(1, 3, outlet="Abendpost"), known(2, None)])
    assert found == Printed({1: DAY[3], 2: None}, {1: "Abendpost", 2: ""}, {})


def test_a_copy_has_the_earliest_day_of_the_text() -> None:
    found = printed([known(1, 3), known(2, 5, copy_of=1), known(3, 6, copy_of=2), known(4, 7)])
    assert found.originals == {2: 1, 3: 1}
    assert found.published == {1: DAY[3], 2: DAY[3], 3: DAY[3], 4: DAY[7]}


def test_a_day_that_only_the_copy_knows_is_the_days_of_both() -> None:
    assert printed([known(1, None), known(2, 5, copy_of=1)]).published == {1: DAY[5], 2: DAY[5]}
    assert printed([known(1, 6), known(2, 5, copy_of=1)]).published == {1: DAY[5], 2: DAY[5]}


def test_the_copy_of_what_has_gone_is_an_article_like_any_other() -> None:
    assert printed([known(2, 5, copy_of=1)]) == Printed({2: DAY[5]}, {2: ""}, {})


def test_a_ring_of_copies_is_one_text() -> None:
    articles = [
        known(1, 4),
        known(2, 5, copy_of=4),
        known(3, 6, copy_of=2),
        known(4, 7, copy_of=3),
        known(5, 3, copy_of=3),
    ]
    for order in permutations(articles):
        found = printed(order)
        assert found.originals == {3: 2, 4: 2, 5: 2}
        assert {found.published[id_] for id_ in (2, 3, 4, 5)} == {DAY[3]}


class Shelf:
    """Articles that are asked for one by one."""

    def __init__(self, *articles: Article) -> None:
        self.articles = {one.id: one for one in articles}

    def article(self, id_: int) -> Article:
        if id_ not in self.articles:
            raise StaleChange("This article has gone.")
        return self.articles[id_]

    def copies_of(self, article_id: int) -> list[Article]:
        return [one for one in self.articles.values() if one.copy_of == article_id]


def test_of_a_few_articles_as_much_is_known_as_of_all() -> None:
    shelf = Shelf(
        known(1, 3), known(2, 2, copy_of=1), known(3, 6, copy_of=2), known(4, 7), known(5, 5, copy_of=9), known(6, 1)
    )
    whole = printed(shelf.articles.values())
    for id_, text in ((1, {1, 2, 3}), (3, {1, 2, 3}), (4, {4}), (5, {5})):
        few = printed_around([id_], shelf)
        assert set(few.published) == text, "itself, and what is the same text"
        assert (few.published[id_], few.outlets[id_]) == (whole.published[id_], whole.outlets[id_])
        assert few.originals.get(id_) == whole.originals.get(id_)
    assert printed_around([7], shelf) == Printed({}, {}, {})
