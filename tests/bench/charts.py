"""Charts of 10,000 claims in 2,000 incidents: from new figures to the drawn picture, against drawing it alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Drawing

from tests.bench.measure import Measure, seconds
from workbench import resources
from workbench.charts.background import Background
from workbench.charts.drawing import Picture, height_of
from workbench.charts.kinds import KINDS, Kind, Material, Query
from workbench.charts.look import LIGHT
from workbench.model.actor import Side, Source
from workbench.model.article import Article
from workbench.model.circumstance import When, Where
from workbench.model.claim import Category, Claim, Effect, Modifier, Quantity, Scope
from workbench.model.incident import Incident
from workbench.model.method import Method
from workbench.model.span import Span
from workbench.reckoning import conventions
from workbench.reckoning.figures import reckon
from workbench.reckoning.printed import printed

FLOOR = "one draw of the same figure by matplotlib, nothing changed"
INCIDENTS, EACH, ARTICLES = 2000, 5, 500
FIRST = date(2024, 1, 1)
SIDES = (
    Side("government", "Government", "#0072B2", 1),
    Side("opposition", "Opposition", "#D55E00", 2),
    Side("civilian", "Civilians", "#009E73", 3),
)


def measures(_folder: Path) -> Iterator[Measure]:
    """Yield a measure for each kind of chart."""
    before = material(1)
    corrected = replace(before, reckoning=material(2).reckoning)
    for kind in KINDS:
        ours, bare = drawing(kind, (before, corrected))
        name = f"redraw of a chart of {INCIDENTS * EACH:,} claims: {kind.name.lower()}"
        yield Measure(name, FLOOR, "s", 2.0, ours, bare)


def drawing(kind: Kind, materials: tuple[Material, Material]) -> tuple[Callable[[], float], Callable[[], float]]:
    """Return what draws one material after the other, and what draws the same picture again; both in seconds."""
    query, figure = Query((Effect.KILLED,)), Drawing(dpi=96)
    canvas, picture = FigureCanvasAgg(figure), Picture(figure)
    chart = kind.make(materials[0], query)
    figure.set_size_inches(9, height_of(chart, LIGHT))
    picture.draw(chart, LIGHT)
    turns = cycle(reversed(materials))

    def bare() -> None:
        canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib's canvas has no annotations

    def redraw(now: Material) -> None:
        picture.draw(kind.make(now, query), LIGHT)
        bare()

    return lambda: seconds(partial(redraw, next(turns))), lambda: seconds(bare)


def material(seed: int) -> Material:
    """Return figures over a year: four sides, twelve origins, a tenth of the incidents over several days."""
    random = Random(seed)
    sources = {f"source {n}": Source(f"source {n}", f"Source {n}", "monitor") for n in range(12)}
    incidents = [incident_of(number) for number in range(1, INCIDENTS + 1)]
    claims = [claim_of(number, random) for number in range(1, INCIDENTS * EACH + 1)]
    articles = [Article(n, "", "", "de", published=FIRST + timedelta(n % 360)) for n in range(1, ARTICLES + 1)]
    table = conventions.load(resources.folder() / "conventions" / "vague_numbers.tsv")
    reckoning = reckon(claims, incidents, {}, sources, Method(), table, printed(articles))
    background = Background(
        {claim.id: claim for claim in claims},
        {},
        sources,
        {incident.id: incident for incident in incidents},
        articles={article.id: article for article in articles},
    )
    return Material(reckoning, SIDES, background)


def incident_of(number: int) -> Incident:
    """Return an incident on a day of the year, at one of fifty places."""
    start, long = FIRST + timedelta(number % 360), number % 10 == 0
    when = When(start, start + timedelta(4 if long else 0), 2 if long else 1)
    where = Where(f"place {number % 50}", f"Place {number % 50}", 1, 33 + number % 5, 36 + number % 7)
    return Incident(number, f"Incident {number}", when, where)


def claim_of(number: int, random: Random) -> Claim:
    """Return an exact claim; one in twenty is a running toll, one in twenty a plural without a number."""
    incident = (number - 1) // EACH + 1
    count, side = random.randint(1, 60), random.choice(("government", "opposition", "civilian", None))
    plural = Quantity(None, 2, None, None, Modifier.BARE_PLURAL, "plural")
    return Claim(
        number,
        random.randint(1, ARTICLES),
        random.choice((Effect.KILLED, Effect.KILLED, Effect.WOUNDED)),
        plural if number % 20 == 7 else Quantity(count, count, count, count, Modifier.EXACT),
        Span(number * 50, number * 50 + 20),
        incident_id=incident,
        number_text=str(count),
        side=side,
        category=Category.CIVILIAN if side == "civilian" else Category.UNSPECIFIED,
        origin=f"source {random.randrange(12)}",
        scope=Scope.CUMULATIVE if number % 20 == 3 else Scope.EVENT,
    )
