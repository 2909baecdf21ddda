"""What the analyst can mend, in words fit to be shown."""

from __future__ import annotations

from pathlib import Path


class WorkbenchError(Exception):
    """A sentence that says what is wrong and what to do."""


class UnreadableArticle(WorkbenchError):
    """A file or a text that cannot become an article."""


class AlreadyImported(WorkbenchError):
    """The same bytes are in the case already."""


class NotACaseFile(WorkbenchError):
    """A file that is not a case, or one of a newer program."""


class PassphraseNeeded(WorkbenchError):
    """An encrypted file for which no passphrase was given; `path` is that file."""

    def __init__(self, sentence: str, path: Path) -> None:
        super().__init__(sentence)
        self.path = path


class WrongPassphrase(PassphraseNeeded):
    """An encrypted file that the passphrase given does not open."""


class WeakPassphrase(WorkbenchError):
    """A new passphrase that protects nothing."""


class CaseNotWritable(WorkbenchError):
    """The case could not be written; nothing of the change is on disk."""


class UnfitChange(CaseNotWritable):
    """A change with a number or a letter that no case holds: it is the same however often it is tried."""


class OlderCase(WorkbenchError):
    """A case of an older schema, which takes a while to be brought to this one; `path` is that file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} was made by an older version of this program.")
        self.path = path


class StaleChange(WorkbenchError):
    """A change made for a state that has gone; nothing was changed."""


class Stopped(WorkbenchError):
    """Long work that the analyst had stopped; nothing of it is left."""


class BadResource(WorkbenchError):
    """A register, lexicon or pipeline that ships with the program is missing or damaged."""
