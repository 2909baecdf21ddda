"""The worked examples of docs/method.md, reckoned."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.workbench.reckoning.making import DAYS, TABLE, basis, claim
from workbench.model.circumstance import When, Where
from workbench.model.claim import Category, Claim, Effect, Quantity
from workbench.model.convention import OWN
from workbench.model.figure import Figure
from workbench.model.incident import Incident
from workbench.reckoning import conventions as c
from workbench.reckoning.best import POLICIES
from workbench.reckoning.figures import reckon_all

TEXT = (Path(__file__).parents[1] / "docs" / "method.md").read_text(encoding="utf-8")
EXAMPLES = re.split(r"^## Example \d+: ", TEXT, flags=re.MULTILINE)[1:]
START = DAYS[0]
STATED = {"about": c.approx, "nearly": c.nearly, "at least": c.at_least, "": c.exact}


def tables(example: str) -> Iterator[list[dict[str, str]]]:
    """Read the tables of an example, a row a dictionary."""
    for block in re.findall(r"(?:^\|.*\n)+", example, flags=re.MULTILINE):
        head, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()]
        yield [dict(zip(head, row, strict=True)) for row in rows]


def quantity(words: str) -> Quantity:
    """Read the number column."""
    if words == "plural":
        return c.bare_plural()
    stated, _, number = words.rpartition(" ")
    return STATED[stated](int(number)) if number.isdigit() else c.vague(words, TABLE)


def read(row: dict[str, str]) -> Claim:
    """Make the claim of a row; each day has one article."""
    relation = row["relation"].split()
    incident = int(row.get("incident", "1"))
    values: dict[str, Any] = {
        "side": row["side"] or None,
        "category": Category(row["category"]),
        "effect": Effect(row["effect"]),
        "origin": row["origin"] or None,
        "article_id": int(row["day"]) + 1,
        "incident_id": incident,
        "number_text": "" if row["number"] == "plural" else row["number"],
        "to": {relation[0]: int(relation[1])} if relation else {},
    }
    return claim(int(row["claim"]), quantity(row["number"]), **values)


def event(row: dict[str, str]) -> Incident:
    """Make the incident of a row."""
    first, _, last = row["days"].partition("–")
    start, end = (START + timedelta(int(day)) for day in (first, last or first))
    return Incident(int(row["incident"]), "", When(start, end, 3 if last else 1), Where(row["place"], row["place"], 3))


def around(place: str) -> tuple[str, ...]:
    """Put every place into the province."""
    return () if place == "province" else ("province",)


def as_row(figure: Figure, columns: Collection[str]) -> dict[str, str]:
    """Write a figure as the example does."""
    written = {
        "incident": str(figure.incident),
        "side": figure.side or "unknown",
        "effect": figure.effect.value,
        "low": str(figure.low),
        "best": "none" if figure.best is None else str(figure.best),
        "high": "open" if figure.high is None else str(figure.high),
        "used": " ".join(str(i) for i in figure.used),
        "notes": "; ".join(figure.notes),
    }
    return {column: written[column] for column in columns}


@pytest.mark.parametrize("example", EXAMPLES, ids=[text.splitlines()[0] for text in EXAMPLES])
def test_a_worked_example_comes_out_as_written(example: str) -> None:
    *incidents, claims, figures = tables(example)
    events = [event(row) for row in incidents[0]] if incidents else [Incident(1, "")]
    days: dict[int, date | None] = {day + 1: START + timedelta(day) for day in range(8)}
    found = reckon_all(map(read, claims), events, basis(published=days), around)
    written = re.findall(r"^\* (holds|fails): (.+)$", example, flags=re.MULTILINE)
    assert sorted(str(as_row(f, figures[0])) for f in found.figures) == sorted(map(str, figures))
    said = {("holds" if check.holds else "fails", check.text) for check in found.checks if check.kind != "subset"}
    assert said == set(written)


def test_the_readings_are_those_of_the_table() -> None:
    """Every kind of check the page lists, and every policy and convention it names, is there."""
    for name in (*TABLE.names(), OWN, *POLICIES):
        assert f"`{name}`" in TEXT


def test_there_are_three_examples() -> None:
    assert len(EXAMPLES) == 3
