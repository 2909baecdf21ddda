"""Which incidents may be one."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.workbench.reckoning.making import ACTORS, claim, fighters, soldiers
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim, Effect, Unit
from workbench.model.incident import Incident
from workbench.model.mention import Status
from workbench.reckoning import conventions as c
from workbench.reckoning.proposals import Ground, Proposal, profile, same_incident

WEDNESDAY = When(date(2024, 11, 27), date(2024, 11, 27), 1)
SATURDAY = When(date(2024, 11, 30), date(2024, 11, 30), 1)
THAT_WEEK = When(date(2024, 11, 25), date(2024, 11, 25), 3)
PROVINCE = Where("SY-HL", "Aleppo province", 4)
CITY = Where("aleppo", "Aleppo", 1)
HAMA = Where("hama", "Hama", 1)
INSIDE = {"aleppo": ("SY-HL", "SY")}


def incident(number: int, when: When | None = WEDNESDAY, where: Where | None = CITY) -> Incident:
    return Incident(number, f"incident {number}", when, where)


def ask(one: tuple[Incident, list[Claim]], other: tuple[Incident, list[Claim]], **ground: Any) -> Proposal | None:
    known = Ground(**{"actors": ACTORS, "inside": INSIDE, **ground})
    return same_incident(profile(*one, known), profile(*other, known))


def test_every_reason_is_said_in_words() -> None:
    found = ask(
        (incident(1), [fighters(1, 44, actor="hts")]), (incident(2, where=PROVINCE), [fighters(2, 44, actor="hts")])
    )
    assert found == Proposal(
        1,
        2,
        (
            "both tell of people killed",
            "both may be on 2024-11-27",
            "Aleppo lies in Aleppo province",
            "both name HTS",
            "“44 Kämpfer” and “44 Kämpfer” can be the same people",
        ),
    )
    assert found.strength == 5


def test_another_effect_speaks_against_it() -> None:
    assert ask((incident(1), [soldiers(1, 4)]), (incident(2), [soldiers(2, 4, effect=Effect.CAPTURED)])) is None


def test_another_day_speaks_against_it() -> None:
    assert ask((incident(1), [soldiers(1, 4)]), (incident(2, SATURDAY), [soldiers(2, 4)])) is None


def test_a_vague_date_reaches_the_exact_one_either_way_round() -> None:
    told = (incident(1), [soldiers(1, 4)]), (incident(2, THAT_WEEK), [soldiers(2, 4)])
    for one, other in (told, told[::-1]):
        found = ask(one, other)
        assert found is not None
        assert "as near as their dates are exact" in found.reasons[1]


def test_another_place_speaks_against_it_and_an_open_one_does_not() -> None:
    claims = [soldiers(1, 40)]
    assert ask((incident(1), claims), (incident(2, where=HAMA), claims)) is None
    assert ask((incident(1), claims), (incident(2, where=None), claims)) is not None
    country = Where("SY", "Syria", 6)
    assert ask((incident(1), claims), (incident(2, where=country), claims)) is not None


def test_places_apart_say_nothing_where_nobody_knows_what_contains_what() -> None:
    claims = [soldiers(1, 40)]
    assert ask((incident(1), claims), (incident(2, where=HAMA), claims), inside={}) is not None


def test_a_unit_and_its_army_overlap() -> None:
    found = ask((incident(1), [soldiers(1, 4, actor="brigade")]), (incident(2), [soldiers(2, 9, actor="army")]))
    assert found is not None
    assert "both name Army" in found.reasons


def test_numbers_that_cannot_agree_and_bare_plurals_are_no_reason() -> None:
    for quantity in (c.exact(9), c.bare_plural()):
        found = ask((incident(1), [soldiers(1, 4)]), (incident(2), [soldiers(2, quantity)]))
        assert found is not None
        assert not any("the same people" in reason for reason in found.reasons)


def test_an_effect_alone_is_not_enough() -> None:
    nowhere = incident(1, None, None), incident(2, None, None)
    assert ask((nowhere[0], [claim(1, 4)]), (nowhere[1], [claim(2, 9)])) is None


def test_rejected_claims_and_things_do_not_count() -> None:
    rejected = [soldiers(1, 4, status=Status.REJECTED)]
    shells = [claim(2, 200, effect=Effect.MUNITIONS_FIRED, unit=Unit.MUNITIONS)]
    for claims in (rejected, shells):
        assert ask((incident(1), claims), (incident(2), [soldiers(3, 4)])) is None


def test_effects_of_one_class_are_one_reason() -> None:
    found = ask((incident(1), [soldiers(1, 4)]), (incident(2), [soldiers(2, 9, effect=Effect.WOUNDED)]))
    assert found is not None
    assert found.reasons[0] == "one tells of people killed, the other of people wounded"


def test_a_day_ties_nothing_and_nor_do_small_numbers() -> None:
    nowhere = incident(1, where=None), incident(2, where=None)
    for here, there in ((40, 9), (4, 4), (c.at_least(30), 40)):
        assert ask((nowhere[0], [claim(1, here)]), (nowhere[1], [claim(2, there)])) is None
    assert ask((nowhere[0], [claim(1, 40)]), (nowhere[1], [claim(2, 40)])) is not None


def test_where_a_date_is_unknown_something_more_must_tie_them() -> None:
    one, other = incident(1), incident(2, None)
    assert ask((one, [claim(1, 4)]), (other, [claim(2, 9)])) is None
    found = ask((one, [claim(1, 4)]), (other, [claim(2, 4)]))
    assert found is not None
    assert found.strength == 3
    assert ask((one, [soldiers(1, 4, actor="army")]), (other, [soldiers(2, 9, actor="army")])) is not None


def test_the_same_number_of_two_sides_is_no_reason() -> None:
    found = ask((incident(1), [soldiers(1, 44)]), (incident(2), [fighters(2, 44)]))
    assert found is not None
    assert found.strength == 3
    of_nobody = ask((incident(1), [soldiers(1, 44)]), (incident(2), [claim(2, 44)]))
    assert of_nobody is not None
    assert of_nobody.strength == 4


def test_an_equal_number_is_named_before_one_that_merely_meets() -> None:
    one = [soldiers(1, c.at_least(3)), soldiers(2, 44)]
    found = ask((incident(1), one), (incident(2), [soldiers(3, c.at_least(2)), soldiers(4, 44)]))
    assert found is not None
    assert found.reasons[-1].startswith("“44")


def test_copies_of_one_text_are_a_reason() -> None:
    one, other = (incident(1, where=None), [claim(1, 4)]), (incident(2, where=None), [claim(2, 9, article_id=2)])
    assert ask(one, other) is None
    found = ask(one, other, originals={2: 1})
    assert found is not None
    assert found.reasons[-1] == "articles of both are copies of one text"
    same = (incident(2, where=None), [claim(2, 9)])
    assert ask(one, same) is None
