"""Keeps the program offline, its libraries too."""

from __future__ import annotations

import sys

_REACHING_OUT = frozenset(
    {
        "socket.__new__",
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.sendto",
        "socket.sendmsg",
    }
)


def stay_offline() -> None:
    """Refuse every socket from now on, in this process and for good.

    Libraries try: urllib3, which comes with trafilatura, opens a socket when it is imported to see whether there is
    IPv6, and takes the refusal for a no.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[object, ...]) -> None:
    if event in _REACHING_OUT:
        raise RuntimeError(f"This program opens no network connection, and something tried to ({event} {args[1:]}).")
