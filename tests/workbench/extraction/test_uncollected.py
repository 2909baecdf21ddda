from __future__ import annotations

import gc

import pytest

from workbench.extraction.uncollected import uncollected


@pytest.mark.parametrize("on", [True, False])
def test_building_leaves_the_search_for_garbage_as_it_was(on: bool) -> None:
    (gc.enable if on else gc.disable)()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is on
    finally:
        gc.enable()


def test_two_at_once_never_leave_the_search_off() -> None:
    gc.enable()  # an article that a test before left being read, in a thread of Qt's pool, may have it off just now
    first, second = uncollected(), uncollected()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    assert gc.isenabled()
