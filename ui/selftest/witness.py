"""Notes what must not happen while the self-test runs: a socket that is wanted, a file written outside its folder."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

#: What could reach out; no bundle holds one of them.
CLIENTS = ("requests", "httpx", "httpcore", "aiohttp", "PySide6.QtNetwork", "PySide6.QtWebEngineCore")
#: What asks for a connection; `stay_offline` refuses it, and it would be a fault all the same.
_ASKING = frozenset({"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
#: Where everybody writes: the devices, and what processes share.
_DEVICES = ("/dev/", "/proc/", "nul", "\\\\.\\")


class Witness:
    """Notes it from `install` on, and for good: what Python is told to audit with stays."""

    def __init__(self, folder: Path) -> None:
        """Nothing may be written outside of `folder`."""
        self._folder = os.path.realpath(folder)
        self.connections: list[str] = []
        self.strays: list[str] = []

    def install(self) -> None:
        """Watch from now on."""
        sys.addaudithook(self.hear)

    def hear(self, event: str, args: tuple[object, ...]) -> None:
        """Take note of one of Python's audit events."""
        if event in _ASKING:
            self.connections.append(f"{event} {args[1:]}")
        elif event in {"os.mkdir", "sqlite3.connect"} or (event == "open" and _writes(args[2])):
            self._see(args[0])
        elif event == "os.rename":
            self._see(args[1])

    def _see(self, path: object) -> None:
        if not isinstance(path, str | os.PathLike):
            return  # a descriptor of a file that was seen when it was opened, or bytes of nobody of ours
        name = os.fspath(path)
        if name == ":memory:" or (name.startswith("file:") and "mode=ro" in name):
            return
        if name.startswith("file:"):
            name = unquote(name.removeprefix("file:").partition("?")[0])
        whole = os.path.realpath(name)
        if whole.lower().startswith(_DEVICES) or name.lower() == os.devnull:
            return
        if whole != self._folder and not whole.startswith(self._folder + os.sep):
            self.strays.append(whole)


def _writes(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & _WRITING)


def clients() -> list[str]:
    """Return which clients for the network this program could import."""
    return [name for name in CLIENTS if _there(name)]


def _there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # of a package that is not there either
        return False
