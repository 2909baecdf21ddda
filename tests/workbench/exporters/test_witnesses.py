"""Origins are counted, outlets stand beside them."""

from __future__ import annotations

from dataclasses import replace

from tests.workbench.exporters.material import FIGURES
from tests.workbench.values import article
from workbench.exporters.witnesses import witness_words
from workbench.model.actor import Actor, Source
from workbench.model.figure import Figure

SPEAKERS: dict[str, Actor | Source] = {
    "sohr": Source("sohr", "Observatory", "monitor_ngo"),
    "army": Actor("army", "The army", "state_force"),
}
ARTICLES = {7: article(7, title="Gefechte")}


def told(*origins: str, outlets: tuple[str, ...] = ()) -> str:
    return witness_words(by(*origins, outlets=outlets), SPEAKERS, ARTICLES)


def by(*origins: str, outlets: tuple[str, ...] = ()) -> Figure:
    return replace(FIGURES[0], origins=origins, outlets=outlets)


def test_one_origin_is_marked_however_many_print_it() -> None:
    assert told("sohr", outlets=("A", "B")) == "single origin: Observatory · printed by A, B"
    assert by("sohr", outlets=("A", "B")).single_origin


def test_several_origins_are_counted() -> None:
    assert told("army", "sohr") == "2 origins: The army, Observatory"
    assert not by("army", "sohr").single_origin


def test_an_article_that_names_nobody_is_its_own_origin() -> None:
    assert told("article 7") == "single origin: “Gefechte” itself"
    assert told("article 8", "someone") == "2 origins: article 8, someone"


def test_nothing_is_said_of_a_figure_that_no_claim_bears() -> None:
    assert told() == ""
    assert not by().single_origin
