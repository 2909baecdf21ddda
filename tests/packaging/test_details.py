"""What Windows says of the program's files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import ROOT


@pytest.fixture
def details(script: Callable[[str], Any]) -> Any:
    return script("windows/details.py")


@pytest.mark.parametrize(
    ("version", "numbers"),
    [
        ("0.1.0", "0.1.0.0"),
        ("1.2", "1.2.0.0"),
        ("1.2.3.4", "1.2.3.4"),
        ("0.2.0rc1", "0.2.0.0"),
        ("0.2.0.dev3", "0.2.0.0"),
        ("0.2.0+local.7", "0.2.0.0"),
    ],
)
def test_a_version_is_four_numbers(details: Any, version: str, numbers: str) -> None:
    assert details.numbered(version) == numbers


def test_the_details_are_an_expression_that_says_each_once(details: Any) -> None:
    text = details.details("0.2.0rc1", "casualty-workbench.exe", "The program", "Copyright (c) '26")
    made: dict[str, str] = {}
    heard: list[Any] = []

    def said(*given: Any, **named: Any) -> None:
        heard.append((given, named))

    names = ("VSVersionInfo", "StringFileInfo", "StringTable", "VarFileInfo", "VarStruct")
    eval(  # noqa: S307 - as PyInstaller does with it
        text, {**dict.fromkeys(names, said), "FixedFileInfo": said, "StringStruct": made.__setitem__}
    )
    assert made == {
        "CompanyName": "Casualty Workbench contributors",
        "FileDescription": "The program",
        "FileVersion": "0.2.0rc1",
        "InternalName": "casualty-workbench",
        "LegalCopyright": "Copyright (c) '26",
        "OriginalFilename": "casualty-workbench.exe",
        "ProductName": "Casualty Workbench",
        "ProductVersion": "0.2.0rc1",
    }
    assert heard[0][1]["filevers"] == (0, 2, 0, 0)
    assert ("040904B0", [None] * 8) in [given for given, _ in heard]


def test_the_rights_are_those_of_the_licence(details: Any) -> None:
    assert details.rights(ROOT) == "Copyright (c) 2026 Casualty Workbench contributors"
