"""From claims to figures: the reference article, and every wrong answer by its cause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.reckoning.aleppo import aleppo
from tests.workbench.reckoning.making import (
    TABLE,
    claim,
    numbers,
    reckoned,
    soldiers,
    table,
    texts,
    whys,
)
from workbench.model.claim import Category, Effect, RelationType, Unit
from workbench.model.figure import Reckoning
from workbench.model.mention import Status
from workbench.reckoning import conventions as c

RIGHT = {
    ("civilian", "killed"): (2, None, None),
    ("civilian", "wounded"): (2, None, None),
    ("government", "captured"): (5, 5, 5),
    ("government", "killed"): (37, 37, 37),
    ("opposition", "killed"): (60, 60, 60),
}


@pytest.fixture(scope="module")
def right() -> Reckoning:
    return reckoned(*aleppo())


def test_the_reference_article_gives_its_table(right: Reckoning) -> None:
    assert table(right) == RIGHT
    assert {f.side: f.category for f in right.figures if f.effect is Effect.KILLED} == {
        "government": Category.COMBATANT_STATE,
        "opposition": Category.COMBATANT_NONSTATE,
        "civilian": Category.CIVILIAN,
    }


def test_officers_and_children_are_notes(right: Reckoning) -> None:
    notes = {(f.side, f.effect.value): f.notes for f in right.figures}
    assert notes["government", "killed"] == ("at least 4 of them officers",)
    assert notes["civilian", "killed"] == notes["civilian", "wounded"] == ("children among them",)


def test_civilians_are_unquantified_and_open(right: Reckoning) -> None:
    for f in right.figures:
        assert f.unquantified is f.open is (f.side == "civilian")


def test_the_checks_of_the_reference_article(right: Reckoning) -> None:
    assert texts(right, "total_and_parts") == [
        (True, "44 + 16 + 37 = 97 lies in Dutzende (24–99)"),
        (True, "44 + 16 + 37 = 97 lies in fast 100 (90–99)"),
    ]
    [(holds, text)] = texts(right, "subset")
    assert holds
    assert text.startswith("4 ≤ 37: “mindestens vier Offiziere")
    assert texts(right, "bound") == [(True, "44 + 16 = 60 lies in Dutzende (24–99)")]


def test_the_rival_is_kept_with_its_reason(right: Reckoning) -> None:
    opposition = next(f for f in right.figures if f.side == "opposition")
    why = {u.claim: u.why for u in opposition.not_used}
    assert "“Dutzende” is a belligerent side's claim of its enemy's losses" in why[11]
    assert opposition.used == (3, 4)


def test_every_claim_is_used_or_left_out_with_a_reason(right: Reckoning) -> None:
    used = {i for f in right.figures for i in f.used}
    assert used | set(whys(right)) == set(range(1, 12))


@pytest.mark.parametrize("kept", [(), (RelationType.SUBSET_OF,), (RelationType.COMPONENT_OF, RelationType.SUBSET_OF)])
def test_the_table_needs_few_relations(kept: tuple[RelationType, ...]) -> None:
    """Without any relation only the officers and the children are no notes."""
    bare = [replace(x, relations=tuple(r for r in x.relations if r.type in kept)) for x in aleppo()]
    found = table(reckoned(*bare))
    assert {key: found[key] for key in RIGHT} == RIGHT


def test_249_is_everything_summed(right: Reckoning) -> None:
    """24 + 100 + 44 + 16 + 37 + 4 + 24: each number counted where it is told."""
    assert sum(f.low for f in right.figures if f.effect is Effect.KILLED) == 99


def test_197_is_the_total_plus_its_parts(right: Reckoning) -> None:
    """fast 100 is a total over both sides: it stands in no figure."""
    assert all(2 not in f.used for f in right.figures)
    assert "is a total, never added to its parts: 44 + 16 + 37 = 97" in whys(right)[2]


def test_150_is_a_number_given_to_the_nearest_words(right: Reckoning) -> None:
    """No side but its own gets a number: 44 + 16 go to HTS and its allies, 37 to the government's forces."""
    used = {f.side: f.used for f in right.figures if f.effect is Effect.KILLED}
    assert used == {"opposition": (3, 4), "government": (5,), "civilian": (8,)}


@pytest.mark.parametrize("effect", [Effect.MUNITIONS_FIRED, Effect.EQUIPMENT_CAPTURED, Effect.TERRITORY])
def test_shells_and_depots_are_no_people(effect: Effect) -> None:
    """Hunderte Granaten are munitions: they give no figure and change none."""
    shells = claim(12, 200, effect=effect, unit=Unit.MUNITIONS, side="government")
    assert reckoned(*aleppo(), shells) == reckoned(*aleppo())


def test_families_are_never_multiplied() -> None:
    """Hunderte Familien count households: said, and in no figure."""
    families = claim(12, 200, effect=Effect.DISPLACED, unit=Unit.HOUSEHOLDS, victims_text="Familien")
    found = reckoned(*aleppo(), families)
    assert table(found) == RIGHT
    assert [(u.claim, u.why) for u in found.unused] == [
        (12, "“200 Familien” counts households, not persons, and is never multiplied.")
    ]


@pytest.mark.parametrize(("number", "unit"), [(10, Unit.AREAS), (2015, Unit.AREAS)])
def test_kilometres_and_years_are_no_people(number: int, unit: Unit) -> None:
    """10 km and 2015 could only come in as a claim that counts no persons, and then stay out."""
    found = reckoned(*aleppo(), claim(12, number, unit=unit))
    assert table(found) == RIGHT


def test_a_claim_without_an_incident_fails_a_check() -> None:
    found = reckoned(soldiers(1, 3), soldiers(2, 4, incident_id=None))
    assert table(found) == {("government", "killed"): (3, 3, 3)}
    assert texts(found, "no_incident") == [(False, "“4 Soldaten” belongs to no incident, so it is in no figure")]


def test_a_rejected_claim_without_an_incident_is_silent() -> None:
    assert reckoned(soldiers(2, 4, incident_id=None, status=Status.REJECTED)).checks == ()


def test_incidents_are_reckoned_apart() -> None:
    found = reckoned(soldiers(1, 3), soldiers(2, 4, incident_id=2))
    assert [(f.incident, numbers(f)) for f in found.figures] == [(1, (3, 3, 3)), (2, (4, 4, 4))]


def test_a_convention_reads_vague_numbers_anew() -> None:
    dozens = soldiers(1, c.vague("dozens", TABLE))
    assert table(reckoned(dozens, convention="acled")) == {("government", "killed"): (12, 12, 12)}
    gtd = reckoned(dozens, convention="gtd").figures[0]
    assert (numbers(gtd), gtd.unquantified, gtd.open) == ((1, None, None), True, True)


def test_things_reckoned_again_are_the_same() -> None:
    first = reckoned(*aleppo())
    reckoned(*aleppo(), convention="acled")
    assert reckoned(*aleppo()) == first
