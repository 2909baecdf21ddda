"""A case as it stood after each of its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbench.casefile.conftest import KEY
from tests.workbench.casefile.killing import make
from tests.workbench.casefile.lines import spoil
from tests.workbench.values import TEXT, article, document
from workbench import acts
from workbench.case import Case, as_it_stood, cipher, verify
from workbench.errors import CaseNotWritable, NotACaseFile


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Return a case of some lines in which something came, was corrected, taken back and removed."""
    make(tmp_path / "a.case")
    return Case.open(tmp_path / "a.case", "Ana")


def test_each_line_leaves_the_case_as_it_stood_then(case: Case, tmp_path: Path) -> None:
    stood = {case.log(limit=1)[0].number: (case.rows(), case.holding("Soldaten"))}

    def note() -> None:
        found = case.holding("Soldaten")
        stood[case.log(limit=1)[0].number] = (case.rows(), found)

    text = f"{TEXT} Am Morgen."
    taken = article(case.reserve(1), text)
    for act in (
        lambda: case.apply(acts.accept(case.claims()[0])),
        case.undo,
        lambda: case.apply(acts.import_article(taken, document(text))),
        lambda: case.apply(acts.edit_details(case.article(taken.id), title="Anders", outlet="", published=None)),
        lambda: case.apply(acts.remove_article(case.article(taken.id), [])),
        case.undo,
    ):
        act()
        note()
    for number, (rows, found) in stood.items():
        target = tmp_path / f"{number}.case"
        as_it_stood(case.path, number, target)
        assert verify(target).faults == ()
        then = Case.open_reading(target, refusal="so it stood")
        assert then.rows() == rows
        assert then.holding("Soldaten") == found
        assert [line.hash for line in then.log()] == [line.hash for line in case.log() if line.number <= number]
        with pytest.raises(CaseNotWritable, match="so it stood"):
            then.undo()
        then.close()
    case.close()


def test_a_line_that_cannot_be_taken_back_is_told(case: Case, tmp_path: Path) -> None:
    case.apply(acts.accept(case.claims()[0]))
    case.close()
    spoil(case.path, "UPDATE journal SET edits = '[[7]]' WHERE number = (SELECT max(number) FROM journal)")
    with pytest.raises(NotACaseFile, match="line of the journal is damaged"):
        as_it_stood(case.path, 1, tmp_path / "then.case")


def test_a_folder_that_takes_no_copy_is_told(case: Case, tmp_path: Path) -> None:
    with pytest.raises(CaseNotWritable, match=r"a\.case could not be copied to .*nowhere"):
        as_it_stood(case.path, 1, tmp_path / "nowhere" / "then.case")
    case.close()


def test_what_is_encrypted_stays_so(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "a.case", "Ana", key=KEY)
    case.apply(acts.import_article(article(case.reserve(1)), document()))
    target = tmp_path / "then.case"
    as_it_stood(case.path, 1, target, KEY)
    case.close()
    assert cipher.is_encrypted(target)
    then = Case.open_reading(target, key=KEY)
    assert len(then.log()) == 1
    assert then.articles() == []
    then.close()
