"""What the window and the command line say about passphrases."""

from __future__ import annotations

#: Said before a passphrase is set.
FORGOTTEN = (
    "Whoever forgets the passphrase has lost the case and its backups: there is no way to find it out or to set it "
    "back, for us neither. Note it down, and keep it where it is safe and where you will find it."
)
#: Said of what a passphrase does.
PROTECTS = (
    "With a passphrase the case and its backups are encrypted: a laptop that is lost gives nothing of them away. "
    "Reports, charts and tables that you save are not encrypted."
)
#: Said of passphrases that hold.
GOOD = "Four words or more that do not belong together are easy to keep and hard to guess."
#: Said of what leaves an encrypted case.
PLAIN = "It is not encrypted, though the case is."
_REMAINS = (
    "An SSD, a drive with snapshots or a synchronised folder may still hold older bytes for a while, and other copies "
    "of the case are as they were."
)


def written_words(what: str, where: str, *, encrypted: bool) -> str:
    """Say where a report, a chart or a table of a case is, and, where the case is encrypted, that this is not."""
    return f"The {what} is in {where}{f'. {PLAIN}' if encrypted else ''}"


def rewritten_words(name: str, *, encrypted: bool, wiped: bool) -> str:
    """Say what became of a case, and of what its file held before; `wiped`: that was written over."""
    is_now = "is encrypted, and opens with its new passphrase only" if encrypted else "has no passphrase any longer"
    before = "was written over" if wiped else "was deleted, but could not be written over on this drive"
    return f"{name} {is_now}. What the file held before {before}. {_REMAINS}"


def older_backups_words(count: int, *, encrypted: bool) -> str:
    """Say what the backups are that were made before a passphrase was set or changed, or before it was taken away."""
    one = count == 1
    which = f"{'One backup' if one else f'{count} backups'} made before"
    if encrypted:
        return f"{which} {'is' if one else 'are'} plain, or open{'s' if one else ''} with an older passphrase."
    return f"{which} still open{'s' if one else ''} with the passphrase only."
