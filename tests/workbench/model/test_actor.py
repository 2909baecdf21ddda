"""Who stands above an actor."""

from __future__ import annotations

from workbench.model.actor import Actor, lineage, side_of_actor

ACTORS = {
    "army": Actor("army", "Army", "state_force", side="government"),
    "brigade": Actor("brigade", "1st Brigade", "state_force", parent="army"),
    "deserters": Actor("deserters", "Deserters", "rebel", parent="brigade", side="opposition"),
    "lost": Actor("lost", "Lost", "rebel", parent="nobody"),
}


def test_the_nearest_actor_with_a_side_gives_it() -> None:
    assert [side_of_actor(key, ACTORS) for key in ACTORS] == ["government", "government", "opposition", None]
    assert side_of_actor(None, ACTORS) is None


def test_the_line_goes_up_as_far_as_it_is_known() -> None:
    assert lineage("deserters", ACTORS) == ["deserters", "brigade", "army"]
    assert lineage("lost", ACTORS) == ["lost"]
    assert lineage("nobody", ACTORS) == []


def test_a_ring_in_the_register_ends() -> None:
    ring = {"a": Actor("a", "A", "rebel", parent="b"), "b": Actor("b", "B", "rebel", parent="a")}
    assert lineage("a", ring) == ["a", "b"]
    assert side_of_actor("a", ring) is None
