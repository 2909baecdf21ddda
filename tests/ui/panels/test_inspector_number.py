from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.panels.inspector_number import UnreadableNumber, parse
from workbench.model.claim import Modifier, Quantity
from workbench.reckoning import conventions
from workbench.reckoning.conventions import Conventions, load
from workbench.wording import quantity_words


@pytest.fixture(scope="module")
def table(resources: Path) -> Conventions:
    return load(resources / "conventions" / "vague_numbers.tsv")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("37", conventions.exact(37)),
        (" 1.200 ", conventions.exact(1200)),
        ("14 000", conventions.exact(14000)),
        ("14\u202f000", conventions.exact(14000)),
        ("at least 4", conventions.at_least(4)),
        ("mindestens 4", conventions.at_least(4)),
        ("4+", conventions.at_least(4)),
        ("4 or more", conventions.at_least(4)),
        ("more than 40", conventions.more_than(40)),
        (">40", conventions.more_than(40)),
        ("About 20", conventions.approx(20)),
        ("ca. 20", conventions.approx(20)),
        ("fast 100", conventions.nearly(100)),
        ("gut 40", conventions.slightly_over(40)),
        ("bis zu 40", conventions.up_to(40)),
        ("weniger als 10", conventions.less_than(10)),
        ("30–40", conventions.between(30, 40)),
        ("30-40", conventions.between(30, 40)),
        ("between 30 and 40", conventions.between(30, 40)),
        ("zwischen 30 und 40", conventions.between(30, 40)),
        ("none", conventions.negated()),
        ("0", conventions.exact(0)),
        ("unknown", conventions.none_stated()),
        ("", conventions.none_stated()),
        ("some", conventions.bare_plural()),
    ],
)
def test_numbers_are_read(words: str, wanted: Quantity, table: Conventions) -> None:
    assert parse(words, table) == wanted


@pytest.mark.parametrize(("words", "term"), [("dozens", "dozens"), ("Hunderte", "hundreds"), ("a couple", "couple")])
def test_vague_terms_are_read(words: str, term: str, table: Conventions) -> None:
    assert parse(words, table) == conventions.vague(term, table)
    assert parse(words, table).modifier is Modifier.VAGUE


@pytest.mark.parametrize("words", ["many a man", "37 Tote", "exact", "minus 3", "-3", "3.5", "nearly"])
def test_what_is_no_number_is_said(words: str, table: Conventions) -> None:
    with pytest.raises(UnreadableNumber, match="Write it as 37"):
        parse(words, table)


QUANTITIES = st.one_of(
    st.integers(0, 10**6).map(conventions.exact),
    st.integers(1, 10**6).map(conventions.at_least),
    st.integers(1, 10**6).map(conventions.more_than),
    st.integers(1, 10**6).map(conventions.approx),
    st.integers(1, 10**6).map(conventions.nearly),
    st.integers(1, 10**6).map(conventions.slightly_over),
    st.integers(1, 10**6).map(conventions.up_to),
    st.integers(1, 10**6).map(conventions.less_than),
    st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda pair: conventions.between(*pair)),
    st.sampled_from([conventions.none_stated(), conventions.bare_plural(), conventions.negated()]),
)


@given(QUANTITIES)
def test_what_the_field_shows_is_read_back(table: Conventions, quantity: Quantity) -> None:
    assert parse(quantity_words(quantity), table) == quantity


def test_every_vague_term_is_read_back(table: Conventions) -> None:
    stated = {m.value for m in Modifier} | {"plural", "none"}
    for key in table.keys():  # noqa: SIM118  # Conventions is no mapping
        if key not in stated:
            quantity = conventions.vague(key, table)
            assert parse(quantity_words(quantity), table) == quantity
