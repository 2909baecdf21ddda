"""A look into an open case from another thread: one search at a time, each of which can be stopped."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable

from workbench.casefile import asking
from workbench.casefile.guards import UNREADABLE, reading
from workbench.model.search import Found, Sought


class Lookup:
    """Searches what is on disk; opened by the first search, on whichever thread that is."""

    def __init__(self, name: str, connect: Callable[[], sqlite3.Connection]) -> None:
        """`connect` opens the case for reading; its connection may go from one thread to the next."""
        self._name = name
        self._connect = connect
        self._connection: sqlite3.Connection | None = None
        self._lock = threading.Lock()
        self._closed = False

    def search(self, wanted: Sought) -> Found | None:
        """Return what holds the words, or None where the search was stopped; NotACaseFile where it cannot be read."""
        with self._lock:
            if self._closed:
                return None
            if self._connection is None:
                self._connection = self._connect()
            return self._searched(self._connection, wanted)

    def _searched(self, connection: sqlite3.Connection, wanted: Sought) -> Found | None:
        with reading(self._name):
            try:
                return asking.search(connection, wanted)
            except UNREADABLE as error:
                if str(error) == "interrupted":
                    return None
                raise

    def stop(self) -> None:
        """Stop the search that runs, if one does; called from any thread."""
        if self._connection is not None:
            self._connection.interrupt()

    def close(self) -> None:
        """Stop what runs and let go of the file."""
        self._closed = True
        self.stop()
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None
