"""One window a user: the second start hands its file to the first, whoever lives, died or says nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from ui.instance import Instance, Listener, Standing, screen

#: Starts as the program does, says what it is, and lives until it is killed or told to end; patient with a path.
START = """
import sys
from pathlib import Path
from ui.instance import Instance
instance = Instance(Path(sys.argv[1]))
paths = [Path(path) for path in sys.argv[2:]]
print((instance.begin(paths) if paths else instance.begin(paths, lambda: None)).value, flush=True)
sys.stdin.read()
"""


def start(folder: Path, *paths: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", START, str(folder), *paths]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")


def says(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def nothing() -> None:
    """Wait for nobody."""


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Instance]:
    first = Instance(tmp_path)
    assert first.begin([]) is Standing.FIRST
    yield first
    first.end()


@pytest.fixture
def listener(first: Instance) -> Iterator[Listener]:
    listener = Listener(first.box)
    yield listener
    listener.stop()


def test_the_second_hands_its_file_to_the_first(
    tmp_path: Path, first: Instance, listener: Listener, qtbot: QtBot
) -> None:
    listener.begin()
    case = tmp_path / "Fall in Ömdurman.case"
    heard: list[list[Path]] = []
    listener.handed.connect(heard.append)
    assert Instance(tmp_path).begin([case], listener.look) is Standing.HANDED
    assert Instance(tmp_path).begin([], listener.look) is Standing.HANDED
    assert heard == [[case], []]


def test_the_first_hears_by_itself_that_something_was_handed_over(
    tmp_path: Path, listener: Listener, qtbot: QtBot
) -> None:
    listener.begin()
    with start(tmp_path, str(tmp_path / "a.case")) as other:
        with qtbot.waitSignal(listener.handed, timeout=15_000) as heard:
            pass
        assert says(other) == "handed"
    assert heard.args == [[tmp_path / "a.case"]]


def test_what_came_before_the_first_listened_is_heard(tmp_path: Path, first: Instance, listener: Listener) -> None:
    heard: list[list[Path]] = []
    listener.handed.connect(heard.append)
    assert Instance(tmp_path).begin([tmp_path / "a.case"], listener.begin) is Standing.HANDED
    assert heard == [[tmp_path / "a.case"]]


def test_where_the_first_does_not_answer_nothing_stays_to_be_opened_later(tmp_path: Path, first: Instance) -> None:
    assert Instance(tmp_path).begin([tmp_path / "a.case"], nothing) is Standing.UNANSWERED
    assert list(first.box.iterdir()) == []


def test_a_first_that_is_slow_to_open_or_to_close_is_waited_for(
    tmp_path: Path, first: Instance, listener: Listener
) -> None:
    looks: list[None] = []

    def slow() -> None:
        looks.append(None)
        if len(looks) == 1000:
            listener.begin()

    assert Instance(tmp_path).begin([], slow) is Standing.HANDED
    assert len(looks) == 1000
    assert Instance(tmp_path).begin([], lambda: looks.append(None)) is Standing.UNANSWERED
    assert len(looks) < 1300, "it listens, and does not answer"
    listener.stop()
    looks.clear()
    assert Instance(tmp_path).begin([], lambda: looks.append(None)) is Standing.UNANSWERED
    assert len(looks) > 1300


def test_what_a_killed_first_left_is_no_sign_that_the_next_listens(tmp_path: Path, first: Instance) -> None:
    Listener(first.box).begin()
    first.end()
    after = Instance(tmp_path)
    assert after.begin([]) is Standing.FIRST
    assert list(after.box.iterdir()) == []
    after.end()


def test_a_first_that_closes_takes_nothing_more_and_the_second_follows_it(
    tmp_path: Path, first: Instance, listener: Listener
) -> None:
    listener.begin()
    listener.stop()
    second = Instance(tmp_path)
    assert second.begin([tmp_path / "a.case"], first.end) is Standing.FIRST
    assert list(first.box.iterdir()) == []
    second.end()


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed as abruptly there")
def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    with start(tmp_path) as dead:
        assert says(dead) == "first"
        dead.kill()
    after = Instance(tmp_path)
    assert after.begin([], nothing) is Standing.FIRST
    after.end()


@pytest.mark.parametrize(
    "content", ["", "\x00\xff", "{pid}\npython\nelsewhere\n", "{pid}\npython3.11\n{host}\n", "1\n"]
)
def test_a_lock_that_nobody_holds_is_taken_whatever_it_says(tmp_path: Path, content: str) -> None:
    lock = QLockFile(str(tmp_path / "x.lock"))
    assert lock.tryLock(0)
    process, host, _ = lock.getLockInfo()
    instance = Instance(tmp_path)
    said = content.format(pid=process, host=host) if "{" in content else content
    Path(instance._lock_file).write_text(said, encoding="utf-8")  # noqa: SLF001 - what a dead process left there
    assert instance.begin([], nothing) is Standing.FIRST
    instance.end()


def test_of_two_starts_at_the_same_moment_one_is_the_first(tmp_path: Path) -> None:
    both = [start(tmp_path) for _ in range(4)]
    told = sorted(map(says, both))
    for process in both:
        process.communicate()
    assert told == ["first", "unanswered", "unanswered", "unanswered"]


def test_another_screen_has_a_window_of_its_own(tmp_path: Path, first: Instance) -> None:
    other = Instance(tmp_path, ":7")
    assert other.begin([]) is Standing.FIRST
    assert other.box != first.box
    other.end()


def test_a_place_that_takes_no_lock_is_no_reason_not_to_start(tmp_path: Path) -> None:
    assert Instance(tmp_path / "gone").begin([]) is Standing.NO_PLACE
    blocked = tmp_path / "file"
    blocked.touch()
    assert Instance(blocked).begin([]) is Standing.NO_PLACE


def test_a_box_that_cannot_be_made_is_no_reason_either(tmp_path: Path, first: Instance) -> None:
    first.box.touch()
    assert Instance(tmp_path).begin([tmp_path / "a.case"], nothing) is Standing.NO_PLACE
    with pytest.raises(FileExistsError):
        Listener(first.box).begin()


def test_a_folder_that_went_is_looked_at_again(tmp_path: Path, first: Instance, listener: Listener) -> None:
    listener.begin()
    shutil.rmtree(first.box)
    listener.look()
    listener.stop()
    listener.look()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these have one screen for a session")
def test_a_screen_is_named_by_the_environment() -> None:
    assert screen({"DISPLAY": ":1", "WAYLAND_DISPLAY": "wayland-0"}) == "wayland-0"
    assert screen({"DISPLAY": ":1"}) == ":1"
    assert screen({}) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_the_box_is_its_users_alone(first: Instance, listener: Listener) -> None:
    listener.begin()
    assert first.box.stat().st_mode & 0o777 == 0o700
    assert first.box.stat().st_uid == os.getuid()
