"""A syndicated copy changes no figure: it is one observation with its original."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.reckoning.making import claim, fighters, numbers, reckoned, soldiers, table
from workbench.model.claim import Claim, Relation, RelationType
from workbench.model.figure import Figure, Reckoning
from workbench.model.mention import Status
from workbench.reckoning import conventions as c
from workbench.reckoning.copies import led_to, told_again

#: An agency's report in three claims of its own words: a total and its parts, one with a subset.
AGENCY = (
    claim(1, c.nearly(100), side="both", origin=None, victims_text="Soldaten und Kämpfer"),
    fighters(2, 60, origin=None, to={"component_of": 1}),
    soldiers(3, 37, origin=None, to={"component_of": 1}),
    soldiers(4, c.at_least(4), origin=None, to={"subset_of": 3}, victims_text="Offiziere"),
)
#: The next day's report of the same origin as the first line's.
DAYS = {1: 0, 2: 2, 3: 1}


def printed(claims: tuple[Claim, ...], article: int = 2, by: int = 10, **more: Any) -> list[Claim]:
    """Print claims again in another article, with ids of their own."""
    moved = (tuple(replace(r, to=r.to + by) for r in one.relations) for one in claims)
    return [
        replace(one, id=one.id + by, article_id=article, relations=relations, **more)
        for one, relations in zip(claims, moved, strict=True)
    ]


def bare(reckoning: Reckoning) -> list[Figure]:
    return [replace(f, not_used=(), outlets=()) for f in reckoning.figures]


def test_a_copy_changes_no_figure_and_no_check() -> None:
    alone = reckoned(*AGENCY, days=DAYS)
    both = reckoned(*AGENCY, *printed(AGENCY), days=DAYS, copies={2: 1})
    assert bare(both) == bare(alone)
    assert both.checks == alone.checks
    assert {both.reasons[id_] for id_ in (12, 13)} == {
        ("“60 Kämpfer” stands in a copy: the same observation, printed again.",),
        ("“37 Soldaten” stands in a copy: the same observation, printed again.",),
    }


def test_what_is_no_copy_is_another_voice() -> None:
    both = reckoned(soldiers(1, 30, origin=None), soldiers(2, 40, origin=None, article_id=2))
    (figure,) = both.figures
    assert numbers(figure) == (30, 30, 40)
    assert figure.origins == ("article 1", "article 2")


@given(st.permutations(range(8)), st.sets(st.integers(1, 4)))
def test_in_whatever_order_and_however_cut(order: list[int], kept: set[int]) -> None:
    copy = [one for one in printed(AGENCY) if one.id - 10 in kept]
    told = [*AGENCY, *copy]
    shuffled = [told[n] for n in order if n < len(told)]
    assert bare(reckoned(*shuffled, days=DAYS, copies={2: 1})) == bare(reckoned(*AGENCY, days=DAYS))


def test_a_late_copy_does_not_bring_an_old_number_back() -> None:
    first, later, copy = soldiers(1, 20), soldiers(2, 31, article_id=3), soldiers(11, 20, article_id=2)
    for copies, best in (({}, 20), ({2: 1}, 31)):
        (figure,) = reckoned(first, later, copy, days=DAYS if not copies else {**DAYS, 2: 0}, copies=copies).figures
        assert figure.best == best


def test_a_claim_that_only_the_copy_has_is_the_originals_and_hangs_on_its_claims() -> None:
    more = soldiers(15, c.at_least(2), origin=None, article_id=2, victims_text="Generäle", to={"subset_of": 13})
    found = reckoned(*AGENCY, *printed(AGENCY), more, days=DAYS, copies={2: 1})
    assert table(found) == table(reckoned(*AGENCY, days=DAYS))
    (figure,) = [f for f in found.figures if f.side == "government"]
    assert figure.origins == ("article 1",)
    assert any("Generäle" in note for note in figure.notes)


def test_two_copies_alone_are_one_text() -> None:
    found = reckoned(*printed(AGENCY), *printed(AGENCY, 3, 20), days=DAYS, copies={2: 1, 3: 1})
    assert bare(found)[0].origins == ("article 1",)
    assert [f.used for f in found.figures] == [(13,), (12,)]


def test_a_number_that_the_copy_changed_is_a_conflict_and_no_second_origin() -> None:
    found = reckoned(soldiers(1, 30, origin=None), soldiers(11, 45, origin=None, article_id=2), copies={2: 1})
    (figure,) = found.figures
    assert (numbers(figure), figure.origins) == ((30, None, 45), ("article 1",))
    assert [check.kind for check in found.checks if not check.holds] == ["same_origin"]


def test_what_was_decided_on_the_original_holds_for_the_copy() -> None:
    rejected = replace(AGENCY[2], status=Status.REJECTED)
    told = (*AGENCY[:2], rejected)
    assert bare(reckoned(*told, *printed(AGENCY[:3]), days=DAYS, copies={2: 1})) == bare(reckoned(*told, days=DAYS))


def test_outlets_are_told_beside_origins() -> None:
    outlets = {1: "Agency", 2: "Abendpost", 3: "Morgenblatt"}
    copy = soldiers(12, 37, article_id=2)
    again, rejected = soldiers(3, 37, article_id=3), soldiers(4, 9, article_id=4, status=Status.REJECTED)
    (figure,) = reckoned(
        soldiers(1, 37), copy, again, rejected, days=DAYS, outlets={**outlets, 4: "X"}, copies={2: 1}
    ).figures
    assert figure.origins == ("sohr",)
    assert figure.outlets == ("Abendpost", "Agency", "Morgenblatt")
    (figure,) = reckoned(soldiers(1, 37), soldiers(2, 40, article_id=2, origin="un"), outlets=outlets).figures
    assert (figure.origins, figure.outlets) == (("sohr", "un"), ("Abendpost", "Agency"))
    (figure,) = reckoned(soldiers(1, 37)).figures
    assert figure.outlets == ()


def test_relations_are_led_to_what_stands_for_a_copy() -> None:
    first, copy = claim(1, 5), claim(11, 5, article_id=2)
    part = claim(12, 3, article_id=2, to={"subset_of": 11, "rival_of": 9})
    again = told_again([first, copy, part], {2: 1})
    assert again == {11: 1}
    assert led_to([part, first], again)[0].relations == (
        Relation(RelationType.SUBSET_OF, 1),
        Relation(RelationType.RIVAL_OF, 9),
    )
    assert led_to([first], again) == [first]
    assert led_to([part], {}) == [part]


def test_a_headline_has_the_origin_of_the_statement_that_it_repeats() -> None:
    for origin, expected in (("un", "un"), (None, "article 1"), ("mission", "mission")):
        (figure,) = reckoned(soldiers(1, 9, origin=None), soldiers(2, 9, origin=origin, to={"same_as": 1})).figures
        assert figure.origins == (expected,)


def test_a_belligerent_lends_its_name_to_no_headline() -> None:
    (figure,) = reckoned(fighters(1, 9, origin=None), fighters(2, 9, origin="ministry", to={"same_as": 1})).figures
    assert (figure.origins, figure.best) == (("article 1",), 9)
