"""Articles on their way in meet their originals and their copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.workbench.test_likeness import AGENCY, BOILERPLATE, LEAD, NEWS, OTHER_DAY, syndicated
from tests.workbench.values import article
from workbench.changes import Edit
from workbench.copying import recognised
from workbench.model.article import Article

FIRST, LATER = date(2024, 11, 28), date(2024, 11, 29)
COPY = syndicated("Viele Tote bei Norddorf", LEAD, NEWS)
OTHER = " ".join((*OTHER_DAY, *BOILERPLATE))


class Told:
    """Articles with their texts, all of them alike."""

    def __init__(self, *articles: tuple[Article, str]) -> None:
        self._texts = {known.id: text for known, text in articles}
        self._articles = [known for known, _ in articles]

    def alike(self, _text: str) -> list[Article]:
        return [known for known in self._articles if known.copy_of is None]

    def text(self, article_id: int) -> str:
        return self._texts[article_id]

    def copies_of(self, article_id: int) -> list[Article]:
        return [known for known in self._articles if known.copy_of == article_id]


def printed(id_: int, day: date | None, copy_of: int | None = None) -> Article:
    return replace(article(id_), published=day, copy_of=copy_of)


def test_what_was_printed_before_is_the_original() -> None:
    fresh = printed(2, LATER)
    assert recognised(fresh, COPY, Told((printed(1, FIRST), AGENCY))) == (replace(fresh, copy_of=1), ())


def test_of_one_day_or_an_unknown_one_the_first_to_come_is_the_original() -> None:
    for fresh in (printed(2, FIRST), printed(2, None)):
        assert recognised(fresh, AGENCY, Told((printed(1, FIRST), COPY)))[0].copy_of == 1
    assert recognised(printed(2, FIRST), AGENCY, Told((printed(1, None), COPY)))[0].copy_of == 1


def test_an_original_that_comes_late_takes_its_copies_over() -> None:
    known, again = printed(1, LATER), printed(5, LATER, copy_of=1)
    fresh = printed(9, FIRST)
    found, with_it = recognised(fresh, AGENCY, Told((known, COPY), (again, COPY)))
    assert found == fresh
    assert with_it == (Edit(known, replace(known, copy_of=9)), Edit(again, replace(again, copy_of=9)))


def test_another_report_stays_what_it_is() -> None:
    fresh = printed(2, LATER)
    assert recognised(fresh, OTHER, Told((printed(1, FIRST), AGENCY))) == (fresh, ())
    assert recognised(fresh, OTHER, Told()) == (fresh, ())


def test_the_first_that_is_really_the_same_text_counts() -> None:
    told = Told((printed(1, FIRST), OTHER), (printed(3, FIRST), AGENCY))
    assert recognised(printed(4, LATER), COPY, told)[0].copy_of == 3
