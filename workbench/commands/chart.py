"""``chart``: one chart of a case as a picture, a drawing, a page or a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.commands.saying import say
from workbench.resources import folder, refuse_changed

if TYPE_CHECKING:
    from workbench.case import Case
    from workbench.charts.kinds import Chart, Kind, Query
    from workbench.charts.phrases import Phrases


@click.command(short_help="Write a chart of a case as PNG, SVG, PDF or CSV.")
@click.argument("case", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file; its ending (.png, .svg, .pdf, .csv) says what is written.",
)
@click.option("--kind", "kind_id", default="by_side", help="Which chart: by_side, over_time, by_origin, …")
@click.option("--effect", "effects", multiple=True, help="What happened to people: killed, wounded, …; again for more.")
@click.option("--incident", type=int, help="The number of one incident; without it the whole case is charted.")
@click.option("--stack", default="actor", help="What the bars by side are parted by: actor, category, effect.")
@click.option("--step", help="What a bar over time stands for: day, week, month; without it what fits.")
@click.option("--language", default="en", help="The language of its words: en, de.")
def chart(
    case: Path,
    target: Path,
    kind_id: str,
    effects: tuple[str, ...],
    incident: int | None,
    stack: str,
    step: str | None,
    language: str,
) -> None:
    """Write a chart of CASE, as the window exports it; the CSV names the claims behind every number."""
    from workbench.charts.calendar import Step
    from workbench.charts.exported import FORMATS, exported
    from workbench.charts.kinds import KINDS, Query
    from workbench.charts.parts import Stack
    from workbench.charts.phrases import languages, load
    from workbench.commands.opening import looked_at
    from workbench.model.claim import Effect
    from workbench.passphrases import PLAIN
    from workbench.saving import save

    format_ = _one_of("format", target.suffix.lstrip(".").upper(), FORMATS)
    kind = next(one for one in KINDS if one.id == _one_of("kind of chart", kind_id, [k.id for k in KINDS]))
    wanted = tuple(Effect(_one_of("effect", name, list(Effect))) for name in effects)
    parted = Stack(_one_of("stack", stack, list(Stack)))
    width = Step(_one_of("step", step, list(Step))) if step else None
    refuse_changed(folder() / "words")
    phrases = load(folder(), _one_of("language", language, languages(folder())))
    with looked_at(case) as held:
        if incident is not None:
            _one_of("incident", str(incident), [str(one.id) for one in held.incidents()])
        made = exported(_made(held, kind, Query(wanted, incident, width, parted), phrases), format_)
    save(made, target, "chart")
    say(f"The chart is in {target}{f'. {PLAIN}' if held.key else ''}")


def _one_of(what: str, said: str, there: list[str] | tuple[str, ...]) -> str:
    """Return what was said if it is there; a UsageError names what there is."""
    if said not in there:
        offered = ", ".join(there) or "none: the case has none"
        raise click.UsageError(f"There is no {what} “{said}”. Choose one of: {offered}.")
    return said


def _made(case: Case, kind: Kind, query: Query, phrases: Phrases) -> Chart:
    """Return the chart of a case; without effects, of the killed, or of what there is where nobody was."""
    from workbench.charts.series import effects_in
    from workbench.commands.opening import reckoned
    from workbench.commands.picturing import material_of
    from workbench.model.claim import Effect
    from workbench.reckoning.conventions import load

    table = load(folder() / "conventions" / "vague_numbers.tsv")
    reckoning = reckoned(case, table)
    there = effects_in(reckoning)
    usual = (Effect.KILLED,) if Effect.KILLED in there or not there else there[:1]
    return kind.make(material_of(case, reckoning, table, phrases), replace(query, effects=query.effects or usual))
