"""`.ci/packaging/sbom.py`: the bill names what a bundle holds, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from workbench.version import VERSION


@pytest.fixture
def sbom(script: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the script, for an environment in which PyInstaller need not be installed."""
    module = script("sbom.py")
    monkeypatch.setitem(module.packages_of.__globals__, "ALWAYS", ())
    return module


def described(*names: str) -> dict[str, Any]:
    parts = [{"name": name, "bom-ref": f"{name}==1", "version": "1"} for name in names]
    refs = [part["bom-ref"] for part in parts]
    return {
        "metadata": {"component": {"bom-ref": "root", "name": "casualty-workbench"}},
        "components": parts,
        "dependencies": [{"ref": "root", "dependsOn": refs}, *({"ref": ref, "dependsOn": refs} for ref in refs)],
    }


def test_what_is_installed_and_not_in_the_bundle_is_left_out(sbom: Any) -> None:
    told = sbom.bill(["click.core", "lxml/etree.so"], described("click", "lxml", "pytest"))
    names = [part["name"] for part in told["components"]]
    assert names[:2] == ["click", "lxml"]
    assert "pytest" not in names
    assert {one["ref"] for one in told["dependencies"]} == {"root", "click==1", "lxml==1"}
    assert all("pytest==1" not in one["dependsOn"] for one in told["dependencies"])


def test_names_are_compared_as_an_index_spells_them(sbom: Any) -> None:
    told = sbom.bill(["lxml_html_clean.x", "docx.api"], described("lxml-html-clean", "Python-Docx"))
    assert [part["name"] for part in told["components"]][:2] == ["lxml-html-clean", "Python-Docx"]


def test_a_package_that_is_not_described_is_no_silence(sbom: Any) -> None:
    with pytest.raises(SystemExit, match="does not know lxml, which the bundle holds"):
        sbom.bill(["click.core", "lxml.etree"], described("click"))


def test_compiled_libraries_tell_their_versions(sbom: Any) -> None:
    libraries = {(part["name"], part["description"]): part["version"] for part in sbom.compiled_in()}
    assert libraries["SQLite", "Python's own"] == sqlite3.sqlite_version
    assert libraries["Qt", "in PySide6"] == version("PySide6_Essentials")
    assert libraries["SQLCipher", "in sqlcipher3"].startswith("4.")
    assert all(number[0].isdecimal() for number in libraries.values())


def test_every_compiled_library_has_an_address_of_its_own_in_the_bill(sbom: Any) -> None:
    refs = [part["bom-ref"] for part in sbom.compiled_in()]
    assert len(refs) == len(set(refs))


def test_with_one_argument_it_says_what_to_give(sbom: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert sbom.main(["only one"]) == 2
    assert "BUNDLE TARGET" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("system", "machine", "bundle", "bill"),
    [
        ("Linux", "x86_64", "casualty-workbench", "linux-x86_64"),
        ("Darwin", "arm64", "Casualty Workbench.app", "macos-arm64"),
        ("Windows", "AMD64", "casualty-workbench", "windows-x64"),
    ],
)
def test_the_usual_bundle_is_this_machines(
    sbom: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, machine: str, bundle: str, bill: str
) -> None:
    monkeypatch.setattr(sbom.platform, "system", lambda: system)
    monkeypatch.setattr(sbom.platform, "machine", lambda: machine)
    folder, target = sbom.usual(tmp_path)
    assert folder == tmp_path / bundle
    assert target.name == f"casualty-workbench-{VERSION}-{bill}.cdx.json"
