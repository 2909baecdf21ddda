from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ui.selftest import witness as witness_
from ui.selftest.witness import Witness, clients


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    (tmp_path / "own").mkdir()
    return Witness(tmp_path / "own")


@pytest.mark.parametrize("event", ["socket.connect", "socket.getaddrinfo", "urllib.Request"])
def test_who_asks_for_a_connection_is_noted(witness: Witness, event: str) -> None:
    witness.hear(event, (None, ("example.org", 80)))
    assert witness.connections == [f"{event} {(('example.org', 80),)}"]


def test_what_is_written_elsewhere_is_noted(witness: Witness, tmp_path: Path) -> None:
    witness.hear("open", (str(tmp_path / "a.txt"), "w", os.O_WRONLY | os.O_CREAT))
    witness.hear("os.mkdir", (tmp_path / "b", 0o777, -1))
    witness.hear("os.rename", (str(tmp_path / "own" / "c"), str(tmp_path / "c"), -1, -1))
    witness.hear("sqlite3.connect", (str(tmp_path / "d.case"),))
    witness.hear("open", (str(tmp_path / "own-er.txt"), "w", os.O_WRONLY))
    assert witness.strays == [os.path.realpath(tmp_path / name) for name in ("a.txt", "b", "c", "d.case", "own-er.txt")]


def test_what_is_read_or_written_inside_is_not(witness: Witness, tmp_path: Path) -> None:
    own = tmp_path / "own"
    for event, args in (
        ("open", (str(tmp_path / "a.txt"), "r", os.O_RDONLY)),
        ("open", (str(own / "a b ü.txt"), "w", os.O_WRONLY)),
        ("open", (3, "w", os.O_WRONLY)),
        ("open", (os.devnull, "w", os.O_WRONLY)),
        ("open", (b"bytes", None, os.O_WRONLY)),
        ("os.mkdir", (str(own), 0o700, -1)),
        ("sqlite3.connect", (":memory:",)),
        ("sqlite3.connect", (f"file:{tmp_path}/x.case?mode=ro&immutable=1",)),
        ("sqlite3.connect", (f"file:{str(own).replace('o', '%6F')}/x.case?mode=rw",)),
        ("import", ("os", None, None, None, None)),
    ):
        witness.hear(event, args)
    assert (witness.strays, witness.connections) == ([], [])


def test_clients_that_could_be_imported_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(witness_, "CLIENTS", ("json", "no_such_client", "no_such.client"))
    assert clients() == ["json"]


def test_it_hears_from_python_itself(witness: Witness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hooks: list[object] = []
    monkeypatch.setattr(sys, "addaudithook", hooks.append)
    witness.install()
    assert hooks == [witness.hear]
