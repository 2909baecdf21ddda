from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.values import article, claim, document, mention
from workbench.changes import KINDS, Change, Edit, adding, kind_of, removing
from workbench.model.method import Method


def test_an_inverse_swaps_each_edit_and_turns_their_order() -> None:
    change = Change("accept", (Edit(None, claim(1)), Edit(claim(2), claim(2, 5))))
    assert change.inverse.edits == (Edit(claim(2, 5), claim(2)), Edit(claim(1), None))
    assert change.inverse.inverse == change


def test_an_inverse_takes_no_document_away() -> None:
    change = Change("import", adding([article()]), documents=(document(),))
    assert change.inverse.documents == ()


def test_who_asked_is_no_part_of_what_changed() -> None:
    change = Change("accept", adding([claim()]))
    assert replace(change, asker="reader") == change


def test_it_knows_the_articles_and_kinds_it_touches() -> None:
    change = Change("x", (*adding([article(7)]), *removing([mention(3, article_id=8)]), Edit(None, Method())))
    assert change.articles() == {7, 8}
    assert change.touches("mention")
    assert not change.touches("claim")


def test_an_edit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        _ = Edit(None, None).value


def test_every_kind_is_named_once() -> None:
    assert [kind_of(value) for value in (article(), claim(), mention(), Method())] == [
        "article",
        "claim",
        "mention",
        "method",
    ]
    assert len(set(KINDS.values())) == len(KINDS)
