"""How each of the eleven relations is read: what it does to a figure, and from which end it can be drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.reckoning.making import (
    CIVILIANS,
    TABLE,
    WOUNDED,
    civilians,
    claim,
    fighters,
    reckoned,
    soldiers,
    table,
    texts,
    whys,
)
from workbench.model.claim import Category, Claim, Effect, RelationType
from workbench.model.span import Span
from workbench.reckoning import conventions as c

GOVERNMENT = ("government", "killed")
REBELS = ("opposition", "killed")


def one(*claims: Claim, key: tuple[str | None, str] = GOVERNMENT) -> tuple[int, int | None, int | None]:
    """The only figure, or the one of a side and effect."""
    return table(reckoned(*claims))[key]


@pytest.mark.parametrize("type_", list(RelationType))
def test_no_claim_is_lost_by_any_two_relations_of_a_pair(type_: RelationType) -> None:
    """Whatever a reading drew: some claim of the two is in the figure, and the other has a reason."""
    for back in RelationType:
        found = reckoned(soldiers(1, 40, to={type_.value: 2}), soldiers(2, 10, to={back.value: 1}))
        used = {i for f in found.figures for i in f.used}
        assert used, (type_, back)
        assert used | set(whys(found)) == {1, 2}


def test_additions_in_a_ring_are_added_up() -> None:
    """Nobody can draw such a ring, but a reading can, where one claim of it is replaced by another."""
    ring = (
        soldiers(1, 2, to={"supersedes": 2}),
        soldiers(2, 2, to={"additional_to": 5}),
        soldiers(5, 2, to={"additional_to": 1}),
    )
    assert one(*ring) == one(*ring[::-1]) == (4, 4, 4)


class TestSubsetOf:
    def test_it_is_never_added(self) -> None:
        found = reckoned(soldiers(1, 37), soldiers(2, c.at_least(4), category=Category.OFFICER, to={"subset_of": 1}))
        assert table(found) == {GOVERNMENT: (37, 37, 37)}
        assert found.figures[0].notes == ("at least 4 of them officers",)
        assert [holds for holds, _ in texts(found, "subset")] == [True]

    def test_some_of_the_captured_who_are_killed_are_held_against_them(self) -> None:
        told = (soldiers(1, 10, effect=Effect.CAPTURED), soldiers(2, 12, to={"subset_of": 1}))
        found = reckoned(*told)
        assert table(found) == {("government", "captured"): (10, 10, 10), GOVERNMENT: (12, 12, 12)}
        assert texts(found, "subset") == [(False, "12 > 10: “12 Soldaten” cannot be part of “10 Soldaten”")]

    def test_what_sums_up_its_own_subset_still_counts(self) -> None:
        assert one(soldiers(1, 40, to={"summary_of": 2}), soldiers(2, 10, to={"subset_of": 1})) == (40, 40, 40)


class TestComponentAndTotal:
    @pytest.mark.parametrize("from_total", [True, False])
    def test_it_reads_the_same_from_either_end(self, from_total: bool) -> None:
        total = claim(1, 40, side="both", category=Category.COMBATANT_MIXED)
        parts = [soldiers(2, 25), fighters(3, 15)]
        if from_total:
            drawn = [claim(1, 40, side="both", category=Category.COMBATANT_MIXED, to={"total_of": (2, 3)}), *parts]
        else:
            drawn = [total, soldiers(2, 25, to={"component_of": 1}), fighters(3, 15, to={"component_of": 1})]
        found = reckoned(*drawn)
        assert table(found) == {GOVERNMENT: (25, 25, 25), REBELS: (15, 15, 15)}
        assert texts(found, "total_and_parts") == [(True, "25 + 15 = 40 lies in 40")]

    def test_parts_of_other_effects_leave_a_rest_of_the_total(self) -> None:
        hurt = soldiers(1, 40, effect=Effect.KILLED_OR_WOUNDED, to={"total_of": (2, 3)})
        found = table(reckoned(hurt, soldiers(2, 10), soldiers(3, 20, effect=WOUNDED)))
        assert found["government", "killed_or_wounded"] == (10, 10, 10)


class TestAdditionalTo:
    def test_it_is_added_within_one_origin(self) -> None:
        assert one(soldiers(1, 12), soldiers(2, 3, to={"additional_to": 1})) == (15, 15, 15)

    def test_it_is_added_to_what_another_origin_says(self) -> None:
        assert one(soldiers(1, 12), soldiers(2, 3, origin="un", to={"additional_to": 1})) == (15, 15, 15)

    def test_what_the_first_origin_says_later_replaces_only_its_own(self) -> None:
        told = [soldiers(1, 12), soldiers(2, 3, origin="un", to={"additional_to": 1}), soldiers(3, 14, article_id=2)]
        assert table(reckoned(*told, days={1: 0, 2: 1})) == {GOVERNMENT: (17, 17, 17)}


class TestDeltaOf:
    def test_it_adds_to_the_toll_before(self) -> None:
        assert one(soldiers(1, 42), soldiers(2, 3, to={"delta_of": 1})) == (45, 45, 45)

    def test_it_is_held_in_the_toll_it_is_told_with(self) -> None:
        """ "Die Zahl stieg um drei auf 45" is 45, not 48."""
        said = Span(0, 40)
        found = reckoned(soldiers(1, 3, evidence=said, to={"delta_of": 2}), soldiers(2, 45, evidence=said))
        assert table(found) == {GOVERNMENT: (45, 45, 45)}
        assert whys(found)[1] == "“3 Soldaten” is the change that led to “45 Soldaten”, which holds it."

    @pytest.mark.parametrize("first", [2, 3])
    def test_it_is_held_in_the_toll_that_replaces_the_one_before(self, first: int) -> None:
        told = soldiers(1, 42), soldiers(2, 45, to={"supersedes": 1}), soldiers(3, 3, to={"delta_of": 1})
        moved = [replace(x, evidence=Span(5, 9)) if x.id == first else x for x in told]
        assert one(*moved) == (45, 45, 45)


class TestSupersedes:
    def test_the_older_number_is_replaced_downward_too(self) -> None:
        found = reckoned(soldiers(1, 40), soldiers(2, 31, to={"supersedes": 1}))
        assert table(found) == {GOVERNMENT: (31, 31, 31)}
        assert whys(found)[1] == "“40 Soldaten” was replaced by “31 Soldaten”."

    def test_another_origins_number_is_replaced_where_it_is_drawn(self) -> None:
        assert one(soldiers(1, 40), soldiers(2, 31, origin="un", to={"supersedes": 1})) == (31, 31, 31)


class TestSameAs:
    @pytest.mark.parametrize("ends", [{1: 2}, {2: 1}])
    def test_the_sharper_stands_whichever_end_it_is_drawn_from(self, ends: dict[int, int]) -> None:
        told = (soldiers(1, c.nearly(100)), soldiers(2, 95, origin="un"))
        drawn = [soldiers(x.id, x.quantity, origin=x.origin, to={"same_as": ends.get(x.id, ())}) for x in told]
        found = reckoned(*drawn)
        assert table(found) == {GOVERNMENT: (95, 95, 95)}
        assert [holds for holds, _ in texts(found, "same_statement")] == [True]

    def test_two_numbers_that_cannot_be_one_fail_a_check(self) -> None:
        found = reckoned(soldiers(1, 40), soldiers(2, 41, to={"same_as": 1}))
        assert texts(found, "same_statement") == [
            (False, "41 and 40 are said to be one statement and cannot be one number")
        ]

    def test_the_same_number_needs_no_check(self) -> None:
        assert not reckoned(soldiers(1, 40), soldiers(2, 40, to={"same_as": 1})).checks


class TestSummaryOf:
    def test_it_is_held_against_what_it_sums_up_and_not_added(self) -> None:
        dozens = soldiers(1, c.vague("dozens", TABLE), number_text="dozens", to={"summary_of": 2})
        found = reckoned(dozens, soldiers(2, 44, article_id=2))
        assert table(found) == {GOVERNMENT: (44, 44, 44)}
        assert texts(found, "total_and_parts") == [(True, "44 lies in dozens (24–99)")]


class TestRivalOf:
    @pytest.mark.parametrize("ends", [{1: 2}, {2: 1}])
    def test_rivals_of_one_origin_are_never_added(self, ends: dict[int, int]) -> None:
        """Different actors would else tell people apart."""
        told = (fighters(1, 40, actor="hts"), fighters(2, 30, actor="allies"))
        drawn = [fighters(x.id, x.quantity, actor=x.actor, to={"rival_of": ends.get(x.id, ())}) for x in told]
        assert one(*drawn, key=REBELS) == (30, None, 40)
        assert one(*told, key=REBELS) == (70, 70, 70)

    def test_a_belligerents_rival_is_no_figure_of_its_own(self) -> None:
        """SOHR counts civilians; the ministry says that the same people were fighters."""
        found = reckoned(civilians(1, 40), fighters(2, 30, origin="ministry", to={"rival_of": 1}))
        assert table(found) == {("civilian", "killed"): (40, 40, 40)}
        assert "stays a rival to 40 and sets nothing" in whys(found)[2]

    def test_it_stays_a_rival_drawn_from_the_other_end(self) -> None:
        found = reckoned(civilians(1, 40, to={"rival_of": 2}), fighters(2, 30, origin="ministry"))
        assert table(found) == {("civilian", "killed"): (40, 40, 40)}

    def test_two_neutral_origins_that_differ_on_the_side_fail_a_check(self) -> None:
        found = reckoned(claim(1, 40, category=CIVILIANS), fighters(2, 30, origin="un", to={"rival_of": 1}))
        assert [holds for holds, _ in texts(found, "two_figures")] == [False]
        assert "rival accounts of the same people and stand in two figures" in texts(found, "two_figures")[0][1]


class TestDisjointFrom:
    @pytest.mark.parametrize("ends", [{1: 2}, {2: 1}])
    @pytest.mark.parametrize("origin", ["sohr", "un"])
    def test_people_told_apart_are_added_whoever_tells(self, ends: dict[int, int], origin: str) -> None:
        told = (soldiers(1, 40), soldiers(2, 30, origin=origin))
        drawn = [soldiers(x.id, x.quantity, origin=x.origin, to={"disjoint_from": ends.get(x.id, ())}) for x in told]
        assert one(*drawn) == (70, 70, 70)

    def test_a_later_article_of_the_same_origin_replaces_only_its_own(self) -> None:
        told = (soldiers(1, 40), soldiers(2, 30, article_id=2, to={"disjoint_from": 1}))
        assert table(reckoned(*told, days={1: 0, 2: 1})) == {GOVERNMENT: (70, 70, 70)}


class TestDenies:
    def test_a_denial_that_counts_nobody_leaves_the_figure_and_fails_a_check(self) -> None:
        found = reckoned(soldiers(1, 40), soldiers(2, c.negated(), origin="ministry", to={"denies": 1}))
        assert table(found) == {GOVERNMENT: (40, 40, 40)}
        assert texts(found, "denied") == [
            (False, "“0 Soldaten” denies “40 Soldaten”, which counts: the figure is contested")
        ]

    def test_a_denial_with_a_number_of_its_own_spans_the_figure(self) -> None:
        found = reckoned(soldiers(1, 40), soldiers(2, 19, origin="un", to={"denies": 1}))
        assert table(found)[GOVERNMENT][::2] == (19, 40)
        assert [holds for holds, _ in texts(found, "denied")] == [False]

    def test_what_does_not_count_is_not_contested(self) -> None:
        parts = {"denies": 1}
        found = reckoned(soldiers(1, 4, to={"subset_of": 3}), soldiers(2, c.negated(), to=parts), soldiers(3, 40))
        assert not texts(found, "denied")
