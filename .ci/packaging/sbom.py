"""Write a bundle's bill of materials (CycloneDX, JSON).

    python .ci/packaging/sbom.py [BUNDLE TARGET]

cyclonedx-py describes what is installed; of that, only what lies in the bundle is kept, and what compiled parts are
made of is added, since that is where most known weaknesses are found.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import project
from project import ROOT
from shipped import entries_of, packages_of

_SPELLED = str.maketrans("_.", "--")


def bill(entries: Iterable[str], described: dict[str, Any]) -> dict[str, Any]:
    """Return what cyclonedx-py described, cut down to what a bundle holds, with the compiled parts."""
    names = {_same(package.name) for package in packages_of(entries)}
    parts = [part for part in described["components"] if _same(part["name"]) in names]
    missing = names - {_same(part["name"]) for part in parts}
    if missing:
        sys.exit(f"cyclonedx-py does not know {', '.join(sorted(missing))}, which the bundle holds.")
    kept = {described["metadata"]["component"]["bom-ref"]} | {part["bom-ref"] for part in parts}
    needs = [
        {**one, "dependsOn": [ref for ref in one.get("dependsOn", ()) if ref in kept]}
        for one in described["dependencies"]
        if one["ref"] in kept
    ]
    return {**described, "components": parts + compiled_in(), "dependencies": needs}


def _same(name: str) -> str:
    return name.lower().translate(_SPELLED)


def compiled_in() -> list[dict[str, Any]]:
    """Return the libraries inside the compiled packages, with the versions that they tell of themselves."""
    import lxml.etree
    import matplotlib.ft2font
    import numpy.__config__
    import pypdfium2
    import sqlcipher3

    def number(parts: Iterable[int]) -> str:
        return ".".join(map(str, parts))

    cipher = sqlcipher3.connect(":memory:").execute("PRAGMA cipher_version").fetchone()[0]
    blas = numpy.__config__.CONFIG["Build Dependencies"]["blas"]
    libraries = (
        ("Python", sys.version.split()[0], "PSF-2.0", "the interpreter"),
        ("Qt", version("PySide6_Essentials"), "LGPL-3.0-only", "in PySide6"),
        ("SQLite", _sqlite(), "blessing", "Python's own"),
        ("SQLCipher", cipher.partition(" ")[0], "BSD-3-Clause", "in sqlcipher3"),
        ("SQLite", sqlcipher3.sqlite_version, "blessing", "in sqlcipher3"),
        ("PDFium", str(pypdfium2.PDFIUM_INFO.version).partition("@")[0], "BSD-3-Clause", "in pypdfium2"),
        ("libxml2", number(lxml.etree.LIBXML_VERSION), "MIT", "in lxml"),
        ("libxslt", number(lxml.etree.LIBXSLT_VERSION), "MIT", "in lxml"),
        ("FreeType", matplotlib.ft2font.__freetype_version__, "FTL", "in matplotlib"),
        (blas["name"], blas["version"], "BSD-3-Clause", "in numpy"),
    )
    return [
        {
            "type": "library",
            "bom-ref": f"{name}@{number_} {where}",
            "name": name,
            "version": number_,
            "description": where,
            "licenses": [{"license": {"id": licence}}],
        }
        for name, number_, licence, where in libraries
    ]


def _sqlite() -> str:
    import sqlite3

    return sqlite3.sqlite_version


def described() -> dict[str, Any]:
    """Return what cyclonedx-py says of the environment that runs this.

    Raises:
        SystemExit: where cyclonedx-py fails; it says why.

    """
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "all.json")
        line = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"]
        line += ["--pyproject", str(ROOT / "pyproject.toml"), "--output-file", str(target), sys.executable]
        if subprocess.run(line, check=False).returncode:
            sys.exit("cyclonedx-py failed, for the reason given above.")
        told: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
        return told


def main(arguments: list[str]) -> int:
    """Write the bill of the bundle named first (else of that in `dist`) into the file named second (else beside it)."""
    if len(arguments) not in {0, 2}:
        print("Say which bundle, and where the bill goes: sbom.py BUNDLE TARGET", file=sys.stderr)
        return 2
    bundle, target = (Path(name) for name in arguments or usual(ROOT / "dist"))
    told = bill(entries_of(bundle), described())
    target.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    print(f"{target}: {len(told['components'])} packages and libraries")
    return 0


def usual(dist: Path) -> tuple[Path, Path]:
    """Return where the bundle for this machine lies, and where its bill goes."""
    system, machine = platform.system().lower(), platform.machine().lower()
    called = {"darwin": "macos", "amd64": "x64"}
    name = (
        f"casualty-workbench-{project.version()}-{called.get(system, system)}-{called.get(machine, machine)}.cdx.json"
    )
    bundle = "Casualty Workbench.app" if platform.system() == "Darwin" else "casualty-workbench"
    return dist / bundle, dist / name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
