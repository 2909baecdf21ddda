"""Ends a self-test that hangs: whoever waits for it gets a sentence and an exit code, whatever a step waits for."""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

#: Seconds that a step may take: longer than the waiting of all in it, on a slow machine under load.
LONGEST = 600
#: Seconds that closing may take, when all has been said.
LAST = 120
#: Seconds after which the process is ended from outside Python: what hangs may hold Python's lock.
_GRACE = 10


@contextmanager
def ended(words: str, say: Callable[[str], None], seconds: float = LONGEST) -> Iterator[None]:
    """Do a step within so many seconds; after them the program says which one it was, and ends with exit code 1."""
    timer = Timer(seconds, _end, (words, say, seconds))
    timer.daemon = True
    timer.start()
    end_soon(seconds + _GRACE)
    try:
        yield
    finally:
        timer.cancel()
        faulthandler.cancel_dump_traceback_later()


def end_soon(seconds: float = LAST) -> None:
    """End the process after so many seconds, with exit code 1 and where it stands on stderr, if it has not ended."""
    # The program of Windows without a console has no stderr.
    where = sys.__stderr__ or os.open(os.devnull, os.O_WRONLY)
    faulthandler.dump_traceback_later(seconds, exit=True, file=where)


def _end(words: str, say: Callable[[str], None], seconds: float) -> None:
    say(f"✗ {seconds:6.2f} s  {words}: this did not end.")
    say("Self-test FAILED.")
    os._exit(1)
