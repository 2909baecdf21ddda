"""What one reading of an article found."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Findings:
    """Mentions, claims and incidents with ids local to the article (from 1, each kind apart), `article_id` 0.

    The first incident is the main one. Relations and `incident_id` refer to the local ids.
    """

    language: str
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
