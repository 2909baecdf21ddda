"""Acts that are cut off at each thing they do to files, as where the power fails, and what is there then.

``python -m tests.workbench.casefile.cutting [EACH]`` cuts off at every EACH-th of them, on Linux and macOS.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from tests.conftest import ROOT
from tests.workbench.casefile.killing import make
from workbench import acts
from workbench.case import Case, Key, backups, cipher, rekeying, verify
from workbench.errors import WorkbenchError

#: What Python tells of that may change files; SQLite's own writing is cut off by `killing`.
_EVENTS = frozenset(
    {"open", "os.rename", "os.link", "os.remove", "os.truncate", "os.mkdir", "os.rmdir", "os.utime", "sqlite3.connect"}
)
_ONE, _OTHER = Key(b"0" * 16, b"1" * 32), Key(b"2" * 16, b"3" * 32)
_CUT_OFF, _BROKEN = 9, 3

Act = Callable[[Path], object]


def plain(path: Path) -> None:
    make(path)


def encrypted(path: Path) -> None:
    make(path, _ONE)


def backed_up(path: Path) -> None:
    make(path)
    _back_up(path)


def older(path: Path) -> None:
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-5.case", path)


def with_another(path: Path) -> None:
    make(path)
    shutil.copyfile(path, path.with_name("b.case"))
    other = Case.open(path.with_name("b.case"), "Ben")
    other.apply(acts.accept(other.claims()[0]))
    other.close()


def _back_up(path: Path) -> None:
    backups.back_up(path, backups.folder_of(path), datetime.now(UTC))


def _restore(path: Path) -> None:
    backups.restore(path, backups.backups_in(backups.folder_of(path))[0].path)


def _open(path: Path) -> None:
    Case.open(path, "Ana").close()


def _mend(path: Path) -> None:
    case = Case.open(path, "Ana")
    case.mend()
    case.close()


def _merge(path: Path) -> None:
    case = Case.open(path, "Ana")
    _back_up(path)
    with case.joining(path.with_name("b.case")) as plan:
        case.apply(plan.change({}))
    case.close()


ACTS: dict[str, tuple[Act, Act]] = {
    "encrypt": (plain, lambda path: rekeying.rekey(path, None, _ONE)),
    "change": (encrypted, lambda path: rekeying.rekey(path, _ONE, _OTHER)),
    "decrypt": (encrypted, lambda path: rekeying.rekey(path, _ONE, None)),
    "back up": (plain, _back_up),
    "restore": (backed_up, _restore),
    "bring up": (older, _open),
    "mend": (plain, _mend),
    "merge": (with_another, _merge),
}


def cut(name: str, folder: Path, each: int = 1) -> int:
    """Cut an act off at every `each`-th event, and examine what is there; return at how many."""
    prepare, act = ACTS[name]
    for number in count(each, each):
        path = folder / f"{name} {number}" / "a.case"
        path.parent.mkdir()
        prepare(path)
        ended = _apart(lambda path=path, number=number: _until(number, path, act))  # type: ignore[misc]  # bound now
        assert ended in (0, _CUT_OFF), (name, number)
        assert _apart(lambda path=path: examine(path)) == 0, (name, number)  # type: ignore[misc]  # bound now
        shutil.rmtree(path.parent)
        if not ended:
            return number // each - 1
    raise AssertionError


def _apart(work: Callable[[], object]) -> int:
    """Do something in a process of its own, which begins as this one is; return how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - this process must not go on with the tests
        print(repr(error), file=sys.stderr)  # noqa: T201 - what is wrong is told to who waits
        os._exit(_BROKEN)
    os._exit(0)


def _until(number: int, path: Path, act: Act) -> None:
    left, flush = number, os.fsync

    def count_down() -> None:
        nonlocal left
        left -= 1
        if not left:
            os._exit(_CUT_OFF)

    def hear(event: str, told: tuple[object, ...]) -> None:
        if event in _EVENTS and (event != "open" or str(path.parent) in str(told[0])):
            count_down()

    def flushed(handle: int) -> None:
        count_down()
        flush(handle)

    os.fsync = flushed  # type: ignore[assignment]  # Python tells nothing of it
    sys.addaudithook(hear)
    act(path)


def examine(path: Path) -> None:
    """Hold the case to what it promises: it is as it was or as it was to be, takes changes, and nothing is left."""
    key = next(key for key in (None, _ONE, _OTHER) if _fits(path, key))
    assert verify(path, key=key).faults == ()
    case = Case.open(path, "Ana", key=key)
    assert not case.refusal
    case.apply(acts.accept(case.claims()[1]))
    case.close()
    assert verify(path, key=key).faults == ()
    allowed = ("a.case", "b.case", "a backups", "a restored.case")
    assert [found.name for found in path.parent.iterdir() if found.name not in allowed] == []
    for other in (*path.parent.glob("a restored*"), *(path.parent / "a backups").glob("*.case")):
        assert not other.stat().st_size or verify(other).faults == (), other


def _fits(path: Path, key: Key | None) -> bool:
    try:
        return cipher.proven(path, key) == key
    except WorkbenchError:
        return False


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name in ACTS:
            cuts = cut(name, Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 1)
            print(f"{name}: cut off at {cuts} places")  # noqa: T201 - run by hand
