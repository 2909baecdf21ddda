"""The passphrase of a case for a command: from the environment, or from the terminal, where it does not show.

Never from an argument: every user of a computer sees the arguments of all programs that run on it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from io import FileIO
from pathlib import Path
from typing import TypeVar

import click

from workbench.case import Key, cipher, unopened
from workbench.commands.saying import say, visible
from workbench.errors import PassphraseNeeded, WeakPassphrase, WorkbenchError, WrongPassphrase

#: Where scripts put a passphrase: the words themselves, or the number of an open file that holds them.
GIVEN, GIVEN_IN = "CASUALTY_WORKBENCH_PASSPHRASE", "CASUALTY_WORKBENCH_PASSPHRASE_FD"
GIVEN_NEW = "CASUALTY_WORKBENCH_NEW_PASSPHRASE"
_TRIES = 3

T = TypeVar("T")
#: What gives a file its key, None to one that is plain or where nobody was asked yet.
KeyTo = Callable[[Path], Key | None]


def unlocked(act: Callable[[Key | None], T], known: list[str] | None = None) -> T:
    """Do something with a case; where it is encrypted, do it again with the key that its passphrase gives.

    `known` are passphrases that opened other cases of the same command: they are tried before anybody is asked, and the
    one that opens this is put to them.
    WrongPassphrase after three tries at the terminal, or one from the environment; PassphraseNeeded where nobody can
    be asked; NotACaseFile where the passphrase is right and the file damaged.
    """
    return _tried(lambda words, path: act(None if path is None else unopened.key_of(path, words)), known)


def unlocked_all(act: Callable[[KeyTo], T]) -> T:
    """Do something with several files, as `unlocked`; `act` is handed what gives each file its key."""
    return _tried(lambda words, path: act(_unkeyed if path is None else cipher.keys_by(words)))


def _unkeyed(_: Path) -> None:
    """Return no key: nobody was asked yet."""


def _tried(act: Callable[[str, Path | None], T], known: list[str] | None = None) -> T:
    """Do something with no passphrase, then with those known, then with what is asked for, and the file it is for."""
    words, path, asked = "", None, 0
    untried = list(known or ())
    while True:
        try:
            done = act(words, path)
        except PassphraseNeeded as needed:
            path = needed.path
            if untried:
                words = untried.pop()
                continue
            if asked == _TRIES or (asked and isinstance(needed, WrongPassphrase) and is_given()):
                raise
            words, asked = _passphrase(needed, again=bool(asked)), asked + 1
        else:
            if known is not None and words and words not in known:
                known.append(words)
            return done


def is_given() -> bool:
    """Tell whether the environment says a passphrase."""
    return GIVEN in os.environ or GIVEN_IN in os.environ


def _passphrase(needed: PassphraseNeeded, *, again: bool) -> str:
    if GIVEN_IN in os.environ:
        return _read(os.environ[GIVEN_IN])
    if GIVEN in os.environ:
        return os.environ[GIVEN]
    if not can_ask():
        raise PassphraseNeeded(f"{needed} Run this in a terminal, or set {GIVEN_IN} or {GIVEN}.", needed.path)
    if again and isinstance(needed, WrongPassphrase):
        say(str(needed), err=True)
    return _asked(f"Passphrase of {needed.path.name}")


def _read(number: str) -> str:
    """Return the next line of an open file, of which nothing more is read: another case may take the line after it."""
    try:
        with open(int(number), "rb", buffering=0, closefd=False) as file:
            words = b"".join(iter(partial(_byte_of, file), b"\n")).decode().removesuffix("\r")
    except (OSError, ValueError) as error:
        raise WorkbenchError(f"{GIVEN_IN} is {number!r}, from which no passphrase can be read ({error}).") from error
    if not words:
        raise WorkbenchError(
            f"{GIVEN_IN} is {number!r}, an open file in which no passphrase is left: each encrypted case takes a line, "
            "unless that of another case opens it."
        )
    return words


def _byte_of(file: FileIO) -> bytes:
    """Return the next byte, or, where there is none, what ends a line."""
    return file.read(1) or b"\n"


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def _asked(words: str) -> str:
    return str(click.prompt(visible(words), hide_input=True, err=True))


def new_key() -> Key:
    """Return the key of a new passphrase, typed twice or from the environment; PassphraseNeeded where nobody is there.

    WeakPassphrase where the environment's is none that protects.
    """
    if GIVEN_NEW in os.environ:
        return cipher.new_key(os.environ[GIVEN_NEW])
    if not can_ask():
        raise WorkbenchError(f"A new passphrase is needed. Run this in a terminal, or set {GIVEN_NEW}.")
    while True:
        try:
            return cipher.new_key(_twice())
        except WeakPassphrase as error:
            say(str(error), err=True)


def _twice() -> str:
    return str(click.prompt("New passphrase", hide_input=True, confirmation_prompt="The same again", err=True))


def is_encrypted(case: Path) -> bool:
    """Tell whether a case that nothing in this process has open is encrypted."""
    return case.is_file() and cipher.is_encrypted(case)
