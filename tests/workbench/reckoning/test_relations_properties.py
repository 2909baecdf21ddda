"""What holds of relations among any claims whatever."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.reckoning.drawing import DAYS, claims
from tests.workbench.reckoning.making import basis, reckoned
from workbench.model.claim import Claim, Relation, RelationType
from workbench.reckoning.impossible import mirrored, why_impossible
from workbench.relating import Drawn, ImpossibleRelation, Relating

RELATIONS = st.builds(Drawn, st.integers(1, 7), st.sampled_from(list(RelationType)), st.integers(1, 7))


def turned(drawn: list[Claim]) -> list[Claim]:
    """Every relation that can be told from the other end, told from there."""
    carried: dict[int, list[Relation]] = {x.id: [] for x in drawn}
    for x in drawn:
        for relation in x.relations:
            mirror = mirrored(relation.type)
            if mirror is None or relation.to not in carried:
                carried[x.id].append(relation)
            else:
                carried[relation.to].append(Relation(mirror, x.id))
    return [replace(x, relations=tuple(carried[x.id])) for x in drawn]


@given(claims())
def test_it_does_not_matter_from_which_end_a_relation_is_drawn(drawn: list[Claim]) -> None:
    assert reckoned(*turned(drawn), days=DAYS) == reckoned(*drawn, days=DAYS)


@given(claims(), RELATIONS)
def test_drawn_and_taken_away_again_leaves_every_figure(drawn: list[Claim], wanted: Drawn) -> None:
    relating = Relating(drawn, basis())
    why = relating.why_not(wanted)
    if why is not None:
        assert why.endswith(".")
        with pytest.raises(ImpossibleRelation):
            relating.draw(wanted)
        return
    change = relating.draw(wanted)
    after = {x.id: x for x in drawn} | {e.after.id: e.after for e in change.edits if isinstance(e.after, Claim)}
    removed = Relating(after.values(), basis()).remove(wanted)
    back = after | {e.after.id: e.after for e in removed.edits if isinstance(e.after, Claim)}
    assert [x.relations for x in back.values()] == [x.relations for x in drawn]
    assert reckoned(*back.values(), days=DAYS).figures == reckoned(*drawn, days=DAYS).figures


@given(claims(), st.lists(RELATIONS, max_size=12))
def test_what_is_drawn_one_by_one_never_closes_a_ring(drawn: list[Claim], wanted: list[Drawn]) -> None:
    """Nor is anything that was possible found impossible once it is drawn."""
    known = {x.id: replace(x, relations=()) for x in drawn}
    for one in wanted:
        if one.one in known and why_impossible(known[one.one], one.relation, known, basis()) is None:
            claim = known[one.one]
            known[one.one] = replace(claim, relations=(*claim.relations, one.relation))
    relating = Relating(known.values(), basis())
    for x in known.values():
        for relation in x.relations:
            again = Drawn(x.id, relation.type, relation.to)
            assert relating.why_not(again, instead=again) is None
