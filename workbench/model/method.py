"""How a case turns claims into figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Method:
    """The number convention and the policy for best; a case has one, with id ``case``."""

    id: str = "case"
    convention: str = "default"
    policy: str = "most_recent"
