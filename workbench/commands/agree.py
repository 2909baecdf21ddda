"""``agree``: how far two analysts agree."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.commands.saying import hand_out, say_lines


@click.command(short_help="Tell how far two analysts agree on the same articles.")
@click.argument("one", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("other", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--csv", "form", flag_value="csv", help="As a table for a spreadsheet.")
def agree(one: Path, other: Path, form: str | None) -> None:
    """Compare the cases ONE and OTHER of two analysts on the articles that both have begun; neither is changed.

    Cohen's kappa is given for the labels of mentions and for the effects and sides of claims; of the numbers the share
    with the same low and high, and the share of which one range lies within the other.
    """
    from workbench.case import told_in
    from workbench.commands.opening import key_to
    from workbench.errors import NotACaseFile
    from workbench.merging.agreement import agreement
    from workbench.merging.agreement_table import to_csv, to_text

    if one.samefile(other):
        raise NotACaseFile(f"{one.name} is named twice. Name the cases of two analysts.")
    known: list[str] = []  # both may have the same passphrase
    with told_in(one, key_to(one, known)) as mine, told_in(other, key_to(other, known)) as theirs:
        found = agreement(mine, theirs)
    if form == "csv":
        hand_out(to_csv(found), nl=False)
    else:
        say_lines(to_text(found))
