from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.workbench.exporters.material import CIVILIANS, REBELS, SHA, SOLDIERS, TANKS, TEXT, Contents, part
from workbench.exporters.explanation import explanation
from workbench.exporters.extraction import Reading
from workbench.model.actor import BOTH_SIDES, Actor, Source
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim, Relation, RelationType, Scope, Unit
from workbench.model.figure import Reckoning
from workbench.model.findings import Findings, Uncounted

DAY = date(2024, 11, 27)
NAMES: dict[str, Actor | Source] = {**Contents().actors(), **Contents().sources()}


def explained(*claims: Claim, uncounted: tuple[Uncounted, ...] = (), side: str | None = None, title: str = "") -> str:
    found = Findings("de", (), claims, (), uncounted)
    reading = Reading(SHA, title, None, found, Reckoning((), ()), {claim.id: side for claim in claims}, TEXT)
    return explanation("homs.txt", reading, NAMES, Contents().sides())


def rows(*claims: Claim, side: str | None = None) -> dict[str, str]:
    """Return the last claim's rows by label; rows that go on under a label are left out."""
    block = explained(*claims, side=side).split("\n\n")[-1].splitlines()[1:]
    return {row[2:13].strip(): row[13:] for row in block if row[2:13].strip()}


def test_the_head_says_what_is_known_of_the_article() -> None:
    first, second, third = explained(SOLDIERS, title="Kämpfe\nbei Homs").splitlines()[:3]
    assert (first, second) == ("== homs.txt ==", "Kämpfe bei Homs")
    assert third.startswith("German; day of publication unknown")
    assert third.endswith(f"{len(TEXT)} characters; 1 claim")


def test_each_part_has_its_words_and_offsets() -> None:
    told = rows(SOLDIERS)
    number, victims = part("12"), part("Soldaten")
    assert told["effect"].startswith("killed “getötet” ")
    assert told["number"] == f"12 (exact; low 12, high 12) “12” {number.start}:{number.end}"
    assert told["victims"].endswith(f"“Soldaten” {victims.start}:{victims.end}")
    assert told["source"].startswith(f"{NAMES['sy_army'].name}, through {NAMES['reuters'].name} “Die Armee” ")
    assert told["evidence"].startswith("“Soldaten” ")
    assert (told["status"], told["scope"]) == ("attributed", "event")


def test_the_sentence_names_the_parts_in_brackets() -> None:
    marked = rows(SOLDIERS)["sentence"]
    assert marked == (
        "[source: Die Armee] teilte mit, [number: 12] [victims: Soldaten] \U0001f56f seien [effect: getötet] worden."
    )


def test_words_of_two_parts_are_marked_once() -> None:
    assert SOLDIERS.number is not None
    assert SOLDIERS.victims is not None
    both = replace(SOLDIERS, victims=SOLDIERS.number.join(SOLDIERS.victims))
    assert "[number+victims: 12]" in rows(both)["sentence"]


@pytest.mark.parametrize(
    ("claim", "number"),
    [
        (REBELS, "dozens (24–99) (vague; low 24, high 99) “Dutzende”"),
        (CIVILIANS, "unquantified (bare plural; low 2, high open)"),
        (replace(TANKS, unit=Unit.VEHICLES), "3 vehicles (exact; low 3, high 3) “Drei”"),
    ],
)
def test_numbers_are_said_as_stated_and_as_bounded(claim: Claim, number: str) -> None:
    assert rows(claim)["number"].startswith(number)


def test_things_are_no_people() -> None:
    assert rows(replace(TANKS, unit=Unit.VEHICLES))["victims"].startswith("vehicles “Panzer”")


def test_what_nobody_told_is_unknown() -> None:
    told = rows(CIVILIANS)
    assert (told["actor"], told["side"], told["source"]) == ("unknown", "Side unknown", "nobody named")
    assert (told["date"], told["place"]) == ("unknown", "unknown")
    assert "relations" not in told


def test_actor_side_and_running_tolls_are_named() -> None:
    told = rows(replace(SOLDIERS, actor="sy_army", scope=Scope.CUMULATIVE), side=BOTH_SIDES)
    assert told["actor"] == f"{NAMES['sy_army'].name} (sy_army)"
    assert (told["side"], told["scope"]) == ("Both sides (not split)", "running toll")
    assert rows(replace(SOLDIERS, actor="nobody_known"))["actor"] == "nobody_known (nobody_known)"


def test_dates_and_places_say_whether_they_are_the_claims_own() -> None:
    here = replace(SOLDIERS, when=When(DAY, DAY, 1), where=Where("q1", "Homs", 1, inherited=True))
    assert rows(here)["date"] == "2024-11-27 (precision 1, its own)"
    assert rows(here)["place"] == "Homs (precision 1, inherited)"
    longer = replace(SOLDIERS, when=When(DAY, date(2024, 11, 29), 2, inherited=True), where=Where("q2", "", 6))
    assert rows(longer)["date"] == "2024-11-27 to 2024-11-29 (precision 2, inherited)"
    assert rows(longer)["place"] == "q2 (precision 6, its own)"


def test_relations_lead_to_the_number_of_a_claim() -> None:
    linked = replace(
        REBELS, relations=(Relation(RelationType.SUBSET_OF, SOLDIERS.id), Relation(RelationType.SAME_AS, 99))
    )
    assert rows(SOLDIERS, linked)["relations"] == "among claim 1, “12 Soldaten”"


def test_the_rules_stand_in_their_order_one_a_line() -> None:
    text = explained(replace(SOLDIERS, rules=("number: exact, 12", "effect: verb, getötet")))
    assert text.endswith("  why        number: exact, 12\n             effect: verb, getötet\n")


def test_numbers_that_made_no_claim_close_it() -> None:
    text = explained(uncounted=(Uncounted(part("Drei"), "Drei", "an age"),))
    at = part("Drei")
    assert text.splitlines()[-2:] == ["Numbers that made no claim:", f"  {at.start}:{at.end}  “Drei”  an age"]
    assert "0 claims" in text
