"""The page that sets the readings side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.readings.articles import Article
from tests.readings.compare import bounds, differences, fields, figure, figures_at

_HEAD = """# Three articles, read by a person and by the program

Each article was written for the tests, and read by a person, before the program saw it. This page is written by
`python -m tests.readings`; the texts and the readings are in `tests/workbench/extraction/articles`. Every difference
that is left stands below its claim, with why; a test fails when one goes away or a new one comes.

Two things count as the same. A pronoun that the reader copied (them, ihnen, he) and what it stands for are the same
words. A running toll goes on to the day of its article, so only the day or month since when is compared.
"""


def page(articles: list[Article]) -> str:
    """Write the page."""
    return "\n".join([_HEAD, *_summary(articles), *(line for one in articles for line in _article(one))])


def _summary(articles: list[Article]) -> Iterator[str]:
    """Yield the table of how much is alike."""
    yield "| article | claims read | found | fields alike | claims nobody read |\n|---|---|---|---|---|"
    for one in articles:
        found = [(r, c) for r in one.claims if (c := one.claim_of(r)) is not None]
        told = [want == got for r, c in found for _, want, got in fields(one, r, c)]
        more = sum(each.claim.startswith("+ ") for each in differences(one))
        share = f"{sum(told)} of {len(told)}"
        yield f"| {one.reading['title']} | {len(one.claims)} | {len(found)} | {share} | {more} |"
    yield ""


def _article(one: Article) -> Iterator[str]:
    """Yield one article: its text, its claims, its figures."""
    yield f"## {one.reading['title']}\n"
    yield from (f"> {line}" if line else ">" for line in one.text.strip().splitlines())
    yield "\n| | a person reads | the program reads |\n|---|---|---|"
    why = {(d["claim"], d["field"]): d["why"] for d in one.reading.get("differences", ())}
    for read in one.claims:
        yield from _claim(one, read, why)
    for more in (d for d in differences(one) if d.claim.startswith("+ ")):
        yield f"| {more.claim} | nothing | {_cell(more.got)}: {why.get((more.claim, more.field), '')} |"
    yield "\n| figure | an analyst signs | the program | why they differ |\n|---|---|---|---|"
    for signed in one.reading["figures"]:
        name = f"{signed['event']}, {signed['effect']}"
        reason = why.get((f"= {signed['event']}, {signed['side']}", signed["effect"]), "")
        yield f"| {name} | {figure(signed)} | {figures_at(one, signed)} | {reason} |"
    yield ""


def _claim(one: Article, read: dict[str, Any], why: dict[tuple[str, str], str]) -> Iterator[str]:
    """Yield the row of one claim, and a row for each difference."""
    claim = one.claim_of(read)
    told = f"{read['effect']} {bounds(read['low'], read['high'])}"
    if claim is None:
        yield f"| **{read['id']}** “{_cell(read['in'])}” | {told} | nothing: {why.get((read['id'], 'claim'), '')} |"
        return
    got = f"{claim.effect.value} {bounds(claim.quantity.low, claim.quantity.high)}"
    other = [each for each in fields(one, read, claim) if each[1] != each[2]]
    verdict = "but for:" if other else "the same"
    yield f"| **{read['id']}** “{_cell(read['in'])}” | {told}{_about(read)} | {got}, {verdict} |"
    for field, want, found in other:
        yield f"| – {field} | {_cell(want)} | {_cell(found)}: {why.get((read['id'], field), '')} |"


def _about(read: dict[str, Any]) -> str:
    """Write who, by whom and how a claim stands to others."""
    parts = [read["victims"], f"by {read['attribution']}" if read["attribution"] else None, *read["relations"]]
    return "".join(f"; {_cell(part)}" for part in parts if part)


def _cell(words: str) -> str:
    """Write words so that they stand in one cell."""
    return words.replace("|", "/").replace("\n", " ")
