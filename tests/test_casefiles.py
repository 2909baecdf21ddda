"""One real case file of every schema that was ever shipped opens, and is what its journal says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workbench import acts
from workbench.case import Case
from workbench.casefile.schema import VERSION

SHIPPED = sorted((ROOT / "tests" / "casefiles").glob("schema-*.case"))


def test_every_schema_has_its_file() -> None:
    numbers = [int(re.findall(r"\d+", path.stem)[0]) for path in SHIPPED]
    assert numbers == list(range(1, VERSION + 1))


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_case_opens_and_takes_corrections(shipped: Path, tmp_path: Path) -> None:
    path = tmp_path / shipped.name
    shutil.copyfile(shipped, path)
    case = Case.open(path, "Ben")
    assert case.consistent()
    for article in case.articles():
        text = case.text(article.id)
        assert all(mention.span.of(text) == mention.text for mention in case.mentions(article.id))
        assert all(c.number is None or c.number.of(text) == c.number_text for c in case.claims(article.id))
    open_claim = next(claim for claim in case.claims() if claim.status == "proposed")
    case.apply(acts.accept(open_claim))
    case.undo()
    assert case.claim(open_claim.id) == open_claim
    assert case.redo_about() is not None
    case.close()
