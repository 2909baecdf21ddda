"""``verify``: whether a case is what its journal says."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Tell whether a case is what its journal says.")
@click.argument("case", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--noted", metavar="HASH", default="", help="The hash of a line that was noted elsewhere.")
def verify(case: Path, noted: str) -> None:
    """Examine CASE without changing it.

    Looked at are SQLite's integrity, the chain of the journal's lines, the tables against them, and the documents
    against their hashes. What is wrong is told with the line since when; the exit code is 1 then.

    A journal that was written anew as a whole holds, too. Note the last line's hash somewhere else, and give it later
    with --noted.
    """
    from workbench.case import verify as examine
    from workbench.commands.unlocking import unlocked

    found = unlocked(lambda key: examine(case, noted, key))
    for fault in found.faults:
        click.echo(f"✗ {fault[0].upper()}{fault[1:]}")
    last = f"; line {found.head.number}, of {found.head.at}, has the hash {found.head.hash}" if found.head else ""
    counted = f"{found.lines} lines of the journal, {found.rows} rows, {found.documents} documents{last}."
    click.echo(f"{'✗ Does not verify' if found.faults else '✓ Verifies'}: {counted}")
    click.get_current_context().exit(bool(found.faults))
