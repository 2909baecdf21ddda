"""The registers: armed actors, sources and sides that texts are linked to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from workbench.errors import BadResource
from workbench.model.actor import BOTH_SIDES, Actor, Side, Source, lineage
from workbench.model.findings import Findings
from workbench.resources import table

#: What an actor can be; the kind settles the label of its mentions.
ACTOR_KINDS = frozenset(
    {
        "alliance",
        "civilian",
        "coalition",
        "identity_militia",
        "pmc",
        "pro_gov_militia",
        "rebel",
        "state_force",
        "un_force",
        "unknown",
    }
)
#: How a source stands to the parties.
INTERESTS = frozenset({"neutral", "aligned", "belligerent", "perpetrator"})

_COLOUR = re.compile(r"#[0-9A-F]{6}")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_SIDES = ("id", "name_en", "colour", "position")
_ACTORS = ("id", "country", "kind", "inter", "parent", "side", "name_en", "name_de", "aliases_en", "aliases_de")
_SOURCES = ("id", "kind", "interest", "side", "country", "name_en", "name_de", "aliases_en", "aliases_de")

Row = dict[str, str]
T = TypeVar("T", Actor, Source, Side)
R = TypeVar("R", Actor, Source)


@dataclass(frozen=True, slots=True)
class Registers:
    """What texts are linked to, by id; `shared` holds the case-folded aliases that need the article's country.

    `claimed` holds the case-folded names that a case gave to rows of its own: they name nothing else there.
    """

    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    sides: Mapping[str, Side]
    shared: frozenset[str] = frozenset()
    claimed: Mapping[str, frozenset[str]] = field(default_factory=dict)


def load(folder: Path) -> Registers:
    """Read actors.tsv, sources.tsv, sides.tsv and shared_aliases.tsv; BadResource names the row to mend."""
    sides = _rows(folder / "sides.tsv", _SIDES, _side)
    actors = _rows(folder / "actors.tsv", _ACTORS, _actor)
    sources = _rows(folder / "sources.tsv", _SOURCES, _source)
    _check_sides(folder / "actors.tsv", actors.values(), sides)
    _check_sides(folder / "sources.tsv", sources.values(), sides)
    _check_parents(folder / "actors.tsv", actors)
    _check_aliases(folder, [*actors.values(), *sources.values()])
    added = _share(folder / "shared_aliases.tsv", [*actors.values(), *sources.values()])
    return Registers(
        {key: replace(actor, aliases=actor.aliases + added[key]) for key, actor in actors.items()},
        {key: replace(source, aliases=source.aliases + added[key]) for key, source in sources.items()},
        sides,
        frozenset(alias.casefold() for aliases in added.values() for alias in aliases),
    )


def used_by(findings: Findings, registers: Registers) -> Registers:
    """Return what of the registers `findings` refer to: actors with their parents, sources, and all their sides."""
    named = {m.actor for m in findings.mentions} | {c.actor for c in findings.claims}
    spoken = {c.origin for c in findings.claims} | {c.relay for c in findings.claims} | named
    # An army that speaks for itself is an origin without being a source.
    actors = {key: registers.actors[key] for key in _with_parents(named | spoken, registers.actors)}
    sources = {key: source for key, source in registers.sources.items() if key in spoken}
    used = {a.side for a in actors.values()} | {s.side for s in sources.values()} | {c.side for c in findings.claims}
    sides = {key: side for key, side in registers.sides.items() if key in used}
    return replace(registers, actors=actors, sources=sources, sides=sides)


def overlaid(shipped: Registers, case: Registers) -> Registers:
    """Return the registers a case is read with: its rows replace shipped rows of the same id, and its names win.

    A name that the case added to a row is taken from all others; what a case copied and left as it was claims nothing.
    """
    claimed = _claims(shipped, case)
    single = {name for name, ids in claimed.items() if len(ids) == 1}
    return Registers(
        _laid_over(shipped.actors, case.actors, claimed),
        _laid_over(shipped.sources, case.sources, claimed),
        {**shipped.sides, **case.sides},
        (shipped.shared - single) | (claimed.keys() - single),
        claimed,
    )


def _claims(shipped: Registers, case: Registers) -> dict[str, frozenset[str]]:
    """Return the names that the rows of a case have and the shipped rows of the same id lack, with those rows."""
    before: dict[str, Actor | Source] = {**shipped.actors, **shipped.sources}
    claimed: dict[str, set[str]] = {}
    rows: list[Actor | Source] = [*case.actors.values(), *case.sources.values()]
    for row in rows:
        for name in _named(row) - (_named(before[row.id]) if row.id in before else frozenset()):
            claimed.setdefault(name, set()).add(row.id)
    return {name: frozenset(ids) for name, ids in claimed.items()}


def _laid_over(shipped: Mapping[str, R], case: Mapping[str, R], claimed: Mapping[str, frozenset[str]]) -> dict[str, R]:
    """Return rows with those of the case in their place, and without the aliases that others claim."""
    return {key: _without_claimed(row, claimed) for key, row in {**shipped, **case}.items()}


def _without_claimed(row: R, claimed: Mapping[str, frozenset[str]]) -> R:
    kept = tuple(name for name in row.aliases if row.id in claimed.get(name.casefold(), (row.id,)))
    return row if kept == row.aliases else replace(row, aliases=kept)


def _named(row: Actor | Source) -> frozenset[str]:
    """Return the case-folded names of a row."""
    return frozenset(name.casefold() for name in (row.name, *row.aliases))


def _with_parents(ids: Iterable[str | None], actors: Mapping[str, Actor]) -> list[str]:
    starts = sorted(key for key in ids if key)
    return list(dict.fromkeys(above for start in starts for above in lineage(start, actors)))


def _rows(path: Path, columns: tuple[str, ...], make: Callable[[Row, str], T]) -> dict[str, T]:
    made: dict[str, T] = {}
    for number, row in table(path, columns):
        place = f"{path.name}, row {number}"
        if not _ID.fullmatch(row["id"]):
            raise BadResource(f"{place}: the id {row['id']!r} is not a short key of a–z, 0–9 and _. Correct it.")
        if row["id"] in made:
            raise BadResource(f"{place}: the id {row['id']} is there already. Give each row its own id.")
        if not row["name_en"]:
            raise BadResource(f"{place}: {row['id']} has no name. Fill in name_en.")
        made[row["id"]] = make(row, place)
    return made


def _side(row: Row, place: str) -> Side:
    if row["id"] == BOTH_SIDES:
        raise BadResource(f"{place}: {BOTH_SIDES!r} stands for numbers over several sides. Choose another id.")
    if not _COLOUR.fullmatch(row["colour"]):
        raise BadResource(f"{place}: the colour {row['colour']!r} is not like #0072B2. Correct it.")
    return Side(row["id"], row["name_en"], row["colour"], _number(row, "position", place) or 0)


def _actor(row: Row, place: str) -> Actor:
    if row["kind"] not in ACTOR_KINDS:
        raise BadResource(f"{place}: the kind {row['kind']!r} is unknown. Use one of {', '.join(sorted(ACTOR_KINDS))}.")
    inter = _number(row, "inter", place)
    if inter is not None and not 1 <= inter <= 8:
        raise BadResource(f"{place}: the inter code {inter} is not one of ACLED's 1 to 8. Correct it.")
    return Actor(
        row["id"],
        row["name_en"],
        row["kind"],
        row["country"],
        inter,
        row["parent"] or None,
        row["side"] or None,
        _aliases(row),
    )


def _source(row: Row, place: str) -> Source:
    if row["interest"] not in INTERESTS:
        raise BadResource(
            f"{place}: the interest {row['interest']!r} is unknown. Use one of {', '.join(sorted(INTERESTS))}."
        )
    return Source(
        row["id"],
        row["name_en"],
        row["kind"],
        row["country"],
        row["interest"],
        row["side"] or None,
        _aliases(row),
    )


def _number(row: Row, column: str, place: str) -> int | None:
    if not row[column]:
        return None
    if not row[column].isascii() or not row[column].isdigit():
        raise BadResource(f"{place}: {column} {row[column]!r} is not a whole number. Correct it.")
    return int(row[column])


def _aliases(row: Row) -> tuple[str, ...]:
    """Return the other names of both languages, each once, in the table's order."""
    cells = (row["name_de"], *row["aliases_en"].split(";"), *row["aliases_de"].split(";"))
    names = (cell.strip() for cell in cells)
    return tuple(dict.fromkeys(name for name in names if name and name != row["name_en"]))


def _check_sides(path: Path, rows: Iterable[Actor | Source], sides: Mapping[str, Side]) -> None:
    for row in rows:
        if row.side is not None and row.side not in sides:
            raise BadResource(f"{path.name}: {row.id} stands on a side that sides.tsv lacks: {row.side!r}. Add it.")


def _check_parents(path: Path, actors: Mapping[str, Actor]) -> None:
    for actor in actors.values():
        seen = {actor.id}
        parent = actor.parent
        while parent is not None:
            if parent not in actors:
                raise BadResource(f"{path.name}: the parent {parent!r} of {actor.id} is no actor. Correct it.")
            if parent in seen:
                raise BadResource(f"{path.name}: the parents of {actor.id} lead back to it. Break the circle.")
            seen.add(parent)
            parent = actors[parent].parent


def _check_aliases(folder: Path, rows: Iterable[Actor | Source]) -> None:
    owners: dict[str, str] = {}
    for row in rows:
        for name in _named(row):
            owner = owners.setdefault(name, row.id)
            if owner != row.id:
                where = f"{folder.name}: {name!r} names both {owner} and {row.id}"
                raise BadResource(f"{where}. Move it to shared_aliases.tsv, or drop one.")


def _share(path: Path, rows: Iterable[Actor | Source]) -> dict[str, tuple[str, ...]]:
    """Return the aliases that several actors or sources share, by the ids of those who share them."""
    known = {row.id: _named(row) for row in rows}
    taken = {name for names in known.values() for name in names}
    added: dict[str, tuple[str, ...]] = dict.fromkeys(known, ())
    for number, row in table(path, ("alias", "ids", "why")):
        if row["alias"].casefold() in taken:
            raise BadResource(f"{path.name}, row {number}: {row['alias']!r} is an alias of one alone too. Drop one.")
        for key in row["ids"].split(";"):
            if key not in added:
                raise BadResource(f"{path.name}, row {number}: there is no actor or source {key!r}. Correct the id.")
            added[key] += (row["alias"],)
    return added
