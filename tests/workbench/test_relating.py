"""Relations as corrections: drawn, changed, taken away, and refused where they cannot be."""

from __future__ import annotations

import pytest

from tests.workbench.reckoning.making import basis, soldiers
from workbench.changes import Change
from workbench.model.claim import Claim, Relation, RelationType
from workbench.model.mention import Status
from workbench.relating import Drawn, ImpossibleRelation, Relating

R = RelationType


def relating(*claims: Claim) -> Relating:
    return Relating(claims, basis())


def relations(change: Change) -> dict[int, tuple[tuple[str, int], ...]]:
    """What each claim of a change carries after it."""
    after = [edit.after for edit in change.edits]
    return {x.id: tuple((r.type.value, r.to) for r in x.relations) for x in after if isinstance(x, Claim)}


@pytest.mark.parametrize("type_", list(R))
def test_all_eleven_are_drawn_changed_and_taken_away(type_: RelationType) -> None:
    one, two = soldiers(1, 20), soldiers(2, 20)
    drawn = Drawn(1, type_, 2)
    change = relating(one, two).draw(drawn)
    assert relations(change) == {1: ((type_.value, 2),)}
    carrying = change.edits[0].after
    assert isinstance(carrying, Claim)
    assert carrying.status is Status.EDITED
    now = relating(carrying, two)
    for other in R:
        changed = now.change(drawn, Drawn(1, other, 2))
        assert relations(changed) == ({} if other is type_ else {1: ((other.value, 2),)})
    assert relations(now.remove(drawn)) == {1: ()}


def test_several_are_drawn_together_or_not_at_all() -> None:
    known = relating(soldiers(1, 40), soldiers(2, 25), soldiers(3, 45))
    change = known.draw(Drawn(1, R.TOTAL_OF, 2), Drawn(1, R.TOTAL_OF, 3), Drawn(3, R.DISJOINT_FROM, 2))
    assert relations(change) == {1: (("total_of", 2), ("total_of", 3)), 3: (("disjoint_from", 2),)}
    with pytest.raises(ImpossibleRelation, match="45 are more than 40"):
        known.draw(Drawn(2, R.SUBSET_OF, 1), Drawn(3, R.SUBSET_OF, 1))
    with pytest.raises(ImpossibleRelation, match="as well"):
        known.draw(Drawn(2, R.SUBSET_OF, 1), Drawn(2, R.RIVAL_OF, 1))


def test_a_change_keeps_the_place_among_the_others() -> None:
    one = soldiers(1, 20, to={"rival_of": 2, "disjoint_from": 3})
    known = relating(one, soldiers(2, 20, origin="un"), soldiers(3, 5))
    change = known.change(Drawn(1, R.RIVAL_OF, 2), Drawn(1, R.SAME_AS, 2))
    assert change.act == "change_relation"
    assert relations(change) == {1: (("same_as", 2), ("disjoint_from", 3))}


def test_a_relation_is_turned_round() -> None:
    one, two = soldiers(1, 20, to={"subset_of": 2}), soldiers(2, 20)
    change = relating(one, two).change(Drawn(1, R.SUBSET_OF, 2), Drawn(2, R.SUBSET_OF, 1))
    assert relations(change) == {1: (), 2: (("subset_of", 1),)}


def test_what_both_ends_say_goes_from_both() -> None:
    whole, part = soldiers(1, 20, to={"total_of": 2}), soldiers(2, 12, to={"component_of": 1})
    known = relating(whole, part)
    assert relations(known.remove(Drawn(1, R.TOTAL_OF, 2))) == {1: (), 2: ()}
    change = known.change(Drawn(2, R.COMPONENT_OF, 1), Drawn(2, R.SUBSET_OF, 1))
    assert relations(change) == {1: (), 2: (("subset_of", 1),)}


def test_what_cannot_be_is_refused_and_changes_nothing() -> None:
    known = relating(soldiers(1, 21), soldiers(2, 20, to={"rival_of": 1}))
    with pytest.raises(ImpossibleRelation, match="21 are more than 20"):
        known.draw(Drawn(1, R.SUBSET_OF, 2))
    with pytest.raises(ImpossibleRelation, match="21 are more than 20"):
        known.change(Drawn(2, R.RIVAL_OF, 1), Drawn(1, R.SUBSET_OF, 2))
    with pytest.raises(ImpossibleRelation, match="no longer in the case"):
        known.draw(Drawn(7, R.SUBSET_OF, 2))
    assert known.why_not(Drawn(1, R.RIVAL_OF, 2)) == (
        "“20 Soldaten” is a rival account of “21 Soldaten” already, which says the same. There is nothing to draw."
    )


def test_a_relation_to_a_claim_that_has_gone_can_be_taken_away() -> None:
    left = relating(soldiers(1, 20, to={"rival_of": 9}))
    assert left.flaws(Drawn(1, R.RIVAL_OF, 9)) == ()
    assert left.doubts(Drawn(1, R.RIVAL_OF, 9)) == ()
    assert relations(left.remove(Drawn(1, R.RIVAL_OF, 9))) == {1: ()}
    assert left.remove(Drawn(5, R.RIVAL_OF, 9)).edits == ()


def test_flaws_are_what_cannot_be_or_else_what_is_doubtful() -> None:
    one = soldiers(1, 21, incident_id=None, to={"subset_of": 2})
    assert "21 are more than 20" in relating(one, soldiers(2, 20)).flaws(Drawn(1, R.SUBSET_OF, 2))[0]
    assert "belongs to no incident" in relating(one, soldiers(2, 30)).flaws(Drawn(1, R.SUBSET_OF, 2))[0]
    drawn = soldiers(2, 30, relations=(Relation(R.TOTAL_OF, 1),))
    both = relating(soldiers(1, 21, to={"component_of": 2}), drawn)
    assert both.flaws(Drawn(1, R.COMPONENT_OF, 2)) == both.flaws(Drawn(2, R.TOTAL_OF, 1)) == ()
