"""Which packages a bundle holds: asked of what lies in it, not of what was installed."""

from __future__ import annotations

import importlib.metadata
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution
from pathlib import Path

#: In every bundle, and imported by nothing in it: the start program of PyInstaller.
ALWAYS = ("pyinstaller",)


def packages_of(entries: Iterable[str]) -> list[Distribution]:
    """Return the installed packages behind modules (numpy.linalg) and files (numpy/core/x.so), in order of name."""
    by_module = importlib.metadata.packages_distributions()
    first = {entry.replace("\\", "/").partition("/")[0].partition(".")[0] for entry in entries}
    names = {name for module in first for name in by_module.get(module, ())} | set(ALWAYS)
    return sorted((importlib.metadata.distribution(name) for name in names), key=lambda one: one.name.lower())


def entries_of(bundle: Path) -> Iterator[str]:
    """Yield the modules and files of a bundle's folder (on macOS of the .app), as `packages_of` takes them.

    Raises:
        SystemExit: where the folder is no bundle.

    """
    from PyInstaller.archive.readers import CArchiveReader

    programs = [path for path in _programs(bundle) if _is_program(path)]
    if not programs:
        sys.exit(f"{bundle} holds no program made by PyInstaller: build it first with `make bundle`.")
    for name in CArchiveReader(str(programs[0])).open_embedded_archive("PYZ.pyz").toc:
        yield str(name)
    for root in (bundle / "_internal", bundle / "Contents" / "Frameworks", bundle / "Contents" / "Resources"):
        yield from (path.relative_to(root).as_posix() for path in root.rglob("*"))


def _programs(bundle: Path) -> list[Path]:
    folder = bundle / "Contents" / "MacOS" if bundle.suffix == ".app" else bundle
    return sorted(path for path in folder.glob("*") if path.is_file())


def _is_program(path: Path) -> bool:
    from PyInstaller.archive.readers import CArchiveReader, NotAnArchiveError

    try:
        CArchiveReader(str(path))
    except NotAnArchiveError:
        return False
    return True
