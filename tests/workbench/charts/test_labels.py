from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from workbench.charts.labels import Area, Dot, Wish, leader, place

SHEET: Area = (0.0, 0.0, 400.0, 300.0)


def wish(key: str, x: float, y: float, radius: float = 4.0, width: float = 40.0) -> Wish:
    return Wish(key, Dot(x, y, radius), (width,), 10.0)


def laid(*wishes: Wish, taken: tuple[Area, ...] = ()) -> dict[str, Area]:
    placed = place(wishes, (*taken, *(one.dot.area for one in wishes)), SHEET)
    return {key: label.area for key, label in placed.items()}


def overlap(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_label_alone_stands_right_of_its_dot() -> None:
    [(left, bottom, right, top)] = laid(wish("a", 100, 100)).values()
    assert left > 104
    assert (bottom + top) / 2 == 100
    assert right - left == 40


def test_at_the_edge_it_is_moved_to_the_other_side() -> None:
    [(_, _, right, _)] = laid(wish("a", 390, 100)).values()
    assert right < 386


def test_two_that_collide_are_moved_apart_and_the_first_keeps_its_place() -> None:
    placed = laid(wish("large", 100, 100), wish("small", 112, 100))
    assert set(placed) == {"large", "small"}
    assert not overlap(placed["large"], placed["small"])
    assert placed["large"] != laid(wish("large", 100, 100))["large"]


def test_what_fits_nowhere_is_left_out_the_last_wished_for_first() -> None:
    crowd = [wish(f"{n}", 200, 150, width=80) for n in range(20)]
    placed = laid(*crowd)
    assert "0" in placed
    assert len(placed) < 20
    assert list(placed) == sorted(placed, key=int)


def test_nothing_covers_what_is_taken() -> None:
    bar: Area = (105.0, 90.0, 160.0, 110.0)
    placed = laid(wish("a", 100, 100), taken=(bar,))
    assert not overlap(placed["a"], bar)


@given(
    st.lists(
        st.tuples(st.floats(0, 400), st.floats(0, 300), st.floats(1, 20), st.floats(5, 120)), min_size=1, max_size=40
    )
)
def test_no_label_covers_another_or_a_strange_dot_or_leaves_the_map(
    them: list[tuple[float, float, float, float]],
) -> None:
    wishes = [Wish(str(n), Dot(x, y, r), (w,), 10.0) for n, (x, y, r, w) in enumerate(them)]
    placed = laid(*wishes)
    assert not any(overlap(one, other) for one, other in combinations(placed.values(), 2))
    for one in wishes:
        for key, area in placed.items():
            if one.dot.area != wishes[int(key)].dot.area:
                assert not overlap(area, one.dot.area)
    assert all(a[0] >= 0 and a[1] >= 0 and a[2] <= 400 and a[3] <= 300 for a in placed.values())


def test_a_label_away_from_its_dot_has_a_line_that_crosses_no_label() -> None:
    crowd = [wish("big", 200, 150, radius=30.0), wish("in it", 200, 150, radius=5.0), wish("beside", 240, 150)]
    placed = laid(*crowd)
    assert set(placed) == {"big", "in it", "beside"}
    line = leader(crowd[1].dot, placed["in it"])
    assert line is not None
    (x0, y0), (x1, y1) = line
    for n in range(1, 20):
        x, y = x0 + (x1 - x0) * n / 20, y0 + (y1 - y0) * n / 20
        for key in ("big", "beside"):
            left, bottom, right, top = placed[key]
            assert not (left < x < right and bottom < y < top)


def test_shorter_words_are_taken_where_the_longer_find_no_room() -> None:
    narrow: Area = (0.0, 0.0, 60.0, 20.0)
    dot = Dot(5.0, 10.0, 3.0)
    [label] = place([Wish("a", dot, (90.0, 40.0), 10.0)], [dot.area], narrow).values()
    assert (label.wording, label.line) == (1, None)
    assert label.areas == [label.area]


def test_a_label_beside_its_dot_needs_no_line() -> None:
    one = wish("a", 100, 100)
    assert leader(one.dot, laid(one)["a"]) is None
