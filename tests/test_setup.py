"""`.ci/setup.py`, which sets up a new machine, and the Makefile and CI script that call it."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT


@pytest.fixture
def setup() -> Any:
    spec = importlib.util.spec_from_file_location("setup_script", ROOT / ".ci" / "setup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Calls:
    """Stand in for `call`: note each command line, answer with the next exit code (0 when none is left)."""

    def __init__(self, *codes: int) -> None:
        self.codes = list(codes)
        self.lines: list[str] = []

    def __call__(self, line: Sequence[str], _root: Path) -> int:
        self.lines.append(" ".join(line))
        return self.codes.pop(0) if self.codes else 0


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "requirements.lock").write_text("a==1\n", encoding="ascii")
    (tmp_path / ".venv").mkdir()
    return tmp_path


def test_only_pythons_with_wheels_are_taken(setup: Any) -> None:
    for version in ((3, 11), (3, 12), (3, 13)):
        setup.check_python(version)
    for version in ((3, 9), (3, 14)):
        with pytest.raises(setup.SetUpError, match=rf"3\.11, 3\.12 or 3\.13, and this is {version[0]}\.{version[1]}:"):
            setup.check_python(version)


def test_packages_are_installed_once_and_when_the_lock_changes(
    setup: Any, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls()
    monkeypatch.setattr(setup, "call", calls)
    monkeypatch.setattr(setup, "sound", lambda _python: True)
    setup.environment(project, "linux")
    setup.environment(project, "linux")
    assert len(calls.lines) == 1
    assert "-m pip install" in calls.lines[0]
    assert "--require-hashes -r requirements.lock" in calls.lines[0]
    (project / "requirements.lock").write_text("a==2\n", encoding="ascii")
    setup.environment(project, "linux")
    assert len(calls.lines) == 2


def test_a_failed_install_is_a_sentence_and_is_tried_again(
    setup: Any, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls(1)
    monkeypatch.setattr(setup, "call", calls)
    monkeypatch.setattr(setup, "sound", lambda _python: True)
    with pytest.raises(setup.SetUpError, match="could not be installed"):
        setup.environment(project, "linux")
    setup.environment(project, "linux")
    assert len(calls.lines) == 2


def test_the_environment_is_made_where_it_does_not_run(
    setup: Any, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    monkeypatch.setattr(setup, "call", Calls())
    monkeypatch.setattr(setup, "make_venv", made.append)
    assert setup.environment(project, "win32") == project / ".venv/Scripts/python.exe"
    assert setup.environment(project, "linux") == project / ".venv/bin/python"
    assert made == [project / ".venv"] * 2


def test_a_python_without_venv_is_told_what_to_install(
    setup: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "find_spec", lambda name: None if name == "ensurepip" else object())
    with pytest.raises(setup.SetUpError, match=r"apt-get install python3\.\d+-venv"):
        setup.make_venv(tmp_path / ".venv")
    assert not (tmp_path / ".venv").exists()


def test_this_python_is_sound_and_a_missing_one_is_not(setup: Any, tmp_path: Path) -> None:
    assert setup.sound(Path(sys.executable))
    assert not setup.sound(tmp_path / "python")


def test_qt_loads_here(setup: Any) -> None:
    assert setup.qt_problem(Path(sys.executable), sys.platform, {}) == ""


def test_the_missing_library_is_named(setup: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "QT_PROBE", "raise ImportError('libEGL.so.1: cannot open shared object file')")
    problem = setup.qt_problem(Path(sys.executable), "linux", {})
    assert problem == "libEGL.so.1: cannot open shared object file"


def test_root_on_debian_installs_what_qt_needs(setup: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = ["libEGL.so.1", ""]
    installed: list[bool] = []
    monkeypatch.setattr(setup, "qt_problem", lambda *_: problems.pop(0))
    monkeypatch.setattr(setup, "is_root", lambda: True)
    monkeypatch.setattr(setup.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(setup, "install_qt_packages", lambda: installed.append(True))
    setup.check_qt(Path(sys.executable), "linux", {})
    assert installed == [True]


def test_others_are_told_the_line_to_run(setup: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "qt_problem", lambda *_: "libEGL.so.1 is missing")
    monkeypatch.setattr(setup, "is_root", lambda: False)
    with pytest.raises(setup.SetUpError, match=r"libEGL\.so\.1 is missing.*apt-get install libegl1 libgl1 .* as root"):
        setup.check_qt(Path(sys.executable), "linux", {})
    with pytest.raises(setup.SetUpError, match="Visual C"):
        setup.check_qt(Path(sys.executable), "win32", {})


@pytest.mark.parametrize(
    ("platform", "environ", "answer"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0", "CI": "true"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
        ("win32", {"CI": "true"}, False),
    ],
)
def test_where_there_may_be_a_screen(setup: Any, platform: str, environ: dict[str, str], answer: bool) -> None:
    assert setup.may_have_screen(platform, environ) is answer


def running(setup: Any, monkeypatch: pytest.MonkeyPatch, calls: Calls, *, screen: bool) -> int:
    monkeypatch.setattr(setup, "call", calls)
    monkeypatch.setattr(setup, "may_have_screen", lambda *_: screen)
    monkeypatch.setattr(setup, "screen_answers", lambda _python: screen)
    return int(setup.run(Path("python"), Path()))


def test_run_without_a_screen_says_so(
    setup: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = Calls()
    assert running(setup, monkeypatch, calls, screen=False) == 0
    assert calls.lines == ["python main.py demo --to build/demo"]
    assert "no screen here" in capsys.readouterr().out


def test_run_opens_the_window_on_the_case(setup: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls(0, 3)
    assert running(setup, monkeypatch, calls, screen=True) == 3
    assert calls.lines[1] == "python main.py build/demo/sample.case"


def test_run_stops_where_the_demo_fails(setup: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls(2)
    assert running(setup, monkeypatch, calls, screen=True) == 2
    assert len(calls.lines) == 1


def test_check_is_all_of_lint_and_test(setup: Any) -> None:
    lines = setup.lines_of("python")
    assert lines["check"] == lines["lint"] + lines["test"]
    assert [line[2] for line in lines["lint"]] == ["ruff", "ruff", "mypy"]


def test_every_part_of_check_runs_and_the_worst_code_counts(
    setup: Any, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls(0, 1, 0, 0)
    monkeypatch.setattr(setup, "call", calls)
    monkeypatch.setattr(setup, "environment", lambda *_: Path("python"))
    monkeypatch.setattr(setup, "check_qt", lambda *_: None)
    assert setup.carry_out("check", project) == 1
    assert len(calls.lines) == 4


@pytest.mark.parametrize("argv", [[], ["fly"], ["test", "more"]])
def test_a_wrong_call_is_told_the_right_ones(setup: Any, argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert setup.main(argv) == 1
    first = "run, bundle, installer, bill, image, lock, clean"
    rest = "test, lint, check, bench, accuracy, screenshot, train"
    assert capsys.readouterr().err == f"Say one of: {first}, {rest}.\n"


def test_the_lock_is_written_by_uv_wherever_that_is_found(
    setup: Any, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls()
    monkeypatch.setattr(setup, "call", calls)
    monkeypatch.setattr(setup.shutil, "which", lambda _name: None)
    assert setup.lock(Path("python"), project) == 0
    assert calls.lines[0].endswith(f"--target {project / 'build' / 'uv'} uv")
    assert "--generate-hashes" in calls.lines[1]
    assert calls.lines[1].startswith(str(project / "build" / "uv" / "bin" / "uv"))
    assert calls.lines[1].endswith("--group dev --output-file requirements.lock")
    assert calls.lines[2].endswith(
        "--group build --constraint requirements.lock --output-file .ci/packaging/bundle.lock"
    )
    assert all("--no-emit-index-url" in line for line in calls.lines[1:])


def test_a_bundle_is_made_in_an_environment_of_its_own(
    setup: Any, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls()
    (project / ".ci" / "packaging").mkdir(parents=True)
    (project / setup.BUNDLE_LOCK).write_text("b==1\n", encoding="ascii")
    monkeypatch.setattr(setup, "call", calls)
    monkeypatch.setattr(setup, "make_venv", lambda folder: folder.mkdir(parents=True))
    monkeypatch.setattr(setup.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(setup, "check_qt", lambda *_: None)
    assert setup.carry_out("bundle", project) == 0
    python = project / "build" / "bundle-env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    assert calls.lines[0].endswith("--require-hashes -r .ci/packaging/bundle.lock")
    assert calls.lines[1] == f"{python} .ci/packaging/bundle.py"


@pytest.mark.parametrize(("command", "line"), [("bill", "sbom.py"), ("image", "macos/release.py image")])
def test_a_bundle_is_worked_on_where_it_was_made(
    setup: Any, project: Path, monkeypatch: pytest.MonkeyPatch, command: str, line: str
) -> None:
    calls = Calls()
    monkeypatch.setattr(setup, "call", calls)
    monkeypatch.setattr(setup, "environment", lambda _root, _platform, name, lock: f"{name} of {lock}")
    assert setup.carry_out(command, project) == 0
    assert calls.lines == [f"build/bundle-env of .ci/packaging/bundle.lock .ci/packaging/{line}"]


def test_without_strip_a_bundle_is_refused(setup: Any, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "environment", lambda *_: Path("python"))
    monkeypatch.setattr(setup, "check_qt", lambda *_: None)
    monkeypatch.setattr(setup.sys, "platform", "linux")
    monkeypatch.setattr(setup.shutil, "which", lambda _name: None)
    with pytest.raises(setup.SetUpError, match="apt-get install binutils"):
        setup.bundle(project)


def test_the_installer_needs_no_environment(setup: Any, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls(3)
    monkeypatch.setattr(setup, "call", calls)
    assert setup.carry_out("installer", project) == 3
    assert calls.lines == [f"{sys.executable} .ci/packaging/windows/installer.py"]


def test_clean_leaves_the_environment(setup: Any, project: Path) -> None:
    (project / "build" / "demo").mkdir(parents=True)
    assert setup.clean(project) == 0
    assert sorted(path.name for path in project.iterdir()) == [".venv", "requirements.lock"]


def test_the_lock_holds_every_package_with_hashes() -> None:
    for packages in (locked("requirements.lock"), locked(".ci/packaging/bundle.lock")):
        assert len(packages) > 50
        assert all(line.endswith("\\") for line in packages)
        assert any(line.startswith("pyside6-essentials==6.11.") for line in packages)


def test_a_bundle_is_made_of_the_versions_that_are_tested() -> None:
    tested, packed = locked("requirements.lock"), locked(".ci/packaging/bundle.lock")
    makers = {"altgraph", "macholib", "pefile", "pyinstaller", "pyinstaller-hooks-contrib", "pywin32-ctypes"}
    makers |= {"cyclonedx-bom", "dmgbuild"}
    names = {line.partition("==")[0] for line in tested}
    assert not [line for line in packed if line not in tested and line.partition("==")[0] in names]
    assert makers <= {line.partition("==")[0] for line in packed}
    assert not [line for line in packed if line.startswith(("pytest", "hypothesis", "mypy", "ruff"))]


def locked(name: str) -> list[str]:
    """Return the lines of a lock that name a package and its version."""
    return [line for line in (ROOT / name).read_text(encoding="ascii").splitlines() if "==" in line]


def test_the_lock_is_made_from_the_ranges_in_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[<>=!~ ]", range_)[0].lower().replace("_", "-") for range_ in wanted}
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text(encoding="ascii"), re.MULTILINE))
    assert names <= locked


def test_make_knows_every_command(setup: Any) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = makefile.partition("COMMANDS := ")[2].partition("\n")[0].split()
    assert sorted(named) == sorted(
        ["run", "bundle", "lock", "clean", "installer", *setup.OF_BUNDLES, *setup.lines_of("")]
    )


@pytest.mark.skipif(shutil.which("make") is None or os.name == "nt", reason="needs make and a shell")
def test_make_takes_the_first_python_that_really_runs(tmp_path: Path) -> None:
    for name, body in {"python3.13": "exit 127", "python3.12": "exit 0", "python3.11": "exit 0"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n", encoding="ascii")
        (tmp_path / name).chmod(0o755)
    said = make_dry_run({**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"})
    assert "python3.12 .ci/setup.py test" in said


@pytest.mark.skipif(shutil.which("make") is None or os.name == "nt", reason="needs make and a shell")
def test_ci_runs_the_tests_and_then_the_rest() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("make ")] == ["make test", "make lint"]
    assert "set -eu" in lines


def make_dry_run(environ: dict[str, str]) -> str:
    make = shutil.which("make")
    assert make is not None
    done = subprocess.run(
        [make, "--no-print-directory", "-n", "test"],
        cwd=ROOT, env=environ, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return done.stdout
