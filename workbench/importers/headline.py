"""The title of a plain text, where its first line is one."""

from __future__ import annotations

import re

_LONGEST = 120
_FIRST = re.compile(r"\s*(\S[^\r\n]*?)[ \t]*(?:\r\n|\r|\n)\s*\S")
_SENTENCE_END = re.compile(r"[.:;,…]$|[.!?][\"“”»«'’]?\s+\S")


def headline(text: str) -> str:
    """Return the first line where it looks like a headline (short, no full stop, a break after it), else nothing."""
    first = _FIRST.match(text)
    line = first[1].rstrip() if first else ""  # \x1f and the like are blanks too
    looks = 0 < len(line) <= _LONGEST and any(char.isalpha() for char in line) and not _SENTENCE_END.search(line)
    return line if looks else ""
