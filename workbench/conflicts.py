"""The conflicts the program knows, who stands on which side in each, and what a case takes over of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from workbench.changes import Change, Edit
from workbench.errors import BadResource
from workbench.model.actor import Actor, lineage
from workbench.model.method import Method
from workbench.registers import Registers, overlaid
from workbench.resources import table

#: A conflict is proposed for so many names at least, where it has this share of all, and so many times the next one's.
_FEWEST, _SHARE, _AHEAD = 3.0, 0.5, 2.0
#: So many of the names that speak for a conflict are told.
_TOLD = 3
#: The act by which a case takes over the sides of a conflict.
CHOOSE = "choose_conflict"

#: The country of actors that are at home in many, or in none: people of no army, groups named without their country.
_NOWHERE = ("", "XX")
_COUNTRY = re.compile(r"[A-Z]{2}")
#: The id of a country, or of what lies in one: SY, SY-HL, SY:northwestern_syria; towns have ids of other kinds.
_IN_COUNTRY = re.compile(rf"({_COUNTRY.pattern})(?:[-:].*)?")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_CONFLICTS = ("id", "countries", "since", "until", "name_en", "name_de")
_STANDS = ("conflict", "actor", "side")

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Who stands on which side in a conflict: `stands` gives sides by actors' ids, `countries` are ISO codes.

    `until` None: it goes on. An actor that it does not list keeps its own side.
    """

    id: str
    name: str
    name_de: str
    countries: tuple[str, ...]
    since: date
    until: date | None = None
    stands: Mapping[str, str] = field(default_factory=dict)


def load(folder: Path, registers: Registers) -> dict[str, Conflict]:
    """Read conflicts.tsv and stands.tsv, by id in the tables' order; BadResource names the row to mend."""
    made: dict[str, Conflict] = {}
    for number, row in table(folder / "conflicts.tsv", _CONFLICTS):
        conflict = _conflict(row, f"conflicts.tsv, row {number}")
        if conflict.id in made:
            raise BadResource(f"conflicts.tsv, row {number}: the id {conflict.id} is there already. Give it another.")
        made[conflict.id] = conflict
    stands = _stands(folder / "stands.tsv", made, registers)
    return {key: replace(conflict, stands=stands[key]) for key, conflict in made.items()}


def _conflict(row: Row, place: str) -> Conflict:
    if not _ID.fullmatch(row["id"]):
        raise BadResource(f"{place}: the id {row['id']!r} is not a short key of a–z, 0–9 and _. Correct it.")
    if not row["name_en"]:
        raise BadResource(f"{place}: {row['id']} has no name. Fill in name_en.")
    countries = tuple(row["countries"].split(";"))
    strange = next((code for code in countries if not _COUNTRY.fullmatch(code)), None)
    if strange is not None:
        raise BadResource(f"{place}: {strange!r} is not a country's code like SY. Correct it.")
    since, until = _day(row["since"], place), _day(row["until"], place) if row["until"] else None
    if until is not None and until < since:
        raise BadResource(f"{place}: {row['id']} ends before it begins. Correct since or until.")
    return Conflict(row["id"], row["name_en"], row["name_de"] or row["name_en"], countries, since, until)


def _day(cell: str, place: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError as error:
        raise BadResource(f"{place}: {cell!r} is not a day like 2011-03-15. Correct it.") from error


def _stands(path: Path, conflicts: Mapping[str, Conflict], registers: Registers) -> dict[str, dict[str, str]]:
    made: dict[str, dict[str, str]] = {key: {} for key in conflicts}
    known = {"conflict": conflicts, "actor": registers.actors, "side": registers.sides}
    for number, row in table(path, _STANDS):
        place = f"{path.name}, row {number}"
        strange = next((column for column, rows in known.items() if row[column] not in rows), None)
        if strange is not None:
            raise BadResource(f"{place}: there is no {strange} {row[strange]!r}. Add it to its table, or correct it.")
        stands = made[row["conflict"]]
        if row["actor"] in stands:
            raise BadResource(f"{place}: {row['actor']} has a side in {row['conflict']} already. Drop one row.")
        stands[row["actor"]] = row["side"]
    return made


def applied(registers: Registers, conflict: Conflict | None) -> Registers:
    """Return the registers with the actors on the sides of that conflict; without one as they are."""
    if conflict is None:
        return registers
    moved = {key: replace(registers.actors[key], side=side) for key, side in conflict.stands.items()}
    return replace(registers, actors={**registers.actors, **moved}, foes=_foes(conflict))


def _foes(conflict: Conflict) -> dict[str, str]:
    """Return by side whom it fights in a conflict of two sides: the first actor that the table lists on the other."""
    first = {side: actor for actor, side in reversed(list(conflict.stands.items()))}
    return {side: actor for side in first for other, actor in first.items() if other != side} if len(first) == 2 else {}


def in_case(shipped: Registers, conflict: Conflict | None, case: Registers) -> Registers:
    """Return the registers the articles of a case are read with: the case's rows, else those of its conflict."""
    return overlaid(applied(shipped, conflict), case)


def chosen(
    method: Method, conflict: Conflict | None, shipped: Registers, case: Registers, own: Collection[str] = ()
) -> Change:
    """Return the one change by which a case takes over the sides of a conflict, or of none.

    The actors that the conflict names are copied into the case with those above them. Actors of the case move to
    their sides, but for the `own`, whose side an analyst chose, and for those that the program does not ship.
    """
    there = applied(shipped, conflict)
    named = conflict.stands if conflict is not None else {}
    wanted = dict.fromkeys(above for key in named for above in lineage(key, there.actors))
    copied = [there.actors[key] for key in wanted if key not in case.actors]
    moved = [
        Edit(actor, replace(actor, side=there.actors[key].side))
        for key, actor in case.actors.items()
        if key in there.actors and key not in own and actor.side != there.actors[key].side
    ]
    needed = _sides_of([*copied, *(edit.after for edit in moved if isinstance(edit.after, Actor))])
    sides = [Edit(None, side) for key, side in shipped.sides.items() if key in needed and key not in case.sides]
    after = replace(method, conflict=conflict.id if conflict is not None else "")
    about = conflict.name if conflict is not None else "no conflict"
    first = [Edit(method, after)] if after != method else []
    return Change(CHOOSE, (*first, *sides, *(Edit(None, actor) for actor in copied), *moved), about)


def _sides_of(actors: Iterable[Actor]) -> set[str]:
    return {actor.side for actor in actors if actor.side is not None}


@dataclass(frozen=True, slots=True)
class Proposed:
    """A conflict that articles speak of: how many names speak for it, and the parties named most with how often.

    A name that speaks for several conflicts counts for each in part.
    """

    conflict: Conflict
    weight: float
    reasons: tuple[tuple[str, int], ...]


def proposed(
    actors: Mapping[str, int],
    places: Mapping[str, int],
    known: Mapping[str, Actor],
    conflicts: Iterable[Conflict],
    published: Iterable[date],
) -> list[Proposed]:
    """Return the conflicts that a case speaks of, the likeliest first; none where it is not clear which one that is.

    `actors` and `places` say how often each id is mentioned, `known` are the actors they name; `published` are the
    articles' days, most of which must lie within a conflict.
    """
    days = Counter(published)
    alive = [conflict for conflict in conflicts if _within(conflict, days)]
    weights = dict.fromkeys((conflict.id for conflict in alive), 0.0)
    total = 0.0
    for holders, count in _evidence(actors, places, known, alive):
        total += count
        for key in holders:
            weights[key] += count / len(holders)
    found = [Proposed(c, weights[c.id], _reasons(c, actors, known)) for c in alive if weights[c.id]]
    ranked = sorted((row for row in found if row.reasons), key=lambda row: (-row.weight, row.conflict.id))
    return ranked if _is_clear([row.weight for row in ranked], total) else []


def _within(conflict: Conflict, days: Counter[date]) -> bool:
    last = conflict.until or date.max
    inside = sum(count for day, count in days.items() if conflict.since <= day <= last)
    return 2 * inside >= days.total()


def _is_clear(weights: list[float], total: float) -> bool:
    if not weights or weights[0] < _FEWEST or weights[0] < _SHARE * total:
        return False
    return len(weights) == 1 or weights[0] >= _AHEAD * weights[1]


def _evidence(
    actors: Mapping[str, int], places: Mapping[str, int], known: Mapping[str, Actor], conflicts: Iterable[Conflict]
) -> Iterable[tuple[list[str], int]]:
    """Yield for each actor and country that is named the conflicts it speaks for, and how often it is named."""
    alive = list(conflicts)
    for key, count in actors.items():
        if key in known and known[key].country not in _NOWHERE:
            parties = [c.id for c in alive if _party(key, c, known)]
            yield parties or [c.id for c in alive if known[key].country in c.countries], count
    for place, count in places.items():
        inside = _IN_COUNTRY.fullmatch(place)
        if inside is not None and inside[1] not in _NOWHERE:
            yield [c.id for c in alive if inside[1] in c.countries], count


def _party(actor: str, conflict: Conflict, known: Mapping[str, Actor]) -> bool:
    return any(above in conflict.stands for above in lineage(actor, known))


def _reasons(conflict: Conflict, actors: Mapping[str, int], known: Mapping[str, Actor]) -> tuple[tuple[str, int], ...]:
    """Return the parties to a conflict that are named most."""
    named = [(known[key].name, count) for key, count in actors.items() if key in known and _party(key, conflict, known)]
    return tuple(sorted(named, key=lambda pair: (-pair[1], pair[0]))[:_TOLD])
