"""What goes into a bundle and what stays out."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.imports import House
from workbench import resources


@pytest.fixture(scope="module")
def collecting(script: Callable[[str], Any]) -> Any:
    return script("collecting.py")


def entries(*names: str) -> list[tuple[str, str, str]]:
    return [(name, f"/from/{name}", "BINARY") for name in names]


def names(found: list[tuple[str, str, str]]) -> list[str]:
    return [name for name, _, _ in found]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "libQt6Network.so.6",
        "PySide6\\Qt6Quick.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "babel/locale-data/fr_CA.dat",
        "spacy/pipeline/ner.pyx",
        "thinc/tests/util.py",
        "matplotlib/mpl-data/sample_data/grace_hopper.jpg",
        "matplotlib/mpl-data/fonts/ttf/STIXGeneral.ttf",
        "matplotlib/mpl-data/fonts/afm/phvr8a.afm",
        "spacy-3.8.18.dist-info/RECORD",
    ],
)
def test_what_nothing_reads_stays_out(collecting: Any, name: str) -> None:
    assert collecting.used(entries(name)) == []


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "babel/locale-data/de_DE.dat",
        "matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",
        "matplotlib/mpl-data/fonts/afm/README",
        "matplotlib/mpl-data/matplotlibrc",
        "spacy-3.8.18.dist-info/entry_points.txt",
        "spacy-3.8.18.dist-info/METADATA",
        "thinc/backends/_custom_kernels.cu",
        "resources/pipelines/de/ner/model",
    ],
)
def test_what_is_read_goes_in(collecting: Any, name: str) -> None:
    assert names(collecting.used(entries(name))) == [name]


def test_files_come_in_the_order_of_their_names(collecting: Any) -> None:
    assert names(collecting.used(entries("b", "a", "c"))) == ["a", "b", "c"]


def test_nothing_of_resources_stays_out(collecting: Any) -> None:
    shipped = [path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert names(collecting.used(entries(*shipped))) == sorted(shipped)


def test_languages_that_spacy_does_not_import_stay_out(collecting: Any) -> None:
    out = collecting.excludes(["de", "de.stop_words", "fr", "fr.lex_attrs", "punctuation", "xx"])
    assert [name for name in out if name.startswith("spacy.lang.")] == ["spacy.lang.fr"]
    assert {"requests", "httpx", "tkinter", "PySide6.QtNetwork"} <= set(out)


def test_no_module_that_we_import_stays_out(collecting: Any, house: House) -> None:
    out = set(collecting.excludes())
    made_at_home = ("workbench.training", "workbench.extraction.places_build")
    wanted = {found.of for found in house.imports if not found.by.startswith(made_at_home)}
    parts = {".".join(name.split(".")[: n + 1]) for name in wanted for n in range(name.count(".") + 1)}
    assert parts & out <= {"workbench.training"}


def test_documentation_goes_where_libraries_are_tested_without(collecting: Any) -> None:
    modules = [("numpy.lib", "a.py", "PYMODULE"), ("click", "b.py", "PYMODULE"), ("numpy.c", "c.so", "EXTENSION")]
    assert [kind for _, _, kind in collecting.documented_little(modules)] == ["PYMODULE-2", "PYMODULE", "EXTENSION"]


def test_every_reason_is_given_once(collecting: Any) -> None:
    excluded = [name for group in collecting.EXCLUDED.values() for name in group]
    assert len(excluded) == len(set(excluded))
    assert all(len(reason) > 15 for reason in (*collecting.EXCLUDED, *collecting.UNUSED))


def test_libraries_that_nobody_needs_any_longer_go(collecting: Any) -> None:
    links = {
        "/from/PySide6/libqxcb.so": ["/lib/libxcb.so.1", "/lib/libc.so.6"],
        "/from/libxcb.so.1": ["/lib/libXau.so.6"],
        "/from/libgtk.so": ["/lib/libpango.so"],
    }
    there = entries(
        "PySide6/libqxcb.so", "libxcb.so.1", "libXau.so.6", "libgtk.so", "libpango.so", "libpython3.11.so.1.0"
    )
    kept = collecting.without_orphans(there, lambda path: links.get(path, ()))
    assert names(kept) == ["PySide6/libqxcb.so", "libxcb.so.1", "libXau.so.6", "libpython3.11.so.1.0"]


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("spacy/vocab.cpython-311-x86_64-linux-gnu.so", True),
        ("libpython3.11.so.1.0", True),
        ("numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so", True),
        ("numpy.libs/libscipy_openblas64_-32a4b2a6.so", False),
        ("pillow.libs/libjpeg.so.62", False),
        ("PySide6/QtCore.abi3.so", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", False),
        ("libX11.so.6", False),
    ],
)
def test_symbols_are_taken_out_of_extensions_only(
    collecting: Any, name: str, goes: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[list[str]] = []
    monkeypatch.setattr(collecting.subprocess, "run", lambda line, **_: lines.append(line))
    [(kept, source, _)] = collecting.stripped(entries(name), tmp_path)
    assert kept == name
    assert source == (str(tmp_path / name) if goes else f"/from/{name}")
    assert bool(lines) == goes


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("strip") is None, reason="needs strip")
def test_a_library_without_symbols_still_loads(collecting: Any, tmp_path: Path) -> None:
    found = importlib.util.find_spec("cymem.cymem")
    assert found is not None
    assert found.origin is not None
    source = Path(found.origin)
    [(_, copy, _)] = collecting.stripped([(f"cymem/{source.name}", str(source), "EXTENSION")], tmp_path)
    assert Path(copy).stat().st_size <= source.stat().st_size
    load = f"import ctypes; ctypes.PyDLL({copy!r})"
    subprocess.run([sys.executable, "-c", load], check=True)


def test_the_list_of_resources_is_what_the_program_reads(collecting: Any, tmp_path: Path) -> None:
    names = ("lexicon/de.json", "pipelines/de/ner/model")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    shipped = [(f"resources/{name}", str(tmp_path / name), "DATA") for name in names]
    shipped += [("resources\\a.txt", str(tmp_path / names[0]), "DATA"), ("LICENSE", "/nowhere", "DATA")]
    listed = collecting.sums(shipped)
    assert [line.split("  ")[1] for line in listed.splitlines()] == ["a.txt", *names]
    (tmp_path / "a.txt").write_text(names[0], encoding="utf-8")
    (tmp_path / resources.SUMS).write_text(listed, encoding="utf-8")
    assert resources.changed(tmp_path) == resources.changed(tmp_path / "lexicon") == ""
