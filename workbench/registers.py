"""The registers: armed actors, sources and sides that texts are linked to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from workbench.errors import BadResource
from workbench.folding import folded
from workbench.model.actor import BOTH_SIDES, Actor, Side, Source, lineage
from workbench.model.findings import Findings
from workbench.resources import refuse_changed, table

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
_COUNTRY = re.compile("[A-Z]{2}")
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
    `spoken_for` holds the governments that speak where a country or a capital does (Moscow said), by case-folded name.
    `foes` holds by side whom it fights, where a case's conflict has two sides, `opposed` the pairs of sides that stand
    in one conflict.
    """

    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    sides: Mapping[str, Side]
    shared: frozenset[str] = frozenset()
    claimed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    spoken_for: Mapping[str, str] = field(default_factory=dict)
    foes: Mapping[str, str] = field(default_factory=dict)
    opposed: frozenset[frozenset[str]] = frozenset()


def load(folder: Path) -> Registers:
    """Read actors/*.tsv, sources.tsv, sides.tsv and what they share; BadResource names the row to mend."""
    refuse_changed(folder)
    places: dict[str, str] = {}
    sides = _rows(folder / "sides.tsv", _SIDES, _side, {})
    actors = {key: made for file in _regions(folder) for key, made in _rows(file, _ACTORS, _actor, places).items()}
    sources = _rows(folder / "sources.tsv", _SOURCES, _source, places)
    rows: list[Actor | Source] = [*actors.values(), *sources.values()]
    _check_sides(rows, sides, places)
    _check_parents(actors, places)
    added = _share(folder / "shared_aliases.tsv", rows, _owners(rows, places))
    return Registers(
        {key: replace(actor, aliases=actor.aliases + added[key]) for key, actor in actors.items()},
        {key: replace(source, aliases=source.aliases + added[key]) for key, source in sources.items()},
        sides,
        frozenset(alias.casefold() for aliases in added.values() for alias in aliases),
        spoken_for=_spoken_for(folder / "spoken_for.tsv", sources),
        opposed=_opposed(folder / "stands.tsv"),
    )


def _opposed(path: Path) -> frozenset[frozenset[str]]:
    """Return the pairs of sides that stand in one conflict, none where no conflicts ship."""
    sides: dict[str, set[str]] = {}
    for _, row in table(path, ("conflict", "actor", "side")) if path.exists() else ():
        sides.setdefault(row["conflict"], set()).add(row["side"])
    return frozenset(frozenset(pair) for there in sides.values() for pair in combinations(sorted(there), 2))


def _regions(folder: Path) -> list[Path]:
    """Return the files of actors, one a region, by name."""
    files = sorted((folder / "actors").glob("*.tsv"))
    if not files:
        raise BadResource(f"{folder / 'actors'} holds no table of actors (*.tsv). Install the program again.")
    return files


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
        shipped.spoken_for,
        shipped.foes,
        shipped.opposed,
    )


def _claims(shipped: Registers, case: Registers) -> dict[str, frozenset[str]]:
    """Return the names that the rows of a case have and the shipped rows of the same id lack, with those rows.

    A name that several share in the shipped registers is claimed by the row that has it once more.
    """
    before: dict[str, Actor | Source] = {**shipped.actors, **shipped.sources}
    claimed: dict[str, set[str]] = {}
    rows: list[Actor | Source] = [*case.actors.values(), *case.sources.values()]
    for row in rows:
        for name in _named(row) - (_named(before[row.id]) if row.id in before else Counter()):
            claimed.setdefault(name, set()).add(row.id)
    return {name: frozenset(ids) for name, ids in claimed.items()}


def _laid_over(shipped: Mapping[str, R], case: Mapping[str, R], claimed: Mapping[str, frozenset[str]]) -> dict[str, R]:
    """Return rows with those of the case in their place, and without the aliases that others claim."""
    return {key: _without_claimed(row, claimed) for key, row in {**shipped, **case}.items()}


def _without_claimed(row: R, claimed: Mapping[str, frozenset[str]]) -> R:
    kept = tuple(name for name in row.aliases if row.id in claimed.get(name.casefold(), (row.id,)))
    return row if kept == row.aliases else replace(row, aliases=kept)


def _named(row: Actor | Source) -> Counter[str]:
    """Return the case-folded names of a row, with how often it has each."""
    return Counter(name.casefold() for name in (row.name, *row.aliases))


def _with_parents(ids: Iterable[str | None], actors: Mapping[str, Actor]) -> list[str]:
    starts = sorted(key for key in ids if key)
    return list(dict.fromkeys(above for start in starts for above in lineage(start, actors)))


def _rows(path: Path, columns: tuple[str, ...], make: Callable[[Row, str], T], places: dict[str, str]) -> dict[str, T]:
    """Read one table; `places` takes in where each id stands and tells which ids other files hold."""
    made: dict[str, T] = {}
    for number, row in table(path, columns):
        place = f"{path.name}, row {number}"
        if not _ID.fullmatch(row["id"]):
            raise BadResource(f"{place}: the id {row['id']!r} is not a short key of a–z, 0–9 and _. Correct it.")
        if row["id"] in places:
            there = f"the id {row['id']} is there already ({places[row['id']]})"
            raise BadResource(f"{place}: {there}. Give each row its own id.")
        if not row["name_en"]:
            raise BadResource(f"{place}: {row['id']} has no name. Fill in name_en.")
        made[row["id"]] = make(row, place)
        places[row["id"]] = place
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
    if not _COUNTRY.fullmatch(row["country"]):
        raise BadResource(f"{place}: the country {row['country']!r} is not a code like SY, or XX for none. Correct it.")
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
        _aliases(row, place),
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
        _aliases(row, place),
    )


def _number(row: Row, column: str, place: str) -> int | None:
    if not row[column]:
        return None
    if not row[column].isascii() or not row[column].isdigit():
        raise BadResource(f"{place}: {column} {row[column]!r} is not a whole number. Correct it.")
    return int(row[column])


def _aliases(row: Row, place: str) -> tuple[str, ...]:
    """Return the other names in all languages the table has columns for, each once, in its order."""
    cells = [row[column] for column in row if column.startswith("name_")]
    cells += [name for column in row if column.startswith("aliases_") for name in _listed(row, column, place)]
    return tuple(dict.fromkeys(name for name in cells if name and name != row["name_en"]))


def _listed(row: Row, column: str, place: str) -> list[str]:
    """Return the names of a cell; one without a letter or digit would never be found."""
    if not row[column]:
        return []
    names = [name.strip() for name in row[column].split(";")]
    empty = next((name for name in names if not any(map(str.isalnum, name))), None)
    if empty is not None:
        raise BadResource(f"{place}: {column} of {row['id']} holds an empty name {empty!r}. Remove it with its ';'.")
    return names


def _check_sides(rows: Iterable[Actor | Source], sides: Mapping[str, Side], places: Mapping[str, str]) -> None:
    for row in rows:
        if row.side is not None and row.side not in sides:
            where = f"{places[row.id]}: {row.id} stands on a side that sides.tsv lacks: {row.side!r}"
            raise BadResource(f"{where}. Add it, or choose one that is there.")


def _check_parents(actors: Mapping[str, Actor], places: Mapping[str, str]) -> None:
    for actor in actors.values():
        if actor.parent is not None and actor.parent not in actors:
            where = f"{places[actor.id]}: the parent {actor.parent!r} of {actor.id} is no actor"
            raise BadResource(f"{where}. Correct it.")
    for actor in actors.values():
        top = actors[lineage(actor.id, actors)[-1]]
        if top.parent is not None:
            where = f"{places[top.id]}: the parents of {top.id} lead back to it"
            raise BadResource(f"{where}. Break the circle.")


def _owners(rows: Iterable[Actor | Source], places: Mapping[str, str]) -> dict[str, str]:
    """Return who is called what, in folded names; BadResource where two rows have one name."""
    owners: dict[str, str] = {}
    for row in rows:
        for name in (row.name, *row.aliases):
            owner = owners.setdefault(folded(name), row.id)
            if owner != row.id:
                both = f"{name!r} names both {owner} ({places[owner]}) and {row.id} ({places[row.id]})"
                raise BadResource(f"{both}. Move it to shared_aliases.tsv, or drop one.")
    return owners


def _share(path: Path, rows: Iterable[Actor | Source], owners: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the aliases that several actors or sources share, by the ids of those who share them."""
    taken = dict(owners)
    added: dict[str, tuple[str, ...]] = {row.id: () for row in rows}
    for number, row in table(path, ("alias", "ids", "why")):
        place, alias = f"{path.name}, row {number}", row["alias"]
        owner = taken.setdefault(folded(alias), place)
        if not any(map(str.isalnum, alias)):
            raise BadResource(f"{place}: the alias {alias!r} is empty. Fill it in, or remove the row.")
        if owner != place:
            raise BadResource(f"{place}: {alias!r} is an alias of {owner} too. Drop one.")
        for key in row["ids"].split(";"):
            if key not in added or alias in added[key]:
                what = "the row names twice" if key in added else "there is no actor or source"
                raise BadResource(f"{place}: {what} {key!r}. Correct the id.")
            added[key] += (alias,)
    return added


def _spoken_for(path: Path, sources: Mapping[str, Source]) -> dict[str, str]:
    """Return who speaks where a country or its capital does."""
    found: dict[str, str] = {}
    for number, row in table(path, ("name", "source")):
        name, place = row["name"].casefold(), f"{path.name}, row {number}"
        if row["source"] not in sources:
            raise BadResource(f"{place}: there is no source {row['source']!r}. Correct the id.")
        if not name or found.setdefault(name, row["source"]) != row["source"]:
            raise BadResource(f"{place}: {row['name']!r} is empty, or speaks for two. Keep one row.")
    return found
