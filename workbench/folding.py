"""Words as they are compared: one name in all its spellings is the same words."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f'’‘`´ʼʻʾʿ′]")
_BETWEEN = re.compile(r"[\W_]+")


def folded(words: str) -> str:
    """Return `words` without case, accents, apostrophes, hyphens and other signs, with ss for ß, one space between.

    Case files keep what this returns: where it is changed, a new step of the schema has to fill ``words`` anew.
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", words.casefold()))
    return _BETWEEN.sub(" ", bare).strip()
