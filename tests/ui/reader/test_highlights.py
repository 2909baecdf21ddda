from hypothesis import given
from hypothesis import strategies as st

from tests.ui.reader.rows import claim, mention
from ui.reader.highlights import Highlights, lanes, paragraph_starts
from ui.reader.offsets import Offsets
from workbench.model.claim import Claim, Effect, Modifier, Quantity
from workbench.model.mention import Label, Mention, Status
from workbench.model.span import Span

TEXT = "Die HTS 😀 meldet:\r\n37 Mitglieder, darunter vier Offiziere, getötet.\nUnd 16 Verbündete der HTS."
RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=25).map(
    lambda pairs: sorted(((start, start + length) for start, length in pairs), key=lambda r: (r[0], -r[1]))
)


def highlights(*rows: Mention | Claim) -> Highlights:
    return Highlights(Offsets(TEXT), rows)


@given(RANGES)
def test_overlapping_bands_never_share_a_lane(ranges: list[tuple[int, int]]) -> None:
    found = lanes(ranges)
    for i, (start, end) in enumerate(ranges):
        for j in range(i):
            if start < ranges[j][1] and ranges[j][0] < end:
                assert found[i] != found[j]


@given(RANGES)
def test_lanes_are_as_few_as_bands_lie_over_one_place(ranges: list[tuple[int, int]]) -> None:
    deepest = max((sum(s <= at < e for s, e in ranges) for at in range(100)), default=0)
    assert max(lanes(ranges), default=-1) + 1 == deepest


def test_what_is_enclosed_lies_nearest_to_the_text() -> None:
    assert lanes([(0, 30), (5, 10), (12, 20), (40, 50)]) == [1, 0, 0, 0]


def test_each_paragraph_knows_its_own() -> None:
    rows: list[Mention | Claim] = [mention(1, TEXT, "HTS")]
    rows += [claim(2, TEXT, "37 Mitglieder", "37"), claim(3, TEXT, "16 Verbündete", "16")]
    found = highlights(*rows)
    assert [[p.mark.key for p in found.in_paragraph(n)] for n in range(3)] == [
        [("mention", 1)],
        [("claim", 2)],
        [("claim", 3)],
    ]
    assert sorted(found.paragraphs()) == [0, 1, 2]


def test_lanes_are_counted_where_they_are_asked_for() -> None:
    rows = [claim(2, TEXT, "37 Mitglieder, darunter vier Offiziere", "37"), claim(3, TEXT, "vier Offiziere", "vier")]
    found, start = highlights(*rows), TEXT.index("37")
    assert found.lanes(0, 0, 10) == 0
    assert found.lanes(1, start, start + 60) == 2
    assert found.lanes(1, start + 60, start + 70) == 0


def test_positions_are_qts() -> None:
    mark = highlights(claim(2, TEXT, "37 Mitglieder", "37")).get(("claim", 2))
    start = TEXT.index("37")  # one more for the second half of 😀, one less for CRLF
    assert mark is not None
    assert (mark.start, mark.end, mark.bold) == (start, start + 13, (start, start + 2))


def test_a_mark_over_two_paragraphs_is_in_both() -> None:
    found = highlights(mention(1, TEXT, "getötet.\nUnd"))
    assert sorted(found.paragraphs()) == [1, 2]
    assert found.in_paragraph(1) == found.in_paragraph(2)


def test_rejected_is_hidden_until_it_is_shown() -> None:
    found = highlights(mention(1, TEXT, "HTS", status=Status.REJECTED))
    assert found.in_paragraph(0) == ()
    found.show_rejected(True)
    assert len(found.in_paragraph(0)) == 1


def test_a_change_tells_the_paragraphs_it_touches() -> None:
    found = highlights(mention(1, TEXT, "HTS"), mention(2, TEXT, "Offiziere", Label.ROLE))
    assert found.put(mention(1, TEXT, "Und")) == {0, 2}
    assert found.drop(("mention", 2)) == {1}
    assert found.drop(("mention", 2)) == set()
    assert [row.id for row in found.rows()] == [1]


def test_the_shortest_mention_is_on_top_and_claims_below() -> None:
    found = highlights(
        claim(3, TEXT, "37 Mitglieder, darunter vier Offiziere", "37"),
        mention(1, TEXT, "darunter vier Offiziere"),
        mention(2, TEXT, "Offiziere", Label.ROLE),
    )
    under = found.at(Offsets(TEXT).to_qt(TEXT.index("Offiziere")))
    assert [mark.key for mark in under] == [("mention", 2), ("mention", 1), ("claim", 3)]
    assert found.at(0) == []


@given(st.lists(st.text(alphabet="aß😀 ", max_size=6), min_size=1, max_size=8))
def test_paragraphs_start_where_qt_starts_them(lines: list[str]) -> None:
    starts = paragraph_starts("\n".join(lines))
    lengths = [len(line.encode("utf-16-le")) // 2 + 1 for line in lines]
    assert starts == [sum(lengths[:n]) for n in range(len(lines))]


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 40)), max_size=12))
def test_any_spans_lie_where_they_were_put(pairs: list[tuple[int, int]]) -> None:
    quantity = Quantity(1, 1, 1, 1, Modifier.EXACT)
    spans = [Span(start, min(start + length, len(TEXT))) for start, length in pairs]
    starts = [*paragraph_starts(Offsets(TEXT).display), 10**6]
    found = highlights(*(Claim(n, 1, Effect.KILLED, quantity, span) for n, span in enumerate(spans)))
    for n in range(len(spans)):
        mark = found.get(("claim", n))
        assert mark is not None
        for paragraph in range(3):
            start, end = starts[paragraph : paragraph + 2]
            touches = mark.start < end and (mark.end > start or mark.start == start)
            assert (mark in [p.mark for p in found.in_paragraph(paragraph)]) == touches
