from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workbench.case import Case, verify
from workbench.casefile.backups import backups_in, folder_of
from workbench.casefile.connection import is_older
from workbench.casefile.waiting import COPYING, EXAMINING, RAISING, Waiting
from workbench.errors import OlderCase, Stopped


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a case of the first schema."""
    return Path(shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-1.case", tmp_path / "a.case"))


def test_nobody_is_kept_waiting_unasked(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(OlderCase, match="was made by an older version") as raised:
        Case.open(path, waiting=None)
    assert raised.value.path == path
    assert [file.name for file in path.parent.iterdir()] == ["a.case"]
    assert path.read_bytes() == before


def test_who_waits_hears_each_step(path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    Case.open(path, waiting=Waiting(lambda: False, lambda *what: told.append(what))).close()
    assert list(dict.fromkeys(words for words, _, _ in told)) == [COPYING, EXAMINING, RAISING]
    steps = [(done, total) for words, done, total in told if words == RAISING]
    assert [done for done, _ in steps] == list(range(len(steps)))
    assert {total for _, total in steps} == {len(steps)}
    assert not is_older(path)
    Case.open(path, waiting=None).close()


def stopped_at(path: Path, at: int) -> bool:
    """Open a case, and have that stopped the `at`-th time it is asked; return whether it was."""
    asked = count()
    try:
        Case.open(path, waiting=Waiting(lambda: next(asked) >= at)).close()
    except Stopped:
        return True
    return False


def test_wherever_it_is_stopped_the_case_is_as_it_was_and_opens_the_next_time(path: Path) -> None:
    before, at = path.read_bytes(), 0
    while stopped_at(path, at):
        assert is_older(path)
        assert path.read_bytes() == before
        assert not list(folder_of(path).glob("*.part"))
        at += 1
    assert at >= 5
    assert verify(path).faults == ()
    assert len(backups_in(folder_of(path))) == 1
