"""A case whose name holds bytes that are no letters (Linux allows any): it is worked on like another."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from tests.ui.window import opened
from ui.dialogs.passphrase import Passphrase
from ui.dialogs.verify_case import VerifyCase
from workbench import acts
from workbench.case import cipher, rekeying, verify
from workbench.settings import load

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / os.fsdecode(b"Ordn\xe9r")
    folder.mkdir()
    return folder / os.fsdecode(b"F\xe4lle.case")


def test_it_is_made_shown_corrected_remembered_and_backed_up(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with opened(monkeypatch, tmp_path / "own") as desk:
        assert desk.session.create(path)
        fill(desk.session)
        assert desk.session.apply(acts.accept(desk.session.claims()[0]))
        for action, dialog in (("verify_case", VerifyCase), ("passphrase", Passphrase)):
            desk.do(action)
            child(desk.window, dialog).reject()
        desk.do("close_case")
        (recent,) = (b for b in desk.window.findChildren(QPushButton) if b.accessibleName().startswith("Open /"))
        recent.click()
        assert desk.session.path == path
        assert [backup.line for backup in desk.session.backups_of(path)] == [5]
        desk.do("close_case")
    assert load(tmp_path / "own" / "settings.json").recent == (str(path),)
    assert verify(path).faults == ()


def test_it_is_encrypted_and_plain_again(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(monkeypatch, tmp_path / "own") as desk:
        assert desk.session.create(path)
        fill(desk.session)
    key = cipher.new_key("vier kurze Wörter hier")
    rekeying.rekey(path, None, key, "Ana", "")
    assert verify(path, key=key).faults == ()
    rekeying.rekey(path, key, None, "Ana", "")
    assert (verify(path).faults, verify(path).documents) == ((), 1)
