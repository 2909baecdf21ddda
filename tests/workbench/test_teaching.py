from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbench.values import article, claim, document, mention
from workbench import acts, teaching
from workbench.case import Case
from workbench.changes import Change, Edit, adding
from workbench.model.actor import Actor, Source
from workbench.model.claim import Category, Claim
from workbench.model.mention import Label, Maker, Mention, Status
from workbench.model.span import Span
from workbench.registers import Registers, overlaid
from workbench.teaching import Lesson, Places, taught

ARMY, REBELS = Actor("army", "Army", "state_force", aliases=("Armee",)), Actor("rebels", "Rebels", "rebel")
OTHERS = Actor("others", "Other army", "state_force", aliases=("Armee",))
MEDIA = Source("media", "Media", "ngo")
SHIPPED = Registers({row.id: row for row in (ARMY, REBELS, OTHERS)}, {"media": MEDIA}, {}, shared=frozenset({"armee"}))
CASE = Registers({"army": ARMY, "rebels": REBELS}, {"media": MEDIA}, {})
BRIGADE = "Morgen-Brigade"


def name(id_: int, **others: object) -> Mention:
    return mention(id_, **{"text": BRIGADE, "label": Label.ARMED_GROUP, "span": Span(9, 23), **others})


def people(id_: int, **others: object) -> Claim:
    return replace(claim(id_, victims=Span(0, 23), victims_text=f"Kämpfer der {BRIGADE}"), **others)  # type: ignore[arg-type]  # a claim's fields


def link(before: Mention, actor: str | None) -> Change:
    return acts.link(before, actor)


def teach(change: Change, places: Places, case: Registers = CASE, mentions: list[Mention] | None = None) -> Change:
    lesson = teaching.lesson(change, lambda _article: mentions or [])
    assert lesson is not None
    return taught(lesson, places, case, SHIPPED)


def after(change: Change) -> dict[tuple[str, int | str], object]:
    return {(edit.kind, edit.value.id): edit.after for edit in change.edits}


def test_a_link_goes_over_to_the_same_words_and_to_the_claims_that_count_them() -> None:
    others = [name(2), name(3, actor="army"), name(4, label=Label.ORG), name(5, status=Status.ACCEPTED)]
    others += [name(6, inferred=True), name(7, made_by=Maker.ANALYST)]
    counting = [
        people(10),
        people(11, actor="army"),
        people(12, category=Category.CHILD),
        people(13, side="both"),
        people(14, status=Status.EDITED),
    ]
    change = teach(link(name(1), "rebels"), Places(others, (), counting, [people(15), people(16, origin="media")]))
    assert (change.act, change.about, teaching.count(change)) == ("teach", BRIGADE, (3, 1))
    told = after(change)
    assert told.pop(("mention", 2)) == name(2, actor="rebels", status=Status.EDITED)
    assert told.pop(("claim", 10)) == people(10, actor="rebels", rules=(f"victims: taught, «{BRIGADE}»",))
    assert teaching.is_taught(people(10, rules=(f"victims: taught, «{BRIGADE}»",)))
    assert not teaching.is_taught(people(10, rules=("victims: named, army",)))
    assert told.pop(("claim", 15)) == people(15, origin="rebels", rules=(f"source: taught, «{BRIGADE}»",))
    assert told == {("actor", "rebels"): replace(REBELS, aliases=(BRIGADE,))}
    assert teaching.learns(change)


def test_people_and_source_of_one_claim_follow_together() -> None:
    change = teach(link(name(1), "rebels"), Places((), (), [people(2)], [people(2)]))
    [both] = [row for key, row in after(change).items() if key == ("claim", 2)]
    assert isinstance(both, Claim)
    assert (both.actor, both.origin, len(both.rules)) == ("rebels", "rebels", 2)
    assert [edit.before for edit in change.edits if edit.kind == "claim"] == [people(2)]


def test_a_wrong_link_goes_over_with_its_claims_and_the_name_changes_hands() -> None:
    case = replace(CASE, actors={"army": replace(ARMY, aliases=("Armee", BRIGADE.upper())), "rebels": REBELS})
    places = Places([name(2), name(3, actor="army")], (), [people(10), people(11, actor="army")])
    told = after(teach(link(name(1, actor="army"), "rebels"), places, case))
    assert set(told) == {("mention", 3), ("claim", 11), ("actor", "army"), ("actor", "rebels")}
    assert told["actor", "army"] == ARMY
    told = after(teach(link(name(1, actor="army"), None), places, case))
    assert set(told) == {("mention", 3), ("claim", 11), ("actor", "army")}


@pytest.mark.parametrize(
    ("said", "known"), [("syrischen Armee", "syrische Armee"), ("SYRISCHE Armee", "SYRISCHE Armee"), ("Heere", "Heere")]
)
def test_a_name_changes_hands_whatever_its_endings_are(said: str, known: str) -> None:
    case = replace(CASE, actors={"army": replace(ARMY, aliases=("syrische Armee", "Heerlager")), "rebels": REBELS})
    told = after(teach(link(name(1, text=said, actor="army"), "rebels"), Places(), case))
    assert told["actor", "rebels"] == replace(REBELS, aliases=(known,))
    assert (("actor", "army") in told) is (known != "Heere")


def test_a_shared_name_becomes_the_actors_own() -> None:
    change = teach(link(name(1, text="Armee", label=Label.STATE_FORCE), "army"), Places())
    learnt = after(change)["actor", "army"]
    assert learnt == replace(ARMY, aliases=("Armee", "Armee"))
    case = replace(CASE, actors={**CASE.actors, "army": learnt})
    assert "armee" not in overlaid(SHIPPED, case).shared
    assert overlaid(SHIPPED, case).actors["others"].aliases == ()
    assert not teach(link(name(1, text="Armee", label=Label.STATE_FORCE), "army"), Places(), case).edits


def test_a_label_goes_over_and_a_name_that_is_none_is_forgotten() -> None:
    change = acts.relabel(name(1, text="Armee", actor="army"), Label.ORG)
    others = [name(2, text="Armee", actor="army"), name(3, text="Armee")]
    told = after(teach(change, Places(others, (), [people(9, actor="army")])))
    assert told == {
        ("mention", 2): name(2, text="Armee", label=Label.ORG, status=Status.EDITED),
        ("actor", "army"): replace(ARMY, aliases=()),
    }


def test_a_rejection_goes_over_to_what_was_read_alike_and_teaches_no_name() -> None:
    others = [name(2), name(3, actor="army"), name(4, status=Status.ACCEPTED)]
    change = teach(acts.reject(name(1)), Places(others, (), [people(9)]))
    assert after(change) == {("mention", 2): name(2, status=Status.REJECTED)}
    assert not teaching.learns(change)


@pytest.mark.parametrize("label", [Label.ROLE, Label.GPE, Label.PERSON, Label.NORP, Label.WEAPON])
def test_places_people_and_things_become_no_names_of_actors(label: Label) -> None:
    change = teach(link(name(1, label=label), "rebels"), Places([name(2, label=label)]))
    assert set(after(change)) == {("mention", 2)}


def test_a_claim_teaches_by_the_one_name_among_its_people() -> None:
    change = acts.edit_actor(people(1), "rebels")
    told = after(teach(change, Places([name(2), name(3)], (), [people(4)]), mentions=[name(2)]))
    assert set(told) == {("mention", 2), ("mention", 3), ("claim", 4), ("actor", "rebels")}


def test_a_claim_without_a_name_teaches_its_own_words_only() -> None:
    words = "maskierte Kämpfer"
    change = acts.edit_actor(people(1, victims_text=words), "rebels")
    others = [people(2, victims_text=words), people(3, victims_text=words, actor="army")]
    told = after(teach(change, Places((), others, [people(9)])))
    assert told == {("claim", 2): replace(others[0], actor="rebels", rules=(f"victims: taught, «{words}»",))}


def test_people_of_someone_named_before_are_others_elsewhere() -> None:
    change = acts.edit_actor(people(1, victims_text="Kämpfer der Gruppe"), "rebels")
    assert teaching.lesson(change, lambda _article: [name(2, text="Gruppe", inferred=True)]) is None


def test_a_side_set_for_a_claim_goes_over() -> None:
    change = acts.edit_side(people(1), "government")
    told = after(teach(change, Places((), [people(2), people(3, side="opposition")]), mentions=[name(5)]))
    rule = f"victims: taught, «Kämpfer der {BRIGADE}»"
    assert told == {("claim", 2): people(2, side="government", rules=(rule,))}


@pytest.mark.parametrize(
    "change",
    [
        acts.accept(name(1)),
        acts.reject(people(1)),
        acts.link(name(1, inferred=True), "rebels"),
        acts.link(name(1), None),
        acts.add_mention(1, 1, Span(0, 4), "Drei Soldaten", Label.ORG),
        acts.edit_actor(people(1, victims_text="Soldaten"), "rebels"),
        acts.edit_actor(people(1, victims=None, victims_text=""), "rebels"),
        acts.edit_side(people(1), None),
        Change("link", (Edit(name(1), replace(name(1), actor="a")), Edit(name(2), replace(name(2), actor="a")))),
    ],
)
def test_what_says_nothing_of_words_elsewhere_teaches_nothing(change: Change) -> None:
    assert teaching.lesson(change, lambda _article: []) is None


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case = Case.create(tmp_path / "a.case", "Ana")
    yield case
    case.close()


def fill(case: Case, articles: int) -> None:
    text = f"Kämpfer der {BRIGADE} starben."
    rows: list[Mention | Claim] = []
    for id_ in range(1, articles + 1):
        case.apply(acts.import_article(article(id_, f"{text} {id_}"), document(f"{text} {id_}")))
        words = BRIGADE if id_ % 2 else BRIGADE.upper()
        rows.append(name(100 + id_, article_id=id_, span=Span(12, 26), text=words))
        rows.append(people(200 + id_, article_id=id_, victims=Span(0, 26)))
    case.apply(Change("extract", adding([*CASE.actors.values(), *rows]), automatic=True))


def offered(case: Case, change: Change) -> Change:
    case.apply(change)
    lesson = teaching.lesson(change, case.mentions)
    assert lesson is not None
    return taught(lesson, case.places_of(lesson.words), case.registers(), SHIPPED)


def test_the_others_follow_in_one_line_and_one_undo_takes_all_back(case: Case) -> None:
    fill(case, 5)
    change = offered(case, link(case.mentions(1)[0], "rebels"))
    assert teaching.count(change) == (9, 5)
    before, lines = case.rows(), len(case.log())
    case.apply(change)
    assert len(case.log()) == lines + 1
    assert {m.actor for n in range(1, 6) for m in case.mentions(n)} == {"rebels"}
    assert {c.actor for c in case.claims()} == {"rebels"}
    assert case.actors()["rebels"].aliases == (BRIGADE,)
    assert case.consistent()
    case.undo()
    assert case.rows() == before
    case.redo()
    assert case.actors()["rebels"].aliases == (BRIGADE,)
    assert not taught(Lesson(name(1), name(1, actor="rebels"), BRIGADE), case.places_of(BRIGADE), CASE, SHIPPED).edits


def test_what_an_analyst_decided_otherwise_stays(case: Case) -> None:
    fill(case, 4)
    case.apply(link(case.mentions(3)[0], "army"))
    case.apply(acts.reject(case.mentions(4)[0]))
    change = offered(case, link(case.mentions(1)[0], "rebels"))
    case.apply(change)
    assert [case.mentions(n)[0].actor for n in range(1, 5)] == ["rebels", "rebels", "army", None]


def test_a_lesson_that_was_wrong_is_corrected_by_the_next_one(case: Case) -> None:
    fill(case, 4)
    case.apply(offered(case, link(case.mentions(1)[0], "rebels")))
    case.apply(acts.accept(case.mentions(3)[0]))
    change = offered(case, link(case.mentions(1)[0], "army"))
    case.apply(change)
    assert [case.mentions(n)[0].actor for n in range(1, 5)] == ["army", "army", "rebels", "army"]
    assert {claim.actor for claim in case.claims()} == {"army"}
    assert case.actors()["rebels"].aliases == ()
    assert case.actors()["army"].aliases == ("Armee", BRIGADE)
    case.undo()
    case.undo()
    assert [case.mentions(n)[0].actor for n in range(1, 5)] == ["rebels"] * 4
