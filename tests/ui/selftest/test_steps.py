from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.window import opened
from ui.selftest import steps
from ui.selftest.walk import SelfTestFailed, Walk
from ui.selftest.witness import Witness
from workbench import resources


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Walk]:
    """Hold a window that finds the same in every article, and none of what the self-test looks for."""
    with opened(monkeypatch, tmp_path / "own") as desk:
        yield Walk(desk.window, tmp_path)


def test_a_claim_that_is_not_found_fails(walk: Walk) -> None:
    steps.take_sample(walk)
    with pytest.raises(SelfTestFailed, match=r"The 12 killed were not found in Gefechte über Nacht\.txt\."):
        steps.take_formats(walk)


def test_a_pipeline_that_finds_nothing_fails(walk: Walk) -> None:
    steps.take_sample(walk)
    with pytest.raises(SelfTestFailed):
        steps.take_formats(walk)
    with pytest.raises(SelfTestFailed, match="The trained pipeline of the language “de” did not find Wallonsdorf"):
        steps.see_pipelines(walk)


def test_an_encrypted_case_is_opened_again(walk: Walk) -> None:
    steps.paint(walk)
    steps.take_sample(walk)
    assert "Sample.case" in steps.encrypt(walk)
    assert walk.session.key is not None
    assert steps.close(walk) == "the case verifies"


def test_what_ships_is_held_against_its_list(walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert steps.see_whole(walk) == "from source nothing is listed"
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / resources.SUMS).write_text("", encoding="utf-8")
    assert steps.see_whole(walk) == "as it was listed"
    (tmp_path / "resources" / resources.SUMS).write_text("0  lexicon/de.json\n", encoding="utf-8")
    with pytest.raises(SelfTestFailed, match=r"^The file de\.json in .*lexicon is missing\.$"):
        steps.see_whole(walk)


def test_without_a_case_a_step_says_so(walk: Walk) -> None:
    with pytest.raises(SelfTestFailed, match="No case is open"):
        steps.encrypt(walk)


def test_a_command_line_that_does_not_read_is_told(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "program", lambda: [sys.executable, "-c", "print('oh')"])
    with pytest.raises(SelfTestFailed, match="printed no JSON"):
        steps.start_workers(walk)
    monkeypatch.setattr(steps, "program", lambda: [sys.executable, "-c", "import sys; sys.exit('broken')"])
    with pytest.raises(SelfTestFailed, match="did not read: b'broken"):
        steps.start_workers(walk)


@pytest.mark.parametrize(("name", "content"), [("a.png", b"x" * 300), ("a.svg", b"<svg"), ("a.csv", b"")])
def test_a_file_that_is_not_whole_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SelfTestFailed, match=f"{name} was not written whole: {len(content)} bytes"):
        steps.check_file(tmp_path / name)


def test_who_reached_out_or_wrote_elsewhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    witness = Witness(tmp_path)
    assert steps.stay_alone(witness) == "no connection was asked for"
    witness.strays.append("/elsewhere")
    with pytest.raises(SelfTestFailed, match=r"outside the self-test's folder: .*elsewhere"):
        steps.stay_alone(witness)
    witness.connections.append("socket.connect")
    with pytest.raises(SelfTestFailed, match="asked for a connection"):
        steps.stay_alone(witness)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(steps, "clients", lambda: ["requests"])
    with pytest.raises(SelfTestFailed, match="holds clients for the network: requests"):
        steps.stay_alone(witness)


def test_the_program_that_speaks_is_started_where_there_are_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert steps.program()[1].endswith("main.py")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "casualty-workbench.exe"))
    assert steps.program() == [str(tmp_path / "casualty-workbench.exe")]
    (tmp_path / "casualty-workbench-cli.exe").touch()
    assert steps.program() == [str(tmp_path / "casualty-workbench-cli.exe")]
