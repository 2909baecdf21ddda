"""``restore``: a backup beside the case it was made of."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.commands.saying import say


@click.command(short_help="Put a backup beside the case it was made of.")
@click.argument("case", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--list", "listed", is_flag=True, help="Only list the backups there are, the newest first.")
@click.option(
    "--from",
    "backup",
    type=click.Path(exists=True, path_type=Path),
    help="This backup, or the newest in this folder.",
)
def restore(case: Path, listed: bool, backup: Path | None) -> None:  # noqa: FBT001 - click passes a flag so
    """Restore the newest backup of CASE that verifies, beside it and under a name of its own.

    CASE itself, damaged or not, is never written over.
    """
    from workbench.case import backups
    from workbench.commands.unlocking import unlocked, unlocked_all

    folder = backup if backup is not None and backup.is_dir() else backups.folder_of(case)
    if listed:
        for found in backups.backups_in(folder):
            say(f"{found.at:%Y-%m-%d %H:%M:%S} UTC, line {found.line}: {found.path}")
    elif backup is not None and backup.is_file():
        say(f"Restored: {unlocked(lambda key: backups.restore(case, backup, key))}")
    else:
        done = unlocked_all(lambda key_to: backups.restore_newest(case, folder, key_to))
        for newer, why in done.passed:
            say(f"Passed over: {newer.path.name}: {why}", err=True)
        found = done.backup
        say(f"Restored: {done.path}, as the case stood {found.at:%Y-%m-%d %H:%M} UTC, line {found.line}")
