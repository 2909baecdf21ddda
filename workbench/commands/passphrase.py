"""``passphrase``: set, change or take away the passphrase of a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.commands.saying import say

if TYPE_CHECKING:
    from workbench.case import Key


@click.command(short_help="Set, change or take away the passphrase of a case.")
@click.argument("case", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--remove", is_flag=True, help="Take the passphrase away; the case is plain then.")
@click.option(
    "--backups",
    "older",
    type=click.Choice(["convert", "delete", "leave"]),
    default="leave",
    show_default=True,
    help="What becomes of backups made before.",
)
@click.option("--analyst", envvar=["USER", "USERNAME"], default="", help="Who has the case open meanwhile.")
def passphrase(case: Path, remove: bool, older: str, analyst: str) -> None:  # noqa: FBT001 - click passes a flag so
    """Encrypt CASE with a passphrase, with another one, or, with --remove, no longer.

    The case is written anew beside the old one, examined, and put in its place in one step. Passphrases are asked for
    and do not show. A script puts the present one into CASUALTY_WORKBENCH_PASSPHRASE, or the number of an open file
    that holds it into CASUALTY_WORKBENCH_PASSPHRASE_FD, and a new one into CASUALTY_WORKBENCH_NEW_PASSPHRASE.
    """
    from workbench.case import rekeying, utc_now
    from workbench.commands.opening import key_to
    from workbench.commands.unlocking import is_encrypted
    from workbench.errors import WorkbenchError
    from workbench.passphrases import rewritten_words

    if remove and not is_encrypted(case):
        raise WorkbenchError(f"{case.name} is not encrypted. There is no passphrase to take away.")
    old = key_to(case)
    new = None if remove else _new_key()
    wiped = rekeying.rekey(case, old, new, analyst, utc_now())
    say(rewritten_words(case.name, encrypted=not remove, wiped=wiped))
    _see_to_backups(case, old, new, older)


def _new_key() -> Key:
    from workbench.commands.unlocking import can_ask, new_key
    from workbench.passphrases import FORGOTTEN

    if can_ask():
        say(FORGOTTEN, err=True)
    key = new_key()
    if can_ask():
        click.confirm("Have you noted it where you will find it?", abort=True, err=True)
    return key


def _see_to_backups(case: Path, old: Key | None, new: Key | None, older: str) -> None:
    """Convert, delete or only tell of the backups that the present passphrase does not open."""
    from workbench.case import backups, rekeying
    from workbench.passphrases import older_backups_words

    folder = backups.folder_of(case)
    others = rekeying.otherwise(folder, new)
    if older == "delete":
        rekeying.delete(others)
        say(f"Deleted: {len(others)} backups made before.")
    elif older == "convert":
        for problem in rekeying.take_along(others, old, new):
            say(problem, err=True)
        say(f"Written anew: {len(others) - len(rekeying.otherwise(folder, new))} backups made before.")
    elif others:
        say(f"{older_backups_words(len(others), encrypted=new is not None)} See --backups; they lie in {folder}.")
