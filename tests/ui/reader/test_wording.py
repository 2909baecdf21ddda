import pytest

from tests.ui.reader.rows import claim, mention
from ui.reader import wording
from workbench.model.claim import Category, Effect, Modifier, Quantity, RelationType
from workbench.model.mention import Status
from workbench.reckoning import conventions

TEXT = "37 Mitglieder der HTS"


def test_everything_has_words_and_every_effect_a_sign() -> None:
    assert all(wording.effect_words(effect) and wording.SIGNS[effect] for effect in Effect)
    assert all(wording.category_words(category) for category in Category)
    assert all(wording.relation_words(type_) for type_ in RelationType)


@pytest.mark.parametrize(
    ("quantity", "words", "bounds"),
    [
        (conventions.exact(37), "37", ""),
        (conventions.at_least(4), "at least 4", "4 or more"),
        (conventions.nearly(100), "nearly 100", "90–99"),
        (conventions.up_to(40), "up to 40", "up to 40"),
        (conventions.between(30, 40), "30–40", "30–40"),
        (conventions.none_stated(), "unknown", ""),
        (conventions.bare_plural(), "some", "2 or more"),
        (conventions.negated(), "none", ""),
        (Quantity(None, 24, 99, None, Modifier.VAGUE, "dozens"), "dozens", "24–99"),
        (Quantity(None, None, None, None, Modifier.BETWEEN), "unknown", "unknown"),
    ],
)
def test_numbers_in_words(quantity: Quantity, words: str, bounds: str) -> None:
    assert wording.quantity_words(quantity) == words
    assert wording.bounds_words(quantity) == bounds


def test_a_highlight_says_its_label_number_and_status() -> None:
    assert wording.described(mention(1, TEXT, "HTS")) == "Armed group: HTS, proposed"
    accepted = claim(1, TEXT, TEXT, "37", victims_text="Mitglieder der HTS", status=Status.ACCEPTED)
    assert wording.described(accepted) == "Claim: 37 killed, Mitglieder der HTS, accepted"
    assert wording.described(claim(1, TEXT, TEXT, "37")) == "Claim: 37 killed, 37, proposed"
