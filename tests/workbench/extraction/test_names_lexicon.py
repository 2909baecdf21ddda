"""The registers and our own tables become entries."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from workbench import registers
from workbench.errors import BadResource
from workbench.extraction.names_lexicon import ADJECTIVE, BUILDING, label_of, other_entries, register_entries
from workbench.extraction.names_table import Entry
from workbench.model.mention import Label

FOLDER = Path(__file__).parents[3] / "resources" / "registers"


@pytest.fixture(scope="module")
def shipped() -> registers.Registers:
    return registers.load(FOLDER)


@pytest.fixture(scope="module")
def others() -> list[Entry]:
    return list(other_entries(FOLDER))


@pytest.mark.parametrize(
    ("actor", "label"),
    [
        ("sy_gov_forces", Label.STATE_FORCE),
        ("sy_hts", Label.ARMED_GROUP),
        ("wagner", Label.ARMED_GROUP),
        ("nato", Label.ORG),
        ("unifil", Label.STATE_FORCE),
    ],
)
def test_the_kind_gives_the_label(shipped: registers.Registers, actor: str, label: Label) -> None:
    assert label_of(shipped.actors[actor]) is label


def test_every_alias_becomes_an_entry(shipped: registers.Registers) -> None:
    entries = list(register_entries(shipped))
    assert {"sy_hts", "sohr", "ru_mod"} <= {entry.id for entry in entries}
    hts = {entry.alias for entry in entries if entry.id == "sy_hts"}
    assert hts == {shipped.actors["sy_hts"].name, *shipped.actors["sy_hts"].aliases}


def test_civilians_and_unattributed_reports_are_no_names(shipped: registers.Registers) -> None:
    assert not {"civ", "civ_children", "unattributed"} & {entry.id for entry in register_entries(shipped)}


def test_shared_aliases_are_marked(shipped: registers.Registers) -> None:
    shared = Counter(entry.alias for entry in register_entries(shipped) if entry.shared)
    assert shared["Armee"] > 10
    assert shared["HTS"] == 0


def test_adjectives_come_whole_or_as_stems(others: list[Entry]) -> None:
    syrian = {entry.alias: entry.stem for entry in others if entry.label == ADJECTIVE and entry.country == "SY"}
    assert syrian == {"syrisch": True, "Syrian": False}


def test_another_language_is_a_column(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "registers"))
    peoples, terms = folder / "peoples.tsv", folder / "terms.tsv"
    peoples.write_text("country\tadjectives_fr\tpeople_fr\nSY\tsyrien;syrienne\tSyriens\n", encoding="utf-8")
    terms.write_text("label\tid\tnames_fr\nWEAPON\trocket\troquette\n", encoding="utf-8")
    found = {(entry.alias, entry.label, entry.stem) for entry in other_entries(folder) if entry.label != "PERSON"}
    assert found == {
        ("syrien", ADJECTIVE, False),
        ("syrienne", ADJECTIVE, False),
        ("Syriens", "NORP", False),
        ("roquette", "WEAPON", False),
    }


def test_every_label_is_known(others: list[Entry]) -> None:
    assert {entry.label for entry in others} <= {ADJECTIVE, BUILDING, *(label.value for label in Label)}


def test_no_word_names_two_things(others: list[Entry]) -> None:
    named = {(entry.alias.casefold(), entry.label, entry.id) for entry in others if entry.label != ADJECTIVE}
    counted = Counter((alias, label) for alias, label, _ in named)
    assert [key for key, count in counted.items() if count > 1] == []


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "registers"))
    (folder / "persons.tsv").unlink()
    with pytest.raises(BadResource, match=r"persons\.tsv is missing"):
        list(other_entries(folder))
