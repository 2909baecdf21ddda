from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.workbench.values import article, document, exact, findings
from ui import reckonings
from ui.reckonings import Reckonings
from workbench import acts, acts_judged, recording
from workbench.case import Case
from workbench.changes import Change, Edit
from workbench.commands.opening import reckoned
from workbench.model.assessment import About, Assessment, Credibility, Reliability
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim, Modifier, Quantity, Relation, RelationType
from workbench.model.convention import OwnReading
from workbench.model.figure import Figure, Reckoning
from workbench.model.method import Method
from workbench.model.override import Override
from workbench.reckoning.conventions import Conventions, load


@pytest.fixture(scope="module")
def conventions(resources: Path) -> Conventions:
    return load(resources / "conventions" / "vague_numbers.tsv")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case = Case.create(tmp_path / "a.case")
    for number in range(3):
        text = f"Artikel {number}: drei Soldaten wurden getötet, darunter ein Offizier, sagte die Armee."
        taken = article(case.reserve(1), text)
        case.apply(acts.import_article(taken, document(text)))
        case.apply(recording.record_findings(taken, findings(), case.reserve(4)))
    yield case
    case.close()


def from_nothing(case: Case, conventions: Conventions) -> Reckoning:
    return reckoned(case, conventions)


def first(case: Case) -> Claim:
    return case.claims()[0]


def changes(case: Case) -> Iterator[Change]:
    """Yield one change of every sort that figures can hear of."""
    yield acts.edit_quantity(first(case), exact(9))
    yield acts.reject(first(case))
    yield acts.move_claim(first(case), case.incidents()[1].id)
    yield acts.move_claim(first(case), None)
    kept, gone = case.incidents()[1:3]
    yield acts.merge_incidents(kept, gone, case.claims_of(gone.id))
    yield acts.set_method(case.method(), Method(convention="acled", policy="lowest"))
    yield from judgements(case)
    yield acts.edit_details(case.articles()[0], title="x", outlet="y", published=date(2024, 12, 1))
    second, third = case.articles()[1:3]
    yield Change("mark_copy", (Edit(third, replace(third, copy_of=second.id)),))
    yield acts.edit_details(case.article(third.id), title="x", outlet="y", published=date(2024, 11, 1))
    yield acts.remove_article(second, case.rows_of(second.id), [case.article(third.id)])
    yield acts.remove_article(case.articles()[-1], case.rows_of(case.articles()[-1].id))


def judgements(case: Case) -> Iterator[Change]:
    """Yield changes of what an analyst judges, under methods that heed them and others that do not."""
    dozens = Quantity(None, 24, 99, None, Modifier.VAGUE, "dozens")
    yield acts.edit_quantity(first(case), dozens)
    own = OwnReading("dozens", "30", "60", "40")
    yield acts_judged.read_own(None, own, "dozens")
    yield acts.set_method(case.method(), Method(convention="own", policy="most_reliable"))
    yield acts_judged.read_own(own, replace(own, high="50"), "dozens")
    source = Assessment(case.reserve(1), About.SOURCE, "un", Reliability.UNRELIABLE)
    yield acts_judged.assess(None, source, "UN")
    credible = Assessment(case.reserve(1), About.CLAIM, str(first(case).id), credibility=Credibility.IMPROBABLE)
    yield acts_judged.assess(None, credible, "dozens")
    figure = reckoned(case, load(ROOT / "resources" / "conventions" / "vague_numbers.tsv")).figures[0]
    by_hand = Override(case.reserve(1), *figure.key, 1, 2, None, "Counted by name.")
    yield acts_judged.override(None, by_hand, "killed")
    yield acts_judged.override(by_hand, replace(by_hand, best=3), "killed")
    kept, gone = case.incidents()[::-1][0], case.incidents()[0]
    yield acts.merge_incidents(kept, gone, case.claims_of(gone.id))


def test_after_every_change_it_is_as_if_reckoned_from_nothing(case: Case, conventions: Conventions) -> None:
    kept = Reckonings(case, conventions)
    assert kept.whole() == from_nothing(case, conventions)
    for change in changes(case):
        kept.hear(case.apply(change))
        assert kept.whole() == from_nothing(case, conventions), change.act


def test_after_every_change_origins_say_what_they_say_from_nothing(case: Case, conventions: Conventions) -> None:
    kept = Reckonings(case, conventions)
    incident = first(case).incident_id or 0
    for change in changes(case):
        assert kept.voices(incident) == Reckonings(case, conventions).voices(incident), change.act
        kept.hear(case.apply(change))
    assert kept.voices(incident) == Reckonings(case, conventions).voices(incident)


def test_one_incident_is_reckoned_without_the_others(
    case: Case, conventions: Conventions, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Reckonings(case, conventions)
    incident = case.incidents()[0].id
    for whole in ("claims", "incidents", "articles"):
        monkeypatch.setattr(case, whole, lambda: pytest.fail("read the whole case"))
    (figure,) = kept.of_incident(incident).figures
    assert (figure.incident, figure.best) == (incident, 3)
    assert kept.of_incident(None) == Reckoning((), ())


def test_only_what_a_change_bears_on_is_reckoned_anew(case: Case, conventions: Conventions) -> None:
    kept = Reckonings(case, conventions)
    before = {i.id: kept.of_incident(i.id) for i in case.incidents()}
    whole = kept.whole()
    target = first(case)
    kept.hear(case.apply(acts.reject(target)))
    after = {i.id: kept.of_incident(i.id) for i in case.incidents()}
    assert {i for i in before if before[i] is not after[i]} == {target.incident_id}
    assert kept.whole() is not whole
    assert kept.whole() is kept.whole()


def test_nothing_is_read_of_the_whole_case_after_a_change(
    case: Case, conventions: Conventions, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Reckonings(case, conventions)
    target = first(case)
    kept.of_incident(target.incident_id)
    for whole in ("claims", "incidents", "articles"):
        monkeypatch.setattr(case, whole, lambda *_: pytest.fail("read the whole case"))
    begun = acts.with_review_begun(acts.edit_quantity(target, exact(9)), case.article(target.article_id))
    kept.hear(case.apply(begun))
    (figure,) = kept.of_incident(target.incident_id).figures
    assert figure.best == 9


def test_incidents_that_come_and_go_while_they_are_read_are_known(
    case: Case, conventions: Conventions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reckonings, "_PIECE", 1)
    for after in range(4):
        kept = Reckonings(case, conventions)
        for number, _ in enumerate(kept.read_incidents()):
            if number == after:
                one, other = case.incidents()[:2]
                kept.hear(case.apply(acts.merge_incidents(one, other, case.claims_of(other.id))))
        assert list(kept.incidents.values()) == case.incidents()
        undone = case.undo()
        assert undone is not None
        kept.hear(undone)
        assert list(kept.incidents.values()) == case.incidents()


def test_what_is_judged_forgets_only_what_it_bears_on(case: Case, conventions: Conventions) -> None:
    kept = Reckonings(case, conventions)
    before = {i.id: kept.of_incident(i.id) for i in case.incidents()}
    source = Assessment(case.reserve(1), About.SOURCE, "un", Reliability.UNRELIABLE)
    kept.hear(case.apply(acts_judged.assess(None, source, "UN")))
    kept.hear(case.apply(acts_judged.read_own(None, OwnReading("dozens", "30", "60", "40"), "dozens")))
    assert all(kept.of_incident(id_) is reckoning for id_, reckoning in before.items())
    (figure,) = before[case.incidents()[0].id].figures
    by_hand = Override(case.reserve(1), *figure.key, 1, 2, None, "Counted by name.")
    kept.hear(case.apply(acts_judged.override(None, by_hand, "killed")))
    assert {id_ for id_ in before if kept.of_incident(id_) is not before[id_]} == {figure.incident}


def test_another_day_changes_which_number_is_the_later_one(case: Case, conventions: Conventions) -> None:
    one, other = case.incidents()[:2]
    case.apply(acts.merge_incidents(one, other, case.claims_of(other.id)))
    for claim, origin, number in zip(case.claims_of(one.id)[::2], ("sohr", "un"), (23, 17), strict=True):
        case.apply(acts.edit_quantity(claim, exact(number)))
        case.apply(acts.edit_origin(case.claim(claim.id), origin))
    kept = Reckonings(case, conventions)
    for day in (date(2024, 12, 1), date(2024, 11, 1)):
        first_article = case.articles()[0]
        kept.hear(case.apply(acts.edit_details(first_article, title="t", outlet="o", published=day)))
        assert kept.whole() == from_nothing(case, conventions)
        assert kept.of_incident(one.id).figures[0].best == (23 if day.month == 12 else 17)


def test_a_week_hears_of_a_correction_inside_it(case: Case, conventions: Conventions) -> None:
    """What is told as a whole loses what another incident tells, whichever of them is corrected."""
    week, event = case.incidents()[:2]
    days = When(date(2024, 11, 18), date(2024, 11, 24), 3), When(date(2024, 11, 19), date(2024, 11, 19), 1)
    places = Where("province", "Province", 4), Where("town", "Town", 1)
    for incident, when, where in zip((week, event), days, places, strict=True):
        case.apply(Change("date", (Edit(incident, replace(incident, when=when, where=where)),)))
    whole, part = case.claims_of(week.id)[0], case.claims_of(event.id)[0]
    kept = Reckonings(case, conventions, lambda place: ("province",) if place == "town" else ())
    case.apply(acts.edit_quantity(whole, exact(50)))
    for number, left in ((20, 30), (30, 20), (50, None)):
        change = acts.edit_quantity(case.claim(part.id), exact(number))
        case.apply(change)
        kept.hear(change)
        figures = kept.of_incident(week.id).figures
        assert next((f.low for f in figures if whole.id in f.used), None) == left
        assert kept.whole().figures == (
            *figures,
            *kept.of_incident(event.id).figures,
            *_others(kept, week.id, event.id),
        )


def _others(kept: Reckonings, *but: int) -> list[Figure]:
    return [f for f in kept.whole().figures if f.incident not in but]


def test_a_change_is_tried_without_being_carried_out(case: Case, conventions: Conventions) -> None:
    claim = first(case)
    kept = Reckonings(case, conventions)
    before = kept.whole()
    tried = kept.tried(acts.edit_quantity(claim, exact(9)))
    assert [(d.incident, d.after) for d in tried] == [(claim.incident_id, "9")]
    assert kept.tried(Change("nothing", ())) == ()
    assert kept.whole() is before
    assert case.claim(claim.id) == claim


def test_a_part_drawn_to_another_incident_is_tried_with_both(case: Case, conventions: Conventions) -> None:
    whole, part = (case.claims_of(incident.id)[0] for incident in case.incidents()[:2])
    case.apply(acts.edit_quantity(whole, exact(50)))
    change = acts.edit_relations("relate", [(part, (Relation(RelationType.COMPONENT_OF, whole.id),))])
    (told,) = Reckonings(case, conventions).tried(change)
    assert (told.incident, told.before, told.after) == (whole.incident_id, "50", "47")
