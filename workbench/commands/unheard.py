"""What the command line says where nobody hears it: the program of Windows without a console has no stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from workbench.version import PROGRAM, called

_STOP_SIGN = 0x10


def box(words: str) -> None:
    """Show a sentence in a box of Windows' own: Qt may be what is missing."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, PROGRAM, _STOP_SIGN)


def run_unheard(cli: click.Group, show: Callable[[str], None] = box) -> int:
    """Run the command line and return its exit code; what it would say on stderr is shown."""
    try:
        code = cli.main(prog_name=called(), standalone_mode=False)
    except click.ClickException as error:
        show(error.format_message())
        return error.exit_code
    except click.Abort:
        return 1
    return code if isinstance(code, int) else 0
