from __future__ import annotations

import csv
import io
from dataclasses import replace

from tests.workbench.exporters.material import BOTH_SIDES, FIGURES, Contents
from workbench.exporters.table import to_csv, to_text
from workbench.model.incident import Incident

SIDES = Contents().sides()


def test_one_line_a_figure_and_nothing_unknown_is_zero() -> None:
    text = to_csv(FIGURES, Contents().incidents(), SIDES)
    first, second = csv.DictReader(io.StringIO(text, newline=""))
    assert (first["side"], first["low"], first["best"], first["high"], first["open"]) == (
        "Government",
        "12",
        "12",
        "12",
        "no",
    )
    assert (second["best"], second["high"], second["open"], second["unquantified"]) == ("", "", "yes", "yes")
    assert first["notes"] == "4 officers among them"
    assert first["title"] == "Homs, 27 November"


def test_what_only_a_belligerent_claims_has_a_column() -> None:
    text = to_csv([FIGURES[0], replace(FIGURES[0], best=None, claimed=12)], [], SIDES)
    assert [row["only_claimed"] for row in csv.DictReader(io.StringIO(text, newline=""))] == ["0", "12"]


def test_what_may_be_counted_twice_stands_in_every_row() -> None:
    text = to_csv([FIGURES[0], replace(FIGURES[0], incident=4)], [], SIDES, (), [(1, 3), (1, 2)])
    assert [row["may_be_one_with"] for row in csv.DictReader(io.StringIO(text, newline=""))] == ["2 3", ""]


def test_a_cell_is_never_a_formula() -> None:
    text = to_csv(FIGURES, [Incident(1, '=HYPERLINK("http://x.example")')], SIDES)
    assert next(csv.DictReader(io.StringIO(text, newline="")))["title"].startswith("'=")


def test_columns_stand_under_each_other() -> None:
    rows = to_text([*FIGURES, replace(FIGURES[0], side=BOTH_SIDES)], SIDES).splitlines()
    assert rows == [
        "                        killed",
        "Government              12",
        "Civilians               unquantified",
        "Both sides (not split)  12",
    ]


def test_no_figures_are_a_sentence() -> None:
    assert to_text([], SIDES).startswith("No figures:")
