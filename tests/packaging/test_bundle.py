"""`make bundle`, without PyInstaller: what is run, what is refused, what is packed."""

from __future__ import annotations

import os
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest


@pytest.fixture
def bundle(script: Callable[[str], Any]) -> Any:
    return script("bundle.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "dist" / "casualty-workbench"
    (folder / "_internal" / "spacy").mkdir(parents=True)
    (folder / "casualty-workbench").write_bytes(b"program" * 1000)
    (folder / "casualty-workbench").chmod(0o700)
    (folder / "_internal" / "spacy" / "a.txt").write_text("ä", encoding="utf-8")
    return folder


class Calls:
    """Note each command line, and answer with the exit code of the first word that it holds."""

    def __init__(self, **codes: int) -> None:
        self.codes, self.lines = codes, list[list[str]]()

    def __call__(self, line: list[str], _environ: dict[str, str]) -> int:
        self.lines.append(list(line))
        return next((code for word, code in self.codes.items() if word in " ".join(line)), 0)


@pytest.fixture
def calls(bundle: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Calls:
    calls = Calls()
    monkeypatch.setattr(bundle, "call", calls)
    monkeypatch.setattr(bundle, "measure_starts", lambda *_: None)
    monkeypatch.setattr(bundle.sys, "platform", "linux")
    return calls


def test_it_is_built_tried_and_packed(
    bundle: Any, calls: Calls, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle.make(folder.parent, folder.parents[1] / "work", pack=True)
    built, tried = calls.lines
    assert built[:3] == [sys.executable, "-m", "PyInstaller"]
    assert built[-1] == "build.spec"
    assert tried[-2:] == [str(folder / "casualty-workbench"), "--self-test"]
    [archive] = folder.parent.glob("casualty-workbench-*-linux-*.tar.xz")
    told = capsys.readouterr().out
    assert "Folder: 0.0 MB (at most 300 MB)\n" in told
    assert f"{archive.name}: 0.0 MB (at most 110 MB)\n" in told
    assert "MORE THAN" not in told


@pytest.mark.parametrize(
    ("codes", "told"),
    [({"PyInstaller": 1}, "PyInstaller could not make the bundle"), ({"--self-test": 1}, "self-test failed")],
)
def test_what_fails_is_a_sentence(
    bundle: Any, calls: Calls, folder: Path, codes: dict[str, int], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls.codes = codes
    with pytest.raises(bundle.BundleError, match=told):
        bundle.make(folder.parent, folder.parents[1] / "work", pack=True)
    assert not list(folder.parent.glob("*.tar.xz"))
    monkeypatch.setattr(bundle, "make", bundle.make if codes else None)
    assert bundle.main(["--no-archive"]) == 1


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("dist/casualty-workbench/_internal/requests-2.0.dist-info/METADATA", ["requests"]),
        ("dist/casualty-workbench/_internal/httpx/__init__.py", ["httpx"]),
        ("dist/casualty-workbench/_internal/PySide6/QtNetwork.abi3.so", ["QtNetwork"]),
        ("dist/casualty-workbench/_internal/PySide6/Qt6Network.dll", ["QtNetwork"]),
        ("dist/casualty-workbench/_internal/trafilatura/a.txt", []),
    ],
)
def test_a_client_among_the_files_is_found(bundle: Any, folder: Path, file: str, found: list[str]) -> None:
    (folder.parents[1] / file).parent.mkdir(parents=True, exist_ok=True)
    (folder.parents[1] / file).touch()
    assert bundle.clients_in(folder, folder.parents[1] / "work") == found


def test_a_client_among_the_modules_is_found_and_refused(bundle: Any, calls: Calls, folder: Path) -> None:
    work = folder.parents[1] / "work"

    def build(line: list[str], _environ: dict[str, str]) -> int:
        (work / "build").mkdir(parents=True)
        modules = "('json', 'a.py', 'PYMODULE'), ('httpx._api', 'b.py', 'PYMODULE')"
        (work / "build" / "PYZ-00.toc").write_text(modules, encoding="utf-8")
        return 0

    bundle.call = build
    with pytest.raises(bundle.BundleError, match="The bundle holds httpx"):
        bundle.make(folder.parent, work, pack=True)


def test_the_same_files_are_packed_into_the_same_bytes(bundle: Any, folder: Path, tmp_path: Path) -> None:
    one = bundle.packed(folder, tmp_path / "one.tar.xz", 1_700_000_000)
    for path in folder.rglob("*"):
        os.utime(path, (1, 1))
    (folder / "_internal" / "spacy" / "a.txt").chmod(0o600)
    other = bundle.packed(folder, tmp_path / "other.tar.xz", 1_700_000_000)
    assert one.read_bytes() == other.read_bytes()
    with tarfile.open(one) as tar:
        held = {entry.name: entry for entry in tar}
    assert list(held) == sorted(held)
    assert {entry.mtime for entry in held.values()} == {1_700_000_000}
    assert {(entry.uid, entry.gid, entry.uname) for entry in held.values()} == {(0, 0, "")}
    assert held["casualty-workbench/casualty-workbench"].mode == 0o755
    assert held["casualty-workbench/_internal/spacy/a.txt"].mode == 0o644


def test_what_is_given_counts_and_what_would_change_the_bytes_does_not(bundle: Any) -> None:
    made = bundle.repeatable({"SOURCE_DATE_EPOCH": "7", "PYTHONHASHSEED": "random", "HOME": "/h"}, 9)
    assert (made["SOURCE_DATE_EPOCH"], made["PYTHONHASHSEED"], made["HOME"]) == ("7", "0", "/h")
    assert bundle.repeatable({}, 9)["SOURCE_DATE_EPOCH"] == "9"


def test_the_program_of_each_system_is_known(bundle: Any, tmp_path: Path) -> None:
    found = {
        system: bundle.program_in(tmp_path, system).relative_to(tmp_path).as_posix()
        for system in ("linux", "win32", "darwin")
    }
    assert found == {
        "linux": "casualty-workbench/casualty-workbench",
        "win32": "casualty-workbench/casualty-workbench-cli.exe",
        "darwin": "Casualty Workbench.app/Contents/MacOS/casualty-workbench",
    }


def test_a_screen_is_made_where_there_is_none(bundle: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert "xvfb-run" in bundle.screen("linux", {})
    assert bundle.screen("linux", {"DISPLAY": ":0"}) == bundle.screen("win32", {}) == []
    assert bundle.screen("linux", {"QT_QPA_PLATFORM": "offscreen"}) == []
    monkeypatch.setattr(bundle.shutil, "which", lambda _name: None)
    assert bundle.screen("linux", {}) == []


def test_the_quickest_of_several_starts_counts(
    bundle: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[list[str]] = []

    def start(line: list[str], **others: Any) -> SimpleNamespace:
        lines.append(line)
        assert others["env"]["QT_QPA_PLATFORM"] == "offscreen"
        return SimpleNamespace(returncode=0)

    times = iter([0.0, 6.0, 10.0, 12.0, 20.0, 25.0, 30.0, 34.0, 40.0, 41.0, 50.0, 53.0])
    monkeypatch.setattr(bundle.subprocess, "run", start)
    monkeypatch.setattr(bundle.time, "monotonic", lambda: next(times))
    bundle.measure_starts(Path("program"), {})
    assert [line[0] == "program" for line in lines] == [False] * 3 + [True] * 3
    assert {tuple(line[-2:]) for line in lines} == {("--until", "painted")}
    assert capsys.readouterr().out == "Window painted: 1.00 s, from source 2.00 s, 0.50 × (at most 2 ×)\n"


def test_a_window_that_does_not_show_is_told_with_its_reason(bundle: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = SimpleNamespace(returncode=1, stdout="✗ no screen".encode(), stderr=b"")
    monkeypatch.setattr(bundle.subprocess, "run", lambda *_, **__: refused)
    with pytest.raises(bundle.BundleError, match="does not show its window: ✗ no screen"):
        bundle.measure_starts(Path("program"), {})


def test_what_weighs_too_much_is_told(
    bundle: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle.sys, "platform", "linux")
    assert bundle.tell("Folder", 301e6, 300e6, "bytes")
    assert not bundle.tell("Self-test", 12.34, 60, "s")
    assert capsys.readouterr().out.splitlines() == [
        "Folder: 301.0 MB (at most 300 MB), MORE THAN WAS MEANT",
        "Self-test: 12.3 s (at most 60 s)",
    ]


@pytest.mark.parametrize(("what", "pack"), [("folder", False), ("folder", True), ("archive", True)])
def test_what_weighs_too_much_fails_when_all_is_said(
    bundle: Any, calls: Calls, folder: Path, what: str, pack: bool,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(bundle.sys, "platform", "linux")
    monkeypatch.setattr(bundle, "LIMITS", {**bundle.LIMITS, what: 0.0})
    with pytest.raises(bundle.BundleError, match="weighs more than was meant"):
        bundle.make(folder.parent, folder.parents[1] / "work", pack=pack)
    told = capsys.readouterr().out
    assert told.count("MORE THAN WAS MEANT") == 1
    assert ("Packing" in told) is pack


def test_links_weigh_nothing(bundle: Any, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    (tmp_path / "b").symlink_to("a")
    assert bundle.size_of(tmp_path) == 5


def test_an_archive_is_named_after_version_and_machine(bundle: Any) -> None:
    assert bundle.archive_name("1.2").startswith("casualty-workbench-1.2-")
