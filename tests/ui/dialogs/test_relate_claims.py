"""Relations drawn with what comes of them told beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from ui.dialogs.relate_claims import RelateClaims
from ui.models.ties import KINDS
from ui.session import Session
from workbench import acts
from workbench.model.claim import Claim, Relation, RelationType

R = RelationType


class Case:
    """A case of fighting, and dialogs on its claims by their number's words."""

    def __init__(self, session: Session, claims: dict[str, Claim], qtbot: QtBot) -> None:
        self.session, self.claims, self._qtbot = session, claims, qtbot

    def dialog(self, *words: str) -> RelateClaims:
        dialog = RelateClaims(self.session, [self.claims[w].id for w in words])
        self._qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    def now(self, words: str) -> Claim:
        return self.session.claim(self.claims[words].id)


@pytest.fixture
def case(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Case]:
    session, claims = fighting(tmp_path / "a.case", resources)
    yield Case(session, claims, qtbot)
    session.close_case()


def be(dialog: RelateClaims, words: str) -> None:
    """Choose what the claim is."""
    dialog.kinds.setCurrentRow([kind.words for kind in KINDS].index(words))


def told(dialog: RelateClaims) -> list[str]:
    return dialog.verdict.text().splitlines()


def test_the_claims_asked_for_are_offered_first_and_chosen(case: Case) -> None:
    dialog = case.dialog("44", "16", "Dutzenden")
    assert [dialog.one.itemText(n).split(" · ")[0] for n in range(dialog.one.count())] == [
        "«44 Kämpfer der HTS»",
        "«16 Verbündete»",
        "«Dutzenden getöteten Kämpfern»",
    ]
    chosen = [item.toolTip() for item in dialog.others.selectedItems()]
    assert [words.split(" · ")[0] for words in chosen] == ["«16 Verbündete»", "«Dutzenden getöteten Kämpfern»"]
    assert dialog.others.item(0).toolTip() == "«16 Verbündete» · killed · SOHR · «Gefechte bei Aleppo»"


def test_the_figures_it_makes_others_are_told_before_it_is_drawn(case: Case) -> None:
    dialog = case.dialog("44", "16")
    be(dialog, "includes")
    assert told(dialog) == [
        "«16 Verbündete» is among «44 Kämpfer der HTS».",
        "HTS and allies, non-state fighters, killed: 60 → 44",
    ]
    be(dialog, "apart from")
    assert told(dialog)[-1] == "No figure changes."


def test_several_are_drawn_at_once_and_undone_at_once(case: Case) -> None:
    dialog = case.dialog("Dutzenden", "44", "16")
    be(dialog, "rival account of")
    dialog.draw.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    ends = [case.claims[w].id for w in ("44", "16")]
    assert case.now("Dutzenden").relations == tuple(Relation(R.RIVAL_OF, end) for end in sorted(ends))
    case.session.undo()
    assert case.now("Dutzenden") == case.claims["Dutzenden"]


def test_what_cannot_be_is_told_and_not_drawn(case: Case) -> None:
    dialog = case.dialog("44", "16")
    be(dialog, "among")
    assert dialog.verdict.text().startswith("✗ “44 Kämpfer der HTS” cannot be among “16 Verbündete”: 44 are more")
    assert not dialog.draw.isEnabled()


def test_what_is_doubtful_is_told_and_can_be_drawn(case: Case) -> None:
    dialog = case.dialog("44", "37")
    be(dialog, "the same as")
    assert any(line.startswith("⚠ ") and "different sides" in line for line in told(dialog))
    assert dialog.draw.isEnabled()


def test_relations_drawn_are_shown_and_taken_away(case: Case) -> None:
    dialog = case.dialog("mindestens vier")
    assert dialog.verdict.text() == "Choose what the claim is, and to which other."
    assert not dialog.remove.isEnabled()
    assert dialog.now.item(1).toolTip() == "among «37 Soldaten der Armee»"
    dialog.now.setCurrentRow(1)
    dialog.remove.click()
    assert case.now("mindestens vier").relations == ()
    assert dialog.now.count() == 1
    assert not dialog.now.isVisible()
    assert dialog.isVisible()


def test_a_relation_chosen_is_changed(case: Case) -> None:
    dialog = case.dialog("mindestens vier")
    dialog.now.setCurrentRow(1)
    assert (dialog.kinds.currentItem().text(), dialog.draw.text()) == ("among", "Change")
    assert told(dialog)[0].startswith("Choose what the claim is instead")
    be(dialog, "in addition to")
    assert told(dialog)[-1] == "Government, state forces, killed: 37 → at least 41"
    dialog.draw.click()
    assert case.now("mindestens vier").relations == (Relation(R.ADDITIONAL_TO, case.claims["37"].id),)
    assert case.session.undo_about() == ("change_relation", "mindestens vier Offiziere")


def test_a_relation_that_the_other_claim_carries_is_changed_too(case: Case) -> None:
    total = case.claims["44"]
    assert case.session.apply(acts.edit_relations("relate", [(total, (Relation(R.TOTAL_OF, case.claims["16"].id),))]))
    dialog = case.dialog("16")
    dialog.now.setCurrentRow(1)
    assert dialog.kinds.currentItem().text() == "part of"
    assert not dialog.draw.isEnabled()
    be(dialog, "among")
    dialog.draw.click()
    assert case.now("16").relations == (Relation(R.SUBSET_OF, total.id),)
    assert case.now("44").relations == ()


def test_the_other_claim_is_found_by_typing(case: Case) -> None:
    dialog = case.dialog("44")
    dialog.field.setText("killed getöt")
    shown = [dialog.others.item(n) for n in range(dialog.others.count()) if not dialog.others.item(n).isHidden()]
    assert [item.toolTip().split(" · ")[0] for item in shown] == ["«Dutzenden getöteten Kämpfern»"]


def test_it_is_done_with_the_keyboard_alone(case: Case) -> None:
    dialog = case.dialog("16", "44")
    be(dialog, "in addition to")
    QTest.keyClick(dialog.kinds, Qt.Key.Key_Return)
    assert case.now("16").relations == (Relation(R.ADDITIONAL_TO, case.claims["44"].id),)


def test_it_closes_with_the_claim_it_is_about(case: Case) -> None:
    dialog = case.dialog("44")
    assert case.session.apply(acts.delete(case.claims["44"]))
    assert not dialog.isVisible()


def test_another_of_the_claims_is_looked_at(case: Case) -> None:
    dialog = case.dialog("44", "16")
    dialog.one.setCurrentIndex(1)
    assert [item.toolTip().split(" · ")[0] for item in dialog.others.selectedItems()] == ["«44 Kämpfer der HTS»"]
