"""Where the program's reading differs from a person's, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from tests.readings.articles import Article
from workbench.model.claim import Claim, RelationType, Scope
from workbench.model.figure import Figure

#: Said of a total by its parts, and of people who are simply others: not part of a reading.
_LEFT_OUT = (RelationType.TOTAL_OF, RelationType.DISJOINT_FROM)
NOTHING = "nothing"
#: Words that a person copies from the text, and that stand for words said before.
_PRONOUNS = frozenset(("he", "she", "it", "they", "them", "er", "sie", "es", "ihnen"))


class Difference(NamedTuple):
    """A field of a claim, or of a figure, and what the program has there instead."""

    claim: str
    field: str
    got: str


def differences(article: Article) -> list[Difference]:
    """Return every difference between an article's reading and what was found, in the order of the text."""
    return [*_of_claims(article), *_more(article), *_of_figures(article)]


def _of_claims(article: Article) -> Iterator[Difference]:
    """Yield the differences of the claims a person read."""
    for read in article.claims:
        claim = article.claim_of(read)
        if claim is None:
            yield Difference(read["id"], "claim", NOTHING)
            continue
        for field, want, got in fields(article, read, claim):
            if want != got:
                yield Difference(read["id"], field, got)


def fields(article: Article, read: dict[str, Any], claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Yield each field with what was read and what was found; words that share a word are the same."""
    yield "effect", read["effect"], claim.effect.value
    yield "number", bounds(read["low"], read["high"]), bounds(claim.quantity.low, claim.quantity.high)
    if read["victims"]:
        yield "victims", read["victims"], _alike(read["victims"], claim.victims_text, _meant(article, read, "victims"))
    said = _alike(read["attribution"], claim.attribution_text, _meant(article, read, "attribution"))
    yield "attribution", read["attribution"] or NOTHING, said
    yield "status", read["status"], claim.epistemic.value
    yield "scope", read["scope"], claim.scope.value
    yield "date", read["date"] or NOTHING, _date(read["date"], claim, running=read["scope"] == "cumulative")
    yield "place", read["place"] or NOTHING, _place(article, read["place"], claim)
    yield "relations", ", ".join(sorted(read["relations"])) or NOTHING, _relations(article, read, claim)


def bounds(low: int | None, high: int | None) -> str:
    """Write a range; an open end is left open."""
    if low == high:
        return "open" if low is None else str(low)
    return f"{'' if low is None else low}–{'' if high is None else high}"


def _alike(want: str | None, got: str, meant: str = "") -> str:
    """Return what was wanted where a word of it, or of what it stands for, was found, else what was found."""
    shared = set(re.findall(r"\w+", f"{want or ''} {meant}".lower())) & set(re.findall(r"\w+", got.lower()))
    return want if shared and want else got or NOTHING


def _meant(article: Article, read: dict[str, Any], field: str) -> str:
    """Return what a pronoun of the reading stands for: the whole's people, or who the reading last says speaks."""
    if (read[field] or "").lower() not in _PRONOUNS:
        return ""
    listed = article.claims
    before = listed[: listed.index(read)]
    if field == "victims":
        wholes = {relation.split(" ", 1)[1] for relation in read["relations"] if relation.startswith("subset_of ")}
        before = [each for each in before if each["id"] in wholes]
    named = (each[field] for each in reversed(before) if each[field] and each[field].lower() not in _PRONOUNS)
    return next(named, "")


def _date(want: str | None, claim: Claim, *, running: bool = False) -> str:
    """Return the days a claim has, in the reader's own form where they are the same.

    A `running` toll goes on to the day of its article by its scope: the day or month since when is what is compared.
    """
    if claim.when is None:
        return NOTHING
    first, last = claim.when.start, claim.when.end
    since = running and claim.scope is Scope.CUMULATIVE and want is not None and first == _days(want)[0]
    if want is not None and (since or (first, last) == _days(want)):
        return want
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _days(want: str) -> tuple[date, date]:
    """Return the first and the last day of a day, a month or a range of these."""
    first, _, last = want.partition("/")
    return _ends(first)[0], _ends(last or first)[1]


def _ends(day: str) -> tuple[date, date]:
    """Return the first and the last day of a day or a month."""
    if len(day) == len("2024-05-01"):
        return date.fromisoformat(day), date.fromisoformat(day)
    year, month = map(int, day.split("-"))
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), date.fromordinal(after.toordinal() - 1)


def _place(article: Article, want: str | None, claim: Claim) -> str:
    """Return the place a claim has, by the reader's name where it is the same."""
    if claim.where is None:
        return NOTHING
    same = want is not None and article.place(want) == claim.where.place
    return want if same and want else claim.where.name


def _relations(article: Article, read: dict[str, Any], claim: Claim) -> str:
    """Return the relations of a claim with the reader's names; a headline is the same as, or sums up, its text."""
    ids = {c.id: r["id"] for r in article.claims if (c := article.claim_of(r)) is not None}
    found = set()
    for relation in claim.relations:
        if relation.type not in _LEFT_OUT:
            found.add(f"{relation.type.value} {ids.get(relation.to, 'another')}")
    retold = {want.replace("summary_of", "same_as"): want for want in read["relations"]}
    return ", ".join(sorted(retold.get(each, each) for each in found)) or NOTHING


def _more(article: Article) -> Iterator[Difference]:
    """Yield the claims that no person read."""
    matched = {c.id for r in article.claims if (c := article.claim_of(r)) is not None}
    for claim in article.found.claims:
        if claim.id not in matched:
            words = claim.number_text or claim.victims_text
            yield Difference(f"+ {words}", "claim", f"{claim.effect.value} {claim.evidence.of(article.text)}")


def _of_figures(article: Article) -> Iterator[Difference]:
    """Yield the figures that an analyst would sign otherwise."""
    for signed in article.reading["figures"]:
        want, got = figure(signed), figures_at(article, signed)
        if want != got:
            yield Difference(f"= {signed['event']}, {signed['side']}", signed["effect"], got)


def figure(signed: dict[str, Any]) -> str:
    """Write a figure that an analyst would sign."""
    return f"{signed['side']} {bounds(signed['low'], signed['high'])}"


def figures_at(article: Article, signed: dict[str, Any]) -> str:
    """Return the program's figures of one effect in a claim's incident, or the signed one where it is there."""
    read = next(r for r in article.claims if r["id"] == signed["of"])
    claim = article.claim_of(read)
    if claim is None:
        return NOTHING
    here = (f for f in article.figures if f.incident == claim.incident_id)
    found = [f for f in here if f.effect.value == signed["effect"] and f.scope is Scope.EVENT]
    told = [f"{_side(f)} {bounds(f.low, f.high)}" for f in found]
    same = figure(signed).lower() in (each.lower() for each in told)  # a side by its name, or by its id
    return figure(signed) if same else "; ".join(told) or NOTHING


def _side(one: Figure) -> str:
    """Name whose people a figure counts."""
    return one.side or f"unknown side ({one.category.value if one.category else 'any'})"
