"""Make the program as a folder that runs without Python, let it try itself, and pack it: `make bundle`.

Started with the Python of the environment that holds what `.ci/packaging/bundle.lock` names. What comes out lies in
`dist/`: the folder, and on Linux an archive of it. Two bundles of one commit are compared by `compare.py`.
"""

from __future__ import annotations

import lzma
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from project import ROOT, epoch, version

NAME = "casualty-workbench"
APP = "Casualty Workbench.app"
#: What no bundle may hold: clients for the network.
CLIENTS = ("requests", "httpx", "httpcore", "aiohttp", "QtNetwork")
#: Bytes, decimal, and seconds: what a bundle for Linux may weigh and take.
LIMITS = {"folder": 300e6, "archive": 110e6, "self-test": 60.0}
#: How often the window is opened to see how soon it is painted; the quickest time counts.
STARTS = 3
_ARCHIVE_FILTERS = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 9}]


class BundleError(Exception):
    """One sentence that says what is wrong with the bundle, and what to do."""


def main(argv: Sequence[str]) -> int:
    """Make, try and pack the bundle; return the exit code."""
    try:
        make(ROOT / "dist", ROOT / "build" / "bundle", pack="--no-archive" not in argv)
    except BundleError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def make(target: Path, work: Path, *, pack: bool) -> None:
    """Make the bundle in the folder `target`, with `work` for what lies about meanwhile."""
    environ = repeatable(os.environ, epoch(os.environ))
    with timed("PyInstaller"):
        build(target, work, environ)
    folder = target / NAME
    found = clients_in(folder, work)
    if found:
        raise BundleError(f"The bundle holds {', '.join(found)}: name them in .ci/packaging/collecting.py.")
    program = program_in(target, sys.platform)
    with timed("Self-test") as taken:
        if call([*screen(sys.platform, os.environ), str(program), "--self-test"], environ):
            raise BundleError(f"The bundle's self-test failed: see the line with ✗ above, and {program}.")
    tell("Self-test", taken[0], LIMITS["self-test"], "s")
    measure_starts(program, environ)
    heavy = tell("Folder", size_of(folder), LIMITS["folder"], "bytes")
    if pack and sys.platform == "linux":
        with timed("Packing"):
            archive = packed(folder, target / archive_name(version()), int(environ["SOURCE_DATE_EPOCH"]))
        heavy |= tell(archive.name, archive.stat().st_size, LIMITS["archive"], "bytes")
    if heavy:
        raise BundleError(
            "The bundle weighs more than was meant, as said above: leave out in .ci/packaging/collecting.py what need "
            "not ship, or raise LIMITS in .ci/packaging/bundle.py and say why."
        )


def build(target: Path, work: Path, environ: Mapping[str, str]) -> None:
    """Run PyInstaller on build.spec, from nothing."""
    shutil.rmtree(work, ignore_errors=True)
    line = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    line += ["--distpath", str(target), "--workpath", str(work), "build.spec"]
    if call(line, environ):
        raise BundleError("PyInstaller could not make the bundle, for the reason it gives above.")


def repeatable(environ: Mapping[str, str], moment: int) -> dict[str, str]:
    """Return an environment in which the same sources give the same bundle."""
    given = {"SOURCE_DATE_EPOCH": str(moment), "PYTHONHASHSEED": "0", "QT_QPA_PLATFORM": "offscreen"}
    return {**given, **environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}


def archive_name(version: str) -> str:
    """Return what the archive for this machine is called."""
    return f"{NAME}-{version}-{sys.platform}-{platform.machine().lower()}.tar.xz"


def program_in(target: Path, system: str) -> Path:
    """Return the program of a bundle that speaks on its standard output."""
    if system == "darwin":
        return target / APP / "Contents" / "MacOS" / NAME
    return target / NAME / (f"{NAME}-cli.exe" if system == "win32" else NAME)


def screen(system: str, environ: Mapping[str, str]) -> list[str]:
    """Return what a command that shows windows is started with: a screen of its own where there is none."""
    wanted = environ.get("QT_QPA_PLATFORM", "xcb") == "xcb" and not environ.get("DISPLAY")
    if system == "linux" and wanted and shutil.which("xvfb-run"):
        return ["env", "QT_QPA_PLATFORM=xcb", "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1000x24"]
    return []


def clients_in(folder: Path, work: Path) -> list[str]:
    """Return which clients for the network lie in a bundle, as files or among PyInstaller's modules."""
    words = [path.name for path in folder.rglob("*")]
    words += [
        word for table in work.rglob("PYZ-*.toc") for word in re.findall(r"\('([\w.]+)'", table.read_text("utf-8"))
    ]
    tops = {re.split(r"[.-]", word)[0] for word in words} | {word.split(".")[0] for word in words}
    return [name for name in CLIENTS if name in tops or f"Qt6{name.removeprefix('Qt')}" in tops]


def measure_starts(program: Path, environ: Mapping[str, str]) -> None:
    """Tell how soon the window is painted: of the bundle, and from source."""
    shown = {**environ, "QT_QPA_PLATFORM": "offscreen"}
    source = min(_started([sys.executable, "main.py"], shown) for _ in range(STARTS))
    frozen = min(_started([str(program)], shown) for _ in range(STARTS))
    print(
        f"Window painted: {frozen:.2f} s, from source {source:.2f} s, {frozen / source:.2f} × (at most 2 ×)", flush=True
    )


def _started(line: Sequence[str], environ: Mapping[str, str]) -> float:
    began = time.monotonic()
    done = subprocess.run(
        [*line, "--self-test", "--until", "painted"], cwd=ROOT, env=environ, capture_output=True, check=False
    )
    if done.returncode:
        told = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
        raise BundleError(f"{line[0]} does not show its window: {told}")
    return time.monotonic() - began


def size_of(folder: Path) -> int:
    """Return how many bytes the files of a folder hold; a link is none."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def packed(folder: Path, archive: Path, moment: int) -> Path:
    """Pack a folder so that the same files give the same bytes: in order, of one time, and of nobody in particular."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = moment, 0, 0, "", ""
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with (
        lzma.open(archive, "wb", format=lzma.FORMAT_XZ, filters=_ARCHIVE_FILTERS) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in (folder, *sorted(folder.rglob("*"))):
            tar.add(path, path.relative_to(folder.parent).as_posix(), recursive=False, filter=plain)
    return archive


@contextmanager
def timed(what: str) -> Iterator[list[float]]:
    """Tell how long something takes; its seconds stand in the list then."""
    taken: list[float] = []
    began = time.monotonic()
    yield taken
    taken.append(time.monotonic() - began)
    print(f"{what}: {taken[0]:.1f} s", flush=True)


def tell(what: str, value: float, limit: float, unit: str) -> bool:
    """Tell a figure beside its limit, bytes in megabytes; return whether it is beyond it, on Linux, for which it is."""
    by, shown = (1e6, "MB") if unit == "bytes" else (1.0, unit)
    beyond = value > limit and sys.platform == "linux"
    over = ", MORE THAN WAS MEANT" if beyond else ""
    print(f"{what}: {value / by:.1f} {shown} (at most {limit / by:.0f} {shown}){over}", flush=True)
    return beyond


def call(line: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run a command line in the project's folder, its output on ours; return its exit code."""
    return abs(subprocess.run(line, cwd=ROOT, env=dict(environ), check=False).returncode)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
