"""``demo``: the sample case, made from the sample articles as an analyst would."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.commands.saying import say
from workbench.resources import folder


@click.command(short_help="Make the sample case, its chart and its report.")
@click.option(
    "--to",
    "target",
    default=Path("build/demo"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for case, chart and report.",
)
def demo(target: Path) -> None:
    """Make the sample case, its chart and its report, and print the figures by side."""
    from workbench.commands.sample import make

    make(folder(), target, say)
