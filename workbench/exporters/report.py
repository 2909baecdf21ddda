"""Everything a report shows, gathered from a case as plain values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from workbench import teaching
from workbench.colours import NEUTRAL
from workbench.errors import NotACaseFile
from workbench.exporters.judgements import ByHand, Judgement, Judging, by_about, by_hand, of_sources, readings_in_force
from workbench.exporters.quotes import Quote, quote
from workbench.exporters.witnesses import witness_words
from workbench.model.actor import Actor, Side, Source
from workbench.model.article import Article, Document
from workbench.model.assessment import About
from workbench.model.circumstance import When
from workbench.model.claim import THINGS, Claim, Scope
from workbench.model.declined import Declined
from workbench.model.figure import Check, Figure, Reckoning
from workbench.model.incident import Incident
from workbench.model.mention import Status
from workbench.reckoning.sides import in_order
from workbench.reckoning.totals import Total, add, effects_of, totals
from workbench.reckoning.undecided import twice, undecided, warning
from workbench.reckoning.words import amount_words
from workbench.wording import (
    article_words,
    category_words,
    claim_words,
    convention_words,
    effect_words,
    incident_names,
    policy_words,
    scope_words,
    side_words,
)

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_ACTS = {
    "accept": "accepted",
    "reject": "rejected",
    "relate": "related",
    "change_relation": "relation changed",
    "unrelate": "relation taken away",
    teaching.TEACH: "corrected as the same words elsewhere",
}


class Contents(Judging, Protocol):
    """What a report reads of a case."""

    def articles(self) -> list[Article]:
        """Return all articles."""

    def text(self, article_id: int) -> str:
        """Return an article's stored text."""

    def document(self, sha256: str) -> Document:
        """Return what an article was read from."""

    def claims(self) -> list[Claim]:
        """Return all claims."""

    def incidents(self) -> list[Incident]:
        """Return all incidents."""

    def declined(self) -> list[Declined]:
        """Return the proposals that an analyst declined."""

    def actors(self) -> dict[str, Actor]:
        """Return the actors by id."""

    def sources(self) -> dict[str, Source]:
        """Return the sources by id."""

    def sides(self) -> dict[str, Side]:
        """Return the sides by id."""


@dataclass(frozen=True, slots=True)
class Made:
    """Of which case, by whom, when (UTC, ISO 8601) and with which program a report was made."""

    case: str
    analyst: str
    at: str
    program: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of the table by side, and the figures behind it."""

    words: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A side's line in the table; a cell is None where nothing is known of that effect."""

    side: str
    colour: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A claim that was not used, and why; `quote` is its sentence."""

    quote: Quote
    why: str


@dataclass(frozen=True, slots=True)
class Block:
    """A figure with the sentences it rests on; `by_hand` says why an analyst set it, where one did.

    `witnesses` are its origins and outlets.
    """

    anchor: str
    side: str
    colour: str
    effect: str
    words: str
    about: str
    notes: tuple[str, ...]
    used: tuple[Quote, ...]
    left: tuple[Left, ...]
    by_hand: ByHand | None
    witnesses: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """An incident, what was made of it, and its figures."""

    title: str
    when: str
    where: str
    blocks: tuple[Block, ...]
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class Origin:
    """An article as evidence: what it was read from and when; `anchors` are the sentences taken from it."""

    id: int
    title: str
    outlet: str
    published: str
    language: str
    file_name: str
    sha256: str
    encoding: str
    imported_at: str
    state: str
    anchors: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the report shows; `chart` and `dark_chart` are SVG mark-up of our own drawing, or empty.

    `readings` is how the analyst's own convention reads numbers, where it is in force; `graded` the sources that were
    judged, `credible` the claims that were, by id; `twice` says who may be counted twice.
    `places` are the anchor and the words of each claim that is quoted. Checks that do not hold stand first.
    """

    made: Made
    convention: str
    policy: str
    effects: tuple[str, ...]
    rows: tuple[Row, ...]
    events: tuple[Event, ...]
    left: tuple[Left, ...]
    checks: tuple[Check, ...]
    chart: str
    dark_chart: str
    articles: tuple[Origin, ...]

    by_id: Mapping[int, Origin]
    unused: frozenset[int]
    readings: tuple[str, ...]
    graded: tuple[Judgement, ...]
    credible: Mapping[int, Judgement]
    twice: str
    places: Mapping[int, tuple[str, str]]

    def article(self, id_: int) -> Origin:
        """Return the article a quotation is from."""
        return self.by_id[id_]


def build(case: Contents, reckoning: Reckoning, made: Made, chart: str = "", dark_chart: str = "") -> Report:
    """Gather what the report of `case` shows; `chart` is an SVG of the same figures, `dark_chart` on a dark ground."""
    method = case.method()
    sides = case.sides()
    quotes = _quotes(case)
    speakers: dict[str, Actor | Source] = {**case.actors(), **case.sources()}
    printed = {article.id: article for article in case.articles()}
    blocks = [
        replace(
            _block(n, figure, quotes, sides, by_hand(case, figure)), witnesses=witness_words(figure, speakers, printed)
        )
        for n, figure in enumerate(reckoning.figures, 1)
    ]
    anchors = {id(figure): block.anchor for figure, block in zip(reckoning.figures, blocks, strict=True)}
    sums = totals(reckoning.figures)
    left = _left(case, reckoning, quotes)
    articles = _origins(case, blocks, left)
    judged = by_about(case)
    return Report(
        made,
        convention_words(method.convention),
        policy_words(method.policy),
        tuple(effect_words(effect) for effect in effects_of(sums)),
        _rows(sums, sides, anchors),
        _events(case.incidents(), reckoning.figures, blocks, judged),
        left,
        tuple(sorted(reckoning.checks, key=lambda check: check.holds)),
        chart,
        dark_chart,
        articles,
        {article.id: article for article in articles},
        frozenset(row.quote.claim for row in left),
        readings_in_force(case),
        of_sources(case, case.actors(), case.sources()),
        {claim: judged[About.CLAIM, str(claim)] for claim in quotes if (About.CLAIM, str(claim)) in judged},
        warning(twice(reckoning.figures, undecided(case)), {incident.id: incident for incident in case.incidents()}),
        _places(blocks, left),
    )


def _places(blocks: Iterable[Block], left: Iterable[Left]) -> dict[int, tuple[str, str]]:
    """Return, by claim, where its sentence stands and its words: under a figure, else among those not used."""
    places = {row.quote.claim: (f"u{row.quote.claim}", row.quote.words) for row in left}
    used = ((block, quote_) for block in blocks for quote_ in block.used)
    return places | {quote_.claim: (f"{block.anchor}-c{quote_.claim}", quote_.words) for block, quote_ in used}


def _quotes(case: Contents) -> dict[int, Quote]:
    """Quote every claim, article by article, so that one text at a time is held."""
    speakers: dict[str, Actor | Source] = {**case.actors(), **case.sources()}
    by_article: dict[int, list[Claim]] = {}
    for claim in case.claims():
        by_article.setdefault(claim.article_id, []).append(claim)
    quotes: dict[int, Quote] = {}
    for article_id, claims in by_article.items():
        text = case.text(article_id)
        for claim in claims:
            _check_spans(claim, text)
            quotes[claim.id] = quote(claim, text, speakers, _corrections(case, claim))
    return quotes


def _check_spans(claim: Claim, text: str) -> None:
    """Refuse a claim whose words are not in its article: nothing would stand behind its figure."""
    spans = (claim.evidence, claim.number, claim.victims, claim.effect_span, claim.attribution)
    if any(span.end > len(text) for span in spans if span):
        raise NotACaseFile(
            f"The case is damaged: “{claim_words(claim)}” is not where its article is said to have it. "
            "Nothing was changed; go back to a copy of the case."
        )


def _corrections(case: Contents, claim: Claim) -> tuple[str, ...]:
    """Say who decided on a claim or taught it something, and when; the machine's own proposals have no such lines."""
    if claim.status is Status.PROPOSED and not teaching.is_taught(claim):
        return ()
    return tuple(
        f"{_ACTS.get(line.act, line.act.replace('_', ' '))} by {line.analyst or 'an analyst without a name'}, {line.at}"
        for line in case.log_of(claim)
    )


def _block(
    number: int, figure: Figure, quotes: Mapping[int, Quote], sides: Mapping[str, Side], by_hand: ByHand | None
) -> Block:
    about = (category_words(figure.category) if figure.category else "", _scope(figure.scope))
    return Block(
        f"f{number}",
        side_words(figure.side, sides),
        _colour(figure.side, sides),
        effect_words(figure.effect),
        amount_words(add([figure])),
        ", ".join(filter(None, about)),
        figure.notes,
        tuple(quotes[id_] for id_ in figure.used if id_ in quotes),
        tuple(_not_used(quotes[row.claim], row.why) for row in figure.not_used if row.claim in quotes),
        by_hand,
    )


def _scope(scope: Scope) -> str:
    return "" if scope is Scope.EVENT else scope_words(scope)


def _not_used(quote_: Quote, why: str) -> Left:
    """Leave out of the reason the words of the claim, which stand before it."""
    return Left(quote_, why.removeprefix(f"“{quote_.words}” "))


def _colour(side: str | None, sides: Mapping[str, Side]) -> str:
    colour = sides[side].colour if side is not None and side in sides else NEUTRAL
    return colour if _COLOUR.fullmatch(colour) else NEUTRAL


def _rows(sums: Iterable[Total], sides: Mapping[str, Side], anchors: Mapping[int, str]) -> tuple[Row, ...]:
    sums = tuple(sums)
    by_cell = {(total.side, total.effect): total for total in sums}
    effects = effects_of(sums)
    return tuple(
        Row(
            side_words(side, sides),
            _colour(side, sides),
            tuple(_cell(by_cell.get((side, effect)), anchors) for effect in effects),
        )
        for side in in_order({total.side for total in sums}, sides.values())
    )


def _cell(total: Total | None, anchors: Mapping[int, str]) -> Cell | None:
    if total is None:
        return None
    return Cell(amount_words(total.amount), tuple(anchors[id(figure)] for figure in total.figures))


def _events(
    incidents: Sequence[Incident],
    figures: tuple[Figure, ...],
    blocks: list[Block],
    judged: Mapping[tuple[About, str], Judgement],
) -> tuple[Event, ...]:
    members: dict[int, list[Block]] = {}
    names = incident_names(incidents)
    for figure, block in zip(figures, blocks, strict=True):
        members.setdefault(figure.incident, []).append(block)
    return tuple(
        Event(
            names[incident.id],
            _days(incident.when) if incident.when else "",
            incident.where.name if incident.where else "",
            tuple(members[incident.id]),
            judged.get((About.INCIDENT, str(incident.id))),
        )
        for incident in incidents
        if incident.id in members
    )


def _days(when: When) -> str:
    """Return a range of days, ISO 8601."""
    start, end = when.start.isoformat(), when.end.isoformat()
    return start if start == end else f"{start} to {end}"


def _left(case: Contents, reckoning: Reckoning, quotes: Mapping[int, Quote]) -> tuple[Left, ...]:
    """List the claims that no figure uses, each once."""
    used = {id_ for figure in reckoning.figures for id_ in figure.used}
    why = reckoning.reasons
    return tuple(
        _not_used(quotes[claim.id], why[claim.id][-1] if claim.id in why else _why_not(claim))
        for claim in case.claims()
        if claim.id not in used
    )


def _why_not(claim: Claim) -> str:
    if claim.status is Status.REJECTED:
        return "rejected by the analyst"
    if claim.effect in THINGS:
        return "is about things or places, not about people"
    return "belongs to no incident with figures"


def _origins(case: Contents, blocks: Iterable[Block], left: Iterable[Left]) -> tuple[Origin, ...]:
    anchors: dict[int, list[tuple[str, str]]] = {}
    for block in blocks:
        for used in block.used:
            anchors.setdefault(used.article, []).append((f"{block.anchor}-c{used.claim}", used.words))
    for row in left:
        anchors.setdefault(row.quote.article, []).append((f"u{row.quote.claim}", row.quote.words))
    return tuple(
        _origin(article, case.document(article.document), tuple(anchors.get(article.id, ())))
        for article in case.articles()
    )


def _origin(article: Article, document: Document, anchors: tuple[tuple[str, str], ...]) -> Origin:
    return Origin(
        article.id,
        article_words(article),
        article.outlet,
        article.published.isoformat() if article.published else "",
        article.language,
        article.file_name,
        document.sha256,
        document.encoding,
        article.imported_at,
        article.state.value.replace("_", " "),
        anchors,
    )
