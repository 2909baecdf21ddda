"""Tell whether two bundles are the same: compare.py ONE OTHER, two folders that PyInstaller made of one commit.

Their lists of files have to be the same, and so have the bytes of every file but those that PyInstaller cannot make
the same twice, which are named. Modules that lie inside a program are compared one by one, where PyInstaller is there.
"""

from __future__ import annotations

import filecmp
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any


def main(argv: Sequence[str]) -> int:
    """Compare the two folders that are named; return 0 where they are the same."""
    if len(argv) != 2:
        print("Name two folders: compare.py ONE OTHER", file=sys.stderr)
        return 2
    one, other = map(Path, argv)
    found = list(differences(one, other))
    for line in found:
        print(line)
    print(f"{len(files(one))} files" + (f", {len(found)} differ" if found else ", all the same"))
    return 1 if found else 0


def files(folder: Path) -> set[str]:
    """Return the files and links of a folder, by their paths in it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or path.is_file()}


def differences(one: Path, other: Path) -> Iterator[str]:
    """Yield a line for each file that is in one folder only, or not the same in both."""
    for name in sorted(files(one) ^ files(other)):
        yield f"only in {one if (one / name).exists() or (one / name).is_symlink() else other}: {name}"
    for name in sorted(files(one) & files(other)):
        here, there = one / name, other / name
        if here.is_symlink() or there.is_symlink():
            same = here.is_symlink() and there.is_symlink() and here.readlink() == there.readlink()
        else:
            same = filecmp.cmp(here, there, shallow=False)
        if not same:
            yield f"differs: {name}{inside(here, there)}"


def inside(one: Path, other: Path) -> str:
    """Return which modules differ in two programs, or nothing where they are no programs."""
    try:
        parts = [modules(path) for path in (one, other)]
    except (ImportError, ValueError, KeyError):
        return ""
    names = sorted(name for name in parts[0].keys() | parts[1].keys() if parts[0].get(name) != parts[1].get(name))
    return f" (in it: {', '.join(names) or 'nothing but its own head'})"


def modules(program: Path) -> dict[str, bytes]:
    """Return the modules inside a program that PyInstaller made, by name; ValueError or KeyError where it is none."""
    from PyInstaller.archive.readers import ArchiveReadError, CArchiveReader

    try:
        archive: Any = CArchiveReader(str(program))
    except ArchiveReadError as error:
        raise ValueError(str(error)) from error
    held = {name: archive.extract(name) for name in archive.toc if not name.endswith(".pyz")}
    for name in (name for name in archive.toc if name.endswith(".pyz")):
        inner = archive.open_embedded_archive(name)
        held |= {module: inner.extract(module, raw=True) or b"" for module in inner.toc}
    return held


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
