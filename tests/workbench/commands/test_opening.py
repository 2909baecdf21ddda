from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workbench.case import Case
from workbench.commands.opening import looked_at, opened
from workbench.errors import CaseNotWritable


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a case of an older schema."""
    return Path(shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-3.case", tmp_path / "a.case"))


@pytest.mark.parametrize("hold", [opened, looked_at])
def test_a_line_tells_that_a_case_is_brought_up_to_this_version(
    path: Path, hold: Callable[[Path], AbstractContextManager[Case]], capsys: pytest.CaptureFixture[str]
) -> None:
    with hold(path) as case:
        assert case.articles()
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "a.case was made by an older version of this program. It is backed up and brought to this one …\n"
    )
    with hold(path):
        pass
    assert capsys.readouterr() == ("", "")


def test_what_is_only_looked_at_takes_no_changes(path: Path) -> None:
    with looked_at(path) as case:
        assert "opened to be read" in case.refusal


def test_a_case_that_another_has_open_is_not_changed(path: Path) -> None:
    with opened(path), pytest.raises(CaseNotWritable, match="open"), opened(path):
        pass
