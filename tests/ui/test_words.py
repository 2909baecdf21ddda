"""Acts, days and counts in words."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from tests.conftest import ROOT
from ui.words import ACTS, act_words, clock_words, count_words, day_words, label_words, quoted
from workbench.model.mention import Label


def acts_in(path: Path) -> set[str]:
    """Return the acts that changes made in a file are named by."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    makers = {"Change", "_change", "_edit_claim"}
    named = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id in makers and call.args]
    return {node.value for node in named if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_act_of_an_analyst_has_words() -> None:
    for path in (ROOT / "workbench").glob("acts*.py"):
        assert acts_in(path) <= set(ACTS)


def test_an_act_names_what_it_concerns() -> None:
    assert act_words("edit_side", "37 Mitglieder") == "side of «37 Mitglieder»"
    assert act_words("accept") == "accept"
    assert act_words("some_new_act") == "some new act"


def test_long_words_are_cut_and_lines_are_joined() -> None:
    assert quoted("a\n b") == "«a b»"
    assert len(quoted("x" * 200)) == 46
    assert quoted("x" * 200).endswith("…»")
    assert quoted("x" * 60, 80) == f"«{'x' * 60}»"


@pytest.mark.parametrize("label", Label)
def test_every_label_has_words_of_its_own(label: Label) -> None:
    assert label_words(label) == label_words(label).lower()
    assert sum(label_words(other) == label_words(label) for other in Label) == 1


def test_days_follow_the_locale() -> None:
    usual = QLocale()
    try:
        QLocale.setDefault(QLocale("de_DE"))
        assert day_words(date(2024, 10, 28)).startswith("28 Okt")
        QLocale.setDefault(QLocale("en_GB"))
        assert day_words(date(2024, 11, 28)) == "28 Nov 2024"
    finally:
        QLocale.setDefault(usual)
    assert day_words(None) == "date unknown"


def test_the_journal_s_time_is_shown_in_local_time() -> None:
    assert clock_words("2024-11-28T13:03:22.120Z").endswith(":03:22")
    assert clock_words("2024-11-28T13:03:22Z", with_day=True).count(", ") == 1


def test_counts() -> None:
    assert [count_words(n, "article") for n in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]
