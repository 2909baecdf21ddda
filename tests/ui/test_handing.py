"""What is handed over is taken once, whole, and by nobody who should not; what is no list does no harm."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import pytest

from ui import handing
from ui.handing import FRESH, put, take, withdrawn

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither")


def now_taken(box: Path) -> list[list[Path]]:
    taken, again = take(box, time.time())
    assert not again
    return taken


def test_lists_are_taken_once_and_in_their_order(tmp_path: Path) -> None:
    one, two = tmp_path / "Fälle in Homs" / "a b.case", tmp_path / "b.case"
    put(tmp_path, [one])
    put(tmp_path, [])
    put(tmp_path, [two, one])
    assert now_taken(tmp_path) == [[one], [], [two, one]]
    assert now_taken(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_path_is_handed_over_whole_from_wherever_it_was_named(tmp_path: Path) -> None:
    put(tmp_path, [Path("a.case")])
    assert now_taken(tmp_path) == [[Path.cwd() / "a.case"]]


@POSIX
def test_a_name_that_is_no_text_is_handed_over(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(b"/tmp/\xff\xfe.case"))
    put(tmp_path, [odd])
    assert now_taken(tmp_path) == [[odd]]


def test_nothing_but_paths_crosses(tmp_path: Path) -> None:
    file = put(tmp_path, [tmp_path / "a.case"])
    assert json.loads(file.read_text(encoding="utf-8")) == {"paths": [str(tmp_path / "a.case")]}


def test_what_was_withdrawn_is_not_taken_and_what_was_taken_not_withdrawn(tmp_path: Path) -> None:
    file = put(tmp_path, [])
    assert withdrawn(file)
    assert now_taken(tmp_path) == []
    file = put(tmp_path, [])
    assert now_taken(tmp_path) == [[]]
    assert not withdrawn(file)


def test_what_somebody_withdraws_while_it_is_read_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = put(tmp_path, [tmp_path / "a.case"])
    read = handing._read  # noqa: SLF001 - between reading and taking there is no other place to stand

    def slowly(path: Path, now: float) -> list[Path] | None:
        paths = read(path, now)
        assert withdrawn(file)
        return paths

    monkeypatch.setattr(handing, "_read", slowly)
    assert now_taken(tmp_path) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\x00\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"paths": null}',
        b'{"paths": 7}',
        b"[" * 100_000,
        b'{"paths": ["' + b"x" * 300_000 + b'"]}',
    ],
)
def test_what_is_no_list_is_taken_away_and_opens_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "1.handed").write_bytes(content)
    assert now_taken(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["relative.case", "", "\0", "a\0b", 7, None, ["x"], {"a": 1}])
def test_what_is_no_path_is_left_out(tmp_path: Path, path: object) -> None:
    good = str(tmp_path / "a.case")
    (tmp_path / "1.handed").write_text(json.dumps({"paths": [path, good]}), encoding="utf-8")
    assert now_taken(tmp_path) == [[Path(good)]]


def test_a_list_that_nobody_waits_for_any_more_is_not_opened(tmp_path: Path) -> None:
    for wrong in (-FRESH - 5, FRESH + 5):
        file = put(tmp_path, [tmp_path / "a.case"])
        os.utime(file, (time.time() + wrong,) * 2)
        assert now_taken(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_list_that_is_being_written_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = Path.write_text

    def looked_at_meanwhile(path: Path, text: str, encoding: str) -> int:
        written(path, text[:4], encoding=encoding)
        assert now_taken(tmp_path) == []
        return written(path, text, encoding=encoding)

    monkeypatch.setattr(Path, "write_text", looked_at_meanwhile)
    put(tmp_path, [tmp_path / "a.case"])
    assert now_taken(tmp_path) == [[tmp_path / "a.case"]]


def test_half_a_list_is_not_read_and_goes(tmp_path: Path) -> None:
    (tmp_path / "1.part").write_text('{"paths": ["/a', encoding="utf-8")
    os.utime(tmp_path / "1.part", (time.time() - FRESH - 5,) * 2)
    (tmp_path / "other.txt").touch()
    (tmp_path / "2.handed").mkdir()
    assert now_taken(tmp_path) == []
    assert {path.name for path in tmp_path.iterdir()} == {"other.txt", "2.handed"}


@POSIX
def test_neither_a_pipe_nor_a_link_in_its_place_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(json.dumps({"paths": ["/a.case"]}), encoding="utf-8")
    box = tmp_path / "box"
    box.mkdir()
    os.mkfifo(box / "1.handed")
    (box / "2.handed").symlink_to(secret)
    assert now_taken(box) == []
    assert list(box.iterdir()) == []
    assert secret.exists()


def test_where_nothing_can_be_put_the_system_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        put(tmp_path / "gone", [])
    assert take(tmp_path / "gone", 0) == ([], False)


def test_what_cannot_be_taken_away_is_looked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, [])

    def held(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", held)
    assert take(tmp_path, time.time()) == ([], True)
