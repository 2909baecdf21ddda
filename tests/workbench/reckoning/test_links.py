"""Relations looked up both ways, and rings in them."""

from __future__ import annotations

from tests.workbench.reckoning.making import basis, claim, soldiers
from workbench.model.claim import Claim
from workbench.reckoning.inheritance import inherit
from workbench.reckoning.links import Links, links
from workbench.reckoning.removals import How, remove
from workbench.reckoning.seen import see


def linked(*claims: Claim) -> Links:
    return links(see(x, basis()) for x in claims)


def test_total_and_component_are_one_relation_drawn_from_either_end() -> None:
    found = linked(claim(1, 20, to={"total_of": 2}), claim(2, 12), claim(3, 8, to={"component_of": 1}))
    assert found.parts == {1: {2, 3}}
    assert found.totals == {2: {1}, 3: {1}}


def test_a_part_of_a_total_is_no_mere_subset() -> None:
    both = {"subset_of": 1, "component_of": 1}
    found = linked(claim(1, 20), claim(2, 12, to=both), claim(3, 8, to=both), claim(4, 3, to={"subset_of": 1}))
    assert found.parents == {4: {1}}
    assert found.totals == {2: {1}, 3: {1}}


def test_relations_to_claims_elsewhere_and_to_itself_are_void() -> None:
    assert linked(claim(1, 20, to={"total_of": (1, 99)})).parts == {}


def test_a_ring_leaves_the_earliest_on_top() -> None:
    found = linked(
        claim(1, 20, to={"supersedes": 3}), claim(2, 12, to={"supersedes": 1}), claim(3, 8, to={"supersedes": 2})
    )
    assert found.replaced == {2: {1}, 3: {2}}


def test_sameness_and_disjointness_lead_both_ways() -> None:
    found = linked(
        claim(1, 20, to={"same_as": 2}), claim(2, 20), claim(3, 8, to={"disjoint_from": 1, "additional_to": 2})
    )
    assert found.same == {1: {2}, 2: {1}}
    assert found.apart == {1: {3}, 2: {3}, 3: {1, 2}}


def test_additions_are_led_on_to_what_stands() -> None:
    found = linked(claim(1, 12), claim(2, 15, to={"supersedes": 1}), claim(3, 3, to={"additional_to": 1}))
    assert found.moved({1: 2}).bases == {3: {2}}
    assert found.moved({}) is found


def test_what_relations_take_out_hangs_on_what_stands() -> None:
    told = [
        soldiers(1, 12),
        soldiers(2, 15, to={"supersedes": 1}),
        soldiers(3, 4, to={"subset_of": 2}),
        soldiers(4, 15, to={"same_as": 2}),
        claim(5, 40, to={"summary_of": 2}),
    ]
    seen = [see(x, basis()) for x in told]
    counted = remove(seen, links(seen))
    assert [s.id for s in counted.live] == [2]
    assert {(h.seen.id, h.anchor, h.how) for h in counted.hanging} == {
        (1, 2, How.REPLACED),
        (3, 2, How.SUBSET),
        (4, 2, How.EQUAL),
        (5, 2, How.SUMMARY),
    }


def test_people_are_inherited_through_a_chain_of_additions() -> None:
    told = [soldiers(1, 12), claim(2, 3, to={"additional_to": 1}), claim(3, 2, to={"additional_to": 2})]
    seen = [see(x, basis()) for x in told]
    assert [s.side for s in inherit(seen, links(seen))] == ["government"] * 3


def test_nothing_is_inherited_where_the_sides_differ() -> None:
    told = [soldiers(1, 12), soldiers(2, 3, side="opposition"), claim(3, 2, to={"additional_to": (1, 2)})]
    seen = [see(x, basis()) for x in told]
    assert inherit(seen, links(seen))[2].side is None
