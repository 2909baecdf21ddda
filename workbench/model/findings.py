"""What one reading of an article found."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.model.mention import Mention
from workbench.model.span import Span


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A number of the text that made no claim; `what` says what it is instead (an age, a count of houses)."""

    span: Span
    text: str
    what: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Mentions, claims and incidents with ids local to the article (from 1, each kind apart), `article_id` 0.

    The first incident is the main one. Relations and `incident_id` refer to the local ids. `uncounted` are shown to who
    asks why a number made no claim, and are never stored.
    """

    language: str
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    uncounted: tuple[Uncounted, ...] = ()
