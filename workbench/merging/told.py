"""What merging needs of a case: the one that is merged into, and the one that is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from workbench.changes import Value, Written
from workbench.merging.agreement import Coded
from workbench.model.actor import Side, Source
from workbench.model.article import Article, Document
from workbench.model.assessment import About, Assessment
from workbench.model.claim import Claim
from workbench.model.declined import Declined
from workbench.model.merged import Merged
from workbench.model.override import Override

#: What names a row: its kind and its id.
Key = tuple[str, int | str]


class Told(Coded, Protocol):
    """A case as its journal tells it."""

    @property
    def name(self) -> str:
        """What the case is called."""

    def head(self) -> int:
        """Return the number of the last line."""

    def hash_at(self, number: int) -> str:
        """Return the hash of a line, empty where there is none."""

    def since(self, number: int) -> Iterator[Written]:
        """Yield the lines after one, in order."""

    def row(self, kind: str, id_: int | str) -> Value | None:
        """Return a row as it stands, or None."""

    def document(self, sha256: str) -> Document:
        """Return what an article was read from."""


class Into(Coded, Protocol):
    """The rows of the case that is merged into, as they stand."""

    def row(self, kind: str, id_: int | str) -> Value | None:
        """Return a row, or None."""

    def article_with(self, sha256: str) -> Article | None:
        """Return the article read from the bytes with this hash, or None."""

    def claims_of(self, incident_id: int) -> list[Claim]:
        """Return the claims about an incident."""

    def sources(self) -> dict[str, Source]:
        """Return the sources by id."""

    def sides(self) -> dict[str, Side]:
        """Return the sides by id."""

    def assessment(self, about: About, about_id: int | str) -> Assessment | None:
        """Return what was made of a claim, an incident or a source, or None."""

    def overrides(self, incident_id: int) -> list[Override]:
        """Return the figures of an incident that were set by hand."""

    def declined(self) -> list[Declined]:
        """Return the declined proposals."""

    def merged(self) -> list[Merged]:
        """Return the cases that were taken in."""
