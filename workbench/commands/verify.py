"""``verify``: whether a case is what its journal says."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.commands.saying import say


@click.command(short_help="Tell whether a case is what its journal says.")
@click.argument("case", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--noted", metavar="HASH", default="", help="The hash of a line that was noted elsewhere.")
@click.option("--mend", is_flag=True, help="Make the indexes and counts anew before, from the rows and the journal.")
def verify(case: Path, noted: str, mend: bool) -> None:  # noqa: FBT001 - click passes a flag so
    """Examine CASE without changing it.

    Looked at are SQLite's integrity, the chain of the journal's lines, the tables against them, the documents against
    their hashes, and the indexes and counts by which rows are found. What is wrong is told with the line since when;
    the exit code is 1 then.

    Indexes and counts hold nothing that the rows and the journal do not: with --mend they are made anew, in one
    transaction, and CASE is examined after that. What else is wrong stays as it is.

    A journal that was written anew as a whole holds, too. Note the last line's hash somewhere else, and give it later
    with --noted.
    """
    from workbench.case import verify as examine
    from workbench.commands.opening import opened
    from workbench.commands.unlocking import unlocked

    if mend:
        with opened(case, backup=False) as held:
            held.mend()
        found = examine(case, noted, held.key)
    else:
        found = unlocked(lambda key: examine(case, noted, key))
    for fault in found.faults:
        say(f"✗ {fault[0].upper()}{fault[1:]}")
    last = f"; line {found.head.number}, of {found.head.at}, has the hash {found.head.hash}" if found.head else ""
    counted = f"{found.lines} lines of the journal, {found.rows} rows, {found.documents} documents{last}."
    say(f"{'✗ Does not verify' if found.faults else '✓ Verifies'}: {counted}")
    click.get_current_context().exit(bool(found.faults))
