r"""Set a new machine up and run one of the project's commands; nothing but Python 3.11 to 3.13 is needed.

`make COMMAND` calls this file. Where there is no make (Windows): ``py .ci\setup.py COMMAND``.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST, NEWEST = (3, 11), (3, 13)
#: What Debian calls the shared libraries that Qt's wheels expect of the system.
QT_PACKAGES = (
    "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 "
    "libxcb-randr0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libdbus-1-3 libfontconfig1 "
    "libglib2.0-0 fonts-dejavu-core"
).split()
#: Loading a platform plugin by hand names the library that is missing; Qt itself would only abort.
QT_PROBE = """
import ctypes, pathlib, sys
import PySide6.QtWidgets
plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
for name in sys.argv[1:]:
    ctypes.CDLL(str(plugins / f"libq{name}.so"))
"""
SCREEN_PROBE = "import PySide6.QtGui; PySide6.QtGui.QGuiApplication([])"
LOCK = "requirements.lock"
#: What a bundle is made with: what the program needs, and PyInstaller, but nothing that tests; in the same versions.
BUNDLE_LOCK = ".ci/packaging/bundle.lock"
BUNDLE_ENVIRONMENT = ("build/bundle-env", BUNDLE_LOCK)
#: Commands on a bundle that is made: its bill of materials, and on a Mac its disk image.
OF_BUNDLES = {"bill": ("sbom.py",), "image": ("macos/release.py", "image")}
LOCK_COMMAND = (
    "pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 --no-emit-index-url"
    " --no-annotate --no-header --quiet"
).split()
LOCKS = (
    ("--group", "dev", "--output-file", LOCK),
    ("--group", "build", "--constraint", LOCK, "--output-file", BUNDLE_LOCK),
)
LEFTOVERS = ("build", "dist", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis")


class SetUpError(Exception):
    """One sentence that says what is missing and what to do."""


def main(argv: Sequence[str]) -> int:
    """Carry out the command named in `argv` and return the exit code."""
    try:
        return carry_out(argv[0] if len(argv) == 1 else "", ROOT)
    except SetUpError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def carry_out(command: str, root: Path) -> int:
    """Set the machine up for `command` in the project at `root`, then run it."""
    check_python(sys.version_info[:2])
    if command == "clean":
        return clean(root)
    if command == "installer":
        return installer(root)
    if command in OF_BUNDLES:
        return of_bundle(root, *OF_BUNDLES[command])
    if command not in {"lock", "run", "bundle", *lines_of("")}:
        known = ["run", "bundle", "installer", *OF_BUNDLES, "lock", "clean", *lines_of("")]
        raise SetUpError(f"Say one of: {', '.join(known)}.")
    if command == "bundle":
        return bundle(root)
    python = environment(root, sys.platform)
    if command == "lock":
        return lock(python, root)
    check_qt(python, sys.platform, os.environ)
    if command == "run":
        return run(python, root)
    return max(call(line, root) for line in lines_of(str(python))[command])


def lines_of(python: str) -> dict[str, list[list[str]]]:
    """Return the command lines behind each command that needs no more than the environment."""
    test = [[python, "-m", "pytest", "-n", "auto"]]
    lint = [
        [python, "-m", "ruff", "check", "."],
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "mypy"],
    ]
    return {
        "test": test,
        "lint": lint,
        "check": lint + test,
        "bench": [[python, "-m", "tests.bench"]],
        "accuracy": [[python, "-m", "tests.accuracy"]],
        "screenshot": [[python, "docs/screenshot.py"]],
        "train": [[python, "-m", "workbench.training"]],
    }


def check_python(version: tuple[int, int]) -> None:
    """Refuse a Python the locked packages have no wheels for."""
    if not OLDEST <= version <= NEWEST:
        raise SetUpError(
            f"Casualty Workbench needs Python 3.11, 3.12 or 3.13, and this is {version[0]}.{version[1]}: "
            "install one of those and run the same again."
        )


def environment(root: Path, platform: str, name: str = ".venv", lock: str = LOCK) -> Path:
    """Make an environment (`.venv`) hold exactly what a lock (`requirements.lock`) names; return its Python."""
    folder = root / name
    python = folder / ("Scripts/python.exe" if platform == "win32" else "bin/python")
    if not sound(python):
        make_venv(folder)
    stamp = folder / "requirements.stamp"
    wanted = hashlib.sha256((root / lock).read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text(encoding="ascii") != wanted:
        install(python, root, name, lock)
        stamp.write_text(wanted, encoding="ascii")
    return python


def sound(python: Path) -> bool:
    """Tell whether `python` is there, runs, and is one of ours (it may be left over from a removed Python)."""
    if not python.is_file():
        return False
    asked = f"import sys, pip; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
    return subprocess.run([str(python), "-c", asked], capture_output=True, check=False).returncode == 0


def make_venv(folder: Path) -> None:
    """Make an empty virtual environment at `folder`, over whatever stood there."""
    missing = [name for name in ("venv", "ensurepip") if find_spec(name) is None]
    made = None if missing else subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=False)
    if made is None or made.returncode:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise SetUpError(
            "This Python cannot make virtual environments: install its venv and pip "
            f"(on Debian and Ubuntu, as root: apt-get install python{version}-venv) and run the same again."
        )


def install(python: Path, root: Path, name: str, lock: str) -> None:
    """Install the locked packages, each checked against its hash."""
    print(f"Installing {lock} into {name} (once, and again when the lock changes) …", flush=True)
    arguments = ["install", "-qq", "--disable-pip-version-check", "--require-hashes", "-r", lock]
    if call([str(python), "-m", "pip", *arguments], root):
        raise SetUpError(
            f"The packages of {lock} could not be installed, for the reason pip gives above: "
            "mend it (most often the network or a full disk) and run the same again."
        )


def check_qt(python: Path, platform: str, environ: Mapping[str, str]) -> None:
    """Make sure Qt's shared libraries load; on Debian as root, install what they need."""
    problem = qt_problem(python, platform, environ)
    if problem and platform == "linux" and is_root() and shutil.which("apt-get"):
        print(f"Installing the libraries Qt needs ({problem}) …", flush=True)
        install_qt_packages()
        problem = qt_problem(python, platform, environ)
    if problem:
        raise SetUpError(f"Qt does not load ({problem}): {qt_advice(platform)}")


def qt_problem(python: Path, platform: str, environ: Mapping[str, str]) -> str:
    """Return in a few words why Qt does not load, or nothing where it does."""
    plugins = []
    if platform == "linux":
        plugins = ["offscreen", "xcb"] if environ.get("DISPLAY") else ["offscreen"]
    probe = subprocess.run(
        [str(python), "-c", QT_PROBE, *plugins], capture_output=True, check=False, encoding="utf-8", errors="replace"
    )
    if probe.returncode == 0:
        return ""
    return (probe.stderr.strip().splitlines() or [f"exit code {probe.returncode}"])[-1].partition("Error: ")[2] or (
        f"exit code {probe.returncode}"
    )


def qt_advice(platform: str) -> str:
    """Return what to do about a Qt that does not load."""
    if platform == "linux":
        return f"run `apt-get install {' '.join(QT_PACKAGES)}` as root (or what your system calls these), then again."
    if platform == "win32":
        return "install the current Microsoft Visual C++ Redistributable, then run the same again."
    return "it needs macOS 13 or later."


def install_qt_packages() -> None:
    """Install Debian's packages with the libraries Qt needs."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *QT_PACKAGES]):
        subprocess.run(
            ["apt-get", *arguments], check=False, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )


def is_root() -> bool:
    """Tell whether packages may be installed into the system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def run(python: Path, root: Path) -> int:
    """Do the main job on the sample articles, and open the window on the case where there is a screen."""
    made = call([str(python), "main.py", "demo", "--to", "build/demo"], root)
    if made:
        return made
    if not may_have_screen(sys.platform, os.environ) or not screen_answers(python):
        print("There is no screen here, so the window stays closed: open build/demo/sample.case where there is one.")
        return 0
    print("Opening the window on build/demo/sample.case …", flush=True)
    return call([str(python), "main.py", "build/demo/sample.case"], root)


def may_have_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Tell whether the system says that a window could be shown."""
    if platform in {"win32", "darwin"}:
        return not environ.get("CI")
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def screen_answers(python: Path) -> bool:
    """Tell whether Qt reaches the screen: DISPLAY often outlives it, and Qt would abort."""
    return subprocess.run([str(python), "-c", SCREEN_PROBE], capture_output=True, check=False).returncode == 0


def bundle(root: Path) -> int:
    """Make the program as a folder that runs without Python, try it and pack it, in an environment of its own."""
    python = environment(root, sys.platform, *BUNDLE_ENVIRONMENT)
    check_qt(python, sys.platform, os.environ)
    if sys.platform == "linux" and shutil.which("strip") is None:
        raise SetUpError("A bundle needs strip: install binutils (on Debian: apt-get install binutils), then again.")
    return call([str(python), ".ci/packaging/bundle.py"], root)


def of_bundle(root: Path, script: str, *arguments: str) -> int:
    """Run a script on the bundle in `dist`, in the environment that the bundle was made in."""
    python = environment(root, sys.platform, *BUNDLE_ENVIRONMENT)
    return call([str(python), f".ci/packaging/{script}", *arguments], root)


def lock(python: Path, root: Path) -> int:
    """Write both locks anew from the ranges in pyproject.toml, with uv in an environment of its own."""
    uv = shutil.which("uv")
    if uv is None:
        folder = root / "build" / "uv"
        arguments = ["install", "--quiet", "--upgrade", "--target", str(folder), "uv"]
        if call([str(python), "-m", "pip", *arguments], root):
            raise SetUpError("uv, which writes the lock, could not be installed: see pip's lines above.")
        uv = str(folder / "bin" / "uv")
    return max(call([uv, *LOCK_COMMAND, *what], root) for what in LOCKS)


def installer(root: Path) -> int:
    """Make the installer for Windows of the bundle in `dist`; it needs makensis and none of our packages."""
    return call([sys.executable, ".ci/packaging/windows/installer.py"], root)


def clean(root: Path) -> int:
    """Remove what commands have made, but not the environment."""
    for name in LEFTOVERS:
        shutil.rmtree(root / name, ignore_errors=True)
    return 0


def call(line: Sequence[str], root: Path) -> int:
    """Run a command line in the project's folder, its output on ours; return its exit code."""
    return abs(subprocess.run(line, cwd=root, check=False).returncode)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
