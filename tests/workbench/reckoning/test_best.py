"""Which of several origins' numbers becomes best, by each policy."""

from __future__ import annotations

import pytest

from tests.workbench.reckoning.making import numbers, reckoned, soldiers
from workbench.model.assessment import Credibility, Reliability
from workbench.model.claim import Claim
from workbench.model.figure import Figure
from workbench.reckoning.best import POLICIES
from workbench.reckoning.judged import Judged

DAYS = {1: 0, 2: 1, 3: 2}


def one(*claims: Claim, policy: str, judged: Judged | None = None) -> Figure:
    (figure,) = reckoned(*claims, policy=policy, days=DAYS, judged=judged).figures
    return figure


def accounts(*origins: str) -> list[Claim]:
    """Return a claim of each origin, 10 of the first, 20 of the second, …, a day apart."""
    return [soldiers(n, 10 * n, article_id=n, origin=origin) for n, origin in enumerate(origins, 1)]


@pytest.mark.parametrize(
    ("grades", "best"),
    [
        ({}, 20),
        ({"sohr": "B"}, 10),
        ({"sohr": "B", "un": "A"}, 20),
        ({"sohr": "D"}, 20),
        ({"sohr": "C"}, 20),
        ({"un": "E", "sohr": "D"}, 10),
        ({"un": "F", "sohr": "B"}, 10),
        ({"un": "D"}, 10),
    ],
)
def test_the_better_graded_source_is_best_and_who_is_not_graded_stands_as_fairly_reliable(
    grades: dict[str, str], best: int
) -> None:
    judged = Judged(reliability={source: Reliability(grade) for source, grade in grades.items()})
    assert numbers(one(*accounts("sohr", "un"), policy="most_reliable", judged=judged)) == (10, best, 20)


def test_a_grade_speaks_before_the_interest_of_a_source() -> None:
    told = [soldiers(1, 10, side=None), soldiers(2, 20, side=None, article_id=2, origin="army_web")]
    assert one(*told, policy="most_reliable").best == 10
    graded = Judged(reliability={"army_web": Reliability.USUALLY})
    assert one(*told, policy="most_reliable", judged=graded).best == 20


@pytest.mark.parametrize(
    ("credibility", "best"),
    [({}, 20), ({"1": "2"}, 10), ({"1": "4"}, 20), ({"2": "5"}, 10), ({"2": "6"}, 20), ({"1": "1", "2": "1"}, 20)],
)
def test_among_equal_sources_the_more_credible_information_is_best(credibility: dict[str, str], best: int) -> None:
    judged = Judged(credibility={claim: Credibility(grade) for claim, grade in credibility.items()})
    assert one(*accounts("sohr", "un"), policy="most_reliable", judged=judged).best == best


def test_grades_bear_on_no_other_policy() -> None:
    judged = Judged(reliability={"sohr": Reliability.COMPLETELY}, credibility={"2": Credibility.IMPROBABLE})
    for policy in POLICIES.keys() - {"most_reliable"}:
        told = accounts("sohr", "un")
        assert one(*told, policy=policy, judged=judged) == one(*told, policy=policy)


def test_by_hand_leaves_best_to_the_analyst_only_where_origins_differ() -> None:
    differing = one(*accounts("sohr", "un"), policy="by_hand")
    assert numbers(differing) == (10, None, 20)
    assert differing.notes == ("origins differ (10, 20), so best is to be set by hand",)
    agreeing = one(soldiers(1, 10), soldiers(2, 10, article_id=2, origin="un"), policy="by_hand")
    assert (numbers(agreeing), agreeing.notes) == ((10, 10, 10), ())
    single = one(soldiers(1, 10), policy="by_hand")
    assert (numbers(single), single.notes) == ((10, 10, 10), ())
