"""The installer for Windows: what it is made of and told, and that makensis takes it without a warning."""

from __future__ import annotations

import re
import shutil
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from workbench.version import VERSION

needs_makensis = pytest.mark.skipif(shutil.which("makensis") is None, reason="needs makensis (NSIS 3)")
SCRIPT = ROOT / ".ci" / "packaging" / "windows" / "installer.nsi"


@pytest.fixture
def installer(script: Callable[[str], Any]) -> Any:
    return script("windows/installer.py")


def program(machine: int) -> bytes:
    """Return the head of a program for a processor, and nothing that could be run."""
    return (b"MZ".ljust(0x3C, b"\0") + struct.pack("<I4sH", 0x40, b"PE\0\0", machine)).ljust(2048, b"\0")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "casualty-workbench"
    (folder / "_internal" / "resources").mkdir(parents=True)
    for name in ("casualty-workbench.exe", "casualty-workbench-cli.exe"):
        (folder / name).write_bytes(program(0x8664))
    (folder / "_internal" / "resources" / "Fälle.tsv").write_bytes(b"x" * 2048)
    return folder


def test_only_a_windows_bundle_is_taken(installer: Any, bundle: Path, tmp_path: Path) -> None:
    installer.check(bundle)
    (bundle / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(installer.PackagingError, match=r"notes\.txt\): build it there first"):
        installer.check(bundle)
    with pytest.raises(installer.PackagingError, match="_internal, casualty"):
        installer.check(tmp_path / "nothing")


def test_size_and_longest_path_are_the_bundles(installer: Any, bundle: Path) -> None:
    assert installer.kilobytes(bundle) == 6
    assert installer.longest(bundle) == len("_internal/resources/Fälle.tsv")


def test_makensis_is_told_version_size_and_that_warnings_are_errors(installer: Any, bundle: Path) -> None:
    told = installer.arguments(bundle, bundle / "setup.exe", "x86", {})
    assert told[:2] == ["-V2", "-WX"]
    assert f"-DVERSION={VERSION}" in told
    assert "-DKILOBYTES=6" in told
    assert "-DCOPYRIGHT=Copyright (c) 2026 Casualty Workbench contributors" in told
    assert told[-1] == "installer.nsi"
    assert not [one for one in told if one.startswith("-DSIGN")]


def test_it_is_signed_where_the_environment_says_how(installer: Any, bundle: Path) -> None:
    told = installer.arguments(bundle, bundle / "setup.exe", "x86", {"WINDOWS_SIGN": "signtool sign /a"})
    assert "-DSIGN=signtool sign /a" in told


def test_a_missing_makensis_is_a_sentence(
    installer: Any, bundle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(installer.shutil, "which", lambda _name: None)
    monkeypatch.setattr(installer.os, "environ", {})
    assert installer.main([str(bundle), "--to", str(bundle.parent)]) == 1
    assert capsys.readouterr().err.startswith("makensis is missing: install NSIS 3")


def test_makensis_is_found_where_windows_has_it(
    installer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installer.shutil, "which", lambda _name: None)
    (tmp_path / "NSIS").mkdir()
    (tmp_path / "NSIS" / "makensis.exe").touch()
    assert installer.makensis({"ProgramFiles": str(tmp_path)}) == str(tmp_path / "NSIS" / "makensis.exe")


def test_what_is_installed_is_what_is_removed(installer: Any) -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    defined = dict(re.findall(r'^!define (\w+) "(.+)"$', text, re.MULTILINE))
    assert {defined["WINDOW"], defined["CONSOLE"], "_internal"} == installer.PARTS
    removed = text.partition("Function ${UN}RemoveFiles")[2].partition("FunctionEnd")[0]
    for line in ('Delete "$R9\\${WINDOW}"', 'Delete "$R9\\${CONSOLE}"', 'RMDir /r "$R9\\_internal"', 'RMDir "$R9"'):
        assert line in removed
    # Nothing is removed with all that lies in it but what only the installer writes.
    emptied = set(re.findall(r'RMDir /r "\$\w+\\(.+)"', text))
    assert emptied == {"_internal", "_new", "_old", "${NAME}", "running", "cache"}


def test_settings_are_removed_by_name_and_only_when_asked() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    section = text.partition('Section /o "un.$(TheSettings)"')[2].partition("SectionEnd")[0]
    assert section
    assert re.findall(r'/r "(.+)"', section) == ["$R9\\running", "$R9\\cache"]
    assert ".case" not in section
    assert "/PURGE" in text


def test_every_sentence_is_said_in_german_too() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    said = set(re.findall(r"!insertmacro Say (\w+)", text))
    assert len(said) > 10
    assert said == set(re.findall(r"\$\((\w+)\)", text))


@needs_makensis
@pytest.mark.parametrize(("cpu", "machine"), [("x86", 0x14C), ("amd64", 0x8664)])
def test_makensis_takes_it_without_a_warning(
    installer: Any, bundle: Path, tmp_path: Path, cpu: str, machine: int
) -> None:
    made = installer.make(bundle, tmp_path / "out", cpu)
    assert made.name == f"casualty-workbench-{VERSION}-windows-x64-setup.exe"
    data = made.read_bytes()
    start = struct.unpack_from("<I", data, 0x3C)[0]
    assert data[start : start + 4] == b"PE\0\0"
    assert struct.unpack_from("<H", data, start + 4)[0] == machine
    assert b"<longPathAware" in data
    assert b'level="asInvoker"' in data


@needs_makensis
def test_the_zip_for_carrying_lies_beside_it(installer: Any, bundle: Path, tmp_path: Path) -> None:
    for name in installer.PARTS - {"_internal"}:
        (bundle / name).write_bytes(program(0xAA64))
    assert installer.main([str(bundle), "--to", str(tmp_path / "out")]) == 0
    name = f"casualty-workbench-{VERSION}-windows-arm64"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [f"{name}-portable.zip", f"{name}-setup.exe"]


@pytest.mark.parametrize(
    ("head", "sentence"),
    [(b"MZ" * 1024, "is no program"), (b"", "is no program"), (program(0x14C), "another processor")],
)
def test_what_is_no_program_for_our_processors_is_refused(
    installer: Any, bundle: Path, head: bytes, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (bundle / "casualty-workbench.exe").write_bytes(head)
    assert installer.main([str(bundle), "--to", str(bundle.parent)]) == 1
    assert sentence in capsys.readouterr().err


@needs_makensis
def test_what_makensis_refuses_is_no_installer(
    installer: Any, bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = installer.arguments
    installer.arguments = lambda *given: [*usual(*given)[:-1], "-X!warning planted", "installer.nsi"]
    try:
        assert installer.main([str(bundle), "--to", str(tmp_path)]) == 1
    finally:
        installer.arguments = usual
    assert "could not make the installer" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.exe"))
