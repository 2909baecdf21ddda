import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.reader.rows import claim, mention, place
from ui.reader import gestures
from workbench.model.claim import Category, Claim, Effect, Modifier, Relation, RelationType
from workbench.model.findings import Findings
from workbench.model.mention import Label, Maker, Mention, Status
from workbench.model.span import Span

TEXT = "Erster Satz. Hay’et Tahrir meldet 1.200 Tote und 16 Verletzte e\u0301. Die HTS-Kämpfer flohen."
ROWS: tuple[Claim, Claim, Mention, Mention] = (
    claim(1, TEXT, "1.200 Tote", "1.200"),
    claim(2, TEXT, "16 Verletzte", "16", 16, effect=Effect.WOUNDED, incident_id=9),
    mention(3, TEXT, "Hay’et Tahrir"),
    mention(4, TEXT, "HTS"),
)


def words(span: Span | None) -> str:
    assert span is not None
    return span.of(TEXT)


def test_claims_are_visited_in_the_order_of_the_text_and_round() -> None:
    one, two = ROWS[:2]
    assert gestures.proposal(ROWS, None, 0, 1) == one
    assert gestures.proposal(ROWS, one, 0, 1) == two
    assert gestures.proposal(ROWS, two, 0, 1) == one
    assert gestures.proposal(ROWS, one, 0, -1) == two
    assert gestures.proposal(ROWS, None, TEXT.index("16"), 1) == two


def test_from_a_mention_mentions_are_visited_and_else_when_no_claim_waits() -> None:
    assert gestures.proposal(ROWS, ROWS[2], 0, 1) == ROWS[3]
    assert gestures.proposal(ROWS[2:], None, 0, 1) == ROWS[2]
    assert gestures.proposal([], None, 0, 1) is None


def test_after_the_last_claim_nothing_is_gone_on_to() -> None:
    assert gestures.after_deciding(ROWS, ROWS[0]) == ROWS[1]
    assert gestures.after_deciding([ROWS[0], *ROWS[2:]], ROWS[0]) is None


def test_decided_rows_are_passed_over() -> None:
    decided = claim(1, TEXT, "1.200 Tote", "1.200", status=Status.ACCEPTED)
    assert gestures.proposal([decided, *ROWS[1:]], None, 0, 1) == ROWS[1]
    assert gestures.proposal([decided, *ROWS[1:]], decided, 0, -1) == ROWS[1]


@pytest.mark.parametrize(
    ("selected", "wanted"),
    [
        ("y’et Tah", "Hay’et Tahrir"),
        (" 1.20", "1.200"),
        ("200 To", "1.200 Tote"),
        (" e\u0301.", "e\u0301"),
        ("HT", "HTS"),
        ("S-K", "HTS-Kämpfer"),
    ],
)
def test_a_selection_snaps_to_words(selected: str, wanted: str) -> None:
    assert words(gestures.snapped(TEXT, place(TEXT, selected))) == wanted


def test_a_selection_without_a_word_is_none() -> None:
    assert gestures.snapped(TEXT, place(TEXT, ". ")) is None


def test_borders_move_by_a_word() -> None:
    span = place(TEXT, "1.200 Tote")
    assert words(gestures.moved_start(TEXT, span, -1)) == "meldet 1.200 Tote"
    assert words(gestures.moved_start(TEXT, span, 1)) == "Tote"
    assert words(gestures.moved_end(TEXT, span, 1)) == "1.200 Tote und"
    assert words(gestures.moved_end(TEXT, span, -1)) == "1.200"
    assert gestures.moved_end(TEXT, place(TEXT, "Tote"), -1) == place(TEXT, "Tote")


def test_a_dragged_border_goes_to_the_nearest_word() -> None:
    span = place(TEXT, "1.200 Tote")
    assert words(gestures.dragged(TEXT, span, "start", TEXT.index("meldet") + 1)) == "meldet 1.200 Tote"
    assert words(gestures.dragged(TEXT, span, "end", TEXT.index(" 16") + 2)).startswith("1.200 Tote und")
    assert gestures.dragged("", Span(0, 0), "end", 4) == Span(0, 0)


@given(st.text(alphabet="ab 1.,\n😀e\u0301-’", max_size=60), st.data())
def test_no_gesture_empties_a_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    span = Span(start, data.draw(st.integers(start + 1, len(text) + 1)))
    at = data.draw(st.integers(0, len(text)))
    for step in (-1, 1):
        for found in (gestures.moved_start(text, span, step), gestures.moved_end(text, span, step)):
            assert found.start < found.end
    for border in ("start", "end"):
        found = gestures.dragged(text, span, border, at)
        assert found.start < found.end
    snapped = gestures.snapped(text, span)
    assert snapped is None or snapped.overlaps(span)


def test_resizing_edits_a_mention_or_a_claims_evidence() -> None:
    change = gestures.resized(ROWS[3], place(TEXT, "HTS-Kämpfer"), TEXT)
    assert change is not None
    assert change.edits[0].after == mention(4, TEXT, "HTS-Kämpfer", status=Status.EDITED)
    change = gestures.resized(ROWS[0], place(TEXT, "meldet 1.200 Tote"), TEXT)
    assert change is not None
    assert change.act == "resize_evidence"
    assert gestures.resized(ROWS[3], ROWS[3].span, TEXT) is None


def test_a_span_that_is_a_mention_gets_the_label() -> None:
    assert gestures.labelled(ROWS, place(TEXT, "HTS"), Label.ORG, TEXT, 1, 50).act == "relabel"
    change = gestures.labelled(ROWS, place(TEXT, "Kämpfer"), Label.ROLE, TEXT, 1, 50)
    assert change.act == "add_mention"
    assert change.about == "Kämpfer"


def test_a_new_claim_is_filled_in_from_its_sentence() -> None:
    asked = []

    def read(sentence: str) -> Findings:
        asked.append(sentence)
        found = claim(1, sentence, "16 Verletzte", "16", 16, relations=(Relation(RelationType.RIVAL_OF, 2),))
        other = claim(2, sentence, "1.200 Tote", "1.200", 1200)
        return Findings("de", (), (found, other), ())

    new = gestures.new_claim(ROWS, place(TEXT, "16 Verletzte"), TEXT, 1, 50, read)
    assert asked == ["Hay’et Tahrir meldet 1.200 Tote und 16 Verletzte e\u0301."]
    assert (new.id, new.article_id, new.incident_id) == (50, 1, 9)
    assert words(new.evidence) == "16 Verletzte"
    assert words(new.number) == "16"
    assert new.relations == ()


def test_without_reading_a_new_claim_has_its_evidence_and_a_number_in_figures() -> None:
    new = gestures.new_claim([], place(TEXT, "1.200 Tote"), TEXT, 1, 50, None)
    assert (new.quantity.value, new.number_text, new.quantity.modifier) == (1200, "1.200", Modifier.EXACT)
    assert new.incident_id is None
    bare = gestures.new_claim([], place(TEXT, "HTS-Kämpfer"), TEXT, 1, 50, lambda _: Findings("de", (), (), ()))
    assert bare.quantity.modifier is Modifier.NONE
    assert bare.made_by is Maker.MACHINE  # acts.add_claim says that it is the analyst's


def test_the_least_sure_comes_first_and_equals_follow_the_text() -> None:
    sure, unsure = mention(3, TEXT, "Hay’et Tahrir", confidence=0.95), mention(4, TEXT, "HTS", confidence=0.5)
    number = mention(5, TEXT, "16", Label.NUMBER)
    rows = [sure, unsure, number]
    assert gestures.proposal(rows, None, 0, 1, least_sure_first=True) == unsure
    assert gestures.proposal(rows, unsure, 0, 1, least_sure_first=True) == sure
    assert gestures.proposal(rows, sure, 0, 1, least_sure_first=True) == number
    assert gestures.proposal(rows, number, 0, 1, least_sure_first=True) == unsure
    assert gestures.proposal(rows, unsure, 0, -1, least_sure_first=True) == number
    assert gestures.after_deciding(rows, unsure, least_sure_first=True) == sure


def test_a_claim_is_as_sure_as_its_least_sure_name_and_unsure_without_a_side() -> None:
    known = claim(1, TEXT, "Hay’et Tahrir meldet 1.200 Tote", "1.200", actor="sy_hts")
    nobody = claim(2, TEXT, "16 Verletzte", "16", 16)
    civilians = claim(6, TEXT, "16 Verletzte", "16", 16, category=Category.CHILD)
    names = [mention(3, TEXT, "Hay’et Tahrir", confidence=0.6), mention(4, TEXT, "HTS", confidence=0.1)]
    rejected = mention(5, TEXT, "Tahrir", confidence=0.2, status=Status.REJECTED)
    sure = gestures.sureness([known, nobody, *names, rejected])
    assert [sure(row) for row in (known, nobody, civilians)] == [0.6, 0.0, 1.0]
    assert [sure(row) for row in names] == [0.6, 0.1]
    assert gestures.proposal([known, nobody, *names], None, 0, 1, least_sure_first=True) == nobody
    assert gestures.after_deciding([known, nobody, *names], nobody, least_sure_first=True) == known
