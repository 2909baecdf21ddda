"""What an analyst makes of a claim, an incident or a source: the field's grades, each judged apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What is assessed."""

    CLAIM = "claim"
    INCIDENT = "incident"
    SOURCE = "source"


class Reliability(StrEnum):
    """How far a source can be relied on: the letter of the Admiralty code (AJP-2.1)."""

    COMPLETELY = "A"
    USUALLY = "B"
    FAIRLY = "C"
    NOT_USUALLY = "D"
    UNRELIABLE = "E"
    UNKNOWN = "F"


class Credibility(StrEnum):
    """How credible an information is: the number of the Admiralty code (AJP-2.1)."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNKNOWN = "6"


class Grade(StrEnum):
    """How well an incident is borne out, as Airwars grades."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


class Likelihood(StrEnum):
    """How likely something is: the seven terms of ICD 203."""

    ALMOST_NO_CHANCE = "almost_no_chance"
    VERY_UNLIKELY = "very_unlikely"
    UNLIKELY = "unlikely"
    EVEN_CHANCE = "even_chance"
    LIKELY = "likely"
    VERY_LIKELY = "very_likely"
    ALMOST_CERTAIN = "almost_certain"


@dataclass(frozen=True, slots=True)
class Assessment:
    """One assessment; `about_id` is the id of the claim, incident or source as text.

    None is not judged, which is not the same as judged and unknown (F, 6). Who assessed and when is in the journal.
    """

    id: int
    about: About
    about_id: str
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    grade: Grade | None = None
    likelihood: Likelihood | None = None
    note: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is judged and nothing noted."""
        judged = (self.reliability, self.credibility, self.grade, self.likelihood)
        return all(part is None for part in judged) and not self.note.strip()
