from __future__ import annotations

import pytest

from tests.workbench.values import claim
from workbench.model.claim import Category, Effect, Modifier, Quantity, Relation, RelationType


@pytest.mark.parametrize("category", Category)
def test_every_category_has_a_broad_one_that_is_its_own(category: Category) -> None:
    assert category.broad.broad is category.broad
    assert category.value.startswith(category.broad.value)


def test_related_gives_the_ids_of_one_type_only() -> None:
    found = claim(relations=(Relation(RelationType.SUBSET_OF, 4), Relation(RelationType.RIVAL_OF, 5)))
    assert found.related(RelationType.SUBSET_OF) == (4,)
    assert found.related(RelationType.DENIES) == ()


def test_words_without_a_number_are_unquantified_and_zero_is_not() -> None:
    assert Quantity(None, 2, None, None, Modifier.BARE_PLURAL).unquantified
    assert not Quantity(0, 0, 0, 0, Modifier.NEGATED).unquantified


def test_effects_bear_the_names_of_the_contract() -> None:
    assert Effect("killed_or_wounded") is Effect.KILLED_OR_WOUNDED
