"""The command line: without a command, or with a case file, it opens the window."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import nullcontext
from pathlib import Path

import click

from workbench.commands.fonts import keep_list_of_fonts
from workbench.commands.group import NEW_WINDOW, SELF_TEST, WINDOW, CaseOrCommand, case_to_open
from workbench.commands.offline import stay_offline
from workbench.commands.unheard import run_unheard
from workbench.version import PROGRAM, VERSION, called

#: Where the commands stand that need no window, and that the window does not need.
COMMANDS = {
    "agree": "workbench.commands.agree:agree",
    "chart": "workbench.commands.chart:chart",
    "conflicts": "workbench.commands.conflicts:conflicts",
    "demo": "workbench.commands.demo:demo",
    "extract": "workbench.commands.extract:extract",
    "figures": "workbench.commands.figures:figures",
    "import": "workbench.commands.importing:import_",
    "merge": "workbench.commands.merge:merge",
    "passphrase": "workbench.commands.passphrase:passphrase",
    "report": "workbench.commands.report:report",
    "restore": "workbench.commands.restore:restore",
    "search": "workbench.commands.search:search",
    "verify": "workbench.commands.verify:verify",
}
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=CaseOrCommand, elsewhere=COMMANDS, context_settings=_SETTINGS)
@click.version_option(VERSION, prog_name=PROGRAM)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Turn news articles on armed conflict into casualty figures by side that can be defended.

    Without a command the window opens, on CASE where one is named; where it is open already it comes to the front and
    opens CASE, and with --new-window another one opens. The commands work without a screen; nothing ever
    opens a network connection. "COMMAND --help" explains a command.
    """
    if getattr(sys, "frozen", False) and ctx.invoked_subcommand != SELF_TEST:
        keep_list_of_fonts(os.environ)


@cli.command(WINDOW, hidden=True)
@click.argument("case", required=False, type=click.Path(path_type=Path))
@click.option(NEW_WINDOW, is_flag=True, help="Open another window beside one that is open.")
@click.pass_context
def window(ctx: click.Context, case: Path | None, *, new_window: bool) -> None:
    """Open the window, on CASE where one is named, or an article; one that is open already takes it."""
    # Without a terminal nobody would read that there is no such case: the window says it.
    heard = sys.stderr is not None
    path = (
        case_to_open(case, ctx.parent, [name for name in cli.list_commands(ctx) if name != WINDOW]) if heard else case
    )
    try:
        from ui.start import begin

        start = begin([path] if path else [], alone=new_window)
        if start is None:
            return
        gc.disable()  # what a start makes stays; `ui/app.py` has it looked through again once all is built
        from ui.run import run
    except ImportError as error:
        raise click.ClickException(f"The window needs Qt, which did not load ({error}). See the README.") from error
    with start:
        code = run(path, start)
    ctx.exit(code)


@cli.command(SELF_TEST, hidden=True)
@click.option("--to", "target", type=click.Path(dir_okay=False, path_type=Path), help="A file for the lines, too.")
@click.option("--until", type=click.Choice(["painted"]), help="Stop then.")
@click.pass_context
def self_test(ctx: click.Context, target: Path | None, until: str | None) -> None:
    """Do in the real window what an analyst does on a first day, in a folder of its own; name what fails."""
    from ui.selftest.run import run

    with target.open("w", encoding="utf-8") if target else nullcontext() as file:

        def say(line: str) -> None:
            click.echo(line)
            if file is not None:
                click.echo(line, file)
                file.flush()

        ctx.exit(run(say, only_paint=until is not None))


def main() -> None:
    """Run the command line, offline; texts are UTF-8 on every system."""
    stay_offline()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.stderr is None:
        sys.exit(run_unheard(cli))
    cli(prog_name=called())


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a process that helps another begins here, too
        import multiprocessing

        multiprocessing.freeze_support()
    main()
