"""``figures``: the figures of a case by side."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.commands.saying import hand_out, say, say_lines
from workbench.resources import folder

if TYPE_CHECKING:
    from workbench.case import Case
    from workbench.model.figure import Reckoning
    from workbench.model.method import Method
    from workbench.reckoning.conventions import Conventions


@click.command(short_help="Print the figures of a case by side.")
@click.argument("case", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "form", flag_value="json", help="Every figure and check, as JSON.")
@click.option("--csv", "form", flag_value="csv", help="Every figure, as a table for a spreadsheet.")
@click.option(
    "--changes", "form", flag_value="changes", help="What --convention and --policy change, figure by figure."
)
@click.option("--convention", help="Read vague numbers so; the case stays as it is. “own” is the case's own.")
@click.option("--policy", help="Choose the best number so; the case stays as it is.")
def figures(case: Path, form: str | None, convention: str | None, policy: str | None) -> None:
    """Print the figures of CASE by side, as its own method gives them or another one."""
    from workbench.commands.opening import looked_at, reckoned
    from workbench.reckoning.conventions import load

    table = load(folder() / "conventions" / "vague_numbers.tsv")
    with looked_at(case) as held:
        method = _method(held.method(), convention, policy, table)
        reckoning = reckoned(held, table, method)
        if form == "changes":
            _print_changes(held, reckoned(held, table), reckoning)
        else:
            _print(held, reckoning, method, form)


def _method(own: Method, convention: str | None, policy: str | None, table: Conventions) -> Method:
    """Return the case's method with what was asked for; a UsageError names what there is."""
    from workbench.model.convention import OWN
    from workbench.reckoning.best import POLICIES

    asked = (("convention", convention, (*table.names(), OWN)), ("policy", policy, tuple(POLICIES)))
    for what, name, there in asked:
        if name is not None and name not in there:
            raise click.UsageError(f"There is no {what} “{name}”. Choose one of: {', '.join(there)}.")
    return replace(own, convention=convention or own.convention, policy=policy or own.policy)


def _print(case: Case, reckoning: Reckoning, method: Method, form: str | None) -> None:
    from workbench.exporters.extraction import of_reckoning
    from workbench.exporters.table import to_csv, to_text
    from workbench.reckoning.undecided import twice, undecided, warning

    incidents = case.incidents()
    doubt = twice(reckoning.figures, undecided(case))
    if form == "json":
        told = {"case": case.path.stem, "convention": method.convention, "policy": method.policy}
        doubted = {"undecided": [[f"i{id_}" for id_ in pair] for pair in doubt.pairs]}
        hand_out(json.dumps(told | of_reckoning(reckoning) | doubted, ensure_ascii=False, indent=2))
    elif form == "csv":
        hand_out(to_csv(reckoning.figures, incidents, case.sides(), case.assessments(), doubt.pairs), nl=False)
    else:
        say_lines(to_text(reckoning.figures, case.sides()))
        if said := warning(doubt, {incident.id: incident for incident in incidents}):
            say(f"! {said}")
        for check in reckoning.checks:
            say(f"{'✓' if check.holds else '✗'} {check.text}")


def _print_changes(case: Case, now: Reckoning, then: Reckoning) -> None:
    from workbench.exporters.changes import to_text
    from workbench.reckoning.differences import differences

    say_lines(to_text(differences(now, then), case.sides(), case.incidents()))
