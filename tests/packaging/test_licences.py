"""`.ci/packaging/licences.py` and `shipped.py`: every package in a bundle comes with its terms."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

ENTRIES = ("numpy.linalg", "numpy.libs/libopenblas.so", "PySide6/Qt/lib/libQt6Core.so.6", "docx.oxml", "json.decoder")


@pytest.fixture
def licences(script: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the script, for an environment in which PyInstaller need not be installed."""
    module = script("licences.py")
    monkeypatch.setitem(module.packages_of.__globals__, "ALWAYS", ())
    return module


def test_packages_are_those_behind_modules_and_files(licences: Any) -> None:
    assert [one.name.lower() for one in licences.packages_of(ENTRIES)] == ["numpy", "pyside6_essentials", "python-docx"]


def test_windows_paths_are_read_too(licences: Any) -> None:
    assert [one.name for one in licences.packages_of([r"lxml\etree.pyd"])] == ["lxml"]


def test_the_text_holds_the_terms_of_each_and_of_python(licences: Any) -> None:
    text = licences.text_of(ENTRIES, ROOT)
    for name in ("numpy", "PySide6_Essentials", "python-docx"):
        assert f"  {name} {distribution(name).version}: " in text
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in text
    assert "Copyright (c) 2005-20" in text  # numpy's own


def test_qt_comes_with_both_texts_and_says_where_its_source_is(licences: Any) -> None:
    text = licences.text_of(ENTRIES, ROOT)
    version = distribution("PySide6_Essentials").version
    assert "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3" in text
    assert "GNU GENERAL PUBLIC LICENSE\n                       Version 3" in text
    assert f"https://download.qt.io/official_releases/qt/6.11/{version}/single/" in text


def test_without_qt_nothing_is_said_of_it(licences: Any) -> None:
    assert "LESSER GENERAL PUBLIC" not in licences.text_of(["click.core"], ROOT).partition("Python ")[0]


def test_a_package_without_terms_stops_the_build(licences: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "_OURS", {})
    with pytest.raises(SystemExit, match=r"PySide6_Essentials .* brings no licence"):
        licences.text_of(ENTRIES, ROOT)


def test_a_licence_that_is_a_whole_text_is_told_in_words(licences: Any) -> None:
    assert licences.licence_of(distribution("contourpy")) == "BSD License"
    assert licences.licence_of(distribution("numpy")).startswith("BSD-3-Clause")


def test_the_text_is_the_same_twice_and_has_no_carriage_returns(licences: Any, tmp_path: Path) -> None:
    one, two = (licences.write(ENTRIES, ROOT, tmp_path / "new" / name).read_bytes() for name in ("a", "b"))
    assert one == two
    assert b"\r" not in one


def test_without_arguments_it_says_what_to_give(licences: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert licences.main([]) == 2
    assert "BUNDLE TARGET" in capsys.readouterr().err
