"""How a case turns claims into figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Method:
    """The number convention and the policy for best; a case has one, with id ``case``.

    `conflict` is the id of the conflict whose sides the case took over, empty where it took none.
    """

    id: str = "case"
    convention: str = "default"
    policy: str = "most_recent"
    conflict: str = ""
