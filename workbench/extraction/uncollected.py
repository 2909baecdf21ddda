"""Reading without looking for garbage: what is made stays, and next to nothing of it goes in circles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: a search through all that lists and lexicons hold takes a good part of the time.

    Where several threads read at once, the first to begin turns the search on again.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
