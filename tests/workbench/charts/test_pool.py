from __future__ import annotations

from workbench.charts.pool import Pool


class Thing:
    """Something that can be hidden."""

    def __init__(self) -> None:
        self.visible = False

    def set_visible(self, b: bool) -> None:
        self.visible = b


def test_what_is_there_is_used_again_and_the_rest_is_hidden() -> None:
    pool = Pool(Thing)
    first, second = pool.take(), pool.take()
    assert (first.visible, second.visible) == (True, True)
    pool.restart()
    assert pool.take() is first
    pool.hide_rest()
    assert (first.visible, second.visible) == (True, False)
    assert list(pool.used) == [first]


def test_more_is_made_where_what_is_there_does_not_suffice() -> None:
    pool = Pool(Thing)
    assert len({id(pool.take()) for _ in range(3)}) == 3
    pool.restart()
    assert not list(pool.used)
