"""``conflicts``: the conflicts whose sides a case can take over."""

from __future__ import annotations

import click

from workbench.commands.saying import say
from workbench.resources import folder


@click.command(short_help="List the conflicts whose sides a case can take over.")
def conflicts() -> None:
    """List the conflicts whose sides a case can take over: the id for --conflict, the years, the name."""
    from workbench.conflicts import load
    from workbench.registers import load as load_registers

    registers = folder() / "registers"
    known = load(registers, load_registers(registers)).values()
    widest = max((len(conflict.id) for conflict in known), default=0)
    for conflict in known:
        until = conflict.until.year if conflict.until else ""
        say(f"{conflict.id:<{widest}}  {conflict.since.year}–{until:<4}  {conflict.name}")
