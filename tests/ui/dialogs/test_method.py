"""Convention and policy: what each would change is shown before it is taken over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.ui.find import child
from ui.dialogs.method import MethodChoice
from ui.session import Session
from workbench import acts, acts_incidents, acts_judged
from workbench.model.claim import Claim
from workbench.model.convention import OwnReading
from workbench.model.method import Method


@pytest.fixture
def claims() -> dict[str, Claim]:
    return {}


@pytest.fixture
def session(tmp_path: Path, resources: Path, qtbot: QtBot, claims: dict[str, Claim]) -> Iterator[Session]:
    session, made = fighting(tmp_path / "a.case", resources)
    claims.update(made)
    yield session
    session.close_case()


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> MethodChoice:
    dialog = MethodChoice(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog: MethodChoice) -> list[tuple[str, ...]]:
    table = dialog.table
    return [tuple(i.text() for c in range(6) if (i := table.item(row, c))) for row in range(table.rowCount())]


def take_over(dialog: MethodChoice) -> QPushButton:
    return child(dialog, QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def choose(dialog: MethodChoice, convention: str = "default", policy: str = "most_recent") -> None:
    dialog.convention.setCurrentIndex(dialog.convention.findData(convention))
    dialog.policy.setCurrentIndex(dialog.policy.findData(policy))


def test_what_is_in_force_is_shown_and_changes_nothing(dialog: MethodChoice) -> None:
    assert (dialog.convention.currentText(), dialog.policy.currentData()) == ("default", "most_recent")
    assert dialog.told.text().startswith("This is in force")
    assert rows(dialog) == []
    assert not take_over(dialog).isEnabled()


def test_a_convention_shows_what_it_would_change_and_nothing_is_changed_yet(
    dialog: MethodChoice, session: Session
) -> None:
    choose(dialog, "acled")
    assert rows(dialog) == [
        ("All incidents", "Civilians", "", "killed", "unquantified", "3 + unquantified"),
        ("Gefechte bei Aleppo", "Civilians", "civilians", "killed", "unquantified", "3 + unquantified"),
    ]
    assert dialog.told.text().startswith("1 figure would change")
    assert session.method() == Method()


def test_a_title_that_looks_like_rich_text_is_shown_as_it_is(session: Session, qtbot: QtBot) -> None:
    (incident, *_) = session.incidents()
    session.apply(acts_incidents.rename(incident, "<b>Markt</b>"))
    dialog = MethodChoice(session)
    qtbot.addWidget(dialog)
    choose(dialog, "acled")
    tips = [i.toolTip() for row in range(dialog.table.rowCount()) if (i := dialog.table.item(row, 0))]
    assert [tip for tip in tips if "Markt" in tip]
    assert not [tip for tip in tips if "<b>" in tip]


def test_taken_over_it_is_one_change_that_undo_takes_back(dialog: MethodChoice, session: Session) -> None:
    choose(dialog, "acled", "lowest")
    take_over(dialog).click()
    assert session.method() == Method(convention="acled", policy="lowest")
    assert not dialog.isVisible()
    session.undo()
    assert session.method() == Method()


def test_a_policy_that_changes_nothing_says_so(dialog: MethodChoice) -> None:
    choose(dialog, policy="lowest")
    assert dialog.told.text() == "No figure would change."
    assert take_over(dialog).isEnabled()


def test_another_origin_makes_a_difference_to_a_policy(
    dialog: MethodChoice, session: Session, claims: dict[str, Claim]
) -> None:
    rival = replace(claims["37"], id=session.reserve(), origin="un", number_text="")
    session.apply(acts.add_claim(replace(rival, quantity=replace(rival.quantity, low=30, high=30, best=30, value=30))))
    choose(dialog, policy="by_hand")
    assert ("Gefechte bei Aleppo", "Government", "state forces", "killed", "30 (30–37)", "30–37") in rows(dialog)


def test_the_own_convention_is_offered_and_followed_while_it_is_edited(
    dialog: MethodChoice, session: Session, qtbot: QtBot
) -> None:
    choose(dialog, "own")
    assert dialog.told.text() == "No figure would change."
    with qtbot.waitSignal(dialog.own_wanted):
        child(dialog, QPushButton, "editOwn").click()
    session.apply(acts_judged.read_own(None, OwnReading("plural", "5", "-", "-"), "civilians"))
    assert [row[0] for row in rows(dialog)] == ["All incidents", "Gefechte bei Aleppo"]


def test_it_goes_with_the_case(dialog: MethodChoice, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.finished):
        session.close_case()
