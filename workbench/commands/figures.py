"""``figures``: the figures of a case by side."""

from __future__ import annotations

import json
from pathlib import Path

import click

from workbench.resources import folder


@click.command(short_help="Print the figures of a case by side.")
@click.argument("case", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "form", flag_value="json", help="Every figure and check, as JSON.")
@click.option("--csv", "form", flag_value="csv", help="Every figure, as a table for a spreadsheet.")
def figures(case: Path, form: str | None) -> None:
    """Print the figures of CASE by side."""
    from workbench.commands.opening import opened, reckoned
    from workbench.exporters.extraction import of_reckoning
    from workbench.exporters.table import to_csv, to_text
    from workbench.reckoning.conventions import load

    with opened(case) as held:
        reckoning = reckoned(held, load(folder() / "conventions" / "vague_numbers.tsv"))
        if form == "json":
            method = held.method()
            told = {"case": case.stem, "convention": method.convention, "policy": method.policy}
            click.echo(json.dumps(told | of_reckoning(reckoning), ensure_ascii=False, indent=2))
        elif form == "csv":
            click.echo(to_csv(reckoning.figures, held.incidents(), held.sides(), held.assessments()), nl=False)
        else:
            click.echo(to_text(reckoning.figures, held.sides()))
            for check in reckoning.checks:
                click.echo(f"{'✓' if check.holds else '✗'} {check.text}")
