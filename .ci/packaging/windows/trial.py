r"""Try an installer on a Windows machine: install silently, have the program test itself, install again, uninstall.

    py .ci\packaging\windows\trial.py SETUP.exe

It installs for the user who runs it, into a folder of its own whose name holds blanks and umlauts.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

#: Windows' entries for the user who installs: where it is registered, and what a double click on a case starts.
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\CasualtyWorkbench"
COMMAND = r"Software\Classes\CasualtyWorkbench.Case\shell\open\command"
#: How long an uninstaller may take, in seconds: it goes on after the command that starts it has ended.
PATIENCE = 120

Run = Callable[[str], int]


def run(line: str) -> int:
    """Run a command line as it stands; return its exit code."""
    print(line, flush=True)
    return subprocess.run(line, check=False).returncode


def registered(key: str) -> str:
    """Return the values that Windows has under a key of the user's, or nothing; `reg` would spoil umlauts."""
    values: list[str] = []
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as found:
            values = [str(winreg.EnumValue(found, number)[1]) for number in range(winreg.QueryInfoKey(found)[1])]
    return "\n".join(values)


def attempt(setup: Path, folder: Path, call: Run, look: Callable[[str], str]) -> None:
    """Install, test, install again and uninstall.

    Raises:
        SystemExit: at the first thing that is not as it should be; it says what.

    """
    console, uninstaller = folder / "casualty-workbench-cli.exe", folder / "uninstall.exe"
    # /D= takes no quotation marks, also where the path holds blanks, and comes last.
    install = f'"{setup}" /S /CURRENTUSER /D={folder}'
    for time_ in ("install", "install again"):
        need(call(install) == 0, f"{time_}: the installer failed")
        need(console.is_file() and uninstaller.is_file(), f"{time_}: {folder} holds no program")
    need(str(folder) in look(UNINSTALL), "Windows does not list the program")
    need(str(folder) in look(COMMAND), "a double click on a case does not start the program")
    need(call(f'"{console}" --self-test') == 0, "the installed program fails its self-test")
    need(call(f'"{uninstaller}" /S') == 0, "the uninstaller failed")
    until = time.monotonic() + PATIENCE
    while (folder.exists() or look(UNINSTALL)) and time.monotonic() < until:
        time.sleep(1)
    need(not folder.exists(), f"{folder} is still there")
    need(not look(UNINSTALL) and not look(COMMAND), "Windows still lists the program")


def need(holds: object, otherwise: str) -> None:
    """End with a sentence where something does not hold."""
    if not holds:
        sys.exit(f"Failed: {otherwise}.")


def main(arguments: list[str]) -> int:
    """Try the installer that is named."""
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        sys.exit("Say which installer: trial.py SETUP.exe")
    with tempfile.TemporaryDirectory() as outer:
        attempt(Path(arguments[0]).resolve(), Path(outer, "Prüf Ordner", "Casualty Workbench"), run, registered)
    print("Installed, tested, installed again and uninstalled.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
