"""A group of commands that takes a case file where the name of a command could stand."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import click

from workbench.errors import WorkbenchError

#: The command that a case file, or nothing at all, stands for.
WINDOW = "window"


class CaseOrCommand(click.Group):
    """``main.py CASE`` opens the window, ``main.py COMMAND …`` runs a command; known errors are sentences."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the window's command before what is no command and no option."""
        if not args or (not args[0].startswith("-") and args[0] not in self.commands):
            args = [WINDOW, *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the analyst can mend is said in a sentence, with exit code 1."""
        try:
            return super().invoke(ctx)
        except WorkbenchError as error:
            raise click.ClickException(str(error)) from error

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Name both ways of calling."""
        return ["[CASE]" if ctx.command is self else "", "| COMMAND …"]


def case_to_open(path: Path | None, group: click.Context | None, commands: list[str]) -> Path | None:
    """Return the case file to open; UsageError, in the name of the whole group, where there is none."""
    if path is None or path.exists():
        return path
    if path.suffix == ".case":
        raise click.UsageError(f"There is no case at {path}. Make one with: main.py import {path} ARTICLE…", group)
    close = difflib.get_close_matches(str(path), commands, 1)
    hint = f" Did you mean “{close[0]}”?" if close else " See main.py --help."
    raise click.UsageError(f"“{path}” is neither a case file nor a command.{hint}", group)
