"""What is drawn once and used again: making an artist costs more than moving it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar


class Shown(Protocol):
    """Whatever can be hidden: an artist, or a plot of them."""

    def set_visible(self, b: bool) -> None:  # noqa: FBT001 - matplotlib's own signature
        """Show or hide it."""


_Shown = TypeVar("_Shown", bound=Shown)


class Pool(Generic[_Shown]):
    """Hands out what it has, and makes more when that does not suffice."""

    def __init__(self, make: Callable[[], _Shown]) -> None:
        self._make = make
        self._all: list[_Shown] = []
        self._used = 0

    @property
    def used(self) -> Sequence[_Shown]:
        """What has been taken since the start."""
        return self._all[: self._used]

    def restart(self) -> None:
        """Take back all that was handed out."""
        self._used = 0

    def take(self) -> _Shown:
        """Return one that nobody has, visible; whatever it was before must be set anew."""
        if self._used == len(self._all):
            self._all.append(self._make())
        one = self._all[self._used]
        self._used += 1
        one.set_visible(True)
        return one

    def hide_rest(self) -> None:
        """Hide what nobody took."""
        for one in self._all[self._used :]:
            one.set_visible(False)
