"""Runs the self-test: a folder of its own, the real window, step after step, up to the first that fails."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from ui import app
from ui.problems import Problems, describe
from ui.selftest.steps import LAST, STEPS, Act, stay_alone
from ui.selftest.walk import Answers, SelfTestFailed, Walk
from ui.selftest.watch import end_soon, ended
from ui.selftest.witness import Witness
from ui.tasks import Tasks
from workbench.errors import WorkbenchError
from workbench.version import PROGRAM, VERSION

Say = Callable[[str], None]
#: A space and an umlaut: where programs that take folders for ASCII break.
_PREFIX = "Casualty Workbench Prüfung "
#: Where a system is told to keep what is a user's own, and matplotlib its list of fonts.
_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
_PLACES = (*_HOMES, "XDG_STATE_HOME", "MPLCONFIGDIR", "TMPDIR", "TEMP", "TMP")


def run(say: Say, *, only_paint: bool = False) -> int:
    """Do all steps, or only the first; `say` hears of each as it ends. Return the exit code: 0 where all is well."""
    sys.dont_write_bytecode = True
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _move_in(folder)
        witness = Witness(folder)
        witness.install()
        say(f"{PROGRAM} {VERSION}: self-test, Python {sys.version.split()[0]} on {sys.platform}")
        began = time.monotonic()
        good = carry_out(STEPS[:1] if only_paint else STEPS, folder, witness, say)
        verdict = f"Self-test passed in {time.monotonic() - began:.1f} s." if good else "Self-test FAILED."
        say(verdict)
        end_soon()  # what is torn down at the end may hang as well
    return 0 if good else 1


def _move_in(folder: Path) -> None:
    """Let whoever asks the system for a home find it in `folder`; the key to the screen stays where it is."""
    screen = Path.home() / ".Xauthority"
    if screen.exists():
        os.environ.setdefault("XAUTHORITY", str(screen))
    os.environ.update(dict.fromkeys(_PLACES, str(folder)))
    tempfile.tempdir = None  # it is looked up anew


def carry_out(steps: Iterable[tuple[str, Act]], folder: Path, witness: Witness, say: Say) -> bool:
    """Build the window and do the steps, up to the first that fails; return whether none did."""
    walks: list[Walk] = []

    def build() -> str:
        walks.append(_built(folder))
        return "settings, registers, panels"

    good = _do("the window is built", build, say)
    for walk in walks:
        good = all(_do(words, partial(act, walk), say) for words, act in steps)
        with ended("the window is let go", say):
            walk.window.close()
            walk.window.deleteLater()
    return good and _do(LAST, partial(stay_alone, witness), say)


def _built(folder: Path) -> Walk:
    tasks, told = Tasks(), list[Walk]()
    window = app.build(
        None,
        settings_path=folder / "settings" / "settings.json",
        tasks=tasks,
        files=lambda window: Answers(window, folder),
        ready=lambda: told[0].note_ready(),  # noqa: PLW0108 - the walk is made once the window is
    )
    told.append(Walk(window, folder))
    told[0].find(Problems).install()
    return told[0]


def _do(words: str, act: Callable[[], str], say: Say) -> bool:
    """Do a step and tell of it; whatever it raises is its failure, and that of the whole."""
    began = time.monotonic()
    try:
        with ended(words, say):
            came = act()
    except (SelfTestFailed, WorkbenchError) as error:
        came, good = str(error), False
    except Exception as error:
        came, good = f"{type(error).__name__}: {error}\n{describe(error)}", False
    else:
        good = True
    say(f"{'✓' if good else '✗'} {time.monotonic() - began:6.2f} s  {words}: {came}")
    return good
