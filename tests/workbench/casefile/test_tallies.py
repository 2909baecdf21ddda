"""What is counted as it is written is what counting would find."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbench.values import TEXT, article, document, findings, mention
from workbench import acts, recording
from workbench.case import Case, verify
from workbench.casefile import tallies
from workbench.casefile.connection import looked_into
from workbench.model.circumstance import Where


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.case"


def counts(case: Case) -> dict[str, dict[str, int]]:
    return {what: case.tally(what) for what in tallies.COUNTED}


def hold(path: Path) -> list[str]:
    with looked_into(path) as connection:
        return tallies.wrong(connection)


def test_counts_follow_every_change_and_its_undoing(path: Path) -> None:
    case = Case.create(path, "Ana")
    told = [counts(case)]

    def after() -> None:
        told.append(counts(case))
        assert hold(path) == []

    case.apply(acts.import_article(replace(article(case.reserve(1)), outlet="Bote"), document()))
    after()
    taken = case.articles()[0]
    case.apply(recording.record_findings(taken, findings(), case.reserve(9), automatic=True))
    place = replace(mention(case.reserve(1)), actor="army", where=Where("homs", "Homs", 1))
    case.apply(acts.add_values("add_mention", [place]))
    after()
    assert (case.named_actors()["army"], case.named_places()) == (1, {"homs": 1})
    case.apply(acts.reject(place))
    case.apply(acts.reject(case.claims()[0]))
    after()
    assert case.named_places() == {}
    case.apply(acts.edit_details(taken, title="x", outlet="Herald", published=None))
    after()
    assert case.tally("outlet") == {"Herald": 1}
    for _ in range(5):
        case.undo()
        assert hold(path) == []
    assert counts(case) == told[0]
    case.close()


def test_articles_are_counted_by_state_and_language(path: Path) -> None:
    case = Case.create(path, "Ana")
    for number in range(3):
        text = f"{TEXT} {number}"
        case.apply(acts.import_article(article(case.reserve(1), text), document(text)))
    assert case.tally("state") == {"new": 3}
    assert sum(case.tally("language").values()) == 3
    case.close()


def test_verify_tells_of_counts_that_are_wrong(path: Path) -> None:
    case = Case.create(path, "Ana")
    case.apply(acts.import_article(article(case.reserve(1)), document()))
    case.apply(recording.record_findings(case.articles()[0], findings(), case.reserve(9), automatic=True))
    case._store._connection.execute("UPDATE tally SET count = count + 1 WHERE what = 'claim'")  # noqa: SLF001 - damage
    case._store._connection.commit()  # noqa: SLF001 - as above
    case.close()
    assert hold(path) == ["claim"]
    (fault,) = verify(path).faults
    assert fault.startswith("The kept count by claim is not what the rows say.")
