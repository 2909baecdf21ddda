"""What an assessment says, and when it says nothing."""

from __future__ import annotations

import pytest

from workbench.model.assessment import About, Assessment, Credibility, Grade, Likelihood, Reliability


def test_an_assessment_without_a_judgement_or_a_note_is_empty() -> None:
    assert Assessment(1, About.CLAIM, "3").empty
    assert Assessment(1, About.CLAIM, "3", note="  \n").empty


@pytest.mark.parametrize(
    "judged",
    [
        Assessment(1, About.SOURCE, "sohr", reliability=Reliability.UNKNOWN),
        Assessment(1, About.CLAIM, "3", credibility=Credibility.UNKNOWN),
        Assessment(1, About.INCIDENT, "3", grade=Grade.DISCOUNTED),
        Assessment(1, About.INCIDENT, "3", likelihood=Likelihood.ALMOST_NO_CHANCE),
        Assessment(1, About.CLAIM, "3", note="seen on video"),
    ],
)
def test_judged_and_unknown_is_not_the_same_as_not_judged(judged: Assessment) -> None:
    assert not judged.empty


def test_the_scales_have_as_many_steps_as_the_field_s() -> None:
    assert [step.value for step in Reliability] == list("ABCDEF")
    assert [step.value for step in Credibility] == list("123456")
    assert (len(Grade), len(Likelihood)) == (5, 7)
