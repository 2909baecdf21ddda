"""Everything with a name, as entries of the name table: actors, sources, persons, peoples, things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from workbench.extraction.names_fold import fold
from workbench.extraction.names_table import Entry
from workbench.model.actor import Actor, Source
from workbench.model.mention import Label
from workbench.registers import Registers
from workbench.resources import table

#: The country of actors that belong to no one country.
ANYWHERE = "XX"
#: Labels used on the way only: a people's adjective, and the word for a kind of building.
ADJECTIVE, BUILDING = "adjective", "building"

_LABELS = {
    "alliance": Label.ORG,
    "coalition": Label.STATE_FORCE,
    "state_force": Label.STATE_FORCE,
    "un_force": Label.STATE_FORCE,
}


def label_of(actor: Actor) -> Label:
    """Return the label of an actor's mentions."""
    return _LABELS.get(actor.kind, Label.ARMED_GROUP)


def register_entries(registers: Registers) -> Iterator[Entry]:
    """Yield the names of actors and sources; civilians and unattributed reports are no names."""
    claimed = {fold(name): ids for name, ids in registers.claimed.items()}
    for actor in registers.actors.values():
        if actor.kind != "civilian":
            yield from _row_entries(actor, label_of(actor), registers.shared, claimed)
    for source in registers.sources.values():
        if source.kind != "unattributed":
            yield from _row_entries(source, Label.SOURCE, registers.shared, claimed)


def _row_entries(
    row: Actor | Source, label: Label, shared: frozenset[str], claimed: Mapping[str, frozenset[str]]
) -> Iterator[Entry]:
    """Yield the names of a row, without those that other rows claim."""
    for name in (row.name, *row.aliases):
        if not claimed or row.id in claimed.get(fold(name), (row.id,)):
            yield Entry(name, label.value, row.id, shared=name.casefold() in shared, country=row.country)


def other_entries(folder: Path) -> Iterator[Entry]:
    """Yield persons, peoples, weapons, equipment, events and buildings from the tables in `folder`."""
    for _, row in table(folder / "persons.tsv", ("id", "name", "country", "aliases")):
        for name in _names(row, "name", "aliases"):
            yield Entry(name, Label.PERSON.value, row["id"], country=row["country"])
    for _, row in table(folder / "terms.tsv", ("label", "id")):
        label = BUILDING if row["label"] == Label.FACILITY else row["label"]
        for name in _of(row, "names_"):
            yield Entry(name, label, row["id"])
    yield from _peoples(folder)


def _peoples(folder: Path) -> Iterator[Entry]:
    """Yield adjectives, whole or as stems of those that are declined, and what the people are called."""
    for _, row in table(folder / "peoples.tsv", ("country",)):
        for stem in _of(row, "stems_"):
            yield Entry(stem, ADJECTIVE, row["country"], country=row["country"], stem=True)
        for adjective in _of(row, "adjectives_"):
            yield Entry(adjective, ADJECTIVE, row["country"], country=row["country"])
        for people in _of(row, "people_"):
            yield Entry(people, Label.NORP.value, row["country"], country=row["country"])


def _of(row: Mapping[str, str], prefix: str) -> list[str]:
    """Return the names in the columns of all languages, such as names_de."""
    return _names(row, *(column for column in row if column.startswith(prefix)))


def _names(row: Mapping[str, str], *columns: str) -> list[str]:
    return [name for column in columns for name in row[column].split(";") if name]
