"""Write the licences of everything a bundle holds into one text.

    python .ci/packaging/licences.py BUNDLE TARGET

build.spec does the same while it builds, so that every bundle has the text inside.
"""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution
from pathlib import Path

from shipped import entries_of, packages_of

ROOT = Path(__file__).resolve().parent.parent.parent
#: How files with terms of use are called.
_TERMS = ("licen", "copying", "notice", "authors")
_RULE = "=" * 100
#: Packages whose wheel holds no terms → the texts in resources/licences that are theirs.
_OURS = {
    "pyside6_essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
_QT = """\
Qt and Qt for Python {version}
are used under the GNU Lesser General Public License, version 3; its text and that of the GNU General Public License,
version 3, to which it refers, stand below and in resources/licences.
- The libraries lie unchanged, as separate files, in the folder PySide6 of this program. Put libraries of the same
  version that you built yourself in their place, and the program uses those. You may take the program apart to mend it.
- Source of Qt: https://download.qt.io/official_releases/qt/{minor}/{version}/single/
- Source of Qt for Python: https://download.qt.io/official_releases/QtForPython/pyside6/PySide6-{version}-src/
- Qt holds parts of others; their notices: https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""


def text_of(entries: Iterable[str], root: Path) -> str:
    """Return the licences of the packages behind modules and files, Python's and Qt's first."""
    packages = packages_of(entries)
    parts = [_head(packages), *_qt(packages), f"Python {sys.version.split()[0]}\n\n{_python()}"]
    for package in packages:
        texts = "\n\n".join(_texts(package, root))
        parts.append(f"{package.name} {package.version}: {licence_of(package)}\n\n{texts}")
    return f"\n\n{_RULE}\n".join(part.rstrip() for part in parts) + "\n"


def licence_of(package: Distribution) -> str:
    """Return the licence of a package in a few words, as the package itself says it."""
    told = [*(package.metadata.get_all("License-Expression") or ()), *(package.metadata.get_all("License") or ())]
    said = next((one for one in told if one), "")
    if said and "\n" not in said and len(said) < 80:
        return said
    classes = package.metadata.get_all("Classifier") or []
    named = [one.rpartition(" :: ")[2] for one in classes if one.startswith("License :: ")]
    return ", ".join(named) or "see below"


def _head(packages: Iterable[Distribution]) -> str:
    lines = ["Casualty Workbench stands under the MIT licence. It holds the works of others that are listed here."]
    lines += ["What its own data rest on is told in resources/NOTICES.md.", ""]
    lines += [f"  {one.name} {one.version}: {licence_of(one)}" for one in packages]
    return "\n".join(lines)


def _qt(packages: Iterable[Distribution]) -> Iterator[str]:
    for package in packages:
        if package.name.lower() == "pyside6_essentials":
            yield _QT.format(version=package.version, minor=package.version.rpartition(".")[0])


def _python() -> str:
    for folder in (sysconfig.get_path("stdlib"), sys.base_prefix):
        path = Path(folder, "LICENSE.txt")
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return sys.exit(f"Python's LICENSE.txt lies neither in {sysconfig.get_path('stdlib')} nor in {sys.base_prefix}.")


def _texts(package: Distribution, root: Path) -> list[str]:
    """Return the terms that a package brings; the program must not ship without them."""
    found = [
        Path(str(package.locate_file(file)))
        for file in sorted(package.files or ())
        if ".dist-info" in file.parts[0] and _are_terms(file.parts[1:])
    ]
    found += [root / "resources" / "licences" / name for name in _OURS.get(package.name.lower(), ())]
    if not found:
        sys.exit(f"{package.name} {package.version} brings no licence: add its text to resources/licences.")
    return [path.read_text(encoding="utf-8", errors="replace").strip() for path in found]


def _are_terms(parts: tuple[str, ...]) -> bool:
    return parts[0] == "licenses" or any(word in parts[-1].lower() for word in _TERMS)


def write(entries: Iterable[str], root: Path, target: Path) -> Path:
    """Write the licences of what a bundle holds to `target`; return it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text_of(entries, root), encoding="utf-8", newline="\n")
    return target


def main(arguments: list[str]) -> int:
    """Write the licences of the bundle named first into the file named second."""
    if len(arguments) != 2:
        print("Say which bundle, and where the text goes: licences.py BUNDLE TARGET", file=sys.stderr)
        return 2
    write(entries_of(Path(arguments[0])), ROOT, Path(arguments[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
