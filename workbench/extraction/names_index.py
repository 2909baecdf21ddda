"""All names the program knows, in any language: built once, and shared by the finders of all languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench.extraction.names_fold import fold
from workbench.extraction.names_lexicon import ANYWHERE, other_entries, register_entries
from workbench.extraction.names_table import Entry, NameTable
from workbench.extraction.places import Gazetteer
from workbench.extraction.places_guard import first_names
from workbench.model.actor import Actor, Source
from workbench.registers import Registers

#: How the ids of actors end that stand for many.
_GENERIC = "_generic"
_REBEL = "rebel"


class NameIndex:
    """The table of all names, with the gazetteer, and who stands for what: a country's forces, its insurgents.

    `kinds` tells what each actor and source of the registers is, `single` holds the folded proper names of one word
    that name one actor only, `common` the words for forces that many countries have (Armee).
    """

    def __init__(
        self,
        folder: Path,
        registers: Registers,
        gazetteer: Gazetteer | None = None,
        others: Sequence[Entry] | None = None,
    ) -> None:
        """Take the resources folder and the registers; the gazetteer and what has no register where they are read."""
        self._folder = folder
        self._others = tuple(other_entries(folder / "registers")) if others is None else others
        self.first_names = first_names(folder / "gazetteer")
        self.gazetteer = gazetteer or Gazetteer(folder / "gazetteer")
        self.table = NameTable([*register_entries(registers), *self._others])
        self._registers = registers
        actors = registers.actors.values()
        rows: list[Actor | Source] = [*actors, *registers.sources.values()]
        self.kinds = {row.id: row.kind for row in rows}
        own = [actor for actor in actors if not self.is_generic(actor.id)]
        self.single = frozenset(fold(name) for name in _proper(own) if name.casefold() not in registers.shared)
        forces = [actor for actor in actors if actor.kind == "state_force"]
        self.common = frozenset(fold(name) for name in _proper(forces) if name.casefold() in registers.shared)
        armies = [a for a in forces if a.parent is None and a.country != ANYWHERE]
        self.forces = {a.country: a.id for a in reversed(armies)}
        speaking = (registers.sources[key] for key in registers.spoken_for.values())
        self.governments = {source.country: source.id for source in speaking if source.country}
        self.rebels = _insurgents(actors, registers.shared)

    def is_generic(self, key: str) -> bool:
        """Tell whether an id stands for many of a kind, such as a country's insurgents."""
        return key.endswith(_GENERIC)

    def is_nobody(self, key: str) -> bool:
        """Tell whether an id is none, or stands for many of a kind wherever they are."""
        actor = self._registers.actors.get(key)
        return not key or (self.is_generic(key) and actor is not None and actor.country == ANYWHERE)

    def is_called(self, key: str, noun: str) -> bool:
        """Tell whether a folded noun ends a word in a name of the actor or source `key`."""
        row: Actor | Source | None = self._registers.sources.get(key) or self._registers.actors.get(key)
        names = () if row is None else (row.name, *row.aliases)
        return any(fold(word).endswith(noun) for name in names for word in name.split())

    def of(self, registers: Registers) -> NameIndex:
        """Return one on other registers, such as a case's, with all else as it is here."""
        return NameIndex(self._folder, registers, self.gazetteer, self._others)


def _insurgents(actors: Iterable[Actor], shared: frozenset[str]) -> dict[str, str]:
    """Return by country who shares a word for insurgents with those of no country in particular."""
    named = {a: shared.intersection(name.casefold() for name in a.aliases) for a in actors if a.kind == _REBEL}
    general = [names for a, names in named.items() if a.country == ANYWHERE and a.id.endswith(_GENERIC)]
    words = general[0] if general else frozenset()
    return {a.country: a.id for a, names in named.items() if names & words}


def _proper(actors: Iterable[Actor]) -> set[str]:
    """Return the names of actors that are one word with a capital letter."""
    fighting = (actor for actor in actors if actor.kind != "civilian")
    return {name for a in fighting for name in (a.name, *a.aliases) if name.isalpha() and name[0].isupper()}
