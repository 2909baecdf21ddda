"""One row changed on two sides: what each changed is put together, field by field; what both changed is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from workbench.changes import Value, kind_of
from workbench.model.article import ReviewState
from workbench.model.claim import Relation
from workbench.model.mention import Status

T = TypeVar("T")

#: Fields that are one thing and are taken from one side together; each field that is in none stands alone.
_TOGETHER: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "claim": {
            "number": ("quantity", "unit"),
            "number's words": ("number", "number_text"),
            "victims' words": ("victims", "victims_text"),
            "source's words": ("attribution", "attribution_text"),
        },
        "mention": {"words": ("span", "text")},
        "override": {"numbers": ("low", "best", "high")},
        "own_reading": {"reading": ("low", "high", "best")},
    }
)
#: Fields that say how a row came in and that nobody judges: they are never asked about.
_ASIDE = frozenset({"id", "rules", "confidence", "inferred", "made_by", "file_name", "media_type", "imported_at"})
_WORDS = frozenset({"note", "rationale"})
_SETS = frozenset({"relations", "aliases"})
_STATES = (ReviewState.NEW, ReviewState.IN_REVIEW, ReviewState.REVIEWED)


class Take(StrEnum):
    """Whose is taken where both changed the same."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Version:
    """A row on one side: as it was, as it is, and when the program read it; `was` None is not known.

    `decided` names the groups of fields that somebody decided on, whether they are as they were or not.
    """

    was: Value | None
    now: Value
    read_at: str = ""
    decided: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Open:
    """What both changed differently: the name of the field or group, its fields, and what both make together."""

    name: str
    parts: tuple[str, ...]
    both: Mapping[str, Any] | None = None


def settled(mine: Version, theirs: Version) -> tuple[Value, tuple[Open, ...]]:
    """Return a row with what each side changed, and what both changed differently, in which it is as mine."""
    values: dict[str, Any] = {}
    asked: list[Open] = []
    for name, parts in groups(kind_of(mine.now)).items():
        if _of(mine.now, parts) == _of(theirs.now, parts):
            continue
        told = _Told(name, parts, mine, theirs)
        found = told.taken()
        if found is None:
            asked.append(Open(name, parts, told.both()))
        else:
            values |= found
    return _with(mine.now, values), tuple(asked)


def decided(value: Value, theirs: Value, asked: Iterable[tuple[Open, Take]]) -> Value:
    """Return a row with what was decided of what both changed; `value` has mine everywhere."""
    for one, take in asked:
        if take is Take.THEIRS:
            value = _with(value, _parts(theirs, one.parts))
        elif take is Take.BOTH and one.both is not None:
            value = _with(value, one.both)
    return value


def groups(kind: str) -> dict[str, tuple[str, ...]]:
    """Return the groups of fields of a kind of row, by name."""
    from workbench.changes import KINDS

    together = _TOGETHER.get(kind, {})
    grouped = {part for parts in together.values() for part in parts}
    alone = {f.name: (f.name,) for f in fields(KINDS[kind]) if f.name not in grouped and f.name != "id"}
    return {**together, **alone}


class _Told:
    """One group of fields on two sides."""

    def __init__(self, name: str, parts: tuple[str, ...], mine: Version, theirs: Version) -> None:
        self._name, self._parts = name, parts
        self._mine, self._theirs = mine, theirs

    def taken(self) -> dict[str, Any] | None:
        """Return what the fields become, or None where somebody has to say."""
        mine, theirs = (self._name in v.decided or _changed(v, self._parts) for v in (self._mine, self._theirs))
        if mine and theirs:
            return self._joined()
        if mine or theirs:
            return _parts((self._mine if mine else self._theirs).now, self._parts)
        return self._read_last()

    def _read_last(self) -> dict[str, Any]:
        """Return what the later reading of the program made of it; nobody judged either."""
        sides = (self._mine, self._theirs)
        later = max(sides, key=lambda side: (side.read_at, repr(_of(side.now, self._parts))))
        return _parts(later.now, self._parts)

    def _joined(self) -> dict[str, Any] | None:
        """Return what two changes make together, where they do not speak against each other."""
        name, mine, theirs = self._name, self._pair(0), self._pair(1)
        if name in _ASIDE:
            return self._read_last()
        if name == "status" and {mine[1], theirs[1]} == {Status.ACCEPTED, Status.EDITED}:
            return {name: Status.EDITED}
        if name == "state":
            return {name: max(mine[1], theirs[1], key=_STATES.index)}
        if name == "relations":
            return None if self._is_decided() else _relations(mine, theirs)
        if name in _WORDS and sorted(mine[1].split("\n")) == sorted(theirs[1].split("\n")):
            return {name: min(mine[1], theirs[1])}  # both joined the same two, each its own first
        if name in _SETS:
            return {name: _union(mine, theirs)}
        return None

    def _is_decided(self) -> bool:
        return self._name in self._mine.decided or self._name in self._theirs.decided

    def _pair(self, side: int) -> tuple[Any, Any]:
        version, part = (self._mine, self._theirs)[side], self._parts[0]
        return _was(version, part), getattr(version.now, part)

    def both(self) -> dict[str, Any] | None:
        """Return what both sides' values make together, or None where only one can stand."""
        (_, mine), (_, theirs) = self._pair(0), self._pair(1)
        if self._name in _WORDS:
            return {self._name: f"{mine}\n{theirs}"}
        if self._name == "relations":
            return {self._name: tuple(dict.fromkeys((*mine, *theirs)))}
        return None


def _relations(mine: tuple[Any, Any], theirs: tuple[Any, Any]) -> dict[str, Any] | None:
    """Join relations, claim by claim they lead to; None where both changed those to one claim differently."""
    led = sorted({relation.to for side in (*mine, *theirs) for relation in side})
    joined: list[Relation] = []
    for to in led:
        was_mine, now_mine, was_theirs, now_theirs = (_to(side, to) for side in (*mine, *theirs))
        if now_mine not in (now_theirs, was_mine) and was_theirs != now_theirs:
            return None
        joined.extend(now_mine if was_mine != now_mine or was_theirs == now_theirs else now_theirs)
    return {"relations": tuple(joined)}


def _to(relations: Iterable[Relation], to: int) -> tuple[Relation, ...]:
    return tuple(sorted((relation for relation in relations if relation.to == to), key=lambda r: r.type))


def _union(mine: tuple[Any, Any], theirs: tuple[Any, Any]) -> tuple[Any, ...]:
    """Join two changed sets: what either added is in, what either took away is out."""
    gone = ({*mine[0]} - {*mine[1]}) | ({*theirs[0]} - {*theirs[1]})
    kept = [item for item in dict.fromkeys((*mine[0], *theirs[0])) if item not in gone]
    added = sorted(({*mine[1]} | {*theirs[1]}) - {*kept} - gone)
    return (*kept, *added)


def _changed(version: Version, parts: tuple[str, ...]) -> bool:
    return any(getattr(version.now, part) != _was(version, part) for part in parts)


def _was(version: Version, part: str) -> Any:
    """Return what a field was; of a row that was never read, what stands for a field that nobody filled in."""
    if version.was is not None:
        return getattr(version.was, part)
    (found,) = [f for f in fields(version.now) if f.name == part]
    return found.default if found.default is not MISSING else _NEVER


_NEVER = object()


def _of(value: Value, parts: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(value, part) for part in parts)


def _parts(value: Value, parts: tuple[str, ...]) -> dict[str, Any]:
    return {part: getattr(value, part) for part in parts}


def _with(value: Value, values: Mapping[str, Any]) -> Value:
    return replace(value, **values) if values else value
