"""One reading of an article: text in, mentions, claims and incidents out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.extraction.composed import compose
from workbench.extraction.languages import languages, read_as
from workbench.extraction.uncollected import uncollected
from workbench.model.findings import Findings
from workbench.reckoning.conventions import Conventions
from workbench.registers import Registers
from workbench.resources import refuse_changed

if TYPE_CHECKING:
    from workbench.extraction.names_index import NameIndex
    from workbench.extraction.reading import ArticleReader

#: py3langid looks at no more than this many characters: more does not change its mind.
_SAMPLE = 20_000


class Extractor:
    """Reads articles; a pure function of its arguments, built once.

    spaCy is imported at the first use of a language, so that a window can show before it is there.
    """

    def __init__(
        self,
        registers: Registers,
        resources: Path,
        conventions: Conventions,
        pipelines: Sequence[str] = (),
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Take the registers names are linked to, the resources folder, and the number conventions.

        `pipelines` names installed ones to use before those that ship; `tell` hears, once, of one that cannot be used.
        """
        self._registers = registers
        self._resources = resources
        self._conventions = conventions
        self._index: NameIndex | None = None
        self._pipelines = pipelines
        self._tell = tell
        self._readers: dict[str, ArticleReader] = {}

    def read(
        self,
        text: str,
        *,
        language: str | None = None,
        published: date | None = None,
        title: str | None = None,
        registers: Registers | None = None,
    ) -> Findings:
        """Return what `text` tells; offsets are code points of `text`, ids are local and start at 1.

        `language` None is found from the text; one without a lexicon is read with the English grammar.
        `published` settles relative dates. `title` helps to find the language of a short text. `registers` are those
        of a case, to be linked to instead of the program's own.
        """
        spoken = language or self._language(f"{title or ''}\n{text}")
        composed = compose(text)
        reader = self.reader(spoken)
        reader.use(registers or self._registers)
        return composed.findings(reader.read(composed.text, spoken, published))

    def warm_up(self) -> None:
        """Load what articles are read with now, and not at the first one."""
        for language in languages(self._resources):
            self.reader(language)

    def reader(self, language: str) -> ArticleReader:
        """Return the reader of a language, made at the first call."""
        from workbench.extraction.names_index import NameIndex
        from workbench.extraction.reading import ArticleReader
        from workbench.extraction.trained import load

        if not self._readers:
            for part in ("lexicon", "gazetteer"):
                refuse_changed(self._resources / part)
        known = read_as(language, self._resources)
        if known not in self._readers:
            trained = load(known, self._resources, self._pipelines, self._tell)
            with uncollected():
                index = self._index or NameIndex(self._resources, self._registers)
                self._readers[known] = ArticleReader(
                    known, self._registers, self._resources, self._conventions, index, trained
                )
                self._index = index
            # What is loaded stays: to look through it for garbage whenever enough else was made takes 70 ms.
            gc.freeze()
        return self._readers[known]

    def _language(self, text: str) -> str:
        """Find the language of a text."""
        import py3langid

        found, _ = py3langid.classify(text[:_SAMPLE])
        return str(found)
