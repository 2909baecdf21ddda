"""``import``: articles into a case."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import click

from workbench.commands.saying import say
from workbench.resources import folder
from workbench.version import called


@click.command("import", short_help="Take articles into a case, and read them.")
@click.argument("case", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Day of publication.")
@click.option("--outlet", default="", help="Where the articles were published.")
@click.option(
    "--conflict", metavar="ID", help=f"Take over the sides of this conflict; “{called()} conflicts” lists them."
)
@click.option("--encrypt", is_flag=True, help=f"Give a new case a passphrase; see “{called()} passphrase --help”.")
@click.option("--analyst", envvar=["USER", "USERNAME"], default="", help="Who the journal names.")
@click.pass_context
def import_(
    ctx: click.Context,
    case: Path,
    files: tuple[Path, ...],
    published: datetime | None,
    outlet: str,
    conflict: str | None,
    encrypt: bool,  # noqa: FBT001 - click passes a flag so
    analyst: str,
) -> None:
    """Take FILES, and the articles in folders, into CASE; what is found in them is proposed there.

    A case that is not there is made. With --conflict its actors stand on the sides of that conflict, but for those
    whose side somebody chose in the case. --published and --outlet hold for all FILES, whatever a page says itself.
    Files that cannot be read are named with the reason, the others are kept, and the exit code is then 1.
    """
    from workbench.commands.opening import created, opened
    from workbench.commands.reading import reader_of
    from workbench.commands.taking import choose_conflict, completed, take_in_files
    from workbench.commands.unlocking import new_key

    reader = reader_of(folder())
    if conflict is not None and conflict not in reader.conflicts:
        raise click.UsageError(f"There is no conflict “{conflict}”. “{called()} conflicts” lists those there are.")
    if encrypt and case.exists():
        raise click.UsageError(f"{case} is there already. Encrypt it with “{called()} passphrase”.")
    hold = opened if case.exists() else partial(created, key=new_key() if encrypt else None)
    if not case.exists():
        say(f"{case} is a new case.")
    told = partial(completed, outlet=outlet, published=published.date() if published else None)
    with hold(case, analyst) as held:
        if conflict is not None:
            choose_conflict(held, reader, conflict)
        good = take_in_files(held, reader, list(files), told, _say)
    ctx.exit(0 if good else 1)


def _say(path: Path, words: str) -> None:
    say(f"{path}: {words}")
