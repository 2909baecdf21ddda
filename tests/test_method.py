"""The worked examples of docs/method.md, reckoned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.workbench.reckoning.making import TABLE, claim, reckoned
from workbench.model.claim import Category, Claim, Effect, Quantity
from workbench.model.convention import OWN
from workbench.model.figure import Figure
from workbench.reckoning import conventions as c
from workbench.reckoning.best import POLICIES

TEXT = (Path(__file__).parents[1] / "docs" / "method.md").read_text(encoding="utf-8")
EXAMPLES = re.split(r"^## Example \d+: ", TEXT, flags=re.MULTILINE)[1:]
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
    values: dict[str, Any] = {
        "side": row["side"] or None,
        "category": Category(row["category"]),
        "effect": Effect(row["effect"]),
        "origin": row["origin"] or None,
        "article_id": int(row["day"]) + 1,
        "number_text": "" if row["number"] == "plural" else row["number"],
        "to": {relation[0]: int(relation[1])} if relation else {},
    }
    return claim(int(row["claim"]), quantity(row["number"]), **values)


def as_row(figure: Figure) -> dict[str, str]:
    """Write a figure as the example does."""
    return {
        "side": figure.side or "unknown",
        "effect": figure.effect.value,
        "low": str(figure.low),
        "best": "none" if figure.best is None else str(figure.best),
        "high": "open" if figure.high is None else str(figure.high),
        "used": " ".join(str(i) for i in figure.used),
        "notes": "; ".join(figure.notes),
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=[text.splitlines()[0] for text in EXAMPLES])
def test_a_worked_example_comes_out_as_written(example: str) -> None:
    claims, figures = tables(example)
    found = reckoned(*map(read, claims), days={1: 0, 2: 1, 3: 2})
    written = re.findall(r"^\* (holds|fails): (.+)$", example, flags=re.MULTILINE)
    assert sorted(map(str, map(as_row, found.figures))) == sorted(map(str, figures))
    said = {("holds" if check.holds else "fails", check.text) for check in found.checks if check.kind != "subset"}
    assert said == set(written)


def test_the_readings_are_those_of_the_table() -> None:
    """Every kind of check the page lists, and every policy and convention it names, is there."""
    for name in (*TABLE.names(), OWN, *POLICIES):
        assert f"`{name}`" in TEXT


def test_there_are_two_examples() -> None:
    assert len(EXAMPLES) == 2
