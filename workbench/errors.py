"""What the analyst can mend, in words fit to be shown."""

from __future__ import annotations


class WorkbenchError(Exception):
    """A sentence that says what is wrong and what to do."""


class UnreadableArticle(WorkbenchError):
    """A file or a text that cannot become an article."""


class AlreadyImported(WorkbenchError):
    """The same bytes are in the case already."""


class NotACaseFile(WorkbenchError):
    """A file that is not a case, or one of a newer program."""


class CaseNotWritable(WorkbenchError):
    """The case could not be written; nothing of the change is on disk."""


class StaleChange(WorkbenchError):
    """A change made for a state that has gone; nothing was changed."""


class BadResource(WorkbenchError):
    """A register, lexicon or pipeline that ships with the program is missing or damaged."""
