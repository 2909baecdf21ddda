"""A table sorted by its first cell, looked up by halving: opened at once, and never read whole."""

from __future__ import annotations

import mmap
from pathlib import Path

from workbench.errors import BadResource

#: Rows are narrowed down by so many bytes first, which are few enough to remember.
_PREFIX = 2
_MEND = "Install the program again."


class SortedRows:
    """The rows of a UTF-8 file by their first cell; its first line says how many bytes the file should have."""

    def __init__(self, path: Path) -> None:
        """Open the file; BadResource where it is missing, cut short or no such table."""
        self._name = path.name
        try:
            with path.open("rb") as file:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except FileNotFoundError as error:
            raise BadResource(f"{path.name} is missing in {path.parent}. {_MEND}") from error
        except (OSError, ValueError) as error:
            raise BadResource(f"{path.name} in {path.parent} cannot be read ({error}). {_MEND}") from error
        self._ranges: dict[bytes, tuple[int, int]] = {}
        self._start = self._bytes.find(b"\n") + 1
        stated = self._bytes[: self._start].split(b"\t")[0]
        if not stated.isdigit() or int(stated) != len(self._bytes):
            raise BadResource(f"{path.name} in {path.parent} is damaged: its length is not the stated one. {_MEND}")

    def get(self, key: str) -> str | None:
        """Return what stands behind the first cell `key`, None where no row begins with it."""
        wanted, table = key.encode() + b"\t", self._bytes
        low, high = self._between(wanted[:_PREFIX])
        while low < high:
            start = max(table.rfind(b"\n", low, (low + high) // 2) + 1, low)
            end = table.find(b"\n", start)
            if table[start : start + len(wanted)] == wanted:
                return self._text(table[start + len(wanted) : end], key)
            if table[start : table.find(b"\t", start) + 1] < wanted:
                low = end + 1
            else:
                high = start
        return None

    def _between(self, prefix: bytes) -> tuple[int, int]:
        """Return where the rows that begin with `prefix` lie, looked up once for all of them."""
        if prefix not in self._ranges:
            self._ranges[prefix] = self._first_from(prefix), self._first_from(prefix + b"\xff")
        return self._ranges[prefix]

    def _first_from(self, wanted: bytes) -> int:
        """Return where the first row starts that is not before `wanted`."""
        table = self._bytes
        low, high = self._start, len(table)
        while low < high:
            start = max(table.rfind(b"\n", low, (low + high) // 2) + 1, low)
            if table[start : table.find(b"\t", start) + 1] < wanted:
                low = table.find(b"\n", start) + 1
            else:
                high = start
        return low

    def _text(self, row: bytes, key: str) -> str:
        try:
            return row.decode()
        except UnicodeDecodeError as error:
            raise BadResource(f"{self._name}: the row of {key} is damaged. {_MEND}") from error

    def keys(self) -> list[str]:
        """Return every first cell, by reading the whole file."""
        lines = self._bytes[self._start :].decode().splitlines()
        return [line.partition("\t")[0] for line in lines]


def write(path: Path, rows: dict[str, list[str]]) -> None:
    """Write a table that `SortedRows` reads: cells by first cell."""
    lines = ["\t".join([key, *rows[key]]) for key in sorted(rows, key=lambda key: key.encode() + b"\t")]
    body = "".join(f"{line}\n" for line in lines).encode()
    length = len(body) + len("\tbytes\n") + 1
    while length != len(body) + len(f"{length}\tbytes\n"):
        length += 1
    path.write_bytes(f"{length}\tbytes\n".encode() + body)
