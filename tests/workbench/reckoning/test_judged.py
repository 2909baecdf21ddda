"""What was judged in a case, as the reckoning takes it."""

from __future__ import annotations

from workbench.model.assessment import About, Assessment, Credibility, Grade, Reliability
from workbench.model.claim import Effect, Scope
from workbench.model.convention import OwnReading
from workbench.model.override import Override
from workbench.reckoning.judged import Judged, judged_in

BY_HAND = [Override(n, n % 2, Scope.EVENT, None, None, Effect.KILLED, 1, 1, 1, "why") for n in (4, 5, 6)]
DOZENS = OwnReading("dozens", "24", "60", "-")


class Told:
    """A case of which nothing but judgements is known."""

    def __init__(self, *assessments: Assessment) -> None:
        self._assessments = list(assessments)

    def assessments(self) -> list[Assessment]:
        return self._assessments

    def overrides(self) -> list[Override]:
        return BY_HAND

    def own_readings(self) -> dict[str, OwnReading]:
        return {"dozens": DOZENS}


def test_grades_go_by_what_they_are_about() -> None:
    judged = judged_in(
        Told(
            Assessment(1, About.SOURCE, "sohr", Reliability.USUALLY, Credibility.CONFIRMED),
            Assessment(2, About.CLAIM, "7", Reliability.USUALLY, Credibility.CONFIRMED),
            Assessment(3, About.INCIDENT, "7", Reliability.USUALLY, Credibility.DOUBTFUL, Grade.FAIR),
            Assessment(8, About.SOURCE, "un", note="not judged yet"),
        )
    )
    assert judged.reliability == {"sohr": Reliability.USUALLY}
    assert judged.credibility == {"7": Credibility.CONFIRMED}


def test_figures_set_by_hand_go_by_their_incident() -> None:
    judged = judged_in(Told())
    assert judged.overrides == {0: (BY_HAND[0], BY_HAND[2]), 1: (BY_HAND[1],)}
    assert judged.readings == {"dozens": DOZENS}


def test_nothing_judged_is_nothing() -> None:
    nothing = Judged()
    assert not any((nothing.reliability, nothing.credibility, nothing.overrides, nothing.readings))
