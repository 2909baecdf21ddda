"""Make the installer for Windows of a bundle, with makensis (NSIS 3, also on Linux), and a ZIP for carrying.

python .ci/packaging/windows/installer.py [FOLDER] [--to FOLDER] [--cpu amd64]
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from details import PUBLISHER, numbered, processor, rights  # noqa: E402 - it lies beside this script
from portable import pack  # noqa: E402 - it lies one folder higher
from project import ROOT, epoch, version  # noqa: E402 - it lies one folder higher

#: What a bundle for Windows is made of: installing and removing touch nothing else in the program's folder.
PROGRAM = "casualty-workbench.exe"
PARTS = {PROGRAM, "casualty-workbench-cli.exe", "_internal"}
#: Of 32 bits, so that a Windows of 32 bits can be told in a sentence why the program does not run there.
USUAL_CPU = "x86"


class PackagingError(Exception):
    """One sentence that says what is missing and what to do."""


def main(argv: Sequence[str]) -> int:
    """Make the installer and the ZIP and say where they lie; return the exit code."""
    parser = argparse.ArgumentParser(prog="installer.py", description="Make the installer for Windows of a bundle.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist" / "casualty-workbench")
    parser.add_argument("--to", type=Path, default=ROOT / "dist", help="the folder of the installer (dist)")
    parser.add_argument("--cpu", choices=("x86", "amd64"), default=USUAL_CPU, help="of the installer (x86)")
    given = parser.parse_args(argv)
    try:
        made = make(given.folder, given.to, given.cpu)
    except (PackagingError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    carried = made.with_name(made.name.replace("-setup.exe", "-portable.zip"))
    pack(given.folder, carried, epoch(os.environ))
    for file in (made, carried):
        print(f"{file} ({file.stat().st_size / 1_000_000:.0f} MB)")
    return 0


def make(bundle: Path, to: Path, cpu: str = USUAL_CPU) -> Path:
    """Make the installer of the program in `bundle`, in the folder `to`; PackagingError says what is missing."""
    check(bundle)
    made = to / f"casualty-workbench-{version()}-windows-{processor(bundle / PROGRAM)}-setup.exe"
    compiler = makensis(os.environ)
    to.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [compiler, *arguments(bundle.resolve(), made.resolve(), cpu, os.environ)], check=False, cwd=HERE
    )
    if done.returncode or not made.is_file():
        raise PackagingError("makensis could not make the installer, for the reason it gives above.")
    return made


def check(bundle: Path) -> None:
    """Refuse what is no bundle for Windows, or holds parts that the installer would neither replace nor remove."""
    found = {path.name for path in bundle.iterdir()} if bundle.is_dir() else set()
    if found != PARTS:
        differing = ", ".join(sorted(found ^ PARTS))
        raise PackagingError(f"{bundle} is not the program's folder for Windows ({differing}): build it there first.")


def makensis(environ: Mapping[str, str]) -> str:
    """Return the compiler of installers: on the path, or where its own installer puts it on Windows."""
    usual = [
        Path(environ[name], "NSIS", "makensis.exe") for name in ("ProgramFiles(x86)", "ProgramFiles") if name in environ
    ]
    found = shutil.which("makensis") or next((str(path) for path in usual if path.is_file()), None)
    if found is None:
        raise PackagingError(
            "makensis is missing: install NSIS 3 (Debian: apt-get install nsis; Windows: https://nsis.sourceforge.io), "
            "then run the same again."
        )
    return found


def arguments(bundle: Path, made: Path, cpu: str, environ: Mapping[str, str]) -> list[str]:
    """Return what makensis is told; warnings are errors."""
    defined = {
        "VERSION": version(),
        "NUMBERS": numbered(version()),
        "PUBLISHER": PUBLISHER,
        "COPYRIGHT": rights(ROOT),
        "CPU": cpu,
        "PROCESSOR": processor(bundle / PROGRAM),
        "SOURCE": bundle,
        "OUTPUT": made,
        "ICON": HERE.parent / "icons" / "app.ico",
        "SIDE": HERE.parent / "icons" / "side.bmp",
        "KILOBYTES": kilobytes(bundle),
        "LONGEST": longest(bundle),
    }
    if environ.get("WINDOWS_SIGN"):
        defined["SIGN"] = environ["WINDOWS_SIGN"]
    return [
        "-V2",
        "-WX",
        "-INPUTCHARSET",
        "UTF8",
        *(f"-D{name}={value}" for name, value in defined.items()),
        "installer.nsi",
    ]


def kilobytes(bundle: Path) -> int:
    """Return what a bundle takes on a disk, as Windows shows it beside the installed program."""
    return sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file()) // 1024


def longest(bundle: Path) -> int:
    """Return how many letters the longest path in a bundle has, from its folder on."""
    return max(len(str(path.relative_to(bundle))) for path in bundle.rglob("*"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
