"""Values to rows and back: one column a plain field, nested values flattened with their field's name in front."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import accumulate
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from workbench.changes import KINDS, Value, kind_of
from workbench.model.circumstance import When, Where
from workbench.model.claim import Quantity, Relation, RelationType
from workbench.model.span import Span

Cell = str | int | float | None
Row = dict[str, Cell]

_NESTED: tuple[type, ...] = (Span, When, Where, Quantity)
#: A claim has no more relations, nor longer words for them: a file that says so would only hold everybody up.
MOST_RELATIONS = 10_000
_LONGEST = 64 * MOST_RELATIONS
_TOO_MANY = f"a claim has at most {MOST_RELATIONS:,} relations"
#: The nested field whose columns stand without its name in front: nothing else in its row has such names.
_BARE = {"quantity"}


class Column:
    """One field of a value as it goes into and comes out of its columns."""

    def __init__(self, name: str, declared: Any, prefix: str = "", default: Any = None) -> None:
        self.field = name
        self.default = default
        self.name = prefix + name
        self.type, self.optional = _without_none(declared)
        self.nested = self.type in _NESTED
        inner = "" if name in _BARE else f"{name}_"
        self.parts = [Column(n, part, inner, d) for n, part, d in _declared(self.type)] if self.nested else []
        self.nothing: list[Cell] = [None] * len(self.names())
        self.encode = _encoder(self.type)
        self.exact = _exact(self.type, self.encode)
        self.take: Callable[[Any], Any] = attrgetter(*(part.field for part in self.parts)) if self.nested else list
        self.is_plain = not self.nested and self.encode is None
        self.fill = _filler(self.parts) if self.nested else list
        self.decode = _decoder(self.type)
        self.places = _places(self.parts)

    def names(self) -> list[str]:
        """Return the names of its columns."""
        return [name for part in self.parts for name in part.names()] if self.nested else [self.name]

    def defaults(self) -> list[Cell]:
        """Return what stands in each of its columns where a line or a table of an older schema has none."""
        if self.nested:
            return [cell for part in self.parts for cell in part.defaults()]
        return [self.default if self.default is None or self.encode is None else self.encode(self.default)]

    def write(self, value: Any) -> list[Cell]:
        """Return the cells of its columns for `value`, in the order of their names."""
        if not self.nested:
            return [value if value is None or self.encode is None else self.encode(value)]
        return self.nothing if value is None else self.fill(value)

    def spread(self, values: Sequence[Any]) -> Iterator[tuple[str, Sequence[Cell]]]:
        """Yield the names of its columns with their cells for values of many rows; those that are empty are left out.

        The cells are of SQLite's own types: for any other, an enumeration or a None even, Python's driver looks for
        an adapter, which takes longer than all the rest of writing it.
        """
        if self.optional and values.count(None) == len(values):
            return
        if not self.nested:
            yield self.name, values if self.exact is None else _each(self.exact, values)
        elif None in values:
            columns = zip(*[self.write(value) for value in values], strict=True)
            yield from (
                (name, cells)
                for name, cells in zip(self.names(), columns, strict=True)
                if cells.count(None) < len(cells)
            )
        else:
            for part, inner in zip(self.parts, zip(*map(self.take, values), strict=True), strict=True):
                yield from part.spread(inner)

    def read(self, cells: Sequence[Any], at: int) -> Any:
        """Take the value out of its columns' cells, the first of which stands `at` a place."""
        if not self.nested:
            # A line that an older program wrote into the journal lacks the fields that came later.
            return self.decode(cells[at]) if cells[at] is not None else self.default
        if self.optional and cells[at] is None:
            return None
        value = self.type(*[part.read(cells, at + place) for place, part in self.places])
        if isinstance(value, Span) and not 0 <= value.start <= value.end:
            raise ValueError(f"no words lie from {value.start} to {value.end}")
        return value


def _places(columns: Sequence[Column]) -> list[tuple[int, Column]]:
    """Return columns with the place of the first of their cells."""
    starts = accumulate((len(column.nothing) for column in columns), initial=0)
    return list(zip(starts, columns, strict=False))


def _declared(type_: type) -> list[tuple[str, Any, Any]]:
    """Return the fields of a type: name, declared type and what stands for one that is not there."""
    hints = get_type_hints(type_)
    return [(f.name, hints[f.name], None if f.default is MISSING else f.default) for f in fields(type_)]


def _without_none(type_: Any) -> tuple[Any, bool]:
    if isinstance(type_, UnionType):
        (inner,) = [arg for arg in get_args(type_) if arg is not NoneType]
        return inner, True
    return type_, False


def _encoder(type_: Any) -> Callable[[Any], Cell] | None:
    """Return what makes a cell of a value; None where SQLite and JSON take it as it is (an enumeration is a str)."""
    if type_ is date:
        return date.isoformat
    return _list if getattr(type_, "__origin__", None) is tuple else None


def _exact(type_: Any, encode: Callable[[Any], Cell] | None) -> Callable[[Any], Cell] | None:
    """Return what makes a cell of SQLite's own types of a value; None where it is one as it stands."""
    if type_ is bool:
        return int
    return attrgetter("_value_") if isinstance(type_, type) and issubclass(type_, StrEnum) else encode


def _each(exact: Callable[[Any], Cell], values: Sequence[Any]) -> Sequence[Cell]:
    first = values[0]
    if first is not None and values.count(first) == len(values):  # as the states of what was just found are
        return [exact(first)] * len(values)
    return [value if value is None else exact(value) for value in values]


def _list(items: tuple[str | Relation, ...]) -> str:
    if len(items) > MOST_RELATIONS and isinstance(items[0], Relation):
        raise OverflowError(_TOO_MANY)
    return json.dumps([_item(item) for item in items], ensure_ascii=False) if items else "[]"


def _item(item: str | Relation) -> str | dict[str, Any]:
    return {"type": item.type, "to": item.to} if isinstance(item, Relation) else item


def too_many(relations: str) -> bool:
    """Tell whether a cell holds more relations than a claim has; it is not read for that."""
    return len(relations) > _LONGEST


def _relations(text: str) -> tuple[Relation, ...]:
    if text == "[]":
        return ()
    if too_many(text):
        raise ValueError(_TOO_MANY)
    return tuple(Relation(RelationType(item["type"]), _plain(int)(item["to"])) for item in json.loads(text))


def _words(text: str) -> tuple[str, ...]:
    if text == "[]":
        return ()
    return tuple(map(_plain(str), json.loads(text)))


@cache
def _decoder(type_: Any) -> Callable[[Any], Any]:
    if type_ is date:
        return date.fromisoformat
    if type_ is bool:
        return bool
    if type_ in (str, int, float):
        return _plain(type_)
    if getattr(type_, "__origin__", None) is tuple:
        return _relations if get_args(type_)[0] is Relation else _words
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return _one_of(type_)
    if type_ in _NESTED:
        return list  # never asked: what is nested is read by its parts
    raise TypeError(f"no column holds a {type_}")


def _one_of(type_: type[StrEnum]) -> Callable[[Any], StrEnum]:
    """Return what makes a member of a cell; calling the type does the same four times as slowly."""
    members: dict[Any, StrEnum] = {str(member): member for member in type_}

    def member(value: Any) -> StrEnum:
        found = members.get(value) if isinstance(value, str) else None
        return found if found is not None else type_(value)

    return member


@cache
def _plain(type_: type) -> Callable[[Any], Any]:
    """Return what hands a cell on as it is where it is of a type; SQLite holds anything in any column."""
    types = (int, float) if type_ is float else type_

    def check(value: Any) -> Any:
        if not isinstance(value, types):
            raise TypeError(f"{str(value)[:40]!r} is no {type_.__name__}")
        return value

    return check


@cache
def columns_of(kind: str) -> tuple[Column, ...]:
    """Return the columns of a kind of row."""
    return tuple(Column(name, declared, "", default) for name, declared, default in _declared(KINDS[kind]))


@cache
def column_names(kind: str) -> tuple[str, ...]:
    """Return the names of the table's columns, in the order of the value's fields."""
    return tuple(name for column in columns_of(kind) for name in column.names())


@cache
def default_cells(kind: str) -> dict[str, Cell]:
    """Return the table's columns, in the order of the value's fields, with what stands for a cell that is not there."""
    cells = [cell for column in columns_of(kind) for cell in column.defaults()]
    return dict(zip(column_names(kind), cells, strict=True))


def to_row(value: Value) -> Row:
    """Return the row of a value."""
    return dict(zip(column_names(kind_of(value)), to_cells(value), strict=True))


def to_cells(value: Value) -> list[Cell]:
    """Return the cells of a value's row, in the order of `column_names`."""
    return _fill(kind_of(value))(value)


def spread(kind: str, values: Sequence[Value]) -> dict[str, Sequence[Cell]]:
    """Return the columns in which rows of a kind hold anything, each with its cells, as SQLite takes them."""
    fields = zip(*map(_taken(kind), values), strict=True)
    return dict(pair for column, cells in zip(columns_of(kind), fields, strict=True) for pair in column.spread(cells))


@cache
def _taken(kind: str) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*(column.field for column in columns_of(kind)))


@cache
def _fill(kind: str) -> Callable[[Any], list[Cell]]:
    return _filler(columns_of(kind))


def _filler(columns: Sequence[Column]) -> Callable[[Any], list[Cell]]:
    """Return what makes the cells of a value with these columns.

    An import spends much of its time here: thirty mentions an article, nearly all of whose fields are cells as they
    stand. Those are taken all at once; the others, the last first, replaced by what they are written as.
    """
    get = attrgetter(*(column.field for column in columns))
    others = [(place, column) for place, column in enumerate(columns) if not column.is_plain][::-1]

    def fill(value: Any) -> list[Cell]:
        cells = list(get(value))
        for place, column in others:
            cells[place : place + 1] = column.write(cells[place])
        return cells

    return fill


def from_row(kind: str, row: Mapping[str, Any]) -> Value:
    """Return the value of a row; ValueError or KeyError where the row does not hold one."""
    return from_cells(kind, [row[name] for name in column_names(kind)])


def from_cells(kind: str, cells: Sequence[Any]) -> Value:
    """Return the value of a row's cells, in the order of `column_names`; errors as `from_row`."""
    return KINDS[kind](*[column.read(cells, at) for at, column in _places_of(kind)])


@cache
def _places_of(kind: str) -> list[tuple[int, Column]]:
    return _places(columns_of(kind))


def to_json(value: Value | None) -> Row | None:
    """Return a row for the journal: empty cells left out."""
    if value is None:
        return None
    cells = zip(column_names(kind_of(value)), to_cells(value), strict=True)
    return {name: cell for name, cell in cells if cell is not None}


def from_json(kind: str, cells: Mapping[str, Any] | None) -> Value | None:
    """Return the value of a journal row."""
    return None if cells is None else from_row(kind, {**dict.fromkeys(column_names(kind)), **cells})
