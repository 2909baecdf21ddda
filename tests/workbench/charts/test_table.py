from __future__ import annotations

import csv
import io

from tests.workbench.charts.reference import SIDES, figure, series
from workbench.charts.series import COLUMNS, by_side
from workbench.charts.table import PROVENANCE
from workbench.model.actor import Side
from workbench.model.claim import Effect
from workbench.model.figure import Reckoning


def rows(text: str, between: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=between))


def test_each_number_comes_with_what_it_rests_on() -> None:
    row = rows(series().table().to_csv())[0]
    assert (row["side_id"], row["effect"], row["low"], row["best"], row["high"]) == (
        "government",
        "killed",
        *["37"] * 3,
    )
    assert (row["claims"], row["origins"], row["convention"]) == ("5 6", "SOHR", "default")
    assert row["not_used"] == "1: a total of both sides; 2: a total of both sides"


def test_unknown_is_an_empty_cell_never_0() -> None:
    civilians, unknown = rows(series().table().to_csv())[2:]
    assert (civilians["low"], civilians["best"], civilians["high"]) == ("2", "", "")
    assert (civilians["open"], civilians["unquantified"]) == ("yes", "yes")
    assert (unknown["side_id"], unknown["low"], unknown["open"]) == ("", "", "no")


def test_all_columns_are_there_in_any_form() -> None:
    assert tuple(rows(series().table().to_csv())[0]) == COLUMNS
    assert COLUMNS[-len(PROVENANCE) :] == PROVENANCE
    assert rows(series().table().to_csv("\t"), "\t") == rows(series().table().to_csv())


def test_words_are_never_taken_for_a_formula() -> None:
    chart = by_side(Reckoning((figure("x", 1, (1,)),), ()), [*SIDES, Side("x", "=1+1", "#000000", 9)], (Effect.KILLED,))
    assert rows(chart.table().to_csv())[0]["side"] == "'=1+1"
