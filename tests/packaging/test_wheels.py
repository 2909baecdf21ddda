"""`.ci/packaging/wheels.py`: every package that ships has wheels for the systems that we name."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import ROOT

SCRIPT = ROOT / ".ci" / "packaging" / "wheels.py"


@pytest.fixture
def wheels(script: Callable[[str], Any]) -> Any:
    return script("wheels.py")


def digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def line(requirement: str, *files: str) -> str:
    return " \\\n    ".join([requirement, *(f"--hash=sha256:{digest(name)}" for name in files)]) + "\n"


def index(*files: str) -> dict[str, str]:
    return {digest(name): name for name in files}


EVERYWHERE = ("win_amd64", "win_arm64", "macosx_11_0_arm64", "macosx_10_9_x86_64", "manylinux_2_17_x86_64")


def test_the_locked_packages_have_wheels_for_every_system() -> None:
    asked = subprocess.run(
        [sys.executable, str(SCRIPT)], capture_output=True, check=False, encoding="utf-8", timeout=300
    )
    if asked.returncode == 75:
        pytest.skip(asked.stdout.strip())
    assert asked.returncode == 0, asked.stdout + asked.stderr


def test_a_pure_wheel_serves_every_system(wheels: Any) -> None:
    packages = wheels.locked(line("pure==1.0", "pure-1.0-py3-none-any.whl"))
    assert list(wheels.missing(packages, {"pure": index("pure-1.0-py3-none-any.whl")})) == []


def test_a_wheel_whose_hash_is_not_locked_does_not_count(wheels: Any) -> None:
    packages = wheels.locked(line("pure==1.0", "pure-1.0.tar.gz"))
    told = list(wheels.missing(packages, {"pure": index("pure-1.0-py3-none-any.whl")}))
    assert len(told) == len(wheels.SYSTEMS)
    assert told[0] == "pure 1.0: no wheel for Windows x64, Python 3.11, 3.12, 3.13"


@pytest.mark.parametrize("without", EVERYWHERE)
def test_a_system_without_a_wheel_is_named(wheels: Any, without: str) -> None:
    files = [f"built-2.1-cp311-abi3-{platform}.whl" for platform in EVERYWHERE if platform != without]
    told = list(wheels.missing(wheels.locked(line("built==2.1", *files)), {"built": index(*files)}))
    assert len(told) == 1
    assert told[0].startswith("built 2.1: no wheel for ")
    assert told[0].endswith("Python 3.11, 3.12, 3.13")


def test_a_python_without_a_wheel_is_named(wheels: Any) -> None:
    files = [f"built-2.1-{tag}-{tag}-{platform}.whl" for tag in ("cp311", "cp313") for platform in EVERYWHERE]
    told = list(wheels.missing(wheels.locked(line("built==2.1", *files)), {"built": index(*files)}))
    assert {one.rpartition(", ")[2] for one in told} == {"Python 3.12"}


def test_macos_newer_than_ours_does_not_count(wheels: Any) -> None:
    files = ["built-1-cp311-abi3-macosx_14_0_arm64.whl", "built-1-cp311-abi3-macosx_10_9_x86_64.whl"]
    told = list(wheels.missing(wheels.locked(line("built==1", *files)), {"built": index(*files)}))
    assert any("Apple silicon" in one for one in told)
    assert not any("Intel" in one for one in told)


def test_what_is_not_installed_on_a_system_needs_no_wheel_there(wheels: Any) -> None:
    text = line("colours==1 ; sys_platform == 'win32'", "colours-1-cp311-abi3-win_amd64.whl")
    told = list(wheels.missing(wheels.locked(text), {"colours": index("colours-1-cp311-abi3-win_amd64.whl")}))
    assert told == ["colours 1: no wheel for Windows on ARM, Python 3.11, 3.12, 3.13"]


def test_a_package_locked_twice_is_looked_at_for_each_python(wheels: Any) -> None:
    text = line("sums==1 ; python_full_version < '3.12'", "sums-1-cp311-cp311-any.whl")
    text += line("sums==2 ; python_full_version >= '3.12'", "sums-2-py3-none-any.whl")
    has = {"sums": index("sums-2-py3-none-any.whl")}
    assert {one.partition(":")[0] for one in wheels.missing(wheels.locked(text), has)} == {"sums 1"}


def test_what_only_developers_ask_for_is_left_out(wheels: Any) -> None:
    packages = wheels.locked(line("pytest==9.0", "a") + line("click==8.1", "b"))
    assert [package.name for package in wheels.shipped(packages, ROOT)] == ["click"]


def test_the_lock_is_read_whole(wheels: Any) -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    packages = wheels.locked(text)
    assert len(packages) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE))
    assert all(package.hashes and package.version for package in packages)
