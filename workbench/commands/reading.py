"""Reads articles: extraction and reckoning put together, built once."""

from __future__ import annotations

import atexit
import gc
import multiprocessing
from functools import cache
from pathlib import Path

from workbench import conflicts, registers
from workbench.commands.asked import Asked
from workbench.commands.saying import say
from workbench.exporters.extraction import Reading
from workbench.extraction.extractor import Extractor
from workbench.model.article import Document
from workbench.model.findings import Findings
from workbench.model.method import Method
from workbench.reckoning import conventions
from workbench.reckoning.figures import reckon
from workbench.reckoning.printed import Printed
from workbench.reckoning.sides import side_of
from workbench.registers import Registers


class Reader:
    """The shipped registers, conventions and pipelines, and what they make of an article."""

    def __init__(self, resources: Path, pipelines: tuple[str, ...] = ()) -> None:
        """Read with the resources of a folder, and with the installed pipelines that are named."""
        self.registers = registers.load(resources / "registers")
        self.conflicts = conflicts.load(resources / "registers", self.registers)
        self.conventions = conventions.load(resources / "conventions" / "vague_numbers.tsv")
        self._extractor = Extractor(self.registers, resources, self.conventions, pipelines, _warn)

    def find(self, text: str, asked: Asked, case: Registers | None = None) -> Findings:
        """Return what is found in a text; `case` are the registers of the case it is read for, if it is."""
        title = asked.title or None
        return self._extractor.read(
            text, language=asked.language, published=asked.published, title=title, registers=case
        )

    def read(self, document: Document, asked: Asked, *, with_text: bool) -> Reading:
        """Return what is found in an article, and its figures as if nothing else were in the case."""
        found = self.find(document.text, asked)
        reckoning = reckon(
            found.claims,
            found.incidents,
            self.registers.actors,
            self.registers.sources,
            Method(convention=asked.convention),
            self.conventions,
            Printed({0: asked.published}),
        )
        sides = {claim.id: side_of(claim, self.registers.actors) for claim in found.claims}
        text = document.text if with_text else None
        return Reading(document.sha256, asked.title, asked.published, found, reckoning, sides, text)


def reader_of(resources: Path, pipelines: tuple[str, ...] = ()) -> Reader:
    """Return this process's reader, built at the first call: a worker builds it once for all its lines."""
    return _made(resources, pipelines)


@cache
def _made(resources: Path, pipelines: tuple[str, ...]) -> Reader:
    atexit.register(gc.freeze)  # else a process that ends looks through all of it for garbage: a fifth of a second
    return Reader(resources, pipelines)


def _warn(sentence: str) -> None:
    """Tell what the reading goes on without; one process speaks for all."""
    if multiprocessing.parent_process() is None:
        say(sentence, err=True)
