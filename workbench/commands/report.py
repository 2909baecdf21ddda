"""``report``: the report of a case as one HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.commands.saying import say
from workbench.resources import folder


@click.command(short_help="Write the report of a case as one HTML file.")
@click.argument("case", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "target", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The HTML file.")
@click.option("--analyst", envvar=["USER", "USERNAME"], default="", help="Who the report names as its maker.")
def report(case: Path, target: Path, analyst: str) -> None:
    """Write the report of CASE: figures by side, each with the sentences it rests on."""
    from workbench.commands.opening import looked_at, reckoned
    from workbench.commands.picturing import write_report
    from workbench.passphrases import PLAIN
    from workbench.reckoning.conventions import load

    with looked_at(case, analyst) as held:
        reckoning = reckoned(held, load(folder() / "conventions" / "vague_numbers.tsv"))
        write_report(held, reckoning, target, folder())
    say(f"The report is in {target}{f'. {PLAIN}' if held.key else ''}")
