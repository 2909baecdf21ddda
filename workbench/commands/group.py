"""A group of commands that takes a case file where the name of a command could stand."""

from __future__ import annotations

import difflib
import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from workbench.commands.saying import visible
from workbench.errors import WorkbenchError
from workbench.version import called

#: The command that a case file, or nothing at all, stands for.
WINDOW = "window"
#: The command behind ``--self-test``: whoever runs a program to see whether it runs looks for an option.
SELF_TEST = "self-test"
#: Its option, which may stand without a name before it.
NEW_WINDOW = "--new-window"
_NONE: Mapping[str, str] = MappingProxyType({})
#: What a system says of a full disk: no room, no more room for this user, a file as long as files may be.
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)


class CaseOrCommand(click.Group):
    """``main.py CASE`` opens the window, ``main.py COMMAND …`` runs a command; known errors are sentences.

    A command that stands in ``elsewhere`` is imported when it is asked for: the window needs none of them.
    """

    def __init__(self, *args: Any, elsewhere: Mapping[str, str] = _NONE, **settings: Any) -> None:
        """Take besides what a group takes where further commands stand: ``module:attribute`` by name."""
        super().__init__(*args, **settings)
        self._elsewhere = elsewhere

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the alphabet."""
        return sorted({*super().list_commands(ctx), *self._elsewhere})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of this name."""
        if cmd_name not in self.commands and cmd_name in self._elsewhere:
            module, _, attribute = self._elsewhere[cmd_name].partition(":")
            self.add_command(getattr(import_module(module), attribute), cmd_name)
        return super().get_command(ctx, cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the window's command before what is no command and no option, and take ``--self-test`` for one."""
        if args[:1] == [f"--{SELF_TEST}"]:
            args = [SELF_TEST, *args[1:]]
        if (
            not args
            or args[0] == NEW_WINDOW
            or (not args[0].startswith("-") and args[0] not in self.list_commands(ctx))
        ):
            args = [WINDOW, *args]
        with _in_sentences():  # asked for help, it writes
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the analyst can mend is said in a sentence, with exit code 1."""
        with _in_sentences():
            return super().invoke(ctx)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Name both ways of calling."""
        return ["[CASE]" if ctx.command is self else "", "| COMMAND …"]


@contextmanager
def _in_sentences() -> Iterator[None]:
    """Turn what the analyst or the system can mend into a sentence, with exit code 1."""
    try:
        yield
    except click.UsageError as error:
        if (said := error.format_message()) == visible(said):
            raise
        raise click.UsageError(visible(said), error.ctx) from error
    except WorkbenchError as error:
        raise click.ClickException(visible(str(error))) from error
    except BrokenPipeError:
        raise  # whoever read along has left, which is no fault; click ends quietly
    except OSError as error:
        _forget_output(error)
        raise click.ClickException(visible(_sentence(error))) from error


def _sentence(error: OSError) -> str:
    """Say what the system refused, and what to do."""
    reason = error.strerror or str(error)
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in _FULL:
        return f"What came out could not be written{where}: {reason}. Make room, or write elsewhere."
    return f"The system refused{where}: {reason}. Check the disk, and who may read and write there."


def _forget_output(error: OSError) -> None:
    """Let what could not be written go; written again when the program ends, it would fail a second time."""
    if error.errno not in _FULL or sys.stdout is None:
        return
    with suppress(OSError):  # a stream without a file behind it holds nothing back
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def case_to_open(path: Path | None, group: click.Context | None, commands: list[str]) -> Path | None:
    """Return the case file to open; UsageError, in the name of the whole group, where there is none."""
    if path is None or path.exists():
        return path
    if path.suffix == ".case":
        raise click.UsageError(f"There is no case at {path}. Make one with: {called()} import {path} ARTICLE…", group)
    close = difflib.get_close_matches(str(path), commands, 1)
    hint = f" Did you mean “{close[0]}”?" if close else f" See {called()} --help."
    raise click.UsageError(f"“{path}” is neither a case file nor a command.{hint}", group)
