"""The dialog that shows what another analyst's case brings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.workbench.merging.copies import Copy, planned
from tests.workbench.values import TEXT, article, document, findings
from ui.dialogs.merge_case import MergeCase
from workbench import acts, recording
from workbench.merging.fields import Take
from workbench.model.article import ReviewState
from workbench.model.claim import Claim, Effect


def of(case: Copy, id_: int) -> Claim:
    found = case.row("claim", id_)
    assert isinstance(found, Claim)
    return found


@pytest.fixture
def cases() -> tuple[Copy, Copy]:
    """Two copies: the effect and the note of a claim differ, and the second has one more article."""
    ana = Copy("ana")
    ana.apply(acts.import_article(replace(article(), state=ReviewState.IN_REVIEW), document()))
    ana.apply(recording.record_findings(article(), findings(), 2, automatic=True))
    ben = ana.copied("ben")
    ana.apply(acts.edit_effect(of(ana, 3), Effect.CAPTURED))
    ana.apply(acts.edit_note(of(ana, 3), "seen"))
    ben.apply(acts.edit_effect(of(ben, 3), Effect.WOUNDED))
    ben.apply(acts.edit_note(of(ben, 3), "doubtful"))
    ben.apply(acts.import_article(article(ben.reserve(), f"{TEXT} Mehr."), document(f"{TEXT} Mehr.")))
    return ana, ben


def shown(qtbot: QtBot, into: Copy, other: Copy) -> MergeCase:
    plan = planned(into, other)
    dialog = MergeCase(plan, plan.agreement())
    qtbot.addWidget(dialog)
    return dialog


def cell(dialog: MergeCase, row: int, column: int) -> str:
    item = dialog.table.item(row, column)
    assert item is not None
    return item.text()


def test_it_says_what_comes_and_what_is_asked(qtbot: QtBot, cases: tuple[Copy, Copy]) -> None:
    dialog = shown(qtbot, *cases)
    assert dialog.told.text().startswith("ben is a copy of this case; both went on after line 3 of the journal.")
    assert "It brings: 1 article new." in dialog.told.text()
    assert dialog.asked.text() == "Both changed 2 things differently; 2 to decide"
    assert [cell(dialog, 0, column) for column in (0, 1)] == ["claim “Drei Soldaten” in “Gefechte”", "effect"]
    assert [cell(dialog, 0, column) for column in (2, 3)] == ["captured  ·  ana", "wounded  ·  ben"]
    hint = dialog.table.item(0, 3)
    assert hint is not None
    assert hint.toolTip().startswith("wounded\nben, 1 Nov 2026")


def test_nothing_is_merged_before_all_is_decided(qtbot: QtBot, cases: tuple[Copy, Copy]) -> None:
    dialog = shown(qtbot, *cases)
    merge = child(dialog, QPushButton, "mergeNow")
    assert not merge.isEnabled()
    effect, note = (dialog.table.cellWidget(row, 4) for row in (0, 1))
    assert [effect.count(), note.count()] == [2, 3]  # type: ignore[attr-defined]  # boxes
    effect.setCurrentIndex(1)  # type: ignore[attr-defined]  # as above
    assert not merge.isEnabled()
    assert dialog.asked.text().endswith("; 1 to decide")
    note.setCurrentIndex(2)  # type: ignore[attr-defined]  # as above
    assert merge.isEnabled()
    with qtbot.waitSignal(dialog.merging) as sent:
        merge.click()
    assert sent.args == [{1: Take.THEIRS, 2: Take.BOTH}]


def test_all_can_be_taken_from_one_side(qtbot: QtBot, cases: tuple[Copy, Copy]) -> None:
    dialog = shown(qtbot, *cases)
    child(dialog, QPushButton, "all_theirs").click()
    assert dialog.answers == {1: Take.THEIRS, 2: Take.THEIRS}
    child(dialog, QPushButton, "all_mine").click()
    assert dialog.answers == {1: Take.MINE, 2: Take.MINE}
    assert dialog.asked.text().endswith("; all is decided")


def test_where_nothing_comes_there_is_nothing_to_merge(qtbot: QtBot, cases: tuple[Copy, Copy]) -> None:
    ana, _ = cases
    dialog = shown(qtbot, ana, ana.copied("again"))
    assert dialog.told.text() == "again holds nothing that is not here already."
    assert not child(dialog, QPushButton, "mergeNow").isEnabled()


def test_the_agreement_stands_below(qtbot: QtBot, cases: tuple[Copy, Copy]) -> None:
    dialog = shown(qtbot, *cases)
    table = dialog.agreement
    told = [[item.text() if (item := table.item(row, n)) else "" for n in range(6)] for row in range(table.rowCount())]
    assert told[3] == ["effect of claims both hold", "1", "0", "0.00", "0.00", "0.00"]
    assert told[5] == ["same low and high", "1", "1", "1.00", "–", "–"]
    with qtbot.waitSignal(dialog.saving):
        child(dialog, QPushButton, "saveAgreement").click()
