from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.models.claim_number import parse
from workbench.model.claim import Modifier, Quantity
from workbench.reckoning import conventions as made
from workbench.reckoning.conventions import Conventions, load
from workbench.wording import quantity_words

ROOT = Path(__file__).resolve().parents[3]
TABLE = load(ROOT / "resources" / "conventions" / "vague_numbers.tsv")


@pytest.fixture
def conventions() -> Conventions:
    return TABLE


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [
        ("37", made.exact(37)),
        ("1.200", made.exact(1200)),
        ("14 000", made.exact(14000)),
        ("1,200", made.exact(1200)),
        ("vier", made.exact(4)),
        ("forty-four", made.exact(44)),
        ("at least 4", made.at_least(4)),
        ("mindestens vier", made.at_least(4)),
        ("≥4", made.at_least(4)),
        ("40+", made.at_least(40)),
        ("40 or more", made.at_least(40)),
        ("über 40", made.more_than(40)),
        ("bis zu 40", made.up_to(40)),
        ("weniger als 10", made.less_than(10)),
        ("rund 300", made.approx(300)),
        ("fast 100", made.nearly(100)),
        ("gut 40", made.slightly_over(40)),
        ("30–40", made.between(30, 40)),
        ("30-40", made.between(30, 40)),
        ("between 30 and 40", made.between(30, 40)),
        ("30 bis 40", made.between(30, 40)),
        ("0", made.negated()),
        ("keine", made.negated()),
        ("some", made.bare_plural()),
        ("unquantified", made.bare_plural()),
        ("", made.none_stated()),
        ("unknown", made.none_stated()),
    ],
)
def test_what_analysts_type_is_read(typed: str, quantity: Quantity, conventions: Conventions) -> None:
    assert parse(typed, conventions) == quantity


@pytest.mark.parametrize(("typed", "term"), [("Dutzende", "dozens"), ("dozens", "dozens"), ("Hunderte", "hundreds")])
def test_vague_words_take_the_tables_bounds(typed: str, term: str, conventions: Conventions) -> None:
    assert parse(typed, conventions) == made.vague(term, conventions)


@pytest.mark.parametrize("typed", ["Soldaten", "at least", "about many", "30–", "N", "exact", "1.5"])
def test_what_is_no_number_is_refused(typed: str, conventions: Conventions) -> None:
    assert parse(typed, conventions) is None


@given(
    st.sampled_from([made.exact, made.at_least, made.more_than, made.up_to, made.less_than, made.approx, made.nearly])
    | st.just(made.slightly_over),
    st.integers(1, 99999),
)
def test_words_are_read_back(maker: type, number: int) -> None:
    quantity = maker(number)
    assert parse(quantity_words(quantity), TABLE) == quantity


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(typed: str) -> None:
    found = parse(typed, TABLE)
    assert found is None or found.modifier in Modifier


@pytest.mark.parametrize("key", [key for key in TABLE.keys() if key not in {*Modifier, "none", "plural"}])  # noqa: SIM118 - not a mapping
def test_every_vague_term_is_read_back(key: str) -> None:
    quantity = made.vague(key, TABLE)
    assert parse(quantity_words(quantity), TABLE) == quantity
