"""Numbers as analysts type them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.reckoning.making import TABLE
from workbench.model.claim import Modifier, Quantity
from workbench.reckoning import conventions as c
from workbench.reckoning.typed_numbers import UnreadableNumber, parse
from workbench.wording import quantity_words

TERMS = [key for key in TABLE.keys() if key not in {*Modifier, "none", "plural"}]  # noqa: SIM118 - not a mapping


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [
        ("37", c.exact(37)),
        ("0", c.exact(0)),
        (" 1.200 ", c.exact(1200)),
        ("1,200", c.exact(1200)),
        ("14 000", c.exact(14000)),
        ("14\u202f000", c.exact(14000)),
        ("vier", c.exact(4)),
        ("hundert", c.exact(100)),
        ("Dreißig", c.exact(30)),
        ("forty-four", c.exact(44)),
        ("at least 4", c.at_least(4)),
        ("At least four", c.at_least(4)),
        ("mindestens vier", c.at_least(4)),
        ("no fewer than 4", c.at_least(4)),
        ("min. 4", c.at_least(4)),
        ("≥4", c.at_least(4)),
        ("4+", c.at_least(4)),
        ("vier oder mehr", c.at_least(4)),
        ("40 or more", c.at_least(40)),
        ("über 40", c.more_than(40)),
        (">40", c.more_than(40)),
        ("bis zu 40", c.up_to(40)),
        ("<= 40", c.up_to(40)),
        ("weniger als 10", c.less_than(10)),
        ("less than 10", c.less_than(10)),
        ("About 20", c.approx(20)),
        ("some 20", c.approx(20)),
        ("ca. 20", c.approx(20)),
        ("fast 100", c.nearly(100)),
        ("gut 40", c.slightly_over(40)),
        ("slightly over 40", c.slightly_over(40)),
        ("30–40", c.between(30, 40)),
        ("30-40", c.between(30, 40)),
        ("30 bis 40", c.between(30, 40)),
        ("between 30 and 40", c.between(30, 40)),
        ("zwischen dreißig und vierzig", c.between(30, 40)),
        ("forty-four to fifty", c.between(44, 50)),
        ("three or four", c.between(3, 4)),
        ("none", c.negated()),
        ("keine", c.negated()),
        ("some", c.bare_plural()),
        ("unquantified", c.bare_plural()),
        ("", c.none_stated()),
        ("?", c.none_stated()),
        ("unbekannt", c.none_stated()),
        ("Dutzende", c.vague("dozens", TABLE)),
        ("ein Dutzend", c.vague("dozen", TABLE)),
        ("Dutzend", c.vague("dozen", TABLE)),
        ("Hunderte", c.vague("hundreds", TABLE)),
        ("a couple", c.vague("couple", TABLE)),
        ("many", c.vague("many", TABLE)),
    ],
)
def test_what_analysts_type_is_read(typed: str, quantity: Quantity) -> None:
    assert parse(typed, TABLE) == quantity


@pytest.mark.parametrize(
    "typed",
    [
        *("Soldaten", "many a man", "37 Tote", "exact", "N", "at least", "nearly", "about many", "30–", "–30"),
        *("minus 3", "-3", "3.5", "1.5", "someone", "between 30", "9" * 13),
    ],
)
def test_what_is_no_number_is_said(typed: str) -> None:
    with pytest.raises(UnreadableNumber, match="Write it as 37"):
        parse(typed, TABLE)


QUANTITIES = st.one_of(
    st.builds(lambda maker, number: maker(number), st.sampled_from([*c.STATED.values()]), st.integers(0, 10**9)),
    st.builds(c.between, st.integers(0, 10**6), st.integers(0, 10**6)),
    st.builds(lambda key: c.vague(key, TABLE), st.sampled_from(TERMS)),
    st.sampled_from([c.none_stated(), c.bare_plural(), c.negated()]),
)


@given(QUANTITIES)
def test_what_is_shown_is_read_back(quantity: Quantity) -> None:
    assert parse(quantity_words(quantity), TABLE) == quantity


@pytest.mark.parametrize("key", TERMS)
def test_every_vague_term_is_read_back(key: str) -> None:
    quantity = c.vague(key, TABLE)
    assert parse(quantity_words(quantity), TABLE) == quantity


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(typed: str) -> None:
    with suppress(UnreadableNumber):
        assert parse(typed, TABLE).modifier in Modifier
