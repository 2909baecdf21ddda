"""DOMAIN's rules one by one, on small cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.workbench.reckoning.making import (
    TABLE,
    WOUNDED,
    civilians,
    claim,
    fighters,
    numbers,
    reckoned,
    soldiers,
    table,
    texts,
    whys,
)
from workbench.errors import BadResource
from workbench.model.circumstance import When, Where
from workbench.model.claim import Category, Claim, Effect, Epistemic, Quantity, Scope
from workbench.model.mention import Status
from workbench.reckoning import conventions as c

GOVERNMENT = ("government", "killed")


def one(*claims: Claim, **more: Any) -> tuple[int, int | None, int | None]:
    """The numbers of the only figure."""
    found = reckoned(*claims, **more)
    assert len(found.figures) == 1, found.figures
    return numbers(found.figures[0])


class TestSubsets:
    """Rule 2."""

    def test_a_subset_larger_than_its_parent_fails_the_check(self) -> None:
        found = reckoned(soldiers(1, 10), soldiers(2, 12, category=Category.OFFICER, to={"subset_of": 1}))
        assert table(found) == {GOVERNMENT: (10, 10, 10)}
        [(holds, text)] = texts(found, "subset")
        assert (holds, text) == (False, "12 > 10: “12 Soldaten” cannot be part of “10 Soldaten”")

    def test_a_subset_of_a_subset_is_noted_on_the_figure(self) -> None:
        found = reckoned(
            civilians(1, 10),
            civilians(2, 6, category=Category.CHILD, to={"subset_of": 1}),
            civilians(3, 2, victims_text="Mädchen", to={"subset_of": 2}, category=Category.UNSPECIFIED),
        )
        assert [numbers(f) for f in found.figures] == [(10, 10, 10)]
        assert found.figures[0].notes == ("6 of them children", "2 of them “Mädchen”")

    def test_a_subset_whose_parent_is_rejected_counts(self) -> None:
        rejected = soldiers(1, 10, status=Status.REJECTED)
        assert one(rejected, soldiers(2, c.at_least(4), to={"subset_of": 1})) == (4, 4, None)

    def test_a_subset_of_another_side_is_no_figure_of_its_own(self) -> None:
        people = claim(1, 20, victims_text="Menschen")
        found = reckoned(people, soldiers(2, 5, to={"subset_of": 1}))
        assert table(found) == {(None, "killed"): (20, 20, 20)}
        assert found.figures[0].notes == ("5 of them “Soldaten”",)

    def test_a_ring_of_subsets_loses_nobody(self) -> None:
        ring = [soldiers(1, 10, to={"subset_of": 2}), soldiers(2, 4, to={"subset_of": 1})]
        assert one(*ring) == (10, 10, 10)


class TestTotalsAndParts:
    """Rule 3."""

    def test_what_parts_leave_of_a_total_over_both_sides_has_no_side(self) -> None:
        total = claim(1, c.nearly(100), side="both", category=Category.COMBATANT_MIXED, number_text="fast 100")
        found = reckoned(total, fighters(2, 60))
        assert table(found) == {("opposition", "killed"): (60, 60, 60), (None, "killed"): (30, 39, 39)}
        assert texts(found, "total_and_parts") == [
            (True, "60 stays below fast 100 (90–99): 30–39 more have no side or part of their own")
        ]
        assert found.figures[1].notes == ("what 60 leaves of fast 100",)

    def test_parts_above_the_total_are_a_conflict(self) -> None:
        total = claim(1, 50, side="both", category=Category.COMBATANT_MIXED)
        found = reckoned(total, fighters(2, 60), soldiers(3, 37))
        assert table(found) == {("opposition", "killed"): (60, 60, 60), GOVERNMENT: (37, 37, 37)}
        [(holds, text)] = texts(found, "total_and_parts")
        assert not holds
        assert text.startswith("60 + 37 = 97 exceeds 50")

    def test_civilians_are_no_part_of_fighters(self) -> None:
        total = claim(1, 40, side="both", category=Category.COMBATANT_MIXED)
        assert table(reckoned(total, fighters(2, 40), civilians(3, 9)))["civilian", "killed"] == (9, 9, 9)

    def test_people_hold_every_side(self) -> None:
        people = claim(1, 20, victims_text="Menschen")
        found = reckoned(people, soldiers(2, 12), civilians(3, 8))
        assert table(found) == {GOVERNMENT: (12, 12, 12), ("civilian", "killed"): (8, 8, 8)}
        assert texts(found, "total_and_parts") == [(True, "12 + 8 = 20 lies in 20")]

    def test_an_older_total_gives_way_to_parts_that_exceed_it(self) -> None:
        people = claim(1, 12, article_id=1)
        found = reckoned(people, soldiers(2, 30, article_id=2), days={1: 0, 2: 1})
        assert table(found) == {GOVERNMENT: (30, 30, 30)}

    def test_people_fewer_than_the_soldiers_are_other_people(self) -> None:
        found = reckoned(claim(1, 12), soldiers(2, 30))
        assert table(found) == {GOVERNMENT: (30, 30, 30), (None, "killed"): (12, 12, 12)}
        assert [holds for holds, _ in texts(found, "total_and_parts")] == [False]

    def test_nobody_killed_against_somebody_is_a_conflict(self) -> None:
        found = reckoned(claim(1, c.negated()), soldiers(2, 3, origin="un"))
        assert table(found) == {GOVERNMENT: (3, 3, 3)}
        assert [holds for holds, _ in texts(found, "total_and_parts")] == [False]

    def test_a_number_over_both_sides_alone_has_no_side(self) -> None:
        total = claim(1, c.nearly(100), side="both", category=Category.COMBATANT_MIXED)
        assert table(reckoned(total)) == {(None, "killed"): (90, 99, 99)}

    def test_people_without_a_number_are_not_taken_off_a_total(self) -> None:
        found = reckoned(claim(1, 20, victims_text="Menschen"), civilians(2, c.bare_plural()))
        assert table(found) == {(None, "killed"): (20, 20, 20), ("civilian", "killed"): (2, None, None)}
        assert found.figures[1].notes == ("“Zivilisten” may be among them",)

    @pytest.mark.parametrize("number", [30, 300])
    def test_a_partisans_claim_takes_nothing_off_what_another_counted(self, number: int) -> None:
        people = claim(1, 50, origin="un", victims_text="Menschen")
        found = table(reckoned(people, fighters(2, number, origin="ministry")))
        assert found == {("opposition", "killed"): (number, None, number), (None, "killed"): (50, 50, 50)}

    def test_a_partisans_claim_is_a_part_of_its_own_and_of_a_drawn_total(self) -> None:
        for people in (
            claim(1, 50, origin="ministry", victims_text="Menschen"),
            claim(1, 50, origin="un", victims_text="Menschen", to={"total_of": 2}),
        ):
            found = table(reckoned(people, fighters(2, 30, origin="ministry")))
            assert found == {("opposition", "killed"): (30, None, 30), (None, "killed"): (20, None, 20)}

    @pytest.mark.parametrize(("origin", "people"), [("un", [(1, None, 60), (29, 29, 29)]), ("sohr", [(1, None, 60)])])
    def test_a_most_by_another_origin_fills_no_total(self, origin: str, people: list[tuple[int, ...]]) -> None:
        some = claim(2, c.up_to(60), origin=origin, category=Category.COMBATANT_STATE)
        assert [numbers(f) for f in reckoned(claim(1, 29), some).figures] == people

    def test_a_total_drawn_across_two_sides_by_mistake_loses_nobody(self) -> None:
        found = reckoned(soldiers(1, 20, to={"total_of": 2}), fighters(2, 30, to={"total_of": 1}))
        assert table(found) == {GOVERNMENT: (20, 20, 20), ("opposition", "killed"): (30, 30, 30)}

    def test_days_told_apart_are_added(self) -> None:
        days = [When(date(2024, 11, n), date(2024, 11, n), 1) for n in (27, 28)]
        assert one(soldiers(1, 5, when=days[0]), soldiers(2, 7, when=days[1])) == (12, 12, 12)
        assert one(soldiers(1, 5, when=days[0]), soldiers(2, 5, when=replace(days[1], inherited=True))) == (5, 5, 5)

    def test_exact_places_told_apart_in_one_article_are_added(self) -> None:
        places = [Where(name, name, 1) for name in ("aleppo", "idlib")]
        assert one(soldiers(1, 5, where=places[0]), soldiers(2, 7, where=places[1])) == (12, 12, 12)
        province = replace(places[1], precision=4)
        assert one(soldiers(1, 5, where=places[0]), soldiers(2, 5, where=province)) == (5, 5, 5)

    def test_drawn_parts_of_one_side_stand_for_the_total(self) -> None:
        found = reckoned(soldiers(1, 20, to={"total_of": (2, 3)}), soldiers(2, 12), soldiers(3, 8))
        assert table(found) == {GOVERNMENT: (20, 20, 20)}
        assert found.figures[0].used == (2, 3)

    def test_drawn_parts_below_the_total_of_one_side_leave_a_rest_on_that_side(self) -> None:
        found = reckoned(soldiers(1, 20, to={"total_of": (2, 3)}), soldiers(2, 12), soldiers(3, 5))
        assert table(found) == {GOVERNMENT: (20, 20, 20)}
        assert found.figures[0].used == (1, 2, 3)

    def test_casualties_are_a_drawn_total_of_dead_and_wounded(self) -> None:
        total = soldiers(1, 40, effect=Effect.KILLED_OR_WOUNDED, to={"total_of": (2, 3)})
        found = reckoned(total, soldiers(2, 10), soldiers(3, 30, effect=WOUNDED))
        assert table(found) == {GOVERNMENT: (10, 10, 10), ("government", "wounded"): (30, 30, 30)}
        assert texts(found, "total_and_parts") == [(True, "10 + 30 = 40 lies in 40")]

    def test_parts_without_a_side_take_their_totals(self) -> None:
        found = reckoned(soldiers(1, 20, to={"total_of": (2, 3)}), claim(2, 12), claim(3, 8))
        assert table(found) == {GOVERNMENT: (20, 20, 20)}

    def test_actors_told_apart_are_added(self) -> None:
        assert one(fighters(1, 44, actor="hts"), fighters(2, 16, actor="allies")) == (60, 60, 60)

    def test_a_total_without_actor_corroborates_the_parts_that_have_one(self) -> None:
        found = reckoned(fighters(1, 60), fighters(2, 44, actor="hts"), fighters(3, 16, actor="allies"))
        assert table(found) == {("opposition", "killed"): (60, 60, 60)}
        assert texts(found, "total_and_parts") == [(True, "44 + 16 = 60 lies in 60")]

    def test_a_wider_actor_holds_the_narrower(self) -> None:
        assert one(soldiers(1, 20, actor="army"), soldiers(2, 7, actor="brigade")) == (20, 20, 20)

    def test_children_and_women_are_parts_of_the_civilians(self) -> None:
        parts = civilians(2, 3, category=Category.CHILD), civilians(3, 5, category=Category.WOMAN)
        assert one(*parts) == (8, 8, 8)
        assert one(civilians(1, 10), *parts) == (10, 10, 10)

    def test_categories_stand_apart_where_one_origin_tells_them_apart(self) -> None:
        militia = soldiers(2, 7, category=Category.COMBATANT_NONSTATE)
        found = reckoned(soldiers(1, 30), militia)
        assert [(f.category, f.low) for f in found.figures] == [
            (Category.COMBATANT_NONSTATE, 7),
            (Category.COMBATANT_STATE, 30),
        ]
        assert one(soldiers(1, 30), soldiers(2, 33, category=Category.UNSPECIFIED, origin="un"))[0] == 30


class TestVague:
    """Rule 4."""

    @pytest.mark.parametrize("quantity", [c.vague("dozens", TABLE), c.bare_plural(), c.none_stated()])
    @pytest.mark.parametrize("origin", ["sohr", "un", None])
    def test_a_vague_claim_only_bounds_an_exact_one(self, quantity: Quantity, origin: str | None) -> None:
        found = reckoned(soldiers(1, quantity, origin=origin), soldiers(2, 37))
        assert table(found) == {GOVERNMENT: (37, 37, 37)}
        assert "only bounds 37" in whys(found)[1]

    def test_a_vague_claim_that_does_not_hold_the_exact_one_fails_a_check(self) -> None:
        vague = soldiers(1, c.vague("hundreds", TABLE), number_text="Hunderte")
        assert texts(reckoned(vague, soldiers(2, 37)), "bound") == [(False, "37 lies outside Hunderte (200–999)")]

    def test_headline_and_body_tell_one_event_and_the_sharper_stands(self) -> None:
        assert one(soldiers(1, c.more_than(40), origin=None), soldiers(2, 44)) == (44, 44, 44)

    def test_at_least_28_does_not_mean_1200(self) -> None:
        told = [soldiers(1, c.at_least(28)), soldiers(2, 1200)]
        assert one(*told) == (28, None, None)
        assert one(soldiers(1, c.at_least(28)), soldiers(2, 30)) == (30, 30, 30)

    def test_two_numbers_of_one_origin_in_one_article_that_cannot_agree(self) -> None:
        found = reckoned(soldiers(1, 12), soldiers(2, 15))
        assert table(found) == {GOVERNMENT: (12, None, 15)}
        assert texts(found, "same_origin") == [
            (False, "“12 Soldaten” and “15 Soldaten” come from the same origin in one article and cannot both be right")
        ]


class TestAdditions:
    """Rule 5."""

    def test_another_adds(self) -> None:
        assert one(soldiers(1, 12), soldiers(2, 3, to={"additional_to": 1})) == (15, 15, 15)

    def test_another_without_a_side_takes_that_of_what_it_adds_to(self) -> None:
        assert one(soldiers(1, 12), claim(2, 3, to={"additional_to": 1})) == (15, 15, 15)

    def test_another_that_names_its_own_people_keeps_to_them(self) -> None:
        found = table(reckoned(civilians(1, 12), claim(2, 3, victims_text="Menschen", to={"additional_to": 1})))
        assert found == {("civilian", "killed"): (12, 12, 12), (None, "killed"): (3, 3, 3)}

    def test_another_in_the_articles_own_words_has_the_origin_it_adds_to(self) -> None:
        assert one(soldiers(1, 12), soldiers(2, 3, origin=None, to={"additional_to": 1})) == (15, 15, 15)

    def test_an_unquantified_rest_keeps_the_high_end_open(self) -> None:
        found = reckoned(civilians(1, 97), civilians(2, c.bare_plural(), to={"additional_to": 1}))
        assert table(found) == {("civilian", "killed"): (99, None, None)}
        assert found.figures[0].unquantified

    def test_an_addition_on_another_side_is_a_figure_of_its_own(self) -> None:
        found = table(reckoned(fighters(1, 60), soldiers(2, 37, to={"additional_to": 1})))
        assert found == {("opposition", "killed"): (60, 60, 60), GOVERNMENT: (37, 37, 37)}

    def test_rose_to_replaces(self) -> None:
        found = reckoned(soldiers(1, 12), soldiers(2, 20, to={"supersedes": 1}))
        assert table(found) == {GOVERNMENT: (20, 20, 20)}
        assert whys(found)[1] == "“12 Soldaten” was replaced by “20 Soldaten”."

    def test_rose_by_adds(self) -> None:
        assert one(soldiers(1, 12), soldiers(2, 5, to={"delta_of": 1})) == (17, 17, 17)

    def test_an_addition_to_a_replaced_claim_is_held_in_the_new_one(self) -> None:
        told = [soldiers(1, 12), soldiers(2, 3, to={"additional_to": 1}), soldiers(3, 15, to={"supersedes": 1})]
        assert one(*told) == (15, 15, 15)

    def test_an_addition_made_after_the_replacement_adds_to_it(self) -> None:
        told = [soldiers(1, 12), soldiers(2, 15, to={"supersedes": 1}), soldiers(3, 3, to={"additional_to": 1})]
        assert one(*told) == (18, 18, 18)

    def test_a_later_article_of_the_same_origin_holds_earlier_additions(self) -> None:
        told = [soldiers(1, 12), soldiers(2, 3, to={"additional_to": 1}), soldiers(3, 14, article_id=2)]
        assert one(*told, days={1: 0, 2: 1}) == (14, 14, 14)


class TestPartsOfOthers:
    """A total by one origin, its parts by another."""

    def test_a_part_is_no_rival_to_its_total(self) -> None:
        told = [claim(1, 28, to={"total_of": 2}), claim(2, 9, origin="un")]
        assert one(*told) == (28, 28, 28)

    def test_a_number_that_repeats_the_total_is_no_part_of_it(self) -> None:
        told = [claim(1, c.at_least(28), to={"total_of": 2}), claim(2, 9, origin="un"), claim(3, 29)]
        assert one(*told) == (29, 29, 29)

    def test_parts_short_of_one_of_two_totals_leave_a_rest(self) -> None:
        found = table(reckoned(claim(1, 12, origin="un"), claim(2, 29), civilians(3, 19)))
        assert found == {("civilian", "killed"): (19, 19, 19), (None, "killed"): (0, None, 10)}

    def test_parts_in_two_groups_of_people_leave_the_rest(self) -> None:
        total = claim(1, c.at_least(28), to={"total_of": (2, 3)})
        parts = civilians(2, 19, origin="un"), claim(3, 9, origin="un")
        found = table(reckoned(total, *parts, claim(4, 29)))
        assert found == {("civilian", "killed"): (19, 19, 19), (None, "killed"): (10, 10, 10)}


class TestOrigins:
    """Rules 6 and 7."""

    def test_one_origin_through_several_outlets_is_one_observation(self) -> None:
        copies = [soldiers(n, 37, article_id=n) for n in range(1, 5)]
        found = reckoned(*copies)
        assert table(found) == {GOVERNMENT: (37, 37, 37)}
        assert "the same observation by the same origin" in whys(found)[1]

    @pytest.mark.parametrize("later", [30, 45])
    def test_the_later_figure_of_one_origin_replaces_downward_too(self, later: int) -> None:
        found = reckoned(soldiers(1, 37, article_id=2), soldiers(2, later, article_id=1), days={2: 0, 1: 1})
        assert table(found) == {GOVERNMENT: (later, later, later)}
        assert "was replaced by the same origin's later" in whys(found)[1]

    def test_different_origins_span_a_range(self) -> None:
        told = [soldiers(1, 30, article_id=1), soldiers(2, 40, article_id=2, origin="un")]
        assert one(*told, days={1: 1, 2: 0}) == (30, 30, 40)
        assert one(*told, days={1: 0, 2: 1}) == (30, 40, 40)

    def test_policies_for_best(self) -> None:
        told = [
            soldiers(1, 30, article_id=1, origin="sohr"),
            soldiers(2, 40, article_id=2, origin="ministry"),
            soldiers(3, 40, article_id=3, origin="witness"),
            soldiers(4, 25, article_id=3, origin="visitor"),
        ]
        days = {1: 0, 2: 1, 3: 2}
        assert one(*told, policy="most_recent", days=days) == (25, 40, 40)
        assert one(*told, policy="most_reliable", days=days) == (25, 30, 40)
        assert one(*told, policy="lowest", days=days) == (25, 25, 40)

    def test_an_unknown_policy_is_a_sentence(self) -> None:
        with pytest.raises(BadResource, match="choose one of most_recent"):
            reckoned(soldiers(1, 3), policy="highest")

    def test_an_upper_bound_alone_does_not_lower_the_low_end(self) -> None:
        assert one(soldiers(1, 37), soldiers(2, c.up_to(50), origin="un")) == (37, 37, 50)
        assert one(soldiers(2, c.up_to(50))) == (1, None, 50)

    def test_two_statements_drawn_as_the_same_are_one(self) -> None:
        told = [soldiers(1, 37), soldiers(2, c.at_least(30), origin="un", to={"same_as": 1})]
        assert one(*told) == (37, 37, 37)

    def test_claims_drawn_as_disjoint_are_added(self) -> None:
        assert one(soldiers(1, 12), soldiers(2, 3, to={"disjoint_from": 1})) == (15, 15, 15)


class TestPartisans:
    """Rule 8."""

    def test_a_belligerents_claim_of_enemy_losses_sets_nothing(self) -> None:
        found = reckoned(fighters(1, 60), fighters(2, 200, origin="ministry"))
        assert table(found) == {("opposition", "killed"): (60, 60, 60)}
        assert "stays a rival to 60" in whys(found)[2]

    @pytest.mark.parametrize("origin", ["ministry", "army_web", "army"])
    def test_alone_it_has_no_best(self, origin: str) -> None:
        found = reckoned(fighters(1, 200, origin=origin))
        assert table(found) == {("opposition", "killed"): (200, None, 200)}
        assert "claimed by their enemy's side alone" in found.figures[0].notes[0]
        assert found.figures[0].claimed == 200
        assert [holds for holds, _ in texts(found, "partisan_alone")] == [False]

    def test_several_claims_of_a_belligerent_rest_on_it(self) -> None:
        found = reckoned(fighters(1, 10, origin="army"), fighters(2, 5, origin="army", to={"additional_to": 1}))
        [(_, said)] = texts(found, "partisan_alone")
        assert said == "“10 Kämpfer” and “5 Kämpfer” rest on a belligerent's claim of the enemy's losses alone"

    def test_a_mission_of_the_united_nations_observes(self) -> None:
        told = [fighters(1, 60, origin="mission"), soldiers(2, 37, origin="mission")]
        assert one(told[0]) == (60, 60, 60)
        assert one(told[1]) == (37, 37, 37)

    def test_a_missions_number_of_people_holds_what_a_party_says_of_its_losses(self) -> None:
        people = claim(1, 28, origin="mission", victims_text="Menschen")
        found = reckoned(people, fighters(2, 2, origin="hts"))
        assert table(found) == {(None, "killed"): (26, 26, 26), ("opposition", "killed"): (2, 2, 2)}

    def test_what_a_mission_says_of_its_own_deeds_stays_a_claim(self) -> None:
        assert one(fighters(1, 30, origin="mission", epistemic=Epistemic.SELF_CLAIM)) == (30, None, 30)

    def test_its_own_losses_are_a_concession_that_counts(self) -> None:
        assert one(soldiers(1, 12, origin="ministry")) == (12, 12, 12)

    def test_a_partys_count_of_its_people_holds_none_of_its_enemys_own_losses(self) -> None:
        people = claim(1, 28, origin="ministry", victims_text="Menschen")
        found = reckoned(people, fighters(2, 2, origin="hts"))
        assert table(found) == {(None, "killed"): (28, 28, 28), ("opposition", "killed"): (2, 2, 2)}

    def test_a_neutral_count_may_hold_what_a_party_says_of_its_losses(self) -> None:
        people = claim(1, 28, origin="sohr", victims_text="Menschen")
        found = reckoned(people, fighters(2, 2, origin="hts"))
        assert table(found) == {(None, "killed"): (26, 26, 26), ("opposition", "killed"): (2, 2, 2)}

    def test_a_self_claim_of_an_unknown_speaker_is_partisan(self) -> None:
        assert one(fighters(1, 30, origin=None, epistemic=Epistemic.SELF_CLAIM)) == (30, None, 30)

    def test_civilians_told_by_a_belligerent_count(self) -> None:
        assert one(civilians(1, 3, origin="ministry")) == (3, 3, 3)


class TestLeftOut:
    """Rules 9 and 12."""

    @pytest.mark.parametrize("epistemic", [Epistemic.DENIED, Epistemic.HYPOTHETICAL, Epistemic.THREAT])
    def test_what_did_not_happen_is_kept_and_left_out(self, epistemic: Epistemic) -> None:
        found = reckoned(soldiers(1, 3), soldiers(2, 50, epistemic=epistemic))
        assert table(found) == {GOVERNMENT: (3, 3, 3)}
        assert "so it is kept and left out" in whys(found)[2]

    def test_background_is_left_out_of_everything(self) -> None:
        found = reckoned(soldiers(1, 50, scope=Scope.BACKGROUND))
        assert found.figures == ()
        assert [u.claim for u in found.unused] == [1]

    def test_cumulative_tolls_are_a_series_of_their_own(self) -> None:
        found = reckoned(soldiers(1, 3), soldiers(2, 5000, scope=Scope.CUMULATIVE))
        assert [(f.scope, numbers(f)) for f in found.figures] == [
            (Scope.EVENT, (3, 3, 3)),
            (Scope.CUMULATIVE, (5000, 5000, 5000)),
        ]

    def test_a_rejected_claim_is_left_out(self) -> None:
        found = reckoned(soldiers(1, 3), soldiers(2, 50, status=Status.REJECTED))
        assert table(found) == {GOVERNMENT: (3, 3, 3)}
        assert whys(found)[2] == "“50 Soldaten” was rejected by the analyst."

    def test_a_denial_counts_nobody(self) -> None:
        found = reckoned(soldiers(1, 3), soldiers(2, c.negated(), origin="un", to={"denies": 1}))
        assert table(found) == {GOVERNMENT: (3, 3, 3)}

    def test_an_explicit_none_is_a_zero(self) -> None:
        found = reckoned(civilians(1, c.negated()))
        assert table(found) == {("civilian", "killed"): (0, 0, 0)}
        assert not found.figures[0].unquantified

    def test_bodies_recovered_are_not_new_deaths(self) -> None:
        found = reckoned(soldiers(1, 3), soldiers(2, 9, effect=Effect.BODIES_RECOVERED))
        assert table(found) == {GOVERNMENT: (3, 3, 3), ("government", "bodies_recovered"): (9, 9, 9)}
