from __future__ import annotations

import pytest

from workbench.reckoning.origin_keys import article_of, of_article


def test_the_key_of_an_article_leads_back_to_it() -> None:
    assert article_of(of_article(7)) == 7


@pytest.mark.parametrize("origin", ["sohr", "article", "article x", "my article 7", ""])
def test_other_keys_are_no_articles(origin: str) -> None:
    assert article_of(origin) is None
