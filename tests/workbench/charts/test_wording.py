from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.workbench.charts.reference import background, figure
from workbench.charts.background import NOT_STATED, Background, short_name
from workbench.charts.wording import WARNING, caption, effect_title, people_words, when_words
from workbench.model.actor import Actor
from workbench.model.circumstance import When
from workbench.model.claim import Category, Effect


def test_an_effect_heads_a_panel() -> None:
    assert effect_title(Effect.BODIES_RECOVERED) == "Bodies recovered"


def test_one_day_is_said_once() -> None:
    day, later = date(2024, 11, 27), date(2024, 12, 2)
    assert when_words(When(day, day, 1)) == "27 November 2024"
    assert when_words(When(day, later, 2)) == "27 November 2024 – 2 December 2024"


@pytest.mark.parametrize(
    ("number", "category", "line"),
    [
        (1, Category.CIVILIAN, "1 civilian"),
        (3, Category.CHILD, "3 civilians"),
        (4, Category.OFFICER, "4 combatants"),
        (2, Category.UNSPECIFIED, "2 people"),
    ],
)
def test_groups_of_people_are_named(number: int, category: Category, line: str) -> None:
    assert people_words([figure("a", number, (1,), category=category)]) == line


def test_more_people_than_counted_are_said_to_be_there() -> None:
    them = [figure("a", 5, (1,), category=Category.CIVILIAN), figure("a", None, (2,), category=Category.CIVILIAN)]
    assert people_words(them) == "5 civilians and others uncounted"


def test_what_only_an_enemy_claims_is_not_summed_without_a_word() -> None:
    army = figure("a", 37, (1,), category=Category.COMBATANT_STATE)
    claimed = figure("a", 340, (2,), category=Category.COMBATANT_STATE, best=None, claimed=340)
    assert people_words([army, claimed]) == "377 combatants, 340 of them only claimed"
    assert people_words([claimed]) == "340 combatants, only claimed by their enemy"
    assert people_words([army, figure("a", None, (3,), category=Category.COMBATANT_STATE, claimed=2)]) == (
        "37 combatants and others uncounted, some of them only claimed"
    )
    assert people_words([claimed], background(language="de").phrases) == "340 Kämpfende, nur von ihrem Gegner behauptet"


def test_names_are_short_where_an_acronym_is_known() -> None:
    assert short_name(Actor("x", "Hay'at Tahrir al-Sham", "rebel", aliases=("Hayat", "HTS"))) == "HTS"
    assert short_name(Actor("x", "Army (to 2024)", "state_force")) == "Army"
    assert short_name(Actor("x", "Syrian government forces", "state_force")) == "Syrian government forces"


def test_an_unnamed_origin_is_called_so() -> None:
    assert background().origins((1, 2, 3)) == (NOT_STATED, "SOHR")


def test_claims_that_name_nobody_are_no_origin() -> None:
    told = [figure("government", 37, (5, 1))]
    assert caption(told, (), background(), None)[0].endswith("one origin (SOHR), and claims that name none")
    assert caption([figure("government", 3, (1,))], (), background(), None)[0].endswith(f"default · {NOT_STATED}")


def test_a_claim_that_is_not_there_still_has_words() -> None:
    assert Background().words(12) == "claim 12"
    assert background().words(8) == "Zivilisten"


def test_figures_that_rest_on_a_single_origin_are_counted() -> None:
    one, two = (replace(figure("a", 5, (1,)), origins=origins) for origins in (("sohr",), ("sohr", "un")))
    assert "one of 2 figures rests on a single origin" in caption([one, two], (), background(), None)
    assert "2 of 2 figures rest on a single origin" in caption([one, one], (), background(), None)
    for shown in ([one], [two, two], [figure("a", 5, (1,))] * 2):
        assert not any("single origin" in line for line in caption(shown, (), background(), None))


def test_who_may_be_counted_twice_is_said_first_in_the_chart_s_language() -> None:
    told = [figure("government", 37, (5,)), figure("government", 30, (6,), incident=2)]
    assert not caption(told, (), background(), None)[0].startswith(WARNING)
    english, german = (replace(background(language=language), undecided=((1, 2),)) for language in ("en", "de"))
    assert caption(told, (), english, None)[0] == (
        f"{WARNING} up to 30 people may be counted twice until it is decided whether two incidents are one event: "
        "Aleppo / 2"
    )
    assert caption(told, (), german, None)[0] == (
        f"{WARNING} Vielleicht doppelt gezählt: bis zu 30 Menschen; zu entscheiden ist, ob zwei Vorfälle ein Ereignis "
        "sind: Aleppo / 2"
    )
    assert caption(told[:1], (), english, 1)[0].startswith("27 November 2024")
