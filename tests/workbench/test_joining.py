"""Another case held beside an open one, and what it brings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbench.casefile.conftest import KEY
from tests.workbench.values import TEXT, article, document, findings
from workbench import acts, recording
from workbench.case import Case, verify
from workbench.casefile.cipher import Key
from workbench.errors import NotACaseFile, PassphraseNeeded, WorkbenchError
from workbench.model.claim import Effect
from workbench.model.search import Sought


def made(path: Path, analyst: str, key: Key | None = None, texts: tuple[str, ...] = (TEXT,)) -> Case:
    """Return a new case of these articles, read."""
    case = Case.create(path, analyst, key=key)
    for text in texts:
        one = article(case.reserve(1), text)
        case.apply(acts.import_article(one, document(text)))
        first = case.reserve(recording.size_of(findings()))
        case.apply(recording.record_findings(one, findings(), first, automatic=True))
    return case


def look_at(case: Case, path: Path, key: Key | None = None) -> None:
    with case.joining(path, key):
        """It can be read."""


def test_two_cases_on_one_article_become_one(tmp_path: Path) -> None:
    ana = made(tmp_path / "ana.case", "Ana")
    ben = made(tmp_path / "ben.case", "Ben", texts=(f"{TEXT} Mehr.", TEXT))
    ben.apply(acts.edit_effect(ben.claims(6)[0], Effect.WOUNDED))
    ben.close()
    with ana.joining(tmp_path / "ben.case") as plan:
        assert (plan.shared, plan.questions) == (0, ())
        ana.apply(plan.change({}))
    assert [ana.text(one.id) for one in ana.articles()] == [TEXT, f"{TEXT} Mehr."]
    assert ana.claim(3).effect is Effect.WOUNDED
    assert ana.consistent()
    assert [hit.article.id for hit in ana.search(Sought("Mehr")).hits] == [ana.articles()[1].id]
    path = ana.path
    ana.close()
    assert verify(path).faults == ()
    ana = Case.open(path, "Eva")
    undone = ana.undo()
    assert undone is not None
    assert len(ana.articles()) == 1
    assert ana.consistent()
    ana.redo()
    with ana.joining(tmp_path / "ben.case") as plan:
        assert plan.empty
    ana.close()


def test_a_case_that_another_has_open_is_read_as_it_stands(tmp_path: Path) -> None:
    ana, ben = made(tmp_path / "ana.case", "Ana"), made(tmp_path / "ben.case", "Ben", texts=(f"{TEXT} Mehr.",))
    with ana.joining(tmp_path / "ben.case") as plan:
        ana.apply(plan.change({}))
    assert len(ana.articles()) == 2
    ben.apply(acts.accept(ben.claims()[0]))
    assert ben.consistent()
    with ana.joining(tmp_path / "ben.case") as plan:
        assert [counts.changed for counts in plan.counts({})] == [1]
    ana.close()
    ben.close()


def test_a_case_is_not_joined_with_itself_by_another_name(tmp_path: Path) -> None:
    ana = made(tmp_path / "ana.case", "Ana")
    (tmp_path / "other.case").symlink_to(ana.path)
    with pytest.raises(NotACaseFile, match=r"other\.case is this very case"):
        look_at(ana, tmp_path / "other.case")
    ana.close()


def test_what_was_encrypted_stays_so(tmp_path: Path) -> None:
    made(tmp_path / "ben.case", "Ben", KEY).close()
    plain, kept = (
        made(tmp_path / "ana.case", "Ana"),
        made(tmp_path / "eva.case", "Eva", Key(KEY.salt, KEY.secret[::-1])),
    )
    with pytest.raises(PassphraseNeeded):
        look_at(plain, tmp_path / "ben.case")
    with pytest.raises(WorkbenchError, match=r"ben\.case is encrypted and ana\.case is not: .* Give ana\.case a"):
        look_at(plain, tmp_path / "ben.case", KEY)
    with kept.joining(tmp_path / "ben.case", KEY) as plan:
        assert plan.joined
    with kept.joining(plain.path) as plan:
        assert plan.joined
    plain.close()
    kept.close()
