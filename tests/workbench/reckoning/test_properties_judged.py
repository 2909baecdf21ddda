"""What holds of judgements, for any claims whatever."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.reckoning.drawing import DAYS, claims, figures
from tests.workbench.reckoning.making import TABLE, numbers, reckoned
from workbench.errors import WorkbenchError
from workbench.model.assessment import Credibility, Reliability
from workbench.model.claim import Claim
from workbench.model.convention import OWN, OwnReading
from workbench.model.override import Override
from workbench.reckoning.best import POLICIES
from workbench.reckoning.differences import differences
from workbench.reckoning.judged import Judged
from workbench.reckoning.samples import read_as, readable_rows, refuse_falling

GRADES = st.builds(
    Judged,
    st.dictionaries(st.sampled_from(["sohr", "un", "army_web", "ministry"]), st.sampled_from(Reliability)),
    st.dictionaries(st.sampled_from([str(n) for n in range(1, 8)]), st.sampled_from(Credibility)),
)
CELLS = st.sampled_from(["-", "=", "N", "N-tenth", "N+tenth", "N-1", "0", "7", "40", "120"])
READINGS = st.builds(OwnReading, st.sampled_from(readable_rows(TABLE)), CELLS, CELLS, CELLS)


@given(claims(), GRADES, st.sampled_from(sorted(POLICIES)))
def test_grades_move_best_alone_and_keep_it_in_its_range(drawn: list[Claim], graded: Judged, policy: str) -> None:
    plain = reckoned(*drawn, policy=policy, days=DAYS).figures
    found = reckoned(*drawn, policy=policy, days=DAYS, judged=graded).figures
    assert [(f.key, f.low, f.high, f.used) for f in found] == [(f.key, f.low, f.high, f.used) for f in plain]
    for f in found:
        present = [n for n in (f.low, f.best, f.high) if n is not None]
        assert present == sorted(present)


@given(claims(), st.sampled_from(sorted(POLICIES)), st.sampled_from((*TABLE.names(), OWN)))
def test_another_method_there_and_back_is_no_difference(drawn: list[Claim], policy: str, convention: str) -> None:
    before = reckoned(*drawn, days=DAYS)
    other = reckoned(*drawn, policy=policy, convention=convention, days=DAYS)
    assert differences(before, reckoned(*drawn, days=DAYS)) == ()
    there, back = differences(before, other), differences(other, before)
    assert {(d.incident, d.side, d.effect, d.before, d.after) for d in there} == {
        (d.incident, d.side, d.effect, d.after, d.before) for d in back
    }


@given(claims(), st.data())
def test_a_figure_set_by_hand_changes_no_other_and_goes_without_a_trace(
    drawn: list[Claim], data: st.DataObject
) -> None:
    before = reckoned(*drawn, days=DAYS)
    if not before.figures:
        return
    chosen = data.draw(st.sampled_from(before.figures))
    override = Override(99, *chosen.key, 3, 4, None, "why")
    after = reckoned(*drawn, days=DAYS, judged=Judged(overrides={chosen.incident: (override,)}))
    by_key = {f.key: f for f in after.figures}
    assert numbers(by_key.pop(chosen.key)) == (3, 4, None)
    assert by_key == {f.key: f for f in before.figures if f.key != chosen.key}
    assert figures(replace(after, figures=tuple(f.reckoned or f for f in after.figures))) == figures(before)
    assert reckoned(*drawn, days=DAYS, judged=Judged()) == before


@given(claims())
def test_an_empty_own_convention_is_the_default(drawn: list[Claim]) -> None:
    assert figures(reckoned(*drawn, convention=OWN, days=DAYS)) == figures(reckoned(*drawn, days=DAYS))


@given(READINGS)
def test_a_reading_that_is_taken_rises_for_its_sample(reading: OwnReading) -> None:
    try:
        refuse_falling(reading, TABLE)
    except WorkbenchError:
        return
    read = read_as(reading, TABLE)
    present = [n for n in (read.low, read.best, read.high) if n is not None]
    assert present == sorted(present)


@given(claims(), st.lists(READINGS, max_size=4))
def test_whatever_is_read_low_best_and_high_stay_in_order(drawn: list[Claim], readings: list[OwnReading]) -> None:
    judged = Judged(readings={reading.id: reading for reading in readings})
    for f in reckoned(*drawn, convention=OWN, days=DAYS, judged=judged).figures:
        present = [n for n in (f.low, f.best, f.high) if n is not None]
        assert present == sorted(present)
