"""The extractor, made when it is first needed and never before the window shows."""

from __future__ import annotations

import gc
from collections.abc import Callable

from workbench.extraction.extractor import Extractor
from workbench.model.article import Article
from workbench.model.findings import Findings
from workbench.registers import Registers


class Finder:
    """Reads articles; it is called on the background thread only, where it makes its extractor at the first call.

    `renew` may be called anywhere: the next article is then read with an extractor made anew.
    """

    def __init__(self, make: Callable[[], Extractor]) -> None:
        self._make = make
        self._extractor: Extractor | None = None

    def renew(self) -> None:
        """Let go of the extractor, after something it was made with has changed."""
        self._extractor = None
        gc.unfreeze()  # what it held is garbage now, where it goes in circles

    def warm_up(self) -> None:
        """Make the extractor now, with all it loads."""
        self._made().warm_up()

    def __call__(self, article: Article, text: str, registers: Registers | None = None) -> Findings:
        """Return what is found in an article's text, linked to the registers of its case."""
        return self._made().read(
            text,
            language=article.language or None,
            published=article.published,
            title=article.title or None,
            registers=registers,
        )

    def _made(self) -> Extractor:
        extractor = self._extractor
        if extractor is None:
            self._extractor = extractor = self._make()
        return extractor
