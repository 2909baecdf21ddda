"""Tell which locked packages have no wheel for a system that we name.

    python .ci/packaging/wheels.py

The package index that pip is set to is asked which files it has; a wheel counts where its hash stands in the lock.
It needs the package `packaging`. It ends with 0 where every package has its wheels, with 1 where one is missing, and
with 75 where no index answers.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHONS = ((3, 11), (3, 12), (3, 13))
NO_INDEX = 75
SIMPLE_JSON = "application/vnd.pypi.simple.v1+json"


@dataclass(frozen=True)
class System:
    """A system that packages are built for: its name, what markers ask of it, and the platforms of its wheels."""

    name: str
    sys_platform: str
    machine: str
    platforms: tuple[str, ...]


SYSTEMS = (
    System("Windows x64", "win32", "AMD64", ("win_amd64",)),
    System("Windows on ARM", "win32", "ARM64", ("win_arm64",)),
    System("macOS 13, Apple silicon", "darwin", "arm64", tuple(mac_platforms((13, 0), "arm64"))),
    System("macOS 13, Intel", "darwin", "x86_64", tuple(mac_platforms((13, 0), "x86_64"))),
    System(
        "Linux x64, glibc 2.35",
        "linux",
        "x86_64",
        (*(f"manylinux_2_{minor}_x86_64" for minor in range(35, 4, -1)), "manylinux2014_x86_64"),
    ),
)


@dataclass(frozen=True)
class Locked:
    """A package of the lock, as one version of it is pinned."""

    requirement: Requirement
    hashes: frozenset[str]

    @property
    def name(self) -> str:
        """Return the package's name as an index spells it."""
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        """Return the version that is pinned."""
        return next(iter(self.requirement.specifier)).version


def locked(text: str) -> list[Locked]:
    """Return the packages of a lock file."""
    found = []
    for line in text.replace("\\\n", "").splitlines():
        name, _, rest = line.partition(" --hash=")
        if name.strip() and not name.lstrip().startswith("#"):
            found.append(Locked(Requirement(name.strip()), frozenset(re.findall(r"sha256:([0-9a-f]{64})", rest))))
    return found


def wanted(package: Locked, system: System, python: tuple[int, int]) -> bool:
    """Tell whether a package is installed on a system with a Python."""
    marker = package.requirement.marker
    return marker is None or marker.evaluate(
        {
            "sys_platform": system.sys_platform,
            "platform_machine": system.machine,
            "platform_system": {"win32": "Windows", "darwin": "Darwin", "linux": "Linux"}[system.sys_platform],
            "os_name": "nt" if system.sys_platform == "win32" else "posix",
            "python_version": f"{python[0]}.{python[1]}",
            "python_full_version": f"{python[0]}.{python[1]}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }
    )


@cache
def tags(system: System, python: tuple[int, int]) -> frozenset[Tag]:
    """Return the tags of wheels that a system with a Python takes."""
    interpreter = f"cp{python[0]}{python[1]}"
    return frozenset(cpython_tags(python, platforms=system.platforms)) | frozenset(
        compatible_tags(python, interpreter, system.platforms)
    )


def files(name: str, index: str) -> dict[str, str]:
    """Return the files that an index has of a package, by their SHA-256.

    Raises:
        OSError: where the index does not answer.

    """
    request = urllib.request.Request(f"{index.rstrip('/')}/{name}/", headers={"Accept": SIMPLE_JSON})  # noqa: S310 - pip's index
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - as above
        listed = json.load(answer)["files"]
    return {file["hashes"]["sha256"]: file["filename"] for file in listed if file["filename"].endswith(".whl")}


def missing(packages: Sequence[Locked], has: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Yield a line for each package and system without a wheel whose hash is in the lock."""
    for package in packages:
        wheels = [parse_wheel_filename(name)[3] for hash_, name in has[package.name].items() if hash_ in package.hashes]
        for system in SYSTEMS:
            without = [
                f"{python[0]}.{python[1]}"
                for python in PYTHONS
                if wanted(package, system, python) and not any(wheel & tags(system, python) for wheel in wheels)
            ]
            if without:
                yield f"{package.name} {package.version}: no wheel for {system.name}, Python {', '.join(without)}"


def index_of_pip() -> str:
    """Return the package index that pip is set to."""
    asked = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    set_to = subprocess.run(asked, capture_output=True, check=False, encoding="utf-8").stdout.strip()
    if set_to or os.environ.get("PIP_INDEX_URL"):
        return set_to or os.environ["PIP_INDEX_URL"]
    from pip._internal.models.index import PyPI

    return str(PyPI.simple_url)


def shipped(packages: Sequence[Locked], root: Path) -> list[Locked]:
    """Return the locked packages without those that only the developers' group asks for by name."""
    groups = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    ours = {canonicalize_name(Requirement(line).name) for line in groups["dev"]}
    return [package for package in packages if package.name not in ours]


def main() -> int:
    """Ask the index, and print what is missing."""
    packages = shipped(locked((ROOT / "requirements.lock").read_text(encoding="utf-8")), ROOT)
    names = sorted({package.name for package in packages})
    try:
        index = index_of_pip()
        with ThreadPoolExecutor(8) as pool:
            has = dict(zip(names, pool.map(lambda name: files(name, index), names), strict=True))
    except OSError as error:
        print(f"The package index does not answer ({error}).")
        return NO_INDEX
    lines = list(missing(packages, has))
    print("\n".join(lines) or f"{len(packages)} packages have wheels for {', '.join(s.name for s in SYSTEMS)}.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
