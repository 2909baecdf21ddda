"""Figures of 10,000 claims in 2,000 incidents: from nothing, and after one correction, with the sums over all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random

from tests.bench.material import document_of, text_of
from tests.bench.measure import Measure, processor_seconds
from ui.reckonings import Reckonings
from workbench import acts, recording, resources
from workbench.case import Case
from workbench.commands.opening import reckoned
from workbench.model.article import Article
from workbench.model.circumstance import When, Where
from workbench.model.claim import Category, Claim, Effect, Quantity, Relation, RelationType, Scope
from workbench.model.figure import Reckoning
from workbench.model.findings import Findings
from workbench.model.incident import Incident
from workbench.model.span import Span
from workbench.reckoning import conventions
from workbench.reckoning.totals import totals

ARTICLES, INCIDENTS, CLAIMS = 1000, 2000, 10_000
START = date(2024, 1, 1)
PLACES = tuple(f"town {n}" for n in range(40))
PEOPLE = (
    ("government", Category.COMBATANT_STATE),
    ("opposition", Category.COMBATANT_NONSTATE),
    (None, Category.CIVILIAN),
    ("both", Category.COMBATANT_MIXED),
    (None, Category.UNSPECIFIED),
)
RELATIONS = (RelationType.COMPONENT_OF, RelationType.SUBSET_OF, RelationType.ADDITIONAL_TO, RelationType.SUPERSEDES)
STATED: tuple[Callable[[int], Quantity], ...] = (
    *(conventions.exact, conventions.exact, conventions.at_least, conventions.approx),
    lambda _: conventions.bare_plural(),
)


def measures(folder: Path) -> Iterator[Measure]:
    """Yield the measures of the reckoning."""
    table = conventions.load(resources.folder() / "conventions" / "vague_numbers.tsv")
    case = full(folder / "reckoning.case")
    yield Measure(
        f"{CLAIMS:,} claims reckoned from nothing",
        "reading the same claims from the file",
        "s",
        2,
        lambda: processor_seconds(lambda: summed(reckoned(case, table))),
        lambda: processor_seconds(case.claims),
        3,
        absolute=True,
    )
    kept = Reckonings(case, table, around)
    kept.whole()
    yield Measure(
        f"{CLAIMS:,} claims after one correction, summed",
        "reading all incidents from the file",
        "s",
        0.05,
        correcting(case, kept),
        lambda: processor_seconds(case.incidents),
        15,
        absolute=True,
    )
    case.close()


def around(place: str) -> tuple[str, ...]:
    """Put each town into one of four provinces of a country."""
    kind, _, number = place.partition(" ")
    return {"town": (f"province {int(number or 0) % 4}", "country"), "province": ("country",)}.get(kind, ())


def summed(reckoning: Reckoning) -> object:
    """Return what a chart shows of a reckoning: the sums by side of each scope."""
    return [totals(reckoning.figures, scope) for scope in Scope]


def correcting(case: Case, kept: Reckonings) -> Callable[[], float]:
    """Return a function that corrects a claim and returns the seconds until the figures stand again."""
    numbers, claims = count(1), case.claims()

    def correct() -> float:
        claim = case.claim(claims[next(numbers) * 13].id)
        change = acts.edit_quantity(claim, conventions.exact(next(numbers)))
        case.apply(change)

        def reckon() -> None:
            kept.hear(change)
            summed(kept.whole())

        return processor_seconds(reckon)

    return correct


def full(path: Path) -> Case:
    """Make a case of articles with ten claims each; each tenth incident is a week in a province."""
    case, random = Case.create(path, "bench"), Random(5)
    for number in range(ARTICLES):
        document = document_of(text_of(60, number))
        article = Article(
            case.reserve(1), document.sha256, f"Report {number}", "de", published=START + timedelta(number % 300)
        )
        case.apply(acts.import_article(article, document))
        found = findings_of(random, number)
        case.apply(recording.record_findings(article, found, case.reserve(50), automatic=True))
    return case


def findings_of(random: Random, number: int) -> Findings:
    """Return two incidents of five claims each."""
    incidents = tuple(incident_of(random, n, number) for n in (1, 2))
    claims = tuple(claim_of(random, n, incidents[n > 5].id) for n in range(1, CLAIMS // ARTICLES + 1))
    return Findings("de", (), claims, incidents)


def incident_of(random: Random, id_: int, number: int) -> Incident:
    """Return an event of a day in a town, or one told as a whole."""
    day = START + timedelta(number % 300)
    if (number + id_) % 10:
        place = random.choice(PLACES)
        return Incident(id_, place, When(day, day, 1), Where(place, place, 1))
    place = f"province {number % 4}"
    return Incident(id_, place, When(day, day + timedelta(7), 3), Where(place, place, 4))


def claim_of(random: Random, id_: int, incident: int) -> Claim:
    """Return a claim that may be told by anybody and may hang on the one before it."""
    side, category = random.choice(PEOPLE)
    drawn = random.random() < 0.4 and id_ not in (1, 6)
    return Claim(
        id_,
        0,
        random.choice((Effect.KILLED, Effect.KILLED, Effect.WOUNDED)),
        random.choice(STATED)(random.randint(2, 90)),
        Span(id_ * 10, id_ * 10 + 5),
        incident_id=incident,
        side=side,
        category=category,
        origin=random.choice(("sohr", "un", "ministry", None)),
        scope=Scope.CUMULATIVE if random.random() < 0.05 else Scope.EVENT,
        relations=(Relation(random.choice(RELATIONS), id_ - 1),) if drawn else (),
    )
