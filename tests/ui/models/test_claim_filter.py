"""Whatever is changed, filtered and sorted, at once or in slices: what is shown is what fits, in its order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.workbench.values import exact
from ui.models import claim_filter
from ui.models.claim_filter import ClaimFilter
from ui.models.claim_table import CLAIM, ClaimTableModel, Column
from ui.session import Session
from workbench import acts
from workbench.changes import Change
from workbench.model.claim import Claim, Effect
from workbench.model.mention import Status

FALLING, RISING = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
Asked = tuple[str, str]


@pytest.fixture
def session(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Session]:
    session, _ = fighting(tmp_path / "a.case", resources)
    yield session
    session.close_case()


def ids(proxy: ClaimFilter) -> list[int]:
    return [proxy.index(row, 0).data(CLAIM).id for row in range(proxy.rowCount())]


def expected(model: ClaimTableModel, asked: Asked, column: int, order: Qt.SortOrder) -> list[int]:
    """Return the claims that fit, in their order."""
    effect, status = asked
    rows = range(model.rowCount())
    claims = {row: model.claim_at(row) for row in rows}
    fits = [row for row in rows if effect in ("", claims[row].effect) and status in ("", claims[row].status)]
    if column >= 0:
        fits.sort(key=lambda row: model.sort_key(row, column), reverse=order is FALLING)
    return [claims[row].id for row in fits]


def changes() -> list[Callable[[Session, Claim, Random], Change]]:
    return [
        lambda _, claim, random: acts.edit_quantity(claim, exact(random.randint(1, 99))),
        lambda _, claim, __: acts.accept(claim),
        lambda _, claim, __: acts.reject(claim),
        lambda _, claim, random: acts.edit_effect(claim, random.choice([Effect.KILLED, Effect.WOUNDED])),
        lambda session, claim, _: acts.remove_article(
            session.article(claim.article_id), session.rows_of(claim.article_id)
        ),
    ]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("long", [False, True], ids=["at once", "in slices"])
def test_what_is_shown_is_what_fits(session: Session, seed: int, long: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_STEP", "_PIECE") if long else ():
        monkeypatch.setattr(claim_filter, name, 4)
    random, model = Random(seed), ClaimTableModel(session)
    proxy = ClaimFilter(model)
    proxy.slices.at_once = proxy.slices.each = 0 if long else 1
    QAbstractItemModelTester(proxy, QAbstractItemModelTester.FailureReportingMode.Fatal)
    asked, column, order = ("", ""), -1, RISING
    for _ in range(40):
        match random.randrange(6):
            case 0:
                asked = random.choice(["", "killed", "wounded"]), random.choice(["", Status.PROPOSED.value])
                proxy.choose(effect=asked[0], status=asked[1])
            case 1:
                column, order = random.choice([-1, Column.NUMBER, Column.EFFECT]), random.choice([RISING, FALLING])
                proxy.sort(column, order)
            case 2:
                session.undo()
            case _ if claims := session.claims():
                session.apply(random.choice(changes())(session, random.choice(claims), random))
        if random.random() < 0.7:
            proxy.slices.finish()
            wanted = expected(model, asked, column, order)
            assert sorted(ids(proxy)) == sorted(wanted) == sorted(expected(ClaimTableModel(session), asked, -1, order))
            assert words(proxy, column) == [word_of(model, id_, column) for id_ in wanted]
    assert [proxy.mapFromSource(proxy.mapToSource(proxy.index(n, 1))).row() for n in range(proxy.rowCount())] == list(
        range(proxy.rowCount())
    )


def words(proxy: ClaimFilter, column: int) -> list[str]:
    return [str(proxy.index(row, max(column, 0)).data()) for row in range(proxy.rowCount())]


def word_of(model: ClaimTableModel, claim: int, column: int) -> str:
    return str(model.index(model.row_of(claim) or 0, max(column, 0)).data())


def test_what_is_chosen_stays_chosen_in_another_order(session: Session) -> None:
    proxy = ClaimFilter(ClaimTableModel(session))
    chosen = QItemSelectionModel(proxy)
    chosen.setCurrentIndex(proxy.index(2, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    claim = proxy.index(2, 0).data(CLAIM)
    proxy.sort(Column.NUMBER, FALLING)
    assert chosen.currentIndex().data(CLAIM) == claim
    session.apply(acts.edit_quantity(claim, exact(1000)))
    assert chosen.currentIndex().row() == 0
    assert chosen.currentIndex().data(CLAIM).id == claim.id


def test_a_long_table_is_shown_as_it_was_until_it_is_arranged(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_filter, "_STEP", 1)
    proxy = ClaimFilter(ClaimTableModel(session))
    proxy.slices.at_once = proxy.slices.each = 0
    before = ids(proxy)
    with qtbot.waitSignal(proxy.arranged):
        proxy.choose(effect="captured")
        assert ids(proxy) == before
    assert len(ids(proxy)) == 1
