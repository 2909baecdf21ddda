"""What is said of a case that takes no changes names the file, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workbench.casefile.lines import spoil
from workbench.case import Case, verify
from workbench.casefile import sentences
from workbench.casefile.holding import Holder
from workbench.errors import NotACaseFile

PATH = Path("somewhere") / "a.case"


@pytest.mark.parametrize("said", [sentences.gone, sentences.unsure, sentences.another, sentences.uncounted])
def test_each_names_the_file_and_what_to_do(said: Callable[[Path], str]) -> None:
    assert said(PATH).startswith("a.case ")
    assert said(PATH).endswith(".")


def test_who_has_it_and_what_the_system_refused_is_said() -> None:
    assert sentences.held_by(PATH, Holder("Ana")).startswith("Ana has a.case open.")
    assert "(Permission denied)" in sentences.nothing_written(PATH, OSError(13, "Permission denied"))


def test_a_case_that_lost_its_count_opens_takes_no_new_rows_and_is_mended(tmp_path: Path) -> None:
    Case.create(tmp_path / "a.case").close()
    spoil(tmp_path / "a.case", "INSERT OR REPLACE INTO case_info VALUES ('next_id', 'viele')")
    case = Case.open(tmp_path / "a.case")
    assert case.log()
    with pytest.raises(NotACaseFile, match="verify CASE --mend"):
        case.reserve(1)
    case.mend()
    assert case.reserve(1) == 1
    case.close()
    assert verify(tmp_path / "a.case").faults == ()
